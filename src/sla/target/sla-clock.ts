import { type InstantLike, toEpochMs } from "../../time/instant";
import { type HistoryEvent, readEvent } from "../clock/history";
import type { SpeltEvent } from "../clock/spelt";
import type { SlaReading } from "../reading/by-status";
import type { FollowedTogether } from "./followed-together";
import type { SlaClockState } from "./saved-sla";
import { lateIn, type TakeOptions } from "./ticket-clock";

/** A reading for each target. */
export type Readings<N extends string = string> = Readonly<Record<N, SlaReading>>;

/** The clocks of all targets for one ticket, which take its events together. */
export class SlaClock<
  N extends string = string,
  S extends string = string,
  V extends string = string,
> {
  readonly #ticket: string | undefined;
  readonly #clocks: FollowedTogether;

  /** @internal Made by `sla.follow`. */
  constructor(ticket: string | undefined, clocks: FollowedTogether) {
    this.#ticket = ticket;
    this.#clocks = clocks;
  }

  /**
   * Takes the next event. If one target cannot take it, none does, and every clock stays as it was.
   *
   * @param options `late: "replay"` takes an event that comes late, after one that happened later, as
   *   if it had come in time. It needs clocks that keep their working.
   * @throws {HistoryError} as {@link TicketClock.take} does.
   */
  take<const E extends HistoryEvent>(event: SpeltEvent<E, S, V>, options?: TakeOptions): void {
    const late = lateIn(options);
    const index = this.#clocks.taken;
    this.#clocks.take(readEvent(event, { ticket: this.#ticket, index }), late);
  }

  /**
   * Where every target stands at an instant, if nothing more happens until then.
   *
   * @throws {HistoryError} if the instant lies before the last event, which cannot be untaken.
   */
  read(asOf: InstantLike): Readings<N> {
    // The clocks are those of the targets that are asked, which the type names.
    return this.#clocks.readAt(toEpochMs(asOf)) as Readings<N>;
  }

  /**
   * All that the clocks know, as one value of JSON; `sla.follow({ from })` goes on from it. It says which
   * policy, targets and choices it belongs to, and has the events that it keeps once for all.
   */
  save(): SlaClockState {
    return this.#clocks.save();
  }
}
