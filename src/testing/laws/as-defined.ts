import fc from "fast-check";
import { DUES } from "../../calendar/days/counted-days";
import type { WorkingCalendar } from "../../calendar/working-calendar";
import { parseDate } from "../../time/civil-date";
import { isoOf } from "../../timeline/errors";
import { DAY_MS, MINUTE_MS } from "../../timeline/units";
import { Amount } from "../amounts";
import {
  changeDates,
  datesBesideDivisions,
  exceptionDates,
  holidayDates,
  yearlyDays,
} from "../arbitraries/definition-parts";
import { found } from "../arbitraries/edges";
import { anyInstantsNear, anySpanNear } from "../arbitraries/instants";
import { clockChanges } from "../arbitraries/zones";
import { ask, type Iso } from "../ask";
import { calendarLaw } from "../calendar-law";
import { is } from "../claims";
import { type Bounds, boundsOf } from "../options";
import { openIn, type PlainCalendar, plainCalendar, startOf } from "../replay/calendar";
import type { Period } from "../replay/periods";
import { dateAt, daysAfter, offsetAt } from "../replay/wall";
import {
  isWorkingDay,
  momentOf,
  nthWorkingDay,
  type PlainDue,
  received,
  workingDaysBetween,
} from "../replay/working-days";
import * as plainTime from "../replay/working-time";

/** The most dates of each kind that are looked at one by one. */
const MOST_DATES = 40;

/** How many days about an instant are worked out plainly. */
const NEARBY = { withinDays: 20 };

/**
 * Laws that work out what a definition says, plainly and date by date, and compare: the laws about
 * themselves hold for a calendar that is wrong through and through.
 */
export const asDefinedLaws = [
  calendarLaw(
    "hours-as-defined",
    "every date has the hours that the definition gives it: by its exception, a bank holiday, the rules, or the week that holds",
    (calendar, { forAll, forEach }, span) => {
      const plain = plainCalendar(calendar.toJSON());
      const bounds = boundsOf([calendar], span);
      const holds = ({ date }: { readonly date: string }) => {
        if (isCovered(calendar, date)) sameHours(calendar, plain, date);
      };
      forEach(
        namedDates(calendar, bounds).map((date) => ({ date })),
        holds,
      );
      const threeDays = [0, 1, 2];
      forAll(anyInstantsNear(calendar, ["at"], span), ({ at }) => {
        const date = dateAt(plain.timeZone, Date.parse(at));
        for (const days of threeDays) holds({ date: daysAfter(date, days) });
      });
    },
  ),

  calendarLaw(
    "time-as-defined",
    "working time is counted, added and looked for as the definition has it",
    (calendar, { forAll }, span) => {
      const plain = plainCalendar(calendar.toJSON());
      const asked = ask(calendar);
      forAll(anySpanNear(calendar, { ...span, ...NEARBY }), ({ a, b }) => {
        const [from, to] = [Date.parse(a), Date.parse(b)];
        const worked = plainTime.between(plain, from, to);
        is("between(a, b)", new Amount(asked.between(a, b)), new Amount(worked));
        is("between(b, a)", new Amount(asked.between(b, a)), new Amount(0 - worked));
        is("isOpen(a)", asked.isOpen(a), plainTime.isOpen(plain, from));
        const searches: Searches = {
          "add(a, amount)": [() => asked.add(a, worked), plainTime.add(plain, from, worked)],
          'add(a, amount, { tie: "next-open" })': [
            () => asked.add(a, worked, "next-open"),
            plainTime.add(plain, from, worked, "next-open"),
          ],
          "subtract(b, amount)": [
            () => asked.subtract(b, worked),
            plainTime.subtract(plain, to, worked),
          ],
          "nextOpen(a)": [() => asked.nextOpen(a), plainTime.nextOpen(plain, from)],
          "nextClose(a)": [() => asked.nextClose(a), plainTime.nextClose(plain, from)],
          "previousOpen(a)": [() => asked.previousOpen(a), plainTime.previousOpen(plain, from)],
          "previousClose(a)": [() => asked.previousClose(a), plainTime.previousClose(plain, from)],
        };
        sameFinds(calendar, searches);
      });
    },
  ),

  calendarLaw(
    "days-as-defined",
    "working days are those with hours of their own, counted from the day of receipt to the moment that is due",
    (calendar, { forAll }, span) => {
      const plain = plainCalendar(calendar.toJSON());
      const examples = fc.tuple(
        anySpanNear(calendar, { ...span, ...NEARBY }),
        fc.record({
          n: fc.integer({ min: 0, max: 6 }),
          due: fc.constantFrom<PlainDue>(...DUES, { at: "12:00" }),
          cutoff: fc.option(fc.constantFrom("at", "a minute later", "a minute earlier", "12:00")),
        }),
      );
      const named = examples.map(([{ a, b }, { n, due, cutoff }]) => {
        const time = cutoff === null ? null : cutoffAt(plain, a, cutoff);
        return { a, b, n, due, ...(time === null ? {} : { cutoff: time }) };
      });
      forAll(named, ({ a, b, n, due, cutoff }) => {
        const [from, to] = [a, b].map((at) => dateAt(plain.timeZone, Date.parse(at)));
        if (!from || !to || ![from, to].every((date) => isCovered(calendar, date))) return;
        is(
          "workingDaysBetween(a, b)",
          calendar.workingDaysBetween(a, b),
          workingDaysBetween(plain, from, to),
        );
        const chosen = cutoff === undefined ? { due } : { due, cutoff };
        sameFinds(calendar, {
          [`addWorkingDays(a, n, ${JSON.stringify(chosen)})`]: [
            () => isoOf(calendar.addWorkingDays(a, n, chosen).toMillis()),
            dueWithin(calendar, plain, Date.parse(a), n, chosen),
          ],
        });
      });
    },
  ),

  calendarLaw(
    "provisional-as-defined",
    "an answer is provisional exactly if it depends on dates after the last year whose bank holidays are published",
    (calendar, { forAll }, span) => {
      const { publishedUntilMs } = plainCalendar(calendar.toJSON());
      const edges = [-1, 0, 1].map((ms) => publishedUntilMs + ms).filter(Number.isFinite);
      const instants = anyInstantsNear(calendar, ["at"], span);
      const examples = fc.oneof(
        instants,
        ...(edges.length > 0 ? [fc.constantFrom(...edges).map((ms) => ({ at: isoOf(ms) }))] : []),
      );
      forAll(examples, ({ at }) => {
        is("isProvisional(at)", calendar.isProvisional(at), Date.parse(at) > publishedUntilMs);
      });
    },
  ),
] as const;

/** A question asked of a calendar, and what the plain replay finds; undefined if it looked no further. */
type Searches = Readonly<
  Record<string, readonly [ask: () => Iso | null, expected: number | undefined]>
>;

/** Claims that searches find the same, if what is to be found lies within the coverage. */
function sameFinds({ timeline }: WorkingCalendar, searches: Searches): void {
  for (const [question, [ask, expected]] of Object.entries(searches)) {
    if (expected === undefined || expected <= timeline.startMs || expected >= timeline.endMs)
      continue;
    is(question, found(ask) ?? null, isoOf(expected));
  }
}

/** Claims that a date is open when the definition says, and why. */
function sameHours(calendar: WorkingCalendar, plain: PlainCalendar, date: string): void {
  is(`isWorkingDay(${date})`, calendar.isWorkingDay(date), isWorkingDay(plain, date));
  const written = plain.written?.(date);
  if (written && isWorkingDay(plain, date) && !changesNear(plain, date)) {
    const isWritable = written.periods.every(({ open, close }) => close - open < DAY_MS);
    if (isWritable) is(`hoursOn(${date})`, calendar.hoursOn(date), textsOf(written.periods));
  }
  if (written) {
    is(`reasonFor(${date}).because`, calendar.reasonFor(date).because, written.because);
  }
  const { startMs, endMs } = calendar.timeline;
  const open = Math.max(startMs, startOf(plain, date));
  const close = Math.min(endMs, startOf(plain, daysAfter(date, 1)));
  if (open >= close) return;
  const periods = openIn(plain, open, close);
  const worked = periods.reduce((sum, period) => sum + period.close - period.open, 0);
  is(
    `between the midnights of ${date}`,
    new Amount(calendar.between(open, close).toMillis()),
    new Amount(worked),
  );
  for (const edge of periods.flatMap((period) => [period.open, period.close])) {
    for (const at of [edge - 1, edge].filter((ms) => open <= ms && ms < close)) {
      is(`isOpen(${isoOf(at)})`, calendar.isOpen(at), plainTime.isOpen(plain, at));
    }
  }
}

/** The dates of a span that a definition names, and those on which the clocks change, with those after them. */
function namedDates(calendar: WorkingCalendar, { fromMs, untilMs }: Bounds): readonly string[] {
  const definition = calendar.toJSON();
  const { timeZone } = calendar;
  const [first, last] = [dateAt(timeZone, fromMs), dateAt(timeZone, untilMs - 1)];
  const kinds = [
    exceptionDates(definition),
    holidayDates(definition),
    datesBesideDivisions(definition),
    changeDates(definition),
    yearlyDates(yearlyDays(definition), first, last),
    // From the date before a change to that after it, with a date between them that the zone skips.
    clockChanges(timeZone, fromMs, untilMs - 1).flatMap((ms) =>
      datesFrom(dateAt(timeZone, ms - 1), dateAt(timeZone, ms)),
    ),
  ];
  const within = kinds.map((dates) => dates.filter((date) => first <= date && date <= last));
  const named = within.flatMap((dates) => thinned(dates));
  // A day before each as well: on it rules for the eve of another date hold, or still the old hours.
  return [...new Set(named.flatMap((date) => [-1, 0, 1].map((days) => daysAfter(date, days))))];
}

/** The dates of some days of the year that lie within a span of dates; some of a long one. */
function yearlyDates(days: readonly string[], first: string, last: string): readonly string[] {
  const [from, to] = [first, last].map((date) => Number(date.slice(0, 4)));
  const years = Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => Number(from) + i);
  // Not every year has a 29 February.
  const dates = years.flatMap((year) => days.map((day) => `${year}-${day}`));
  return dates.filter((date) => parseDate(date) !== undefined);
}

function datesFrom(first: string, last: string): readonly string[] {
  const dates: string[] = [];
  for (let date = first; date <= last; date = daysAfter(date, 1)) dates.push(date);
  return dates;
}

/** Some of a list, spread evenly over it, if it is long. */
function thinned<T>(items: readonly T[]): readonly T[] {
  const step = Math.max(1, items.length / MOST_DATES);
  return items.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}

function isCovered(calendar: WorkingCalendar, date: string): boolean {
  const { from, to } = calendar.coverage;
  return from <= date && date <= to;
}

/** Whether the clocks change about a date, so its hours are not what is written. */
function changesNear({ timeZone }: PlainCalendar, date: string): boolean {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const offsets = [-1, 0, 1, 2, 3].map((days) => offsetAt(timeZone, midnight + days * DAY_MS));
  return new Set(offsets).size > 1;
}

/** Periods as a definition writes them. */
function textsOf(periods: readonly Period[]): readonly string[] {
  return periods.map(({ open, close }) => {
    const end = new Date(close).toISOString().slice(11, 16);
    return `${new Date(open).toISOString().slice(11, 16)}-${end === "00:00" ? "24:00" : end}`;
  });
}

/** A cutoff as an instant meets it: at its own minute, or about it. */
function cutoffAt({ timeZone }: PlainCalendar, at: Iso, which: string): string {
  if (which === "12:00") return which;
  const minutes = { at: 0, "a minute later": 1, "a minute earlier": -1 }[which] ?? 0;
  const wall = Date.parse(at) + offsetAt(timeZone, Date.parse(at)) + minutes * MINUTE_MS;
  return new Date(wall).toISOString().slice(11, 16);
}

/** When working days are up, if the last of them lies within the coverage. */
function dueWithin(
  calendar: WorkingCalendar,
  plain: PlainCalendar,
  atMs: number,
  n: number,
  { due, cutoff }: { readonly due: PlainDue; readonly cutoff?: string },
): number | undefined {
  const zero = received(plain, atMs, cutoff);
  const last = zero === undefined ? undefined : nthWorkingDay(plain, zero, n);
  if (last === undefined || !isCovered(calendar, last)) return undefined;
  return momentOf(plain, last, due, atMs);
}
