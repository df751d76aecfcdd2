import { readFile } from "node:fs/promises";
import { CoreHoursError, parseBankHolidays } from "../../src/index";
import { InputError } from "../../src/tickets/log/problems";
import { quoted } from "../../src/words/printable";
import type { Holiday } from "./data";
import { bankHolidaysFromICalendar } from "./icalendar";

/** What a file says of one division. */
export interface Published {
  readonly division: string;
  /** In order of date. */
  readonly holidays: readonly Holiday[];
  /** The years that it has from January to December, in order. */
  readonly years: readonly string[];
  /** The years of which it has a part, which says nothing of the rest. */
  readonly parts: readonly string[];
}

/** What to read of a file. */
export interface Wanted {
  /** All divisions that there are. */
  readonly divisions: readonly string[];
  /** The one to read; all of them if undefined. */
  readonly division: string | undefined;
}

/**
 * Reads what gov.uk publishes: bank-holidays.json, or the .ics of one division.
 *
 * @throws {InputError} where it is neither, or names a date twice.
 */
export async function readPublished(path: string, wanted: Wanted): Promise<readonly Published[]> {
  const { divisions, division } = wanted;
  const names = divisions.join(", ");
  if (division !== undefined && !divisions.includes(division)) {
    throw new InputError(`--division ${quoted(division)} is unknown; there are ${names}`);
  }
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new InputError(`${path}: it cannot be read: ${messageOf(error)}`);
  });
  try {
    if (!/^\s*BEGIN:VCALENDAR/i.test(text)) {
      const asked = division === undefined ? divisions : [division];
      return asked.map((each) => published(each, parseBankHolidays(text, each).events));
    }
    if (division === undefined) {
      throw new InputError(`an .ics file is of one division; name it with --division (${names})`);
    }
    const days = bankHolidaysFromICalendar(text);
    return [
      published(
        division,
        days.map((day) => ({ ...day, notes: undefined })),
      ),
    ];
  } catch (error) {
    if (!(error instanceof InputError || error instanceof CoreHoursError)) throw error;
    throw new InputError(`${path}: ${error.message}`);
  }
}

function published(division: string, events: readonly Holiday[]): Published {
  const holidays = events.map(({ date, title, notes }) => ({
    date,
    title: plain(title),
    notes: notes === undefined ? undefined : plain(notes),
  }));
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
  };
}

/** Text in ASCII, as the data is. */
function plain(text: string): string {
  const ascii = text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2013\u2014]/g, "-")
    .trim();
  const [strange] = ascii.match(/[^\x20-\x7e]/) ?? [];
  if (strange === undefined) return ascii;
  throw new InputError(`${quoted(text)} has the character ${quoted(strange)}; the data is ASCII`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
