import { describe, expect, it } from "vitest";
import { breaches } from "./run-breaches";

describe("the sample, narrowed", () => {
  const tickets = (stdout: string) =>
    stdout
      .split("\r\n")
      .slice(1, -1)
      .map((line) => line.split(",")[0]);

  it("to the breached", async () => {
    const { stdout } = await breaches(["--only", "breached", "--format", "csv"]);
    expect(tickets(stdout)).toHaveLength(18);
  });

  it("to those at risk, from a share given by the user", async () => {
    const standard = await breaches(["--only", "at-risk", "--format", "csv"]);
    expect(tickets(standard.stdout)).toEqual(["NM-1009", "NL-2015"]);
    const wider = await breaches(["--only", "at-risk", "--at-risk", "60", "--format", "csv"]);
    expect(tickets(wider.stdout)).toEqual(["NM-1009", "NL-2015", "NM-1010", "NM-1008", "PA-4003"]);
  });

  it("to some rows of the table, and says how many more there are", async () => {
    const { stdout } = await breaches(["--limit", "5"]);
    expect(stdout).toContain("... and 65 more rows");
    expect(stdout).not.toContain("NM-1001");
    expect(stdout).toContain("62 tickets");
  });

  it("to an earlier instant, at which later events have not happened", async () => {
    // Mon 2 Nov 2026 12:00: NM-1001 has been open for 3 h of 48.
    const { stdout } = await breaches(["--as-of", "2026-11-02T12:00Z", "--limit", "0"]);
    expect(stdout).toMatch(/NM-1001 .* running +6\.3 +45h 00m left/);
  });

  it("fails on a breach if it is asked to", async () => {
    expect((await breaches(["--fail-on-breach"])).code).toBe(3);
    expect((await breaches(["--fail-on-breach", "--as-of", "2026-10-06T12:00Z"])).code).toBe(0);
  });

  it("to CSV, with the summary beside it", async () => {
    const { stdout, stderr, code } = await breaches(["--format", "csv"]);
    expect(tickets(stdout)).toHaveLength(70);
    expect(stderr).toMatch(/^62 tickets .* as of Mon 5 Apr 2027 12:00 BST\n$/m);
    expect(code).toBe(0);
  });
});
