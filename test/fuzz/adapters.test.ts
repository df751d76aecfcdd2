import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  eventsFromJiraChangelog,
  eventsFromServiceNowAudit,
  eventsFromZendeskAudits,
} from "../../src/interchange/index";
import { jiraIssue, serviceNowAudit, zendeskAudits } from "../interchange/adapters/desk";
import { holds, outcome } from "./doors";
import { anything, type Gift } from "./hostile";
import { call } from "./loosely";
import { json, mutated } from "./mutations";

const ADAPTERS = [
  ["Jira", eventsFromJiraChangelog, jiraIssue],
  ["ServiceNow", eventsFromServiceNowAudit, serviceNowAudit],
  ["Zendesk", eventsFromZendeskAudits, zendeskAudits],
] as const;

const OPTIONS = {
  status: { open: "open", Done: null },
  priority: { field: "priority", values: { "1": "1" } },
  fields: { group: "group", tier: { field: "x", values: { a: "b" } } },
  record: { opened_at: "2026-11-20 16:30:00", state: "1" },
};

describe.each(ADAPTERS)("the log of %s", (_, adapter, sound) => {
  it("gives events in order of time, or an error, after an arbitrary change", () => {
    holds(
      fc.oneof(mutated([sound]), json),
      (log) => {
        const made = outcome(() => adapter(log));
        if (!("value" in made)) return;
        const instants = made.value.map(({ at }) => Number(at));
        expect(instants.length).toBeGreaterThan(0);
        expect(instants).toEqual(instants.toSorted((a, b) => a - b));
      },
      10,
    );
  });

  it("is read by arbitrarily changed options, or they are refused", () => {
    holds(
      fc.oneof(mutated([OPTIONS]), json),
      (options) => void outcome(() => call(adapter, sound, options)),
      5,
    );
  });

  it("takes any input and any options, or refuses them", () => {
    holds(
      anything,
      (gift: Gift) => {
        outcome(() => adapter(gift.make()));
        outcome(() => call(adapter, sound, gift.make()));
      },
      5,
    );
  });
});

describe("of hostile size, the log is read in a time that grows with it:", () => {
  const at = "2026-11-20 17:00:00";
  const row = (i: number, oldvalue: string, newvalue: string) => ({
    fieldname: "state",
    oldvalue,
    newvalue,
    sys_created_on: i < 0 ? "2026-11-20 16:30:00" : at,
  });

  it("20 000 changes of one second that lead back and forth", () => {
    const rows = [row(-1, "", "a"), ...Array.from({ length: 20_000 }, (_, i) => i)].map((each) => {
      if (typeof each !== "number") return each;
      return each % 2 === 0 ? row(each, "a", "b") : row(each, "b", "a");
    });
    const made = outcome(() => eventsFromServiceNowAudit(rows));
    expect("value" in made && made.value.length).toBe(20_001);
  });

  it("20 000 changes of one second, none of which goes on from another", () => {
    const rows = [
      row(-1, "", "a"),
      ...Array.from({ length: 20_000 }, (_, i) => row(i, `f${i}`, `t${i}`)),
    ];
    const made = outcome(() => eventsFromServiceNowAudit(rows));
    expect("value" in made && made.value.length).toBe(20_001);
  });
});
