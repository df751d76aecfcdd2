import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { breaches, file, log } from "./run-breaches";
import { PARTIES } from "./sample-choices";

describe("the user's own file", () => {
  it("may be packed, whatever its name", async () => {
    const packed = file("packed", gzipSync(readFileSync("examples/data/tickets.csv")));
    const options = ["--as-of", "2027-04-05T11:00Z", ...PARTIES];
    const { stdout, code } = await breaches([packed, ...options]);
    expect(stdout).toContain("62 tickets (206 rows)");
    expect(code).toBe(0);
  });

  it("is judged as of now unless it says otherwise", async () => {
    const old = log("old.csv", "T-1,nhsmail,2025-01-06T09:00Z,new,");
    expect((await breaches([old])).stdout).toMatch(/T-1 .*breached/);
  });

  it("is refused if it has no row, so nobody takes it for good news", async () => {
    const { stdout, stderr, code } = await breaches([log("none.csv"), "--fail-on-breach"]);
    expect(stdout).toBe("");
    expect(stderr).toMatch(
      /none\.csv: nothing could be judged: the file has a header and no row\n$/,
    );
    expect(code).toBe(2);
  });

  it("need not be sorted", async () => {
    const path = log(
      "unsorted.csv",
      "T-1,nhsmail,2026-11-03T09:00Z,resolved,",
      "T-1,nhsmail,2026-11-02T09:00Z,new,",
    );
    expect((await breaches([path])).stdout).toMatch(/T-1 .*met +31\.3/);
  });

  it("cannot smuggle a formula into a spreadsheet", async () => {
    const path = log("formula.csv", '"=HYPERLINK(""x"")",nhsmail,2026-11-02T09:00Z,new,');
    const { stdout } = await breaches([path, "--format", "csv", "--as-of", "2026-11-02T12:00Z"]);
    expect(stdout.split("\r\n")[1]).toMatch(/^"'=HYPERLINK\(""x""\)",nhsmail,/);
  });

  it("cannot recolour the terminal", async () => {
    const path = log("escape.csv", "T\u001b[31m,nhsmail,2026-11-02T09:00Z,new,");
    const { stdout } = await breaches([path]);
    expect(stdout).toContain("T\\x1b[31m");
    expect(stdout).not.toContain("\u001b[31m");
  });

  it("may be judged under another policy than its own", async () => {
    const path = log("moved.csv", "T-1,nhs-login,2026-11-02T09:00Z,new,1");
    const policy = ["--policy", "nhsmail", "--as-of", "2026-11-02T12:00Z"];
    expect((await breaches([path, ...policy])).stdout).toMatch(/T-1 +nhsmail .*running +6\.3/);
  });

  it("needs a zone if its instants have no offset, or every row is malformed", async () => {
    const path = log("no-offset.csv", "T-1,nhsmail,2026-11-02T09:00,new,");
    const refused = await breaches([path]);
    expect(refused.stderr).toContain("states no offset");
    expect(refused.stderr).toMatch(/nothing could be judged: its only row could not be used\n$/);
    expect(refused.code).toBe(2);
    const columns = {
      ...{ ticket: "ticket", policy: "service", state: { column: "state" } },
      at: { column: "at", zone: "Europe/London" },
    };
    const map = file("zone.json", JSON.stringify(columns));
    const { stdout, code } = await breaches([
      path,
      "--columns",
      map,
      "--as-of",
      "2026-11-02T12:00Z",
    ]);
    expect(stdout).toMatch(/T-1 .*running +6\.3/);
    expect(code).toBe(0);
  });

  it("may pause past its first state, change only its severity, or not have started", async () => {
    const path = log(
      "states.csv",
      "T-1,nhs-login,2026-11-02T09:00Z,new,3",
      "T-1,nhs-login,2026-11-02T10:00Z,,1",
      "T-2,nhsmail,2026-12-01T09:00Z,new,",
    );
    const { stdout, code } = await breaches([path, "--as-of", "2026-11-02T12:00Z"]);
    expect(stdout).toMatch(/T-1 .* 1 .*running +75\.0 +1h 00m left/);
    expect(stdout).toMatch(/T-2 +nhsmail incidentResolution +pending$/m);
    expect(code).toBe(0);
  });
});

describe("the user's own policy", () => {
  it("may count in days, and have several targets", async () => {
    const policy = {
      id: "desk",
      calendars: { core: "nhsmail-core" },
      targets: {
        reply: {
          allowance: { workingDays: 2, calendar: "core" },
          runs: ["new"],
          stops: ["answered"],
        },
        fix: {
          allowance: { hours: 8, calendar: "core" },
          runs: ["new", "answered"],
          stops: ["done"],
        },
      },
    };
    const path = file("days.csv", "ticket,at,state\nT-1,2026-11-02T09:00Z,new\n");
    const args = [
      "--policy",
      file("desk.json", JSON.stringify(policy)),
      "--as-of",
      "2026-11-03T12:00Z",
    ];
    const { stdout, code } = await breaches([path, ...args]);
    // Received Mon 2 Nov: Tue is the first working day, Wed the second, due at the midnight that ends it.
    expect(stdout).toMatch(/T-1 +desk reply .*end of Wed 4 Nov 2026 +running +0\.0 +2 days left/);
    // Mon 13 h and Tue 5 of 8.
    expect(stdout).toMatch(/T-1 +desk fix .*breached +225\.0 +10h 00m over/);
    expect(stdout).toContain("1 ticket (1 row)");
    expect(code).toBe(0);
  });
});

describe("an export of another system", () => {
  it("is read by a mapping that lies beside the policy", async () => {
    const policy = file("export.json", readFileSync("examples/policies/incident-log.json"));
    file("export.columns.json", readFileSync("examples/policies/incident-log.columns.json"));
    const path = file(
      "export.csv",
      [
        "number,incident_state,opened_at,sys_updated_at,priority,notes",
        'INC1,New,2/11/2026 09:00,2/11/2026 09:05,1 - Critical,"two\nlines"',
        "INC1,Awaiting User Info,2/11/2026 09:00,2/11/2026 10:00,1 - Critical,?",
        "INC1,Active,2/11/2026 09:00,2/11/2026 11:00,1 - Critical,?",
        "INC1,Resolved,2/11/2026 09:00,2/11/2026 13:00,1 - Critical,?",
        "INC2,Resolved,2/11/2026 09:00,2/11/2026 10:00,constructor,?",
        "INC3,?,2/11/2026 09:00,?,?,?",
      ].join("\r\n"),
    );
    const { stdout, stderr, code } = await breaches([path, "--policy", policy]);
    // From 09:00 as opened: 1 h to the pause, 2 h after it.
    expect(stdout).toMatch(/INC1 .* 1 +Mon 2 Nov 2026 09:00 GMT .*met +75\.0 +1h 00m left/);
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringMatching(
        /\.csv:7: column "priority": "constructor" is not a severity .* 1, 2, 3, 4/,
      ),
      // It has been opened, and nothing more is known of it.
      expect.stringMatching(/\.csv:8: ticket INC3: .*started without a severity/),
    ]);
    expect(code).toBe(1);
  });
});
