import { CoreHoursError } from "../timeline";
import { show } from "./show";

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
