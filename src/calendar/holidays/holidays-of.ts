import { type DayNumber, dayOf, earlier, later } from "../../time/civil-date";
import type {
  BankHoliday,
  BankHolidayItem,
  BankHolidayList,
  BankHolidays,
  HoursDefinition,
  OwnBankHoliday,
} from "../definition/definition";
import { divisionOf, isDateText } from "../definition/divisions";
import { bankHolidays, DIVISIONS, overlayBankHolidays, yearsOf } from "./bank-holidays";
import { fixedDaysOnWeekends } from "./weekend-days";

/** The name of a custom list as a division. */
export const OWN = "own list";

/** The title of a listed date that has no title of its own. */
const UNNAMED = "bank holiday";

/** The bank holidays of a calendar, however its definition gives them. */
export interface Holidays {
  /** The title of each date. */
  readonly titles: ReadonlyMap<DayNumber, string>;
  /** The Saturdays and Sundays on which fixed days fall, if those are closed too. */
  readonly weekends: ReadonlyMap<DayNumber, string>;
  /** The first and the last date that are known, ISO. */
  readonly from: string;
  readonly to: string;
  /** The last published date, ISO. */
  readonly publishedUntil: string;
  /** The division that the coverage comes from, or {@link OWN}. */
  readonly division: string;
  /** The definition's bank holidays with the data of those that did not come with the library. */
  readonly settled: NonNullable<HoursDefinition["bankHolidays"]>;
}

const NONE: ReadonlyMap<DayNumber, string> = new Map();

/**
 * A definition's bank holidays; undefined if it names none.
 *
 * @param newer bank holidays laid over those shipped, for the divisions they name
 */
export function holidaysOf(
  { bankHolidays: given, bankHolidaysOnWeekends }: HoursDefinition,
  newer: readonly BankHolidays[],
): Holidays | undefined {
  if (given === undefined) return undefined;
  const resolved = resolvedBy(given, newer);
  const divisions = resolved.filter(isData);
  const own = resolved.filter((item): item is OwnBankHoliday => !isData(item));
  // Without a division it is a list. One without bounds has no such keys.
  const main = divisions[0]
    ? divisions.reduce(joinDivisions)
    : ownHolidays(own, given as Partial<BankHolidayList>);
  if (main === undefined) return undefined;
  const { from, to, publishedUntil, division } = main;
  return {
    titles: withDates(titlesOf(main), own),
    weekends: bankHolidaysOnWeekends === "closed" ? fixedDaysOf(divisions) : NONE,
    from,
    to,
    publishedUntil,
    division,
    settled: settledBy(given, resolved, newer),
  };
}

/** The data of the divisions that are given, and the single dates besides. */
function resolvedBy(
  given: NonNullable<HoursDefinition["bankHolidays"]>,
  newer: readonly BankHolidays[],
): readonly (BankHolidays | OwnBankHoliday)[] {
  if (typeof given === "string" || "division" in given) return [dataOf(given, newer)];
  if ("dates" in given) return given.dates;
  return given.map((item) => (isDate(item) ? item : dataOf(item, newer)));
}

function isDate(item: BankHolidayItem): item is OwnBankHoliday {
  return typeof item === "string" ? isDateText(item) : !isData(item);
}

/** The data of a division that is given by name or as data, with newer data laid over it. */
function dataOf(given: string | BankHolidays, newer: readonly BankHolidays[]): BankHolidays {
  const name = divisionOf(typeof given === "string" ? given : given.division);
  const newest = newer.filter(({ division }) => division === name);
  if (typeof given !== "string") return newest.reduce(overlayBankHolidays, given);
  if (DIVISIONS.includes(name)) return newest.reduce(overlayBankHolidays, bankHolidays(name));
  // Every named division has been checked: one that is not shipped is among the newer ones.
  return newest.reduce(overlayBankHolidays);
}

function isData(item: BankHolidayItem): item is BankHolidays {
  return typeof item === "object" && "division" in item;
}

/** The days of two divisions, for the dates that both cover. */
function joinDivisions(a: BankHolidays, b: BankHolidays): BankHolidays {
  return {
    division: a.to <= b.to ? a.division : b.division,
    events: [...a.events, ...b.events],
    from: later(a.from, b.from),
    to: earlier(a.to, b.to),
    publishedUntil: earlier(a.publishedUntil, b.publishedUntil),
  };
}

/** A custom list as a division's data; undefined if it is empty and does not say what it covers. */
function ownHolidays(
  list: readonly OwnBankHoliday[],
  { from, to }: Partial<BankHolidayList>,
): BankHolidays | undefined {
  // An empty list that has been checked has both bounds or neither.
  if (list.length === 0 && from === undefined) return undefined;
  const events = list.map((item): BankHoliday => {
    const { date, title = UNNAMED } = dated(item);
    return { date, title, notes: "", status: "published" };
  });
  const years = yearsOf(events.map(({ date }) => date));
  const end = to ?? years.to;
  return { division: OWN, events, from: from ?? years.from, to: end, publishedUntil: end };
}

const titlesByDivision = new WeakMap<BankHolidays, ReadonlyMap<DayNumber, string>>();

/** The titles of some bank holidays by date; calendars of one division share them. */
function titlesOf(holidays: BankHolidays): ReadonlyMap<DayNumber, string> {
  const known = titlesByDivision.get(holidays);
  if (known) return known;
  const titles = new Map(holidays.events.map(({ date, title }) => [dayOf(date), title]));
  // A list that is not frozen may change, so its titles are not kept.
  if (Object.isFrozen(holidays)) titlesByDivision.set(holidays, titles);
  return titles;
}

/** The dates of a division together with listed dates, which keep the titles that the list gives them. */
function withDates(
  titles: ReadonlyMap<DayNumber, string>,
  own: readonly OwnBankHoliday[],
): ReadonlyMap<DayNumber, string> {
  if (own.length === 0) return titles;
  const all = new Map(titles);
  for (const item of own) {
    const { date, title } = dated(item);
    const day = dayOf(date);
    all.set(day, title ?? all.get(day) ?? UNNAMED);
  }
  return all;
}

function fixedDaysOf(divisions: readonly BankHolidays[]): ReadonlyMap<DayNumber, string> {
  return new Map(divisions.flatMap((each) => [...fixedDaysOnWeekends(each)]));
}

/** Data that does not come with the library goes into the definition, which then stands alone. */
function settledBy(
  given: NonNullable<HoursDefinition["bankHolidays"]>,
  resolved: readonly (BankHolidays | OwnBankHoliday)[],
  newer: readonly BankHolidays[],
): NonNullable<HoursDefinition["bankHolidays"]> {
  const isNewer = (item: BankHolidays | OwnBankHoliday): item is BankHolidays =>
    isData(item) && newer.some(({ division }) => division === divisionOf(item.division));
  const [only] = resolved.filter(isNewer);
  if (only === undefined) return given;
  if (!Array.isArray(given)) return only;
  // Each item of the list has been resolved, so both have one length.
  const list: readonly BankHolidayItem[] = given;
  return Object.freeze(
    resolved.map((item, i) => (isNewer(item) ? item : (list[i] as BankHolidayItem))),
  );
}

/** Every date that a definition's bank holidays give, as shipped, with its title if it has one. */
export function datesGiven(
  given: HoursDefinition["bankHolidays"],
): readonly { readonly date: string; readonly title?: string }[] {
  if (given === undefined) return [];
  if (typeof given === "string") {
    // A definition that names a division that is not shipped cannot stand alone: it gives no dates.
    return DIVISIONS.includes(divisionOf(given)) ? bankHolidays(given).events : [];
  }
  if ("division" in given) return given.events;
  if ("dates" in given) return given.dates.map(dated);
  return given.flatMap((item) => (isDate(item) ? dated(item) : datesGiven(item)));
}

function dated(item: OwnBankHoliday): { readonly date: string; readonly title?: string } {
  return typeof item === "string" ? { date: item } : item;
}
