import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { breaches, file, log } from "../cli/run-breaches";

const GOOD = ["T-1,nhsmail,2026-11-02T09:00Z,new,", "T-1,nhsmail,2026-11-03T09:00Z,resolved,"];

describe("a row that cannot be used", () => {
  const bad = log(
    "bad-rows.csv",
    ...GOOD,
    "T-2,nhsmail,2026-11-02T09:00,new,",
    "T-2,nhsmail,2026-11-02T10:00Z,new,",
    "T-2,nhsmail,2026-02-30T10:00Z,resolved,",
    ",nhsmail,2026-11-02T10:00Z,new,",
    "T-3,nhsmale,2026-11-02T10:00Z,new,",
    "T-4,nhs-login,2026-11-02T10:00Z,nwe,9",
    "T-5,nhs-login,2026-11-02T10:00Z",
    'T-6,nhs-login,"2026-11-02T10:00Z,new,1',
    "T-1,nhs-login,2026-11-03T10:00Z,closed,",
    "T-7,nhs-login,2026-11-02T10:00Z,new,1",
    "T-8,nhs-login,2026-11-02T10:00Z,,",
  );

  it("is reported with file, line, column and reason, and the rest is processed", async () => {
    const { stdout, stderr, code } = await breaches([bad, "--as-of", "2026-11-03T12:00Z"]);
    expect(code).toBe(1);
    const lines = stderr.trimEnd().split("\n");
    expect(lines.map((line) => line.slice(bad.length + 1, bad.length + 60))).toEqual([
      expect.stringMatching(/^4: column "at": "2026-11-02T09:00" cannot be read/),
      expect.stringMatching(/^6: column "at": "2026-02-30T10:00Z" cannot be read/),
      expect.stringMatching(/^7: column "ticket": it is missing/),
      expect.stringMatching(/^8: column "service": "nhsmale" is not a policy/),
      expect.stringMatching(/^9: column "state": "nwe" is not a state of/),
      expect.stringMatching(/^9: column "severity": "9" is not a severity of/),
      expect.stringMatching(/^10: column "state": the row has 3 cells/),
      expect.stringMatching(/^11: a quotation mark is opened/),
      expect.stringMatching(/^12: column "service": the ticket is under nhsmail/),
      expect.stringMatching(/^14: column "state": it is missing/),
    ]);
    expect(stdout).toMatch(/T-7 .*breached/);
    expect(stdout).toMatch(/T-1 ! .*met/);
    expect(stdout).toMatch(/T-2 ! .*running/);
    expect(stdout).toContain("!  a row of it was not used or is in doubt");
    expect(stdout).toContain("3 tickets (13 rows)");
    expect(stdout).toContain("9 malformed rows");
    expect(stdout.split("\n")[0]).toBe("Verdicts may be wrong: 9 of 13 rows could not be used.");
  });

  it("is in the JSON too", async () => {
    const { stdout, code } = await breaches([bad, "--format", "json"]);
    const { problems, rows } = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(problems).toHaveLength(10);
    expect(problems[0]).toMatchObject({ line: 4, column: "at" });
    expect(rows.find((row: { ticket: string }) => row.ticket === "T-2").incomplete).toBe(true);
  });

  it("stands for those of its kind, if there are more than twenty", async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `T-${i},nhsmail,never,new,`);
    const { stderr, code } = await breaches([log("many.csv", ...rows, ...GOOD)]);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toContain("(and 29 more of this kind)");
    expect(code).toBe(1);
  });

  it("may be every row: nothing is reported, and the exit code says so", async () => {
    const path = log("all-bad.csv", "T-1,nhsmail,2 Nov at nine,new,", "T-2,nhsmail,,new,");
    const { stdout, stderr, code } = await breaches([path]);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/:2: column "at": "2 Nov at nine" cannot be read: .*"formats"/);
    expect(stderr).toContain("nothing could be judged: none of its 2 rows could be used");
    expect(code).toBe(2);
  });

  it("may be the one at which a packed file was cut short: what came before counts", async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `T-${i},nhsmail,2026-11-02T09:00Z,new,`);
    const packed = gzipSync(["ticket,service,at,state,severity", ...rows].join("\n"));
    const cut = file("cut.csv.gz", packed.subarray(0, packed.length - 2000));
    const { stdout, stderr, code } = await breaches([cut]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/:\d+: the file cannot be read from here on/);
    expect(stdout).toMatch(/[1-9][\d,]* tickets/);
  });
});

describe("a ticket that cannot be judged", () => {
  it("is reported by its name, and the rest is judged", async () => {
    // NHS login has no target without a severity.
    const path = log("no-severity.csv", ...GOOD, "T-2,nhs-login,2026-11-02T09:00Z,new,");
    const { stdout, stderr, code } = await breaches([path]);
    expect(stderr).toMatch(/no-severity\.csv:4: ticket T-2: .*severity/);
    expect(stdout).toMatch(/T-1 .*met/);
    expect(stdout).toContain("1 ticket not judged");
    expect(code).toBe(1);
  });
});
