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
import { WEEK } from "./day-kind";
import { type DayTimes, dayTimes } from "./day-times";

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

/** Some Monday; the weeks of a calendar are all alike. */
const MONDAY: DayNumber = 4;

/**
 * What a calendar says, day by day.
 *
 * @throws {DefinitionError} where it is no definition, or one made of two calendars.
 */
export function plainHours(definition: CalendarDefinition): PlainHours {
  const checked = defineCalendar(definition).toJSON();
  if (isCombined(checked)) {
    const path = COMBINERS.filter((key) => checked[key] !== undefined);
    const message =
      "a calendar made of two others cannot be said as opening hours; give a calendar of hours";
    throw new DefinitionError(nameOf("calendar", definition), [{ path, message }]);
  }
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

function isEmpty(bankHolidays: NonNullable<HoursDefinition["bankHolidays"]>): boolean {
  return Array.isArray(bankHolidays) && bankHolidays.length === 0;
}
