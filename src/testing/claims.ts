import { DateTime, Duration } from "luxon";
import { isoOf } from "../timeline/errors";
import { Amount } from "./amounts";

/** A claim of a law that did not hold. */
class Refuted extends Error {}

/** Answers, each under the question that it answers. */
type Answers<T> = Readonly<Record<string, T>>;

/**
 * Claims that several answers are the same.
 *
 * @throws with all of them in words, if two of them differ.
 * @example same({ "between(a, b) + between(b, c)": 2, "between(a, c)": 2 })
 */
export function same(answers: Answers<unknown>): void {
  const texts = Object.values(answers).map(textOf);
  if (new Set(texts).size > 1) throw refuted("These should be the same", answers);
}

/**
 * Claims that instants as ISO text, or amounts, never fall from one answer to the next.
 *
 * @throws with all of them in words, if one is less than the one before it.
 */
export function inOrder<T extends string | number | Amount>(answers: Answers<T>): void {
  const values = Object.values(answers);
  // The condition is negated, so NaN fails it.
  const rises = values.every((value, i) => value >= (values[i - 1] ?? value));
  if (!rises) throw refuted("None of these should be less than the one before it", answers);
}

/** Claims that a question has one answer. @throws with both answers, if it has another. */
export function is(question: string, answer: unknown, expected: unknown): void {
  if (textOf(answer) === textOf(expected)) return;
  throw new Refuted(`${question} should be ${textOf(expected)}; it is ${textOf(answer)}`);
}

/**
 * Claims that two records, such as readings, are the same in every part.
 *
 * @throws with only the parts in which they differ.
 */
export function alike<T extends object>(records: Answers<T>): void {
  for (const part of new Set(Object.values(records).flatMap(Object.keys))) {
    const told = Object.entries(records).map(([name, record]) => [
      `${part}, ${name}`,
      Reflect.get(record, part),
    ]);
    same(Object.fromEntries(told));
  }
}

/** What was found, in the words of a law's error; an error of the library keeps its own words. */
export function whyOf(error: unknown): string {
  if (error instanceof Refuted) return error.message;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

function refuted(what: string, answers: Answers<unknown>): Refuted {
  const lines = Object.entries(answers).map(
    ([question, answer]) => `  ${question}: ${textOf(answer)}`,
  );
  return new Refuted([`${what}:`, ...lines].join("\n"));
}

/** An answer in words: instants as ISO text in UTC, which the caller turns into local time. */
function textOf(answer: unknown): string {
  if (typeof answer === "number") return String(answer); // In JSON, NaN would be null.
  if (answer instanceof Amount || Duration.isDuration(answer)) return String(wordsOf(answer));
  // A replacer is given the result of toJSON, so it asks the holder for the value itself.
  const text = JSON.stringify(answer, function (this: unknown, key: string, made: unknown) {
    const held = typeof this === "object" && this !== null ? Reflect.get(this, key) : made;
    return wordsOf(held) ?? made;
  });
  return text ?? String(answer);
}

/** Instants and lengths as a law writes them; undefined for anything else. */
function wordsOf(answer: unknown): string | undefined {
  if (DateTime.isDateTime(answer)) return isoOf(answer.toMillis());
  if (Duration.isDuration(answer)) return String(amountOf(answer));
  return answer instanceof Amount ? String(answer) : undefined;
}

/** A length in days if it counts days, in milliseconds otherwise. */
export function amountOf(length: Duration): Amount {
  const { days } = length.toObject();
  return days === undefined ? new Amount(length.toMillis()) : new Amount(days, "days");
}
