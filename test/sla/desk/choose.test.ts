import { describe, expect, it } from "vitest";
import { defineDesk } from "../../../src/index";
import { mon } from "../../reference/desk";
import { wordForWord } from "../../reference/refusals";
import { desk, opened, within } from "./helpdesk";

const dated = defineDesk({
  policies: [{ from: "2026-11-01", until: "2026-11-30", policy: within("november", 4) }],
});

describe("the opening dates of a policy", () => {
  it("hold before 1970, whose days have negative numbers", () => {
    const moon = defineDesk({
      policies: [
        { until: "1969-07-20", policy: within("before", 4) },
        { from: "1969-07-21", policy: within("after", 8) },
      ],
    });
    expect(moon.policyFor({}, { openedAt: "1969-07-20T23:59:59Z" })?.id).toBe("before");
    expect(moon.policyFor({}, { openedAt: "1969-07-21T00:00:00Z" })?.id).toBe("after");
  });

  it("may be one and the same", () => {
    const day = "2026-11-17";
    const one = defineDesk({ policies: [{ from: day, until: day, policy: within("day", 4) }] });
    const policyAt = (openedAt: string) => one.policyFor({}, { openedAt })?.id ?? null;
    expect([
      policyAt("2026-11-16T23:59:59Z"),
      policyAt("2026-11-17T00:00:00Z"),
      policyAt("2026-11-17T23:59:59Z"),
      policyAt("2026-11-18T00:00:00Z"),
    ]).toEqual([null, "day", "day", null]);
  });
});

describe("a desk refuses", () => {
  wordForWord([
    [
      "a ticket of which it has to know when it was opened",
      () => dated.policyFor({}),
      "opened-at-missing",
      'Whether policy "november" matches the ticket depends on when the ticket was opened (from 2026-11-01 until 2026-11-30); give { openedAt }, or a history with an event.',
      { policy: "november" },
    ],
    [
      "a history without events, of which nothing is known",
      () => desk.track([], { asOf: 0 }),
      "policy-unmatched",
      'No policy of the desk matches the ticket with {}; the desk has "gold" (customer A), "silver" (customer B, from 2026-11-17), "before" (customer B or C, until 2026-11-16), "rest" (kind incident). Add a policy for such tickets, or one without "when" as the last.',
      { fields: {}, openedAtMs: null },
    ],
    [
      "a ticket of no policy, by the dates alone",
      () => dated.track([{ at: "2026-12-01T09:00:00Z" }], { asOf: "2026-12-02T09:00:00Z" }),
      "policy-unmatched",
      'No policy of the desk matches the ticket with {}, opened 2026-12-01T09:00:00.000Z; the desk has "november" (from 2026-11-01 until 2026-11-30). Add a policy for such tickets, or one without "when" as the last.',
      { fields: {}, openedAtMs: Date.parse("2026-12-01T09:00:00Z") },
    ],
    [
      "a ticket of no policy in bulk, with what is known of it",
      () => {
        const events = opened(mon("09:00"), { customer: "Z" });
        const [row] = [...desk.trackMany([{ ticket: "D-1", events }], { asOf: mon("10:00") })];
        throw row?.error;
      },
      "policy-unmatched",
      'No policy of the desk matches ticket D-1 with {"state":"open","customer":"Z"}, opened 2026-11-16T09:00:00.000Z; the desk has "gold" (customer A), "silver" (customer B, from 2026-11-17), "before" (customer B or C, until 2026-11-16), "rest" (kind incident). Add a policy for such tickets, or one without "when" as the last.',
      {
        ticket: "D-1",
        fields: { state: "open", customer: "Z" },
        openedAtMs: Date.parse(mon("09:00")),
      },
    ],
  ]);
});
