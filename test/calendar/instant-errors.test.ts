import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { defineCalendar } from "../../src";
import { type Refused, refusal, untyped, wordForWord } from "../reference/refusals";

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

const INSTANT =
  'Give a Luxon DateTime, a Date, epoch milliseconds, an ISO 8601 string such as "2026-11-20T16:30:00Z", or an object with epochMilliseconds, such as a Temporal.Instant.';

describe("an invalid instant", () => {
  const at = (given: unknown) => untyped((at) => desk.isOpen(at), given);
  const range = "it is not a number of milliseconds that a date can hold";
  const rows: readonly (readonly [string, unknown, string, string])[] = [
    ["nothing", undefined, "undefined", "nothing was given"],
    ["null", null, "null", "nothing was given"],
    ["a flag", true, "true", "it is a boolean"],
    ["an object", { at: 1 }, '{"at":1}', "an object needs epochMilliseconds"],
    ["a function", () => 1, "a function", "it is a function"],
    ["not a number", Number.NaN, "NaN", range],
    ["more than a date can hold", 8.64e15 + 1, "8640000000000001", range],
    ["less than a date can hold", -8.64e15 - 1, "-8640000000000001", range],
    ["half a millisecond", 0.5, "0.5", "it is not a whole number of milliseconds"],
    [
      "an invalid Date",
      new Date(Number.NaN),
      "an invalid Date",
      "it was made of something that is not a date",
    ],
    ...[null, "", "5", [], true, {}].map((epochMilliseconds) => {
      const shown = JSON.stringify({ epochMilliseconds });
      const why = "its epochMilliseconds are not a number";
      return [shown, { epochMilliseconds }, shown, why] as const;
    }),
    [
      "an object that cannot be read",
      {
        get epochMilliseconds() {
          throw new Error("no");
        },
      },
      "an unreadable object",
      "it cannot be read",
    ],
    [
      "an invalid DateTime",
      DateTime.fromObject({ month: 13 }),
      "an invalid DateTime",
      "you specified 13 (of type number) as a month, which is invalid",
    ],
    [
      "text that is not a date",
      "2026-13-20T16:30Z",
      '"2026-13-20T16:30Z"',
      "you specified 13 (of type number) as a month, which is invalid",
    ],
  ];
  wordForWord(
    rows.map(([what, given, shown, why]) => [
      what,
      at(given),
      "instant-invalid",
      `${shown} is not an instant: ${why}. ${INSTANT}`,
    ]),
  );

  it("the greatest and the least that a date can hold are instants, which no calendar covers", () => {
    for (const at of [8.64e15, -8.64e15]) {
      expect(refusal(() => plain.isOpen(at)).code).toMatch(/^coverage-/);
    }
  });
});

describe("an invalid wall-clock time", () => {
  const message = (shown: string) =>
    `${shown} is not wall-clock time; give "2026-11-20T16:30", without an offset. An instant that has an offset can be given as it is.`;
  const given: readonly (readonly [string, string])[] = [
    ["", '""'],
    ["2026-11-20T16:30Z", '"2026-11-20T16:30Z"'],
    ["2026-02-29T16:30", '"2026-02-29T16:30"'],
    ["2026-11-20T24:01", '"2026-11-20T24:01"'],
    ["2026-11-20T16:60", '"2026-11-20T16:60"'],
    ["2026-11-20T16:30:60", '"2026-11-20T16:30:60"'],
    ["2026-11-20X16:30", '"2026-11-20X16:30"'],
    ["x2026-11-20", '"x2026-11-20"'],
    ["2026-11-20T16:30x", '"2026-11-20T16:30x"'],
  ];
  wordForWord([
    ...given.map(
      ([text, shown]): Refused => [text, () => desk.at(text), "wall-time-invalid", message(shown)],
    ),
    ["a number", untyped((text) => desk.at(text), 5), "wall-time-invalid", message("5")],
  ]);

  it.each([
    ["2026-11-20", "2026-11-20T00:00:00.000Z"],
    [" 2026-11-20 16:30 ", "2026-11-20T16:30:00.000Z"],
    ["2026-11-20T16:30:59.9", "2026-11-20T16:30:59.900Z"],
    ["2026-11-20T16:30:59,123456789", "2026-11-20T16:30:59.123Z"],
    ["2026-11-20T24:00", "2026-11-21T00:00:00.000Z"],
  ])("%s is some", (text, iso) => {
    expect(desk.at(text).toUTC().toISO()).toBe(iso);
  });
});
