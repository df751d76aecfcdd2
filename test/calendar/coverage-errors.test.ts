import { describe, expect, it } from "vitest";
import { bankHolidays, defineCalendar } from "../../src";
import { refusal, untyped, wordForWord } from "../reference/refusals";

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
const plain = defineCalendar({ timeZone: "UTC", hours: { monday: ["08:00-18:00"] } });
const never = defineCalendar({ id: "never", timeZone: "UTC", hours: { friday: [] } });
const own = defineCalendar({
  id: "own",
  timeZone: "UTC",
  hours: { daily: ["08:00-18:00"] },
  bankHolidays: ["2026-05-01", { date: "2027-05-01", title: "May Day" }],
});

const WIDEN_DESK =
  'Give the missing years with defineCalendar(definition, { bankHolidays: [parseBankHolidays(file, "england-and-wales")] }).';

describe("a coverage says how to widen it", () => {
  const remedyOf = (act: () => unknown) => refusal(act).message.split(". ").at(-1);

  it.each([
    ["a division's", () => desk.isWorkingDay("2041-01-01"), WIDEN_DESK.split(". ").at(-1)],
    [
      "no bank holidays'",
      () => plain.isWorkingDay("2201-01-01"),
      "No calendar covers more than 1900 to 2200.",
    ],
    [
      "custom bank holidays",
      () => own.isWorkingDay("2028-01-01"),
      "Add the bank holidays of the missing years to the calendar's list.",
    ],
    ["none that opens'", () => never.nextOpen(0), "It never opens; give it hours."],
    [
      "none that opens on any exception's",
      () =>
        defineCalendar({
          timeZone: "UTC",
          hours: {},
          exceptions: { "2026-01-01": { hours: [] }, "2026-01-02": [] },
        }).nextOpen(0),
      "It never opens; give it hours.",
    ],
    [
      "a calendar's that opens on one exception alone",
      () =>
        defineCalendar({
          timeZone: "UTC",
          hours: {},
          exceptions: { "1980-01-01": { hours: ["08:00-09:00"] } },
        }).nextOpen("2026-01-01T00:00Z"),
      "No calendar covers more than 1900 to 2200.",
    ],
  ])("%s", (_, act, remedy) => {
    expect(remedyOf(act)).toBe(remedy);
  });
});

describe("other invalid arguments", () => {
  wordForWord([
    [
      "a tie",
      untyped((tie) => desk.add(0, { hours: 1 }, { tie }), "open"),
      "option-invalid",
      '"open" is not a tie; give one of "close", "next-open".',
    ],
    [
      "a calendar to join",
      untyped((other) => desk.union(other), { id: "x" }),
      "not-a-calendar",
      'union takes another calendar, not {"id":"x"}; make one with defineCalendar.',
    ],
    [
      "a division",
      () => bankHolidays("wales"),
      "division-unknown",
      'No bank holidays are shipped for "wales"; there are those of england-and-wales, scotland, northern-ireland. Others can be given as a list of dates.',
    ],
  ]);
});
