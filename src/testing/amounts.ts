import type { Unit } from "../sla/allowance/measure";
import { HOUR_MS, MINUTE_MS, SECOND_MS } from "../timeline/units";

/** An amount in the claim of a law: it is compared as a number and written as people read it. */
export class Amount {
  readonly #value: number;
  readonly #unit: Unit;

  constructor(value: number, unit: Unit = "milliseconds") {
    this.#value = value;
    this.#unit = unit;
  }

  /** Lets amounts be compared by `<` and `>=`. */
  valueOf(): number {
    return this.#value;
  }

  toString(): string {
    return this.#unit === "days" ? daysText(this.#value) : lengthText(this.#value);
  }

  /** Writes an amount within a list or a record in the same words. */
  toJSON(): string {
    return this.toString();
  }
}

/** Numbers of milliseconds, each under its name, as lengths of time. */
export function lengths(
  milliseconds: Readonly<Record<string, number>>,
): Readonly<Record<string, Amount>> {
  return Object.fromEntries(
    Object.entries(milliseconds).map(([name, ms]) => [name, new Amount(ms)]),
  );
}

/**
 * A length of time as people read it, exact to the millisecond.
 *
 * @example lengthText(32_399_999) // "8 h 59 min 59.999 s"
 */
export function lengthText(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return String(milliseconds);
  const ms = Math.abs(milliseconds);
  const sign = milliseconds < 0 ? "-" : "";
  if (ms < 1_000) return `${sign}${ms} ms`;
  const [hours, minutes] = [Math.floor(ms / HOUR_MS), Math.floor((ms % HOUR_MS) / MINUTE_MS)];
  const seconds = (ms % MINUTE_MS) / SECOND_MS;
  const parts = [
    ...(hours > 0 ? [`${hours} h`] : []),
    ...(minutes > 0 ? [`${minutes} min`] : []),
    ...(seconds > 0 ? [`${seconds} s`] : []),
  ];
  return sign + parts.join(" ");
}

function daysText(days: number): string {
  return `${days} ${days === 1 ? "day" : "days"}`;
}
