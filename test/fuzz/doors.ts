import fc from "fast-check";
import { DateTime, Duration } from "luxon";
import { expect } from "vitest";
import { CoreHoursError } from "../../src/index";
import { RUNS } from "../reference/judge";

/** What may happen at a door of the library: an answer, or a refusal by name. Nothing else. */

/** No call takes so long; one that does has lost its way. It is not a measure of speed. */
const HANG_MS = 10_000;

/**
 * Thrown by the fuzzer's own objects as they are read. The library may pass it on, as it does where it
 * reads the options of a call, or put an error of its own in its place, as it does for instants, amounts
 * and definitions.
 */
export class Trap extends Error {}

/** The outcome of a call. */
export type Outcome<T> = { readonly value: T } | { readonly refused: Error };

/** Calls, and lets nothing pass but a sound value or a refusal. */
export function outcome<T>(call: () => T): Outcome<T> {
  const startMs = performance.now();
  try {
    const value = call();
    expectSound(value);
    return { value };
  } catch (error) {
    return { refused: refusalOf(error) };
  } finally {
    expect(performance.now() - startMs, "time in milliseconds").toBeLessThan(HANG_MS);
  }
}

/** The same for a promise. */
export async function outcomeOf<T>(call: () => Promise<T>): Promise<Outcome<T>> {
  try {
    const value = await call();
    expectSound(value);
    return { value };
  } catch (error) {
    return { refused: refusalOf(error) };
  }
}

/** An error that says what was refused; anything else is the failure itself. */
export function refusalOf(error: unknown): Error {
  if (error instanceof Trap || isRevoked(error)) return error;
  if (!(error instanceof CoreHoursError)) throw error;
  expect(error.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(error.message.length).toBeGreaterThan(20);
  return error;
}

/** What the engine itself throws for an object that its owner has revoked. */
function isRevoked(error: unknown): error is TypeError {
  return error instanceof TypeError && error.message.includes("has been revoked");
}

/** Expects no NaN, no invalid instant and no infinite length, however deep in an answer. */
function expectSound(value: unknown, depth = 0): void {
  if (typeof value === "number") expect(value).not.toBeNaN();
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || depth > 3) return;
  if (DateTime.isDateTime(value)) {
    expect(value.isValid).toBe(true);
  } else if (Duration.isDuration(value)) {
    expect(value.isValid && Number.isFinite(value.toMillis())).toBe(true);
  } else if (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype) {
    // A getter has no `value` here, so nothing is worked out by asking for it.
    for (const { value: inner } of Object.values(Object.getOwnPropertyDescriptors(value))) {
      expectSound(inner, depth + 1);
    }
  }
}

const SHARED = [Object, Array, Function, String, Number, Map, Set, Date, Promise, Error, RegExp];

function keysOfPrototypes(): readonly (readonly PropertyKey[])[] {
  return SHARED.map(({ prototype }) => Reflect.ownKeys(prototype));
}

/** The same examples each time, so a change is judged by itself; others if more are asked for. */
function parameters(times: number) {
  const isDeep = process.env["PROPERTY_RUNS"] !== undefined;
  return { numRuns: RUNS * times, ...(isDeep ? {} : { seed: 20_261_120 }) };
}

/** Holds a property against random examples, none of which may change what all objects share. */
export function holds<T>(
  examples: fc.Arbitrary<T>,
  property: (example: T) => void,
  times = 1,
): void {
  const before = keysOfPrototypes();
  fc.assert(fc.property(examples, property), parameters(times));
  expect(keysOfPrototypes()).toEqual(before);
}

/** The same for a property that takes its time. */
export async function holdsLater<T>(
  examples: fc.Arbitrary<T>,
  property: (example: T) => Promise<void>,
  times = 1,
): Promise<void> {
  const before = keysOfPrototypes();
  await fc.assert(fc.asyncProperty(examples, property), parameters(times));
  expect(keysOfPrototypes()).toEqual(before);
}
