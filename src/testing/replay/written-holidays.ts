import type {
  BankHolidayItem,
  BankHolidays,
  HoursDefinition,
} from "../../calendar/definition/definition";
import { bankHolidays } from "../../calendar/holidays/bank-holidays";
import { midnightOf } from "./wall";

/** The data of the divisions that a definition names or brings. */
export function divisionsIn({ bankHolidays: given }: HoursDefinition): readonly BankHolidays[] {
  return itemsOf(given).flatMap((item) => {
    if (typeof item === "string") return isDate(item) ? [] : [bankHolidays(item)];
    return "events" in item ? [item] : [];
  });
}

/** The dates of bank holidays, however a definition gives them. */
export function holidaysIn(definition: HoursDefinition): ReadonlySet<string> {
  const own = itemsOf(definition.bankHolidays).flatMap((item) => {
    if (typeof item === "string") return isDate(item) ? [item] : [];
    return "date" in item ? [item.date] : [];
  });
  const events = divisionsIn(definition).flatMap((division) => division.events);
  return new Set([...own, ...events.map(({ date }) => date)]);
}

function itemsOf(given: HoursDefinition["bankHolidays"]): readonly BankHolidayItem[] {
  if (given === undefined) return [];
  if (typeof given === "string" || "events" in given) return [given];
  return "dates" in given ? given.dates : given;
}

function isDate(text: string): boolean {
  return /^\d/.test(text);
}

/** The fixed days of each division, each with the first year in which it is a holiday. */
const FIXED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "england-and-wales": { "01-01": 0, "12-25": 0, "12-26": 0 },
  scotland: { "01-01": 0, "01-02": 0, "11-30": 2007, "12-25": 0, "12-26": 0 },
  "northern-ireland": { "01-01": 0, "03-17": 0, "07-12": 0, "12-25": 0, "12-26": 0 },
};

/** Whether a date is a Saturday or Sunday on which a fixed day of a definition's divisions falls. */
export function isFixedWeekend(definition: HoursDefinition, date: string): boolean {
  const weekday = new Date(midnightOf(date)).getUTCDay();
  if (weekday !== 0 && weekday !== 6) return false;
  return divisionsIn(definition).some(({ division, from, to }) => {
    const since = FIXED[division]?.[date.slice(5)];
    return since !== undefined && Number(date.slice(0, 4)) >= since && from <= date && date <= to;
  });
}
