import { bankHolidays } from "../dist/index.js";
import type { Desk } from "./peers/peer";

type Hours = Desk["hours"][number];

const daily = (hours: Hours) => ({ 6: hours, 7: hours, ...weekdays(hours) });
const weekdays = (hours: Hours) => ({ 1: hours, 2: hours, 3: hours, 4: hours, 5: hours });

/** The bank holidays of England and Wales from 2011 to 2028, as published. */
export const HOLIDAYS: readonly string[] = bankHolidays("england-and-wales")
  .events.map(({ date }) => date)
  .filter((date) => date >= "2011-01-01" && date <= "2028-12-31");

/** The desk on which everything is measured. */
export const OFFICE: Desk = { hours: weekdays([["09:00", "17:00"]]), holidays: HOLIDAYS };

/** Closed for an hour at noon. */
export const LUNCH: Desk = {
  hours: weekdays([
    ["09:00", "12:00"],
    ["13:00", "17:00"],
  ]),
  holidays: HOLIDAYS,
};

/** Open at night. */
export const NIGHT: Desk = { hours: daily([["22:00", "06:00"]]), holidays: HOLIDAYS };

/** Open from one to four in the morning, when clocks change. */
export const SMALL_HOURS: Desk = { hours: daily([["00:00", "04:00"]]), holidays: HOLIDAYS };
