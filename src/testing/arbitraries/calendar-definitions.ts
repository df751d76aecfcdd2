import fc from "fast-check";
import type {
  DateException,
  HoursDefinition,
  OwnBankHoliday,
} from "../../calendar/definition/definition";
import { DIVISIONS } from "../../calendar/holidays/bank-holidays";
import { DAY_MS, dayNumber, dayOfWall, formatDate } from "../../time/civil-date";
import { idOf } from "../options";
import { anyPeriods, anyWeekHours } from "./hours";
import { anyTimeZone, clockChanges } from "./zones";

/** The year that random dates shrink to, and how far before and after it they lie. */
const YEAR = 2024;
const YEARS = { before: 40, after: 12 };

/** Where in its year a date lies: some days from one of its clock changes, or on any of its days. */
interface DateDraft {
  readonly by: "day" | "clock-change";
  readonly n: number;
  readonly daysOn: number;
}

const dateDraft: fc.Arbitrary<DateDraft> = fc.record({
  by: fc.constantFrom("day", "clock-change"),
  n: fc.nat({ max: 365 }),
  daysOn: fc.integer({ min: -2, max: 2 }),
});

/**
 * Any calendar of hours: none to four periods a day, over midnight, up to `24:00` and touching; some
 * dates with hours of their own, more often than not about a clock change; bank holidays of its own
 * list, of a division, or none; in {@link anyTimeZone any zone}. `defineCalendar` takes them all.
 *
 * Its dates lie in one year from 1984 to 2036. A list of bank holidays speaks for its own years only,
 * so that such a calendar covers one or two; a calendar without hours never opens.
 *
 * @param options `id`: what to call it; `example` if not said
 * @example fc.assert(fc.property(anyCalendarDefinition(), (definition) => checkCalendar(defineCalendar(definition))))
 */
export function anyCalendarDefinition(options?: {
  readonly id?: string | undefined;
}): fc.Arbitrary<HoursDefinition> {
  const id = idOf(options, "anyCalendarDefinition");
  const holiday = fc.record({ date: dateDraft, titled: fc.boolean() });
  const exception = fc.record({ date: dateDraft, hours: anyPeriods(), titled: fc.boolean() });
  return fc
    .record({
      timeZone: anyTimeZone(),
      year: fc.integer({ min: -YEARS.before, max: YEARS.after }).map((years) => YEAR + years),
      hours: anyWeekHours(),
      bankHolidays: fc.option(
        fc.oneof(
          { weight: 3, arbitrary: fc.array(holiday, { maxLength: 5 }) },
          { weight: 1, arbitrary: fc.constantFrom(...DIVISIONS) },
        ),
        { freq: 2, nil: undefined },
      ),
      exceptions: fc.array(exception, { maxLength: 4 }),
    })
    .map(({ timeZone, year, hours, bankHolidays, exceptions }) => {
      const changes = changesOf(timeZone, year);
      const dateOf = (draft: DateDraft) => readDate(draft, year, changes);
      const own =
        typeof bankHolidays === "object" ? ownHolidays(bankHolidays, dateOf) : bankHolidays;
      const special = exceptions.map(
        ({ date, hours: periods, titled }): [string, DateException] => [
          dateOf(date),
          titled ? { hours: periods, title: "Special hours" } : periods,
        ],
      );
      return {
        id,
        timeZone,
        hours,
        ...(own === undefined ? {} : { bankHolidays: own }),
        ...(special.length === 0 ? {} : { exceptions: Object.fromEntries(special) }),
      };
    });
}

function ownHolidays(
  drafts: readonly { readonly date: DateDraft; readonly titled: boolean }[],
  dateOf: (draft: DateDraft) => string,
): readonly OwnBankHoliday[] {
  return drafts.map(({ date, titled }) =>
    titled ? { date: dateOf(date), title: "Holiday" } : dateOf(date),
  );
}

/** The dates, as day numbers, on which the clocks of a zone change in a year. */
function changesOf(timeZone: string, year: number): readonly number[] {
  const [fromMs, untilMs] = [dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1)].map(
    (day) => day * DAY_MS,
  );
  // Of two numbers, two.
  return clockChanges(timeZone, fromMs as number, untilMs as number).map(dayOfWall);
}

function readDate({ by, n, daysOn }: DateDraft, year: number, changes: readonly number[]): string {
  const change = by === "clock-change" ? changes[n % changes.length] : undefined;
  return formatDate((change ?? dayNumber(year, 1, 1 + n)) + daysOn);
}
