import { describe, expect, it } from "vitest";
import { defineSla } from "../../../src";
import { addMonths } from "../../../src/calendar/days/civil-days";
import { dayOf, formatDate } from "../../../src/time/civil-date";
import { refusal } from "../../reference/refusals";

describe("the same day of another month", () => {
  it.each([
    // From, months, clamped, kept. 2026 is a common year and 2028 a leap year.
    ["2026-08-15", 1, "2026-09-15", "2026-09-15"],
    ["2026-08-31", 6, "2027-02-28", "2027-02-28"],
    ["2026-11-30", 1, "2026-12-30", "2026-12-31"],
    ["2026-11-29", 1, "2026-12-29", "2026-12-29"],
    ["2026-12-01", 1, "2027-01-01", "2027-01-01"],
    ["2027-02-28", 1, "2027-03-28", "2027-03-31"],
    ["2028-02-28", 1, "2028-03-28", "2028-03-28"],
    ["2028-02-29", 12, "2029-02-28", "2029-02-28"],
    ["2026-01-31", 0, "2026-01-31", "2026-01-31"],
    ["2026-03-31", -1, "2026-02-28", "2026-02-28"],
  ] as const)("of %s, %d months on, is %s, and %s if month ends are kept", (from, n, day, kept) => {
    const after = (monthEnd?: "clamp" | "keep") =>
      formatDate(addMonths(dayOf(from), n, ...(monthEnd ? [monthEnd] : [])));
    expect([after(), after("clamp"), after("keep")]).toEqual([day, day, kept]);
  });

  it("lies from 1900 to 2200, both whole", () => {
    expect(formatDate(addMonths(dayOf("1900-02-01"), -1))).toBe("1900-01-01");
    expect(formatDate(addMonths(dayOf("2200-11-30"), 1, "keep"))).toBe("2200-12-31");
    expect(refusal(() => addMonths(dayOf("1900-01-31"), -1)).code).toBe("coverage-start");
    expect(refusal(() => addMonths(dayOf("2200-12-01"), 1)).code).toBe("coverage-end");
  });
});

describe("an allowance of months", () => {
  it.each([
    [{ months: 1 }, "2026-12-30T10:00"],
    [{ months: 1, monthEnd: "clamp" }, "2026-12-30T10:00"],
    [{ months: 1, monthEnd: "keep" }, "2026-12-31T10:00"],
    [{ months: 3, monthEnd: "keep" }, "2027-02-28T10:00"],
  ] as const)("of %j from 30 November is due at %s", (allowance, due) => {
    const { fix } = defineSla({
      id: "desk",
      timeZone: "UTC",
      targets: { fix: { allowance, runs: ["open"], stops: ["done"] } },
    }).targets;
    expect(fix.due("2026-11-30T10:00:00Z").toFormat("yyyy-MM-dd'T'HH:mm")).toBe(due);
  });
});
