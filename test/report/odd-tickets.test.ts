import { describe, expect, it } from "vitest";
import { breaches } from "../cli/run-breaches";
import { judged } from "./small-log";

/** 4 hours of Mon-Fri 09:00-17:00 in a cycle of its own for each re-opening, and a release of which only a date is agreed. */
const ODD = {
  id: "odd",
  calendars: { core: { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } } },
  targets: {
    fix: {
      title: "Fix",
      allowance: { hours: 4, calendar: "core" },
      runs: ["open"],
      pauses: ["waiting"],
      stops: ["done"],
      onReopen: "new-cycle",
    },
    release: {
      title: "Release",
      allowance: "agreed",
      runs: ["open"],
      pauses: ["waiting"],
      stops: ["done"],
    },
  },
};

const printed = async (format: string, rows: readonly string[]) =>
  (await breaches([...judged("odd", rows, ODD), "--format", format, "--top", "9"])).stdout;

describe("a ticket that is not like the others", () => {
  it("tells of the cycle that was breached before the one that was met", async () => {
    // Tue 5 May 09:00 to 16:00 BST is 7 h of 4, breached at 13:00. Re-opened on Wednesday for an hour.
    const rows = [
      "T,2026-05-05T08:00Z,open,",
      "T,2026-05-05T15:00Z,done,",
      "T,2026-05-06T08:00Z,open,",
      "T,2026-05-06T09:00Z,done,",
    ];
    const text = "an earlier cycle was breached at Tue 5 May 2026 13:00 BST";
    expect(await printed("html", rows)).toContain(`<dt>How</dt><dd>${text}</dd>`);
    // If it waits after an hour of its second cycle, it is among the worst that are open.
    const waiting = [...rows.slice(0, 3), "T,2026-05-06T09:00Z,waiting,"];
    expect(await printed("html", waiting)).toContain(`paused, 3h 00m left; ${text}`);
    expect(await printed("md", waiting)).toContain("an earlier cycle was breached at Tue 5 May");
  });

  it("has no date if none is agreed, and is not among the worst", async () => {
    const rows = [
      "T,2026-05-05T08:00Z,open,",
      "U,2026-05-05T08:00Z,open,",
      "U,2026-05-05T09:00Z,waiting,",
    ];
    const md = await printed("md", rows);
    const worst = md.slice(md.indexOf("The ten worst"), md.indexOf("## Summary"));
    expect(worst).not.toContain("Release");
    // U waits, so its fix is due when it goes on; T is breached on that day at 13:00.
    expect(worst).toMatch(/`U` .*when it goes on/);
    expect(worst).toMatch(/`T` .*Tue 5 May 2026 13:00 BST/);
  });
});
