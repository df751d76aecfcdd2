import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EXPRESS as EXPRESS_POLICY, lines, SILVER as SILVER_POLICY } from "../tickets/small-desk";
import { breaches, command, file } from "./run-breaches";

const SILVER = file("silver.json", JSON.stringify(SILVER_POLICY));
const EXPRESS = file("express.json", JSON.stringify(EXPRESS_POLICY));
const BOTH = ["--policy", SILVER, "--policy", EXPRESS];
/** Friday 5 June 2026, 13:00 in London. */
const AS_OF = ["--as-of", "2026-06-05T12:00:00Z"];

const HEAD = "Ticket,Team,Priority,Opened,Resolved";
const TICKETS = [
  // Monday 09:00 to 12:00: 3 h of 4.
  "T-1,silver-desk,1,2026-06-01T09:00+01:00,2026-06-01T12:00+01:00",
  // Monday 19:00 to Tuesday 08:30: an hour and a half of 2. Silver would be closed all the while.
  "T-2,Express,1,2026-06-01T19:00+01:00,2026-06-02T08:30+01:00",
  // Saturday 10:00 to Sunday 09:00: 10 h and 1 h of 6.
  "T-3,EXPRESS,2,2026-05-30T10:00+01:00,2026-05-31T09:00+01:00",
  // Friday 16:00 to Monday 16:00: 1 h and 7 h of 10.
  "T-4,Silver Desk,2,2026-05-29T16:00+01:00,2026-06-01T16:00+01:00",
];
const SILVER_VERDICTS = ["T-1 silver fix met 75", "T-4 silver fix met 80"];
const EXPRESS_VERDICTS = ["T-2 express repair met 75", "T-3 express repair breached 183.33"];

interface Judged {
  readonly verdicts: readonly string[];
  readonly report: Readonly<Record<string, unknown>>;
  readonly stderr: string;
  readonly code: number | null;
}

async function judged(args: readonly string[], stdin = ""): Promise<Judged> {
  const { stdout, stderr, code } = await breaches([...args, ...AS_OF, "--format", "json"], stdin);
  if (stdout === "") return { verdicts: [], report: {}, stderr, code };
  const report = JSON.parse(stdout);
  const verdicts = report.rows.map(
    (row: Readonly<Record<string, string | number | boolean>>) =>
      `${row["ticket"]} ${row["policy"]} ${row["target"]} ${row["status"]} ${Math.round(Number(row["usedPercent"]) * 100) / 100}${row["incomplete"] ? " !" : ""}`,
  );
  return { verdicts: verdicts.sort(), report, stderr, code };
}

describe("a row for each ticket of two services", () => {
  const LOG = file("tickets.csv", lines(HEAD, ...TICKETS));

  it("is judged by the policies that a column names, by their ids and titles", async () => {
    const { verdicts, code, report } = await judged([LOG, ...BOTH, "--policy-by", "team"]);
    expect(verdicts).toEqual([
      ...["T-1 silver fix met 75", "T-2 express repair met 75"],
      ...["T-3 express repair breached 183.33", "T-4 silver fix met 80"],
    ]);
    expect(code).toBe(0);
    expect(report).not.toHaveProperty("unmatched");
  });

  it("has the verdicts that each service alone has", async () => {
    const only = (pattern: RegExp) => TICKETS.filter((row) => pattern.test(row));
    const silver = file("silver.csv", lines(HEAD, ...only(/silver/i)));
    const express = file("express.csv", lines(HEAD, ...only(/express/i)));
    expect((await judged([silver, "--policy", SILVER])).verdicts).toEqual(SILVER_VERDICTS);
    expect((await judged([express, "--policy", EXPRESS])).verdicts).toEqual(EXPRESS_VERDICTS);
  });

  it("lists the tickets of a text that means no policy, and counts them by harm", async () => {
    const more = [
      "T-5,Sharepoint,1,2026-06-01T09:00+01:00,2026-06-01T12:00+01:00",
      "T-6,,1,2026-06-01T09:00+01:00,2026-06-01T12:00+01:00",
      "T-7,Sharepoint,1,2026-06-02T09:00+01:00,",
    ];
    const log = file("unmatched.csv", lines(HEAD, ...TICKETS, ...more));
    const args = [log, ...BOTH, "--policy-by", "Team"];
    const { verdicts, report, stderr, code } = await judged(args);
    expect(verdicts).toEqual([...SILVER_VERDICTS, ...EXPRESS_VERDICTS].sort());
    expect(code).toBe(1);
    expect(report["warning"]).toBe(
      "Verdicts may be wrong: 3 of 7 rows could not be used, no policy is for 3 tickets, of which nothing is judged.",
    );
    expect(stderr).toContain(
      'unmatched.csv:6: column "Team": "Sharepoint" is not one of the policies given; those are silver, express (2 rows of 2 tickets: "T-5", "T-7")',
    );
    expect(stderr).toContain(
      'unmatched.csv:7: column "Team": it is missing; it names one of silver, express (1 row of 1 ticket: "T-6")',
    );
    expect(report["unmatched"]).toMatchObject([
      { ticket: "T-5", policy: null, line: 6 },
      { ticket: "T-6", policy: null, line: 7 },
      { ticket: "T-7", policy: null, line: 8 },
    ]);
    const csv = await breaches([...args, ...AS_OF, "--format", "csv"]);
    expect(csv.stdout).toMatch(/^T-5,,,,,,,,no-policy,/m);
    expect(csv.stdout.trim().split("\r\n")).toHaveLength(1 + 4 + 3);
    const asked = await command("explain", "T-5", "--log", log, ...BOTH, "--policy-by", "Team");
    expect(asked.stderr).toContain('ticket "T-5" has no policy: "Sharepoint" is not one of');
  });

  it("takes a text of the file for a policy, leaves one alone, or takes any other", async () => {
    const rows = ["T-5,Mail,1", "T-6,Sharepoint,1", "T-7,?!,1"].map(
      // Monday 09:00 to 11:00: 2 h of 4, or of 2.
      (start) => `${start},2026-06-01T09:00+01:00,2026-06-01T11:00+01:00`,
    );
    const log = file("named.csv", lines(HEAD, ...TICKETS, ...rows));
    const names = ["--policy-by", "Team", "--policy", `mail=${SILVER}`];
    const rest = ["--policy", `*=${EXPRESS}`, "--policy", "Sharepoint=none"];
    const { verdicts, code, stderr } = await judged([log, ...names, ...rest]);
    expect(verdicts.slice(4)).toEqual(["T-5 silver fix met 50", "T-7 express repair met 100"]);
    expect(stderr).toContain("1 row left alone, which have no policy, by Team");
    expect(code).toBe(0);
  });

  it("is asked about at the terminal, if a text means no policy", async () => {
    const rows = ["T-5,Mail", "T-6,Sharepoint", "T-7,Fax"].map(
      // Monday 09:00 to 11:00: 2 h of 4.
      (start) => `${start},1,2026-06-01T09:00+01:00,2026-06-01T11:00+01:00`,
    );
    const log = file("asked.csv", lines(HEAD, ...TICKETS, ...rows));
    const questions: string[] = [];
    const answers = ["1", "none", ""];
    const ask = async (question: string) => {
      questions.push(question);
      return answers[questions.length - 1] ?? "";
    };
    const args = [log, ...BOTH, "--policy-by", "Team", ...AS_OF, "--format", "csv"];
    const { stdout, stderr, code } = await breaches(args, "", ask);
    expect(questions).toHaveLength(3);
    expect(questions[0]).toBe(
      '"Mail" (1 ticket) is not one of the policies given. Which does it mean? 1) silver 2) express 3) none ',
    );
    expect(stdout).toMatch(/^T-5,silver,fix,.*,met,/m);
    expect(stderr).toContain("1 row left alone, which have no policy, by Team");
    expect(stdout).toMatch(/^T-7,,,,,,,,no-policy,/m);
    expect(code).toBe(1);
  });

  it("is read twice from standard input too", async () => {
    const { verdicts } = await judged(
      ["-", ...BOTH, "--policy-by", "Team"],
      lines(HEAD, ...TICKETS),
    );
    expect(verdicts).toHaveLength(4);
  });

  it("is shown by read, which saves the choice in a mapping that breaches takes", async () => {
    const row = "T-5,Sharepoint,1,2026-06-01T09:00+01:00,2026-06-01T12:00+01:00";
    const log = file("read.csv", lines(HEAD, ...TICKETS, row));
    const mapping = file("saved.json", "");
    const names = [...BOTH, "--policy", "sharepoint=none", "--policy-by", "Team"];
    const { stdout, code } = await command("read", log, ...names, "--save", mapping);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^policies$/m);
    expect(stdout).toMatch(/^ +Team "silver-desk" +1 ticket +silver$/m);
    expect(stdout).toMatch(/^ +Team "Sharepoint" +1 ticket +left alone$/m);
    expect(stdout).toMatch(/^severities under express$/m);
    const saved = JSON.parse(readFileSync(mapping, "utf8"));
    expect(saved).toMatchObject({ policy: "Team", policies: { sharepoint: null } });
    const { verdicts } = await judged([log, ...BOTH, "--mapping", mapping]);
    expect(verdicts).toEqual([...SILVER_VERDICTS, ...EXPRESS_VERDICTS].sort());
  });

  it("says the policy of every verdict in each format, if targets of both have one name", async () => {
    const { repair } = EXPRESS_POLICY.targets;
    const twin = file("twin.json", JSON.stringify({ ...EXPRESS_POLICY, targets: { fix: repair } }));
    // On Monday at 10:00 T-1 has run for an hour.
    const args = [LOG, "--policy", SILVER, "--policy", twin, "--policy-by", "Team"];
    const early = ["--as-of", "2026-06-01T10:00:00+01:00"];
    const print = async (...how: readonly string[]) => (await breaches([...args, ...how])).stdout;
    expect(await print(...AS_OF)).toMatch(/^T-3 +express fix +P2/m);
    const md = await print(...AS_OF, "--format", "md");
    expect(md).toMatch(/^\| `T-3` +\| express\\: fix +\| `P2` +\|/m);
    expect(md).toContain("### 1. `T-3`, express");
    expect(md).toMatch(
      /Policies: `silver \(fingerprint [0-9a-f]{16}, .*; express \(fingerprint [0-9a-f]{16}, /,
    );
    expect(md).toMatch(/^\| silver\\: fix +\| +100.0 % \| +2 \| +0 \|/m);
    expect(md).toMatch(/^\| express\\: fix +\| +50.0 % \| +1 \| +1 \|/m);
    const html = await print(...AS_OF, "--format", "html");
    expect(html).toContain('<td data-label="Target">express: fix</td>');
    const ics = await print(...early, "--format", "ics");
    expect(ics).toContain("DESCRIPTION:silver: fix\\, severity 1");
    const due = await command("obligations", ...args, ...early, "--all");
    expect(due.stdout).toMatch(/^T-1 +silver +fix/m);
    const working = await command("explain", "T-2", "--log", ...args, ...AS_OF);
    expect(working.stdout).toContain("judged by express (express)");
    const { report } = await judged(args);
    expect(report["notes"]).toEqual([
      "it is taken for a table with a row for each ticket; core-hours read shows how each of its columns is read",
    ]);
  });

  it("judges by a target of one policy alone", async () => {
    const both = [LOG, ...BOTH, "--policy-by", "Team"];
    const own = await judged([...both, "--target", "express:repair"]);
    expect(own.verdicts).toEqual(EXPRESS_VERDICTS);
    const fix = await judged([...both, "--target", "fix"]);
    expect(fix.verdicts).toEqual(SILVER_VERDICTS);
    const none = await judged([...both, "--target", "express:fix"]);
    expect(none.stderr).toContain(
      '--target "express:fix": no policy has it; its targets are silver:fix, express:repair',
    );
    expect(none.code).toBe(2);
  });

  it.each([
    [
      ["--policy-by", "Group"],
      'it has no column "Group" to tell the policy of a ticket by; it has "Ticket", "Team"',
    ],
    [[], "no column is known to name the policy of each ticket; say with --policy-by which does"],
    [["--policy-by", "Team", "--policy-by", "Ticket"], "one column names the policies"],
    [
      ["--policy-by", "Team", "--policy", `Mail=${SILVER}`, "--policy", `mail=${EXPRESS}`],
      '"mail" is said to be express and silver; name it once',
    ],
  ])("refuses %j", async (args, message) => {
    const { stderr, code } = await judged([LOG, ...BOTH, ...args]);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it("does not choose between two policies of one title", async () => {
    const other = file("other.json", JSON.stringify({ ...SILVER_POLICY, id: "silver-2" }));
    const log = file("titled.csv", lines(HEAD, ...TICKETS));
    const both = [log, "--policy", SILVER, "--policy", other, "--policy-by", "Team"];
    const { stderr, verdicts } = await judged([...both, "--policy", EXPRESS]);
    expect(stderr).toContain(
      '"Silver Desk" may be silver or silver-2; say which with --policy "Silver Desk=silver"',
    );
    expect(verdicts).toEqual(EXPRESS_VERDICTS);
  });

  it("never writes over a policy that a text names", async () => {
    const { stderr, code } = await breaches([
      ...[LOG, "--policy", `Mail=${SILVER}`, "--policy", EXPRESS, "--policy-by", "Team"],
      ...["--out", SILVER, "--format", "json"],
    ]);
    expect(stderr).toContain("the command reads this file and would overwrite it");
    expect(code).toBe(2);
  });

  it("needs several policies to choose from", async () => {
    const { stderr, code } = await judged([LOG, "--policy", SILVER, "--policy-by", "Team"]);
    expect(stderr).toContain('--policy-by "Team": one policy judges every ticket');
    expect(code).toBe(2);
  });
});

describe("one policy beside a mapping that sends tickets to several", () => {
  const LOG = file("sent.csv", lines(HEAD, ...TICKETS));
  const map = (policies: Readonly<Record<string, string | null>>) => ({
    ticket: "Ticket",
    policy: "Team",
    policies,
    severity: { column: "Priority", values: { "1": { rank: 1 }, "2": { rank: 2 } } },
    moments: [
      { column: "Opened", state: { does: "runs" } },
      { column: "Resolved", state: { does: "stops" } },
    ],
    at: {},
  });

  it("judges its own tickets alone, and lists those of the others", async () => {
    const mapping = file("sent.columns.json", JSON.stringify(map({ express: "express" })));
    const args = [LOG, "--policy", SILVER, "--mapping", mapping];
    const { verdicts, stderr, code } = await judged(args);
    expect(verdicts).toEqual(SILVER_VERDICTS);
    expect(stderr).toContain(
      '"Express" is of "express", which is not one of the policies given; those are silver',
    );
    expect(code).toBe(1);
    expect((await judged([...args, "--policy", EXPRESS])).code).toBe(0);
  });

  it("never judges a text that means another policy, whatever it is called", async () => {
    const policies = { "silver-desk": "gold", Express: "silver" };
    const mapping = file("swapped.columns.json", JSON.stringify(map(policies)));
    const { verdicts } = await judged([LOG, "--policy", SILVER, "--mapping", mapping]);
    // T-2 of an evening and T-3 of a weekend use nothing of Silver's hours.
    expect(verdicts).toEqual(["T-2 silver fix met 0", "T-3 silver fix met 0"]);
  });

  it("judges all of them if the mapping does not say what the texts mean", async () => {
    const { policies: _, ...plain } = map({});
    const mapping = file("plain.columns.json", JSON.stringify(plain));
    const { verdicts } = await judged([LOG, "--policy", SILVER, "--mapping", mapping]);
    expect(verdicts).toHaveLength(4);
  });

  it("says that a desk's columns in the mapping change nothing", async () => {
    const { policies: _, ...plain } = map({});
    const json = JSON.stringify({ ...plain, fields: { customer: "Team" } });
    const mapping = file("fielded.columns.json", json);
    const { report } = await judged([LOG, "--policy", SILVER, "--mapping", mapping]);
    expect(report["notes"]).toContain(
      'its mapping has "Team" for a desk to choose by, and no desk is given: they change nothing',
    );
  });
});

describe("a row for each change of tickets of two services", () => {
  const CHANGES = [
    // Monday 09:00 to 13:00 with 2 h on hold: 2 h of 4.
    "C-1,Silver,2026-06-01T09:00+01:00,New,1",
    "C-1,Silver,2026-06-01T10:00+01:00,On Hold,1",
    "C-1,Silver,2026-06-01T12:00+01:00,Working,1",
    "C-1,Silver,2026-06-01T13:00+01:00,Resolved,1",
    // Monday 09:00 to 13:30 with 2 h parked: 2 h 30 of 2. Its first rows do not say whose it is.
    "C-2,,2026-06-01T09:00+01:00,Open,1",
    "C-2,,2026-06-01T10:00+01:00,Parked,1",
    "C-2,Express,2026-06-01T12:00+01:00,Open,1",
    "C-2,Express,2026-06-01T13:30+01:00,Done,1",
  ];
  const COLUMNS = "Ticket,Service,Timestamp,Status,Priority";
  const VERDICTS = ["C-1 silver fix met 50", "C-2 express repair breached 125"];

  it("is judged by the policy of the whole ticket, in whatever order its rows come", async () => {
    for (const rows of [CHANGES, [...CHANGES].reverse()]) {
      const log = file("changes.csv", lines(COLUMNS, ...rows));
      const { verdicts, code, stderr } = await judged([log, ...BOTH]);
      expect(verdicts, stderr).toEqual(VERDICTS);
      expect(code).toBe(0);
    }
  });

  it("does not look at a change of policy after the instant of the report", async () => {
    const later = [
      "C-3,Silver,2026-06-05T09:00+01:00,New,1",
      "C-3,Express,2026-06-05T14:00+01:00,Open,1",
    ];
    const log = file("later.csv", lines(COLUMNS, ...CHANGES, ...later));
    // Friday 09:00 to 13:00: 4 h of 4, and it is not breached before more has passed.
    const { verdicts, stderr } = await judged([log, ...BOTH, "--state", "Open=runs"]);
    expect(verdicts).toEqual([...VERDICTS, "C-3 silver fix running 100"]);
    expect(stderr).not.toContain("C-3: its Service");
  });

  it("names the policy that does not know a word", async () => {
    const odd = "C-3,Silver,2026-06-01T09:00+01:00,Parked,9";
    const log = file("odd.csv", lines(COLUMNS, ...CHANGES, odd));
    const { stderr } = await judged([log, ...BOTH, "--state", "Parked=ignore"]);
    expect(stderr).toContain('"9" is not a severity of silver; those are 1, 2');
  });

  it("doubts a ticket that goes from one policy to another, and judges it by the later", async () => {
    // Monday 10:00 on it is Express's: 1 h of 2 until 11:00, and from 09:00 on 2 h of 2.
    const moved = [
      "C-3,Silver,2026-06-01T09:00+01:00,Open,1",
      "C-3,Express,2026-06-01T10:00+01:00,Open,1",
      "C-3,Express,2026-06-01T11:00+01:00,Done,1",
    ];
    const log = file("moved.csv", lines(COLUMNS, ...CHANGES, ...moved));
    const { verdicts, code, stderr } = await judged([log, ...BOTH]);
    expect(verdicts).toEqual([...VERDICTS, "C-3 express repair met 100 !"]);
    expect(stderr).toContain(
      'ticket C-3: its Service was "Silver" and is "Express"; it is judged by express from its start, and not by silver',
    );
    expect(code).toBe(1);
  });
});

describe("a desk in a file", () => {
  const LOG = lines(
    "Ticket,Customer,Priority,Opened,Resolved",
    // Monday 1 June 09:00 to 12:00: 3 h of 4, under the contract from June on.
    "D-1,Abbey,1,2026-06-01T09:00+01:00,2026-06-01T12:00+01:00",
    // Sunday 31 May 19:00 to 1 June 09:00: 1 h and 1 h of 2, under the contract until May.
    "D-2,Abbey,1,2026-05-31T19:00+01:00,2026-06-01T09:00+01:00",
    // Monday 09:00 to 11:00: 2 h of 4.
    "D-3,Brook,1,2026-06-01T09:00+01:00,2026-06-01T11:00+01:00",
    "D-4,Cliff,1,2026-06-01T09:00+01:00,2026-06-01T11:00+01:00",
  );
  const desk = (field: string) => ({
    id: "our-desk",
    policies: [
      { when: { [field]: ["Abbey"] }, until: "2026-05-31", policy: EXPRESS_POLICY },
      { when: { [field]: ["Abbey", "Brook"] }, policy: SILVER_POLICY },
    ],
  });
  const file1 = file("customers.csv", LOG);
  const VERDICTS = [
    ...["D-1 silver fix met 75", "D-2 express repair met 100"],
    "D-3 silver fix met 50",
  ];

  it("chooses by the columns and the dates of opening that it names", async () => {
    const path = file("desk.json", JSON.stringify(desk("customer")));
    const { verdicts, code, stderr } = await judged([file1, "--policy", path]);
    expect(verdicts).toEqual(VERDICTS);
    expect(stderr).toContain(
      'column "customer": no policy of the desk is for a ticket of customer "Cliff" and its date of opening; it has express, silver (1 row of 1 ticket: "D-4")',
    );
    expect(code).toBe(1);
  });

  it("chooses by a column of another name, if the command line or a mapping says so", async () => {
    const path = file("client-desk.json", JSON.stringify(desk("client")));
    const lost = await judged([file1, "--policy", path]);
    expect(lost.stderr).toContain('it has no column "client" to tell the policy of a ticket by');
    const said = await judged([file1, "--policy", path, "--policy-by", "client=Customer"]);
    expect(said.verdicts).toEqual(VERDICTS);
    const mapping = file("fields.json", "");
    await command(
      "read",
      file1,
      "--policy",
      path,
      "--policy-by",
      "client=Customer",
      "--save",
      mapping,
    );
    const { fields } = JSON.parse(readFileSync(mapping, "utf8"));
    expect(fields).toEqual({ client: "Customer" });
    const mapped = await judged([file1, "--policy", path, "--mapping", mapping]);
    expect(mapped.verdicts).toEqual(VERDICTS);
    const bare = await judged([file1, "--policy", path, "--policy-by", "Customer"]);
    expect(bare.stderr).toContain("name the column of a field");
  });

  it.each([
    [{ policies: [] }, "expected at least one policy"],
    [
      { policies: [{ when: { state: ["New"] }, policy: SILVER_POLICY }] },
      'desk "desk" chooses by "state"',
    ],
  ])("is refused if it is wrong: %j", async (json, message) => {
    const path = file("wrong-desk.json", JSON.stringify(json));
    const { stderr, code } = await judged([file1, "--policy", path]);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it("may name a service, with the readings to take", async () => {
    const json = {
      policies: [
        {
          when: { customer: ["Abbey"] },
          policy: "nhsmail",
          options: { coreHours: "daily" },
        },
        { when: { customer: ["Brook"] }, policy: SILVER_POLICY },
      ],
    };
    const path = file("naming-desk.json", JSON.stringify(json));
    const args = [file1, "--policy", path, "--target", "incidentResolution", "--target", "fix"];
    const { verdicts } = await judged(args);
    // Daily 07:00-22:00. D-1: 3 h of 48. D-2: Sunday 19:00 to 22:00 and Monday 07:00 to 09:00: 5 h of 48.
    expect(verdicts).toEqual([
      ...["D-1 nhsmail incidentResolution met 6.25", "D-2 nhsmail incidentResolution met 10.42"],
      "D-3 silver fix met 50",
    ]);
    const misspelt = JSON.stringify({ policies: [{ policy: "nhs-mail" }] });
    const wrong = await judged([file1, "--policy", file("misspelt.json", misspelt)]);
    expect(wrong.stderr).toContain(
      'expected a policy, or the name of a service: nhsmail, nhs-login, gpsoc, patient-access; did you mean "nhsmail"?',
    );
    expect(wrong.code).toBe(2);
  });

  it("stands alone", async () => {
    const path = file("desk.json", JSON.stringify(desk("customer")));
    const { stderr } = await judged([file1, "--policy", path, "--policy", SILVER]);
    expect(stderr).toContain(
      "is a desk, which says itself whose each of its policies is; give it alone",
    );
  });

  it("is what obligations, timeline and explain judge by", async () => {
    const path = file("desk.json", JSON.stringify(desk("customer")));
    const how = ["--policy", path, "--as-of", "2026-06-01T10:00:00Z"];
    const due = await command("obligations", file1, ...how);
    // At 11:00 on 1 June D-1 of Silver runs until 13:00.
    expect(due.stdout).toMatch(/D-1 .*fix/);
    const explained = await command("explain", "D-2", "--log", file1, ...how);
    expect(explained.stdout).toMatch(/repair/);
    const drawn = await command("timeline", "--log", file1, ...how);
    expect(drawn.stdout).toContain("3 tickets");
  });

  it("is compared with another by the verdicts on a log", async () => {
    const path = file("desk.json", JSON.stringify(desk("customer")));
    // Brook goes to Express: its 2 h of 4 become 2 h of 2. Abbey's old contract ends a day earlier: D-2, of
    // the evening of 31 May, is not judged before 09:00 on Monday, and has used nothing when it stops.
    const json = desk("customer");
    const [old, rest] = json.policies;
    const policies = [
      { ...old, until: "2026-05-30" },
      { when: { customer: ["Brook"] }, policy: EXPRESS_POLICY },
      rest,
    ];
    const next = file("next-desk.json", JSON.stringify({ ...json, policies }));
    const how = ["--tickets", file1, "--as-of", "2026-06-05T12:00:00Z"];
    const { stdout, code } = await command("diff", path, next, ...how);
    expect(stdout).toMatch(/"D-3" +fix +met by silver -> no verdict/);
    expect(stdout).toMatch(/"D-3" +repair +no verdict -> met by express/);
    expect(stdout).toMatch(/"D-2" +repair +met by express -> no verdict/);
    expect(stdout).toMatch(/"D-2" +fix +no verdict -> met by silver/);
    expect(stdout).not.toContain("D-1");
    expect(code).toBe(1);
    const alone = await command("diff", path, next);
    expect(alone.stderr).toContain("give --tickets to compare the verdicts");
    expect(alone.code).toBe(2);
    const same = await command("diff", path, path, ...how);
    expect(same).toMatchObject({ stdout: "No verdict differs.\n", code: 0 });
  });

  it("is refused by a command that takes one policy", async () => {
    const path = file("desk.json", JSON.stringify(desk("customer")));
    for (const args of [["sql"], ["due", "2026-06-01T09:00"], ["severities"]]) {
      const { stderr, code } = await command(...args, "--policy", path);
      expect(stderr).toContain(
        "this command takes one policy, and that is a desk of express, silver",
      );
      expect(code).toBe(2);
    }
  });
});

describe("the services, by name", () => {
  const LOG = file(
    "services.csv",
    lines(
      "Number,Business service,Priority,State,Opened,Resolved",
      "S-1,NHS Mail,1,Resolved,2026-06-01T09:00+01:00,2026-06-01T10:00+01:00",
      "S-2,nhs-login,1,Resolved,2026-06-01T09:00+01:00,2026-06-01T10:00+01:00",
    ),
  );

  it("are judged in one run, as each is alone", async () => {
    const by = ["--policy-by", "Business service"];
    const names = ["--policy", "NHS Mail=nhsmail", "--policy", "nhs-login"];
    const { report } = await judged([LOG, ...names, ...by]);
    const rows = report["rows"] as readonly { ticket: string }[];
    for (const [ticket, policy] of [
      ["S-1", "nhsmail"],
      ["S-2", "nhs-login"],
    ]) {
      const alone = await judged([LOG, "--policy", String(policy)]);
      const own = (all: typeof rows) => all.filter((row) => row.ticket === ticket);
      expect(own(rows).length).toBeGreaterThan(0);
      expect(own(rows)).toEqual(own(alone.report["rows"] as typeof rows));
    }
  });

  it("take choices of all that have them, or of one by its name", async () => {
    const both = [LOG, "--policy", "NHS Mail=nhsmail", "--policy", "nhs-login"];
    const how = [...both, "--policy-by", "Business service", "--choose"];
    expect((await judged([...how, "hssiClock=clock"])).code).toBe(0);
    expect((await judged([...how, "nhs-login:hssiClock=clock"])).code).toBe(0);
    const wrong = await judged([...how, "nhsmail:hssiClock=clock"]);
    expect(wrong.stderr).toContain('--choose "nhsmail:hssiClock=clock"');
    expect(wrong.code).toBe(2);
    const file1 = await judged([...how, "silver:anything=1", "--policy", SILVER]);
    expect(file1.stderr).toContain("only the services have choices");
    expect(file1.code).toBe(2);
  });

  it("of the sample are judged as all of them are, if some are named", async () => {
    const rowsOf = async (...args: readonly string[]) => {
      const { stdout } = await breaches([...args, "--format", "csv"]);
      return stdout.split("\r\n").filter((row) => /,(?:nhsmail|gpsoc),/.test(row));
    };
    const some = await rowsOf("--policy", "nhsmail", "--policy", "gpsoc");
    expect(some.length).toBeGreaterThan(20);
    expect(some).toEqual(await rowsOf());
  });

  it("need no --policy if a column has their names", async () => {
    const { report } = await judged([LOG, "--policy-by", "Business service"]);
    const rows = report["rows"] as readonly { ticket: string; policy: string }[];
    expect(new Set(rows.map(({ ticket, policy }) => `${ticket} ${policy}`))).toEqual(
      new Set(["S-1 nhsmail", "S-2 nhs-login"]),
    );
  });
});
