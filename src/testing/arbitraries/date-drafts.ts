import fc from "fast-check";
import { dayNumber, dayOfWall, formatDate } from "../../time/civil-date";
import { DAY_MS } from "../../timeline/units";
import { clockChanges } from "./zones";

/** Where in its year a date lies: some days from one of the clock changes, or on any day. */
export interface DateDraft {
  readonly by: "day" | "clock-change";
  readonly n: number;
  readonly daysOn: number;
}

export const dateDraft: fc.Arbitrary<DateDraft> = fc.record({
  by: fc.constantFrom("day", "clock-change"),
  n: fc.nat({ max: 365 }),
  daysOn: fc.integer({ min: -2, max: 2 }),
});

/** Reads the drafts of a year in a zone as ISO dates. */
export function datesIn(timeZone: string, year: number): (draft: DateDraft) => string {
  const changes = changesOf(timeZone, year);
  return (draft) => readDate(draft, year, changes);
}

/** The dates, as day numbers, on which the clocks of a zone change in a year. */
function changesOf(timeZone: string, year: number): readonly number[] {
  const [fromMs, untilMs] = [dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1)].map(
    (day) => day * DAY_MS,
  );
  // A pair of numbers maps to a pair.
  return clockChanges(timeZone, fromMs as number, untilMs as number).map(dayOfWall);
}

function readDate({ by, n, daysOn }: DateDraft, year: number, changes: readonly number[]): string {
  const change = by === "clock-change" ? changes[n % changes.length] : undefined;
  return formatDate((change ?? dayNumber(year, 1, 1 + n)) + daysOn);
}
