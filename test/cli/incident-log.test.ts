import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { spawned } from "./run-breaches";

const REAL_LOG = "../shared/datasets/incident_event_log.csv.gz";

describe.runIf(existsSync(REAL_LOG))("the audit log of 24,918 incidents", () => {
  it("is judged whole but for five rows of no state", async () => {
    const { stdout, stderr, code } = await spawned([
      REAL_LOG,
      ...["--policy", "examples/policies/incident-log.json"],
      ...["--as-of", "2017-03-01T00:00Z", "--format", "json"],
    ]);
    expect(code).toBe(1);
    expect(stderr.trimEnd().split("\n")).toEqual(
      [115643, 115644, 124509, 124510, 124511].map((line) =>
        expect.stringContaining(`.csv.gz:${line}: column "incident_state": "-100" is none of`),
      ),
    );
    const { summary, rows } = JSON.parse(stdout);
    expect(summary).toMatchObject({ rows: 141_712, tickets: 24_918, malformedRows: 5 });
    expect(rows).toHaveLength(24_918);
    const row = (id: string) => rows.find((each: { ticket: string }) => each.ticket === id);
    // A Sev3 opened Mon 29 Feb 2016 01:16, counted from 08:00, resolved 08:53. 20 h make Tue 18:00.
    expect(row("INC0000045")).toMatchObject({
      severity: "3",
      status: "met",
      opened: "2016-02-29T01:16:00+00:00",
      due: "2016-03-01T18:00:00+00:00",
      elapsed: 53 * 60_000,
    });
    // Its rows run backwards in time. A Sev3 opened Mon 29 Feb 2016 09:48, resolved 11:03; an update at
    // 11:10 says New again, until it is closed on Sat 5 Mar: Mon 6 h 50, Tue-Fri 40 h more than 1 h 15.
    expect(row("INC0000137")).toMatchObject({
      status: "breached",
      opened: "2016-02-29T09:48:00+00:00",
      elapsed: (75 + 410 + 2400) * 60_000,
    });
  });
});
