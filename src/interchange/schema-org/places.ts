import { isJsonObject } from "../../input/json";
import { DefinitionError, type DefinitionProblem, under } from "../../input/problems";
import { entryProblems, readEntry } from "./entry";
import type { Entries } from "./layers";

/** The name of the input, for errors. */
export const WHAT = "schema.org opening hours";

const GENERAL = "openingHoursSpecification";
const SPECIAL = "specialOpeningHoursSpecification";

/** An entry where it was found. */
interface Found {
  readonly item: unknown;
  readonly path: readonly (string | number)[];
  readonly isSpecial: boolean;
}

/**
 * The entries of a place, of a list, or one alone.
 *
 * @throws {DefinitionError} with every problem found.
 */
export function entriesIn(value: unknown): Entries {
  const found = foundIn(value);
  const problems = found.flatMap(({ item, path, isSpecial }) =>
    under(path, [...entryProblems(item), ...(isSpecial ? undated(item) : [])]),
  );
  if (problems.length > 0) throw new DefinitionError(WHAT, problems);
  const read = (special: boolean) =>
    found.filter(({ isSpecial }) => isSpecial === special).map(({ item }) => readEntry(item));
  return { general: read(false), special: read(true) };
}

/** What the caller may have meant, if there are no entries. */
export function refusal(message: string): DefinitionError {
  return new DefinitionError(WHAT, [{ path: [], message }]);
}

function foundIn(value: unknown): readonly Found[] {
  const found = isPlace(value)
    ? [...entriesOf(value[GENERAL], [GENERAL]), ...entriesOf(value[SPECIAL], [SPECIAL], true)]
    : entriesOf(value, []);
  if (found.some(({ isSpecial }) => !isSpecial)) return found;
  throw refusal(
    `expected an OpeningHoursSpecification, a list of them, or a place with "${GENERAL}"; for the text of "openingHours" there is calendarFromOpeningHours`,
  );
}

function isPlace(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    isJsonObject(value) &&
    [GENERAL, SPECIAL, "openingHours"].some((key) => Object.hasOwn(value, key))
  );
}

function entriesOf(value: unknown, path: Found["path"], isSpecial = false): readonly Found[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [{ item: value, path, isSpecial }];
  return value.map((item: unknown, i) => ({ item, path: [...path, i], isSpecial }));
}

function undated(item: unknown): readonly DefinitionProblem[] {
  if (!isJsonObject(item) || item["validFrom"] !== undefined) return [];
  return [{ path: ["validFrom"], message: "missing; special hours are for dates" }];
}
