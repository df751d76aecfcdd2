import { describe, expect, it } from "vitest";
import { alwaysOpen, defineCalendar } from "../../../src/index";
import { calendarText } from "../../../src/picture/calendar/text";

const desk = defineCalendar({
  id: "desk",
  title: "Service desk",
  timeZone: "Europe/London",
  hours: { weekdays: ["08:00-12:30", "13:30-18:00"], saturday: ["09:00-12:00"] },
  bankHolidays: "england-and-wales",
  exceptions: {
    "2026-12-24": { hours: ["08:00-12:00"], title: "Christmas Eve" },
    "2026-12-29": { hours: [], title: "Closure" },
    "2026-12-30": { hours: [], title: "Closure" },
    "2026-12-31": { hours: [], title: "Closure" },
  },
});

describe("a month of a calendar", () => {
  // 1 December 2026 is a Tuesday. Christmas Day is a Friday; Boxing Day falls on Saturday and is
  // observed on Monday the 28th.
  const lines = calendarText(desk, ["2026-12"]).split("\n");

  it("has a grid with a mark for each date that is not open as usual", () => {
    expect(lines.slice(4, 11)).toEqual([
      " December 2026",
      " Mo  Tu  We  Th  Fr  Sa  Su",
      "      1   2   3   4   5   6.",
      "  7   8   9  10  11  12  13.",
      " 14  15  16  17  18  19  20.",
      " 21  22  23  24* 25x 26  27.",
      " 28x 29x 30x 31x",
    ]);
  });

  it("says what the calendar is, what it covers, and its usual week", () => {
    expect(lines.slice(0, 3)).toEqual([
      "Service desk (desk), times in Europe/London",
      "covered from 1998-01-01 to 2040-12-31; bank holidays published to 2028-12-31",
      "Mon-Fri 08:00-12:30, 13:30-18:00; Sat 09:00-12:00; Sun closed",
    ]);
  });

  it("lists every unusual date with its hours and its reason, alike ones on one line", () => {
    expect(lines.slice(-4)).toEqual([
      "Thu 24 Dec 2026                     08:00-12:00  Christmas Eve (exception)",
      "Fri 25 Dec 2026                     closed       Christmas Day (bank holiday)",
      "Mon 28 Dec 2026                     closed       Boxing Day (bank holiday)",
      "Tue 29 Dec 2026 to Thu 31 Dec 2026  closed       Closure (exception)",
    ]);
  });

  it("explains the marks that it has, and no others", () => {
    expect(lines).toContain(
      ". closed as usual   * open at unusual hours, listed below   x closed for a reason, listed below",
    );
    expect(calendarText(alwaysOpen(), ["2026-12"])).not.toContain("listed below");
  });
});

describe("a calendar's text", () => {
  it("says which bank holidays are projected", () => {
    // Easter Sunday 2030 is 21 April.
    expect(calendarText(desk, ["2030-04"])).toContain(
      "Fri 19 Apr 2030  closed  Good Friday (bank holiday), projected",
    );
  });

  it("marks the dates outside the coverage", () => {
    expect(calendarText(desk, ["2041-01"])).toContain("  7?  8?  9? 10? 11? 12? 13?");
  });

  it("puts three months side by side", () => {
    const months = ["2027-01", "2027-02", "2027-03", "2027-04"];
    const lines = calendarText(desk, months).split("\n");
    expect(lines[4]).toMatch(/^ January 2027 +February 2027 +March 2027$/);
    // 1 January 2027 is a Friday, 1 February and 1 March are Mondays; a month is 28 characters wide.
    expect(lines[6]).toBe(
      "                  1x  2   3.     1   2   3   4   5   6   7.     1   2   3   4   5   6   7.",
    );
    expect(lines).toContain(" April 2027");
  });

  it("says that every date is as usual if it lists none", () => {
    expect(calendarText(desk, ["2026-11"])).toContain("Every date is as usual.");
  });

  it("shows control characters of titles instead of obeying them", () => {
    const hostile = defineCalendar({
      id: "x\u001b[31m",
      timeZone: "UTC",
      hours: {},
      exceptions: { "2026-11-03": { hours: [], title: "a\u202eb\nc" } },
    });
    const text = calendarText(hostile, ["2026-11"]);
    expect(text).toContain("x\\x1b[31m");
    expect(text).toContain("a\\x202eb\\x0ac (exception)");
  });
});
