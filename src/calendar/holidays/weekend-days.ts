import { own } from "../../input/json";
import { civilDateOf, type DayNumber, dayNumber, dayOf, weekdayOf } from "../../time/civil-date";
import type { BankHolidays } from "../definition/definition";
import { divisionOf } from "../definition/divisions";

const SATURDAY = 5;

/** A bank holiday on a fixed date. */
interface FixedDay {
  readonly title: string;
  readonly month: number;
  readonly day: number;
  /** The first year in which it is a bank holiday, if that is later than the data begins. */
  readonly since?: number;
}

const NEW_YEAR: FixedDay = { title: "New Year's Day", month: 1, day: 1 };
const CHRISTMAS: readonly FixedDay[] = [
  { title: "Christmas Day", month: 12, day: 25 },
  { title: "Boxing Day", month: 12, day: 26 },
];

/** By division: the days that the Act names by date, and the days that only Northern Ireland or Scotland has. */
const FIXED_DAYS: Readonly<Record<string, readonly FixedDay[]>> = {
  "england-and-wales": [NEW_YEAR, ...CHRISTMAS],
  scotland: [
    NEW_YEAR,
    { title: "2nd January", month: 1, day: 2 },
    // St Andrew's Day Bank Holiday (Scotland) Act 2007.
    { title: "St Andrew's Day", month: 11, day: 30, since: 2007 },
    ...CHRISTMAS,
  ],
  "northern-ireland": [
    NEW_YEAR,
    { title: "St Patrick's Day", month: 3, day: 17 },
    { title: "Battle of the Boyne (Orangemen's Day)", month: 7, day: 12 },
    ...CHRISTMAS,
  ],
};

/** The fixed days of a division; none of a division that is not shipped. */
function fixedDaysOf(division: string): readonly FixedDay[] {
  return own(FIXED_DAYS, divisionOf(division)) ?? [];
}

/** The days of the year that are bank holidays of a division by their date, as numbers: 1225 for 25 December. */
export function fixedDays(division: string): readonly number[] {
  return fixedDaysOf(division).map(({ month, day }) => 100 * month + day);
}

/**
 * The Saturdays and Sundays on which the fixed days of a division fall, with their titles. In law the
 * bank holiday is then the day in lieu alone (Banking and Financial Dealings Act 1971, Schedule 1), and
 * the data has no event for the day itself.
 *
 * @param holidays the data of a division; a division outside the United Kingdom has no known fixed days
 */
export function fixedDaysOnWeekends(holidays: BankHolidays): ReadonlyMap<DayNumber, string> {
  const fixed = fixedDaysOf(holidays.division);
  const [first, last] = [dayOf(holidays.from), dayOf(holidays.to)];
  const found = new Map<DayNumber, string>();
  for (let { year } = civilDateOf(first); year <= civilDateOf(last).year; year++) {
    for (const { title, month, day, since = year } of fixed) {
      const date = dayNumber(year, month, day);
      const isCovered = date >= first && date <= last && year >= since;
      if (isCovered && weekdayOf(date) >= SATURDAY) found.set(date, title);
    }
  }
  return found;
}
