import { Readable, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { run } from "../../../src/cli/breaches/run";
import { file } from "../../cli/run-breaches";
import { DESK, judgedBy, lines } from "../small-desk";
import { judgedFile } from "./judged-file";

/*
 * A ticket of severity 2 from Friday 29 May 09:00 to Monday 1 June 11:00: 8 h and 2 h, all of its 10 h.
 * Two and a half hours on hold leave 7.5 h.
 */
const HEAD = "Ticket,Priority,Opened,Resolved,Status";
const ROW = "T-1,2,2026-05-29 09:00,2026-06-01 11:00,Resolved";
const log = (name: string, cell: string) => lines(`${HEAD},${name}`, `${ROW},"${cell}"`);
const judged = (name: string, cell: string, ...args: readonly string[]) =>
  judgedFile(log(name, cell), args);

describe("a column whose name says that it is time on hold", () => {
  it.each([
    ["On hold", "02:30:00"],
    ["On hold", "02:30"],
    ["On hold", "PT2H30M"],
    ["On hold", "2 Hours 30 Minutes"],
    ["Time on hold", "1970-01-01 02:30:00"],
    ["time_on_hold", "2h 30m"],
    ["Hold time (minutes)", "150"],
    ["Paused (h)", "2.5"],
    ["Pending time", "02:30:00"],
    ["Waiting time", "2:30"],
    ["SLA hold duration", "2:30:00"],
    ["Suspended (hours)", "2,5"],
    ["On hold hours", "02:30:00"],
  ])("is counted as paused, however it is written: %s, %s", async (name, cell) => {
    const { run: judging, verdicts } = await judged(name, cell);
    expect(verdicts).toEqual({ "T-1": "met 75 %" });
    expect(judging.code).toBe(0);
  });

  it.each([
    ["On hold", "9000"],
    ["hold_duration", "2.5"],
    ["On hold days", "1"],
    ["Time paused ms", "9000000"],
  ])("is asked about if nothing says what its numbers count: %s, %s", async (name, cell) => {
    const { run: judging } = await judged(name, cell);
    expect(judging.stderr).toContain(`"${name}" may be time on hold`);
    expect(judging.stderr).toContain("--hold hours");
    expect(judging.code).toBe(2);
    expect(judging.stdout).toBe("");
  });

  it("is what --hold says, or what is answered", async () => {
    const seconds = await judged("On hold", "9000", "--hold", "seconds");
    expect(seconds.verdicts).toEqual({ "T-1": "met 75 %" });
    const ignored = await judged("On hold", "9000", "--hold", "ignore");
    expect(ignored.verdicts).toEqual({ "T-1": "met 100 %" });
    const typed = await answered(log("On hold", "150"), "minutes");
    expect(typed.questions[0]).toContain('"On hold" may be time on hold ("150")');
    expect(JSON.parse(typed.stdout).rows[0]).toMatchObject({ usedPercent: 75 });
  });

  it.each([
    ["On hold reason", "Awaiting caller"],
    ["On hold", "No"],
    ["Pending since", "2026-05-29 10:00"],
    ["On hold count", "3"],
    ["Waiting on", "Jo Bloggs"],
    ["On hold", ""],
    ["On hold", "0"],
  ])("is not taken for a length of time: %s, %s", async (name, cell) => {
    const { run: judging, verdicts } = await judged(name, cell);
    expect(verdicts).toEqual({ "T-1": "met 100 %" });
    expect(judging.code).toBe(0);
  });

  it("has days of 24 hours, which is said", async () => {
    // 10 h from Friday to Monday; the hold of a day and two hours is longer than that.
    const { notes, verdicts } = await judged("Time on hold", "1 Day 2 Hours");
    expect(verdicts).toEqual({ "T-1": "met 0 % !" });
    expect(notes).toContain('a day of time on hold is read as 24 hours, as in "1 Day 2 Hours"');
  });

  /*
   * Monday 1 June 16:00 to Tuesday 11:00, with 17 hours on hold. On the wall clock they end on Tuesday at 09:00,
   * if they begin with the ticket: 2 h of 4 are left.
   */
  it.each([
    [
      "Zendesk's",
      "Ticket ID,Ticket status,Ticket priority,Ticket created - Timestamp,Ticket solved - Timestamp,On-hold time (hrs)",
      "T-1,Solved,Urgent,2026-06-01T16:00:00,2026-06-02T11:00:00,17.0",
    ],
    [
      "task_sla's",
      "Task,Stage,SLA definition,Start time,Stop time,Priority,Pause duration",
      "T-1,Completed,P1,2026-06-01 16:00:00,2026-06-02 11:00:00,1,17 Hours",
    ],
    [
      "that says so",
      "Ticket,Priority,Opened,Resolved,On hold (calendar hours)",
      "T-1,1,2026-06-01 16:00,2026-06-02 11:00,17",
    ],
  ])("is measured on the wall clock if it is %s", async (_, header, row) => {
    const { notes, verdicts } = await judgedFile(lines(header, row));
    expect(verdicts).toEqual({ "T-1": "met 50 %" });
    expect(notes.join("\n")).toContain("on the wall clock is known");
  });

  it("is measured on the calendar if its name says business hours", async () => {
    const header =
      "Task,Stage,SLA definition,Start time,Stop time,Priority,Business pause duration";
    const row = "T-1,Completed,P1,2026-06-01 16:00:00,2026-06-02 11:00:00,1,1 Hour";
    // 1 h on Monday and 2 h on Tuesday, without one: 2 h of 4.
    const { notes, verdicts } = await judgedFile(lines(header, row));
    expect(verdicts).toEqual({ "T-1": "met 50 %" });
    expect(notes.join("\n")).not.toContain("wall clock");
  });

  it("is the only one that is counted, and the others are named", async () => {
    const both = lines(`${HEAD},On hold hours,Paused`, `${ROW},2.5,09:00:00`);
    const { notes, verdicts } = await judgedFile(both);
    expect(verdicts).toEqual({ "T-1": "met 75 %" });
    expect(notes.join("\n")).toContain(
      '"Paused" not counted as time on hold, since "On hold hours"',
    );
  });
});

describe("a mapping without time on hold", () => {
  const map = {
    ticket: "Ticket",
    at: { zone: "Europe/London" },
    severity: { column: "Priority" },
    moments: [
      { column: "Opened", state: "New" },
      { column: "Resolved", state: "Resolved" },
    ],
  };

  it("is reported with a column that may be one", async () => {
    const { notes, verdicts } = await judgedBy(map, log("On hold", "9000"));
    expect(verdicts).toEqual({ "T-1": "met 100 %" });
    expect(notes.join("\n")).toContain('"On hold" may be time on hold, and is not counted');
  });

  it("may say that there is none", async () => {
    const { notes } = await judgedBy({ ...map, onHold: null }, log("On hold hours", "2.5"));
    expect(notes).toEqual([]);
  });
});

/** Judges a file at a terminal at which a person gives one answer. */
async function answered(content: string, answer: string) {
  const questions: string[] = [];
  const written: string[] = [];
  const sink = () => {
    return new Writable({
      write: (chunk, _encoding, done) => {
        written.push(String(chunk));
        done();
      },
    });
  };
  const stdout = sink();
  const stderr = new Writable({ write: (_chunk, _encoding, done) => done() });
  const path = file("hold-asked.csv", content);
  const policy = file("hold-desk.json", JSON.stringify(DESK));
  await run([path, "--policy", policy, "--format", "json", "--as-of", "2026-06-05T12:00Z"], {
    ...{ stdin: Readable.from([]), stdout, stderr, nowMs: Date.parse("2026-06-05T12:00Z") },
    ask: async (question) => {
      questions.push(question);
      return answer;
    },
  });
  return { questions, stdout: written.join("") };
}
