import { Duration } from "luxon";
import { own } from "../../input/json";
import { show } from "../../input/show";
import { type ExactAmount, exactMs } from "../../time/exact-amount";
import { AllowanceError } from "../../timeline";
import { HOUR_MS, MINUTE_MS } from "../../timeline/units";

/** A length to write: a `Duration`, an exact amount, or an amount of days as an allowance has it. */
export type Length =
  | ExactAmount
  | { readonly workingDays: number }
  | { readonly calendarDays: number };

const DAYS = {
  days: ["day", "days"],
  workingDays: ["working day", "working days"],
  calendarDays: ["calendar day", "calendar days"],
} as const;

/**
 * A length as people write it, exactly, to the millisecond.
 *
 * @param length a length of a reading or between two instants: a `Duration` of exact time, of days or of
 *   both. Or an amount: `{ hours, minutes, seconds, milliseconds }`, `"PT48H"`, `{ workingDays: 2 }`
 * @returns `0` for no length; a negative length with a minus before it
 * @throws {AllowanceError} `amount-not-exact` if it is anything else, or not a finite number of days
 * @example formatDuration(Duration.fromMillis(5_400_000)) // "1 h 30 min"
 * @example formatDuration(Duration.fromObject({ days: 3 })) // "3 days"
 * @example formatDuration({ workingDays: 2 }) // "2 working days"
 */
export function formatDuration(length: Length): string {
  const { days, unit, ms } = parted(length);
  const isNegative = days < 0 || ms < 0;
  if (isNegative && (days > 0 || ms > 0)) throw unwritable(length, "its parts have two signs");
  const parts = [...daysText(Math.abs(days), unit), ...exactParts(Math.abs(ms))];
  return `${isNegative ? "-" : ""}${parts.join(" ") || "0"}`;
}

function daysText(days: number, unit: keyof typeof DAYS): string[] {
  if (days === 0) return [];
  const [one, many] = DAYS[unit];
  return [`${days} ${days === 1 ? one : many}`];
}

function exactParts(ms: number): string[] {
  const hours = Math.floor(ms / HOUR_MS);
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  const seconds = (ms % MINUTE_MS) / 1_000;
  return [
    hours > 0 ? `${hours} h` : "",
    minutes > 0 ? `${minutes} min` : "",
    seconds > 0 ? `${seconds} s` : "",
  ].filter((part) => part !== "");
}

/** The days of a length, and the exact rest of it. */
function parted(length: Length): {
  readonly days: number;
  readonly unit: keyof typeof DAYS;
  readonly ms: number;
} {
  const units = daysAndRest(length);
  for (const unit of ["days", "workingDays", "calendarDays"] as const) {
    const days = own(units, unit);
    if (days === undefined) continue;
    if (!Number.isFinite(days)) throw unwritable(length, `its ${unit} are not a finite number`);
    const { [unit]: _, ...rest } = units;
    return { days: Number(days), unit, ms: Object.keys(rest).length === 0 ? 0 : exactMs(rest) };
  }
  // Without days it must be exact, and exactMs refuses what is not.
  return { days: 0, unit: "days", ms: exactMs(length as ExactAmount) };
}

/** The units of a length that may hold days; none if it is not an object of numbers. */
function daysAndRest(length: unknown): Readonly<Record<string, unknown>> {
  if (Duration.isDuration(length)) return length.isValid ? { ...length.toObject() } : {};
  const isPlain =
    typeof length === "object" &&
    length !== null &&
    [Object.prototype, null].includes(Object.getPrototypeOf(length));
  return isPlain ? { ...length } : {};
}

function unwritable(given: unknown, why: string): AllowanceError {
  return new AllowanceError(
    "amount-not-exact",
    `${show(given)} is not a length to write: ${why}. Give a Duration, { hours, minutes } or { workingDays }.`,
    { given: show(given) },
  );
}
