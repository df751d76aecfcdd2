import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BulkResult, historyColumns } from "../../../src/index";
import { deskTarget } from "../../reference/desk";

/** Severity 1 has 1 hour around the clock, 2 has 3; severity 3 is known and has no allowance. */
const allowance = {
  "1": { hours: 1, calendar: "always" },
  "2": { hours: 3, calendar: "always" },
  "3": null,
};
const choices = fc.record({
  onSeverityChange: fc.constantFrom("carry-elapsed", "retroactive", "restart"),
  onReopen: fc.constantFrom("resume", "continue", "restart", "new-cycle", "first-only"),
});

/** Few instants and few words, so events of one instant often give the severity that holds already. */
const events = fc.array(
  fc.record(
    {
      at: fc.integer({ min: 0, max: 4 }).map((hour) => Date.UTC(2026, 10, 2, hour)),
      state: fc.constantFrom("new", "active", "waiting", "resolved"),
      severity: fc.constantFrom("1", "2", "3"),
    },
    { requiredKeys: ["at"] },
  ),
  { minLength: 1, maxLength: 6 },
);

const numbers = ({ error, ...reading }: BulkResult) => ({ ...reading, error: error?.code ?? null });

describe("a severity that several events of one instant give", () => {
  it("counts as it does for one ticket, where the events of an instant are taken together", () => {
    const asOf = "2026-11-02T06:00:00Z";
    fc.assert(
      fc.property(choices, events, (chosen, given) => {
        const target = deskTarget({ allowance, ...chosen }, { severities: ["1", "2", "3"] });
        const inOrder = given.toSorted((a, b) => a.at - b.at);
        const [bulk] = [...target.trackMany([{ ticket: "T", events: inOrder }], { asOf })];
        // A key that the list's short way does not know sends the same history the long way.
        const fields = inOrder.map((event) => ({ ...event, fields: { of: "no target" } }));
        const [together] = [...target.trackMany([{ ticket: "T", events: fields }], { asOf })];
        if (!bulk || !together) throw new Error("there is one result for the one ticket");
        expect(numbers(bulk)).toEqual(numbers(together));
        if (bulk.error !== null) return;
        const one = target.track(inOrder, { asOf });
        expect([bulk.status, bulk.dueAtMs, bulk.breachedAtMs, bulk.stoppedAtMs]).toEqual([
          one.status,
          one.dueAtMs,
          one.breachedAtMs,
          one.stoppedAtMs,
        ]);
        const columns = target.trackMany(historyColumns([{ ticket: "T", events: inOrder }]), {
          asOf,
        });
        expect(columns.errors.size).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});
