import type { DateTime } from "luxon";

/**
 * An instant that is written in English, in the Gregorian calendar and in Arabic digits, whatever
 * defaults an application has set in Luxon.
 */
export function english(at: DateTime): DateTime {
  return at.reconfigure({
    locale: "en-US",
    numberingSystem: "latn",
    outputCalendar: "gregory",
  });
}
