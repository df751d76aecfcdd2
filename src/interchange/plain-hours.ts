import { defineCalendar } from "../calendar/define-calendar";
import { isCombined } from "../calendar/definition/check-definition";
import {
  type CalendarDefinition,
  COMBINERS,
  type HoursDefinition,
} from "../calendar/definition/definition";
import { rulesOf } from "../calendar/hours/day-rules";
import { DefinitionError, nameOf } from "../input/problems";
import { type DayNumber, parseDate } from "../time/civil-date";
import { type DateRange, MOST_DATES, WEEK } from "./day-kind";
import { areSame, type DayTimes, dayTimes } from "./day-times";

/** What a calendar of hours says, day by day, as formats of opening hours can say it. */
export interface PlainHours {
  /** Monday to Sunday. */
  readonly week: readonly DayTimes[];
  /** Whether it is closed on bank holidays. */
  readonly closedOnHolidays: boolean;
  /** The dates with hours of their own, in order. */
  readonly exceptions: readonly PlainException[];
}

export interface PlainException {
  readonly date: DayNumber;
  /** ISO. */
  readonly text: string;
  readonly title: string | undefined;
  readonly times: DayTimes;
}

/** Dates in a row that have the same hours and title. */
export interface ExceptionRun extends DateRange {
  readonly title: string | undefined;
  readonly times: DayTimes;
}

/** The exceptions in as few ranges of dates as can be. */
export function runsOf(exceptions: readonly PlainException[]): readonly ExceptionRun[] {
  const runs: ExceptionRun[] = [];
  for (const { date, title, times } of exceptions) {
    const last = runs.at(-1);
    const goesOn = last?.to === date - 1 && last.title === title && areSame(last.times, times);
    if (goesOn) runs[runs.length - 1] = { ...last, to: date };
    else runs.push({ from: date, to: date, title, times });
  }
  return runs;
}

/**
 * @throws {DefinitionError} if a calendar has more dates with hours of their own than an import reads.
 */
export function checkReadable({ exceptions }: PlainHours, calendar: string): void {
  if (exceptions.length <= MOST_DATES) return;
  const message = `${exceptions.length} dates with hours of their own given; at most ${MOST_DATES} can be written and read again, so give fewer dates or more than one calendar`;
  throw new DefinitionError(calendar, [{ path: ["exceptions"], message }]);
}

/** Some Monday; the weeks of a calendar are all alike. */
const MONDAY: DayNumber = 4;

/**
 * What a calendar says, day by day.
 *
 * @throws {DefinitionError} if it is invalid, or made of two calendars.
 */
export function plainHours(definition: CalendarDefinition): PlainHours {
  const checked = defineCalendar(definition).toJSON();
  if (isCombined(checked)) {
    const path = COMBINERS.filter((key) => checked[key] !== undefined);
    const message =
      "a calendar made of two others cannot be said as opening hours; give a calendar of hours";
    throw new DefinitionError(nameOf("calendar", definition), [{ path, message }]);
  }
  refuseChanges(checked, nameOf("calendar", definition));
  const { bankHolidays } = checked;
  const rule = rulesOf(checked, new Map());
  const { exceptions: _, ...usual } = checked;
  const ofWeek = rulesOf(usual, new Map());
  return {
    week: WEEK.map((day) => dayTimes(ofWeek(MONDAY + day).periods)),
    closedOnHolidays: bankHolidays !== undefined && !isEmpty(bankHolidays),
    exceptions: Object.keys(checked.exceptions ?? {})
      .sort()
      .flatMap((text) => {
        const date = parseDate(text);
        if (date === undefined) return [];
        const { periods, title } = rule(date);
        return [{ date, text, title, times: dayTimes(periods) }];
      }),
  };
}

/** The keys of a definition that make one week unlike another. */
const CHANGES = ["hoursFrom", "rules", "bankHolidayHours"] as const;

/** Refuses hours that change or come again: one week and single dates do not say them. */
function refuseChanges(definition: HoursDefinition, calendar: string): void {
  const problems = CHANGES.filter((key) => hasAny(definition[key])).map((key) => ({
    path: [key],
    message:
      "it cannot be written as opening hours; write the hours of one season at a time, without it",
  }));
  if (problems.length > 0) throw new DefinitionError(calendar, problems);
}

function hasAny(value: object | undefined): boolean {
  return value !== undefined && Object.keys(value).length > 0;
}

function isEmpty(bankHolidays: NonNullable<HoursDefinition["bankHolidays"]>): boolean {
  return Array.isArray(bankHolidays) && bankHolidays.length === 0;
}
