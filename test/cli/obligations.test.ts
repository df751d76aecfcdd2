import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nhsmail } from "../../src/index";
import { command, file } from "./run-breaches";

/** The first cells of each row of a table that is aligned by spaces. */
const rowsOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.split(/ {2,}/).slice(0, 5))
    .filter(({ length }) => length === 5);

const LOG = [
  "ticket,service,at,state,severity",
  // 48 core hours from Mon 16 Nov 09:00 are over on Thu 19 Nov at 12:00 (13 + 15 + 15 + 5).
  "NM-1,nhsmail,2026-11-16T09:00:00Z,new,",
  // The escalation is to be acknowledged by the end of Thu 19 Nov, and updated by the end of Fri 20 Nov.
  "NM-2,nhsmail,2026-11-18T10:00:00Z,escalation-form-received,",
  "NM-2,nhsmail,2026-11-18T15:00:00Z,escalation-acknowledged,",
  // Awaiting information since Thu 19 Nov 12:00: the first reminder on Fri 20 Nov 12:00.
  "NM-3,nhsmail,2026-11-19T11:00:00Z,new,",
  "NM-3,nhsmail,2026-11-19T12:00:00Z,awaiting-user-info,",
  // Severity 2 has 8 hours of 08:00 to 18:00 from Thu 19 Nov 15:00: Fri 20 Nov 13:00.
  "NL-1,nhs-login,2026-11-19T15:00:00Z,new,2",
  // Received on Wed 18 Nov: acknowledged by the end of Thu 19 Nov, and updated in the tracker by Wed 25 Nov.
  "GP-1,gpsoc,2026-11-18T10:00:00Z,escalation-received,",
  // 5 working days after Mon 16 Nov end with Mon 23 Nov.
  "PA-1,patient-access,2026-11-16T10:00:00Z,escalation-requested,",
].join("\n");
const AS_OF = "2026-11-20T09:00:00Z";

const log = () => file("tickets.csv", `${LOG}\n`);

describe("core-hours obligations", () => {
  it("lists what is due next across all tickets of all services, worst first", async () => {
    const { stdout, stderr, code } = await command("obligations", log(), "--as-of", AS_OF);
    expect(rowsOf(stdout)).toEqual([
      ["ticket", "what", "clause", "status", "due"],
      ["NM-1", "Incident resolution", "NM-06", "late", "Thu 19 Nov 2026 12:00 GMT"],
      ["GP-1", "Acknowledgement of an escalation", "GP-04", "late", "end of Thu 19 Nov 2026"],
      ["NM-3", "First reminder", "NM-13", "running", "Fri 20 Nov 2026 12:00 GMT"],
      ["NL-1", "Incident resolution", "NL-SEV2", "running", "Fri 20 Nov 2026 13:00 GMT"],
      ["NM-2", "Progress update on an escalation", "NM-08", "running", "end of Fri 20 Nov 2026"],
      ["NM-3", "Second reminder", "NM-14", "running", "Mon 23 Nov 2026 12:00 GMT"],
      ["PA-1", "Response to an escalation request", "PA-01", "running", "end of Mon 23 Nov 2026"],
      ["NM-3", "Third reminder", "NM-14", "running", "Tue 24 Nov 2026 12:00 GMT"],
      [
        "GP-1",
        "Update of the Live Service Issues and Escalation Tracker",
        "GP-05",
        "running",
        "Wed 25 Nov 2026 10:00 GMT",
      ],
      ["NM-3", "Automatic resolution", "NM-15", "running", "Wed 25 Nov 2026 12:00 GMT"],
      [
        "GP-1",
        "Supplier's Monthly Service Review",
        "GP-07",
        "running",
        "Fri 18 Dec 2026 10:00 GMT",
      ],
      // No date has been agreed for the feedback.
      ["GP-1", "Initial feedback on an escalation", "GP-04", "running", "nobody knows"],
      ["NM-3", "Incident resolution", "NM-06", "paused", "nobody knows"],
    ]);
    expect(stdout).toMatch(
      /\n\n13 obligations as of Fri 20 Nov 2026 09:00 GMT: 2 late, 10 running, 1 paused\n$/,
    );
    expect([stderr, code]).toEqual(["", 0]);
    const update = stdout.split("\n").find((line) => line.startsWith("NM-2"));
    expect(update).toMatch(/late, after end of Fri 20 Nov 2026 {2}/);
    expect(update).toMatch(/escalation-form-received, Wed 18 Nov 2026 10:00 GMT$/);
  });

  it("lists those that are done or shut too, if all are asked for", async () => {
    const { stdout } = await command("obligations", log(), "--as-of", AS_OF, "--all");
    expect(stdout).toMatch(/^NM-2 +Acknowledgement of an escalation +NM-04 +done +end of Thu 19/m);
    expect(stdout).toContain("14 obligations");
  });

  it("shows only so many of the worst, and says so", async () => {
    const { stdout, stderr } = await command("obligations", log(), "--as-of", AS_OF, "--top", "2");
    expect(stdout).toContain("2 obligations as of Fri 20 Nov 2026 09:00 GMT: 2 late");
    expect(stderr).toBe("note: 11 more are not shown; --top shows more\n");
  });

  it("writes the library's own JSON, CSV and Markdown", async () => {
    const args = ["obligations", log(), "--as-of", AS_OF] as const;
    const { obligations, asOf } = JSON.parse((await command(...args, "--format", "json")).stdout);
    expect(asOf).toBe("2026-11-20T09:00:00+00:00");
    const history = [{ at: "2026-11-16T09:00:00Z", state: "new" }];
    const [fix] = nhsmail().obligations(history, { asOf: AS_OF });
    expect(obligations[0]).toEqual({
      ticket: "NM-1",
      policy: "nhsmail",
      ...JSON.parse(JSON.stringify(fix)),
    });
    const csv = (await command(...args, "--format", "csv")).stdout.split("\n");
    expect(csv[0]).toMatch(/^ticket,policy,kind,name,step,title,clause,severity,status,late,due,/);
    expect(csv[1]).toMatch(
      /^NM-1,nhsmail,target,incidentResolution,,Incident resolution,NM-06,,late,true,2026-11-19T12:00:00\+00:00,,new,/,
    );
    expect(csv).toHaveLength(15);
    const markdown = (await command(...args, "--format", "markdown")).stdout.split("\n");
    expect(markdown[2]).toMatch(/^\| `NM-1` \| Incident resolution/);
  });

  it("writes to a file, and never over what it reads", async () => {
    const path = log();
    const out = file("due.csv", "the old one");
    const args = ["obligations", path, "--as-of", AS_OF, "--format", "csv", "--out"] as const;
    expect(await command(...args, out)).toMatchObject({ stdout: "", code: 0 });
    expect(readFileSync(out, "utf8").split("\n")).toHaveLength(15);
    const over = await command(...args, path);
    expect([over.code, over.stderr]).toEqual([
      2,
      expect.stringContaining("the command reads this file"),
    ]);
  });

  it("reads the sample without a file", async () => {
    const { stdout, code } = await command("obligations");
    // NM-1028: received on Mon 15 Mar 2027, so an update was due by the end of Wed 17 March.
    expect(stdout).toMatch(/^NM-1028 +Progress update .* NM-08 +late +end of Wed 17 Mar 2027 /m);
    for (const service of ["NM-", "NL-", "GP-", "PA-"]) expect(stdout).toContain(`\n${service}`);
    expect(code).toBe(0);
  });

  it("goes on if a ticket cannot be judged, and says so", async () => {
    const path = file("odd.csv", `${LOG}\nNL-9,nhs-login,2026-11-19T15:00:00Z,hssi-happened,1\n`);
    const { stdout, stderr, code } = await command("obligations", path, "--as-of", AS_OF);
    expect(stdout).toContain("13 obligations");
    expect(stderr).toContain("NL-9");
    expect(code).toBe(1);
  });

  it("refuses an unknown format, a bad number, and a file without tickets", async () => {
    const format = await command("obligations", log(), "--format", "xml");
    expect(format.stderr).toBe(
      'obligations: --format "xml" is not one of table, csv, json, markdown\n',
    );
    expect(format.code).toBe(2);
    expect((await command("obligations", log(), "--top", "0")).code).toBe(2);
    const empty = file("empty.csv", "ticket,service,at,state,severity\n");
    expect((await command("obligations", empty)).code).toBe(2);
  });
});
