import type { DateTime, Duration } from "luxon";
import {
  type CalendarDefinition,
  defineSla,
  type PolicyDefinition,
  type Target,
  type TargetDefinition,
} from "../../src/index";

/** A small service desk for examples worked by hand, and a week to work them in. */

/** Monday to Friday, 09:00 to 17:00 in UTC, without holidays. */
export const office: CalendarDefinition = week({ weekdays: ["09:00-17:00"] });

/** Around the clock. */
export const always: CalendarDefinition = week({ daily: ["00:00-24:00"] });

/** Hours in UTC, without holidays. */
export function week(hours: Readonly<Record<string, readonly string[]>>): CalendarDefinition {
  return { timeZone: "UTC", hours };
}

/** What a target of the desk says beyond its states. */
type Terms = Partial<TargetDefinition> & Pick<TargetDefinition, "allowance">;

/**
 * A target whose clock runs while a ticket is `open`, pauses while it is `waiting`, stops when it is
 * `done` and ends when it is `void`. Its calendars are `office` and `always`, unless others are given.
 */
export function deskTarget(
  terms: Terms,
  policy: Pick<PolicyDefinition, "calendars" | "severities" | "timeZone"> = {},
): Target {
  const states = { runs: ["open"], pauses: ["waiting"], stops: ["done"], cancels: ["void"] };
  const desk = defineSla({
    id: "desk",
    calendars: { office, always },
    ...policy,
    targets: { fix: { ...states, ...terms } },
  });
  return desk.targets.fix;
}

/** Instants of the week that begins on Monday 16 November 2026, in UTC: `mon("09:00")`. */
export const mon = on("2026-11-16");
export const tue = on("2026-11-17");
export const wed = on("2026-11-18");
export const thu = on("2026-11-19");
export const fri = on("2026-11-20");
export const sat = on("2026-11-21");
export const sun = on("2026-11-22");
export const nextMon = on("2026-11-23");

/** The instants of a date in UTC, by their time of day. */
export function on(date: string): (time: string) => string {
  return (time) => (time.length === 5 ? `${date}T${time}:00Z` : `${date}T${time}Z`);
}

/** An instant in the form that {@link on} gives it; null stays null. */
export function utc(at: DateTime | null): string | null {
  return at?.toUTC().toISO({ suppressMilliseconds: true }) ?? null;
}

/** A length in hours. */
export function hours(length: Duration | null): number {
  return length?.as("hours") ?? Number.NaN;
}
