import { DateTime } from "luxon";

/** Breaches of one hour of a week. */
export interface BreachHour {
  /** The hour of the week by wall-clock time, from 0 for Monday 00:00 to 167. */
  readonly hour: number;
  readonly count: number;
}

/** A week and its breaches. */
export interface BreachWeek {
  /** The Monday on which it begins, ISO. */
  readonly monday: string;
  readonly hours: readonly BreachHour[];
  /** By the day, from Monday. */
  readonly days: readonly number[];
  readonly count: number;
}

/** When the breaches of a log happened. */
export interface BreachWeeks {
  readonly zone: string;
  /** The last weeks up to the week of the last breach, without a gap. */
  readonly weeks: readonly BreachWeek[];
  /** Breaches of all weeks, including the weeks that are not shown. */
  readonly count: number;
  /** The weeks before these, and their breaches. */
  readonly earlier: { readonly weeks: number; readonly count: number };
  /** The most breaches of one hour. */
  readonly most: number;
}

/** The most weeks that a picture shows: two years. */
export const MOST_WEEKS = 105;

/**
 * When breaches happened, by the week and the hour of wall-clock time in a zone. A breach at midnight is in
 * the last hour of the day that it ends.
 *
 * @param instants when each breach happened, epoch milliseconds
 */
export function breachWeeks(
  instants: readonly number[],
  zone: string,
  most = MOST_WEEKS,
): BreachWeeks {
  const byWeek = new Map<string, Map<number, number>>();
  for (const ms of instants) {
    const at = hourOf(DateTime.fromMillis(ms, { zone }));
    const monday = at.minus({ days: at.weekday - 1 }).toISODate() ?? "";
    const hours = byWeek.get(monday) ?? new Map<number, number>();
    const hour = (at.weekday - 1) * 24 + at.hour;
    byWeek.set(monday, hours.set(hour, (hours.get(hour) ?? 0) + 1));
  }
  const all = weeksBetween([...byWeek.keys()].sort());
  const weeks = all.slice(-most).map((monday) => weekOf(monday, byWeek.get(monday) ?? new Map()));
  const shown = weeks.reduce((sum, { count }) => sum + count, 0);
  return {
    zone,
    weeks,
    count: instants.length,
    earlier: { weeks: all.length - weeks.length, count: instants.length - shown },
    most: Math.max(0, ...weeks.flatMap(({ hours }) => hours.map(({ count }) => count))),
  };
}

/** A midnight ends the day before, as what is due then does. */
function hourOf(at: DateTime): DateTime {
  const before = at.minus({ milliseconds: 1 });
  return before.day === at.day ? at : before;
}

function weekOf(monday: string, found: ReadonlyMap<number, number>): BreachWeek {
  const hours = [...found]
    .map(([hour, count]) => ({ hour, count }))
    .sort((a, b) => a.hour - b.hour);
  const days = Array.from({ length: 7 }, (_, day) =>
    hours.reduce((sum, each) => sum + (Math.floor(each.hour / 24) === day ? each.count : 0), 0),
  );
  return { monday, hours, days, count: days.reduce((sum, count) => sum + count, 0) };
}

/** Each Monday from the first to the last. */
function weeksBetween(mondays: readonly string[]): string[] {
  const [first] = mondays;
  const last = mondays.at(-1);
  if (first === undefined || last === undefined) return [];
  const weeks: string[] = [];
  let week = DateTime.fromISO(first, { zone: "utc" });
  for (let text = first; text <= last; text = week.toISODate() ?? "") {
    weeks.push(text);
    week = week.plus({ weeks: 1 });
  }
  return weeks;
}
