import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DIALECTS } from "../../src/sql/dialects";
import { command } from "./run-breaches";

const folder = process.env["EXAMPLES_FOLDER"] ?? "";
const SHORT = ["--from", "2026-11-01", "--to", "2026-12-31"];

describe("core-hours sql", () => {
  it.each(Object.keys(DIALECTS))("prints a whole script for %s", async (dialect) => {
    const { stdout, stderr, code } = await command("sql", "--dialect", dialect, ...SHORT);
    const made = [...stdout.matchAll(/(?:CREATE TABLE|INTO) (core_hours_\w+)/g)];
    expect(new Set(made.map(([, table]) => table))).toEqual(
      new Set(
        ["measures", "pieces", "numbers", "instants", "amounts", "targets", "allowances", "states"]
          .map((name) => `core_hours_${name}`)
          .concat("core_hours_severities", "core_hours_readings"),
      ),
    );
    expect(stdout).toContain("FROM ticket_events");
    expect([stderr, code]).toEqual(["", 0]);
  });

  it("reads as of the engine's clock, or of an instant in the policy's zone", async () => {
    const now = await command("sql", ...SHORT);
    expect(now.stdout).toContain("epoch_ms(now()) AS as_of_ms");
    const then = await command("sql", ...SHORT, "--as-of", "2026-11-20T16:30");
    // 16:30 in London is 16:30 UTC in November: 1,795,192,200,000 ms.
    expect(then.stdout).toContain("1795192200000 AS as_of_ms");
  });

  it("reads the events from the table and the columns that are named", async () => {
    const columns = [
      "--ticket-column",
      "number",
      "--at-column",
      "changed",
      "--at-type",
      "timestamp",
    ];
    const rest = ["--state-column", "value", "--severity-column", "none", "--order-column", "id"];
    const { stdout } = await command("sql", "--events", "audit", ...columns, ...rest, ...SHORT);
    expect(stdout).toContain(
      `  SELECT number AS ticket, epoch_ms(changed) AS at_ms, value AS state,
    CAST(NULL AS VARCHAR) AS severity, id AS ordinal
  FROM audit`.replace(/^ {2}/gm, "    "),
    );
  });

  it("sums up the month that is named, from midnight to midnight in the policy's zone", async () => {
    const { stdout } = await command("sql", ...SHORT, "--month", "2026-10", "--by", "due");
    // London's October begins at 23:00 UTC on 30 September, and ends at midnight UTC.
    expect(stdout).toContain("projected_due_at_ms >= 1790809200000");
    expect(stdout).toContain("projected_due_at_ms < 1793491200000");
  });

  it("loads the tables from files, if that is asked for", async () => {
    const { stdout } = await command("sql", "--tables", "files", "--dialect", "spark", ...SHORT);
    expect(stdout).toContain("parquet.`core_hours_instants.parquet`");
    expect(stdout).not.toContain("INSERT INTO");
  });

  it("has the targets that are named, and no others", async () => {
    const { stdout } = await command("sql", ...SHORT, "--target", "incidentResolution");
    expect(stdout).toContain("-- Targets: incidentResolution.\n");
    expect(stdout).not.toContain("complaintAcknowledgement");
  });

  it("writes a file, and then prints nothing", async () => {
    const out = join(folder, "nhsmail.sql");
    const written = await command("sql", ...SHORT, "--out", out);
    expect(written).toEqual({ stdout: "", stderr: "", code: 0 });
    expect(readFileSync(out, "utf8")).toBe((await command("sql", ...SHORT)).stdout);
  });

  it.each([
    [["--policy", "nhs-login"], 'target "serviceRequest": months, which are civil time'],
    [["--target", "fix"], "nhsmail has no target"],
    [["--from", "2026-13-01"], "is not a date"],
    [["--from", "2026-02-30"], "is not a date"],
    [["--from", "2027-01-01", "--to", "2026-01-01"], "lies before"],
    [["--month", "November"], "is not a month"],
    [["--as-of", "soon"], "soon"],
    [["--dialect", "oracle"], "oracle"],
    [["--hours", "0"], "whole number"],
  ])("refuses %j by name, with exit code 2", async (args, message) => {
    const { stdout, stderr, code } = await command("sql", ...args);
    expect(stderr).toContain(message);
    expect([stdout, code]).toEqual(["", 2]);
  });
});
