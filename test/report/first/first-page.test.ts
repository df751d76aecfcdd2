import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { breaches } from "../../cli/run-breaches";
import { tableRows, textOf } from "../read-html";
import { judged, smallLog } from "../small-log";

describe("the first page of nine tickets, worked out by hand", () => {
  let html: string;
  const [path = ""] = smallLog();
  beforeAll(async () => {
    const args = [...smallLog(), "--target-share", "60", "--supplier", "A & B"];
    html = (await breaches([...args, "--format", "html"])).stdout;
  });

  it("says whose they are, of what and as of when", () => {
    const text = textOf(html);
    expect(text).toContain("A & B · ");
    expect(text).toContain("all dates of the file");
    expect(text).toContain("as of Wed 1 Jul 2026 13:00 BST");
  });

  it("has attainment against its target: 3 of 5 is 60 %, so the next breach misses it", () => {
    const text = textOf(html);
    expect(text).toContain(
      "passes 3 of 5 decided were met · target 60 % · the next breach misses it",
    );
    // The last month with a decided verdict is June: B-1 met and B-3 breached; are of May.
    expect(tableRows(html, "Attainment by target: met ÷ (met + breached)")).toEqual([
      [
        "Target",
        "Attainment",
        "Met",
        "Breached",
        "Verdict",
        "Breaches left",
        "Jun 2026",
        "May 2026",
        "Jun 2025",
      ],
      ["Fix", "60.0 %", "3", "2", "passes", "0", "50.0 % of 2", "66.7 % of 3", "–"],
    ]);
  });

  it("has a trend, with its numbers as a table", () => {
    expect(tableRows(html, "Attainment by the month in which the clock started")).toEqual([
      ["Month", "Attainment", "Met", "Breached"],
      ["May 2026", "66.7 %", "2", "1"],
      ["Jun 2026", "50.0 %", "1", "1"],
    ]);
  });

  it("has severities by months", () => {
    expect(tableRows(html, "Attainment by severity and month, and how many were decided")).toEqual([
      ["Severity", "May 2026", "Jun 2026", "All"],
      ["1", "50.0 % of 2", "–", "50.0 % of 2"],
      ["2", "100.0 % of 1", "50.0 % of 2", "66.7 % of 3"],
    ]);
  });

  it("says where the time went", () => {
    // Counted: A-1 3, A-2 5, A-3 9, B-1 7, B-2 3, B-3 20, B-4 1, B-5 1: 49 h. Paused: B-4, 99 h. Out of hours: A-3 16 h;
    // B-1 from 00:30 to 09:00, 8.5 h; B-3 two nights, 32 h; B-4 from Mon 15 June 10:00 to Wed 1 July 13:00, 387 h less 99.
    expect(
      tableRows(html, "Where the time went, from the start of the clocks to their stop"),
    ).toEqual([
      ["", "Counted", "Paused", "Out of hours", "Stopped, then re-opened", "Tickets"],
      ["All", "49 h", "99 h", "345 h", "0", "8"],
    ]);
    expect(textOf(html)).toContain("Paused in waiting 99 h.");
  });

  it("lists the ten worst with a way to each working", () => {
    const rows = tableRows(html, "The ten worst, by the share of their allowance used");
    expect(rows.slice(0, 3)).toEqual([
      ["Ticket", "Severity", "Due", "Used", "Stands"],
      ["B-3", "2", "Tue 30 Jun 2026 11:00 BST", "200.0 %", "breached, 10h 00m over"],
      ["A-2", "1", "Tue 5 May 2026 13:00 BST", "125.0 %", "breached, 1h 00m over"],
    ]);
    // B-2 runs with 75 % used, and B-4 waits with 25 %; those that were met are not bad.
    expect(rows.slice(3).map(([ticket, , , used]) => [ticket, used])).toEqual([
      ["B-2", "75.0 %"],
      ["B-4", "25.0 %"],
    ]);
    expect(html).toContain('href="#worst-1"');
    expect(html).toContain('id="worst-1"');
  });

  it("shows when breaches happened, as a picture and as a table", async () => {
    // A-2 on Tue 5 May, B-3 on Tue 30 June; nine weeks from Mon 4 May to Mon 29 June.
    // Drawn twice: for a wide screen and for a narrow one.
    expect(html.split('class="week"').length - 1).toBe(2 * 9);
    const rows = tableRows(html, "Breaches by week and day");
    expect(rows[1]).toEqual(["Mon 4 May 2026", "0", "1", "0", "0", "0", "0", "0", "1"]);
    expect(rows.at(-1)).toEqual(["Mon 29 Jun 2026", "0", "1", "0", "0", "0", "0", "0", "1"]);
    expect(rows).toHaveLength(1 + 9);
    const { stdout } = await breaches([...smallLog(), "--format", "md"]);
    expect(stdout).toContain("2 breaches, by the clock of Europe/London:");
  });

  it("says what it was made from", () => {
    const sum = createHash("sha256").update(readFileSync(path)).digest("hex");
    const text = textOf(html);
    expect(text).toContain(`SHA-256${sum}`);
    expect(text).toContain("Rows15 rows used, 0 not used");
    expect(text).toMatch(
      /Policydesk \(fingerprint [0-9a-f]{16}, of its hours in 2026 [0-9a-f]{16}\)/,
    );
    expect(text).toMatch(/core-hours \d+\.\d+\.\d+, time-zone data \d{4}[a-z]/);
  });

  it("is the same in Markdown", async () => {
    const args = [...smallLog(), "--target-share", "60", "--supplier", "A & B", "--format", "md"];
    const { stdout } = await breaches(args);
    expect(stdout).toContain("A \\& B · ");
    expect(stdout).toContain("attainment: **60.0 %**, 3 of 5 decided; **passes**, target 60 %");
    expect(stdout).toMatch(/\| Fix +\| +60\.0 % \| +3 \| +2 \| +passes \| +0 \| +50\.0 % of 2 \|/);
  });

  it("of a month is compared with the month before, which the selection leaves out", async () => {
    const args = [...smallLog(), "--period", "2026-06", "--title", "June", "--format", "html"];
    const { stdout } = await breaches(args);
    expect(textOf(stdout)).toContain("Jun 2026 · as of");
    expect(tableRows(stdout, "Attainment by target: met ÷ (met + breached)")).toEqual([
      ["Target", "Attainment", "Met", "Breached", "May 2026", "Jun 2025"],
      ["Fix", "50.0 %", "1", "1", "66.7 % of 3", "–"],
    ]);
  });
});

describe("readable words", () => {
  const DAYS = {
    id: "days",
    calendars: { core: { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } } },
    severities: ["1", "2"],
    targets: {
      fix: {
        title: "Fix",
        allowance: {
          "1": { workingDays: 1, calendar: "core" },
          "2": { workingDays: 3, calendar: "core" },
        },
        runs: ["open"],
        stops: ["done"],
      },
    },
  };

  it("a midnight is the end of the day before, and late by less than a day says so", async () => {
    // Tue 5 May and one working day: until the end of Wed 6 May. Done on Thursday at 10:00, no further day's end has passed.
    const rows = ["D-1,2026-05-05T08:00Z,open,1", "D-1,2026-05-07T09:00Z,done,"];
    const { stdout } = await breaches([...judged("days", rows, DAYS), "--format", "html"]);
    expect(tableRows(stdout, "The ten worst, by the share of their allowance used")[1]).toEqual([
      ...["D-1", "1", "end of Wed 6 May 2026"],
      ...["100.0 %", "breached, less than a day over"],
    ]);
    expect(stdout).not.toContain("0 days over");
  });

  it("a change of severity that breaches is named", async () => {
    // From Tue 5 May 09:00, severity 2; on Friday it becomes 1, which was due by the end of Wednesday.
    const rows = [
      "D-2,2026-05-05T08:00Z,open,2",
      "D-2,2026-05-08T09:00Z,,1",
      "D-2,2026-05-08T10:00Z,done,",
    ];
    const { stdout } = await breaches([...judged("regraded", rows, DAYS), "--format", "html"]);
    expect(textOf(stdout)).toContain(
      "breached by the change to severity 1 at Fri 8 May 2026 10:00 BST",
    );
  });
});

describe("the severities of the sample", () => {
  it("are those of each policy, and leave no verdict out", async () => {
    const { stdout } = await breaches(["--format", "html"]);
    const caption = "Attainment by severity and month, and how many were decided";
    const [, ...rows] = tableRows(stdout, caption);
    const labels = rows.map(([label]) => label);
    // NHSmail and Patient Access promise without severities; NHS login has five.
    expect(labels).toEqual([
      "nhsmail: no severity",
      ...["1", "2", "3", "4", "5", "no severity"].map((each) => `nhs-login: ${each}`),
      ...["1", "2", "no severity"].map((each) => `gpsoc: ${each}`),
      "patient-access: no severity",
    ]);
    const decided = rows.map((row) => Number(row.at(-1)?.match(/of (\d+)$/)?.[1]));
    // 37 were met and 18 breached.
    expect(decided.reduce((sum, each) => sum + each, 0)).toBe(55);
  });
});
