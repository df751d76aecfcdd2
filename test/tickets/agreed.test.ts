import { describe, expect, it } from "vitest";
import { breaches, file } from "../cli/run-breaches";
import { DESK, judgedBy, lines } from "./small-desk";

const MAP = {
  ticket: "id",
  at: { column: "when", formats: ["dd/MM/yyyy HH:mm"], zone: "Europe/London" },
  state: { column: "state" },
  severity: { column: "sev" },
  agreed: { column: "promised", takenBack: ["none", "-"] },
};
const HEAD = "id,when,state,sev,promised";

/** Monday 1 June 2026, 09:00: 10 hours end on Tuesday at 11:00. */
const opened = (id: string) => `${id},01/06/2026 09:00,New,2,`;

describe("a column of agreed dates", () => {
  it("is when the ticket is due from then on", async () => {
    const log = lines(
      HEAD,
      opened("T-1"),
      // Agreed on Monday: until Thursday at noon, which is 27 hours after the start.
      "T-1,01/06/2026 15:00,,,04/06/2026 12:00",
      "T-1,04/06/2026 11:00,Resolved,,",
      opened("T-2"),
      "T-2,02/06/2026 12:00,Resolved,,",
    );
    const { verdicts, problems } = await judgedBy(MAP, log);
    expect(verdicts["T-1"]).toMatch(/^met/);
    expect(verdicts["T-2"]).toBe("breached 110 %");
    expect(problems).toEqual([]);
  });

  it("takes the date back by a text that says so", async () => {
    const log = lines(
      HEAD,
      opened("T-1"),
      "T-1,01/06/2026 15:00,,,04/06/2026 12:00",
      "T-1,01/06/2026 16:00,,,None",
      "T-1,02/06/2026 12:00,Resolved,,",
    );
    expect((await judgedBy(MAP, log)).verdicts["T-1"]).toBe("breached 110 %");
  });

  it("is read as the instants are, and refused with its row if it cannot be", async () => {
    const log = lines(HEAD, opened("T-1"), "T-1,01/06/2026 15:00,,,soon");
    const { problems, run } = await judgedBy(MAP, log);
    expect(problems).toEqual([expect.objectContaining({ kind: "no-instant", line: 3 })]);
    expect(run.stderr).toContain('column "promised": "soon" cannot be read');
  });

  it("belongs to a row for each event", async () => {
    const map = {
      ticket: "id",
      at: { formats: ["dd/MM/yyyy HH:mm"], zone: "Europe/London" },
      moments: [{ column: "opened", state: "New" }],
      agreed: { column: "promised" },
    };
    const { stderr, code } = await breaches([
      file("log.csv", "id,opened,promised\nT-1,01/06/2026 09:00,\n"),
      ...["--columns", file("map.json", JSON.stringify(map))],
      ...["--policy", file("desk.json", JSON.stringify(DESK))],
    ]);
    expect(stderr).toContain("agreed: it belongs to a row for each event");
    expect(code).toBe(2);
  });

  it("may stand in the project's own format", async () => {
    const log = [
      "ticket,service,at,state,severity,agreed",
      "E-1,nhs-login,2026-11-20T10:00:00Z,enquiry-received,,",
      "E-1,nhs-login,2026-11-20T12:00:00Z,,,2026-11-24T17:00:00Z",
      "E-2,nhs-login,2026-11-20T10:00:00Z,enquiry-received,,",
    ].join("\n");
    const { stdout } = await breaches([
      file("own.csv", `${log}\n`),
      ...["--as-of", "2026-11-24T18:00Z"],
    ]);
    expect(stdout).toMatch(
      /^E-1 +nhs-login enquiryResponse .*Tue 24 Nov 2026 17:00 GMT +breached +late$/m,
    );
    // Nothing is due before a time is agreed, and no share of anything is used.
    expect(stdout).toMatch(/^E-2 +nhs-login enquiryResponse +Fri 20 Nov 2026 10:00 GMT +running$/m);
  });
});
