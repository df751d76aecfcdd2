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
import { parsePeriod } from "../time/wall-period";
import { type DateRange, MOST_DATES } from "./day-kind";
import { areSame, type DayTimes, dayTimes } from "./day-times";
import { type HoursPlan, planOf } from "./hours-plan";

/** The hours of a calendar, day by day, as formats of opening hours can say them. */
export interface PlainHours extends HoursPlan {
  /** The hours of bank holidays; undefined if it has none. */
  readonly onHolidays: DayTimes | undefined;
  /** The dates with hours of their own, in order. */
  readonly exceptions: readonly PlainException[];
  readonly definition: HoursDefinition;
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
  const message = `${exceptions.length} dates with hours of their own given; a reader takes at most ${MOST_DATES}, so give fewer dates or more than one calendar`;
  throw new DefinitionError(calendar, [{ path: ["exceptions"], message }]);
}

/**
 * Works out the hours of a calendar, day by day.
 *
 * @throws {DefinitionError} if it is invalid, made of two calendars, or has rules that no format of opening
 *   hours says.
 */
export function plainHours(definition: CalendarDefinition): PlainHours {
  const checked = defineCalendar(definition).toJSON();
  const name = nameOf("calendar", definition);
  if (isCombined(checked)) {
    const path = COMBINERS.filter((key) => checked[key] !== undefined);
    const message =
      "a calendar made of two others cannot be written as opening hours; give a calendar of hours";
    throw new DefinitionError(name, [{ path, message }]);
  }
  const { bankHolidays, bankHolidayHours = [] } = checked;
  const rule = rulesOf(checked, new Map());
  const hasHolidays = bankHolidays !== undefined && !isEmpty(bankHolidays);
  return {
    definition: checked,
    ...planOf(checked, name),
    onHolidays: hasHolidays
      ? dayTimes(bankHolidayHours.flatMap((text) => parsePeriod(text) ?? []))
      : undefined,
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

function isEmpty(bankHolidays: NonNullable<HoursDefinition["bankHolidays"]>): boolean {
  return Array.isArray(bankHolidays) && bankHolidays.length === 0;
}

/** Whether its hours change on a date or recur. */
export function isChanging({ seasons, stretches, nth }: PlainHours): boolean {
  return seasons.length > 0 || stretches.length > 0 || nth.length > 0;
}

/** All its times. */
export function timesIn(plain: PlainHours): readonly DayTimes[] {
  const { week, seasons, stretches, nth, exceptions, onHolidays } = plain;
  return [
    ...week,
    ...seasons.flatMap((season) => season.week),
    ...stretches.flatMap((stretch) => stretch.week.flatMap((times) => times ?? [])),
    ...[...nth, ...exceptions].map(({ times }) => times),
    ...(onHolidays ? [onHolidays] : []),
  ];
}
