import { describe, expect, it } from "vitest";
import { jsonParts } from "../../src/report/formats/json";
import { codeBlock, codeText } from "../../src/report/formats/markdown/text";
import { KeptColumns } from "../../src/tickets/log/kept-columns";
import { Problems } from "../../src/tickets/log/problems";
import { breaches } from "../cli/run-breaches";
import { judged, smallLog } from "./small-log";

describe("a report as JSON, in parts", () => {
  it("is what JSON.stringify writes, two spaces deep", async () => {
    const { stdout } = await breaches([...smallLog(), "--format", "json"]);
    expect(stdout).toBe(`${JSON.stringify(JSON.parse(stdout), null, 2)}\n`);
  });

  it("comes in parts of at most a thousand items, of which none is long", () => {
    const problems = new Problems();
    const column = (i: number) => `c${i % 5}`;
    for (let i = 0; i < 2_500; i += 1) {
      problems.add({ kind: "no-instant", line: i + 2, column: column(i), reason: "x" });
    }
    // They are written as they are given.
    const [summary, first] = [{ rows: 0 } as never, {} as never];
    const asOf = "2026-07-01T13:00:00+01:00";
    const kept = new KeptColumns([]);
    const rest = { asOf, warning: null, notes: [], first, summary, targets: [], problems, kept };
    const parts = [...jsonParts([], rest)];
    expect(parts.filter((part) => part.includes('"line"'))).toHaveLength(3);
    const whole = JSON.parse(parts.join(""));
    expect(whole).toMatchObject({ rows: [], targets: [] });
    expect(whole.problemCounts).toHaveLength(5);
    expect(whole.problemCounts[0]).toEqual({ kind: "no-instant", column: "c0", count: 500 });
    expect(whole.problems).toEqual(problems.kept());
  });
});

describe("a ticket with a name of 40,000 characters", () => {
  const name = "x ".repeat(20_000);
  const rows = Array.from({ length: 50 }, (_, i) => `${name}${i},2026-06-29T08:00Z,open,2`);

  it.each(["table", "md", "html"])("is judged and printed as %s", async (format) => {
    const { stdout, code } = await breaches([...judged("long", rows), "--format", format]);
    expect(stdout.length).toBeGreaterThan(0);
    expect(code).toBe(0);
  });
});

describe("Markdown of 200,000 backticks", () => {
  // Each run alone, since a run of them all is one.
  const text = "` ".repeat(200_000);

  it("is code, fenced by more than its longest run", () => {
    expect(codeText(text).startsWith("`` ` ")).toBe(true);
    expect(codeBlock("a ```` b").split("\n")).toEqual(["`````text", "a ```` b", "`````"]);
    expect(codeBlock(text).startsWith("```text\n")).toBe(true);
  });
});

describe("a line break in a ticket's name", () => {
  it("starts no line of the Markdown", async () => {
    const args = judged("forged", ['"F-1\n## All is well\n",2026-06-29T08:00Z,open,2']);
    const { stdout } = await breaches([...args, "--format", "md"]);
    expect(stdout).not.toMatch(/^## All is well/m);
    expect(stdout).toContain("### 1. `F-1\\x0a## All is well`");
  });
});

describe("a balance in CSV", () => {
  const policy = {
    id: "days",
    calendars: { core: { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } } },
    targets: {
      fix: {
        allowance: { workingDays: 5, calendar: "core" },
        runs: ["open"],
        stops: ["done"],
      },
    },
  };

  it("is in days if the allowance is", async () => {
    // Opened on Mon 29 June; Tuesday is the one working day that has been run to its end by
    // Wed 1 July 13:00, which leaves four of five.
    const args = judged("days", ["D-1,2026-06-29T08:00Z,open,"], policy);
    const { stdout } = await breaches([...args, "--format", "csv"]);
    expect(stdout).toContain(",4 days left,4,days,");
  });

  it("is in minutes if the allowance is in hours", async () => {
    // B-2 has used 3 of 4 hours.
    const { stdout } = await breaches([...smallLog(), "--format", "csv"]);
    expect(stdout).toMatch(/^B-2,.*,1h 00m left,60,minutes,/m);
  });
});

describe("CSV on a terminal", () => {
  const rows = ["E-\u001b[31m\u202e1,2026-06-29T08:00Z,open,2"];

  it("shows control characters, and passes them on only to a file", async () => {
    const { csvParts } = await import("../../src/report/formats/csv");
    const { stdout } = await breaches([...judged("escapes", rows), "--format", "csv"]);
    expect(stdout).toContain("E-\u001b[31m\u202e1");
    const row = { ticket: "E-\u001b[31m\u202e1", timeZone: "UTC", status: "met", openedMs: null };
    const nothing = {
      dueMs: null,
      projectedDueMs: null,
      stoppedMs: null,
      remaining: 0,
      overdue: 0,
    };
    const style = { isTerminal: true, forSpreadsheet: false };
    const shown = [...csvParts([{ ...row, ...nothing } as never], style)].join("");
    expect(shown).toContain("E-\\x1b[31m\\x202e1");
  });
});
