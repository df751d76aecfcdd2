import { describe, expect, it } from "vitest";
import {
  civilDateOf,
  dayNumber,
  dayOf,
  dayOfWall,
  earlier,
  FIRST_DAY,
  formatDate,
  LAST_DAY,
  later,
  parseDate,
  weekdayOf,
} from "../../src/time/civil-date";
import { dayGiven } from "../../src/time/given-date";
import { refusal } from "../reference/refusals";

describe("a date", () => {
  it.each([
    ["1970-01-01", 0, 3], // A Thursday.
    ["1969-12-31", -1, 2],
    ["1970-01-05", 4, 0],
    ["1970-01-11", 10, 6],
    // 57 years of 365 days, 14 leap days and 358 days: a Saturday.
    ["2027-12-25", 21_177, 5],
    // 70 years of 365 days before, and 17 leap days: 1900 was none. A Monday.
    ["1900-01-01", -25_567, 0],
    ["0001-01-01", -719_162, 0], // A Monday by the calendar's rules; 719,162 days is the usual count.
  ])("%s has the number %i and is day %i of its week", (text, day, weekday) => {
    expect([parseDate(text), dayOf(text), dayGiven(text)]).toEqual([day, day, day]);
    expect(formatDate(day)).toBe(text);
    expect(weekdayOf(day)).toBe(weekday);
    const [year, month, dayOfMonth] = text.split("-").map(Number);
    expect(civilDateOf(day)).toEqual({ year, month, day: dayOfMonth });
  });

  it.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-01",
    "2026-01-00",
    "2026-04-31",
    "2026-1-01",
    "2026-01-1",
    "02026-01-01",
    "x2026-01-01",
    "2026-01-01x",
    "2026-01-01T00:00Z",
    "20260101",
    "+002026-01-01",
    "",
  ])("is not %j", (text) => {
    expect(parseDate(text)).toBeUndefined();
    expect(refusal(() => dayGiven(text)).toJSON()).toMatchObject({
      code: "date-invalid",
      message: `"${text}" is not a date that exists; give an ISO date such as "2026-12-25".`,
      data: { given: `"${text}"` },
    });
  });

  it("is text", () => {
    expect(refusal(() => dayGiven(20_260_101)).message).toBe(
      '20260101 is not a date that exists; give an ISO date such as "2026-12-25".',
    );
  });

  it("carries months and days over into the next year or the one before", () => {
    expect(dayNumber(2026, 13, 1)).toBe(dayOf("2027-01-01"));
    expect(dayNumber(2026, 1, 0)).toBe(dayOf("2025-12-31"));
    expect(dayNumber(99, 1, 1)).toBe(dayOf("0099-01-01"));
  });

  it("is the one on which a wall-clock time falls", () => {
    expect([-1, 0, 86_399_999, 86_400_000].map(dayOfWall)).toEqual([-1, 0, 0, 1]);
  });

  it("that no Date can hold is shown as a number", () => {
    expect(formatDate(100_000_001)).toBe("day 100000001");
    expect(formatDate(Number.NaN)).toBe("day NaN");
  });

  it("lies between 1900 and 2200", () => {
    expect([FIRST_DAY, LAST_DAY].map(formatDate)).toEqual(["1900-01-01", "2200-12-31"]);
  });

  it("is the earlier or the later of two", () => {
    const [a, b] = ["2026-12-31", "2027-01-01"] as const;
    expect([earlier(a, b), earlier(b, a), earlier(a, a)]).toEqual([a, a, a]);
    expect([later(a, b), later(b, a), later(b, b)]).toEqual([b, b, b]);
  });
});
