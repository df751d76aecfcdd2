import { describe, expect, it } from "vitest";
import { DESK, judgedBy, lines } from "../small-desk";
import { judgedFile } from "./judged-file";

/*
 * Open since Friday 5 June 11:00, and judged at 13:00: 2 h of the 10 h of severity 2. Nobody knows how much
 * of that the ticket was on hold.
 */
const OPEN = "T-1,2,2026-06-05 11:00,,Working";
/** From Friday 29 May 09:00 to 11:00: 2 h of 10. That it is on hold no longer matters. */
const DONE = "T-2,2,2026-05-29 09:00,2026-05-29 11:00,Resolved";
const log = (name: string, cell: string, row = OPEN) =>
  lines(`Ticket,Priority,Opened,Resolved,Status,${name}`, `${row},${cell}`);

describe("a column that says whether a ticket is on hold now", () => {
  it.each([
    ["On Hold", "Yes"],
    ["on_hold", "true"],
    ["isOnHold", "TRUE"],
    ["SLA paused", "Y"],
    ["u_on_hold", "true"],
    ["Paused?", "yes"],
    ["Ticket suspended", "oui"],
  ])("puts an open ticket in doubt: %s, %s", async (name, cell) => {
    const { run, verdicts } = await judgedFile(log(name, cell));
    expect(verdicts).toEqual({ "T-1": "running 20 % !" });
    expect(run.stderr).toContain(`"${name}" says that it is on hold`);
    expect(run.code).toBe(1);
  });

  it.each([
    ["On Hold", "No", OPEN],
    ["On Hold", "", OPEN],
    ["On hold reason", "yes", OPEN],
    ["On Hold", "Yes", DONE],
  ])("puts no other ticket in doubt: %s, %s", async (name, cell, row) => {
    const { run, verdicts } = await judgedFile(log(name, cell, row));
    expect(Object.values(verdicts)).toEqual([row === OPEN ? "running 20 %" : "met 20 %"]);
    expect(run.code).toBe(0);
  });

  it("does not matter to a policy that never pauses", async () => {
    const { fix } = DESK.targets;
    const { pauses: _, ...never } = fix;
    const policy = { ...DESK, targets: { fix: never } };
    const { run, verdicts } = await judgedFile(log("On Hold", "Yes"), [], policy);
    expect(verdicts).toEqual({ "T-1": "running 20 %" });
    expect(run.code).toBe(0);
  });

  it("does not matter if --hold ignore or the mapping says so", async () => {
    const ignored = await judgedFile(log("On Hold", "Yes"), ["--hold", "ignore"]);
    expect(ignored.verdicts).toEqual({ "T-1": "running 20 %" });
    const map = {
      ticket: "Ticket",
      at: { formats: ["yyyy-MM-dd HH:mm"], zone: "Europe/London" },
      state: { column: "Status" },
      severity: { column: "Priority" },
      moments: [
        { column: "Opened", state: "New" },
        { column: "Resolved", state: "Resolved" },
      ],
    };
    const asked = await judgedBy(map, log("On Hold", "Yes"));
    expect(asked.problems).toMatchObject([{ kind: "paused-since-unknown", line: 2 }]);
    const silent = await judgedBy({ ...map, onHold: null }, log("On Hold", "Yes"));
    expect(silent.problems).toEqual([]);
  });
});
