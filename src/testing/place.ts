import type { WorkingCalendar } from "../calendar/working-calendar";
import { dayOfWall, formatDate, weekdayOf } from "../time/civil-date";
import { zoneNamed } from "../time/zone";
import { CoreHoursError } from "../timeline/errors";
import { DAY_MS, MINUTE_MS } from "../timeline/units";
import { lengthText } from "./amounts";
import { clockChanges } from "./arbitraries/zones";

/** Where a law is tried: how its instants are written for a person. */
export interface Place {
  /** An instant as local time with its offset, e.g. `2026-10-25T01:30:00+01:00`. */
  readonly local: (atMs: number) => string;
  /** What is unusual near an instant: a holiday, an exception, a clock change. */
  readonly notes: (atMs: number) => readonly string[];
}

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The zone of a calendar, and what is special about its dates. */
export function placeOf(calendar: WorkingCalendar): Place {
  const { timeZone } = calendar;
  const { offsets } = zoneNamed(timeZone);
  const local = (atMs: number) => {
    const text = new Date(offsets.wallAt(atMs)).toISOString().slice(0, -1);
    return `${text.replace(/\.000$/, "")}${offsetText(offsets.offsetAt(atMs))}`;
  };
  return {
    local,
    notes: (atMs) => {
      const day = dayOfWall(offsets.wallAt(atMs));
      const changes = clockChanges(timeZone, atMs - DAY_MS, atMs + DAY_MS).map((changeMs) => {
        const byMs = offsets.offsetAt(changeMs) - offsets.offsetAt(changeMs - 1);
        const how = byMs > 0 ? "forward" : "back";
        return `the clocks go ${how} by ${lengthText(Math.abs(byMs))} at ${local(changeMs)}`;
      });
      return [WEEKDAYS[weekdayOf(day)] ?? "", ...reasonOf(calendar, formatDate(day)), ...changes];
    },
  };
}

/** Why a date has hours other than those of its week. */
function reasonOf(calendar: WorkingCalendar, date: string): readonly string[] {
  try {
    const { because, title } = calendar.reasonFor(date);
    if (because === "week") return [];
    return [title === undefined ? because : `${because} "${title}"`];
  } catch (error) {
    if (error instanceof CoreHoursError) return []; // Nothing is known of a date outside the coverage.
    throw error;
  }
}

/** An offset such as `+01:00`, or `-00:01:15` for local mean time. */
function offsetText(offsetMs: number): string {
  const sign = offsetMs < 0 ? "-" : "+";
  const [hours, minutes, seconds] = new Date(Math.abs(offsetMs))
    .toISOString()
    .slice(11, 19)
    .split(":");
  const whole = offsetMs % MINUTE_MS === 0;
  return `${sign}${hours}:${minutes}${whole ? "" : `:${seconds}`}`;
}

/** Whether a text of an example is an instant, as examples have them: ISO in UTC. */
export function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text);
}

const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;

/** The text with every instant in it changed from ISO text in UTC to local time. */
export function localised(text: string, { local }: Place): string {
  return text.replace(INSTANT, (instant) => local(Date.parse(instant)));
}

/** The same, with notes in brackets after an instant that stands alone. */
export function noted(instant: string, { local, notes }: Place): string {
  const atMs = Date.parse(instant);
  const said = notes(atMs).filter((note) => note !== "");
  return `${local(atMs)}${said.length > 0 ? ` (${said.join("; ")})` : ""}`;
}
