import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alwaysOpen, availability } from "../../../src/index";

const DECEMBER = "2026-12";
const always = alwaysOpen("UTC");
const MONTH_MS = 31 * 86_400_000;

const measured = (percent: number, lostMs = 0) => {
  const from = Date.UTC(2026, 11, 1);
  return availability(
    always,
    { percent },
    { month: DECEMBER, outages: [{ from, to: from + lostMs }] },
  );
};

describe("what a percentage allows", () => {
  it.each([
    // Of 2,678,400,000 ms, worked out by hand.
    [99.9995, 13_392], // 5 in a million
    [99.5, 13_392_000],
    [99.999999, 26.784],
    [100, 0],
    [0, MONTH_MS],
    [1e-7, MONTH_MS - 2.6784],
  ])("%s percent of December leave %s ms", (percent, ms) => {
    expect(measured(percent).allowance.toMillis()).toBe(ms);
  });

  it("is met with exactly so much lost, and missed with a millisecond more", () => {
    expect(measured(99.9995, 13_392).met).toBe(true);
    expect(measured(99.9995, 13_393).met).toBe(false);
    expect(measured(99.999999, 26).met).toBe(true);
    expect(measured(99.999999, 27).met).toBe(false);
  });

  it("is exact for every percentage that can be written with up to six places", () => {
    // By whole numbers: `units` millionths of a percent are lost of 100,000,000.
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (units) => {
        const percent = Number(
          `${Math.floor(units / 1e6)}.${String(units % 1e6).padStart(6, "0")}`,
        );
        const most = Number((BigInt(MONTH_MS) * BigInt(100_000_000 - units)) / 100_000_000n);
        expect(measured(percent, most).met).toBe(true);
        if (most < MONTH_MS) expect(measured(percent, most + 1).met).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

describe("the share of an outage", () => {
  it("is of what lies within the month and the hours, at both its ends", () => {
    const at = (day: number, hour: number) => Date.UTC(2026, 11, day, hour);
    // One hour of the first lies in December; the second loses three; the third two of its last.
    const { outages, lost } = availability(
      always,
      { percent: 99 },
      {
        month: DECEMBER,
        outages: [
          { id: "before", from: at(0, 12), to: at(1, 1) },
          { id: "within", from: at(10, 9), to: at(10, 12) },
          { id: "after", from: at(31, 22), to: at(32, 6) },
        ],
      },
    );
    expect(lost.as("hours")).toBe(6);
    expect(outages.map(({ id, lost, share }) => [id, lost.as("hours"), share])).toEqual([
      ["before", 1, 1 / 6],
      ["within", 3, 3 / 6],
      ["after", 2, 2 / 6],
    ]);
  });
});
