import { describe, expect, it } from "vitest";
import { eventsFromJiraChangelog } from "../../../src/interchange";
import { fixOf, jiraIssue, written } from "./desk";

const MAPS = {
  status: {
    "To Do": "new",
    "In Progress": "in-progress",
    "Waiting for customer": "waiting",
    Done: "resolved",
  },
  priority: { High: "1", Medium: "2" },
};

const row = (field: string, from: string | null, to: string | null, more: object = {}) => ({
  field,
  fieldId: field,
  fromString: from,
  toString: to,
  ...more,
});
const history = (created: string, ...items: object[]) => ({ created, items });
/** An issue that is now Done and High. */
const issueWith = (histories: readonly object[], more: object = {}) => ({
  key: "DESK-1",
  fields: {
    created: "2026-11-20T16:30:00.000+0000",
    status: { name: "Done", id: "3" },
    priority: { name: "High", id: "2" },
  },
  changelog: { histories, ...more },
});
const codeOf = (act: () => unknown) => {
  try {
    return act();
  } catch (error) {
    return `${Reflect.get(Object(error), "code")}: ${Reflect.get(Object(error), "message")}`;
  }
};

describe("the history of a Jira issue", () => {
  it("begins with its creation, in the status and priority before their first change", () => {
    // 17:30 at +0100 is 16:30Z; no history says To Do and Medium but as the old values of changes.
    expect(written(eventsFromJiraChangelog(jiraIssue, MAPS))).toEqual([
      { at: "2026-11-20T16:30:00.000Z", state: "new", severity: "2" },
      { at: "2026-11-23T09:30:00.000Z", state: "in-progress" },
      { at: "2026-11-23T10:00:00.000Z", state: "waiting" },
      { at: "2026-11-23T10:15:00.000Z", severity: "1" },
      { at: "2026-11-24T09:00:00.000Z", state: "in-progress" },
      { at: "2026-11-24T11:00:00.000Z", state: "resolved" },
    ]);
  });

  it("gives the reading that one works out by hand", () => {
    // Friday 16:30-17:00 is half an hour, Monday 09:00-10:00 an hour, Tuesday 09:00-11:00 two: 210
    // minutes of severity 1's 240. Waiting on Monday from 10:00 to 17:00: 420 minutes.
    expect(fixOf(eventsFromJiraChangelog(jiraIssue, MAPS), "2026-11-25T12:00:00Z")).toEqual({
      status: "met",
      severity: "1",
      startedAt: "2026-11-20T16:30:00.000Z",
      stoppedAt: "2026-11-24T11:00:00.000Z",
      breachedAt: undefined,
      elapsed: 210,
      pausedFor: 420,
      percent: 87.5,
    });
  });

  it("of an issue that never changed is its present state", () => {
    expect(written(eventsFromJiraChangelog(issueWith([]), MAPS))).toEqual([
      { at: "2026-11-20T16:30:00.000Z", state: "resolved", severity: "1" },
    ]);
  });

  it("has the words of Jira if no map is given, and none if the map is null", () => {
    const issue = issueWith([]);
    const at = Date.parse("2026-11-20T16:30:00Z");
    expect(eventsFromJiraChangelog(issue)).toEqual([{ at, state: "Done", severity: "High" }]);
    expect(eventsFromJiraChangelog(issue, { priority: null })).toEqual([{ at, state: "Done" }]);
    expect(eventsFromJiraChangelog(issue, { status: null })).toEqual([{ at, severity: "High" }]);
  });

  it("finds a status by its identifier too, which a new name does not change", () => {
    const issue = issueWith([
      history(
        "2026-11-20T17:00:00.000+0000",
        row("status", "Offen", "Erledigt", { from: "1", to: "3" }),
      ),
    ]);
    const events = eventsFromJiraChangelog(issue, {
      status: { "1": "new", "3": "resolved" },
      priority: null,
    });
    expect(events.map(({ state }) => state)).toEqual(["new", "resolved"]);
  });

  it("says nothing of a status whose word is null", () => {
    const issue = issueWith([
      history("2026-11-20T17:00:00.000+0000", row("status", "Draft", "Open")),
      history("2026-11-20T18:00:00.000+0000", row("status", "Open", "Draft")),
    ]);
    const status = { Draft: null, Open: "new" };
    expect(written(eventsFromJiraChangelog(issue, { status, priority: null }))).toEqual([
      { at: "2026-11-20T16:30:00.000Z" },
      { at: "2026-11-20T17:00:00.000Z", state: "new" },
    ]);
  });

  it("has one event if two statuses that mean one state follow each other", () => {
    const issue = issueWith([
      history("2026-11-20T17:00:00.000+0000", row("status", "Done", "Closed")),
    ]);
    const status = { Done: "resolved", Closed: "resolved" };
    expect(eventsFromJiraChangelog(issue, { status })).toHaveLength(1);
  });

  it("says the priority with the first status of one instant, and each status of it in turn", () => {
    const at = "2026-11-20T17:00:00.000+0000";
    const issue = issueWith([
      { ...history(at, row("priority", "Medium", "High")), id: "9" },
      { ...history(at, row("status", "In Progress", "Done")), id: "11" },
      { ...history(at, row("status", "To Do", "In Progress")), id: "10" },
    ]);
    expect(written(eventsFromJiraChangelog(issue, MAPS)).slice(1)).toEqual([
      { at: "2026-11-20T17:00:00.000Z", state: "in-progress", severity: "1" },
      { at: "2026-11-20T17:00:00.000Z", state: "resolved" },
    ]);
  });

  it("puts what happened at the creation into the first event", () => {
    const issue = issueWith([
      history("2026-11-20T16:30:00.000+0000", row("priority", "Medium", "High")),
    ]);
    expect(written(eventsFromJiraChangelog(issue, MAPS))).toEqual([
      { at: "2026-11-20T16:30:00.000Z", state: "resolved", severity: "1" },
    ]);
  });

  it("has no severity while Jira has no priority, at the creation or later on", () => {
    const later = history("2026-11-20T17:00:00.000+0000", row("priority", null, "High"));
    const cleared = history("2026-11-20T18:00:00.000+0000", row("priority", "High", null));
    const { fields, ...issue } = issueWith([later, cleared]);
    const events = eventsFromJiraChangelog({ ...issue, fields: { ...fields, priority: null } });
    expect(events.map(({ severity }) => severity)).toEqual([undefined, "High"]);
  });

  it("carries the fields that are asked for, by identifier or by name", () => {
    const issue = issueWith([
      history(
        "2026-11-20T17:00:00.000+0000",
        row("Team", "Network", "Desk", { fieldId: "customfield_10001" }),
      ),
      history("2026-11-20T18:00:00.000+0000", row("assignee", "Ann", null, { from: "a1" })),
    ]);
    Reflect.set(issue.fields, "customfield_10050", { id: "7", value: "Gold" });
    const fields = {
      team: "Team",
      owner: "assignee",
      tier: { field: "customfield_10050", values: { Gold: "1" } },
    };
    expect(
      written(eventsFromJiraChangelog(issue, { status: null, priority: null, fields })),
    ).toEqual([
      { at: "2026-11-20T16:30:00.000Z", fields: { team: "Network", owner: "Ann", tier: "1" } },
      { at: "2026-11-20T17:00:00.000Z", fields: { team: "Desk" } },
      { at: "2026-11-20T18:00:00.000Z", fields: { owner: "" } },
    ]);
  });

  it("takes a severity from another field than the priority", () => {
    const issue = issueWith([
      history(
        "2026-11-20T17:00:00.000+0000",
        row("Severity", "S2", "S1", { fieldId: "customfield_10002" }),
      ),
    ]);
    const priority = { field: "Severity", values: { S1: "1", S2: "2" } };
    const events = eventsFromJiraChangelog(issue, { status: null, priority });
    expect(events.map(({ severity }) => severity)).toEqual(["2", "1"]);
  });

  it("is complete if the pages of a changelog have been put together", () => {
    const { changelog, ...issue } = jiraIssue;
    const values = [...changelog.histories].reverse();
    const paged = { ...issue, changelog: { values, startAt: 0, total: 6, isLast: true } };
    expect(eventsFromJiraChangelog(paged, MAPS)).toEqual(eventsFromJiraChangelog(jiraIssue, MAPS));
  });
});

describe("a Jira issue that cannot be read is refused, with its key and the place:", () => {
  const later = "2026-11-20T17:00:00.000+0000";

  it.each<[string, unknown, string]>([
    ["nothing at all", null, "history-invalid: Jira issue: null given; expected an object"],
    ["a list", [], "history-invalid: Jira issue: [] given"],
    [
      "no fields",
      { key: "DESK-1", changelog: { histories: [] } },
      'history-invalid: Jira issue "DESK-1", fields: undefined given; expected an object such as { "created"',
    ],
    [
      "no changelog",
      { ...issueWith([]), changelog: undefined },
      'history-invalid: Jira issue "DESK-1", changelog: undefined given; expected an object such as { "histories": [] }; ask Jira for the issue with expand=changelog',
    ],
    [
      "a changelog cut short",
      issueWith([history(later)], { total: 140, maxResults: 100 }),
      'history-incomplete: Jira issue "DESK-1", changelog.histories: 1 of 140 histories given; read every page of /rest/api/3/issue/{key}/changelog',
    ],
    [
      "a later page alone",
      issueWith([history(later)], { total: 1, startAt: 100 }),
      "history-incomplete: ",
    ],
    ["a page that is not the last", issueWith([], { isLast: false }), "history-incomplete: "],
    [
      "a history without an instant",
      issueWith([history(later), { items: [] }]),
      'event-instant-invalid: Jira issue "DESK-1", changelog.histories[1].created: undefined given; expected an instant such as "2026-11-20T16:30:00.000+0000"',
    ],
    [
      "an instant without an offset",
      issueWith([history("2026-11-20T17:00:00.000")]),
      'event-instant-invalid: Jira issue "DESK-1", changelog.histories[0].created: "2026-11-20T17:00:00.000" given',
    ],
    [
      "a history without items",
      issueWith([{ created: later }]),
      'history-invalid: Jira issue "DESK-1", changelog.histories[0].items: undefined given; expected a list',
    ],
    [
      "an invalid item",
      issueWith([{ created: later, items: [7] }]),
      'history-invalid: Jira issue "DESK-1", changelog.histories[0].items[0]: 7 given',
    ],
    [
      "a status that the map lacks",
      issueWith([history(later, row("status", "To Do", "Blocked"))]),
      'state-unknown: Jira issue "DESK-1", changelog.histories[0].items[0].toString: "Blocked" is missing from the map "status"; it has To Do, In Progress, Waiting for customer, Done. Add it',
    ],
    [
      "a first status that the map lacks",
      issueWith([history(later, row("status", "Backlog", "Done"))]),
      'state-unknown: Jira issue "DESK-1", changelog.histories[0].items[0].fromString: "Backlog" is missing',
    ],
    [
      "a priority that the map lacks",
      issueWith([history(later, row("priority", "Low", "High"))]),
      'severity-unknown: Jira issue "DESK-1", changelog.histories[0].items[0].fromString: "Low" is missing from the map "priority"; it has High, Medium',
    ],
    [
      "a change before the creation",
      issueWith([history("2026-11-20T16:29:59.999+0000", row("status", "To Do", "Done"))]),
      'history-invalid: Jira issue "DESK-1", changelog.histories[0].items[0].toString: it changed at 2026-11-20T16:29:59.999Z, before the ticket was created at 2026-11-20T16:30:00.000Z',
    ],
    [
      "no status, now or ever",
      { key: "DESK-1", fields: { created: later }, changelog: { histories: [] } },
      'history-invalid: Jira issue "DESK-1", fields.status: missing; ask Jira',
    ],
  ])("%s", (_, issue, message) => {
    expect(codeOf(() => eventsFromJiraChangelog(issue, MAPS))).toContain(message);
  });
});

describe("unknown options are refused:", () => {
  it.each<[string, unknown, string]>([
    ["a text", "status", 'options-invalid: "status" given as options'],
    [
      "a misspelt name",
      { statuses: {} },
      'option-unknown: "statuses" is not an option of eventsFromJiraChangelog; did you mean "status"?',
    ],
    ["another system's", { record: {} }, "option-unknown: "],
    ["a list for a map", { status: ["new"] }, 'option-invalid: ["new"] given as "status"'],
    [
      "a number for a word",
      { priority: { High: 1 } },
      'option-invalid: 1 given as "priority.High"',
    ],
    ["a text for fields", { fields: "Team" }, 'option-invalid: "Team" given as "fields"'],
    ["a number for a field", { fields: { team: 7 } }, 'option-invalid: 7 given as "fields.team"'],
    [
      "a key too many beside a field",
      { fields: { team: { field: "Team", value: {} } } },
      'option-invalid: {"field":"Team","value":{}} given as "fields.team"',
    ],
    [
      "invalid words",
      { fields: { team: { field: "Team", values: { a: true } } } },
      'option-invalid: true given as "fields.team.values.a"',
    ],
  ])("%s", (_, options, message) => {
    // A program without types gives what TypeScript would not let through.
    const given = options as Parameters<typeof eventsFromJiraChangelog>[1];
    expect(codeOf(() => eventsFromJiraChangelog(jiraIssue, given))).toContain(message);
  });
});
