import { type DayNumber, dayOfWall } from "../../time/civil-date";
import type { DayPeriod } from "../../time/wall-period";
import type { ZoneOffsets } from "../../time/zone-offsets";
import type { PeriodSource, Periods } from "../../timeline";
import { tidyPeriods } from "../../timeline";
import { DAY_MS } from "../../timeline/units";

/** The wall-clock periods that start on a date, in order and apart. */
export type PlanOfDay = (day: DayNumber) => readonly DayPeriod[];

/** Wall-clock time is at most this far from UTC, and a night shift is at most this long. */
const REACH_DAYS = 3;

/**
 * The instants of the periods that start on one date. The clock rules of the zone place both ends of each
 * period. Periods that a clock change leaves without length are dropped, and periods that it makes overlap are
 * merged. A date that the zone skips has none.
 */
export function periodsOfDay(
  plan: readonly DayPeriod[],
  day: DayNumber,
  zone: ZoneOffsets,
): Periods {
  const midnight = day * DAY_MS;
  if (plan.length === 0) return { opens: [], closes: [] };
  zone.ensure(midnight - REACH_DAYS * DAY_MS, midnight + REACH_DAYS * DAY_MS);
  if (!dayExists(day, zone)) return { opens: [], closes: [] };
  return tidyPeriods(
    plan.map(({ openMs }) => zone.instantOf(midnight + openMs)),
    plan.map(({ closeMs }) => zone.instantOf(midnight + closeMs)),
  );
}

/** Whether the date exists in the zone; Pacific/Apia, for example, had no 30 December 2011. */
export function dayExists(day: DayNumber, zone: ZoneOffsets): boolean {
  return dayOfWall(zone.wallAt(zone.instantOf(day * DAY_MS))) === day;
}

/** The open periods of a plan carried out day after day. */
export function sourceOf(plan: PlanOfDay, zone: ZoneOffsets): PeriodSource {
  return (fromMs, toMs) => {
    const firstDay = Math.floor(fromMs / DAY_MS) - REACH_DAYS;
    const lastDay = Math.floor(toMs / DAY_MS) + REACH_DAYS;
    zone.ensure((firstDay - REACH_DAYS) * DAY_MS, (lastDay + REACH_DAYS) * DAY_MS);
    const opens: number[] = [];
    const closes: number[] = [];
    for (let day = firstDay; day <= lastDay; day++) {
      const periods = plan(day);
      if (periods.length === 0) continue;
      const midnight = day * DAY_MS;
      // Far from any change of the clock, one offset serves the whole day.
      if (zone.changesWithin(midnight - DAY_MS, midnight + REACH_DAYS * DAY_MS)) {
        const { opens: o, closes: c } = periodsOfDay(periods, day, zone);
        opens.push(...o);
        closes.push(...c);
        continue;
      }
      const start = midnight - zone.offsetAt(midnight);
      for (const { openMs, closeMs } of periods) {
        opens.push(start + openMs);
        closes.push(start + closeMs);
      }
    }
    return tidyPeriods(opens, closes, fromMs, toMs);
  };
}
