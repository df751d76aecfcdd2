import { type DayNumber, dayOfWall } from "../../time/civil-date";
import { parseWallTime } from "../../time/wall-time";
import type { TabledZone } from "../../time/zone";
import { DAY_MS } from "../../timeline/units";
import type { DayReason } from "../calendar-model";

/** The moments of the last day at which a count of days may be due, the usual one first. */
export const DUES = ["end-of-day", "close", "same-time"] as const;

/** At which moment of its last day a count of days is due. */
export type DayDue = (typeof DUES)[number];

/** A wall-clock time of the last day, or its close if that is earlier. */
export interface DueAt {
  /** A time of day such as `"16:00"`. */
  readonly at: string;
}

/** Days to count: which days they are, and which instants belong to them. */
export interface CountedDays {
  /** The date of an instant. */
  dayAt(ms: number): DayNumber;
  /** Day 0 of a count that starts at an instant, after a wall-clock cutoff if there is one. */
  received(ms: number, cutoff: string | undefined): DayNumber;
  /** Whether a date counts. */
  has(day: DayNumber): boolean;
  /** The n-th counted day after a date. */
  nth(day: DayNumber, n: number): DayNumber;
  /** How many counted days come after date `a` up to and including date `b`. */
  between(a: DayNumber, b: DayNumber): number;
  /** The moment of a date at which a count that started at `startMs` is due. */
  dueOn(day: DayNumber, due: DayDue | DueAt, startMs: number): number;
  /** The midnight that ends a date. */
  endOf(day: DayNumber): number;
  /** Why a date has the hours it has. */
  reasonFor(day: DayNumber): DayReason;
}

export function dayAt(zone: TabledZone, ms: number): DayNumber {
  return dayOfWall(zone.offsets.wallAt(ms));
}

export function endOf(zone: TabledZone, day: DayNumber): number {
  return zone.offsets.instantOf((day + 1) * DAY_MS);
}

/** The instant of a time of day such as `"17:00"` on a date. */
export function timeOn(zone: TabledZone, day: DayNumber, time: string): number {
  return zone.offsets.instantOf(day * DAY_MS + parseWallTime(time));
}

export function dueOn(
  zone: TabledZone,
  day: DayNumber,
  due: "end-of-day" | "same-time",
  startMs: number,
): number {
  if (due === "end-of-day") return endOf(zone, day);
  const wall = zone.offsets.wallAt(startMs);
  return zone.offsets.instantOf(day * DAY_MS + (wall - dayOfWall(wall) * DAY_MS));
}
