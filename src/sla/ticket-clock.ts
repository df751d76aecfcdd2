import { type InstantLike, toEpochMs } from "../calendar/instant";
import { isoOf } from "../timeline/errors";
import type { Clock, ClockState } from "./clock";
import { type Event, HistoryError, type HistoryEvent } from "./history";
import type { SlaReading } from "./sla-reading";

/** A target's clock for one ticket, for those who learn of events as they happen. */
export class TicketClock {
  #clock: Clock;
  #taken = 0;
  readonly #restore: (state: ClockState) => Clock;
  readonly #readEvent: (event: HistoryEvent, index: number) => Event;
  readonly #read: (clock: Clock, asOfMs: number) => SlaReading;

  /** @internal Made by {@link Target.follow}. */
  constructor(
    clock: Clock,
    restore: (state: ClockState) => Clock,
    readEvent: (event: HistoryEvent, index: number) => Event,
    read: (clock: Clock, asOfMs: number) => SlaReading,
  ) {
    this.#clock = clock;
    this.#restore = restore;
    this.#readEvent = readEvent;
    this.#read = read;
  }

  /**
   * Takes the next event. One that cannot be taken leaves the clock as it was.
   *
   * @throws {HistoryError} for an unknown state or severity, and for an event earlier than the last.
   */
  take(event: HistoryEvent): void {
    const read = this.#readEvent(event, this.#taken);
    this.#refuseBefore(read.atMs, "event-out-of-order", "An event at");
    const next = this.#restore(this.#clock.save());
    next.take(read.atMs, read);
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
    const clock = this.#restore(this.#clock.save());
    clock.advance(asOfMs);
    return this.#read(clock, asOfMs);
  }

  /** All that the clock knows, as JSON; `follow({ from })` goes on from it. */
  save(): ClockState {
    return this.#clock.save();
  }

  #refuseBefore(atMs: number, code: string, what: string): void {
    const lastMs = this.#clock.now.sinceMs;
    if (lastMs === null || atMs >= lastMs) return;
    throw new HistoryError(
      code,
      `${what} ${isoOf(atMs)} comes before the last event, at ${isoOf(lastMs)}; give events in order, or track the whole history.`,
      { atMs, lastMs },
    );
  }
}
