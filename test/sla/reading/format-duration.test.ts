import fc from "fast-check";
import { Duration } from "luxon";
import { describe, expect, it } from "vitest";
import { AllowanceError, formatDuration } from "../../../src";
import { refusal, untyped } from "../../reference/refusals";

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
    [{ workingDays: 1, hours: 3 }, "1 working day 3 h"],
    [{ calendarDays: 1, minutes: 1 }, "1 calendar day 1 min"],
    [{ workingDays: -1, hours: -3 }, "-1 working day 3 h"],
    [{ workingDays: 0, hours: -3 }, "-3 h"],
    [{ calendarDays: 0 }, "0"],
    [{ calendarDays: 0.5 }, "0.5 calendar days"],
    [{ hours: 1, minutes: 1, seconds: 1, milliseconds: 1 }, "1 h 1 min 1.001 s"],
    [Duration.fromMillis(3_599_999), "59 min 59.999 s"],
    [Duration.fromMillis(3_600_000), "1 h"],
    [Object.assign(Object.create(null), { workingDays: 2 }), "2 working days"],
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

  it.each<[string, unknown, string]>([
    ["parts of two signs", { workingDays: 1, hours: -1 }, "its parts have two signs"],
    ["parts of two signs", { calendarDays: -1, minutes: 1 }, "its parts have two signs"],
    ["text", { workingDays: "2" }, "its workingDays are not a finite number"],
    [
      "an endless number",
      { calendarDays: Number.POSITIVE_INFINITY },
      "its calendarDays are not a finite number",
    ],
  ])("says why it refuses %s", (_, length, why) => {
    const error = refusal(untyped(formatDuration, length));
    expect(error.code).toBe("amount-not-exact");
    expect(error.message).toContain(
      ` is not a length to write: ${why}. Give a Duration, { hours, minutes } or { workingDays }.`,
    );
    expect(error.message.startsWith(`${error.data["given"]} is not`)).toBe(true);
  });

  it("does not look at what an object has by its class", () => {
    class Days {
      readonly workingDays = 2;
    }
    expect(refusal(untyped(formatDuration, new Days())).code).toBe("amount-not-exact");
    const inherited = Object.create({ workingDays: 2 });
    expect(refusal(untyped(formatDuration, inherited)).code).toBe("amount-not-exact");
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
