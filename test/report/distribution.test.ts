import { describe, expect, it } from "vitest";
import { distribution } from "../../src/report/model/distribution";
import type { ReportRow } from "../../src/tickets/verdicts/row";
import { binText } from "../../src/words/sentences";
import { breaches } from "../cli/run-breaches";
import { tableRows } from "./read-html";
import { smallLog } from "./small-log";

/** A verdict of which only the share and the status matter. */
function used(usedPercent: number, status: ReportRow["status"] = "met"): ReportRow {
  return {
    ticket: "T-1",
    policy: "desk",
    target: "fix",
    severity: null,
    status,
    breached: status === "breached",
    openedMs: 0,
    dueMs: null,
    projectedDueMs: null,
    stoppedMs: null,
    breachedMs: null,
    hasAllowance: true,
    usedPercent,
    unit: "milliseconds",
    elapsed: 0,
    remaining: 0,
    overdue: 0,
    pausedFor: 0,
    provisional: false,
    incomplete: false,
    timeZone: "Europe/London",
  };
}

/** The steps that hold any, as `text: how many`. */
function held(rows: readonly ReportRow[]): string[] {
  return distribution(rows).flatMap((bin) => {
    const all = bin.met + bin.open + bin.breached;
    return all > 0 ? [`${binText(bin)}: ${all}`] : [];
  });
}

describe("the distribution of the share used", () => {
  it("puts each of the nine tickets into its step", async () => {
    const { stdout } = await breaches([...smallLog(), "--format", "html"]);
    const rows = tableRows(stdout, "Tickets by the share of their allowance used");
    expect(rows.filter((cells) => cells.at(-1) !== "0")).toEqual([
      ["Used", "Met", "Running or paused", "Breached", "All"],
      ["over 20–30 %", "0", "1", "0", "1"],
      ["over 60–70 %", "1", "0", "0", "1"],
      ["over 70–80 %", "1", "1", "0", "2"],
      ["over 80–90 %", "1", "0", "0", "1"],
      ["over 120–130 %", "0", "0", "1", "1"],
      ["over 190–200 %", "0", "0", "1", "1"],
      ["All", "3", "2", "2", "7"],
    ]);
  });

  it("has exactly 100 % in the last step that is in time, and whatever is over it in the next", () => {
    expect(held([used(100)])).toEqual(["over 90–100 %: 1"]);
    expect(held([used(100 + 1e-6, "breached")])).toEqual(["over 100–110 %: 1"]);
    expect(held([used(0), used(10), used(10.1)])).toEqual(["0–10 %: 2", "over 10–20 %: 1"]);
  });

  it("is not misled by the error of a division", () => {
    expect((11 / 10) * 100).toBeGreaterThan(110);
    expect(held([used((11 / 10) * 100, "breached")])).toEqual(["over 100–110 %: 1"]);
  });

  it("goes to at least 100 %, and puts shares over 200 % into one last step", () => {
    expect(distribution([used(3)])).toHaveLength(10);
    expect(distribution([used(141, "breached")])).toHaveLength(15);
    expect(distribution([used(200, "breached")])).toHaveLength(20);
    const far = distribution([used(200.1, "breached"), used(28_000, "breached")]);
    expect(far).toHaveLength(21);
    expect(far.at(-1)).toMatchObject({ from: 200, to: Number.POSITIVE_INFINITY, breached: 2 });
  });

  it("leaves out tickets that have not started or were withdrawn", () => {
    expect(distribution([used(0, "pending"), used(50, "cancelled")])).toEqual([]);
  });
});
