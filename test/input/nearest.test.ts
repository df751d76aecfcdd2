import { describe, expect, it } from "vitest";
import { nearest } from "../../src/input/nearest";

describe("the name that was meant", () => {
  const options = ["due", "cutoff", "asOf", "severity", "bankHolidays", "timeZone", "state", "tie"];

  it.each([
    ["cutof", "cutoff"], // One letter is missing.
    ["cutofff", "cutoff"], // One is too many.
    ["cutogf", "cutoff"], // One is another.
    ["cutfof", "cutoff"], // Two are swapped.
    ["tei", "tie"],
    ["status", "state"], // Two of six.
    ["asof", "asOf"],
    ["as_of", "asOf"],
    ["time-zone", "timeZone"],
    ["holidays", "bankHolidays"], // It is a part of it.
    ["severityLevel", "severity"],
  ])("for %s is %s", (given, meant) => {
    expect(nearest(given, options)).toBe(meant);
  });

  it.each(["", "allowance", "x", "zz", "a".repeat(1_000)])(
    "is undefined for %o, which is near no name",
    (given) => {
      expect(nearest(given, options)).toBeUndefined();
    },
  );

  it("is the nearest, and the first of those that are equally near", () => {
    expect(nearest("hour", ["hourly", "hours", "your"])).toBe("hours");
  });
});
