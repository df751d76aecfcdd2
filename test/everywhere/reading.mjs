/** What the facts are written with. */

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const utc = (at) => at?.toUTC().toISO({ suppressMilliseconds: true }) ?? null;
export const iso = (at) => at?.toISO({ suppressMilliseconds: true }) ?? null;
export const hours = (length) => length.toMillis() / HOUR;

/** The code of what a call throws, and whether it is of a class, and an error at all. */
export function refusal(call, ofClass) {
  try {
    call();
  } catch (error) {
    return [error.code, error instanceof ofClass, error instanceof Error];
  }
  return "nothing was thrown";
}

export const officeHours = { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } };
