import { withoutAccents } from "../../../words/plain-name";

const MONTHS =
  "january february march april may june july august september october november december";
const WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday";

/** French names, without their accents. */
const FRENCH_MONTHS =
  "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre";
/** As spreadsheets and programs shorten them: `janv.`, `févr.`, `juil.`; `jui` may be June or July. */
const FRENCH_SHORT_MONTHS = "janv fevr mars avr mai juin juil aout sept oct nov dec";
const FRENCH_SHORTER_MONTHS = "jan fev mar avr mai jun jul aou sep oct nov dec";
const FRENCH_WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche";

/** Every usual English and French spelling of a month, in lower case, without accents and full stop, with its number. */
const MONTH_NAMES: ReadonlyMap<string, number> = new Map([
  ...spellings(MONTHS, [3]),
  ["sept", 9],
  ["febr", 2],
  ...spellings(FRENCH_MONTHS, []),
  ...spellings(FRENCH_SHORT_MONTHS, []),
  ...spellings(FRENCH_SHORTER_MONTHS, []),
]);

/** Every usual English and French spelling of a weekday, with its ISO number: Monday is 1. */
const WEEKDAY_NAMES: ReadonlyMap<string, number> = new Map([
  ...spellings(WEEKDAYS, [2, 3]),
  ["tues", 2],
  ["weds", 3],
  ["thur", 4],
  ["thurs", 4],
  ...spellings(FRENCH_WEEKDAYS, [3]),
]);

/** The number of the month that a text names, in any case, with or without accents and a full stop. */
export function monthNamed(text: string): number | undefined {
  return MONTH_NAMES.get(plainSpelling(text));
}

/** The ISO number of the weekday that a text names, likewise. */
export function weekdayNamed(text: string): number | undefined {
  return WEEKDAY_NAMES.get(plainSpelling(text));
}

function plainSpelling(text: string): string {
  return withoutAccents(text.toLowerCase()).replace(/\.$/, "");
}

/** Names in full and cut to each of some lengths, with their numbers from 1. */
function spellings(names: string, lengths: readonly number[]): [string, number][] {
  return names
    .split(" ")
    .flatMap((name, i) =>
      [name, ...lengths.map((length) => name.slice(0, length))].map(
        (spelling): [string, number] => [spelling, i + 1],
      ),
    );
}
