import fc from "fast-check";
import { Duration } from "luxon";
import { describe, expect, it } from "vitest";
import { AllowanceError, formatDuration } from "../../../src";

describe("a length as people write it", () => {
  it.each([
    [Duration.fromMillis(0), "0"],
    [Duration.fromMillis(45_000_000), "12 h 30 min"],
    [Duration.fromMillis(60_000), "1 min"],
    [Duration.fromMillis(1_500), "1.5 s"],
    [Duration.fromMillis(-5_400_000), "-1 h 30 min"],
    [Duration.fromObject({ days: 0 }), "0"],
    [Duration.fromObject({ days: 1 }), "1 day"],
    [Duration.fromObject({ days: 3 }), "3 days"],
    [Duration.fromObject({ days: -2 }), "-2 days"],
    [Duration.fromObject({ days: 1, hours: 3 }), "1 day 3 h"],
    [Duration.fromObject({ hours: 36 }), "36 h"],
    [{ hours: 12, minutes: 30 }, "12 h 30 min"],
    [{ milliseconds: 45_000_000 }, "12 h 30 min"],
    [{ workingDays: 1 }, "1 working day"],
    [{ workingDays: 2 }, "2 working days"],
    [{ calendarDays: 10 }, "10 calendar days"],
    ["PT48H", "48 h"],
  ])("%s", (length, text) => {
    expect(formatDuration(length)).toBe(text);
  });

  it.each([
    ["no length", undefined],
    ["null", null],
    ["a number, which names no unit", 5],
    ["an empty object", {}],
    ["another unit", { fortnights: 2 }],
    ["an invalid duration", Duration.invalid("unparsable")],
    ["days that are not a number", { workingDays: "2" }],
    ["days that are not finite", { workingDays: Number.NaN }],
    ["weeks, which are not exact", Duration.fromObject({ weeks: 1 })],
    ["parts of two signs", { days: 1, hours: -1 }],
  ])("refuses %s", (_, length) => {
    // What a caller without types may give.
    expect(() => formatDuration(length as never)).toThrow(AllowanceError);
  });

  it("gives back the length, to the millisecond", () => {
    const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, min: 60_000, s: 1_000 };
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (ms) => {
        const text = formatDuration(Duration.fromMillis(ms));
        const parts = [...text.matchAll(/([\d.]+) (h|min|s)/g)];
        const sum = parts.reduce(
          (total, [, n, unit]) => total + Number(n) * (UNITS[unit ?? ""] ?? 0),
          0,
        );
        expect(Math.round(text.startsWith("-") ? -sum : sum) + 0).toBe(ms);
      }),
    );
  });
});
