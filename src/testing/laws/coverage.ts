import fc from "fast-check";
import type { WorkingCalendar } from "../../calendar/working-calendar";
import { formatDate, parseDate } from "../../time/civil-date";
import { isoOf } from "../../timeline/errors";
import { DAY_MS } from "../../timeline/units";
import { found } from "../arbitraries/edges";
import { anyInstantsNear } from "../arbitraries/instants";
import { ask, type Iso } from "../ask";
import { calendarLaw } from "../calendar-law";
import { inOrder, is } from "../claims";

/** Every question that takes an instant; `inside` is another instant, which is covered. */
const TIME_QUESTIONS: Readonly<
  Record<string, (calendar: WorkingCalendar, at: Iso, inside: Iso) => unknown>
> = {
  "isOpen(at)": (calendar, at) => calendar.isOpen(at),
  "add(at, nothing)": (calendar, at) => calendar.add(at, { hours: 0 }),
  "add(at, an hour)": (calendar, at) => calendar.add(at, { hours: 1 }),
  "subtract(at, an hour)": (calendar, at) => calendar.subtract(at, { hours: 1 }),
  "between(at, inside)": (calendar, at, inside) => calendar.between(at, inside),
  "between(inside, at)": (calendar, at, inside) => calendar.between(inside, at),
  "nextOpen(at)": (calendar, at) => calendar.nextOpen(at),
  "nextClose(at)": (calendar, at) => calendar.nextClose(at),
  "previousOpen(at)": (calendar, at) => calendar.previousOpen(at),
  "previousClose(at)": (calendar, at) => calendar.previousClose(at),
  "periods(at, inside)": (calendar, at, inside) => [...calendar.periods(at, inside)],
};

/** Every question that takes a date. */
const DATE_QUESTIONS: Readonly<
  Record<string, (calendar: WorkingCalendar, date: string, inside: string) => unknown>
> = {
  "isWorkingDay(date)": (calendar, date) => calendar.isWorkingDay(date),
  "hoursOn(date)": (calendar, date) => calendar.hoursOn(date),
  "workingDaysBetween(date, inside)": (calendar, date, inside) =>
    calendar.workingDaysBetween(date, inside),
  "workingDaysBetween(inside, date)": (calendar, date, inside) =>
    calendar.workingDaysBetween(inside, date),
  "addWorkingDays(at(date), 1)": (calendar, date) => calendar.addWorkingDays(calendar.at(date), 1),
};

const REFUSED = "a CoverageError";

const anyBeyondMs = fc.oneof(
  { withCrossShrink: true },
  fc.constantFrom(1, DAY_MS),
  fc.integer({ min: 1, max: 400 * DAY_MS }),
);

/** Laws about what a calendar does not know. */
export const coverageLaws = [
  calendarLaw(
    "coverage",
    "no question outside the coverage is ever answered: each is a CoverageError",
    (calendar, { forAll }, span) => {
      const { start, end, from, to } = calendar.coverage;
      const inside = anyInstantsNear(calendar, ["inside"], span);
      forAll(fc.record({ beyondMs: anyBeyondMs, inside }), ({ beyondMs, inside: { inside } }) => {
        for (const ms of [start.toMillis() - beyondMs, end.toMillis() + beyondMs]) {
          for (const [question, ask] of Object.entries(TIME_QUESTIONS)) {
            refused(`${question} for ${isoOf(ms)}`, () => ask(calendar, isoOf(ms), inside));
          }
        }
        const beyondDays = Math.ceil(beyondMs / DAY_MS);
        for (const date of [daysAfter(from, -beyondDays), daysAfter(to, beyondDays)]) {
          for (const [question, ask] of Object.entries(DATE_QUESTIONS)) {
            refused(`${question} for ${date}`, () => ask(calendar, date, from));
          }
        }
      });
    },
  ),

  calendarLaw(
    "coverage-amounts",
    "an amount that the coverage holds is due within it, and a millisecond more is a CoverageError",
    (calendar, { forAll }, span) => {
      const { between, add, subtract, start, end } = ask(calendar);
      forAll(anyInstantsNear(calendar, ["at"], span), ({ at }) => {
        const [before, after] = [between(start, at), between(at, end)];
        inOrder({ at, "add(at, all that is left)": add(at, after), end });
        inOrder({ start, "subtract(at, all that has been)": subtract(at, before), at });
        refused("isOpen(end)", () => calendar.isOpen(end));
        refused("add(at, all that is left and 1 ms)", () => add(at, after + 1));
        refused("subtract(at, all that has been and 1 ms)", () => subtract(at, before + 1));
      });
    },
  ),
] as const;

function refused(question: string, ask: () => unknown): void {
  const outcome = found(() => {
    ask();
    return "an answer";
  });
  is(question, outcome ?? REFUSED, REFUSED);
}

/** The ISO date some days after another, or before it. */
function daysAfter(date: string, days: number): string {
  // A calendar's first and last date exist.
  return formatDate((parseDate(date) as number) + days);
}
