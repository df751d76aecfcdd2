import { DateTime } from "luxon";
import type { WorkingCalendar } from "../../index";
import type { Span } from "./span";

/** What a date is, as far as a working calendar goes. `unknown` lies outside its coverage. */
export type DayKind = "working" | "weekend" | "closed" | "holiday" | "exception" | "unknown";

/** A date, from midnight to midnight in its zone: 23 or 25 hours where the clocks change. */
export interface Day extends Span {
  /** ISO. */
  readonly date: string;
  readonly kind: DayKind;
  /** Whether work is done on it. Without a calendar, every day counts. */
  readonly isWorking: boolean;
  /** The name of the bank holiday or of the exception, where it has one. */
  readonly title: string | null;
}

/** The dates that a span touches, in order. */
export function daysOf(span: Span, zone: string, calendar: WorkingCalendar | null): Day[] {
  const days: Day[] = [];
  const sortOf = calendar ? sorterOf(calendar) : withoutCalendar;
  let start: DateTime = DateTime.fromMillis(span.fromMs, { zone }).startOf("day");
  while (start.toMillis() < span.toMs) {
    const end = nextDay(start);
    const date = start.toISODate() ?? "";
    days.push({
      date,
      fromMs: start.toMillis(),
      toMs: end.toMillis(),
      ...sortOf(date, start.weekday),
    });
    start = end;
  }
  return days;
}

/** The start of the next date there is: a zone may skip one, as Apia did on 30 December 2011. */
function nextDay(start: DateTime): DateTime {
  return start.plus({ hours: 36 }).startOf("day");
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

/** The dates of a calendar that have a name, or hours of their own. */
export function namedDays(days: readonly Day[]): Day[] {
  return days.filter(({ kind }) => kind === "holiday" || kind === "exception");
}

/** What a day with a name is called. */
export function dayName({ kind, title }: Day): string {
  return title ?? (kind === "holiday" ? "bank holiday" : "hours of its own");
}
