import { divisionOf } from "../../src/calendar/definition/divisions";
import { isICalendar, onlyDivision } from "../../src/cli/bank-holidays/file";
import { readWhole } from "../../src/cli/files";
import { CoreHoursError, parseBankHolidays } from "../../src/index";
import { bankHolidaysFromICalendar } from "../../src/interchange";
import { InputError } from "../../src/tickets/log/problems";
import { quoted } from "../../src/words/printable";
import type { Holiday } from "./data";

/** What a file says about one division. */
export interface Published {
  readonly division: string;
  /** In order of date. */
  readonly holidays: readonly Holiday[];
  /** The years that it covers from January to December, in order. */
  readonly years: readonly string[];
  /** The years of which it covers only a part, which says nothing about the rest. */
  readonly parts: readonly string[];
  /** Whether its titles are Welsh; those of the data are English. */
  readonly inWelsh: boolean;
}

/** Which parts of a file to read. */
export interface Wanted {
  /** All known divisions. */
  readonly divisions: readonly string[];
  /** The division to read, in English or Welsh; all divisions of the file if undefined. */
  readonly division: string | undefined;
  /** The title of a date in the data, if it has one. */
  readonly titleOf: (division: string, date: string) => string | undefined;
}

/**
 * Reads what gov.uk publishes: bank-holidays.json, the JSON of one division, or its .ics. The dates of a
 * Welsh file get the titles of the data, as far as it has them.
 *
 * @throws {InputError} if it is none of these, or names a date twice.
 */
export async function readPublished(path: string, wanted: Wanted): Promise<readonly Published[]> {
  const { divisions, division } = wanted;
  const names = divisions.join(", ");
  if (division !== undefined && !divisions.includes(divisionOf(division))) {
    throw new InputError(`--division ${quoted(division)} is unknown; there are ${names}`);
  }
  const bytes = await readWhole(path);
  try {
    if (!isICalendar(bytes)) return publishedAsJson(new TextDecoder().decode(bytes), wanted);
    if (division === undefined) {
      throw new InputError(`an .ics file is of one division; name it with --division (${names})`);
    }
    const { events } = bankHolidaysFromICalendar(bytes, division);
    // It has no notes.
    const own = events.map(({ date, title }) => ({ date, title, notes: undefined }));
    return [published(division, own, isWelsh(division) ? wanted : undefined)];
  } catch (error) {
    if (!(error instanceof InputError || error instanceof CoreHoursError)) throw error;
    throw new InputError(`${path}: ${error.message}`);
  }
}

function publishedAsJson(text: string, wanted: Wanted): readonly Published[] {
  const asked = wanted.division ?? onlyDivision(text);
  const inWelsh = /"(?:cymru-a-lloegr|yr-alban|gogledd-iwerddon)"/.test(text);
  return (asked === undefined ? wanted.divisions : [asked]).map((each) =>
    published(each, parseBankHolidays(text, each).events, inWelsh ? wanted : undefined),
  );
}

/** Whether a division is named in Welsh. */
function isWelsh(division: string): boolean {
  return divisionOf(division) !== division;
}

/** @param welsh the titles for the dates of a Welsh file; undefined for an English file */
function published(
  name: string,
  events: readonly Holiday[],
  welsh: Pick<Wanted, "titleOf"> | undefined,
): Published {
  const division = divisionOf(name);
  const holidays = events.map(({ date, title, notes }) =>
    welsh
      ? { date, title: welsh.titleOf(division, date) ?? title, notes: undefined }
      : { date, title: plain(title), notes: notes === undefined ? undefined : plain(notes) },
  );
  const twice = holidays.find(({ date }, i) => date === holidays[i - 1]?.date);
  if (twice) throw new InputError(`${division} has ${twice.date} twice`);
  const years = [...new Set(holidays.map(({ date }) => date.slice(0, 4)))];
  const isWhole = (year: string) =>
    // Every year has New Year's Day, and Christmas.
    [`${year}-01`, `${year}-12`].every((month) =>
      holidays.some(({ date }) => date.startsWith(month)),
    );
  return {
    division,
    holidays,
    years: years.filter(isWhole),
    parts: years.filter((year) => !isWhole(year)),
    inWelsh: welsh !== undefined,
  };
}

/** Text in ASCII, like the data. */
function plain(text: string): string {
  const ascii = text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2013\u2014]/g, "-")
    .trim();
  const [strange] = ascii.match(/[^\x20-\x7e]/) ?? [];
  if (strange === undefined) return ascii;
  throw new InputError(
    `${quoted(text)} has the character ${quoted(strange)}; the data is ASCII. If it is Welsh, name the division in Welsh, as --division cymru-a-lloegr`,
  );
}
