import { DateTime } from "luxon";
import { alwaysOpen, type WorkingCalendar } from "../../index";
import type { Span } from "./span";

/** The kind of a date in a working calendar. `unknown` lies outside its coverage. */
export type DayKind = "working" | "weekend" | "closed" | "holiday" | "exception" | "unknown";

/** A date, from midnight to midnight in its zone: 23 or 25 hours where the clocks change. */
export interface Day extends Span {
  /** ISO. */
  readonly date: string;
  readonly kind: DayKind;
  /** Whether work is done on it. Without a calendar, every day counts. */
  readonly isWorking: boolean;
  /** The name of the bank holiday or of the exception, if it has one. */
  readonly title: string | null;
}

/** The dates that a span touches, in order. */
export function daysOf(span: Span, zone: string, calendar: WorkingCalendar | null): Day[] {
  const days: Day[] = [];
  const sortOf = calendar ? sorterOf(calendar) : withoutCalendar;
  // If a midnight occurs twice, this takes the first; Luxon's startOf takes the second.
  const clock = alwaysOpen(zone);
  let date = DateTime.fromMillis(span.fromMs, { zone }).toISODate() ?? "";
  let fromMs = clock.at(date).toMillis();
  while (fromMs < span.toMs) {
    const day = DateTime.fromISO(date, { zone: "utc" });
    const next = day.plus({ days: 1 }).toISODate() ?? "";
    const toMs = clock.at(next).toMillis();
    // A zone may skip a date, as Apia did 30 December 2011, which then has no length.
    if (fromMs < toMs) days.push({ date, fromMs, toMs, ...sortOf(date, day.weekday) });
    date = next;
    fromMs = toMs;
  }
  return days;
}

type Sort = Pick<Day, "kind" | "isWorking" | "title">;

function sorterOf(calendar: WorkingCalendar): (date: string, weekday: number) => Sort {
  const { from, to } = calendar.coverage;
  return (date, weekday) => {
    if (date < from || date > to) return { kind: "unknown", isWorking: false, title: null };
    const isWorking = calendar.isWorkingDay(date);
    const { because, title = null } = calendar.reasonFor(date);
    if (because === "bank-holiday") return { kind: "holiday", isWorking, title };
    if (because === "exception") return { kind: "exception", isWorking, title };
    if (isWorking) return { kind: "working", isWorking, title: null };
    return { kind: weekday > 5 ? "weekend" : "closed", isWorking, title: null };
  };
}

function withoutCalendar(_date: string, weekday: number): Sort {
  return { kind: weekday > 5 ? "weekend" : "working", isWorking: true, title: null };
}

/** The dates of a calendar that have a name or their own hours. */
export function namedDays(days: readonly Day[]): Day[] {
  return days.filter(({ kind }) => kind === "holiday" || kind === "exception");
}

/** What a day with a name is called. */
export function dayName({ kind, title }: Day): string {
  return title ?? (kind === "holiday" ? "bank holiday" : "hours of its own");
}
