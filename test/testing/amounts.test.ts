import { describe, expect, it } from "vitest";
import { Amount, lengthText } from "../../src/testing/amounts";

describe("a length of time in the message of a law", () => {
  it.each([
    [0, "0 ms"],
    [1, "1 ms"],
    [-1, "-1 ms"],
    [999, "999 ms"],
    [1_000, "1 s"],
    [1_001, "1.001 s"],
    [60_000, "1 min"],
    [5_400_000, "1 h 30 min"],
    [32_399_999, "8 h 59 min 59.999 s"],
    [-3_600_000, "-1 h"],
    [100 * 3_600_000, "100 h"],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
  ])("of %d ms is written as %s", (milliseconds, text) => {
    expect(lengthText(milliseconds)).toBe(text);
  });

  it("is compared as a number, and written alike everywhere", () => {
    expect(new Amount(2) > new Amount(1)).toBe(true);
    expect(JSON.stringify({ amounts: [new Amount(1, "days"), new Amount(2, "days")] })).toBe(
      '{"amounts":["1 day","2 days"]}',
    );
  });
});
