import { describe, expect, it } from "vitest";
import { formatPeriod, parsePeriod, sortPeriods } from "../../src/time/wall-period";

const HOUR = 3_600_000;
const hours = (open: number, close: number) => ({
  openMs: Math.round(open * HOUR),
  closeMs: Math.round(close * HOUR),
});

describe("a period of a day", () => {
  it.each([
    ["08:00-18:00", 8, 18],
    ["22:00-07:00", 22, 31],
    ["00:00-24:00", 0, 24],
    ["22:30-24:00", 22.5, 24],
    ["22:00-00:00", 22, 24],
    ["00:15-00:30", 0.25, 0.5],
    ["23:59-23:58", 24 - 1 / 60, 48 - 2 / 60],
  ])("%s is open from hour %d to hour %d", (text, open, close) => {
    expect(parsePeriod(text)).toEqual(hours(open, close));
  });

  it("of no length opens as it closes", () => {
    expect(parsePeriod("08:00-08:00")).toEqual(hours(8, 8));
  });

  it.each([
    "24:00-25:00",
    "08:00-24:01",
    "8:00-18:00",
    "08:60-18:00",
    "x08:00-18:00",
    "08:00-18:00x",
    "08:00-18",
  ])("is not %j", (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });
});

describe("the periods of a day", () => {
  it("are put in order, and made one if they touch", () => {
    const [a, b, c, d] = [hours(6, 8), hours(8, 9), hours(9, 10), hours(12, 13)];
    expect(sortPeriods([d, c, a, b])).toEqual([hours(6, 10), d]);
    expect(sortPeriods([d, a, c])).toEqual([a, c, d]);
    expect(sortPeriods([])).toEqual([]);
  });
});

describe("a period as text", () => {
  it.each<[number, number, readonly string[]]>([
    [8, 18, ["08:00-18:00"]],
    [22, 31, ["22:00-07:00"]],
    [0, 24, ["00:00-24:00"]],
    [22, 24, ["22:00-24:00"]],
    [8.5, 8.5 + 1 / 3600, ["08:30-08:30:01"]],
    [8, 8 + 1 / 3_600_000, ["08:00-08:00:00.001"]],
    // The date after next begins at hour 48: a zone skips a date between.
    [22, 55, ["22:00-07:00"]],
    [22, 48, ["22:00-24:00"]],
    [-24, 0, ["00:00-24:00"]],
    // A day or more is written as two that open on the date, neither of them a day long.
    [9, 33, ["09:00-16:30", "16:30-09:00"]], // The middle of 9 and 24.
    [8, 40, ["08:00-20:00", "20:00-16:00"]], // The second part may open from 16 to 24.
    [0, 24 + 1 / 60, ["00:00-12:00", "12:00-00:01"]],
  ])("from hour %d to hour %d is %j", (open, close, texts) => {
    expect(formatPeriod(hours(open, close))).toEqual(texts);
  });
});
