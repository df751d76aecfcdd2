import { defineCalendar } from "../calendar/define-calendar";
import type { HoursDefinition } from "../calendar/definition/definition";
import { divisionNamed } from "../calendar/holidays/bank-holidays";
import { datesGiven, holidaysOf } from "../calendar/holidays/holidays-of";
import { isJsonObject } from "../input/json";
import { checkKeys } from "../input/options";
import { DefinitionError } from "../input/problems";
import { type DayNumber, dayOf } from "../time/civil-date";

/** What a calendar needs that formats of opening hours do not say. */
export interface ImportOptions {
  /** What to call the calendar. */
  readonly id: string;
  /** The IANA zone of the hours. */
  readonly timeZone: string;
  readonly title?: string | undefined;
  /** Where the hours come from. */
  readonly source?: HoursDefinition["source"] | undefined;
  /**
   * The dates of public holidays, as in a definition. They count only if the hours name public
   * holidays; otherwise the calendar is open on them as usual.
   */
  readonly bankHolidays?: HoursDefinition["bankHolidays"] | undefined;
}

const KNOWN = ["id", "timeZone", "title", "source", "bankHolidays"] as const;

/**
 * The parts of a definition that options give, checked.
 *
 * @throws {DefinitionError} with every problem found in them.
 * @throws {CoreHoursError} `option-unknown` for any other option.
 */
export function namedBy(options: ImportOptions): Omit<HoursDefinition, "hours" | "bankHolidays"> {
  if (!isJsonObject(options)) {
    throw new DefinitionError("options", [
      {
        path: [],
        message: 'expected options such as { "id": "desk", "timeZone": "Europe/London" }',
      },
    ]);
  }
  checkKeys(options, KNOWN, "reading opening hours");
  const { id, timeZone, title, source, bankHolidays } = options;
  const named = {
    id,
    ...(title === undefined ? {} : { title }),
    ...(source === undefined ? {} : { source }),
    timeZone,
  };
  defineCalendar({ ...named, hours: {}, ...(bankHolidays === undefined ? {} : { bankHolidays }) });
  return named;
}

/** The titles of bank holidays by date. */
export type HolidayTitles = ReadonlyMap<DayNumber, string | undefined>;

/** The weekends on which fixed days of the divisions of checked bank holidays fall, with their titles. */
export function weekendsOf(given: HoursDefinition["bankHolidays"]): HolidayTitles {
  if (given === undefined) return new Map();
  const holidays = holidaysOf(
    { timeZone: "UTC", hours: {}, bankHolidays: given, bankHolidaysOnWeekends: "closed" },
    [],
  );
  return holidays?.weekends ?? new Map();
}

/**
 * The dates of checked bank holidays, with the weekends of fixed days. A named division has the shipped dates,
 * which may yet change.
 */
export function titlesOf(given: HoursDefinition["bankHolidays"]): HolidayTitles {
  const listed = datesGiven(given).map(({ date, title }) => [dayOf(date), title] as const);
  return new Map<DayNumber, string | undefined>([...weekendsOf(given), ...listed]);
}

/** Whether some bank holidays belong to a division, whose fixed days are known. */
export function areOfDivision(given: HoursDefinition["bankHolidays"]): boolean {
  return divisionNamed(given).length > 0;
}
