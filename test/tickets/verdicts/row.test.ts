import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ReportRow, worstFirst, worstOf } from "../../../src/tickets/verdicts/row";

const row = fc
  .record({
    ticket: fc.integer({ min: 0, max: 30 }).map((n) => `T-${n}`),
    status: fc.constantFrom("breached", "running", "paused", "met", "pending", "cancelled"),
    usedPercent: fc.constantFrom(0, 50, 100, 150),
  })
  // What the order does not look at.
  .map((part) => part as ReportRow);

describe("the worst of some verdicts", () => {
  it("are the first of all of them in order", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.nat({ max: 45 }), (rows, most) => {
        expect(worstOf(rows, most)).toEqual([...rows].sort(worstFirst).slice(0, most));
      }),
      { numRuns: 500 },
    );
  });
});
