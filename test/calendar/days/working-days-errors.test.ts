import { describe } from "vitest";
import { defineCalendar } from "../../../src";
import { untyped, wordForWord } from "../../reference/refusals";

/**
 * Every error of the layer, word for word. A person has nothing to go by but what was given, what was
 * expected and what to do, so these tests fail on any change to them.
 */

const desk = defineCalendar({
  id: "desk",
  timeZone: "Europe/London",
  hours: { weekdays: ["08:00-18:00"] },
  bankHolidays: "england-and-wales",
});

const COVERS_DESK = 'Calendar "desk" covers the dates 1998-01-01 to 2040-12-31, and ';
const WIDEN_DESK =
  'Give the missing years with defineCalendar(definition, { bankHolidays: [parseBankHolidays(file, "england-and-wales")] }).';

describe("working days", () => {
  wordForWord([
    [
      "that are not whole",
      () => desk.addWorkingDays(0, 1.5),
      "working-days-not-whole",
      "1.5 is not a number of working days; give a whole number.",
    ],
    [
      "due at an invalid moment",
      untyped((due) => desk.addWorkingDays(0, 1, { due }), "noon"),
      "option-invalid",
      '"noon" is not a due; give one of "end-of-day", "close", "same-time".',
    ],
    [
      "due at the close of a day that has none",
      () => desk.addWorkingDays("2026-11-21T12:00Z", 0, { due: "close" }),
      "day-never-closes",
      '2026-11-21 is not a working day of calendar "desk" and has no closing to be due at. Use due: "end-of-day".',
    ],
    [
      "with a cutoff that is not time",
      untyped((cutoff) => desk.addWorkingDays("2026-11-20T12:00Z", 1, { cutoff }), "5pm"),
      "time-of-day-invalid",
      '"5pm" is not a time of day; give "HH:MM", such as "17:00".',
    ],
    [
      "with a cutoff that is not text",
      untyped((cutoff) => desk.addWorkingDays("2026-11-20T12:00Z", 1, { cutoff }), 17),
      "time-of-day-invalid",
      '17 is not a time of day; give "HH:MM", such as "17:00".',
    ],
    [
      "more than there are after a date",
      () => desk.addWorkingDays("2040-12-31T12:00Z", 1),
      "coverage-end",
      `${COVERS_DESK}1 working days after 2040-12-31 do not fit in it. ${WIDEN_DESK}`,
    ],
    [
      "more than there are before a date",
      () => desk.addWorkingDays("1998-01-02T12:00Z", -2),
      "coverage-start",
      `${COVERS_DESK}2 working days before 1998-01-02 do not fit in it. ${WIDEN_DESK}`,
    ],
    [
      "of a date before the coverage",
      () => desk.isWorkingDay("1997-12-31"),
      "coverage-start",
      `${COVERS_DESK}1997-12-31 lies before it. ${WIDEN_DESK}`,
    ],
    [
      "of a date beyond the coverage",
      () => desk.workingDaysBetween("2040-12-31", "2041-01-01"),
      "coverage-end",
      `${COVERS_DESK}2041-01-01 lies beyond it. ${WIDEN_DESK}`,
    ],
    [
      "on a date that does not exist",
      () => desk.hoursOn("2026-02-29"),
      "date-invalid",
      '"2026-02-29" is not a date that exists; give an ISO date such as "2026-12-25", or an instant with its offset.',
    ],
  ]);
});
