import fc from "fast-check";
import { BOUNDS, type DayBounds } from "../../calendar/calendar-options";
import { DUES } from "../../calendar/days/counted-days";
import type { WorkingCalendar } from "../../calendar/working-calendar";
import { isoOf } from "../../timeline/errors";
import { MINUTE_MS } from "../../timeline/units";
import { Amount } from "../amounts";
import { found } from "../arbitraries/edges";
import { anyInstantsNear, anySpanNear } from "../arbitraries/instants";
import { ask, type Iso } from "../ask";
import { calendarLaw } from "../calendar-law";
import { is } from "../claims";
import { boundsOf } from "../options";
import { type PlainCalendar, plainCalendar } from "../replay/calendar";
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
import { namedDates } from "./named-dates";
import { sameHours, sameWritten } from "./same-hours";

/** How many days around an instant are worked out plainly. */
const NEARBY = { withinDays: 20 };

/**
 * Laws that work out plainly, date by date, what a definition says, and compare. Laws of consistency alone
 * would hold for a calendar that is wrong throughout.
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
      const { all, some } = namedDates(calendar, bounds);
      const examples = (dates: readonly string[]) => dates.map((date) => ({ date }));
      forEach(examples(all), ({ date }) => {
        if (isCovered(calendar, date)) sameWritten(calendar, plain, date);
      });
      forEach(examples(some), holds);
      const threeDays = [0, 1, 2];
      forAll(anyInstantsNear(calendar, ["at"], span), ({ at }) => {
        const date = dateAt(plain.timeZone, Date.parse(at));
        for (const days of threeDays) holds({ date: daysAfter(date, days) });
      });
    },
  ),

  calendarLaw(
    "time-as-defined",
    "working time is counted, added and looked for as the definition says",
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
          'subtract(b, amount, { tie: "previous-close" })': [
            () => asked.subtract(b, worked, "previous-close"),
            plainTime.subtract(plain, to, worked, "previous-close"),
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
          bounds: fc.constantFrom(...BOUNDS),
        }),
      );
      const named = examples.map(([{ a, b }, { n, due, cutoff, bounds }]) => {
        const time = cutoff === null ? null : cutoffAt(plain, a, cutoff);
        return { a, b, n, due, bounds, ...(time === null ? {} : { cutoff: time }) };
      });
      forAll(named, ({ a, b, n, due, cutoff, bounds }) => {
        const [from, to] = [a, b].map((at) => dateAt(plain.timeZone, Date.parse(at)));
        if (!from || !to || ![from, to].every((date) => isCovered(calendar, date))) return;
        is(
          "workingDaysBetween(a, b)",
          calendar.workingDaysBetween(a, b),
          workingDaysBetween(plain, from, to),
        );
        const first = received(plain, Date.parse(a), cutoff);
        if (first !== undefined && first <= to && isCovered(calendar, first)) {
          const counting = cutoff === undefined ? { bounds } : { bounds, cutoff };
          is(
            `workingDaysBetween(a, b, ${JSON.stringify(counting)})`,
            calendar.workingDaysBetween(a, b, counting),
            workingDaysBetween(plain, first, to) + boundary(plain, bounds, first, to),
          );
        }
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

/** A question asked of a calendar, and the answer of the plain replay; undefined if it stopped looking. */
type Searches = Readonly<
  Record<string, readonly [ask: () => Iso | null, expected: number | undefined]>
>;

/** Claims that searches find the same, if the answer lies within the coverage. */
function sameFinds({ timeline }: WorkingCalendar, searches: Searches): void {
  for (const [question, [ask, expected]] of Object.entries(searches)) {
    if (expected === undefined || expected <= timeline.startMs || expected >= timeline.endMs)
      continue;
    is(question, found(ask) ?? null, isoOf(expected));
  }
}

function isCovered(calendar: WorkingCalendar, date: string): boolean {
  const { from, to } = calendar.coverage;
  return from <= date && date <= to;
}

/** How many days more than after the first date, up to and including the last, some bounds count. */
function boundary(plain: PlainCalendar, bounds: DayBounds, first: string, last: string): number {
  const [isFirst, isLast] = [first, last].map((date) => Number(isWorkingDay(plain, date)));
  if (bounds === "(]") return 0;
  return Number(isFirst) - (bounds === "[]" ? 0 : Number(isLast));
}

/** A cutoff near an instant: at the minute of the instant, or a minute from it. */
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
