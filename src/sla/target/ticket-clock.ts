import { type InstantLike, toEpochMs } from "../../time/instant";
import type { ErrorCode } from "../../timeline";
import { isoOf } from "../../timeline/errors";
import type { Clock } from "../clock/clock";
import { HistoryError, type HistoryEvent, readEvent, type Vocabulary } from "../clock/history";
import type { ClockState } from "../clock/state";
import type { SlaReading } from "../reading/sla-reading";
import { takeEvent } from "./run";

/** What a target lends to the clocks it makes. */
interface Workings {
  readonly ticket: string | undefined;
  readonly words: Vocabulary;
  readonly restore: (state: ClockState) => Clock;
  readonly read: (clock: Clock, asOfMs: number) => SlaReading;
}

/** A target's clock for one ticket, for those who learn of events as they happen. */
export class TicketClock {
  #clock: Clock;
  #taken = 0;
  readonly #workings: Workings;

  /** @internal Made by {@link Target.follow}. */
  constructor(clock: Clock, workings: Workings) {
    this.#clock = clock;
    this.#workings = workings;
  }

  /**
   * Takes the next event. One that cannot be taken leaves the clock as it was.
   *
   * @throws {HistoryError} for an unknown state or severity, and for an event earlier than the last.
   */
  take(event: HistoryEvent): void {
    const { words, ticket, restore } = this.#workings;
    const read = readEvent(event, words, { ticket, index: this.#taken });
    this.#refuseBefore(read.atMs, "event-out-of-order", "An event at");
    const next = restore(this.#clock.save());
    takeEvent(next, read, words, ticket);
    this.#clock = next;
    this.#taken++;
  }

  /**
   * Where the clock stands at an instant, if nothing more happens until then.
   *
   * @throws {HistoryError} where the instant lies before the last event, which cannot be untaken.
   */
  read(asOf: InstantLike): SlaReading {
    const asOfMs = toEpochMs(asOf);
    this.#refuseBefore(asOfMs, "as-of-before-last-event", "A reading at");
    const clock = this.#workings.restore(this.#clock.save());
    clock.advance(asOfMs);
    return this.#workings.read(clock, asOfMs);
  }

  /** All that the clock knows, as JSON; `follow({ from })` goes on from it. */
  save(): ClockState {
    return this.#clock.save();
  }

  #refuseBefore(atMs: number, code: ErrorCode, what: string): void {
    const lastMs = this.#clock.now.sinceMs;
    if (lastMs === null || atMs >= lastMs) return;
    throw new HistoryError(
      code,
      `${what} ${isoOf(atMs)} comes before the last event, at ${isoOf(lastMs)}; give events in order, or track the whole history.`,
      { atMs, lastMs },
    );
  }
}
