import { describe, expect, it } from "vitest";
import { breaches, log } from "../cli/run-breaches";
import { judgedBy, lines } from "./small-desk";

const MAP = {
  ticket: "ticket",
  at: { column: "at" },
  state: { column: "state" },
  severity: { column: "severity" },
};
const HEAD = "ticket,at,state,severity";
const judged = async (...rows: readonly string[]) => judgedBy(MAP, lines(HEAD, ...rows));
const kinds = (problems: readonly { kind: string; line: number }[]) =>
  problems.map(({ kind, line }) => [kind, line]);

describe("a log with doubtful rows", () => {
  it("reports a ticket that ends before it begins, or that nothing begins", async () => {
    const { verdicts, problems, run, warning } = await judged(
      "T-1,2026-06-01T08:00Z,New,1",
      "T-1,2026-05-29T08:00Z,Resolved,",
      "T-2,2026-06-01T08:00Z,Void,1",
      // Begun and ended in one instant, in either order of the rows.
      "T-3,2026-06-01T08:00Z,Resolved,1",
      "T-3,2026-06-01T08:00Z,New,1",
    );
    expect(kinds(problems)).toEqual([
      ["ends-before-it-starts", 2],
      ["ends-before-it-starts", 4],
    ]);
    expect(verdicts["T-1"]).toMatch(/^breached .* !$/);
    expect(warning).toBe("Verdicts may be wrong: 2 tickets are in doubt.");
    expect(run.stderr.split("\n")[0]).toBe(warning);
    expect(run.code).toBe(1);
  });

  it("reports two spellings that may be one ticket", async () => {
    const { problems, verdicts } = await judged(
      ...["T-1", "t-1", "T - 1", "T–1", "Ｔ-1", "T\u200b-1", "T-2"].map(
        (ticket) => `${ticket},2026-06-05T11:00Z,New,1`,
      ),
    );
    expect(kinds(problems)).toEqual([3, 4, 5, 6, 7].map((line) => ["spelled-alike", line]));
    expect(verdicts["T-1"]).toBe("running 25 % !");
    expect(verdicts["T-2"]).toBe("running 25 %");
  });

  it("does not take names for alike that only share a 32-bit FNV-1a hash", async () => {
    // The best known pair of English words with one hash, 0x5e4daa9d.
    const { problems } = await judged(
      ...["costarring", "liquid"].map((ticket) => `${ticket},2026-06-05T11:00Z,New,1`),
    );
    expect(problems).toEqual([]);
  });

  it("reports a date in an impossible year", async () => {
    const { problems } = await judged(
      "T-1,2062-06-01T08:00Z,New,1",
      "T-2,1926-06-01T08:00Z,New,1",
      "T-3,2026-06-01T08:00Z,New,1",
    );
    expect(kinds(problems)).toEqual([
      ["impossible-date", 2],
      ["impossible-date", 3],
    ]);
  });

  it("reports a re-opening after the service's window: NHSmail's is 72 hours", async () => {
    const row = (ticket: string, reopened: string) => [
      `${ticket},nhsmail,2026-11-02T09:00Z,new,`,
      `${ticket},nhsmail,2026-11-03T09:00Z,resolved,`,
      `${ticket},nhsmail,2026-11-06T09:00Z,closed,`,
      `${ticket},nhsmail,${reopened},reopened,`,
    ];
    const rows = [...row("T-1", "2026-11-06T09:00:00Z"), ...row("T-2", "2026-11-06T09:00:01Z")];
    const { stderr, code } = await breaches([
      log("reopened.csv", ...rows),
      ...["--as-of", "2026-11-30T09:00Z"],
    ]);
    expect(stderr).toMatch(/:6: ticket T-2: it was re-opened on Fri 6 Nov 2026 09:00:01 GMT; /);
    expect(stderr).toContain("was possible until Fri 6 Nov 2026 09:00 GMT");
    expect(stderr).not.toContain("T-1");
    expect(code).toBe(1);
  });
});

describe("events after the instant of the report", () => {
  it("are counted, and change neither verdicts nor the exit code", async () => {
    const { run, verdicts, summary, notes } = await judged(
      "T-1,2026-06-05T11:00Z,New,1",
      "T-1,2026-06-05T13:00Z,Resolved,",
      "T-2,2026-06-08T11:00Z,New,1",
    );
    expect(verdicts).toEqual({ "T-1": "running 25 %", "T-2": "pending 0 %" });
    expect(summary).toMatchObject({ rows: 3, rowsUsed: 3, eventsAfterAsOf: 2 });
    expect(notes).toEqual(["2 events of 2 tickets after Fri 5 Jun 2026 13:00 BST, not looked at"]);
    expect(run.code).toBe(0);
  });
});

describe("each row of a file", () => {
  it("is in exactly one count", async () => {
    const map = { ...MAP, state: { column: "state", values: { Note: "" } } };
    const { summary } = await judgedBy(
      map,
      lines(
        HEAD,
        "T-1,2026-06-05T11:00Z,New,1",
        "T-1,2026-06-05T11:10Z,Note,",
        "T-1,never,Resolved,9",
        "T-2,2026-06-05T11:10Z,New",
        ',2026-06-05T11:10Z,"New,1',
        "",
        ",,,",
        "T-3,2026-06-05T11:10Z,New,2",
      ),
    );
    expect(summary).toMatchObject({ rows: 6, rowsUsed: 2, malformedRows: 3, rowsLeftAlone: 1 });
  });
});
