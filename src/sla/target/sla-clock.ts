import { type InstantLike, toEpochMs } from "../../time/instant";
import { type HistoryEvent, readEvent } from "../clock/history";
import type { SpeltEvent } from "../clock/spelt";
import type { SlaReading } from "../reading/by-status";
import type { FollowedTogether } from "./followed-together";
import type { SlaClockState } from "./saved-sla";
import { lateIn, type TakeOptions } from "./ticket-clock";

/** A reading for each target. */
export type Readings<N extends string = string> = Readonly<Record<N, SlaReading>>;

/** The clocks of all targets for one ticket. They take its events together. */
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
   * @param options `late: "replay"` takes a late event, which comes after one that happened later, as
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
   * @throws {HistoryError} if the instant lies before the last event, which cannot be undone.
   */
  read(asOf: InstantLike): Readings<N> {
    // The type names the targets of these clocks.
    return this.#clocks.readAt(toEpochMs(asOf)) as Readings<N>;
  }

  /**
   * All that the clocks know, as one JSON value; `sla.follow({ from })` goes on from it. It names the policy,
   * the targets and the choices that it belongs to. The events that it keeps are stored once for all targets.
   */
  save(): SlaClockState {
    return this.#clocks.save();
  }
}
