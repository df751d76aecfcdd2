import { describe, expect, it } from "vitest";
import { zonedName, zoneOfColumns } from "../../../src/tickets/understanding/column-zone";
import { command, file } from "../../cli/run-breaches";
import { lines } from "../small-desk";
import { judgedFile } from "./judged-file";

describe("the zone in the name of a column", () => {
  it.each([
    ["Opened (UTC)", "Opened", "UTC"],
    ["Created [Europe/London]", "Created", "Europe/London"],
    ["Closed (GMT)", "Closed", "UTC"],
    ["Closed At GMT", "Closed At", "UTC"],
    ["created_at_utc", "created_at", "UTC"],
    ["CreatedUtc", "Created", "UTC"],
    // The names of fixed offsets count westward.
    ["Created (GMT+1)", "Created", "Etc/GMT-1"],
    ["Created (UTC-05:00)", "Created", "Etc/GMT+5"],
    ["Created (+00:00)", "Created", "UTC"],
    // Half an hour has no zone of its own, and these letters are several zones.
    ["Created (UTC+05:30)", "Created", null],
    ["Created (EST)", "Created", null],
    ["Created (BST time)", "Created", null],
    ["Created (Europe/Londn)", "Created", null],
  ])("%s is %s in %s", (column, name, zone) => {
    expect(zonedName(column)).toEqual({ name, zone });
  });

  it.each(["Opened", "Priority (P1)", "On hold (hrs)", "Opened by", "UTC", "Impact/Urgency"])(
    "is not there: %s",
    (column) => {
      expect(zonedName(column)).toBeNull();
    },
  );

  it("is clear only if all columns of instants say the same", () => {
    expect(zoneOfColumns(["Opened", "Closed"])).toBeUndefined();
    expect(zoneOfColumns(["Opened (UTC)", "Closed (GMT)"])).toBe("UTC");
    expect(zoneOfColumns(["Opened (UTC)", "Closed"])).toBeNull();
    expect(zoneOfColumns(["Opened (UTC)", "Closed [Europe/London]"])).toBeNull();
  });
});

/** Monday 1 June 2026, 09:00 to 12:00 in London, severity 1: 3 h of 4. */
const log = (opened: string, resolved: string, from: string, to: string) =>
  lines(`Ticket,${opened},${resolved},Priority`, `T-1,2026-06-01 ${from},2026-06-01 ${to},1`);

describe("a list whose columns name their zone", () => {
  it.each([
    ["Opened (UTC)", "Resolved (UTC)", "08:00", "11:00"],
    ["Created At UTC", "Closed At UTC", "08:00", "11:00"],
    ["Opened [America/New_York]", "Resolved [America/New_York]", "04:00", "07:00"],
    ["Created (GMT+1)", "Resolved (GMT+1)", "09:00", "12:00"],
  ])("is read in it, whatever the zone of the policy: %s", async (...row) => {
    const { verdicts, run } = await judgedFile(log(...row));
    expect(verdicts).toEqual({ "T-1": "met 75 %" });
    expect(run.code).toBe(0);
  });

  it.each([
    ["Opened (EST)", "Resolved (EST)"],
    ["Opened (UTC)", "Resolved"],
    ["Opened (UTC)", "Resolved [Europe/London]"],
  ])("is asked about if they do not say one zone: %s, %s", async (opened, resolved) => {
    const content = log(opened, resolved, "08:00", "11:00");
    const { run } = await judgedFile(content);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("--zone");
    const said = await judgedFile(content, ["--zone", "UTC"]);
    expect(said.verdicts).toEqual({ "T-1": "met 75 %" });
  });

  it("is shown by core-hours read with its zone", async () => {
    const path = file("zoned.csv", log("Opened (UTC)", "Resolved (UTC)", "08:00", "11:00"));
    const { stdout } = await command("read", path);
    expect(stdout).toContain("in UTC, as the names of its columns say");
  });

  it("has a column of the whole name before one that names a zone too", async () => {
    const content = lines(
      "Ticket,Opened (UTC),Opened,Resolved,Priority",
      "T-1,2026-06-01 08:00,2026-06-01 09:00,2026-06-01 12:00,1",
    );
    expect((await judgedFile(content)).verdicts).toEqual({ "T-1": "met 75 %" });
  });
});
