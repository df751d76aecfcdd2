import { describe, expect, it } from "vitest";
import { judgedBy, lines } from "./small-desk";

/** Monday 1 June 2026; London is an hour ahead of UTC. */
const at = { formats: ["dd-MM-yyyy HH:mm:ss"], zone: "Europe/London" };
const values = { "1": "New", "2": "Working", "3": "On Hold", "6": "Resolved", "7": "Closed" };
const change = (field: string, before: string, after: string, when: string) =>
  `"INC1","${field}","${before}","${after}","${when}"`;
const HEAD = '"documentkey","fieldname","oldvalue","newvalue","sys_created_on"';
const MAP = {
  ticket: "documentkey",
  at: { ...at, column: "sys_created_on" },
  state: { column: "newvalue", values },
};
const LOG = lines(
  HEAD,
  change("state", "", "1", "01-06-2026 09:00:00"),
  change("state", "1", "2", "01-06-2026 09:40:00"),
  // A priority of 3 is not the state 3, On Hold.
  change("priority", "1", "3", "01-06-2026 09:45:00"),
  change("assignment_group", "", "2", "01-06-2026 09:50:00"),
  change("state", "2", "6", "02-06-2026 12:00:00"),
);
const FLAT = {
  id: "flat",
  calendars: { core: { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } } },
  targets: {
    fix: {
      allowance: { hours: 10, calendar: "core" },
      runs: ["New", "Working"],
      pauses: ["On Hold"],
      stops: ["Resolved", "Closed"],
    },
  },
};

describe("a row for each change of a field", () => {
  it("changes the state only if the changed field is the state", async () => {
    // Monday 8 h and Tuesday 3 h of 10.
    const { verdicts, summary, run } = await judgedBy(MAP, LOG, { policy: FLAT });
    expect(verdicts).toEqual({ INC1: "breached 110 %" });
    expect(summary).toMatchObject({ rows: 5, rowsUsed: 3, rowsLeftAlone: 2, malformedRows: 0 });
    expect(run.stderr).toContain('only rows whose "fieldname" is state, incident_state, status');
    expect(run.code).toBe(0);
  });

  it("has no change for the opening that a column says, if its rows come newest first", async () => {
    const map = {
      ...MAP,
      opened: { column: "opened", state: "New" },
      field: { column: "fieldname", state: "state", old: "oldvalue" },
    };
    const opened = (row: string) => `${row},"01-06-2026 09:00:00"`;
    const log = lines(
      `${HEAD},"opened"`,
      opened(change("state", "2", "6", "02-06-2026 12:00:00")),
      opened(change("state", "1", "2", "01-06-2026 09:40:00")),
    );
    // Monday 8 h and Tuesday 3 h of 10, with nothing missing between the changes.
    const { verdicts, problems, run } = await judgedBy(map, log, { policy: FLAT });
    expect(verdicts).toEqual({ INC1: "breached 110 %" });
    expect(problems).toEqual([]);
    expect(run.code).toBe(0);
  });

  it("is read by the fields that the map names, each into its own", async () => {
    const map = {
      ...MAP,
      field: { column: "fieldname", state: "state", severity: ["priority"], old: "oldvalue" },
      severity: { column: "newvalue", values: { "1": "1", "3": "2" } },
    };
    const log = lines(
      HEAD,
      change("Priority", "", "1", "01-06-2026 09:00:00"),
      change("state", "", "1", "01-06-2026 09:00:00"),
      change("priority", "1", "3", "01-06-2026 10:00:00"),
      change("state", "1", "6", "01-06-2026 14:00:00"),
    );
    // 5 h; of 4 as severity 1, of 10 as 2.
    const { verdicts, run } = await judgedBy(map, log);
    expect(verdicts).toEqual({ INC1: "met 50 %" });
    expect(run.stderr).not.toContain("note:");
  });

  it("puts a ticket in doubt if it begins in the middle of its life", async () => {
    const log = lines(
      HEAD,
      change("state", "1", "2", "01-06-2026 09:00:00"),
      change("state", "2", "6", "01-06-2026 14:00:00"),
    );
    const { verdicts, problems, run } = await judgedBy(MAP, log, { policy: FLAT });
    expect(verdicts).toEqual({ INC1: "met 50 % !" });
    expect(problems).toMatchObject([{ kind: "starts-in-the-middle", line: 2, ticket: "INC1" }]);
    expect(run.code).toBe(1);
  });

  it("without a column that names the field is refused", async () => {
    const log = LOG.replace("fieldname", "which");
    const { run } = await judgedBy(MAP, log, { policy: FLAT });
    expect(run.stderr).toContain(
      'name the column that says which field in the mapping, as "field"',
    );
    expect(run.code).toBe(2);
  });

  it("gives an empty report, and says so, if all fields are others", async () => {
    const map = { ...MAP, field: { column: "fieldname", state: "incident_state" } };
    const { run } = await judgedBy(map, LOG, { policy: FLAT });
    expect(run.stdout).toBe("");
    expect(run.stderr).toContain("note: 5 rows left alone, which change another field");
    expect(run.code).toBe(2);
  });
});

describe("states that the policy does not know", () => {
  const log = lines(
    "ticket;at;kind",
    "T-1;2026-06-01T08:00Z;Open",
    "T-1;2026-06-01T09:00Z;Assignment",
    "T-1;2026-06-01T10:00Z;Reassignment",
    "T-1;2026-06-01T13:00Z;Closed",
  );
  const map = (state: object) => ({
    ticket: "ticket",
    at: { column: "at" },
    state: { column: "kind", ...state },
  });

  it("are refused, each by name", async () => {
    const { verdicts, problems, run } = await judgedBy(map({ values: { Open: "New" } }), log, {
      policy: FLAT,
    });
    expect(verdicts).toEqual({ "T-1": "met 50 % !" });
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([
      ["unknown-state", 3],
      ["unknown-state", 4],
    ]);
    expect(run.code).toBe(1);
  });

  it.each([
    ["all of them", { values: { Open: "New" }, other: "ignore" }],
    ["those that it names", { values: { Open: "New", Assignment: "", Reassignment: "" } }],
  ])("are left alone if the map says so: %s", async (_, state) => {
    const { verdicts, summary, run } = await judgedBy(map(state), log, { policy: FLAT });
    expect(verdicts).toEqual({ "T-1": "met 50 %" });
    expect(summary).toMatchObject({ rows: 4, rowsUsed: 2, rowsLeftAlone: 2 });
    expect(run.stderr).toContain("2 rows left alone, which hold a value that the mapping leaves");
    expect(run.code).toBe(0);
  });
});
