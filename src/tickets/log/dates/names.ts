const MONTHS =
  "january february march april may june july august september october november december";
const WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday";

/** Every usual English spelling of a month, in lower case and without a full stop, with its number. */
export const MONTH_NAMES: ReadonlyMap<string, number> = new Map([
  ...spellings(MONTHS, [3]),
  ["sept", 9],
  ["febr", 2],
]);

/** Every usual English spelling of a weekday, with its ISO number: Monday is 1. */
export const WEEKDAY_NAMES: ReadonlyMap<string, number> = new Map([
  ...spellings(WEEKDAYS, [2, 3]),
  ["tues", 2],
  ["weds", 3],
  ["thur", 4],
  ["thurs", 4],
]);

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
