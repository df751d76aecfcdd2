import { describe, expect, it } from "vitest";
import { defineCalendar } from "../../../src";
import { DESK, linesOf } from "../../reference/definition-lines";
import { refusal, untyped } from "../../reference/refusals";

/** A calendar made of a number of others, which is a power of two. */
const madeOf = (parts: number): object =>
  parts === 1 ? DESK : { union: [madeOf(parts / 2), madeOf(parts / 2)] };

describe("a definition is refused, word for word,", () => {
  const HOURS = 'expected the hours of a week, such as { "weekdays": ["08:00-18:00"] }';

  it.each<[string, readonly string[], string]>([
    [
      "if its zone is a number",
      linesOf({ timeZone: 5 }),
      'timeZone: 5 given; expected an IANA zone such as "Europe/London"',
    ],
    ["if its id is a number", linesOf({ id: 5 }), "id: 5 given; expected text"],
    ["if its title is a number", linesOf({ title: 5 }), "title: 5 given; expected text"],
    ["if its schema is a number", linesOf({ $schema: 5 }), '["$schema"]: 5 given; expected text'],
    [
      "if its source is a number",
      linesOf({ source: 5 }),
      "source: 5 given; expected another value",
    ],
    [
      "if its source has a number",
      linesOf({ source: { page: 5 } }),
      "source.page: 5 given; expected text",
    ],
    ["if its hours are a list", linesOf({ hours: [] }), `hours: [] given; ${HOURS}`],
    [
      "if weeks by date are a list",
      linesOf({ hoursFrom: [] }),
      'hoursFrom: [] given; expected weeks by date, such as { "2027-04-01": { ... } }',
    ],
    [
      "if a week from a date on is a list",
      linesOf({ hoursFrom: { "2027-04-01": [] } }),
      `hoursFrom["2027-04-01"]: [] given; ${HOURS}`,
    ],
    [
      "if exceptions are a list",
      linesOf({ exceptions: [] }),
      'exceptions: [] given; expected hours by date, such as { "2026-12-24": ["09:00-12:00"] }',
    ],
    [
      "if the title of an exception is a number",
      linesOf({ exceptions: { "2026-12-24": { hours: [], title: 5 } } }),
      'exceptions["2026-12-24"].title: 5 given; expected text',
    ],
    [
      "if a list names a division that is unknown",
      linesOf({ bankHolidays: ["2026-12-24", "wales"] }),
      'bankHolidays[1]: "wales" given; expected england-and-wales, scotland, northern-ireland, or a list of dates',
    ],
    [
      "if a text that is not a period stands beside periods that overlap",
      linesOf({ hours: { monday: ["x", "09:00-12:00", "11:00-13:00"] } }),
      'hours.monday[0]: "x" given; expected a period "HH:MM-HH:MM" from 00:00 to 24:00, such as "08:00-18:00" or "22:00-07:00"',
    ],
  ])("%s", (_, lines, expected) => {
    expect(lines).toEqual([expected]);
  });

  it.each<[string, unknown, readonly string[]]>([
    ["a number", 5, ["union: 5 given; expected two calendar definitions"]],
    [
      "three",
      [DESK, DESK, { ...DESK, id: 5 }],
      [
        `union: ${JSON.stringify([DESK, DESK, { ...DESK, id: 5 }]).slice(0, 20)}`,
        "union[2].id: 5 given; expected text",
      ],
    ],
  ])("if the parts of a combination are %s", (_, union, expected) => {
    const lines = linesOf({ union }, {});
    expect(lines).toHaveLength(expected.length);
    for (const [i, line] of lines.entries()) expect(line).toContain(expected[i]);
  });

  it("if it is made of none or of two combinations", () => {
    const one = 'expected exactly one of "union", "intersect" and "except"';
    expect(linesOf({ union: [DESK, DESK], except: [DESK, DESK] }, {}).at(-1)).toContain(one);
    expect(linesOf({ union: undefined }, {})).toHaveLength(2); // As if it were not there: an empty definition.
  });

  it("if it lies more than 32 deep", () => {
    let deep: object = DESK;
    const path: (string | number)[] = [];
    for (let i = 0; i < 33; i++) deep = { union: [deep, DESK] };
    for (let i = 0; i < 32; i++) path.push("union", 0);
    const error = refusal(untyped((given) => defineCalendar(given), deep));
    const message = "expected calendars at most 32 deep within each other";
    expect(error.data["problems"]).toEqual([{ path, message }]);
  });

  it("if it is made of more than 64 calendars", () => {
    expect(linesOf(madeOf(64), {})).toEqual([]);
    expect(linesOf({ union: [madeOf(64), DESK] }, {})).toEqual([
      "(the whole): expected at most 64 calendars within each other",
    ]);
  });
});

describe("a definition is accepted", () => {
  it.each<[string, object]>([
    ["with a source as text", { source: "https://example.org" }],
    ["with a source by page", { source: { page: "4", title: "Hours" } }],
    ["with a title and a schema", { title: "Desk", $schema: "calendar.json" }],
    [
      "with periods that touch and cover the day",
      { hours: { daily: ["12:00-24:00", "00:00-12:00"] } },
    ],
    [
      "with 24 periods a day",
      {
        hours: {
          daily: Array.from(
            { length: 24 },
            (_, i) => `${String(i).padStart(2, "0")}:00-${String(i).padStart(2, "0")}:30`,
          ),
        },
      },
    ],
  ])("%s", (_, more) => {
    expect(linesOf(more)).toEqual([]);
  });

  it("with every key, which all stay in it", () => {
    const whole = {
      ...DESK,
      $schema: "x",
      title: "Desk",
      source: "y",
      hoursFrom: { "2027-04-01": { sunday: ["09:00-12:00"] } },
      bankHolidays: "scotland",
      bankHolidayHours: ["10:00-11:00"],
      bankHolidaysOnWeekends: "closed",
      rules: [{ on: "12-24", hours: [] }],
      exceptions: { "2027-04-02": [], "2027-04-03": { hours: [], title: "Off" } },
    } as const;
    expect(defineCalendar(whole).toJSON()).toEqual(whole);
  });
});
