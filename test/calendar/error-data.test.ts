import { describe, expect, it } from "vitest";
import { bankHolidays, defineCalendar } from "../../src";
import { refusal, untyped } from "../reference/refusals";

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

describe("an error's data are for programs", () => {
  it.each<[() => unknown, object]>([
    [untyped((at) => desk.isOpen(at), "now"), { given: '"now"' }],
    [() => desk.at("now"), { given: '"now"' }],
    [() => desk.add(0, "now"), { given: '"now"' }],
    [() => desk.addWorkingDays(0, 0.5), { given: 0.5 }],
    [() => desk.hoursOn("2026-02-29"), { given: "2026-02-29" }],
    [
      untyped((due) => desk.addWorkingDays(0, 1, { due }), "noon"),
      { option: "due", given: '"noon"', expected: ["end-of-day", "close", "same-time"] },
    ],
    [
      () => desk.addWorkingDays("2026-11-21T12:00Z", 0, { due: "close" }),
      { calendar: "desk", date: "2026-11-21" },
    ],
    [
      () => desk.isWorkingDay("2041-01-01"),
      { calendar: "desk", bound: "end", from: "1998-01-01", to: "2040-12-31" },
    ],
    [
      () => bankHolidays("wales"),
      { given: '"wales"', divisions: ["england-and-wales", "scotland", "northern-ireland"] },
    ],
  ])("%#", (act, data) => {
    expect(refusal(act).data).toEqual(data);
  });
});
