import type { DateException, HoursDefinition } from "../../calendar/definition/definition";
import { bankHolidays } from "../../calendar/holidays/bank-holidays";
import { merged, type Period } from "./periods";
import { DAY, midnightOf, timeOfDay } from "./wall";

const WEEKDAYS = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
] as const;

/** What a definition says of a date, read out of its JSON. */
export interface Written {
  readonly because: "exception" | "bank-holiday" | "week";
  /** Its periods in wall time since its midnight: in order, those that touch made one. */
  readonly periods: readonly Period[];
}

/** Reads what a definition says of a date: its exception, else none on a bank holiday, else its week. */
export function writtenBy(definition: HoursDefinition): (date: string) => Written {
  const holidays = holidayDates(definition.bankHolidays);
  return (date) => {
    const exception = definition.exceptions?.[date];
    if (exception !== undefined) return { because: "exception", periods: read(hoursOf(exception)) };
    if (holidays.has(date)) return { because: "bank-holiday", periods: [] };
    return { because: "week", periods: read(ofWeek(definition, date)) };
  };
}

/** The dates of bank holidays, whichever way a definition gives them. */
export function holidayDates(given: HoursDefinition["bankHolidays"]): ReadonlySet<string> {
  if (given === undefined) return new Set();
  if (typeof given === "string") return holidayDates(bankHolidays(given));
  const days: readonly (string | { readonly date: string })[] =
    "division" in given ? given.events : given;
  return new Set(days.map((day) => (typeof day === "string" ? day : day.date)));
}

function hoursOf(exception: DateException): readonly string[] {
  return "hours" in exception ? exception.hours : exception;
}

function ofWeek({ hours }: HoursDefinition, date: string): readonly string[] {
  const number = new Date(midnightOf(date)).getUTCDay();
  const group = number === 0 || number === 6 ? hours.weekend : hours.weekdays;
  // A day of the week is 0 to 6.
  return hours[WEEKDAYS[number] ?? "sunday"] ?? group ?? hours.daily ?? [];
}

function read(texts: readonly string[]): readonly Period[] {
  return merged(
    texts.map((text) => {
      const [opens = "", closes = ""] = text.split("-");
      const [open, close] = [timeOfDay(opens), timeOfDay(closes)];
      return { open, close: close <= open ? close + DAY : close };
    }),
  );
}
