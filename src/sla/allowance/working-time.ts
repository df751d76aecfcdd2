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
  readonly #cutoff: string | undefined;

  /** @param basis a name for the calendar and the way of counting on it */
  constructor(
    calendar: WorkingCalendar,
    amountMs: number,
    { tie, cutoff }: { readonly tie: Tie; readonly cutoff: string | undefined },
    basis: string,
  ) {
    this.allowance = amountMs;
    this.basis = basis;
    this.zone = zoneNamed(calendar.timeZone);
    this.#calendar = calendar;
    this.#timeline = calendar.timeline;
    this.#tie = tie;
    this.#cutoff = cutoff;
  }

  /** Working time is the same from every start, except a start after the cutoff of its date. */
  from(startMs: number): Measure {
    const { days } = this.#calendar;
    if (this.#cutoff === undefined || !days.isAtOrAfter(startMs, this.#cutoff)) return this;
    // A working day always has an opening.
    return new ReceivedLater(this, days.openOn(days.nth(days.dayAt(startMs), 1)) as number);
  }

  isOpen(atMs: number): boolean {
    return this.#timeline.isOpen(atMs);
  }

  between(a: number, b: number): number {
    return this.#timeline.between(a, b);
  }

  add(a: number, amount: number): number {
    // Under "next-open", an amount that runs out at a closing is due only when the calendar opens.
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

  /** The time out of hours, date by date. */
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

/** Working time that counts from an opening, for a ticket that came after the cutoff of its date. */
class ReceivedLater implements Measure {
  readonly unit = "milliseconds";
  readonly work = null;
  readonly allowance: number;
  readonly #time: WorkingTime;
  readonly #openMs: number;

  constructor(time: WorkingTime, openMs: number) {
    this.allowance = time.allowance;
    this.#time = time;
    this.#openMs = openMs;
  }

  between(a: number, b: number): number {
    return this.#time.between(Math.max(a, this.#openMs), Math.max(b, this.#openMs));
  }

  add(a: number, amount: number): number {
    return this.#time.add(Math.max(a, this.#openMs), amount);
  }

  isProvisional(untilMs: number): boolean {
    return this.#time.isProvisional(untilMs);
  }

  split(a: number, b: number): Piece[] {
    const openMs = Math.min(Math.max(a, this.#openMs), b);
    const pieces = this.#time.split(openMs, b);
    if (a === openMs) return pieces;
    return [{ fromMs: a, toMs: openMs, amount: 0, why: "after-cutoff", title: null }, ...pieces];
  }
}
