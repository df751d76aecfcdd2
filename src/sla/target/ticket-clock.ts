import { checkKeys, given, oneOf } from "../../input/options";
import { type InstantLike, toEpochMs } from "../../time/instant";
import { type HistoryEvent, readEvent } from "../clock/history";
import type { ClockState } from "../clock/saved-clock";
import type { SpeltEvent } from "../clock/spelt";
import type { SlaReading } from "../reading/by-status";
import type { FollowedClock, Late } from "./followed";

/** How to take a late event, which comes after one that happened later. */
export interface TakeOptions {
  /** `refuse` (default), or `replay`: put it in its place and take the later events again. */
  readonly late?: "refuse" | "replay" | undefined;
}

/** What to do with a late event. */
export function lateIn(options: TakeOptions | undefined): Late {
  checkKeys(options, ["late"], "take");
  return oneOf("late", given(options, '{ late: "replay" }').late, ["refuse", "replay"]);
}

/** A target's clock for one ticket, for programs that learn of events as they happen. */
export class TicketClock<S extends string = string, V extends string = string> {
  readonly #ticket: string | undefined;
  readonly #clock: FollowedClock;

  /** @internal Made by {@link Target.follow}. */
  constructor(clock: FollowedClock, ticket: string | undefined) {
    this.#clock = clock;
    this.#ticket = ticket;
  }

  /**
   * Takes the next event. One that cannot be taken leaves the clock as it was.
   *
   * Events of one instant are one change, whether they come together or one by one: a severity that
   * comes after a state of the same instant holds for that state too.
   *
   * @param options `late: "replay"` takes a late event, which comes after one that happened later, as
   *   if it had come in time. It needs a clock that keeps its working.
   * @throws {HistoryError} for an unknown state or severity; for an event earlier than the last, unless
   *   it is replayed.
   */
  take<const E extends HistoryEvent>(event: SpeltEvent<E, S, V>, options?: TakeOptions): void {
    const late = lateIn(options);
    this.#clock.take(readEvent(event, { ticket: this.#ticket, index: this.#clock.taken }), late);
  }

  /**
   * Where the clock stands at an instant, if nothing more happens until then. Unless the clock keeps its
   * working, the reading has no segments and only the last 20 of its earlier cycles.
   *
   * @throws {HistoryError} if the instant lies before the last event, which cannot be undone.
   */
  read(asOf: InstantLike): SlaReading {
    return this.#clock.readAt(toEpochMs(asOf));
  }

  /**
   * All that the clock knows, as JSON; `follow({ from })` goes on from it. It names the policy, the target
   * and the choices that it belongs to. It grows with the number of events only if the working is kept.
   */
  save(): ClockState {
    return this.#clock.save();
  }
}
