import type { DateTime } from "luxon";

/**
 * A date or an instant by a pattern of Luxon, in English, with one spelling of each month: some versions of
 * the language data write `Sept` and some `Sep`.
 *
 * @example inEnglish(DateTime.fromISO("2026-09-04"), "ccc d LLL") // "Fri 4 Sep"
 */
export function inEnglish(at: DateTime, pattern: string): string {
  return at.toFormat(pattern, { locale: "en-GB" }).replace(/\bSept\b/, "Sep");
}
