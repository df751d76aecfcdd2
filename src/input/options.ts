import { CoreHoursError } from "../timeline";
import { holds } from "./holds";
import { didYouMean, nearest } from "./nearest";
import { short, show } from "./show";

/**
 * The options of a call, where none, undefined and null are all the same.
 *
 * @param example what could have been given, for errors
 * @throws {CoreHoursError} `options-invalid` if the argument is not an object.
 */
export function given<T extends object>(
  options: T | null | undefined,
  example = '{ asOf: "2026-11-20T16:30:00Z" }',
): Partial<T> {
  if (options === undefined || options === null) return {};
  if (typeof options === "object" && isReadable(options)) return options;
  throw new CoreHoursError(
    "options-invalid",
    `${show(options)} is not an object of options; give one such as ${example}.`,
    { given: show(options) },
  );
}

/** Whether every key of an object has a value: a getter or a proxy may throw instead. */
function isReadable(options: object): boolean {
  return holds(() => {
    for (const key of Object.keys(options)) Reflect.get(options, key);
    return true;
  });
}

/**
 * A list that is part of what was given, read one by one, its holes as well.
 *
 * @param name what it is called there
 * @throws {CoreHoursError} `option-invalid` if the argument is not a list.
 */
export function givenList<T, U>(
  name: string,
  list: readonly T[] | undefined,
  read: (item: T) => U,
): U[] {
  if (Array.isArray(list)) return Array.from<T, U>(list, read);
  throw new CoreHoursError(
    "option-invalid",
    `${show(list)} given as "${name}"; give a list, which may be empty.`,
    { option: name, given: show(list) },
  );
}

/** Whether a value can be gone through, one by one. */
export function isIterable(value: unknown): value is Iterable<unknown> {
  return hasMethod(value, Symbol.iterator);
}

/** Whether a value can be gone through in its own time. */
export function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return hasMethod(value, Symbol.asyncIterator);
}

function hasMethod(value: unknown, name: symbol): boolean {
  return (
    typeof value === "object" && value !== null && typeof Reflect.get(value, name) === "function"
  );
}

/**
 * An option that must be one of a few words; the first of them where it is not given.
 *
 * @throws {CoreHoursError} `option-invalid` for any other.
 */
export function oneOf<T extends string>(
  name: string,
  given: T | undefined,
  words: readonly [T, ...T[]],
): T {
  const word = given ?? words[0];
  if (words.includes(word)) return word;
  throw new CoreHoursError(
    "option-invalid",
    `${show(given)} is not a ${name}; give one of ${words.map((w) => `"${w}"`).join(", ")}.`,
    { option: name, given: show(given), expected: words },
  );
}

/**
 * Refuses a key that an object of options does not have; one that is given as undefined is not given.
 *
 * @param given the options, or undefined
 * @param known the names there are
 * @param what takes them, for errors, such as `addWorkingDays`
 * @param kind what a key of it is
 * @throws {CoreHoursError} `option-unknown`, with the known name that was probably meant.
 * @example checkKeys({ cutof: "12:00" }, ["due", "cutoff"], "addWorkingDays")
 * // "cutof" is not an option of addWorkingDays; did you mean "cutoff"?
 */
export function checkKeys(
  given: object | null | undefined,
  known: readonly string[],
  what: string,
  kind = "an option",
): void {
  if (given === undefined || given === null) return;
  for (const key of Object.keys(given)) {
    if (known.includes(key) || Reflect.get(given, key) === undefined) continue;
    throw new CoreHoursError(
      "option-unknown",
      `"${short(key)}" is not ${kind} of ${what}; ${didYouMean(key, known)}`,
      { option: short(key), known, meant: nearest(key, known) },
    );
  }
}
