import { describe, expect, it } from "vitest";
import { DESK, lines } from "../small-desk";
import { judgedFile } from "./judged-file";

/*
 * Files that gave a wrong verdict without a word. The desk is open Monday to Friday, 09:00 to 17:00 in
 * London; severity 2 has 10 h. From Friday 29 May 09:00 to Monday 1 June 11:00 are 8 h and 2 h.
 */
const HEAD = "Ticket,Priority,Opened,Responded,Resolved,Closed,Status";
const list = (...rows: readonly string[]) => judgedFile(lines(HEAD, ...rows));
const resolved = (ticket: string) => `"${ticket}",2,2026-05-29 09:00,,2026-06-01 11:00,,Resolved`;

describe("names of tickets that a spreadsheet has changed", () => {
  it.each([
    ["00123", "123"],
    ["INC0042", "INC42"],
    ["1,234", "1234"],
    ["1234.0", "1234"],
  ])("are reported: %s and %s", async (one, other) => {
    const { run, verdicts } = await list(resolved(one), resolved(other));
    expect(Object.values(verdicts)).toEqual(["met 100 % !", "met 100 % !"]);
    expect(run.stderr).toContain(`it is spelled like "${one}" of line 2`);
    expect(run.code).toBe(1);
  });

  it("are reported without other tickets that only look similar", async () => {
    const { run } = await list(resolved("100"), resolved("10"), resolved("1,23"), resolved("1001"));
    expect(run.code).toBe(0);
  });

  it("are in doubt if they are numbers cut short", async () => {
    const { run, verdicts } = await list(resolved("1.23E+11"), resolved("1.24E+11"));
    expect(verdicts).toEqual({ "1.23E+11": "met 100 % !", "1.24E+11": "met 100 % !" });
    expect(run.stderr).toContain("a number that a spreadsheet has shortened");
  });

  it.each(["#REF!", "#N/A", "#VALUE!", "########", "N/A", "null", "-", "?"])(
    "are not taken for names: %s",
    async (name) => {
      const { run, verdicts } = await list(resolved("T-1"), resolved(name));
      expect(verdicts).toEqual({ "T-1": "met 100 %" });
      expect(run.stderr).toContain(`"${name}" is not the name of a ticket`);
      expect(run.code).toBe(1);
    },
  );
});

describe("a row for each ticket whose instants do not follow each other", () => {
  it("is not used if the ticket ends before it is opened", async () => {
    const { run } = await list("T-1,2,2026-06-01 11:00,,2026-05-29 09:00,,Resolved");
    expect(run.stderr).toContain('column "Resolved": it lies before "Opened"');
    expect(run.code).toBe(2);
  });

  it("is in doubt if it was closed before it was resolved", async () => {
    // Friday 09:00 to 17:00.
    const { run, verdicts } = await list(
      "T-1,2,2026-05-29 09:00,,2026-06-01 11:00,2026-05-29 17:00,Closed",
    );
    expect(verdicts).toEqual({ "T-1": "met 80 % !" });
    expect(run.stderr).toContain('"Closed" lies before "Resolved"');
  });

  it("is in doubt if it was responded to before it was opened", async () => {
    const response = { ...DESK.targets.fix, runs: ["New"], stops: ["Answered", "Resolved"] };
    const fix = { ...DESK.targets.fix, runs: ["New", "Answered"] };
    const policy = { ...DESK, targets: { fix, response } };
    const row = "T-1,2,2026-05-29 09:00,2026-05-28 09:00,,,New";
    const { run } = await judgedFile(lines(HEAD, row), [], policy);
    expect(run.stderr).toContain('"Responded" lies before "Opened"');
    expect(run.code).toBe(1);
  });

  it("is not opened again by a response that comes after its end", async () => {
    const row = "T-1,2,2026-05-29 09:00,2026-06-02 09:00,2026-06-01 11:00,";
    const { verdicts } = await list(`${row},Resolved`);
    expect(verdicts).toEqual({ "T-1": "met 100 %" });
    const withoutState = lines("Ticket,Priority,Opened,Responded,Resolved,Closed", row);
    expect((await judgedFile(withoutState)).verdicts).toEqual({ "T-1": "met 100 %" });
  });
});

describe("columns that have the same meaning", () => {
  it("are refused if their names differ only in case and punctuation", async () => {
    const text = lines(
      "Ticket,Priority,Opened,opened_,Resolved",
      "T-1,2,2026-05-29 09:00,2026-05-28 09:00,2026-06-01 11:00",
    );
    const { run } = await judgedFile(text);
    expect(run.stderr).toContain('its columns "Opened" and "opened_" have the same name');
    expect(run.code).toBe(2);
  });

  it("are named if one is taken and the other is not", async () => {
    const text = lines(
      "ticket,at,state,status,severity",
      "T-1,2026-05-29T09:00+01:00,New,Closed,2",
      "T-1,2026-06-01T11:00+01:00,Resolved,New,",
    );
    const { notes, verdicts } = await judgedFile(text);
    expect(verdicts).toEqual({ "T-1": "met 100 %" });
    expect(notes[0]).toContain('without "status", which may be the state from then on');
  });
});

describe("states whose names mean the opposite of their first word", () => {
  it.each([
    "Closed - reopened",
    "Resolved - awaiting confirmation",
    "Cancel requested",
    "Cancellation pending",
    "Waiting for agent",
    "Awaiting triage",
    "Pending assignment",
    "Pending closure",
    "Not resolved",
    "Unresolved",
  ])("are unknown, so their rows are not used: %s", async (state) => {
    const { run } = await judgedFile(
      lines(
        "ticket,at,state,severity",
        "T-1,2026-05-29T09:00+01:00,New,2",
        `T-1,2026-06-01T11:00+01:00,${state},`,
      ),
    );
    expect(run.stderr).toContain(`"${state}" is not a state of the policy`);
    expect(run.code).toBe(1);
  });
});

describe("rows that come newest first", () => {
  const rows = [
    // On hold on Monday from 11:00 on, in the minute in which work began.
    "T-1,2026-06-01T11:00+01:00,On Hold,",
    "T-1,2026-06-01T11:00+01:00,In Progress,",
    "T-1,2026-05-29T09:00+01:00,New,2",
    "T-2,2026-06-01T11:00+01:00,Resolved,",
    "T-2,2026-05-29T09:00+01:00,New,2",
  ];

  it("have the lower of two rows of one instant first", async () => {
    const { notes, verdicts } = await judgedFile(lines("ticket,at,state,severity", ...rows));
    expect(verdicts).toEqual({ "T-1": "paused 100 %", "T-2": "met 100 %" });
    expect(notes.join("\n")).toContain("its rows come newest first");
  });

  it("are not recognised by one ticket that goes back in time", async () => {
    const { verdicts } = await judgedFile(
      lines(
        "ticket,at,state,severity",
        "T-1,2026-06-01T11:00+01:00,New,2",
        "T-1,2026-05-29T09:00+01:00,Resolved,",
        "T-2,2026-06-01T11:00+01:00,New,2",
        "T-2,2026-06-01T11:00+01:00,Resolved,",
      ),
    );
    expect(verdicts["T-2"]).toBe("met 0 %");
  });

  it("keep their order if they come in any other", async () => {
    const mixed = [...rows, "T-3,2026-06-01T11:00+01:00,New,2", "T-3,2026-06-01T12:00+01:00,Void,"];
    const { verdicts } = await judgedFile(lines("ticket,at,state,severity", ...mixed));
    // In progress from 11:00 on Monday to 13:00 on Friday: 6 h, three days of 8 h and 4 h more.
    expect(verdicts["T-1"]).toBe("breached 440 %");
  });

  it("give the opening the severity of the earliest row", async () => {
    const log = lines(
      "number,incident_state,sys_updated_at,opened_at,priority",
      "INC1,Resolved,1/6/2026 11:00,29/5/2026 09:00,1",
      "INC1,Active,29/5/2026 10:00,29/5/2026 09:00,2",
      "INC2,Resolved,13/5/2026 10:00,13/5/2026 09:00,1",
      "INC2,Active,13/5/2026 09:00,13/5/2026 09:00,1",
    );
    const { run } = await judgedFile(log, ["--format", "json"]);
    const { rows: judged } = JSON.parse(run.stdout);
    // 10 h of the 4 h of severity 1, which it was given as it was resolved.
    expect(judged[0]).toMatchObject({ ticket: "INC1", severity: "1", usedPercent: 250 });
  });
});

describe("a row for each change", () => {
  const AUDIT = "tablename,documentkey,fieldname,oldvalue,newvalue,sys_created_on";
  const change = (field: string, from: string, to: string, at: string, table = "incident") =>
    `${table},INC1,${field},${from},${to},${at}`;
  const START = [
    change("state", "", "1", "29-05-2026 09:00:00"),
    change("priority", "", "2", "29-05-2026 09:00:00"),
  ];
  const END = change("state", "2", "6", "01-06-2026 11:00:00");
  const judged = (...rows: readonly string[]) => judgedFile(lines(AUDIT, ...rows));

  it("puts the ticket in doubt if one is missing", async () => {
    const { run, verdicts } = await judged(
      ...START,
      change("state", "1", "2", "29-05-2026 10:00:00"),
      change("state", "3", "6", "01-06-2026 11:00:00"),
    );
    expect(verdicts).toEqual({ INC1: "met 100 % !" });
    expect(run.stderr).toContain(
      'its state goes on from "3", and line 4 left it as "2": a change between them is missing',
    );
    const severity = await judged(...START, change("priority", "1", "2", "29-05-2026 10:00:00"));
    expect(severity.run.stderr).toContain('its priority goes on from "1"');
  });

  it("is judged if the missing one changes no clock", async () => {
    // In Progress runs as New does.
    const { run, verdicts } = await judged(...START, END);
    expect(verdicts).toEqual({ INC1: "met 100 %" });
    expect(run.code).toBe(0);
  });

  it("puts changes of one instant in the order in which each continues the one before", async () => {
    // On hold and back in one second: it runs on.
    const { run, verdicts } = await judged(
      ...START,
      change("state", "3", "2", "29-05-2026 10:00:00"),
      change("state", "1", "3", "29-05-2026 10:00:00"),
      END,
    );
    expect(verdicts).toEqual({ INC1: "met 100 %" });
    expect(run.code).toBe(0);
  });

  it("may come in any order", async () => {
    const { run, verdicts } = await judged(
      END,
      change("state", "1", "2", "29-05-2026 10:00:00"),
      ...START,
    );
    expect(verdicts).toEqual({ INC1: "met 100 %" });
    expect(run.code).toBe(0);
  });

  it("is asked about if it has several tables", async () => {
    const rows = [...START, change("state", "1", "3", "29-05-2026 10:00:00", "task_sla"), END];
    const { run } = await judged(...rows);
    expect(run.stderr).toContain('--rows "tablename=incident" or --rows "tablename=task_sla"');
    expect(run.code).toBe(2);
    const chosen = await judgedFile(lines(AUDIT, ...rows), ["--rows", "tablename=incident"]);
    expect(chosen.verdicts).toEqual({ INC1: "met 100 %" });
  });
});

describe("a file that was cut or damaged where it shows", () => {
  const EVENTS = "ticket,at,state,severity";

  it("has instants with an offset and without: those without are named", async () => {
    // 10 h from 09:00 in London on Friday; without its Z the end is at 11:00 in London on Monday.
    const { notes, verdicts } = await judgedFile(
      lines(EVENTS, "T-1,2026-05-29T08:00:00Z,New,2", "T-1,2026-06-01T11:00:00,Resolved,"),
    );
    expect(verdicts).toEqual({ "T-1": "met 100 %" });
    expect(notes.join("\n")).toContain(
      'others do not, as "2026-06-01T11:00:00", which are read in Europe/London',
    );
  });

  it("has numbers with a zero before them and without: a digit may be missing", async () => {
    const { notes } = await judgedFile(
      lines("Ticket,Opened,Resolved,Priority", "T-1,28/05/2026 09:00,,2", "T-2,29/05/2026 1:00,,2"),
    );
    expect(notes.join("\n")).toContain('one digit ("29/05/2026 1:00" on line 3)');
  });

  it("ends within a line: the cell at its end may not be whole", async () => {
    const whole = lines("Ticket,Opened,Resolved,Priority", "T-1,2026-05-29 09:00,,2");
    expect((await judgedFile(whole)).notes.join("\n")).not.toContain("has no end");
    const { notes } = await judgedFile(whole.slice(0, -1));
    expect(notes.join("\n")).toContain('if the file was cut off, its last "Priority" is not whole');
  });

  it("has a row of too few cells: the verdict on its ticket is marked", async () => {
    const { verdicts } = await judgedFile(
      lines(EVENTS, "T-1,2026-06-05T12:00+01:00,New,2", "T-1,2026-06-05T12:30+01:00"),
    );
    expect(verdicts).toEqual({ "T-1": "running 10 % !" });
  });

  it("has a column of another name: it is named as one that is not used", async () => {
    const { notes } = await judgedFile(
      lines("Ticket,Opened,Resolved,Priority,On gold", "T-1,2026-05-29 09:00,,2,01:00:00"),
    );
    expect(notes[0]).toContain('without "On gold"');
  });
});

describe("wall times on days on which the clocks change", () => {
  const always = { timeZone: "Europe/London", hours: { daily: ["00:00-24:00"] } };
  const fix = { ...DESK.targets.fix, allowance: { hours: 4, calendar: "core" } };
  const policy = { ...DESK, calendars: { core: always }, severities: undefined, targets: { fix } };
  const at = (opened: string, resolved: string, ...args: readonly string[]) =>
    judgedFile(lines("Ticket,Opened,Resolved", `T-1,${opened},${resolved}`), args, policy);

  it("that were shown twice are the first, which is said", async () => {
    // From 00:30 in summer time to the first 01:30 is 1 h, to the second 2 h.
    const { notes, verdicts } = await at("2025-10-26 00:30", "2025-10-26 01:30");
    expect(verdicts).toEqual({ "T-1": "met 25 %" });
    expect(notes.join("\n")).toContain('clocks in Europe/London showed "2025-10-26 01:30" twice');
  });

  it("that were never shown are an hour later, which is said", async () => {
    // From 00:30 to 02:30 in summer time is 1 h.
    const { notes, verdicts } = await at("2026-03-29 00:30", "2026-03-29 01:30");
    expect(verdicts).toEqual({ "T-1": "met 25 %" });
    expect(notes.join("\n")).toContain('clocks in Europe/London never showed "2026-03-29 01:30"');
  });

  it("that were shown once are not named, whatever the day", async () => {
    const { notes } = await at("2026-03-29 00:30", "2026-03-29 02:30");
    expect(notes.join("\n")).not.toContain("clocks in");
    const stated = await at("2025-10-26T01:30+01:00", "2025-10-26T01:30Z");
    expect(stated.notes.join("\n")).not.toContain("clocks in");
  });
});

describe("severities that the file calls otherwise", () => {
  const graded = (priority: string, policy: object = DESK) =>
    judgedFile(
      lines("Ticket,Priority,Opened,Resolved", `T-1,${priority},2026-06-05 09:00,`),
      [],
      policy,
    );

  it("are said if a name alone gives their place", async () => {
    const { notes } = await graded("High");
    expect(notes.join("\n")).toContain(
      'severities are taken for those of desk by their names: "High" for 2',
    );
    expect((await graded("P2")).notes.join("\n")).not.toContain("severities are taken");
  });

  it("may have a number beside the policy's own word", async () => {
    const allowance = { critical: { hours: 8, calendar: "core" }, low: null };
    const fix = { ...DESK.targets.fix, allowance };
    const policy = { ...DESK, severities: ["critical", "low"], targets: { fix } };
    // 4 h of 8.
    expect((await graded("1 - Critical", policy)).verdicts).toEqual({ "T-1": "running 50 %" });
  });
});
