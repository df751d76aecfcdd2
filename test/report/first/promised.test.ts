import { readFileSync } from "node:fs";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { breaches, file } from "../../cli/run-breaches";
import { tableRows, textOf } from "../read-html";
import { judged, smallLog } from "../small-log";

/**
 * Of severity 1, A-1 was met and A-2 breached in May, so 1 of 2: below 60 %, which is worth 5 %. Of all, by
 * the instant at which they were due: in May, 2 of 3; B-1 (Tue 2 June 11:00) and B-3, still
 * open (Tue 30 June 11:00), in June: 1 of 2, which is exactly the half.
 */
const ATTAINMENT = {
  sev1: {
    target: "fix",
    severities: ["1"],
    share: 0.9,
    credits: [
      { below: 0.9, percent: 2 },
      { below: 0.6, percent: 5 },
    ],
  },
  all: { title: "Every fix", target: "fix", share: 0.5, by: "due" },
};
const promised = (...args: string[]) => [...smallLog({ attainment: ATTAINMENT }), ...args];
const SHARES = "The shares that are promised for each month";

describe("the shares that a policy promises, on the first page", () => {
  it("stand in large type, each with its month, its target, what is left and the credit", async () => {
    const { stdout } = await breaches(promised("--format", "html"));
    const text = textOf(stdout);
    expect(text).toContain(
      "50.0 % fails Fix, severity 1: 1 of 2 decided in May 2026 were met · target 90 % a month · 8 more met in a row would reach it · credit 5 %",
    );
    expect(text).toContain(
      "50.0 % passes Every fix: 1 of 2 decided in Jun 2026 were met · target 50 % a month · the next breach misses it · kept in 2 of 2 months",
    );
  });

  it("stand in a table beside the month before and the same month a year before", async () => {
    const { stdout } = await breaches(promised("--format", "html"));
    expect(tableRows(stdout, SHARES)).toEqual([
      [
        ...["Promise", "Month", "Promised", "Attainment", "Verdict", "Breaches left", "Credit"],
        ...["Month before", "A year before"],
      ],
      [
        ...["Fix, severity 1", "May 2026", "90 %", "50.0 % of 2", "fails", "0", "credit 5 %"],
        ...["–", "–"],
      ],
      ["Every fix", "Jun 2026", "50 %", "50.0 % of 2", "passes", "0", "", "66.7 % of 3", "–"],
    ]);
  });

  it("are drawn with their line: the first that was missed", async () => {
    const { stdout } = await breaches(promised("--format", "html"));
    const caption = "Attainment by the month in which it was decided or withdrawn: Fix, severity 1";
    expect(tableRows(stdout, caption)).toEqual([
      ["Month", "Attainment", "Met", "Breached", "Verdict", "Credit"],
      ["May 2026", "50.0 %", "1", "1", "fails", "credit 5 %"],
    ]);
    expect(stdout).toContain("The target is 90 %.");
    expect(tableRows(stdout, "The promised shares by month, and how many were decided")).toEqual([
      ["Promise", "May 2026", "Jun 2026"],
      ["Fix, severity 1, 90 %", "50.0 % of 2 missed", "–"],
      ["Every fix, 50 %", "66.7 % of 3", "50.0 % of 2"],
    ]);
  });

  it("are of the month of a period, counted whole by the policy's own instant", async () => {
    // By the start, June holds B-1, B-3, B-4 and B-5; by when they were due, the decided are B-1 and B-3.
    const args = promised("--period", "2026-06-01", "--format", "json");
    const { first } = JSON.parse((await breaches(args)).stdout);
    expect(first.promised.map(({ shown }: { shown: object }) => shown)).toMatchObject([
      { month: "2026-06", met: 0, breached: 0, verdict: null, attainmentPercent: null },
      { month: "2026-06", met: 1, breached: 1, verdict: "passes", breachesLeft: 0 },
    ]);
  });

  it("are the same in every format", async () => {
    const line = "Fix, severity 1: 50.0 %, fails; 1 of 2 decided in May 2026 were met";
    for (const format of ["table", "csv", "json", "md"]) {
      const { stdout, stderr } = await breaches(promised("--format", format));
      expect(stderr).toContain(`note: ${line}`);
      if (format === "md") {
        expect(stdout).toContain("- Fix, severity 1: **50.0 %**, **fails**; 1 of 2 decided");
        expect(stdout).toMatch(
          /\| Every fix +\| +Jun 2026 \| +50 % \| +50\.0 % of 2 \| +passes \|/,
        );
      }
      if (format !== "json") continue;
      const { first, notes } = JSON.parse(stdout);
      expect(notes[0]).toContain(line);
      expect(first.promised[0]).toMatchObject({
        ...{ name: "sev1", title: "Fix, severity 1", sharePercent: 90, by: "stopped" },
        shown: { attainmentPercent: 50, verdict: "fails", creditPercent: 5, metNeeded: 8 },
      });
    }
    const path = file("promised.xlsx", "");
    await breaches(promised("--out", path));
    const { sheets } = await readXlsx(readFileSync(path));
    const row = sheets[0]?.rows.find(([label]) => label === "Fix, severity 1");
    expect(row?.slice(0, 9)).toEqual([
      ...["Fix, severity 1", "May 2026", 90, 50, 1, 1, "fails", 0, 5],
    ]);
  });

  it("give way to a target of the report's own, which says so", async () => {
    const { stdout } = await breaches(promised("--target-share", "60", "--format", "html"));
    const text = textOf(stdout);
    expect(text).toContain("3 of 5 decided were met · target 60 % · the next breach misses it");
    expect(text).toContain(
      "The target of 60 % stands in place of 2 shares that the policy promises: sev1 90 %, Every fix 50 %.",
    );
    expect(stdout).not.toContain(SHARES);
  });

  it("of a target that is not judged are left out", async () => {
    const target = { allowance: { hours: 4, calendar: "core" }, runs: ["open"], stops: ["done"] };
    const policy = {
      id: "two",
      calendars: { core: "nhsmail-core" },
      targets: { reply: target, fix: target },
      attainment: {
        replies: { target: "reply", share: 0.9 },
        fixes: { target: "fix", share: 0.9 },
      },
    };
    const args = judged("two", ["T,2026-05-05T08:00Z,open,", "T,2026-05-05T09:00Z,done,"], policy);
    const { stdout } = await breaches([...args, "--target", "fix", "--format", "json"]);
    const { first } = JSON.parse(stdout);
    expect(first.promised.map(({ name }: { name: string }) => name)).toEqual(["fixes"]);
  });
});
