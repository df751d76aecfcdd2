import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DaySet } from "../../../src/calendar/days/day-set";
import { RUNS } from "../../reference/judge";

/** Days of a span that is longer than what is read at once, on either side of day 0. */
const span = fc.record({
  from: fc.integer({ min: -700, max: -1 }),
  to: fc.integer({ min: 0, max: 700 }),
  every: fc.constantFrom(1, 2, 7, 31, 32, 33, 500, 2_000),
});
type Span = typeof span extends fc.Arbitrary<infer T> ? T : never;

const isIn =
  ({ every }: Span) =>
  (day: number) =>
    (((day % every) + every) % every) % 3 === 0;
const setOf = (some: Span) => new DaySet(isIn(some), some.from, some.to);
const daysOf = ({ from, to }: Span) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const membersOf = (some: Span) => daysOf(some).filter(isIn(some));

/** A span and some of its days, in the order in which they are asked about. */
const asked = span.chain((some) =>
  fc.tuple(
    fc.constant(some),
    fc.array(
      fc.tuple(
        fc.integer({ min: some.from, max: some.to }),
        fc.integer({ min: some.from, max: some.to }),
      ),
      { minLength: 1, maxLength: 20 },
    ),
  ),
);

describe("a set of days is the list of its days:", () => {
  it("contains its days", () => {
    fc.assert(
      fc.property(asked, ([some, pairs]) => {
        const set = setOf(some);
        for (const [day] of pairs) expect(set.has(day)).toBe(isIn(some)(day));
      }),
      { numRuns: 10 * RUNS },
    );
  });

  it("counts those after one day up to another, and back", () => {
    fc.assert(
      fc.property(asked, ([some, pairs]) => {
        const set = setOf(some);
        for (const [a, b] of pairs) {
          const count = membersOf(some).filter((day) => day > a && day <= b).length;
          const back = membersOf(some).filter((day) => day > b && day <= a).length;
          expect(set.between(a, b)).toBe(count - back);
        }
      }),
      { numRuns: 10 * RUNS },
    );
  });

  it("finds the n-th after a day and before it, if there is one", () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 1, max: 80 }), ([some, pairs], n) => {
        const set = setOf(some);
        for (const [day] of pairs) {
          expect(set.nth(day, n)).toBe(membersOf(some).filter((each) => each > day)[n - 1]);
          expect(set.nth(day, -n)).toBe(
            membersOf(some)
              .filter((each) => each < day)
              .at(-n),
          );
        }
      }),
      { numRuns: 10 * RUNS },
    );
  });
});

describe("a set of days", () => {
  it("asks about each day once, and never outside its span", () => {
    const asks: number[] = [];
    const set = new DaySet(
      (day) => {
        asks.push(day);
        return day % 7 === 0;
      },
      -1_000,
      1_000,
    );
    expect(set.nth(0, 142)).toBe(994);
    expect(set.nth(0, 143)).toBeUndefined();
    expect(set.nth(0, -142)).toBe(-994);
    expect(set.nth(0, -143)).toBeUndefined();
    expect(set.between(-1_000, 1_000)).toBe(285);
    expect(asks.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 2_001 }, (_, i) => i - 1_000),
    );
  });

  it("asks only about days near the one it is asked about", () => {
    const asks: number[] = [];
    const set = new DaySet((day) => asks.push(day) > 0, -100_000, 100_000);
    set.has(20_000);
    expect(asks.length).toBeGreaterThan(32);
    expect(asks.length).toBeLessThan(500);
  });

  it("looks as far as the first and the last day of its span", () => {
    // A first reading begins with the word of the day asked about and takes four, the next adds four to
    // that side. So one reading ends right before 128, and one begins right after -33.
    expect(new DaySet((day) => day === 128, 0, 128).nth(0, 1)).toBe(128);
    expect(new DaySet((day) => day === -33, -33, 200).nth(128, -1)).toBe(-33);
  });

  it("may have all its days in one word, at either end of it", () => {
    const set = new DaySet((day) => day === 0 || day === 31, 0, 31);
    expect([set.has(0), set.has(1), set.has(31)]).toEqual([true, false, true]);
    expect([set.between(0, 31), set.between(31, 0), set.between(0, 30)]).toEqual([1, -1, 0]);
    expect([set.nth(0, 1), set.nth(31, -1), set.nth(31, 1), set.nth(0, -1)]).toEqual([
      31,
      0,
      undefined,
      undefined,
    ]);
  });
});
