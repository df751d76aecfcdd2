import { type DayNumber, dayOf } from "../../time/civil-date";
import type {
  BankHoliday,
  BankHolidays,
  HoursDefinition,
  OwnBankHoliday,
} from "../definition/definition";
import { divisionOf } from "../definition/divisions";
import { bankHolidays, DIVISIONS, overlayBankHolidays, yearsOf } from "./bank-holidays";

/** What a list of one's own is called as a division. */
export const OWN = "own list";
const titlesByDivision = new WeakMap<BankHolidays, ReadonlyMap<DayNumber, string>>();

/** What the dates of some bank holidays are called; calendars of one division share it. */
export function titlesOf(holidays: BankHolidays): ReadonlyMap<DayNumber, string> {
  const known = titlesByDivision.get(holidays);
  if (known) return known;
  const titles = new Map(holidays.events.map(({ date, title }) => [dayOf(date), title]));
  // What is not frozen may be another list tomorrow.
  if (Object.isFrozen(holidays)) titlesByDivision.set(holidays, titles);
  return titles;
}

/** A definition's bank holidays as data, whichever way they are given; undefined where there are none. */
export function holidaysOf(
  given: HoursDefinition["bankHolidays"],
  newer: readonly BankHolidays[],
): BankHolidays | undefined {
  if (given === undefined) return undefined;
  if (typeof given !== "string" && !("division" in given)) return ownHolidays(given);
  const name = divisionOf(typeof given === "string" ? given : given.division);
  const [first, ...rest] = [
    ...(typeof given !== "string" ? [given] : DIVISIONS.includes(name) ? [bankHolidays(name)] : []),
    ...newer.filter(({ division }) => division === name),
  ];
  return first && rest.reduce(overlayBankHolidays, first);
}

function ownHolidays(list: readonly OwnBankHoliday[]): BankHolidays | undefined {
  if (list.length === 0) return undefined;
  const events = list.map((item): BankHoliday => {
    const { date, title = "bank holiday" } = typeof item === "string" ? { date: item } : item;
    return { date, title, notes: "", status: "published" };
  });
  return { division: OWN, events, ...yearsOf(events.map(({ date }) => date)) };
}
