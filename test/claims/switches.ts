import type { Amount } from "../../src/testing/amounts";
import * as claims from "../../src/testing/claims";

export { amountOf, whyOf } from "../../src/testing/claims";

/**
 * The claims that laws make, each with a switch. A claim is named by its question, such as "isOpen(a)". Of three or
 * more answers that should be in order, each is a claim, and of those that should be the same, each after the first:
 * it can be taken out, and the others are left. Of two records, each part is a claim.
 */

type Answers<T> = Readonly<Record<string, T>>;

/** The claims that have been made, and those that did not hold. */
export const made = new Set<string>();
export const refuted = new Set<string>();

/** Where claims are made, as `openings.ts:18`. */
export const places = new Set<string>();

let off: string | null = null;

/** Takes one claim out, or none, and forgets what did not hold. */
export function takeOut(claim: string | null): void {
  off = claim;
  refuted.clear();
}

export function is(question: string, answer: unknown, expected: unknown): void {
  one(named(question), () => claims.is(question, answer, expected));
}

export function same(answers: Answers<unknown>): void {
  several(answers, " = ", Object.keys(answers).slice(1), claims.same);
}

export function inOrder<T extends string | number | Amount>(answers: Answers<T>): void {
  several(answers, " <= ", Object.keys(answers), claims.inOrder);
}

export function alike<T extends object>(records: Answers<T>): void {
  const parts = new Set(Object.values(records).flatMap(Object.keys));
  const names = Object.keys(records).map(named).join(" and ");
  let error: unknown;
  for (const part of parts) {
    // Only that part of each record, which may lack it.
    const told = Object.entries(records).map(([name, record]) => [
      name,
      Object.hasOwn(record, part) ? { [part]: Reflect.get(record, part) } : {},
    ]);
    try {
      one(`${named(part)}, ${names}`, () => claims.alike(Object.fromEntries(told)));
    } catch (thrown) {
      error ??= thrown;
    }
  }
  if (error !== undefined) throw error;
}

function make(claim: string): void {
  if (made.has(claim)) return;
  made.add(claim);
  const place = /\/src\/testing\/(?:laws\/|adapter\/)?([\w-]+\.ts:\d+)/.exec(
    new Error().stack ?? "",
  )?.[1];
  if (place) places.add(place);
}

function one(claim: string, holds: () => void): void {
  make(claim);
  if (claim === off) return;
  try {
    holds();
  } catch (error) {
    refuted.add(claim);
    throw error;
  }
}

function several<T>(
  answers: Answers<T>,
  sign: string,
  optional: readonly string[],
  hold: (answers: Answers<T>) => void,
): void {
  const entries = Object.entries(answers);
  if (entries.length < 2) return;
  if (entries.length === 2) {
    one(entries.map(([name]) => named(name)).join(sign), () => hold(answers));
    return;
  }
  for (const name of optional) make(named(name));
  const without = (claim: string | null) =>
    Object.fromEntries(entries.filter(([name]) => named(name) !== claim));
  try {
    hold(without(off));
  } catch (error) {
    for (const name of optional.map(named)) {
      if (holds(() => hold(without(name)))) refuted.add(name);
    }
    throw error;
  }
}

function holds(claim: () => void): boolean {
  try {
    claim();
    return true;
  } catch {
    return false;
  }
}

/** A question without the instants, the dates and the tickets of an example. */
function named(question: string): string {
  return question
    .replaceAll(/\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?/g, "…")
    .replaceAll(/"\d\d:\d\d"/g, '"…"')
    .replaceAll(/\bT-\d+/g, "…");
}
