import { describe, expect, it } from "vitest";
import { breaches, file } from "../../cli/run-breaches";

/** Mon-Fri 09:00-17:00 in London, but bank holidays; 4 hours for severity 1 and 10 for 2. */
const DESK = {
  id: "desk",
  calendars: {
    core: {
      timeZone: "Europe/London",
      hours: { weekdays: ["09:00-17:00"] },
      bankHolidays: "england-and-wales",
    },
  },
  severities: ["1", "2"],
  targets: {
    fix: {
      title: "Fix",
      allowance: { "1": { hours: 4, calendar: "core" }, "2": { hours: 10, calendar: "core" } },
      runs: ["new", "working"],
      pauses: ["waiting"],
      stops: ["done", "closed"],
    },
  },
};

interface JsonDifference {
  readonly ticket: string;
  readonly about: string;
  readonly breached: boolean;
  readonly theirsBreached: boolean | null;
  readonly cause: {
    readonly says: string;
    readonly turnsOn: string | null;
    readonly isExact: boolean;
    readonly orElse: readonly string[];
  } | null;
}

interface JsonAgainst {
  readonly counts: Readonly<Record<string, number>>;
  readonly differences: readonly JsonDifference[];
  readonly causes: readonly { readonly says: string; readonly tickets: number }[];
  readonly unexplained: number;
  readonly unread: string | null;
}

async function against(rows: readonly string[], claims = "auto"): Promise<JsonAgainst> {
  const run = await breaches([
    file("claims.csv", `${rows.join("\n")}\n`),
    ...["--policy", file("claims-desk.json", JSON.stringify(DESK))],
    ...[
      "--as-of",
      "2027-01-05T12:00:00Z",
      "--claims",
      claims,
      "--dates",
      "day-first",
      "--format",
      "json",
    ],
  ]);
  if (run.stdout === "") throw new Error(run.stderr);
  return JSON.parse(run.stdout).against;
}

const HEAD = "Ref,Priority,Logged,Fixed,SLA met,SLA due,Time used (hours)";

/** The only difference of a list of tickets. */
async function difference(...rows: readonly string[]): Promise<JsonDifference> {
  const { differences } = await against([HEAD, ...rows]);
  const [only, other] = differences;
  if (!only || other) throw new Error(`${differences.length} differences`);
  return only;
}

describe("the reading that gives exactly the tool's figure", () => {
  it("is bank holidays counted as working days", async () => {
    // Thu 24 Dec 15:00 to Tue 29 Dec 10:00. The desk: 2 h and 1 h, since Friday is Christmas and Monday the day in
    // lieu of Boxing Day; due Tue 11:00. The tool: 2 h + 8 h + 8 h + 1 h = 19 h, due Fri 25 Dec 11:00.
    const { cause, ...rest } = await difference(
      "T,1,24/12/2026 15:00,29/12/2026 10:00,No,25/12/2026 11:00,19",
    );
    expect(rest).toMatchObject({ about: "verdict", breached: false, theirsBreached: true });
    expect(cause).toMatchObject({
      says: "it counts bank holidays as working days",
      turnsOn: "Fri 25 Dec 2026 (Christmas Day), Mon 28 Dec 2026 (Boxing Day)",
      isExact: true,
    });
  });

  it("is the clock change that a fixed offset leaves out", async () => {
    // The clocks went back on Sun 25 Oct 2026. From Fri 23 Oct 16:00 BST, severity 2. The desk: 1 h, 8 h on Monday, 1 h
    // on Tuesday; due Tue 27 Oct 10:00 GMT. A tool at UTC+1 closes at 16:00 GMT: 1 h, 8 h, and due Tue 09:00 GMT.
    // Fixed at 09:30: 9.5 h here, and there 1 + 8 + 1.5 = 10.5 h.
    const { cause } = await difference(
      "T,2,23/10/2026 16:00,27/10/2026 09:30,No,27/10/2026 09:00,10.5",
    );
    expect(cause).toMatchObject({
      says: "it keeps its hours at UTC+1 all year round, whatever the clocks in Europe/London do",
      turnsOn: "the clocks go back on Sun 25 Oct 2026",
      isExact: true,
    });
  });

  it("is hours kept in UTC in summer", async () => {
    // Tue 2 June 2026 09:30 BST is 08:30 UTC; the tool opens at 09:00 UTC, 10:00 BST: due 14:00 BST, not 13:30.
    const { cause } = await difference(
      "T,1,02/06/2026 09:30,02/06/2026 13:45,Yes,02/06/2026 14:00,3.75",
    );
    expect(cause?.says).toMatch(/^it keeps its hours at UTC all year round/);
    expect(cause?.isExact).toBe(true);
  });

  it("is wall time for working time", async () => {
    // Sat 7 Nov 16:00 to Mon 9 Nov 10:00: 1 h on the desk, and on the wall 42 h, due Sat 20:00.
    const { cause } = await difference(
      "T,1,07/11/2026 16:00,09/11/2026 10:00,No,07/11/2026 20:00,42",
    );
    expect(cause).toMatchObject({
      says: "it counts wall time, around the clock, in place of working time",
      isExact: true,
    });
  });

  it("is weekends counted", async () => {
    // Fri 6 Nov 16:00 to Mon 9 Nov 10:00: 1 h + 1 h, and with the weekend 1 + 8 + 8 + 1 = 18 h, due Sat 12:00.
    const { cause } = await difference(
      "T,1,06/11/2026 16:00,09/11/2026 10:00,No,07/11/2026 12:00,18",
    );
    expect(cause).toMatchObject({ says: "it counts weekends as working days", isExact: true });
  });

  it("is another calendar's hours", async () => {
    // Mon 2 Nov 2026 16:30 to Thu 5 Nov 10:00, severity 2. The desk: 0.5 + 8 + 8 + 1 = 17.5 h, due Wed 4 Nov 10:30.
    // Until 17:30: 1 + 8.5 + 8.5 + 1 = 19 h, due Wed 4 Nov 09:30. So would be the hours from 08:30 to 17:00 until
    // Wednesday, but those make 0.5 + 8.5 + 8.5 + 1.5 = 19 h: the second ticket, of one day, tells them apart.
    const { differences } = await against([
      HEAD,
      "T,2,02/11/2026 16:30,05/11/2026 10:00,No,04/11/2026 09:30,19",
      // From 17:10: nothing until 09:00 here, and 20 minutes there; due Tue 13:00 and 12:40.
      "U,1,02/11/2026 17:10,03/11/2026 12:00,Yes,03/11/2026 12:40,3.33",
    ]);
    const says = "it counts the hours Mon–Fri 09:00–17:30";
    expect(differences.map(({ ticket, cause }) => [ticket, cause?.says, cause?.isExact])).toEqual([
      ["T", says, true],
      ["U", says, true],
    ]);
  });

  it("is seconds cut off", async () => {
    // 09:00:40 to 13:00:50 is 4 h 0 min 10 s of 4 h; by whole minutes it is 4 h, due 13:00.
    const { cause } = await difference(
      "T,1,05/05/2026 09:00:40,05/05/2026 13:00:50,Yes,05/05/2026 13:00:00,4",
    );
    expect(cause).toMatchObject({ says: "it cuts each instant to the minute", isExact: true });
  });

  it("is hours rounded", async () => {
    // 09:00 to 13:10 is 4 h 10 min, which is 4 whole hours.
    const { cause } = await difference("T,1,05/05/2026 09:00,05/05/2026 13:10,Yes,,4");
    expect(cause).toMatchObject({ isExact: true });
    expect([cause?.says, ...(cause?.orElse ?? [])]).toContain(
      "it rounds the time used to whole hours",
    );
  });

  it("is two readings at once if one is not enough", async () => {
    // The desk counts Thu 24 Dec 16:30 to 17:00 and Tue 29 Dec 09:00 to 09:30, severity 2: 1 h. With the bank
    // holidays, and hours kept at UTC+1 (08:00 to 16:00 here): 0 + 8 + 8 + 1.5 = 17.5 h, due Mon 28 Dec 10:00.
    const { cause } = await difference(
      "T,2,24/12/2026 16:30,29/12/2026 09:30,No,28/12/2026 10:00,17.5",
    );
    expect(cause?.isExact).toBe(true);
    expect(cause?.says).toMatch(/bank holidays as working days, and it keeps its hours at UTC\+1/);
  });

  it("is whole minutes, rounded up", async () => {
    // 3 h 30 min 20 s; the tool has 3 h 31 min, which is 3.52 h.
    const { cause } = await difference("T,1,05/05/2026 09:00:00,05/05/2026 12:30:20,Yes,,3.52");
    expect(cause?.says).toBe("it rounds up the time used to whole minutes");
  });

  it("is hours that nobody named, if they explain several tickets", async () => {
    // Mon-Fri 10:00-16:00. T-1: 4.5 h. T-2: 5 h, 6 h and 2 h. T-3: half an hour on each day.
    const { differences, causes } = await against([
      HEAD,
      "T-1,1,05/05/2026 09:00,05/05/2026 14:30,No,05/05/2026 14:00,4.5",
      "T-2,2,05/05/2026 11:00,07/05/2026 12:00,No,06/05/2026 15:00,13",
      "T-3,1,06/05/2026 15:30,07/05/2026 10:30,Yes,07/05/2026 13:30,1",
    ]);
    expect(differences.every(({ cause }) => cause?.isExact)).toBe(true);
    expect(causes).toMatchObject([
      { says: "it counts the hours Mon–Fri 10:00–16:00", tickets: 3, exact: 3 },
    ]);
  });

  it("is reported as unknown if no reading gives the figure", async () => {
    const { cause } = await difference(
      "T,1,05/05/2026 09:00,05/05/2026 12:00,No,05/05/2026 11:17,3.52",
    );
    expect(cause).toBeNull();
  });
});

describe("in a log of events", () => {
  const EVENTS = "ticket,at,state,severity,SLA due,Time used (hours)";
  const of = async (...rows: readonly string[]) => (await against([EVENTS, ...rows])).differences;

  it("is a pause that did not stop the clock", async () => {
    // Tue 5 May 09:00 to 16:00 BST with 12:00 to 15:00 on hold: 4 h of 4, due 16:00. The tool: 7 h, due 13:00.
    const [only] = await of(
      "T,2026-05-05T08:00Z,new,1,,",
      "T,2026-05-05T11:00Z,waiting,,,",
      "T,2026-05-05T14:00Z,working,,,",
      "T,2026-05-05T15:00Z,done,,2026-05-05T12:00Z,7",
    );
    expect(only?.cause).toMatchObject({
      says: "it does not stop the clock while the ticket is paused",
      turnsOn: "3h 00m in “waiting”, 1 pause",
      isExact: true,
    });
  });

  it("is a reading that explains another ticket, and a second one with it", async () => {
    // The tool is open from 08:00 to 18:00. A: 08:00 to 13:30 BST is 5.5 h, due 12:00; the desk counts from 09:00.
    // B, from Tue 5 May 08:30 BST, waits from 09:30 to Wed 09:30, which the tool counts: 9.5 h, and 2 h until Wed 10:00.
    const found = await of(
      "A,2026-05-05T07:00Z,new,1,,",
      "A,2026-05-05T12:30Z,done,,2026-05-05T11:00Z,5.5",
      "B,2026-05-05T07:30Z,new,1,,",
      "B,2026-05-05T08:30Z,waiting,,,",
      "B,2026-05-06T08:30Z,working,,,",
      "B,2026-05-06T09:00Z,done,,2026-05-05T11:30Z,11.5",
    );
    const says = Object.fromEntries(found.map(({ ticket, cause }) => [ticket, cause?.says]));
    expect(says).toEqual({
      A: "it counts the hours Mon–Fri 08:00–18:00",
      B: "it counts the hours Mon–Fri 08:00–18:00, and it does not stop the clock while the ticket is paused",
    });
  });

  it("is one reading if that is enough, although others might be added", async () => {
    // Re-opened after 1 h on Tue, and fixed on Wed at 10:00. The tool counts the time between: 9 h.
    const [only] = await of(
      "T,2026-05-05T08:00Z,new,2,,",
      "T,2026-05-05T09:00Z,done,,,",
      "T,2026-05-06T08:30Z,working,,,",
      "T,2026-05-06T09:00Z,done,,2026-05-06T10:00Z,9",
    );
    expect(only?.cause?.says).toBe("it counts the time between a stop and a re-opening");
  });

  it("is a start at another event", async () => {
    // From 10:30, when somebody began to work on it, to 13:30: 3 h, due 14:30. The desk: from 09:00, 4.5 h of 4.
    const [only] = await of(
      "T,2026-05-05T08:00Z,new,1,,",
      "T,2026-05-05T09:30Z,working,,,",
      "T,2026-05-05T12:30Z,done,,2026-05-05T13:30Z,3",
    );
    expect(only).toMatchObject({ breached: true, theirsBreached: false });
    expect(only?.cause).toMatchObject({
      says: "it starts at the second event of the ticket",
      turnsOn: "“working” on Tue 5 May 2026 10:30 BST",
      isExact: true,
    });
  });

  it("is a stop at the closing", async () => {
    // Done at 12:00 after 3 h of 4, and closed on Wednesday 09:30: 8.5 h.
    const [only] = await of(
      "T,2026-05-05T08:00Z,new,1,,",
      "T,2026-05-05T11:00Z,done,,,",
      "T,2026-05-06T08:30Z,closed,,2026-05-05T12:00Z,8.5",
    );
    expect(only?.cause?.says).toMatch(/^it stops at the last event of the ticket/);
  });
});

describe("a file and its tool", () => {
  it("agree if nothing differs, and list differences worst first", async () => {
    const { counts, differences, unexplained } = await against([
      HEAD,
      "SAME,1,05/05/2026 09:00,05/05/2026 12:00,Yes,05/05/2026 13:00,3",
      // 3 h of 4, but the tool has it due at 12:59.
      "FIGURE,1,05/05/2026 09:00,05/05/2026 12:00,Yes,05/05/2026 12:59,3",
      "THEIRS,1,05/05/2026 09:00,05/05/2026 12:00,No,,",
      // 5 h of 4.
      "OURS,1,05/05/2026 09:00,05/05/2026 14:00,Yes,,",
      "SILENT,1,05/05/2026 09:00,05/05/2026 14:00,,,",
    ]);
    expect(counts).toEqual({
      agrees: 1,
      "verdict-differs": 2,
      "figure-differs": 1,
      "not-compared": 0,
      "no-claim": 1,
    });
    expect(differences.map(({ ticket }) => ticket)).toEqual(["OURS", "THEIRS", "FIGURE"]);
    expect(unexplained).toBeGreaterThan(0);
  });

  it("may have columns of any name if their kind is given", async () => {
    const rows = ["Ref,Priority,Logged,Fixed,Ok?", "T,1,05/05/2026 09:00,05/05/2026 14:00,yes"];
    expect((await against(rows, "met=Ok?")).counts["verdict-differs"]).toBe(1);
    await expect(against(rows)).rejects.toThrow(
      "no column of it is known to hold a tool's own verdict",
    );
    await expect(against(rows, "Ok?")).rejects.toThrow(
      'the name of the column "Ok?" does not say what it holds',
    );
    await expect(against(rows, "SLA")).rejects.toThrow('it has no column "SLA" to compare with');
  });

  it("report what could not be read", async () => {
    const rows = [
      "Ref,Priority,Logged,Fixed,SLA met",
      "T,1,05/05/2026 09:00,05/05/2026 14:00,soon",
    ];
    expect((await against(rows)).unread).toBe('SLA met: "soon"');
  });

  it("give the same in every format", async () => {
    const path = file(
      "same.csv",
      `${HEAD}\nT,1,24/12/2026 15:00,29/12/2026 10:00,No,25/12/2026 11:00,19\n`,
    );
    const args = [path, "--policy", file("claims-desk.json", JSON.stringify(DESK))];
    const printed = async (format: string) =>
      (
        await breaches([
          ...args,
          "--as-of",
          "2027-01-05T12:00:00Z",
          "--claims",
          "auto",
          "--format",
          format,
        ])
      ).stdout;
    const cause = "The tool counts bank holidays as working days";
    for (const format of ["html", "md", "csv"]) expect(await printed(format)).toContain(cause);
    const [head = "", row = ""] = (await printed("csv")).split("\r\n");
    const at = head.split(",").indexOf("claim_agrees");
    expect(row.split(",").slice(at, at + 2)).toEqual(["verdict-differs", "breached"]);
  });
});
