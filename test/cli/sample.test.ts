import { beforeAll, describe, expect, it } from "vitest";
import { SERVICES } from "../../src";
import { breaches } from "./run-breaches";
import { BY_HAND, OTHER_TARGETS } from "./sample-by-hand";

interface JsonRow {
  readonly ticket: string;
  readonly policy: string;
  readonly target: string;
  readonly status: string;
  readonly due: string | null;
  readonly projectedDue: string | null;
  readonly usedPercent: number;
  readonly elapsed: number;
  readonly remaining: number;
  readonly overdue: number;
}

interface JsonReport {
  readonly asOf: string;
  readonly rows: readonly JsonRow[];
  readonly summary: Readonly<Record<string, number>>;
  readonly problems: readonly unknown[];
}

describe("the sample, as JSON", () => {
  let report: JsonReport;
  beforeAll(async () => {
    report = JSON.parse((await breaches(["--format", "json"])).stdout);
  });
  const row = (ticket: string) =>
    report.rows.find((each) => each.ticket === ticket && each.target === "incidentResolution");

  it.each(BY_HAND)(
    "judges $ticket as a person does",
    ({ ticket, due, status, usedMinutes, left }) => {
      const found = row(ticket);
      expect(found).toMatchObject({ status, elapsed: usedMinutes * 60_000 });
      expect(found?.due ? Date.parse(found.due) : null).toBe(due && Date.parse(due));
      expect((found?.remaining ?? 0) - (found?.overdue ?? 0)).toBe(left * 60_000);
    },
  );

  it("says when a paused ticket would be due if it went on now", () => {
    // 17 h remain of NM-1010: Mon 5 Apr 12-22 10 (7), Tue 07-14 BST.
    expect(row("NM-1010")?.projectedDue).toBe("2027-04-06T14:00:00+01:00");
  });

  it.each(OTHER_TARGETS)("judges $target of $ticket as a person does", (expected) => {
    const { ticket, target, status, due, usedPercent } = expected;
    const found = report.rows.find((each) => each.ticket === ticket && each.target === target);
    expect(found?.status).toBe(status);
    expect(Date.parse(found?.due ?? "")).toBe(Date.parse(due));
    expect(found?.usedPercent).toBeCloseTo(usedPercent, 9);
  });

  it("never rounds a share: one second over, thirty seconds short", () => {
    // NM-1019 is due Thu 4 Mar 16:00:00 and resolved at 16:00:01; NM-1018 is due Mon 22 Feb 22:00, at the
    // close, and resolved at 21:59:30.
    expect(row("NM-1019")).toMatchObject({ status: "breached", overdue: 1_000 });
    expect(row("NM-1019")?.usedPercent).toBeCloseTo(100 * (1 + 1 / (48 * 3600)), 9);
    expect(row("NM-1018")).toMatchObject({ status: "met", remaining: 30_000 });
  });

  it("sums up", () => {
    // Breached: NM-1003, 1005, 1007, 1016, 1019, 1023, 1027; NL-2002, 2007, 2010, 2013, 2016, 2021, 2024, 2026;
    // GP-3002 and 3004; PA-4002, looked into late. Cancelled: NM-1020 and NL-2014. Running: NM-1008, 1009, 1022;
    // NL-2005, 2015, 2018; GP-3005, and the feedback on GP-3002 and 3004; PA-4003. Paused: NM-1010, 1025. Several
    // targets apply to NL-2004 and NL-2019 (recorded as problems), NL-2023 (notified and attended), GP-3001 and
    // GP-3002 (acknowledgement and feedback), PA-4002 (acknowledged and looked into), two each, and GP-3004 (the
    // fix as well), three: 62 + 6 + 2 = 70 verdicts. The fix of NL-2004 runs, which makes 11, and 70 - 18 - 2 -
    // 11 - 2 = 37 are met. At risk: NM-1009 (89.6 %) and NL-2015 (87.5 %).
    expect(report.summary).toEqual({
      rows: 206,
      rowsUsed: 206,
      rowsLeftAlone: 0,
      eventsAfterAsOf: 0,
      tickets: 62,
      verdicts: 70,
      breached: 18,
      breachedTickets: 18,
      met: 37,
      running: 11,
      paused: 2,
      pending: 0,
      cancelled: 2,
      atRisk: 2,
      attainmentPercent: (100 * 37) / 55,
      malformedRows: 0,
      unjudgedTickets: 0,
      doubts: 0,
    });
    expect(report.problems).toEqual([]);
    expect(report.asOf).toBe("2027-04-05T12:00:00+01:00");
  });
});

describe("the sample, as a table", () => {
  let lines: string[];
  beforeAll(async () => {
    const run = await breaches([]);
    expect(run.code).toBe(0);
    expect(run.stderr.trim().split("\n")).toEqual([
      expect.stringMatching(/^note: in the sample partners are open .*--choose partnerHours=/),
      expect.stringMatching(/^note: in the sample the supplier fixes .*--choose fixTimes=/),
    ]);
    lines = run.stdout.split("\n");
  });
  const line = (ticket: string) => lines.find((each) => each.startsWith(ticket));
  const cells = (ticket: string) => line(ticket)?.split(/ {2,}/);

  it("has a heading", () => {
    expect(lines[0]?.split(/ {2,}/)).toEqual(
      "ticket,target,sev,opened,due,status,used %,remaining".split(","),
    );
  });

  it("puts the worst first: breached by share, then open by share, then met, then cancelled", async () => {
    // By share: NL-2016 16/4, NL-2010 14/4, NL-2024 90/30, GP-3002, GP-3004 and NM-1027 2/1, NL-2021 45/30, NM-1007 67/48, NL-2013 97/80, NM-1016 56.25/48, NM-1005 and NM-1023
    // 54/48, NL-2002 8.75/8, NL-2007 8 1/3 of 8, NM-1003 48.5/48, NM-1019 a second over, PA-4002 10/10 and late, NL-2026 by an agreed date.
    // Open: NM-1009 43/48, NL-2015 7/8, NM-1010 31/48, NM-1008 30/48, PA-4003 3/5, NL-2018 42.5/80, NM-1025 24.5/48, NL-2005 89/200, GP-3005 1/5, the problem of NL-2004, NM-1022 5/48, and the feedback on GP-3002 and GP-3004.
    const whole = (await breaches(["--limit", "0"])).stdout.split("\n");
    const tickets = whole.slice(1).map((each) => each.split(" ")[0]);
    expect(tickets.slice(0, 18)).toEqual([
      "NL-2016",
      "NL-2010",
      "NL-2024",
      "GP-3002",
      "GP-3004",
      "NM-1027",
      "NL-2021",
      "NM-1007",
      "NL-2013",
      "NM-1016",
      "NM-1005",
      "NM-1023",
      "NL-2002",
      "NL-2007",
      "NM-1003",
      "NM-1019",
      "PA-4002",
      "NL-2026",
    ]);
    expect(tickets.slice(18, 31)).toEqual([
      "NM-1009",
      "NL-2015",
      "NM-1010",
      "NM-1008",
      "PA-4003",
      "NL-2018",
      "NM-1025",
      "NL-2005",
      "GP-3005",
      "NL-2004",
      "NM-1022",
      "GP-3002",
      "GP-3004",
    ]);
    expect(tickets[31]).toBe("NM-1001");
    expect(tickets.slice(68, 70)).toEqual(["NL-2014", "NM-1020"]);
  });

  it("gives instants in the policy's zone, with the abbreviation in force", () => {
    expect(cells("NM-1002")).toEqual([
      "NM-1002",
      "nhsmail incidentResolution",
      "Fri 23 Oct 2026 16:30 BST",
      "Wed 28 Oct 2026 19:30 GMT",
      "met",
      "96.9",
      "1h 30m left",
    ]);
  });

  it("says how much is over, and how much is left", () => {
    expect(cells("NL-2016")).toEqual([
      "NL-2016",
      "nhs-login incidentResolution",
      "1",
      "Thu 1 Apr 2027 16:00 BST",
      "Fri 2 Apr 2027 10:00 BST",
      "breached",
      "400.0",
      "12h 00m over",
    ]);
    expect(line("NM-1019")).toMatch(/100\.1 +<1m over$/);
    expect(line("NM-1018")).toMatch(/99\.9 +<1m left$/);
    expect(line("NM-1001")).toMatch(/met +100\.0 +0m left$/);
  });

  it("gives a paused ticket's projected due instant in brackets, and says what they mean", () => {
    expect(line("NM-1010")).toContain("(Tue 6 Apr 2027 14:00 BST)");
    expect(lines.find((each) => each.startsWith("(...)"))).toContain("paused");
  });

  it("ends with a summary", () => {
    expect(lines.at(-2)).toBe(
      "62 tickets (206 rows) · 70 verdicts · 18 breached (18 tickets) · 37 met · 11 running · 2 paused" +
        " · 0 pending · 2 cancelled · 2 at risk · attainment 67.3 % · 0 malformed rows · as of Mon 5 Apr 2027 12:00 BST",
    );
  });
});

describe("what the sample's documents leave to their parties", () => {
  const statusOf = async (args: readonly string[], ticket: string, target: string) => {
    const { stdout } = await breaches([...args, "--format", "json"]);
    const { rows }: JsonReport = JSON.parse(stdout);
    return rows.find((each) => each.ticket === ticket && each.target === target)?.status;
  };

  it("is as the command line chooses it, if it does", async () => {
    // By the clock, the 30 minutes of NL-2023 end on Friday at 18:15.
    const byClock = ["--choose", "hssiClock=clock"];
    expect(await statusOf([], "NL-2023", "hssiNotification")).toBe("met");
    expect(await statusOf(byClock, "NL-2023", "hssiNotification")).toBe("breached");
    const three = JSON.stringify({ "2": { workingDays: 5, calendar: "workingDays" } });
    const { stderr } = await breaches(["--choose", `fixTimes=${three}`]);
    expect(stderr).not.toContain("the supplier fixes");
    expect(await statusOf(["--choose", `fixTimes=${three}`], "GP-3004", "fix")).toBe("running");
  });

  it("begins every target of every service", async () => {
    const { stdout } = await breaches(["--format", "json"]);
    const { rows }: JsonReport = JSON.parse(stdout);
    const begun = new Set(rows.map(({ policy, target }) => `${policy} ${target}`));
    const all = SERVICES.flatMap(({ id, define }) =>
      Object.keys(define().targets).map((target) => `${id} ${target}`),
    );
    expect([...begun].toSorted()).toEqual(all.toSorted());
  });
});
