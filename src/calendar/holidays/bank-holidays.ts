import * as z from "zod";
import shipped from "../../../calendars/bank-holidays.json";
import { frozenCopy } from "../../input/frozen-copy";
import { isJsonObject } from "../../input/json";
import { once } from "../../input/once";
import { DefinitionError, parsedBy } from "../../input/problems";
import { looseObject } from "../../input/schema";
import { show, showNames } from "../../input/show";
import { dayOf, earlier, later, parseDate } from "../../time/civil-date";
import { CoreHoursError } from "../../timeline";
import type { BankHoliday, BankHolidays, HoursDefinition } from "../definition/definition";
import { divisionOf, isDateText } from "../definition/divisions";

/** A row of the shipped data: month and day, title, the divisions' letters, and perhaps a note. */
type Row = readonly [monthDay: string, title: string, divisions: string, notes?: string];

const letters = new Map(Object.entries(shipped.divisions).map(([letter, name]) => [name, letter]));
// JSON has no tuples; the data's own test checks that every row is one.
const years = shipped.years as unknown as Readonly<Record<string, readonly Row[]>>;
const read = new Map<string, BankHolidays>();

/** The divisions whose bank holidays are shipped. */
export const DIVISIONS: readonly string[] = Object.freeze([...letters.keys()]);

/** Bank holidays under the name by which their division is known. */
export function withDivision(holidays: BankHolidays): BankHolidays {
  const division = divisionOf(holidays.division);
  return division === holidays.division ? holidays : Object.freeze({ ...holidays, division });
}

/**
 * The bank holidays of a division of the United Kingdom, 1998 to 2040.
 *
 * Published dates are facts of record (gov.uk, Crown copyright, Open Government Licence v3.0). Dates
 * after `publishedUntil` follow from the Banking and Financial Dealings Act 1971, until a proclamation
 * says otherwise.
 *
 * @param division `england-and-wales`, `scotland` or `northern-ireland`, or its name in Welsh
 * @throws {CoreHoursError} `division-unknown` for any other name.
 * @example bankHolidays("scotland").events.find(({ date }) => date === "2026-06-15")?.status // "published"
 */
export function bankHolidays(division: string): BankHolidays {
  const name = typeof division === "string" ? divisionOf(division) : division;
  const known = read.get(name);
  if (known) return known;
  const letter = letters.get(name);
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
    division: name,
    from,
    to,
    publishedUntil,
    events: Object.freeze(events),
  });
  read.set(name, holidays);
  return holidays;
}

const divisionEvents = once(() =>
  looseObject({
    division: z.string("expected the name of a division"),
    events: z
      .array(
        looseObject({
          title: z.string("expected the title of a bank holiday"),
          date: z
            .string('expected an ISO date such as "2026-12-25"')
            .refine((text) => parseDate(text) !== undefined, {
              error: "expected a date that exists",
            }),
          notes: z.string().optional(),
        }),
        "expected a list of bank holidays",
      )
      .min(1, "expected at least one bank holiday"),
  }),
);

const wholeFile = once(() => z.record(z.string(), divisionEvents()));

/**
 * Takes the file that gov.uk publishes (https://www.gov.uk/bank-holidays.json), unchanged; also its
 * Welsh form, and the file of one division.
 *
 * The result covers the years in that file, from the first January to the last December, and can
 * stand as `bankHolidays` in a calendar definition.
 *
 * @param json the parsed file, or its text
 * @param division the division to take from it
 * @throws {DefinitionError} if `json` is not that file, or the file does not have that division.
 */
export function parseBankHolidays(json: unknown, division: string): BankHolidays {
  const file = frozenCopy(typeof json === "string" ? parseJson(json) : json, "bank holiday file");
  const divisions = divisionsIn(file);
  const name = typeof division === "string" ? divisionOf(division) : show(division);
  const found = divisions.find((each) => divisionOf(each.division) === name);
  if (!found) {
    const names = divisions.map((each) => each.division);
    const message = `missing; the file has ${showNames(names, "no divisions")}`;
    throw new DefinitionError("bank holiday file", [{ path: [name], message }]);
  }
  const events = found.events
    .map(
      ({ date, title, notes = "" }): BankHoliday =>
        Object.freeze({ date, title, notes, status: "published" }),
    )
    .sort(byDate);
  const years = yearsOf(events.map(({ date }) => date));
  return Object.freeze({ division: name, events: Object.freeze(events), ...years });
}

type DivisionEvents = z.output<ReturnType<typeof divisionEvents>>;

/** The divisions of a file of several, by their keys, or of one. */
function divisionsIn(file: unknown): readonly DivisionEvents[] {
  const isOne = isJsonObject(file) && Array.isArray(file["events"]);
  if (isOne) return [parsedBy(divisionEvents(), file, "bank holiday file")];
  const all = parsedBy(wholeFile(), file, "bank holiday file");
  return Object.entries(all).map(([division, { events }]) => ({ division, events }));
}

/**
 * The dates between which a list of at least one event is complete: whole years, except for a first year without a
 * date in January and a last year without one in December.
 */
function filledBy(events: readonly BankHoliday[]): { readonly from: string; readonly to: string } {
  const dates = events.map(({ date }) => date);
  const first = dates.reduce(earlier);
  const last = dates.reduce(later);
  return {
    from: first.slice(5, 7) === "01" ? `${first.slice(0, 4)}-01-01` : first,
    to: last.slice(5, 7) === "12" ? `${last.slice(0, 4)}-12-31` : last,
  };
}

/** The events in order of date; events of one date keep their order. */
export function byDate(a: BankHoliday, b: BankHoliday): number {
  return dayOf(a.date) - dayOf(b.date);
}

/** The whole years that some dates, at least one and in any order, cover. */
export function yearsOf(
  dates: readonly string[],
): Pick<BankHolidays, "from" | "to" | "publishedUntil"> {
  const years = dates.map((date) => date.slice(0, 4)).sort();
  const to = `${years.at(-1)}-12-31`;
  return { from: `${years[0]}-01-01`, to, publishedUntil: to };
}

function parseJson(text: string): unknown {
  const json = text.replace(/^\ufeff/, "");
  try {
    return JSON.parse(json);
  } catch (error) {
    if (/^\s*BEGIN:VCALENDAR/i.test(json)) {
      const message =
        'an iCalendar file given; read it with bankHolidaysFromICalendar of "core-hours/interchange"';
      throw new DefinitionError("bank holiday file", [{ path: [], message }]);
    }
    // JSON.parse throws only SyntaxErrors.
    const { message } = error as SyntaxError;
    throw new DefinitionError("bank holiday file", [{ path: [], message: `not JSON: ${message}` }]);
  }
}

/**
 * Newer data laid over older. Dates between the first and the last date of the newer data come from it, and
 * the rest from the older. A first or last year that the newer data fills comes from it whole.
 *
 * If there is a gap between them, the newer data stands alone.
 */
export function overlayBankHolidays(older: BankHolidays, newer: BankHolidays): BankHolidays {
  if (newer.events.length === 0) return older;
  const span = filledBy(newer.events);
  const from = later(newer.from, span.from);
  const to = earlier(newer.to, span.to);
  const touches = (before: string, after: string) => dayOf(after) <= dayOf(before) + 1;
  if (!touches(older.to, from) || !touches(to, older.from)) return newer;
  const kept = older.events.filter(({ date }) => date < from || date > to);
  const isPublishedOn = touches(older.publishedUntil, from);
  return {
    division: newer.division,
    events: [...kept, ...newer.events].sort(byDate),
    from: earlier(older.from, from),
    to: later(older.to, to),
    // The gap between two published stretches is not published.
    publishedUntil: isPublishedOn
      ? later(older.publishedUntil, earlier(newer.publishedUntil, to))
      : older.publishedUntil,
  };
}

/** The divisions that a definition's bank holidays name. */
export function divisionNamed(given: HoursDefinition["bankHolidays"]): readonly string[] {
  if (given === undefined) return [];
  if (typeof given === "string") return [divisionOf(given)];
  if ("division" in given) return [divisionOf(given.division)];
  if ("dates" in given) return [];
  return given.flatMap((item) => {
    if (typeof item === "string") return isDateText(item) ? [] : [divisionOf(item)];
    return "division" in item ? [divisionOf(item.division)] : [];
  });
}
