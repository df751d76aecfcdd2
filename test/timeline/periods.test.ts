import { describe, expect, it } from "vitest";
import { differenceOf, intersectionOf, periodsFrom, unionOf } from "../../src/timeline";

/** Two sets of periods on a line from 0 to 100, and what the algebra makes of them. */
const a = periodsFrom([10, 40, 80], [20, 60, 90]);
const b = periodsFrom([15, 50, 60], [45, 55, 70]);
const over = (source: typeof a, from = 0, to = 100) => {
  const { opens, closes } = source(from, to);
  return opens.map((open, i) => [open, closes[i]]);
};

describe("set algebra", () => {
  it("union is open while either is", () => {
    expect(over(unionOf(a, b))).toEqual([
      [10, 70],
      [80, 90],
    ]);
  });

  it("intersection is open while both are", () => {
    expect(over(intersectionOf(a, b))).toEqual([
      [15, 20],
      [40, 45],
      [50, 55],
    ]);
  });

  it("difference is open while only the first is", () => {
    expect(over(differenceOf(a, b))).toEqual([
      [10, 15],
      [45, 50],
      [55, 60],
      [80, 90],
    ]);
  });

  it("is clipped to the span asked about", () => {
    expect(over(unionOf(a, b), 12, 62)).toEqual([[12, 62]]);
  });
});

describe("periods held in memory", () => {
  it("may come in any order and overlap", () => {
    expect(over(periodsFrom([50, 10, 15], [60, 20, 30]))).toEqual([
      [10, 30],
      [50, 60],
    ]);
  });

  it("are one if one holds another, whichever ends first", () => {
    expect(over(periodsFrom([0, 2, 7, 10, 30], [10, 5, 12, 20, 40]))).toEqual([
      [0, 20],
      [30, 40],
    ]);
    expect(over(periodsFrom([0, 0], [9, 3]))).toEqual([[0, 9]]);
    expect(over(periodsFrom([0, 5], [5, 9]))).toEqual([[0, 9]]);
    expect(over(periodsFrom([0, 0, 9], [3, 9, 9]))).toEqual([[0, 9]]);
  });

  it("are dropped if they have no length, or none within the span", () => {
    expect(over(periodsFrom([5, 8], [5, 7]))).toEqual([]);
    expect(over(periodsFrom([0, 50], [10, 60]), 10, 50)).toEqual([]);
    expect(over(periodsFrom([0, 50], [10, 60]), 9, 51)).toEqual([
      [9, 10],
      [50, 51],
    ]);
  });

  it("may be given as typed arrays", () => {
    expect(over(periodsFrom(Float64Array.of(1), Float64Array.of(2)))).toEqual([[1, 2]]);
  });
});
