import { describe, expect, it } from "vitest";
import { judgedBy, lines } from "./small-desk";

const at = { formats: ["dd/MM/yyyy HH:mm"], zone: "Europe/London" };
const HEAD = "Number,Priority,State,Opened,Resolved,Closed";
const MAP = {
  ticket: "Number",
  at,
  moments: [
    { column: "Opened", state: "New" },
    { column: "Resolved", state: "Resolved" },
    { column: "Closed", state: "Closed" },
  ],
  state: { column: "State", values: { "In Progress": "Working", Cancelled: "Void" } },
  severity: { column: "Priority", values: { P1: "1", P2: "2" } },
};

describe("a row for each ticket", () => {
  it("is stopped if it is resolved, and open if it is not", async () => {
    const { verdicts, summary, run } = await judgedBy(
      MAP,
      lines(
        HEAD,
        // Monday 09:00 to 12:00, 3 h of 4; closed later, which changes nothing.
        "T-1,P1,Closed,01/06/2026 09:00,01/06/2026 12:00,04/06/2026 12:00",
        // Monday 16:00 to Tuesday 15:00, 1 h and 6 h of 10.
        "T-2,P2,Resolved,01/06/2026 16:00,02/06/2026 15:00,",
        // From Thursday 09:00 to Friday 13:00: 8 h and 4 h of 4, and still open.
        "T-3,P1,In Progress,04/06/2026 09:00,,",
        // From Friday 12:00: 1 h of 10.
        "T-4,P2,New,05/06/2026 12:00,,",
        "T-5,P2,Cancelled,01/06/2026 09:00,,",
      ),
    );
    expect(verdicts).toEqual({
      "T-1": "met 75 %",
      "T-2": "met 70 %",
      "T-3": "breached 300 %",
      "T-4": "running 10 %",
      "T-5": "cancelled 0 %",
    });
    expect(summary).toMatchObject({ rows: 5, rowsUsed: 5, tickets: 5 });
    expect(run).toMatchObject({ code: 0, stderr: "" });
  });

  it.each([
    ["resolved, without its instant", "T-1,P1,Resolved,01/06/2026 09:00,,", "unknown-when"],
    [
      "open again, though resolved",
      "T-1,P1,In Progress,01/06/2026 09:00,01/06/2026 10:00,",
      "unknown-when",
    ],
    [
      "on hold again, though resolved",
      "T-1,P1,On Hold,01/06/2026 09:00,01/06/2026 10:00,",
      "unknown-when",
    ],
    ["never opened", "T-1,P1,Closed,,01/06/2026 10:00,", "no-instant"],
    ["opened at no instant", "T-1,P1,New,yesterday,,", "no-instant"],
    ["in an unknown state", "T-1,P1,Lost,01/06/2026 09:00,,", "unknown-state"],
    ["of an unknown severity", "T-1,P7,New,01/06/2026 09:00,,", "unknown-severity"],
  ])("is refused if the ticket is %s", async (_, row, kind) => {
    const good = "T-2,P2,Resolved,01/06/2026 16:00,02/06/2026 15:00,";
    const { verdicts, problems, run } = await judgedBy(MAP, lines(HEAD, row, good));
    expect(verdicts).toEqual({ "T-2": "met 70 %" });
    expect(problems).toMatchObject([{ kind, line: 2 }]);
    expect(run.code).toBe(1);
  });

  it("is paused, and in doubt, if it has been on hold since an unknown instant", async () => {
    const { verdicts, problems } = await judgedBy(
      MAP,
      lines(HEAD, "T-1,P2,On Hold,05/06/2026 12:00,,"),
    );
    expect(verdicts).toEqual({ "T-1": "paused 10 % !" });
    expect(problems).toMatchObject([{ kind: "paused-since-unknown", ticket: "T-1" }]);
  });

  it("ignores a state that comes after the instant of the report", async () => {
    const log = lines(HEAD, "T-1,P1,Resolved,01/06/2026 09:00,01/06/2026 12:00,");
    const { verdicts } = await judgedBy(MAP, log, { asOf: "2026-06-01T10:00Z" });
    expect(verdicts).toEqual({ "T-1": "running 50 %" });
    // Withdrawn since, at an instant that the row does not give.
    const withdrawn = lines(HEAD, "T-1,P1,Cancelled,01/06/2026 09:00,01/06/2026 12:00,");
    const before = await judgedBy(MAP, withdrawn, { asOf: "2026-06-01T10:00Z" });
    expect(before.verdicts).toEqual({ "T-1": "running 50 %" });
    // On hold after it was resolved: since when, the row does not say, and then it was running.
    const held = lines(HEAD, "T-1,P1,On Hold,01/06/2026 09:00,01/06/2026 12:00,");
    const meanwhile = await judgedBy(MAP, held, { asOf: "2026-06-01T10:00Z" });
    expect(meanwhile.verdicts).toEqual({ "T-1": "running 50 %" });
    expect(meanwhile.problems).toEqual([]);
  });

  it("is unique: a second row of a ticket is refused", async () => {
    const log = lines(
      HEAD,
      "T-1,P1,Resolved,01/06/2026 09:00,01/06/2026 12:00,",
      "T-1,P1,Resolved,01/06/2026 09:00,01/06/2026 13:00,",
    );
    const { verdicts, problems } = await judgedBy(MAP, log);
    expect(verdicts).toEqual({ "T-1": "met 75 % !" });
    expect(problems).toMatchObject([{ kind: "second-row", line: 3 }]);
  });
});

describe("a row for each ticket, read as its last event with an opening", () => {
  const map = {
    ticket: "Number",
    at: { ...at, column: "Resolved" },
    opened: { column: "Opened", state: "New" },
    state: MAP.state,
    severity: MAP.severity,
  };

  it("is open if the instant of the event is missing", async () => {
    const { verdicts, problems } = await judgedBy(
      map,
      lines(
        HEAD,
        "T-1,P1,Closed,01/06/2026 09:00,01/06/2026 12:00,",
        "T-3,P1,In Progress,04/06/2026 09:00,,",
        "T-5,P2,Cancelled,01/06/2026 09:00,,",
        "T-6,P2,On Hold,05/06/2026 12:00,,",
        "T-7,P2,Closed,05/06/2026 12:00,,",
      ),
    );
    expect(verdicts).toEqual({
      "T-1": "met 75 %",
      "T-3": "breached 300 %",
      "T-5": "cancelled 0 %",
      "T-6": "paused 10 % !",
    });
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([
      ["paused-since-unknown", 5],
      ["unknown-when", 6],
    ]);
  });

  it("is one event of several if the ticket has other rows, and cannot lack its instant", async () => {
    const { verdicts, problems } = await judgedBy(
      map,
      lines(
        HEAD,
        "T-1,P1,New,01/06/2026 09:00,01/06/2026 09:00,",
        "T-1,P1,Closed,01/06/2026 09:00,,",
      ),
    );
    expect(verdicts).toEqual({ "T-1": "breached 900 % !" });
    expect(problems).toMatchObject([{ kind: "no-instant", line: 3 }]);
  });
});

describe("time on hold of which only the length is known", () => {
  const HEAD_HELD = `${HEAD},Waited`;
  const held = (written: string, measured = "calendar") => ({
    ...MAP,
    onHold: { column: "Waited", written, state: "On Hold", measured },
  });
  /** Monday 09:00 to Tuesday 13:00: 8 h and 4 h on the calendar, 28 h on the wall clock. */
  const row = (waited: string, state = "Resolved") =>
    `T-1,P2,${state},01/06/2026 09:00,02/06/2026 13:00,,${waited}`;

  it.each([
    ["hours", "2.5"],
    ["hours", '"2,5"'],
    ["minutes", "150"],
    ["seconds", "9000"],
    ["hh:mm:ss", "02:30:00"],
    ["hh:mm", "2:30"],
    ["iso", "PT2H30M"],
  ])("counts as paused, in %s: %s", async (written, text) => {
    // 12 h without 2.5 h, of 10.
    const { verdicts, run } = await judgedBy(held(written), lines(HEAD_HELD, row(text)));
    expect(verdicts).toEqual({ "T-1": "met 95 %" });
    expect(run.stderr).toContain("1 ticket with time on hold of which only the length is known");
    expect(run.code).toBe(0);
  });

  it.each([
    ["hours", "two"],
    ["hours", "1:30"],
    ["hours", "-1"],
    ["hours", '"1,000"'],
    ["hh:mm:ss", "1:75:00"],
    ["hh:mm:ss", "02:30"],
    ["iso", "P1D"],
    ["iso", "PT-1H"],
  ])("is refused if it is not a length in %s: %s", async (written, text) => {
    const { problems, run } = await judgedBy(
      held(written),
      lines(HEAD_HELD, row(text), "T-2,P2,New,05/06/2026 12:00,,,"),
    );
    expect(problems).toMatchObject([{ kind: "bad-length", line: 2, column: "Waited" }]);
    expect(run.code).toBe(1);
  });

  it("lies before now in a ticket that is on hold now", async () => {
    // From Friday 09:00: 4 h without 1 h, of 10.
    const log = lines(HEAD_HELD, "T-1,P2,On Hold,05/06/2026 09:00,,,1");
    expect((await judgedBy(held("hours"), log)).verdicts).toEqual({ "T-1": "paused 30 %" });
  });

  it("of a ticket that is on hold and breached is in doubt, since the file may be older", async () => {
    // Monday to Thursday 8 h each, and 4 h: 36 h without 1 h, of 10.
    const log = lines(HEAD_HELD, "T-1,P2,On Hold,01/06/2026 09:00,,,1");
    const { verdicts, problems } = await judgedBy(held("hours"), log);
    expect(verdicts).toEqual({ "T-1": "breached 350 % !" });
    expect(problems).toMatchObject([{ kind: "hold-may-decide" }]);
  });

  it("that is longer than the ticket's life on the calendar is in doubt", async () => {
    const { verdicts, problems } = await judgedBy(held("hours"), lines(HEAD_HELD, row("20")));
    expect(verdicts).toEqual({ "T-1": "met 0 % !" });
    expect(problems).toMatchObject([{ kind: "paused-beyond-its-life" }]);
  });

  it("on the wall clock is in doubt if it decides: 12 h worked, 16 h not, 10 allowed", async () => {
    // 4 h on hold leave 8 h to 12 h. 20 h leave 0 h to 8 h, and 1 h leaves 11 h to 12 h.
    const judged = async (hours: string) =>
      (await judgedBy(held("hours", "wall"), lines(HEAD_HELD, row(hours)))).problems.map(
        ({ kind }) => kind,
      );
    expect(await judged("4")).toEqual(["hold-may-decide"]);
    expect(await judged("20")).toEqual([]);
    expect(await judged("1")).toEqual([]);
  });

  it("is recognised by the name of its column, and said", async () => {
    const log = lines(`${HEAD},On hold (hh:mm:ss),On hold hours`, `${row("02:30:00")},2.5`);
    const { verdicts, notes } = await judgedBy(MAP, log);
    expect(verdicts).toEqual({ "T-1": "met 95 %" });
    expect(notes[0]).toContain('"On hold (hh:mm:ss)" is taken for time on hold');
  });

  it("needs a state that pauses", async () => {
    const map = { ...held("hours"), onHold: { ...held("hours").onHold, state: "New" } };
    const { run } = await judgedBy(map, lines(HEAD_HELD, row("1")));
    expect(run.stderr).toContain('"New" is not a state that pauses');
    expect(run.code).toBe(2);
  });
});

describe("a mapping", () => {
  it.each([
    ["moments beside a column of instants", { ...MAP, at: { ...at, column: "Opened" } }],
    ["moments beside an opening", { ...MAP, opened: { column: "Opened", state: "New" } }],
    ["moments beside fields", { ...MAP, field: { column: "f", state: "s" } }],
    ["neither moments nor a column of instants", { ...MAP, moments: undefined }],
    ["a zone that is missing", { ...MAP, at: { formats: ["dd/MM/yyyy HH:mm"] } }],
    ["an unknown key", { ...MAP, moment: [] }],
    ["a format that lacks its hour", { ...MAP, at: { ...at, formats: ["dd/MM/yyyy"] } }],
  ])("cannot have %s", async (_, map) => {
    const { run } = await judgedBy(map, lines(HEAD));
    expect(run.stderr).toMatch(/^breaches: .*log\.columns\.json: /);
    expect(run.code).toBe(2);
  });

  it("must name states of the policy for its moments", async () => {
    const map = { ...MAP, moments: [{ column: "Opened", state: "Born" }] };
    const { run } = await judgedBy(map, lines(HEAD, "T-1,P1,New,01/06/2026 09:00,,"));
    expect(run.stderr).toContain('the mapping has the state "Born" for it');
  });
});
