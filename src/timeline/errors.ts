/**
 * The root of every error the library throws: a stable `code` for programs, a message for people
 * (what was given, what was expected, what to do), and `data` with the values behind the message.
 */
export class CoreHoursError extends Error {
  override readonly name: string = "CoreHoursError";
  /** Stable, kebab-case; never changes within a major version. */
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, data: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.data = data;
  }
}

/** What was given is not an instant, or does not say which instant it is. */
export class InvalidInstantError extends CoreHoursError {
  override readonly name = "InvalidInstantError";
}

/** An amount of time is not a number, not exact, or not one the operation can take. */
export class AllowanceError extends CoreHoursError {
  override readonly name = "AllowanceError";
}

/** An answer would need to know more than the calendar covers. Carries the bound that was crossed. */
export class CoverageError extends CoreHoursError {
  override readonly name = "CoverageError";
}

/** An instant as ISO 8601 in UTC, for messages; numbers a `Date` cannot hold are shown as they are. */
export function isoOf(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? String(ms) : date.toISOString();
}
