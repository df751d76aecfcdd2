import { CoverageError, type Tie } from "../src/timeline";
import type { Exported } from "./calendars";
import type { TicketRow } from "./tickets-table";

/** The library's answer to a question, from the calendar as it is and not from its tables. */
export type Answer = (ticket: TicketRow) => number | null;

export interface Library {
  readonly between: Answer;
  readonly addClose: Answer;
  readonly addNextOpen: Answer;
}

export function libraryAnswers(exported: readonly Exported[]): Library {
  const byName = new Map(exported.map((one) => [one.name, one]));

  const between: Answer = ({ calendar, start_ms, end_ms }) => {
    const one = byName.get(calendar);
    if (!one || !knows(one, start_ms) || !knows(one, end_ms)) return null;
    return one.calendar.timeline.between(start_ms, end_ms);
  };
  const add =
    (tie: Tie): Answer =>
    ({ calendar, start_ms, amount_ms }) => {
      const one = byName.get(calendar);
      if (!one || !knows(one, start_ms) || amount_ms === null) return null;
      const due = added(one, start_ms, amount_ms, tie);
      // The calendar may be open when the span ends; only the time after it can tell.
      const isUnknown = tie === "next-open" && amount_ms > 0 && due === one.span.toMs;
      return isUnknown || !knows(one, due) ? null : due;
    };
  return { between, addClose: add("close"), addNextOpen: add("next-open") };
}

/** Null if it lies outside even the coverage of the calendar. */
function added({ calendar }: Exported, start: number, amount: number, tie: Tie): number | null {
  try {
    return calendar.timeline.add(start, amount, tie);
  } catch (error) {
    if (error instanceof CoverageError) return null;
    throw error;
  }
}

function knows({ span }: Exported, ms: number | null): ms is number {
  return ms !== null && ms >= span.fromMs && ms <= span.toMs;
}
