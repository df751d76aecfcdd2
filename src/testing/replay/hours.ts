import type { DateException, HoursDefinition } from "../../calendar/definition/definition";
import { DAY_MS } from "../../timeline/units";
import { merged, type Period } from "./periods";
import { daysAfter, timeOfDay } from "./wall";
import { holidaysIn, isFixedWeekend } from "./written-holidays";
import { datesBefore, ruledOn } from "./written-rules";

/** The hours of a date, read from a definition's JSON. */
export interface Written {
  readonly because: "exception" | "bank-holiday" | "rule" | "week";
  /** Its periods in wall time since its midnight: in order, with touching periods merged. */
  readonly periods: readonly Period[];
}

/** Reads the hours of a date: from its exception, otherwise its bank holiday, its rules, or its week. */
export function writtenBy(definition: HoursDefinition): (date: string) => Written {
  const { bankHolidayHours = [], bankHolidaysOnWeekends: onWeekends } = definition;
  const holidays = holidaysIn(definition);
  const isWeekend = (date: string) => onWeekends === "closed" && isFixedWeekend(definition, date);
  let before: ReadonlySet<string> | undefined;
  const isBefore = (date: string) => {
    before ??= datesBefore(definition, [...holidays, ...weekendsOf(holidays, isWeekend)]);
    return before.has(date);
  };
  return (date) => {
    const exception = definition.exceptions?.[date];
    if (exception !== undefined) return { because: "exception", periods: read(hoursOf(exception)) };
    if (holidays.has(date)) return { because: "bank-holiday", periods: read(bankHolidayHours) };
    if (isWeekend(date)) return { because: "bank-holiday", periods: [] };
    const { because, hours } = ruledOn(definition, date, isBefore);
    return { because, periods: read(hours) };
  };
}

/** The weekends that are closed like bank holidays: each lies a few days before its day in lieu. */
function weekendsOf(
  holidays: ReadonlySet<string>,
  isWeekend: (date: string) => boolean,
): readonly string[] {
  return [...holidays].flatMap((date) =>
    [1, 2, 3, 4].map((days) => daysAfter(date, -days)).filter(isWeekend),
  );
}

function hoursOf(exception: DateException): readonly string[] {
  return "hours" in exception ? exception.hours : exception;
}

function read(texts: readonly string[]): readonly Period[] {
  return merged(
    texts.map((text) => {
      const [opens = "", closes = ""] = text.split("-");
      const [open, close] = [timeOfDay(opens), timeOfDay(closes)];
      return { open, close: close <= open ? close + DAY_MS : close };
    }),
  );
}
