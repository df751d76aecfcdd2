import { describe, expect, it } from "vitest";
import { claimOf, isWritten } from "../../../src/tickets/log/claims/claim";
import type { ClaimKind } from "../../../src/tickets/log/claims/claim-kinds";
import { claimKindOf } from "../../../src/tickets/log/claims/kinds";

const read = (kind: ClaimKind, text: string) =>
  claimOf([{ column: "c", kind }], () => ({ text })).claim;

describe("what a column of another tool's verdicts holds", () => {
  it.each([
    ["has_breached", "breached"],
    ["Has breached", "breached"],
    ["made_sla", "met"],
    ["SLA met", "met"],
    ["Resolution status", "verdict"],
    ["planned_end_time", "due"],
    ["Breach time", "due"],
    ["Due by Time", "due"],
    ["business_percentage", "percent"],
    ["Business elapsed percentage", "percent"],
    ["business_duration", "used"],
    ["Time to resolution", "left"],
    ["Business time left", "left"],
    ["Time used (hours)", "used-hours"],
    ["sla_elapsed_mins", "used-minutes"],
    ["Custom field (Time to resolution)", "left"],
    ["Time to resolution: due", "due"],
    ["Fixed in time?", "met"],
  ])("%s is known by its name: %s", (name, kind) => {
    expect(claimKindOf(name)).toBe(kind);
  });

  it.each(["Number", "Opened", "Priority", "SLA", "Resolved"])("%s is not known", (name) => {
    expect(claimKindOf(name)).toBeUndefined();
  });
});

describe("whether a tool has a ticket breached", () => {
  it.each([
    ["breached", "true", true],
    ["breached", "No", false],
    ["breached", "0", false],
    ["met", "Yes", false],
    ["met", "n", true],
    ["met", "Breached", true],
    ["verdict", "Within SLA", false],
    ["verdict", "SLA Violated", true],
    ["verdict", "Missed", true],
    ["verdict", "In Progress", null],
    ["percent", "100.01", true],
    ["percent", "99", false],
    ["left", "-0h 05m", true],
    ["left", "1h 30m", false],
    ["left", "-1d 4h", true],
    ["left", "2w 1d", false],
  ] as const)("%s %s: %s", (kind, text, breached) => {
    expect(read(kind, text)?.breached).toBe(breached);
  });

  it("is not read from an unknown word", () => {
    const { claim, unread } = claimOf([{ column: "SLA", kind: "verdict" }], () => ({
      text: "amber",
    }));
    expect([claim, unread]).toEqual([null, ['SLA: "amber"']]);
  });
});

const H = 3_600_000;
const M = 60_000;

describe("a length in days of a calendar that the file does not tell", () => {
  it.each([
    ["left", "-1d 4h"],
    ["left", "2w 1d"],
    ["used", "1d 4h"],
  ] as const)("%s %s has no figure", (kind, text) => {
    expect(read(kind, text)?.figures ?? {}).toEqual({});
  });
});

describe("a figure", () => {
  it.each([
    ["used", "4h 30m", 4.5 * H, M],
    ["used", "2 Hours 30 Minutes", 2.5 * H, M],
    ["used", "04:30", 4.5 * H, M],
    ["used", "04:30:15", 4.5 * H + 15_000, 1000],
    ["used", "1970-01-01 08:00:00", 8 * H, 1000],
    ["used", "PT90M", 1.5 * H, 1000],
    ["used-hours", "8.5", 8.5 * H, 36_000],
    ["used-hours", "9", 9 * H, 36_000],
    ["used-minutes", "1,075", 1075 * M, M],
    ["used-seconds", "12,600", 3.5 * H, 1000],
    ["left", "-1:05", -65 * M, M],
    ["left", "−2h", -2 * H, M],
    ["left", "2h 5m remaining", 125 * M, M],
    ["left", "45min over", -45 * M, M],
  ] as const)("%s %s is read, and how exactly it is written", (kind, text, value, precision) => {
    const figures = read(kind, text)?.figures ?? {};
    expect(figures[kind.startsWith("used") ? "used" : "left"]).toMatchObject({ value, precision });
  });

  it.each([
    ["87 %", 87, 1],
    ["87.53", 87.53, 0.01],
    ["1,240.5%", 1240.5, 0.1],
  ])("of percent %s", (text, value, precision) => {
    const percent = read("percent", text)?.figures.percent;
    expect(percent?.value).toBe(value);
    expect(percent?.precision).toBeCloseTo(precision, 10);
  });

  it("without its unit is not guessed", () => {
    expect(read("used", "270")).toBeNull();
  });

  // Tools cut the seconds off or round: 4h 30m stands for 4:30:59 cut and for 4:29:30 rounded, never for 4:31:00.
  it.each([
    [4.5 * H, true],
    [4.5 * H + 59_000, true],
    [4.5 * H - 30_000, true],
    [4.5 * H - 31_000, false],
    [4.5 * H + 60_000, false],
  ])("written to the minute as 4h 30m may stand for %d ms: %s", (ms, may) => {
    expect(isWritten(ms, { value: 4.5 * H, precision: M, column: "c", text: "4h 30m" })).toBe(may);
  });

  it("of an overrun never stands for what is left", () => {
    const figure = { value: -20 * M, precision: M, column: "c", text: "-0:20" };
    expect([isWritten(-20 * M, figure), isWritten(20 * M, figure)]).toEqual([true, false]);
  });
});
