import { describe, expect, it } from "vitest";
import { Codes } from "../../src/tickets/columns/codes";
import { Column } from "../../src/tickets/columns/column";

describe("a column", () => {
  it("holds what was added, beyond the end of a block", () => {
    const column = new Column(Float64Array);
    for (let i = 0; i < 40_000; i += 1) column.push(i / 4);
    expect(column.push(0)).toBe(40_000);
    expect(column.length).toBe(40_001);
    // 16,384 numbers lie in a block: the last of the first, and the first of the second and the third.
    expect([16_383, 16_384, 32_768, 39_999].map((place) => column.get(place))).toEqual([
      4095.75, 4096, 8192, 9999.75,
    ]);
  });

  it("changes a number, and has none at a place that it does not have", () => {
    const column = new Column(Int32Array);
    column.push(7);
    column.set(0, -9);
    column.set(20_000, 5);
    // The second place lies in a block that is there, the other in none.
    expect([0, 1, 20_000].map((place) => column.get(place))).toEqual([-9, Number.NaN, Number.NaN]);
  });
});

describe("codes", () => {
  it("count from 0 in the order in which things are met", () => {
    const codes = new Codes<string | undefined>();
    expect(["b", undefined, "a", "b"].map((thing) => codes.of(thing))).toEqual([0, 1, 2, 0]);
    expect(codes.all).toEqual(["b", undefined, "a"]);
    expect(codes.thing(2)).toBe("a");
  });

  it("refuse a number that was not given out", () => {
    expect(() => new Codes<string>().thing(0)).toThrow("nothing has the number 0");
  });
});
