import type { WorkingCalendar } from "../../calendar/working-calendar";
import { weekdayOf } from "../../time/civil-date";
import { type TabledZone, zoneNamed } from "../../time/zone";
import type { Tie, Timeline } from "../../timeline";
import type { Allowance, Measure } from "./measure";
import { byDate, joinPieces, type Piece, whyClosed } from "./pieces";

/** An amount of working time on a timeline. */
export class WorkingTime implements Allowance, Measure {
  readonly unit = "milliseconds";
  readonly work = null;
  readonly allowance: number;
  readonly zone: TabledZone;
  readonly basis: string;
  readonly #calendar: WorkingCalendar;
  readonly #timeline: Timeline;
  readonly #tie: Tie;

  /** @param basis what names the calendar and the way of counting on it */
  constructor(calendar: WorkingCalendar, amountMs: number, tie: Tie, basis: string) {
    this.allowance = amountMs;
    this.basis = basis;
    this.zone = zoneNamed(calendar.timeZone);
    this.#calendar = calendar;
    this.#timeline = calendar.timeline;
    this.#tie = tie;
  }

  /** Working time is the same from every start. */
  from(): Measure {
    return this;
  }

  isOpen(atMs: number): boolean {
    return this.#timeline.isOpen(atMs);
  }

  between(a: number, b: number): number {
    return this.#timeline.between(a, b);
  }

  add(a: number, amount: number): number {
    // Nothing left at a closing is, under "next-open", still due only when the calendar opens.
    if (amount === 0 && this.#tie === "next-open") return this.#timeline.nextOpen(a);
    return this.#timeline.add(a, amount, this.#tie);
  }

  isProvisional(untilMs: number): boolean {
    return untilMs > this.#calendar.publishedUntilMs;
  }

  split(a: number, b: number): Piece[] {
    return joinPieces([...this.#pieces(a, b)]);
  }

  *#pieces(a: number, b: number): Generator<Piece, void> {
    let at = a;
    for (const { openMs, closeMs } of this.#timeline.periods(a, b)) {
      yield* this.#closed(at, openMs);
      const amount = closeMs - openMs;
      yield { fromMs: openMs, toMs: closeMs, amount, why: "counted", title: null };
      at = closeMs;
    }
    yield* this.#closed(at, b);
  }

  /** Time out of hours, date by date. */
  #closed(a: number, b: number): Piece[] {
    const { days } = this.#calendar;
    return byDate(days, a, b).map(({ day, ...span }) => {
      const decided = days.reasonFor(day);
      const reason: Pick<Piece, "why" | "title"> = days.has(day)
        ? { why: "outside-hours", title: decided.title ?? null }
        : whyClosed(weekdayOf(day), decided);
      return { ...span, ...reason, amount: 0 };
    });
  }
}
