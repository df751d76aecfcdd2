import type { WeekHours } from "../../index";

/** Hours that a tool may have been given in place of the contract's. */
export interface HoursOfOthers {
  readonly id: string;
  readonly title: string;
  readonly hours: WeekHours;
}

/** Every hour of every day. */
export const EVERY_DAY: WeekHours = { daily: ["00:00-24:00"] };

const week = (id: string, period: string): HoursOfOthers => ({
  id,
  title: `Mon–Fri ${period.replace("-", "–")}`,
  hours: { weekdays: [period] },
});

/** Every period of a weekday that begins from 06:00 to 11:00 and ends from 14:00 to 22:00, in half hours. */
export function hoursOfAnyDesk(): HoursOfOthers[] {
  const clock = (half: number) =>
    `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 === 0 ? "00" : "30"}`;
  const known = new Set(HOURS_OF_OTHERS.map(({ title }) => title));
  const all: HoursOfOthers[] = [];
  for (let start = 12; start <= 22; start += 1) {
    for (let end = 28; end <= 44; end += 1) {
      const period = `${clock(start)}-${clock(end)}`;
      all.push(week(period.replaceAll(":", ""), period));
    }
  }
  return all.filter(({ title }) => !known.has(title));
}

/** The hours that tools come with and that desks often have, the most usual first. */
export const HOURS_OF_OTHERS: readonly HoursOfOthers[] = [
  week("9-1730", "09:00-17:30"),
  week("9-17", "09:00-17:00"),
  week("8-17", "08:00-17:00"),
  week("8-18", "08:00-18:00"),
  week("9-18", "09:00-18:00"),
  week("830-17", "08:30-17:00"),
  week("830-1730", "08:30-17:30"),
  week("8-20", "08:00-20:00"),
  week("7-19", "07:00-19:00"),
  week("7-22", "07:00-22:00"),
  week("24-5", "00:00-24:00"),
  { id: "8-18-7", title: "every day 08:00–18:00", hours: { daily: ["08:00-18:00"] } },
  { id: "8-20-7", title: "every day 08:00–20:00", hours: { daily: ["08:00-20:00"] } },
];
