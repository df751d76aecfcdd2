import type { ErrorCode } from "./error-codes";

/** What marks an error of the library, in every copy of it that a process may have loaded. */
const KINDS = Symbol.for("core-hours.error-kinds");

/**
 * The root of every error the library throws: a stable `code` for programs, a message for people
 * (what was given, what was expected, what to do), and `data` with the values behind the message.
 *
 * `instanceof` also holds for an error of another copy of the library, as where one part of a program
 * imports it and another requires it. `JSON.stringify` writes the name, code, message and data.
 */
export class CoreHoursError extends Error {
  /** @internal What the class is called in every copy of the library. */
  static readonly kind: string = "CoreHoursError";
  override readonly name: string = "CoreHoursError";
  /** Stable, kebab-case; never changes within a major version. */
  readonly code: ErrorCode;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, data: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.data = data;
    Object.defineProperty(this, KINDS, { value: kindsOf(new.target) });
  }

  /** Whether a value is an error of this class, or of the class of that name in another copy. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    if (Function.prototype[Symbol.hasInstance].call(this, value)) return true;
    // A class that an application makes of this one has no name that other copies know.
    if (typeof value !== "object" || value === null || !Object.hasOwn(this, "kind")) return false;
    const kinds: unknown = Reflect.get(value, KINDS);
    return Array.isArray(kinds) && kinds.includes(this.kind);
  }

  /** The error as JSON; an error's own message is not written by itself. */
  toJSON(): {
    readonly name: string;
    readonly code: ErrorCode;
    readonly message: string;
    readonly data: Readonly<Record<string, unknown>>;
  } {
    const { name, code, message, data } = this;
    return { name, code, message, data };
  }
}

/** What a class and those above it are called. */
function kindsOf(target: unknown): readonly string[] {
  const kinds: string[] = [];
  for (let each = target; typeof each === "function"; each = Object.getPrototypeOf(each)) {
    const kind: unknown = Object.hasOwn(each, "kind") ? Reflect.get(each, "kind") : undefined;
    if (typeof kind === "string") kinds.push(kind);
  }
  return kinds;
}

/** What was given is not an instant, or does not say which instant it is. */
export class InvalidInstantError extends CoreHoursError {
  static override readonly kind: string = "InvalidInstantError";
  override readonly name = "InvalidInstantError";
}

/** An amount of time is not a number, not exact, or not one the operation can take. */
export class AllowanceError extends CoreHoursError {
  static override readonly kind: string = "AllowanceError";
  override readonly name = "AllowanceError";
}

/** An answer would need to know more than the calendar covers. Carries the bound that was crossed. */
export class CoverageError extends CoreHoursError {
  static override readonly kind: string = "CoverageError";
  override readonly name = "CoverageError";
}

/** Any value as short text for a message, with its kind if it is neither text nor a number. */
export function given(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, LONGEST));
  if (typeof value === "number" || value === undefined || value === null) return String(value);
  if (typeof value === "bigint") return `${value}n (a bigint)`;
  if (typeof value === "boolean") return `${value} (a boolean)`;
  if (value instanceof Date) return "a Date";
  return Array.isArray(value)
    ? "a list"
    : `a${typeof value === "object" ? "n" : ""} ${typeof value}`;
}

/** How much of a text a message shows. */
const LONGEST = 40;

/** An instant as ISO 8601 in UTC, for messages; numbers a `Date` cannot hold are shown as they are. */
export function isoOf(ms: number): string {
  const date = new Date(typeof ms === "number" ? ms : Number.NaN);
  return Number.isNaN(date.getTime()) ? given(ms) : date.toISOString();
}
