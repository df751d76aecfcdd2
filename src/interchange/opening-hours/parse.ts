import { DefinitionError, type DefinitionProblem } from "../../input/problems";
import { short } from "../../input/show";
import { Cursor, Unsayable } from "./cursor";
import { isDates, readDates } from "./read-dates";
import { isDays, readDays } from "./read-days";
import { type ReadTimes, readTimes } from "./read-times";
import type { Rule } from "./rule";
import { tokensOf } from "./tokens";

/** The name of the input, for errors. */
export const WHAT = "opening_hours value";

/** How long a value may be; this bounds what it can cost. */
export const LONGEST = 60_000;

/**
 * The rules of an opening_hours value, as https://wiki.openstreetmap.org/wiki/Key:opening_hours specifies
 * them, as far as a calendar can say them.
 *
 * @throws {DefinitionError} with a problem for each rule that is wrong or not supported; its path is the place in the
 *   text.
 */
export function parseRules(text: string): readonly Rule[] {
  if (typeof text !== "string" || text.length > LONGEST) {
    const message = `expected text of at most ${LONGEST} characters, such as "Mo-Fr 08:00-18:00; PH off"`;
    throw new DefinitionError(WHAT, [{ path: [], message }]);
  }
  const cursor = new Cursor(tokensOf(text));
  const rules: Rule[] = [];
  const problems: DefinitionProblem[] = [];
  let isAdditional = false;
  while (!cursor.isAt("end")) {
    try {
      if (!isAdditional && cursor.takeSign(";")) continue;
      rules.push(readRule(cursor, isAdditional));
      isAdditional = readSeparator(cursor);
    } catch (error) {
      if (!(error instanceof Unsayable)) throw error;
      problems.push(problemOf(error));
      cursor.skipRule();
      cursor.take();
      isAdditional = false;
    }
  }
  if (isAdditional) problems.push(problemOf(cursor.unexpected("a rule after the comma")));
  if (rules.length === 0 && problems.length === 0) {
    problems.push({ path: [], message: 'it is empty; expected "Mo-Fr 08:00-18:00", or "off"' });
  }
  if (problems.length > 0) throw new DefinitionError(WHAT, problems);
  return rules;
}

function problemOf({ at, text, message }: Unsayable): DefinitionProblem {
  const where = text === "" ? "at its end" : `"${short(text)}" at character ${at + 1}`;
  return { path: [at], message: `${where}: ${message}` };
}

function readRule(cursor: Cursor, isAdditional: boolean): Rule {
  const selectors = readSelectors(cursor);
  const isOpen = readModifier(cursor);
  if (selectors === undefined && isOpen === undefined) {
    throw cursor.unexpected("days such as Mo-Fr, times such as 08:00-18:00, or open or off");
  }
  const { dates, yearly, days, times, looseComma } = selectors ?? {};
  if (looseComma && isOpen === false) {
    const why =
      'either a break begins after the comma, or both times are closed; write "open" before the comma for a break, or leave out the blank after it to close at both';
    throw new Unsayable(looseComma, why);
  }
  return { isAdditional, isOpen: isOpen ?? true, dates, yearly, days, times };
}

/** Which days and times a rule is about; undefined if it does not say. */
function readSelectors(cursor: Cursor): Selectors | undefined {
  if (cursor.isAt("always")) {
    cursor.take();
    const any = { dates: undefined, yearly: undefined, days: undefined };
    return { ...any, times: undefined, looseComma: undefined };
  }
  const selectors = { ...readDates(cursor), days: readDays(cursor), ...readTimes(cursor) };
  return Object.values(selectors).some((each) => each !== undefined) ? selectors : undefined;
}

/** Which days and times a rule is about. */
type Selectors = Pick<Rule, "dates" | "yearly" | "days"> & ReadTimes;

/** Whether a rule says open or closed; undefined if it says neither. */
function readModifier(cursor: Cursor): boolean | undefined {
  const isOpen = cursor.isAt("word", "open");
  const isWord = isOpen || cursor.isAt("word", "closed", "off");
  if (isWord) cursor.take();
  if (cursor.isAt("comment")) {
    throw new Unsayable(
      cursor.peek(),
      "a comment is not supported, and neither is a rule that depends on one; leave it out, or give the hours",
    );
  }
  if (cursor.isAt("word", "unknown")) {
    throw new Unsayable(cursor.peek(), '"unknown" is not supported; give open or off');
  }
  return isWord ? isOpen : undefined;
}

/** Takes the separator of two rules. @returns whether the next rule is additional. */
function readSeparator(cursor: Cursor): boolean {
  if (cursor.isAt("sign", "||")) {
    throw new Unsayable(
      cursor.peek(),
      'a fallback rule ("||") is not supported; give the hours of each day once',
    );
  }
  if (cursor.isAt("end") || cursor.takeSign(";")) return false;
  if (cursor.takeSign(",")) return true;
  if (isDates(cursor) || isDays(cursor)) {
    throw cursor.unexpected('";" or "," between two rules; in one, dates come first, then days');
  }
  throw cursor.unexpected('";" or "," and another rule');
}
