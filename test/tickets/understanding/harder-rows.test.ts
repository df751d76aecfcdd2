import { describe, expect, it } from "vitest";
import { DESK, lines } from "../small-desk";
import { judgedFile } from "./judged-file";

const zone = ["--zone", "Europe/London", "--dates", "day-first"];

describe("a ticket that is withdrawn", () => {
  it("is cancelled, even if the system gave it an instant of closing", async () => {
    const { verdicts } = await judgedFile(
      lines(
        "number,state,priority,opened_at,resolved_at,closed_at",
        // Two hours of 4 before it was withdrawn.
        "INC1,Canceled,1 - Critical,2026-06-01 09:00:00,,2026-06-01 11:00:00",
      ),
    );
    expect(verdicts).toEqual({ INC1: "cancelled 50 %" });
  });
});

describe("a policy that pauses for no state", () => {
  const fix = { ...DESK.targets.fix, pauses: [] };
  const policy = { ...DESK, targets: { fix } };

  it("counts a hold as running, whether a state or a length, and says so", async () => {
    const log = lines(
      "Ticket,Opened,Resolved,Priority,On hold hours,Status",
      "T-1,2026-06-01 09:00,2026-06-01 12:00,1,2,Closed",
      "T-2,2026-06-04 09:00,,2,0,On Hold",
    );
    const { verdicts, notes, run } = await judgedFile(log, [], policy);
    // 3 h of 4; 8 h and 4 h of 10.
    expect(verdicts).toEqual({ "T-1": "met 75 %", "T-2": "breached 120 %" });
    expect(notes).toContain('desk pauses for no state, so "On hold hours" counts as running');
    expect(notes).toContain('desk pauses for no state, so "On Hold" counts as running');
    expect(run.code).toBe(0);
  });
});

describe("a row for each change", () => {
  const HEAD = "documentkey,fieldname,oldvalue,newvalue,sys_created_on";

  it("learns the first severity from the first change", async () => {
    const { verdicts, run } = await judgedFile(
      lines(
        HEAD,
        "INC1,state,,1,01-06-2026 09:00:00",
        // Severity 2, 10 h, until it is 1, 4 h: 5 h of 4.
        "INC1,priority,2,1,01-06-2026 10:00:00",
        "INC1,state,1,6,01-06-2026 14:00:00",
        // Back and forth, in any order: 2 until 10:00, 1 until 11:00, 2 again: 5 h of 10.
        "INC2,state,,1,01-06-2026 09:00:00",
        "INC2,priority,1,2,01-06-2026 11:00:00",
        "INC2,priority,2,1,01-06-2026 10:00:00",
        "INC2,state,1,6,01-06-2026 14:00:00",
      ),
      zone,
    );
    expect(verdicts).toEqual({ INC1: "breached 125 %", INC2: "met 50 %" });
    expect(run.code).toBe(0);
  });
});

describe("a row for each ticket that was re-opened", () => {
  const HEAD = "Ticket,Opened,Resolved,Reopened,Priority";

  it("runs again from then on, if it had been resolved before", async () => {
    const { verdicts, run } = await judgedFile(
      // Monday 09:00 to 11:00, and again from Friday 12:00 to now, 13:00: 3 h of 4.
      lines(HEAD, "T-1,2026-06-01 09:00,2026-06-01 11:00,2026-06-05 12:00,1"),
    );
    expect(verdicts).toEqual({ "T-1": "running 75 %" });
    expect(run.code).toBe(0);
  });

  it.each([
    ["its re-opening before its last resolution", "Reopened", "2026-06-01 10:00"],
    ["only how often", "reopen_count", "2"],
  ])("is in doubt if it has %s", async (_, name, value) => {
    const { verdicts, run } = await judgedFile(
      lines(HEAD.replace("Reopened", name), `T-1,2026-06-01 09:00,2026-06-01 12:00,${value},1`),
    );
    expect(verdicts).toEqual({ "T-1": "met 75 % !" });
    expect(run.stderr).toContain("does not say when it had stopped before");
    expect(run.code).toBe(1);
  });
});

describe("a row for each stay in a state", () => {
  const HEAD = "Ticket|State|Severity|Start|End";

  it.each([
    [
      "leave a gap",
      "T-1|Open|1|2026-06-01 09:00|2026-06-01 10:00",
      "does not end when its stay in",
    ],
    ["end, and nothing follows", "", "the file does not say which state follows"],
    [
      "end before they begin",
      "T-1|Open|1|2026-06-01 09:00|2026-05-31 10:00",
      "ends before it begins",
    ],
  ])("is in doubt if the stays %s", async (_, row, message) => {
    const last = row === "" ? "T-1|Open|1|2026-06-01 09:00|2026-06-01 10:00" : row;
    const next = row === "" ? [] : ["T-1|Closed|1|2026-06-01 12:00|"];
    const { run } = await judgedFile(lines(HEAD, last, ...next));
    expect(run.stderr).toContain(message);
    expect(run.code).toBe(1);
  });
});

describe("every row of a file", () => {
  it("is in exactly one count, and the counts add up to the file", async () => {
    const { run } = await judgedFile(
      lines(
        "documentkey,fieldname,oldvalue,newvalue,sys_created_on",
        "INC1,state,,1,01-06-2026 09:00:00",
        "INC1,priority,,1,01-06-2026 09:00:00",
        "INC1,work_notes,,x,01-06-2026 09:00:00",
        "INC1,state,1,99,01-06-2026 09:30:00",
        "INC1,state,1,6,never",
        "INC1,state",
        "documentkey,fieldname,oldvalue,newvalue,sys_created_on",
        "Total: 6,,,,",
      ),
      zone,
    );
    const { summary, problems, notes } = JSON.parse(run.stdout);
    expect(summary).toMatchObject({ rows: 8, rowsUsed: 2, malformedRows: 3, rowsLeftAlone: 3 });
    expect(problems.map(({ line }: { line: number }) => line)).toEqual([5, 6, 7]);
    expect(notes.filter((note: string) => note.includes("left alone"))).toEqual([
      "1 row left alone, which change another field",
      "1 row left alone, which repeat the header",
      "1 row left alone, which are totals or notes below the table",
    ]);
    expect(run.code).toBe(1);
  });

  it("that begins as notes and sums below a table do is left alone", async () => {
    const content = lines(
      "Ticket,Opened,Resolved,Priority",
      "T-1,2026-06-01 09:00,2026-06-01 12:00,1",
      ...["Grand total: 1,,,", "Average,,,1.0", "1 rows selected,,,"],
      ...["Report generated 05/06/2026 by Bob,,,", "Last refreshed on Friday,,,", "End of report"],
    );
    const { verdicts, notes, run } = await judgedFile(content);
    expect(verdicts).toEqual({ "T-1": "met 75 %" });
    expect(notes).toContain("6 rows left alone, which are totals or notes below the table");
    expect(run.code).toBe(0);
  });

  it("and a count below the dates is a total, but a date there is a ticket whatever it is called", async () => {
    const { run, verdicts } = await judgedFile(
      lines(
        "Number,Opened,Priority,State,Resolved",
        "INC1,2026-06-01 09:00:00,1,Resolved,2026-06-01 11:00:00",
        "Total,2026-06-01 09:00:00,1,Resolved,2026-06-01 12:00:00",
        "Total,240,,,",
        "Grand total,9999,,,",
        "Total,12345,,,",
      ),
    );
    // Severity 1 has 4 h: 2 h and 3 h of them. The last row may be of that ticket, so it is in doubt.
    expect(verdicts).toEqual({ INC1: "met 50 %", Total: "met 75 % !" });
    const { summary, problems } = JSON.parse(run.stdout);
    expect(summary).toMatchObject({ rows: 5, rowsUsed: 2, rowsLeftAlone: 2 });
    // 12345 may be a date of a spreadsheet, so it is said.
    expect(problems.map(({ line }: { line: number }) => line)).toEqual([6]);
  });
});
