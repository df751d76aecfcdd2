import { describe, expect, it } from "vitest";
import { type Agreed, allowanceOf, dueOf } from "../../../src/sla/clock/agreed";

const never = () => {
  throw new Error("The allowance is not asked for.");
};

describe("the due instant, from an agreed date and the allowance", () => {
  it.each([
    ["earlier", 10, 5, 5],
    ["earlier", 10, 15, 10],
    ["later", 10, 5, 10],
    ["later", 10, 15, 15],
  ] as const)("the %s of %i and %i is %i", (agreedDates, agreedMs, allowedMs, dueMs) => {
    expect(dueOf(agreedDates, agreedMs, () => allowedMs)).toBe(dueMs);
  });

  it.each(["earlier", "later"] as const)(
    "the %s of both is the agreed date if there is no allowance",
    (agreedDates) => {
      expect(dueOf(agreedDates, 10, () => null)).toBe(10);
    },
  );

  it.each(["replaces", "ignore"] as const)(
    "an agreed date that %s needs no allowance",
    (agreedDates) => {
      expect(dueOf(agreedDates, 10, never)).toBe(10);
    },
  );
});

describe("how much may be used", () => {
  const agreed: Agreed = { dueAtMs: 0, givenAtMs: 0, allowance: 10, allowedBreachAtMs: null };

  it("is the allowance if no date is agreed, or if nothing is measured until that date", () => {
    for (const agreedDates of ["replaces", "earlier", "later"] as const) {
      expect(allowanceOf(agreedDates, null, 5)).toBe(5);
      expect(allowanceOf(agreedDates, { ...agreed, allowance: null }, 5)).toBe(5);
    }
  });

  it.each([
    ["replaces", 5, 10],
    ["earlier", 5, 5],
    ["earlier", 15, 10],
    ["later", 5, 10],
    ["later", 15, 15],
  ] as const)(
    "by a date that is %s, of 10 until then and an allowance of %i, is %i",
    (agreedDates, allowance, amount) => {
      expect(allowanceOf(agreedDates, agreed, allowance)).toBe(amount);
    },
  );
});
