/**
 * The bank holidays of the United Kingdom, written plainly from the statute: the slow obvious
 * version that judges the shipped data. It shares nothing with the library.
 *
 * Sources: Banking and Financial Dealings Act 1971, Schedule 1; Calendar (New Style) Act 1750, for
 * Easter; St Andrew's Day Bank Holiday (Scotland) Act 2007; and the proclamations, both the yearly
 * ones, which make the practice written here, and the single ones, which are listed at the end.
 */

export type Division = "england-and-wales" | "scotland" | "northern-ireland";

/** The first year for which the single proclamations are listed. */
const FIRST_YEAR = 1998;
/** The last year of the table of full moons below. */
const LAST_YEAR = 2199;

const SUNDAY = 0;
const FRIDAY = 5;
const SATURDAY = 6;

/**
 * Returns the ISO dates of every bank holiday of `year` in `division`, in order.
 *
 * @throws RangeError for a year before 1998 or after 2199.
 * @example
 * statutoryBankHolidays("scotland", 2011).slice(0, 2);
 * // ["2011-01-03", "2011-01-04"]
 */
export function statutoryBankHolidays(division: Division, year: number): string[] {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) {
    throw new RangeError(`no bank holidays are known for ${year}: ${FIRST_YEAR} to ${LAST_YEAR}`);
  }
  const dates = new Set(HOLIDAYS_OF[division](year));
  for (const proclamation of PROCLAMATIONS) {
    if (!proclamation.date.startsWith(`${year}-`)) continue;
    if (proclamation.only !== undefined && proclamation.only !== division) continue;
    if (proclamation.insteadOf !== undefined) dates.delete(proclamation.insteadOf);
    dates.add(proclamation.date);
  }
  return [...dates].sort();
}

const HOLIDAYS_OF: Record<Division, (year: number) => string[]> = {
  "england-and-wales": (year) => [
    newYearsDay(year),
    goodFriday(year),
    easterMonday(year),
    firstMondayOf(year, 5),
    lastMondayOf(year, 5),
    lastMondayOf(year, 8),
    ...christmasAndBoxingDay(year),
  ],
  scotland: (year) => [
    ...newYearInScotland(year),
    goodFriday(year),
    firstMondayOf(year, 5),
    lastMondayOf(year, 5),
    firstMondayOf(year, 8),
    ...(year >= 2007 ? [orNextMonday(year, 11, 30)] : []),
    ...christmasAndBoxingDay(year),
  ],
  "northern-ireland": (year) => [
    newYearsDay(year),
    orNextMonday(year, 3, 17),
    goodFriday(year),
    easterMonday(year),
    firstMondayOf(year, 5),
    lastMondayOf(year, 5),
    orNextMonday(year, 7, 12),
    lastMondayOf(year, 8),
    ...christmasAndBoxingDay(year),
  ],
};

function newYearsDay(year: number): string {
  return orNextMonday(year, 1, 1);
}

/** Two days always: what the weekend takes from 1 and 2 January, the days after it give back. */
function newYearInScotland(year: number): string[] {
  switch (weekday(year, 1, 1)) {
    case FRIDAY:
      return [iso(year, 1, 1), iso(year, 1, 4)];
    case SATURDAY:
      return [iso(year, 1, 3), iso(year, 1, 4)];
    case SUNDAY:
      return [iso(year, 1, 2), iso(year, 1, 3)];
    default:
      return [iso(year, 1, 1), iso(year, 1, 2)];
  }
}

function christmasAndBoxingDay(year: number): string[] {
  switch (weekday(year, 12, 25)) {
    case FRIDAY:
      return [iso(year, 12, 25), iso(year, 12, 28)];
    case SATURDAY:
      return [iso(year, 12, 27), iso(year, 12, 28)];
    case SUNDAY:
      return [iso(year, 12, 26), iso(year, 12, 27)];
    default:
      return [iso(year, 12, 25), iso(year, 12, 26)];
  }
}

function goodFriday(year: number): string {
  const [month, day] = easterDay(year);
  return iso(year, month, day - 2);
}

function easterMonday(year: number): string {
  const [month, day] = easterDay(year);
  return iso(year, month, day + 1);
}

type MonthDay = readonly [month: number, day: number];

/**
 * The Paschal full moon for each golden number, 1 to 19, from 1900 to 2199, as the Act of 1750
 * has it in the Book of Common Prayer.
 */
const PASCHAL_FULL_MOONS: readonly MonthDay[] = [
  [4, 14],
  [4, 3],
  [3, 23],
  [4, 11],
  [3, 31],
  [4, 18],
  [4, 8],
  [3, 28],
  [4, 16],
  [4, 5],
  [3, 25],
  [4, 13],
  [4, 2],
  [3, 22],
  [4, 10],
  [3, 30],
  [4, 17],
  [4, 7],
  [3, 27],
];

/** Easter Day is the first Sunday after the Paschal full moon: a week later if that is a Sunday. */
function easterDay(year: number): MonthDay {
  const goldenNumber = (year % 19) + 1;
  const fullMoon = PASCHAL_FULL_MOONS[goldenNumber - 1];
  if (fullMoon === undefined)
    throw new RangeError(`no full moon for golden number ${goldenNumber}`);
  const [month, day] = fullMoon;
  return [month, day + 7 - weekday(year, month, day)];
}

function firstMondayOf(year: number, month: number): string {
  return mondayOnOrAfter(year, month, 1);
}

/** For months of 31 days, which May and August are. */
function lastMondayOf(year: number, month: number): string {
  return mondayOnOrAfter(year, month, 25);
}

/** The day itself, or the Monday after it when it falls on a weekend. */
function orNextMonday(year: number, month: number, day: number): string {
  const dayOfWeek = weekday(year, month, day);
  const isWeekend = dayOfWeek === SATURDAY || dayOfWeek === SUNDAY;
  return isWeekend ? mondayOnOrAfter(year, month, day) : iso(year, month, day);
}

function mondayOnOrAfter(year: number, month: number, day: number): string {
  const daysToMonday = (8 - weekday(year, month, day)) % 7;
  return iso(year, month, day + daysToMonday);
}

/** 0 is Sunday. A day past the end of its month runs into the next one. */
function weekday(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** A day before the start of its month, or past its end, runs into the one beside it. */
function iso(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

interface Proclamation {
  readonly date: string;
  readonly why: string;
  /** The ordinary bank holiday that this one replaces. */
  readonly insteadOf?: string;
  /** The one division it holds in; all three when it is left out. */
  readonly only?: Division;
}

const PROCLAMATIONS: readonly Proclamation[] = [
  { date: "1999-12-31", why: "the eve of the millennium" },
  { date: "2002-06-03", why: "Golden Jubilee" },
  { date: "2002-06-04", why: "spring, beside the Golden Jubilee", insteadOf: "2002-05-27" },
  { date: "2011-04-29", why: "royal wedding" },
  { date: "2012-06-04", why: "spring, beside the Diamond Jubilee", insteadOf: "2012-05-28" },
  { date: "2012-06-05", why: "Diamond Jubilee" },
  { date: "2020-05-08", why: "75 years since VE Day", insteadOf: "2020-05-04" },
  { date: "2022-06-02", why: "spring, beside the Platinum Jubilee", insteadOf: "2022-05-30" },
  { date: "2022-06-03", why: "Platinum Jubilee" },
  { date: "2022-09-19", why: "State Funeral of Queen Elizabeth II" },
  { date: "2023-05-08", why: "coronation of King Charles III" },
  { date: "2026-06-15", why: "World Cup", only: "scotland" },
];
