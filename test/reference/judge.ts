import fc from "fast-check";
import { expect } from "vitest";
import { OutsideSpan } from "./working-time";

/** How many random examples each property is shown; PROPERTY_RUNS asks for more or for fewer. */
export const RUNS = Number(process.env["PROPERTY_RUNS"] ?? 20);

/** Holds a property against {@link RUNS} random examples. */
export function holds<T>(examples: fc.Arbitrary<T>, property: (example: T) => void): void {
  fc.assert(fc.property(examples, property), { numRuns: RUNS });
}

/** How often the reference knew an answer, and how often it lay outside the reference's span. */
export const tally = { judged: 0, unknown: 0 };

/** Expects the library's answer to be the reference's, if the reference knows one. */
export function judge<T>(fast: () => T, reference: () => T, question = "answer"): void {
  const expected = knownAnswer(reference);
  if (expected === undefined) {
    tally.unknown++;
    return;
  }
  tally.judged++;
  expect(fast(), question).toEqual(expected.answer);
}

function knownAnswer<T>(reference: () => T): { readonly answer: T } | undefined {
  try {
    return { answer: reference() };
  } catch (error) {
    if (error instanceof OutsideSpan) return undefined;
    throw error;
  }
}
