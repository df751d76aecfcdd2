import { describe, expect, it } from "vitest";
import { nhsLogin, severityTable } from "../../src/index";
import { command } from "./run-breaches";

describe("core-hours severities", () => {
  it("prints what every service promises for each severity", async () => {
    const { stdout, stderr, code } = await command("severities");
    const cells = stdout.split("\n").map((line) => line.split(/ {2,}/));
    expect(cells).toContainEqual([
      "Incident resolution",
      "any",
      "48 hours",
      "NHSmail core hours",
      "NM-06",
      "awaiting-user-info",
    ]);
    expect(cells).toContainEqual([
      "Incident resolution",
      "5",
      "200 hours",
      "NHS login business support hours",
      "NL-SEV5",
      "none stated",
    ]);
    expect(stdout).toMatch(/^Supplier's fix time +other +not published +GP-02/m);
    expect(stdout).toMatch(/^ {2}Supplier's fix time, 1, 2: escalation: .*\(GP-02\)$/m);
    expect([stderr, code]).toEqual(["", 0]);
  });

  it("prints those of one policy, as JSON too", async () => {
    const { stdout } = await command("severities", "--policy", "nhs-login", "--format", "json");
    expect(JSON.parse(stdout)).toEqual([
      {
        id: "nhs-login",
        title: "NHS login service desk",
        rows: JSON.parse(JSON.stringify(severityTable(nhsLogin()))),
      },
    ]);
  });

  it("refuses an unknown policy or format", async () => {
    const policy = await command("severities", "--policy", "nhs");
    expect([policy.code, policy.stderr]).toEqual([2, expect.stringContaining('--policy "nhs"')]);
    const format = await command("severities", "--format", "xml");
    expect(format.stderr).toBe('severities: --format "xml" is not one of table, json\n');
    expect(format.code).toBe(2);
  });
});
