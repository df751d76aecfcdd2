import { describe, expect, it } from "vitest";
import { judgedFile } from "./judged-file";

/*
 * Answers of interfaces, by hand to what each documents. Monday 1 June 2026 in London is an hour ahead of
 * UTC: 08:00Z is 09:00. Severity 1 has 4 h, 2 has 10 h, of 09:00 to 17:00.
 */

const history = (id: string, created: string, field: string, from: string, to: string) => ({
  id,
  created,
  items: [{ field, fieldId: field, fromString: from, toString: to }],
});

/** Opened on Monday at 09:00; waits from 10:00 to 12:00; done at 14:00: 3 h. */
const ISSUE = {
  key: "DESK-1",
  fields: {
    created: "2026-06-01T09:00:00.000+0100",
    status: { name: "Done" },
    priority: { name: "Highest" },
  },
  changelog: {
    total: 3,
    histories: [
      history("3", "2026-06-01T14:00:00.000+0100", "status", "In Progress", "Done"),
      history("2", "2026-06-01T12:00:00.000+0100", "status", "Waiting for customer", "In Progress"),
      history("1", "2026-06-01T10:00:00.000+0100", "status", "To Do", "Waiting for customer"),
    ],
  },
};
const OPEN_ISSUE = {
  key: "DESK-2",
  // Open since Friday 12:00, for an hour of 10.
  fields: {
    created: "2026-06-05T12:00:00.000+0100",
    status: { name: "To Do" },
    priority: { name: "High" },
  },
  changelog: { histories: [] },
};
const JIRA = { "DESK-1": "met 75 %", "DESK-2": "running 10 %" };

describe("JSON of Jira issues with their changelog", () => {
  it.each([
    ["the answer of a search", JSON.stringify({ issues: [ISSUE, OPEN_ISSUE] }, null, 2)],
    ["a list", JSON.stringify([ISSUE, OPEN_ISSUE])],
    ["lines", `${JSON.stringify(ISSUE)}\n${JSON.stringify(OPEN_ISSUE)}\n`],
    [
      "lines of a file with a mark",
      `\ufeff${JSON.stringify(ISSUE)}\n${JSON.stringify(OPEN_ISSUE)}`,
    ],
  ])("as %s", async (_, text) => {
    const { verdicts, run } = await judgedFile(text);
    expect(verdicts).toEqual(JIRA);
    expect(run.code).toBe(0);
  });

  it("is refused for an issue whose changelog is incomplete, and the rest is judged", async () => {
    const cut = { ...ISSUE, changelog: { ...ISSUE.changelog, total: 104 } };
    const { verdicts, run } = await judgedFile(JSON.stringify([cut, OPEN_ISSUE]));
    expect(verdicts).toEqual({ "DESK-2": "running 10 %" });
    expect(run.stderr).toContain("3 of 104 histories given");
    expect(run.stderr.split("\n")[0]).toMatch(/^Verdicts may be wrong: 1 of \d rows/);
    expect(run.code).toBe(1);
  });

  it("is refused if it is one page of several", async () => {
    const { run } = await judgedFile(JSON.stringify({ issues: [ISSUE], total: 9, startAt: 0 }));
    expect(run.stderr).toContain("put all pages into one list");
    expect(run.code).toBe(2);
  });

  it("without a changelog is a row for each ticket", async () => {
    const fields = { ...ISSUE.fields, resolutiondate: "2026-06-01T12:00:00.000+0100" };
    const { verdicts } = await judgedFile(JSON.stringify({ issues: [{ key: "DESK-3", fields }] }));
    expect(verdicts).toEqual({ "DESK-3": "met 75 %" });
  });
});

describe("JSON of ServiceNow's tables", () => {
  it("has its instants in UTC", async () => {
    const incident = {
      ...{ number: "INC1", state: "6", priority: "1", reopen_count: "0", sys_id: "a" },
      ...{ opened_at: "2026-06-01 08:00:00", resolved_at: "2026-06-01 11:00:00", closed_at: "" },
      caller_id: { link: "https://desk.example/api", value: "b" },
    };
    const { verdicts, notes } = await judgedFile(JSON.stringify({ result: [incident] }));
    expect(verdicts).toEqual({ INC1: "met 75 %" });
    expect(notes[0]).toContain("in UTC");
  });

  it("may give each value twice, for people and as stored", async () => {
    const pair = (display_value: string, value: string) => ({ display_value, value });
    const incident = {
      number: pair("INC1", "INC1"),
      state: pair("Resolved", "6"),
      priority: pair("1 - Critical", "1"),
      opened_at: pair("01/06/2026 09:00:00", "2026-06-01 08:00:00"),
      resolved_at: pair("01/06/2026 12:00:00", "2026-06-01 11:00:00"),
    };
    const { verdicts } = await judgedFile(JSON.stringify({ result: [incident] }));
    expect(verdicts).toEqual({ INC1: "met 75 %" });
  });

  it("has instants in the policy's zone if all values are for people", async () => {
    const incident = {
      ...{ number: "INC1", state: "Resolved", priority: "1 - Critical", sys_id: "a" },
      ...{ opened_at: "2026-06-01 09:00:00", resolved_at: "2026-06-01 12:00:00" },
    };
    const { verdicts, notes } = await judgedFile(JSON.stringify({ result: [incident] }));
    expect(verdicts).toEqual({ INC1: "met 75 %" });
    expect(notes[0]).toContain("in Europe/London");
  });

  it("may be its audit", async () => {
    const row = (fieldname: string, newvalue: string, sys_created_on: string) => {
      return { documentkey: "a1", fieldname, oldvalue: "", newvalue, sys_created_on };
    };
    const { verdicts, run } = await judgedFile(
      JSON.stringify({
        result: [
          row("state", "1", "2026-06-01 08:00:00"),
          row("priority", "1", "2026-06-01 08:00:00"),
          row("state", "3", "2026-06-01 09:00:00"),
          row("work_notes", "3", "2026-06-01 09:30:00"),
          row("state", "2", "2026-06-01 11:00:00"),
          row("state", "6", "2026-06-01 13:00:00"),
        ],
      }),
    );
    // 09:00 to 10:00 and 12:00 to 14:00.
    expect(verdicts).toEqual({ a1: "met 75 %" });
    expect(run.stderr).toContain("1 row left alone, which change another field");
  });
});

describe("JSON of Zendesk", () => {
  const audit = (ticket_id: number, id: number, created_at: string, ...events: object[]) => {
    return { id, ticket_id, created_at, events };
  };
  const create = (field_name: string, value: string) => ({ type: "Create", field_name, value });
  const change = (field_name: string, previous_value: string, value: string) => {
    return { type: "Change", field_name, previous_value, value };
  };
  const AUDITS = [
    audit(7, 1, "2026-06-01T08:00:00Z", create("status", "open"), create("priority", "urgent")),
    audit(7, 2, "2026-06-01T09:00:00Z", change("status", "open", "pending")),
    audit(7, 3, "2026-06-01T11:00:00Z", change("status", "pending", "open")),
    audit(7, 4, "2026-06-01T13:00:00Z", change("status", "open", "solved")),
  ];

  it.each([
    ["audits", { audits: AUDITS, next_page: null }],
    ["tickets with their audits", { tickets: [{ id: 7, status: "solved", audits: AUDITS }] }],
    ["a bare list of audits", AUDITS],
  ])("as %s", async (_, value) => {
    const { verdicts, run } = await judgedFile(JSON.stringify(value));
    expect(verdicts).toEqual({ "7": "met 75 %" });
    expect(run.code).toBe(0);
  });
});

describe("a number of JSON that is too large to be read exactly", () => {
  it("is no ticket's name, since two of them may become one", async () => {
    const row = (ticket: string) =>
      `{"ticket":${ticket},"opened":"2026-06-01T09:00+01:00","resolved":"2026-06-01T12:00+01:00","severity":1}`;
    const rows = ["7", "12345678901234567890", "12345678901234567891", '"12345678901234567891"'];
    const { run, verdicts } = await judgedFile(`[${rows.map(row).join(",")}]`);
    expect(verdicts).toEqual({ "7": "met 75 %", "12345678901234567891": "met 75 %" });
    expect(run.stderr).toContain("2 of 4 rows could not be used");
    expect(run.stderr).toContain("too large to be read exactly");
    expect(run.code).toBe(1);
  });
});

describe("a file that begins like JSON", () => {
  it.each([
    ["is cut short", '[{"number":"INC1",', "it begins like JSON, but is not JSON"],
    ["lists nothing", '"[]"', 'no column "ticket"'],
    ["is empty", "[]", "it is empty"],
  ])("and %s is refused", async (_, text, message) => {
    const { run } = await judgedFile(text);
    expect(run.stderr).toContain(message);
    expect(run.code).toBe(2);
  });

  it("reports each line that cannot be read", async () => {
    const text = `${JSON.stringify(ISSUE)}\n{"key":\n[1]\n${JSON.stringify(OPEN_ISSUE)}\n`;
    const { verdicts, run } = await judgedFile(text);
    expect(verdicts).toEqual(JIRA);
    expect(run.stderr).toMatch(/^Verdicts may be wrong: 2 of/);
    expect(run.stderr).toMatch(/:2: .*\n.*:3: it is not an object/);
    expect(run.code).toBe(1);
  });
});
