import fc from "fast-check";
import type {
  BankHolidayItem,
  HoursDefinition,
  WeekHours,
} from "../../calendar/definition/definition";
import { DIVISIONS } from "../../calendar/holidays/bank-holidays";
import { idOf } from "../options";
import { type DateDraft, dateDraft, datesIn } from "./date-drafts";
import { anyPeriods, anyWeekHours } from "./hours";
import { readRule, ruleDraft } from "./rules";
import { anyTimeZone } from "./zones";

/** The year that random dates shrink to, and how many years before and after it they may lie. */
const YEAR = 2024;
const YEARS = { before: 40, after: 12 };

/** A list of bank holidays whose dates have yet to be read. */
type HolidayDrafts = readonly { readonly date: DateDraft; readonly titled: boolean }[];

const holidayDrafts: fc.Arbitrary<HolidayDrafts> = fc.array(
  fc.record({ date: dateDraft, titled: fc.boolean() }),
  { maxLength: 5 },
);

/** A value, or more often undefined. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary },
  );

/**
 * Any calendar of hours: none to four periods a day, over midnight, up to `24:00` and touching; hours that
 * change on a date; rules of each kind; some dates with hours of their own, more often than not near a
 * clock change; bank holidays in a custom list, of a division, of both, or none, closed or with hours; in
 * {@link anyTimeZone any zone}. `defineCalendar` accepts them all.
 *
 * Its dates lie in one year from 1984 to 2036. A custom list of bank holidays covers only
 * its own years, so such a calendar covers one or two. A calendar without hours never opens.
 *
 * @param options `id`: the name of the calendar; `example` by default
 * @example fc.assert(fc.property(anyCalendarDefinition(), (definition) => checkCalendar(defineCalendar(definition))))
 */
export function anyCalendarDefinition(options?: {
  readonly id?: string | undefined;
}): fc.Arbitrary<HoursDefinition> {
  const id = idOf(options, "anyCalendarDefinition");
  const exception = fc.record({ date: dateDraft, hours: anyPeriods(), titled: fc.boolean() });
  const season = fc.record({ date: dateDraft, hours: anyWeekHours() });
  return fc
    .record({
      timeZone: anyTimeZone(),
      year: fc.integer({ min: -YEARS.before, max: YEARS.after }).map((years) => YEAR + years),
      hours: anyWeekHours(),
      bankHolidays: fc.option(
        fc.oneof(
          { weight: 6, arbitrary: holidayDrafts },
          { weight: 2, arbitrary: fc.constantFrom(...DIVISIONS) },
          { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...DIVISIONS), holidayDrafts) },
        ),
        { freq: 2, nil: undefined },
      ),
      bankHolidayHours: seldom(anyPeriods()),
      bankHolidaysOnWeekends: seldom(fc.constantFrom("open" as const, "closed" as const)),
      hoursFrom: seldom(fc.array(season, { minLength: 1, maxLength: 3 })),
      rules: seldom(fc.array(ruleDraft, { minLength: 1, maxLength: 4 })),
      exceptions: fc.array(exception, { maxLength: 4 }),
    })
    .map(({ timeZone, year, hours, bankHolidays, hoursFrom, rules, exceptions, ...onHolidays }) => {
      const dateOf = datesIn(timeZone, year);
      const holidays = bankHolidays && holidaysOf(bankHolidays, dateOf);
      const seasons = hoursFrom?.map((each): [string, WeekHours] => [
        dateOf(each.date),
        each.hours,
      ]);
      const special = exceptions.map(
        ({ date, hours: periods, titled }) =>
          [dateOf(date), titled ? { hours: periods, title: "Special hours" } : periods] as const,
      );
      return given({
        id,
        timeZone,
        hours,
        hoursFrom: seasons && Object.fromEntries(seasons),
        bankHolidays: holidays,
        ...(holidays === undefined ? {} : onHolidays),
        rules: rules?.map((rule) => readRule(rule, dateOf)),
        exceptions: special.length === 0 ? undefined : Object.fromEntries(special),
      });
    });
}

type Holidays = string | HolidayDrafts | readonly [division: string, own: HolidayDrafts];

function holidaysOf(
  holidays: Holidays,
  dateOf: (draft: DateDraft) => string,
): string | readonly BankHolidayItem[] {
  if (typeof holidays === "string") return holidays;
  return holidays.flatMap((item): readonly BankHolidayItem[] => {
    if (typeof item === "string") return [item];
    if (!("date" in item)) return [...(holidaysOf(item, dateOf) as readonly BankHolidayItem[])];
    return [item.titled ? { date: dateOf(item.date), title: "Holiday" } : dateOf(item.date)];
  });
}

type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The same object without the keys whose value is undefined. */
function given<T extends object>(value: T): Given<T> {
  // No remaining value is undefined.
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined),
  ) as Given<T>;
}
