import type { CalendarDefinition } from "../../calendar/definition/definition";
import { holidaysOf } from "../../calendar/holidays/holidays-of";
import { rulesOf } from "../../calendar/hours/day-rules";
import { DefinitionError, nameOf } from "../../input/problems";
import { formatDate, weekdayOf } from "../../time/civil-date";
import { areSame, type DayTimes, dayTimes, groupedByTimes, textsOf } from "../day-times";
import { weekendsOf as fixedWeekendsOf } from "../options";
import {
  checkReadable,
  type PlainException,
  type PlainHours,
  plainHours,
  runsOf,
} from "../plain-hours";
import { calendarFromSchemaOrg } from "./from-schema-org";
import {
  ALL_DAY,
  CLOSED,
  DAYS,
  type OpeningHoursSpecification,
  PUBLIC_HOLIDAYS,
  type SchemaOrgHours,
} from "./words";

/**
 * A calendar's hours in schema.org's vocabulary, from which {@link calendarFromSchemaOrg} makes a calendar
 * of the same hours: `PublicHolidays` stands for its bank holidays, whichever they are, its exceptions
 * are special opening hours, hours that change on a date are seasons, and its name, zone and source are left
 * out. The weekends of fixed days that have other hours than bank holidays are special opening hours too.
 *
 * @returns what to put into the JSON-LD of a place
 * @throws {DefinitionError} if schema.org cannot say them exactly: for a calendar made of two others, for
 *   rules, for hours from 00:00 to 23:59, which there mean the whole day, and for more dates with hours of
 *   their own than {@link calendarFromSchemaOrg} reads.
 * @example
 * toSchemaOrg({ timeZone: "Europe/London", hours: { daily: ["08:00-18:00"] } })
 *   .openingHoursSpecification[0]?.opens // "08:00"
 */
export function toSchemaOrg(definition: CalendarDefinition): SchemaOrgHours {
  const name = nameOf("calendar", definition);
  const plain = plainHours(definition);
  const exceptions = [...plain.exceptions, ...weekendsOf(plain)].sort((a, b) => a.date - b.date);
  checkReadable({ ...plain, exceptions }, name);
  refuseRules(plain, name);
  const { week, seasons, onHolidays } = plain;
  const general = [
    ...entriesOfWeek(week, {}),
    ...seasons.flatMap((season) =>
      entriesOfWeek(
        season.week,
        { validFrom: formatDate(season.from), validThrough: formatDate(season.to) },
        (day) => (day - weekdayOf(season.from) + 7) % 7 <= season.to - season.from,
      ),
    ),
    ...(onHolidays
      ? [{ times: onHolidays, about: { dayOfWeek: addressOf(PUBLIC_HOLIDAYS) } }]
      : []),
  ];
  const special = runsOf(exceptions).map(({ from, to, title, times }) => ({
    times,
    about: {
      ...(title === undefined ? {} : { name: title }),
      validFrom: formatDate(from),
      validThrough: formatDate(to),
    },
  }));
  const entries = (some: readonly About[]) => some.flatMap((each) => entriesOf(each, name));
  const hours = {
    openingHoursSpecification: entries(general),
    ...(special.length > 0 ? { specialOpeningHoursSpecification: entries(special) } : {}),
  };
  if (seasons.length > 0) refuseUnreadable(hours, plain, name);
  return hours;
}

/** A season of a few days is read date by date, and may have other hours on each bank holiday that is proclaimed. */
function refuseUnreadable(hours: SchemaOrgHours, { definition }: PlainHours, name: string): void {
  const { timeZone, bankHolidays } = definition;
  const given = bankHolidays === undefined ? {} : { bankHolidays };
  try {
    calendarFromSchemaOrg(hours, { id: "again", timeZone, ...given });
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    const [problem] = error.problems;
    const message = `it could not be read again: ${problem?.message ?? error.message}`;
    throw new DefinitionError(name, [{ path: ["hoursFrom"], message }]);
  }
}

/** schema.org has no words for days that recur each year or each month. */
function refuseRules({ stretches, nth }: PlainHours, calendar: string): void {
  if (stretches.length === 0 && nth.length === 0) return;
  const message =
    "schema.org has no words for recurring days; give their dates as exceptions, or leave the rules out";
  throw new DefinitionError(calendar, [{ path: ["rules"], message }]);
}

/**
 * The weekends of fixed days whose hours differ from those of public holidays, date by date. A reader of
 * `PublicHolidays` takes a Christmas Day on a Saturday for a public holiday.
 */
function weekendsOf(plain: PlainHours): readonly PlainException[] {
  const { definition, onHolidays, exceptions } = plain;
  if (!onHolidays) return [];
  const { exceptions: _, ...usual } = definition;
  const holidays = holidaysOf(definition, []);
  const hoursOn = rulesOf(usual, holidays?.titles ?? new Map(), holidays?.weekends);
  const said = new Set(exceptions.map(({ date }) => date));
  return [...fixedWeekendsOf(definition.bankHolidays)].flatMap(([date, title]) => {
    const times = dayTimes(hoursOn(date).periods);
    if (said.has(date) || areSame(times, onHolidays)) return [];
    return [{ date, text: formatDate(date), title, times }];
  });
}

/** The week, with days of the same hours grouped, and the dates on which it holds if they have such a day. */
function entriesOfWeek(
  week: readonly DayTimes[],
  dates: { readonly validFrom?: string; readonly validThrough?: string },
  isThere: (day: number) => boolean = () => true,
): readonly About[] {
  const there = [...week.entries()].filter(([day]) => isThere(day));
  return groupedByTimes(there).map(({ times, days }) => ({
    times,
    about: { dayOfWeek: days.map((day) => addressOf(DAYS[day] ?? "")), ...dates },
  }));
}

/** Times, with the days they are for. */
interface About {
  readonly times: DayTimes;
  readonly about: Omit<OpeningHoursSpecification, "@type">;
}

function entriesOf({ times, about }: About, calendar: string): OpeningHoursSpecification[] {
  // A calendar's own times can be written.
  const texts = textsOf(times) ?? [];
  const spans = texts.length > 0 ? texts.map((text) => spanOf(text, calendar)) : [CLOSED];
  return spans.map((span) => ({ "@type": "OpeningHoursSpecification", ...about, ...span }));
}

function spanOf(period: string, calendar: string) {
  if (period === "00:00-24:00") return ALL_DAY;
  const [opens = "", closes = ""] = period.split("-");
  if (opens === ALL_DAY.opens && closes === ALL_DAY.closes) {
    const message = `00:00 to 23:59 means the whole day in schema.org, so ${period} cannot be written; close at 24:00`;
    throw new DefinitionError(calendar, [{ path: [], message }]);
  }
  return { opens, closes: closes === "24:00" ? "00:00" : closes };
}

function addressOf(day: string): string {
  return `https://schema.org/${day}`;
}
