import { describe, expect, it } from "vitest";
import { DESK, judgedBy, lines } from "../small-desk";
import { judgedFile } from "./judged-file";

/*
 * Monday 1 June 2026, 09:00 to 12:00 in London: 3 h, of 4 for severity 1 and of 10 for severity 2. The instants
 * are counted from 1970: 08:00 and 11:00 UTC.
 */
const [OPENED, RESOLVED] = ["2026-06-01T08:00:00Z", "2026-06-01T11:00:00Z"].map(
  (at) => Date.parse(at) / 1000,
);

describe("a code of a tool that looks like a severity of the policy", () => {
  it("is what the tool means by it: 1 is Remedy's High, and 0 its Critical", async () => {
    const { verdicts } = await judgedFile(
      lines(
        "Incident Number,Status,Priority,Submit Date,Last Resolved Date,Closed Date",
        `INC1,4,0,${OPENED},${RESOLVED},`,
        `INC2,4,1,${OPENED},${RESOLVED},`,
      ),
    );
    expect(verdicts).toEqual({ INC1: "met 75 %", INC2: "met 30 %" });
  });

  it("is refused if the policy has no severity for it: 1 is Freshdesk's lowest", async () => {
    const ticket = (id: number, priority: number) => ({
      ...{ id, status: 4, priority, created_at: "2026-06-01T08:00:00Z" },
      stats: { resolved_at: "2026-06-01T11:00:00Z" },
    });
    const content = JSON.stringify([ticket(1, 1), ticket(2, 3), ticket(3, 4)]);
    const { verdicts, run } = await judgedFile(content);
    expect(verdicts).toEqual({ "2": "met 30 %", "3": "met 75 %" });
    expect(run.stderr).toContain('"1" is not a severity of the policy');
    expect(run.code).toBe(1);
  });

  it("is what a mapping says", async () => {
    const map = {
      ticket: "Ticket",
      at: {},
      severity: { column: "Priority", values: { "1": { rank: 2 }, P2: { rank: 1 } } },
      moments: [
        { column: "Opened", state: "New" },
        { column: "Resolved", state: "Resolved" },
      ],
    };
    const content = lines(
      "Ticket,Opened,Resolved,Priority",
      "T-1,2026-06-01T08:00:00Z,2026-06-01T11:00:00Z,1",
      "T-2,2026-06-01T08:00:00Z,2026-06-01T11:00:00Z,P2",
    );
    const { verdicts } = await judgedBy(map, content);
    expect(verdicts).toEqual({ "T-1": "met 30 %", "T-2": "met 75 %" });
  });

  it("leaves a word of the policy without a number to the policy", async () => {
    const { "1": first, "2": second } = DESK.targets.fix.allowance;
    const policy = {
      ...DESK,
      severities: ["Medium", "Low"],
      targets: { fix: { ...DESK.targets.fix, allowance: { Medium: first, Low: second } } },
    };
    const content = lines(
      "Ticket,Opened,Resolved,Priority",
      "T-1,2026-06-01T08:00:00Z,2026-06-01T11:00:00Z,Medium",
    );
    expect((await judgedFile(content, [], policy)).verdicts).toEqual({ "T-1": "met 75 %" });
  });
});
