import { DateTime, Duration } from "luxon";
import { own } from "../input/json";
import { didYouMean } from "../input/nearest";
import { short, show } from "../input/show";
import { AllowanceError } from "../timeline";
import { HOUR_MS, MINUTE_MS } from "../timeline/units";

/** An exact length of time. Days and longer are not exact: a day has 23, 24 or 25 hours. */
export type ExactAmount =
  | {
      readonly hours?: number;
      readonly minutes?: number;
      readonly seconds?: number;
      readonly milliseconds?: number;
    }
  | Duration
  | string;

const UNIT_MS: Readonly<Record<string, number>> = {
  hours: HOUR_MS,
  minutes: MINUTE_MS,
  seconds: 1_000,
  milliseconds: 1,
};

/**
 * An exact amount in milliseconds, rounded to the nearest where fractions of a unit do not come out.
 *
 * @param amount hours, minutes, seconds, milliseconds; a `Duration` of those; or ISO 8601 as `"PT48H"`
 * @throws {AllowanceError} if it is not one of these, is empty, or holds days or longer.
 * @example exactMs({ hours: 1, minutes: 30 }) // 5400000
 */
export function exactMs(amount: ExactAmount): number {
  let total = 0;
  const units = unitsOf(amount);
  if (units.length === 0) throw unusable(amount, "it is empty");
  for (const [unit, value] of units) {
    if (value === undefined || value === 0) continue;
    const unitMs = own(UNIT_MS, unit);
    if (unitMs === undefined) throw unusable(amount, notExact(unit));
    if (!Number.isFinite(value)) throw unusable(amount, `its ${unit} are not a finite number`);
    total += (value as number) * unitMs;
  }
  if (!Number.isSafeInteger(Math.round(total))) throw unusable(amount, "it is too large");
  // Adding zero turns -0, which no caller expects, into 0.
  return Math.round(total) + 0;
}

function unitsOf(amount: unknown): [unit: string, value: unknown][] {
  // A foreign object may throw as it is read; whatever it throws, it is not an amount.
  try {
    return Object.entries(readUnits(amount));
  } catch (error) {
    if (error instanceof AllowanceError) throw error;
    throw unusable(amount, "it cannot be read");
  }
}

function readUnits(amount: unknown): object {
  if (typeof amount === "string") {
    const parsed = luxonDuration(amount);
    if (!parsed?.isValid) throw unusable(amount, "it is not an ISO 8601 duration");
    return parsed.toObject();
  }
  if (Duration.isDuration(amount)) {
    if (!amount.isValid) throw unusable(amount, "it holds no time");
    return amount.toObject();
  }
  if (typeof amount === "object" && amount !== null && !Array.isArray(amount)) {
    if (Object.prototype.toString.call(amount) === "[object Temporal.Duration]") {
      throw unusable(amount, "it is read as text", "Give String(duration).");
    }
    if (amount instanceof Date || DateTime.isDateTime(amount)) {
      throw unusable(amount, "an instant is not a length of time", BETWEEN);
    }
    if ("toISOString" in amount && typeof amount.toISOString === "function") {
      throw unusable(amount, "durations of that library are not read", "Give its toISOString().");
    }
    return amount;
  }
  if (typeof amount === "number") throw unusable(amount, "a number names no unit");
  throw unusable(amount, "it names no unit");
}

/** What Luxon reads; an application may have told it to throw what is invalid. */
function luxonDuration(text: string): Duration | undefined {
  try {
    return Duration.fromISO(text);
  } catch {
    return undefined;
  }
}

function notExact(unit: string): string {
  return ["days", "weeks", "months", "quarters", "years"].includes(unit)
    ? `${unit} are not an exact length of time; count working days with addWorkingDays, or give hours`
    : `"${short(unit)}" is not a unit of exact time; ${didYouMean(unit, Object.keys(UNIT_MS))}`;
}

const REMEDY =
  'Give { hours, minutes, seconds, milliseconds }, a Luxon Duration of those, or "PT48H".';

const BETWEEN = "Give a length of time, such as calendar.between(a, b) of two instants.";

function unusable(given: unknown, why: string, remedy = REMEDY): AllowanceError {
  return new AllowanceError(
    "amount-not-exact",
    `${show(given)} is not an exact amount: ${why}${why.endsWith("?") ? "" : "."} ${remedy}`,
    { given: show(given) },
  );
}
