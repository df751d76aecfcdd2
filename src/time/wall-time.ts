import { show } from "../input/show";
import { AllowanceError, InvalidInstantError } from "../timeline";
import { DAY_MS, MINUTE_MS, SECOND_MS } from "../timeline/units";
import { parseDate } from "./civil-date";

const WALL = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?))?$/;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?$/;

/**
 * Wall-clock time without a zone, as the epoch milliseconds at which a clock in UTC would show it.
 *
 * @throws {InvalidInstantError} where it is not a date that exists with a time that exists.
 */
export function parseWall(text: string): number {
  const match = WALL.exec(typeof text === "string" ? text.trim() : "");
  const day = match?.[1] === undefined ? undefined : parseDate(match[1]);
  const time = match?.[2] === undefined ? 0 : timeMs(match[2]);
  if (match && day !== undefined && time !== undefined) return day * DAY_MS + time;
  throw new InvalidInstantError(
    "wall-time-invalid",
    `${show(text)} is not wall-clock time; give "2026-11-20T16:30", without an offset. An instant that has an offset can be given as it is.`,
    { given: show(text) },
  );
}

/** A time of day such as `"17:00"`, in milliseconds from midnight. */
export function parseWallTime(text: string): number {
  const time = typeof text === "string" ? timeMs(text) : undefined;
  if (time !== undefined) return time;
  throw new AllowanceError(
    "time-of-day-invalid",
    `${show(text)} is not a time of day; give "HH:MM", such as "17:00".`,
    { given: show(text) },
  );
}

function timeMs(text: string): number | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [, hours, minutes, seconds = "0", fraction = ""] = match;
  const ms =
    (Number(hours) * 60 + Number(minutes)) * MINUTE_MS +
    Number(seconds) * SECOND_MS +
    Number(fraction.slice(0, 3).padEnd(3, "0"));
  const exists = Number(minutes) < 60 && Number(seconds) < 60 && ms <= DAY_MS;
  return exists ? ms : undefined;
}
