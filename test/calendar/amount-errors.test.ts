import { Duration } from "luxon";
import { describe, expect, it } from "vitest";
import { defineCalendar } from "../../src";
import { untyped, wordForWord } from "../reference/refusals";

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

const AMOUNT =
  'Give { hours, minutes, seconds, milliseconds }, a Luxon Duration of those, or "PT48H".';

describe("an amount that is not exact", () => {
  const add = (given: unknown) => untyped((amount) => desk.add(0, amount), given);
  const long = (unit: string) =>
    `${unit} are not an exact length of time; count working days with addWorkingDays, or give hours`;
  const rows: readonly (readonly [string, unknown, string, string])[] = [
    ["nothing", undefined, "undefined", "it names no unit"],
    ["null", null, "null", "it names no unit"],
    ["a number", 5, "5", "a number names no unit"],
    ["a list", [5], "[5]", "it names no unit"],
    ["an empty object", {}, "{}", "it is empty"],
    ["days", { days: 1 }, '{"days":1}', long("days")],
    ["weeks", { weeks: 1 }, '{"weeks":1}', long("weeks")],
    ["months", { months: 1 }, '{"months":1}', long("months")],
    ["quarters", { quarters: 1 }, '{"quarters":1}', long("quarters")],
    ["years", { years: 1 }, '{"years":1}', long("years")],
    [
      "an inherited word",
      { toString: 1 },
      '{"toString":1}',
      '"toString" is not a unit of exact time; the known names are hours, minutes, seconds, milliseconds',
    ],
    ["text for a number", { hours: "1" }, '{"hours":"1"}', "its hours are not a finite number"],
    [
      "without end",
      { minutes: Number.POSITIVE_INFINITY },
      '{"minutes":Infinity}',
      "its minutes are not a finite number",
    ],
    ["too large", { hours: 1e300 }, '{"hours":1e+300}', "it is too large"],
    ["text of another kind", "48 hours", '"48 hours"', "it is not an ISO 8601 duration"],
    ["a Duration of days", Duration.fromObject({ days: 1 }), "the Duration P1D", long("days")],
    ["an invalid Duration", Duration.invalid("so"), "an invalid Duration", "it holds no time"],
  ];
  wordForWord(
    rows.map(([what, given, shown, why]) => [
      what,
      add(given),
      "amount-not-exact",
      `${shown} is not an exact amount: ${why}. ${AMOUNT}`,
    ]),
  );

  it("is not an object of options", () => {
    expect(untyped((options) => desk.add(0, "PT1H", options), "close")).toThrow(
      '"close" is not an object of options; give one such as { tie: ... }.',
    );
  });

  it("takes a unit that is absent or zero as nothing", () => {
    const start = desk.at("2026-11-20T09:00");
    for (const amount of [{ hours: 1, days: 0 }, { hours: 1, minutes: undefined }, "P0DT1H"]) {
      // @ts-expect-error no unit longer than hours belongs there
      expect(desk.add(start, amount).toISO()).toBe("2026-11-20T10:00:00.000+00:00");
    }
  });
});
