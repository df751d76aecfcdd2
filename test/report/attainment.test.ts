import { beforeAll, describe, expect, it } from "vitest";
import { attainmentPercent, attainmentText, tally } from "../../src/report/model/tally";
import { breaches } from "../cli/run-breaches";
import { summaryOf, tableRows, textOf } from "./read-html";
import { judged, smallLog } from "./small-log";

const HEAD = "Met,Breached,At risk,Running,Paused,Pending,Cancelled,All".split(",");

describe("nine tickets, worked out by hand", () => {
  let html: string;
  beforeAll(async () => {
    html = (await breaches([...smallLog(), "--format", "html"])).stdout;
  });

  it("are summed up: A-1, A-3 and B-1 met, A-2 and B-3 breached", () => {
    expect(summaryOf(html)).toEqual({
      Attainment: "60.0 %",
      Met: "3",
      Breached: "2",
      "At risk": "1",
      Running: "1",
      Paused: "1",
      Pending: "1",
      Cancelled: "1",
      Errors: "0",
    });
  });

  it("say what attainment is: B-3 counts, though it is open", () => {
    const text = textOf(html);
    expect(text).toContain("Met ÷ (met + breached): 3 ÷ 5.");
    expect(text).toContain("Of the breached, 1 is still open.");
  });

  it("have one attainment, whatever the format", async () => {
    const printed = async (format: string) => {
      const { stdout, stderr } = await breaches([...smallLog(), "--format", format]);
      return stdout + stderr;
    };
    expect(await printed("table")).toContain("· attainment 60.0 % ·");
    expect(await printed("csv")).toContain("· attainment 60.0 % ·");
    expect(await printed("md")).toContain("attainment: **60.0 %**, 3 of 5 decided");
    const { summary, targets } = JSON.parse(
      (await breaches([...smallLog(), "--format", "json"])).stdout,
    );
    expect([summary.attainmentPercent, targets[0].total.attainmentPercent]).toEqual([60, 60]);
  });

  it("count by severity; B-6 has none yet", () => {
    expect(tableRows(html, "By severity")).toEqual([
      ["Severity", "Attainment", ...HEAD],
      ["1", "50.0 %", "1", "1", "1", "1", "1", "0", "0", "4"],
      ["2", "66.7 %", "2", "1", "0", "0", "0", "0", "1", "4"],
      ["none", "–", "0", "0", "0", "0", "0", "1", "0", "1"],
      ["All", "60.0 %", "3", "2", "1", "1", "1", "1", "1", "9"],
    ]);
  });

  it("count by the month of the start in London, where B-1 started in June", () => {
    const caption = "By the month in which the clock started, in Europe/London";
    expect(tableRows(html, caption)).toEqual([
      ["Month", "Attainment", ...HEAD],
      ["May 2026", "66.7 %", "2", "1", "0", "0", "0", "0", "0", "3"],
      ["Jun 2026", "50.0 %", "1", "1", "0", "0", "1", "0", "1", "4"],
      ["Jul 2026", "–", "0", "0", "1", "1", "0", "0", "0", "1"],
      ["not started", "–", "0", "0", "0", "0", "0", "1", "0", "1"],
      ["All", "60.0 %", "3", "2", "1", "1", "1", "1", "1", "9"],
    ]);
  });

  it("give programs the same", async () => {
    const { stdout } = await breaches([...smallLog(), "--format", "json"]);
    const [target] = JSON.parse(stdout).targets;
    expect(target).toMatchObject({ policy: "desk", target: "fix", title: "Fix" });
    expect(target.total).toMatchObject({ met: 3, breached: 2, breachedOpen: 1 });
    expect(target.total.attainmentPercent).toBe(60);
    expect(target.bySeverity.map(({ severity }: { severity: unknown }) => severity)).toEqual([
      "1",
      "2",
      null,
    ]);
    expect(target.byMonth.map(({ month }: { month: unknown }) => month)).toEqual([
      "2026-05",
      "2026-06",
      "2026-07",
      null,
    ]);
  });

  it("give Markdown the same", async () => {
    const { stdout } = await breaches([...smallLog(), "--format", "md"]);
    const cells = (label: string) =>
      stdout
        .slice(stdout.indexOf("## Severity and month"))
        .split("\n")
        .find((line) => line.startsWith(`| ${label} `))
        ?.split("|")
        .map((cell) => cell.trim())
        .slice(2, -1);
    expect(cells("`2`")).toEqual(["66.7 %", "2", "1", "0", "0", "0", "0", "1", "4"]);
    expect(cells("Jun 2026")).toEqual(["50.0 %", "1", "1", "0", "0", "1", "0", "1", "4"]);
  });
});

describe("several targets", () => {
  const target = (title: string, runs: string[], stops: string[]) => ({
    title,
    allowance: { hours: 1, calendar: "core" },
    runs,
    stops,
  });
  const policy = {
    id: "desk",
    calendars: { core: "nhsmail-core" },
    targets: {
      reply: target("Reply", ["new"], ["answered"]),
      fix: target("Fix", ["new", "answered"], ["done"]),
    },
  };

  it("are reported one by one, and a ticket counts once for each", async () => {
    const rows = ["T-1,2026-06-01T09:00Z,new,", "T-1,2026-06-01T09:30Z,answered,"];
    const args = judged("targets", rows, policy);
    const { stdout } = await breaches([...args, "--format", "html"]);
    expect(tableRows(stdout, "By target").map((cells) => cells.slice(0, 4))).toEqual([
      ["Target", "Attainment", "Met", "Breached"],
      ["desk: Reply", "100.0 %", "1", "0"],
      ["desk: Fix", "0.0 %", "0", "1"],
      ["All", "50.0 %", "1", "1"],
    ]);
    expect(textOf(stdout)).toContain("A ticket counts once for each target that it has begun");
  });
});

describe("attainment", () => {
  const none = tally([], 75);

  it.each([
    [9_999, 1, "99.9"],
    [24_917, 1, "99.9"],
    [1, 0, "100.0"],
    [0, 1, "0.0"],
    [1, 24_917, "0.1"],
    [2, 1, "66.7"],
    [1, 1, "50.0"],
  ])("of %i met and %i breached reads %s", (met, breached, text) => {
    expect(attainmentText(attainmentPercent({ ...none, met, breached }))).toBe(text);
  });

  it("is unknown if none is decided", () => {
    expect(attainmentText(attainmentPercent(none))).toBe("–");
  });
});
