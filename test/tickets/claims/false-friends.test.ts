import { describe, expect, it } from "vitest";
import { breaches, file } from "../../cli/run-breaches";

const HOURS = { timeZone: "Europe/London", bankHolidays: "england-and-wales" } as const;

/** Mon-Fri 09:00-17:00 in London, but bank holidays: 4 hours. The evening desk counts on none of its targets. */
const DESK = {
  id: "desk",
  calendars: {
    core: { ...HOURS, hours: { weekdays: ["09:00-17:00"] } },
    evening: { ...HOURS, title: "Evening desk", hours: { weekdays: ["12:10-21:40"] } },
  },
  targets: {
    fix: {
      allowance: { hours: 4, calendar: "core" },
      runs: ["new", "working"],
      pauses: ["waiting"],
      stops: ["done"],
    },
  },
};

/** The same desk with 2 working days, due at the end of the second. */
const DAYS = {
  ...DESK,
  targets: { fix: { ...DESK.targets.fix, allowance: { workingDays: 2, calendar: "core" } } },
};

interface Cause {
  readonly says: string;
  readonly isExact: boolean;
  readonly orElse: readonly string[];
  readonly contradicted: number;
}

interface Against {
  readonly differences: readonly { readonly ticket: string; readonly cause: Cause | null }[];
  readonly unexplained: number;
}

async function against(rows: readonly string[], policy: object = DESK): Promise<Against> {
  const head = "ticket,at,state,SLA met,SLA due,Time used (hours)";
  const run = await breaches([
    file("friends.csv", `${[head, ...rows].join("\n")}\n`),
    ...["--policy", file("friends.json", JSON.stringify(policy))],
    ...["--as-of", "2027-01-05T12:00:00Z", "--claims", "auto", "--format", "json"],
  ]);
  if (run.stdout === "") throw new Error(run.stderr);
  return JSON.parse(run.stdout).against;
}

/** Every cause that is named for the only difference of a list. */
async function named(rows: readonly string[], policy?: object): Promise<readonly string[]> {
  const { differences } = await against(rows, policy);
  const [only, other] = differences;
  if (!only?.cause || other) throw new Error(`${differences.length} differences`);
  return [only.cause.says, ...only.cause.orElse];
}

describe("causes that give the same figure", () => {
  // Tue 5 May 2026, 09:00 BST to 14:30 BST: 5.5 h of 4. The tool: 4.5 h, due 14:00 BST.
  const lateStart = [
    "T,2026-05-05T08:00Z,new,,,",
    "T,2026-05-05T09:00Z,working,,,",
    "T,2026-05-05T13:30Z,done,No,2026-05-05T13:00Z,4.5",
  ];

  it("are both named: a start at the second event, and hours kept in UTC", async () => {
    // Somebody began to work on it at 10:00 BST, at which a desk that keeps its hours in UTC opens.
    const all = await named(lateStart);
    expect(all).toContain("it starts at the second event of the ticket");
    expect(all.some((says) => says.startsWith("it keeps its hours at UTC all year round"))).toBe(
      true,
    );
  });

  it("are told apart by another ticket, to which one of them alone applies", async () => {
    // From 08:30 BST, worked on at once: 10:00 to 13:00 BST in UTC, 3 h, due 14:00 BST; here 4 h from 09:00.
    const { differences } = await against([
      ...lateStart,
      "U,2026-05-05T07:30Z,new,,,",
      "U,2026-05-05T12:00Z,done,Yes,2026-05-05T13:00Z,3",
    ]);
    expect(differences.map(({ ticket, cause }) => [ticket, cause?.says])).toEqual([
      ["T", expect.stringMatching(/^it keeps its hours at UTC all year round/)],
      ["U", expect.stringMatching(/^it keeps its hours at UTC all year round/)],
    ]);
  });

  it("are both named: a bank holiday and a weekend that is one day too many", async () => {
    // Thu 2 April 2026 16:00 BST; Good Friday follows, a weekend, and Easter Monday. Until Tue 7 April 10:00 the desk
    // counts 2 h. The tool has 18 h: Friday and Monday at 8 h each, or Saturday and Sunday.
    const all = await named(["T,2026-04-02T15:00Z,new,,,", "T,2026-04-07T09:00Z,done,No,,18"]);
    expect(all).toContain("it counts bank holidays as working days");
    expect(all).toContain("it counts weekends as working days");
  });
});

describe("the cause", () => {
  it("is another calendar of the policy", async () => {
    // Tue 5 May, 11:00 to 16:10 BST: 5 h 10 min here, due 15:00; on the evening desk from 12:10, 4 h, due 16:10.
    const all = await named([
      "T,2026-05-05T10:00Z,new,,,",
      "T,2026-05-05T15:10Z,done,Yes,2026-05-05T15:10Z,4",
    ]);
    expect(all[0]).toBe("it counts on the calendar “Evening desk”");
  });

  it("is instants rounded to the minute", async () => {
    // 09:00:40 to 13:01:20 BST is 4 h 40 s of 4. By 09:01 to 13:01 it is 4 h, due 13:01; cut, it would be 4 h 1 min.
    const all = await named([
      "T,2026-05-05T08:00:40Z,new,,,",
      "T,2026-05-05T12:01:20Z,done,Yes,2026-05-05T12:01:00Z,4",
    ]);
    expect(all).toContain("it rounds each instant to the minute");
    expect(all).not.toContain("it cuts each instant to the minute");
  });

  it("is calendar days in place of working days", async () => {
    // Fri 6 Nov 2026: two working days are over at the end of Tue 10, and two days at the end of Sun 8.
    const all = await named(
      ["T,2026-11-06T10:00Z,new,,,", "T,2026-11-09T10:00Z,done,No,2026-11-09T00:00Z,"],
      DAYS,
    );
    expect(all[0]).toBe("it counts calendar days in place of working days");
    // Saturday and Sunday are days in both.
    expect(all).toContain("it counts weekends as working days");
  });

  it("is not exact if the tool gives a verdict and no figure", async () => {
    const { differences } = await against([
      "T,2026-11-06T16:00Z,new,,,",
      "T,2026-11-09T10:00Z,done,No,,",
    ]);
    expect(differences[0]?.cause?.isExact).toBe(false);
  });

  it("is unknown for a figure that no reading gives, beside a ticket that one explains", async () => {
    const { differences, unexplained } = await against([
      // Sat 7 Nov 16:00 to Mon 9 Nov 10:00: 1 h here, and 42 h on the wall.
      "W,2026-11-07T16:00Z,new,,,",
      "W,2026-11-09T10:00Z,done,No,2026-11-07T20:00Z,42",
      // Two hours of a Tuesday, of which the tool has 7 h 13 min 12 s.
      "X,2026-11-10T10:00Z,new,,,",
      "X,2026-11-10T12:00Z,done,No,2026-11-10T10:41:17Z,7.22",
    ]);
    const causes = Object.fromEntries(differences.map((each) => [each.ticket, each.cause?.says]));
    expect(causes).toEqual({
      W: "it counts wall time, around the clock, in place of working time",
      X: undefined,
    });
    expect(unexplained).toBe(1);
  });
});
