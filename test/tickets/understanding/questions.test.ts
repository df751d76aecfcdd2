import { readFileSync } from "node:fs";
import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { run as runBreaches } from "../../../src/cli/breaches/run";
import { runRead } from "../../../src/cli/read/run";
import { breaches, command, file } from "../../cli/run-breaches";
import { DESK, lines } from "../small-desk";
import { judgedFile } from "./judged-file";

const POLICY = file("questions-desk.json", JSON.stringify(DESK));
const HEAD = "Ticket,Opened,Resolved,Priority";
/** Monday 1 June to Tuesday 2 June, or Tuesday 6 January to Friday 6 February. */
const OPEN_ORDER = lines(HEAD, "T-1,01/06/2026 16:00,02/06/2026 15:00,2");

describe("the order of day and month", () => {
  it("is an error that gives both readings if nothing says it", async () => {
    const { run } = await judgedFile(OPEN_ORDER);
    expect(run.stderr).toMatch(
      /two ways: "01\/06\/2026 16:00" on line 2 is 1 June 2026 with --dates day-first, and 6 January 2026 with --dates month-first/,
    );
    expect(run.stdout).toBe("");
    expect(run.code).toBe(2);
  });

  it("is what --dates says", async () => {
    // 1 h and 6 h of 10.
    const { verdicts } = await judgedFile(OPEN_ORDER, ["--dates", "day-first"]);
    expect(verdicts).toEqual({ "T-1": "met 70 %" });
    // Tuesday 6 January 16:00 to Friday 6 February 15:00: 1 h, 22 days of 8 h and 6 h.
    const american = await judgedFile(OPEN_ORDER, ["--dates", "month-first"]);
    expect(american.verdicts).toEqual({ "T-1": "breached 1830 %" });
  });

  it("is that of any date with a number above 12, in any column", async () => {
    const log = lines(HEAD, "T-1,01/06/2026 16:00,02/06/2026 15:00,2", "T-2,03/06/2026 09:00,,1");
    const dayFirst = await judgedFile(`${log}T-3,01/05/2026 09:00,13/05/2026 09:00,2\n`);
    expect(dayFirst.verdicts["T-1"]).toBe("met 70 %");
    const monthFirst = await judgedFile(`${log}T-3,05/01/2026 09:00,05/13/2026 09:00,2\n`);
    expect(monthFirst.verdicts["T-1"]).toBe("breached 1830 %");
  });

  it("does not matter if day and month are the same number", async () => {
    const { verdicts } = await judgedFile(lines(HEAD, "T-1,05/05/2026 09:00,05/05/2026 12:00,1"));
    expect(verdicts).toEqual({ "T-1": "met 75 %" });
  });

  it("cannot be both, and cannot contradict the dates", async () => {
    const both = await judgedFile(lines(HEAD, "T-1,13/06/2026 16:00,06/14/2026 15:00,2"));
    expect(both.run.stderr).toContain("its dates contradict each other");
    expect(both.run.code).toBe(2);
    const proven = lines(HEAD, "T-1,13/06/2026 16:00,,2");
    const against = await judgedFile(proven, ["--dates", "month-first"]);
    expect(against.run.stderr).toContain('"13/06/2026 16:00" on line 2 can only be day-first');
    expect(against.run.code).toBe(2);
  });
});

/** Runs a command at a terminal at which a person gives some answers. */
async function asked(
  run: typeof runBreaches,
  args: readonly string[],
  ...answers: readonly string[]
) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const questions: string[] = [];
  const code = await run(args, {
    ...{ stdin: Readable.from([]), stdout, stderr },
    nowMs: Date.parse("2026-06-05T12:00Z"),
    ask: async (question) => {
      questions.push(question);
      return answers[questions.length - 1] ?? "";
    },
  });
  const text = (stream: PassThrough) => String(stream.read() ?? "");
  return { code, questions, stdout: text(stdout), stderr: text(stderr) };
}

describe("at a terminal", () => {
  const args = [file("open-order.csv", OPEN_ORDER), "--policy", POLICY, "--format", "json"];

  it.each(["1", "day-first"])("the order is asked, and %s is an answer", async (answer) => {
    const { questions, stdout } = await asked(runBreaches, args, answer);
    expect(questions).toEqual([
      '"01/06/2026 16:00" on line 2: is that 1) 1 June 2026 or 2) 6 January 2026? ',
    ]);
    expect(JSON.parse(stdout).rows[0]).toMatchObject({ ticket: "T-1", usedPercent: 70 });
  });

  it.each(["", "perhaps", "3"])("%j is an invalid answer, and an error", async (answer) => {
    const { code, stderr, stdout } = await asked(runBreaches, args, answer);
    expect(stdout).toBe("");
    expect(stderr).toContain("--dates day-first");
    expect(code).toBe(2);
  });

  it("the zone is asked before a mapping is saved without one", async () => {
    const path = file("no-zone.csv", lines(HEAD, "T-1,2026-06-01 09:00,2026-06-01 12:00,1"));
    const out = file("no-zone.json", "");
    const { questions } = await asked(runRead, [path, "--save", out], "Europe/Paris");
    expect(questions).toHaveLength(1);
    expect(JSON.parse(readFileSync(out, "utf8")).at).toEqual({ zone: "Europe/Paris" });
  });

  it("an unknown state is asked about, and may stay unknown", async () => {
    const path = file(
      "parked.csv",
      lines(
        "Ticket,Changed at,Status,Priority",
        // Parked from 10:00 to 12:00 on Monday: 1 h and 2 h of 4.
        "T-1,2026-06-01T09:00+01:00,New,1",
        "T-1,2026-06-01T10:00+01:00,Parked,1",
        "T-1,2026-06-01T12:00+01:00,In Progress,1",
        "T-1,2026-06-01T14:00+01:00,Done,1",
      ),
    );
    const args = [path, "--policy", POLICY, "--format", "json"];
    const { questions, stdout, code } = await asked(runBreaches, args, "pauses");
    expect(questions).toEqual([
      '"Parked" (1 row) is not a state of the policy. What does it do? 1) runs 2) responds 3) pauses 4) stops 5) cancels 6) ignore ',
    ]);
    expect(JSON.parse(stdout).rows).toMatchObject([{ status: "met", usedPercent: 75 }]);
    expect(code).toBe(0);
    const said = await breaches([...args, "--state", "Parked=pauses"]);
    expect(JSON.parse(said.stdout).rows).toMatchObject([{ status: "met", usedPercent: 75 }]);
    const unknown = await asked(runBreaches, args, "");
    expect(unknown.stderr).toMatch(/^Verdicts may be wrong: 1 of 4 rows/);
    expect(unknown.code).toBe(1);
    const wrong = await breaches([...args, "--state", "Parked=sleeps"]);
    expect(wrong.stderr).toContain("Give a state and what it does");
    expect(wrong.code).toBe(2);
  });

  it("a choice among several rows of a ticket is asked for", async () => {
    const log = lines(
      "task,sla,stage,start_time,end_time,task.priority",
      "INC1,Response,Completed,2026-06-01T09:00+01:00,2026-06-01T09:10+01:00,1",
      "INC1,Fix,Completed,2026-06-01T09:00+01:00,2026-06-01T12:00+01:00,1",
    );
    const path = file("task-sla.csv", log);
    const plain = await breaches([path, "--policy", POLICY]);
    expect(plain.stderr).toContain('--rows "sla=Response" or --rows "sla=Fix"');
    expect(plain.code).toBe(2);
    const { questions, stdout } = await asked(
      runBreaches,
      [path, "--policy", POLICY, "--format", "json"],
      "2",
    );
    expect(questions[0]).toContain('2) "Fix"');
    expect(JSON.parse(stdout).rows).toMatchObject([{ ticket: "INC1", usedPercent: 75 }]);
    const chosen = await breaches([path, "--policy", POLICY, "--rows", "sla=Fix"]);
    expect(chosen.stderr).toContain("1 row left alone, which the mapping does not ask for, by sla");
  });
});

describe("core-hours read", () => {
  const LIST = lines(
    "Open incidents of the desk,,,,,",
    ",,,,,",
    "Number,Priority,State,Opened,Resolved,Reason",
    "INC1,1 - Critical,Resolved,01-06-2026 09:00:00,01-06-2026 12:00:00,x",
    "INC2,7 - Odd,Parked,31-05-2026 09:00:00,,y",
    "Total: 2,,,,,",
  );

  it("says in words what a file was taken for", async () => {
    const { stdout, stderr, code } = await command(
      ...["read", file("list.csv", LIST), "--zone", "Europe/London", "--policy", POLICY],
    );
    expect(stdout).toBe(
      lines(
        "file",
        "  taken for a ServiceNow incident list (--as servicenow-incidents)",
        "  read as UTF-8, cells separated by commas",
        "  header on line 3, under 2 without a meaning; rows below it: 3",
        "columns",
        "  Number    the ticket",
        "  Opened    when it was opened",
        "  Resolved  when it was resolved",
        "  State     the state it is in now",
        "  Priority  the severity",
        "  not used: Reason",
        "dates",
        "  written dd-MM-yyyy HH:mm:ss; in Europe/London, as --zone says",
        "  01-06-2026 09:00:00  is Monday 1 June 2026 09:00 BST",
        "  31-05-2026 09:00:00  is Sunday 31 May 2026 09:00 BST",
        "  01-06-2026 12:00:00  is Monday 1 June 2026 12:00 BST",
        "states",
        "  Opened       the clock runs (New)",
        "  Resolved     the clock stops (Resolved)",
        "  Resolved  1  the clock stops (Resolved)",
        "  Parked    1  not known: its rows are not used (a mapping can say what it does)",
        "severities",
        "  1 - Critical  1  severity 1",
        "  7 - Odd       1  not known: its rows are not used",
        "rows",
        "  3 rows of 1 ticket",
        "  1 row used",
        "  1 row left alone, which are totals or notes below the table",
        "  1 row not used, for the reasons below",
      ),
    );
    expect(stderr).toContain('"Parked" is not a state of the policy');
    expect(code).toBe(1);
  });

  it("shows dates without a known zone in UTC, and says so", async () => {
    const { stdout } = await command("read", file("list.csv", LIST));
    expect(stdout).toContain("in UTC, since nothing says the zone");
    expect(stdout).toContain("Monday 1 June 2026 09:00 UTC");
  });

  it("saves a mapping that gives the same verdicts without a question", async () => {
    const path = file("open-order.csv", OPEN_ORDER);
    const saved = file("saved.json", "");
    const zone = ["--zone", "Europe/London", "--dates", "day-first"];
    const { stdout, code } = await command("read", path, ...zone, "--save", saved);
    expect(stdout).toContain(`wrote ${saved}`);
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(saved, "utf8"))).toMatchObject({ version: 1, ticket: "Ticket" });
    const asOf = ["--policy", POLICY, "--as-of", "2026-06-05T12:00Z", "--format", "json"];
    const judged = await breaches([path, ...asOf, "--mapping", saved]);
    expect(judged.stderr).toBe("");
    expect(JSON.parse(judged.stdout).rows).toMatchObject([{ ticket: "T-1", usedPercent: 70 }]);
  });

  it("never saves over the file it reads", async () => {
    const path = file("kept.csv", OPEN_ORDER);
    const { stderr, code } = await command("read", path, "--save", path);
    expect(stderr).toContain("would overwrite it");
    expect(readFileSync(path, "utf8")).toBe(OPEN_ORDER);
    expect(code).toBe(2);
  });

  it("says so if no column is known", async () => {
    const { stderr, code } = await command("read", file("odd.csv", "colour,shape\nred,round\n"));
    expect(stderr).toContain("none of its first rows has columns with known names");
    expect(code).toBe(2);
  });
});
