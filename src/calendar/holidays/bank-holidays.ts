import * as z from "zod";
import shipped from "../../../calendars/bank-holidays.json";
import { frozenCopy } from "../../input/frozen-copy";
import { own } from "../../input/json";
import { once } from "../../input/once";
import { DefinitionError, parsedBy } from "../../input/problems";
import { looseObject } from "../../input/schema";
import { show, showNames } from "../../input/show";
import { parseDate } from "../../time/civil-date";
import { CoreHoursError } from "../../timeline";
import type { BankHoliday, BankHolidays } from "../definition/definition";

/** A row of the shipped data: month and day, title, the divisions' letters, and perhaps a note. */
type Row = readonly [monthDay: string, title: string, divisions: string, notes?: string];

const letters = new Map(Object.entries(shipped.divisions).map(([letter, name]) => [name, letter]));
// JSON has no tuples; that every row is one is what the data's own test checks.
const years = shipped.years as unknown as Readonly<Record<string, readonly Row[]>>;
const read = new Map<string, BankHolidays>();

/** The divisions whose bank holidays are shipped. */
export const DIVISIONS: readonly string[] = [...letters.keys()];

/**
 * The bank holidays of a division of the United Kingdom, 1998 to 2040.
 *
 * Published dates are facts of record (gov.uk, Crown copyright, Open Government Licence v3.0); those
 * after `publishedUntil` are what the Banking and Financial Dealings Act 1971 gives, until a
 * proclamation says otherwise.
 *
 * @param division `england-and-wales`, `scotland` or `northern-ireland`
 * @throws {CoreHoursError} `division-unknown` for any other.
 * @example bankHolidays("scotland").events.find(({ date }) => date === "2026-06-15")?.status // "published"
 */
export function bankHolidays(division: string): BankHolidays {
  const known = read.get(division);
  if (known) return known;
  const letter = letters.get(division);
  if (letter === undefined) {
    throw new CoreHoursError(
      "division-unknown",
      `No bank holidays are shipped for ${show(division)}; there are those of ${showNames(DIVISIONS)}. Others can be given as a list of dates.`,
      { given: show(division), divisions: DIVISIONS },
    );
  }
  const events = Object.entries(years).flatMap(([year, rows]) =>
    rows
      .filter(([, , divisions]) => divisions.includes(letter))
      .map(([monthDay, title, , notes = ""]): BankHoliday => {
        const date = `${year}-${monthDay}`;
        const status = date <= shipped.publishedUntil ? "published" : "projected";
        return Object.freeze({ date, title, notes, status });
      }),
  );
  const { from, to, publishedUntil } = shipped;
  const holidays = Object.freeze({
    division,
    from,
    to,
    publishedUntil,
    events: Object.freeze(events),
  });
  read.set(division, holidays);
  return holidays;
}

const published = once(() =>
  z.record(
    z.string(),
    looseObject({
      division: z.string(),
      events: z
        .array(
          looseObject({
            title: z.string(),
            date: z.string().refine((text) => parseDate(text) !== undefined, {
              error: "expected a date that exists",
            }),
            notes: z.string().optional(),
          }),
        )
        .min(1, "expected at least one bank holiday"),
    }),
  ),
);

/**
 * Takes the file that gov.uk publishes (https://www.gov.uk/bank-holidays.json), unchanged.
 *
 * What it gives covers the years in that file, from the first January to the last December, and can
 * stand as `bankHolidays` in a calendar definition.
 *
 * @param json the parsed file, or its text
 * @param division the one to take from it
 * @throws {DefinitionError} where it is not that file, or does not have that division.
 */
export function parseBankHolidays(json: unknown, division: string): BankHolidays {
  const file = frozenCopy(typeof json === "string" ? parseJson(json) : json, "bank holiday file");
  const divisions = parsedBy(published(), file, "bank holiday file");
  const name = typeof division === "string" ? division : show(division);
  const found = own(divisions, name);
  if (!found) {
    const message = `missing; the file has ${showNames(Object.keys(divisions), "no divisions")}`;
    throw new DefinitionError("bank holiday file", [{ path: [name], message }]);
  }
  const events = found.events
    .map(
      ({ date, title, notes = "" }): BankHoliday => ({ date, title, notes, status: "published" }),
    )
    .sort(byDate);
  return { division, events, ...yearsOf(events.map(({ date }) => date)) };
}

/** In order of date; those of one date keep theirs. */
function byDate(a: BankHoliday, b: BankHoliday): number {
  return a.date < b.date ? -1 : Number(a.date > b.date);
}

/** The coverage of dates in any order, of which there is at least one: the whole of their years. */
export function yearsOf(
  dates: readonly string[],
): Pick<BankHolidays, "from" | "to" | "publishedUntil"> {
  const years = dates.map((date) => date.slice(0, 4)).sort();
  const to = `${years.at(-1)}-12-31`;
  return { from: `${years[0]}-01-01`, to, publishedUntil: to };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // JSON.parse throws nothing but SyntaxErrors.
    const { message } = error as SyntaxError;
    throw new DefinitionError("bank holiday file", [{ path: [], message: `not JSON: ${message}` }]);
  }
}

/**
 * Newer data laid over older: the years that the newer covers are the newer's, the rest the older's.
 * Where a year between them would be known to neither, the newer stands alone.
 */
export function overlayBankHolidays(older: BankHolidays, newer: BankHolidays): BankHolidays {
  const yearOf = (date: string) => Number(date.slice(0, 4));
  const apart =
    yearOf(newer.from) > yearOf(older.to) + 1 || yearOf(newer.to) < yearOf(older.from) - 1;
  if (apart) return newer;
  const later = (a: string, b: string) => (a > b ? a : b);
  const kept = older.events.filter(({ date }) => date < newer.from || date > newer.to);
  return {
    division: newer.division,
    events: [...kept, ...newer.events].sort(byDate),
    from: older.from < newer.from ? older.from : newer.from,
    to: later(older.to, newer.to),
    publishedUntil: later(older.publishedUntil, newer.publishedUntil),
  };
}
