import { show } from "../input/show";
import { type AllowanceDefinition, allowanceInWords } from "../sla/allowance/definition";
import type { OneAllowance, SeverityPromise } from "../sla/target/definition";

/**
 * What a ticket is meant to be promised: an amount in one unit, such as `{ hours: 4 }`; `"agreed"` for an agreed date
 * alone; null for nothing.
 */
export type ExpectedPromise =
  | {
      readonly hours?: number;
      readonly minutes?: number;
      readonly workingDays?: number;
      readonly calendarDays?: number;
      readonly weeks?: number;
      readonly months?: number;
    }
  | "agreed"
  | null;

const MINUTES_PER_HOUR = 60;
const UNITS = ["hours", "minutes", "workingDays", "calendarDays", "weeks", "months"] as const;

type Amounts = Readonly<Partial<Record<(typeof UNITS)[number], number>>>;

/** Whether an amount is meant for every severity alike. */
export function isForAll(expected: unknown): expected is ExpectedPromise {
  if (expected === null || expected === "agreed") return true;
  return typeof expected === "object" && UNITS.some((unit) => unit in expected);
}

/** Whether a value is an amount of time, an agreed date or nothing. */
export function isPromise(expected: unknown): expected is ExpectedPromise {
  if (expected === null || expected === "agreed") return true;
  if (typeof expected !== "object") return false;
  const entries = Object.entries(expected);
  const units: readonly string[] = UNITS;
  return (
    entries.length > 0 &&
    entries.every(([unit, amount]) => units.includes(unit) && typeof amount === "number")
  );
}

/** A promise as what it comes to, so 240 minutes are 4 hours. */
export function comparable(promise: ExpectedPromise | OneAllowance): string {
  if (promise === null || promise === "agreed") return String(promise);
  const { hours, minutes, ...amounts }: Amounts = promise;
  if (hours !== undefined || minutes !== undefined) {
    return `${(hours ?? 0) * MINUTES_PER_HOUR + (minutes ?? 0)} minutes`;
  }
  return UNITS.flatMap((unit) => {
    const amount = unit in amounts ? Reflect.get(amounts, unit) : undefined;
    return typeof amount === "number" ? [`${amount} ${unit}`] : [];
  }).join(" ");
}

/** What a target promises, in words, as a definition lists it. */
export function promisesInWords(promises: readonly SeverityPromise[]): string {
  const text = ({ severity, allowance }: SeverityPromise) =>
    severity === null ? inWords(allowance) : `${show(severity)}: ${inWords(allowance)}`;
  return promises.length === 0 ? "nothing to any severity" : promises.map(text).join(", ");
}

function inWords(allowance: AllowanceDefinition | "agreed" | null): string {
  if (allowance === null) return "nothing";
  return allowance === "agreed" ? "an agreed date" : allowanceInWords(allowance);
}
