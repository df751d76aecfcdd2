import type { DateTime } from "luxon";

/**
 * An instant to be written in English, in the Gregorian calendar and in Arabic digits, whatever an
 * application has set as Luxon's defaults.
 */
export function english(at: DateTime): DateTime {
  return at.reconfigure({
    locale: "en-US",
    numberingSystem: "latn",
    outputCalendar: "gregory",
  });
}
