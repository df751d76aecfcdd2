import { describe, expect, it } from "vitest";
import { type BankHolidays, bankHolidays, defineCalendar } from "../../../src";
import { DESK, linesOf } from "../../reference/definition-lines";

const given = (value: unknown) => linesOf({ bankHolidays: value });
const dates = (list: readonly unknown[], more: object = {}) => given({ dates: list, ...more });

const { events: EVENTS } = bankHolidays("scotland");
const DATA = {
  division: "jersey",
  events: EVENTS.slice(0, 2),
  from: "1998-01-01",
  to: "1998-12-31",
};
const COMPLETE = { ...DATA, publishedUntil: "1998-12-31" };
const DATE = 'expected a date that exists, as "2026-12-25"';

describe("bank holidays are refused, word for word,", () => {
  it.each<[string, readonly string[], string]>([
    [
      "if an item of a list is a number",
      given([5]),
      'bankHolidays[0]: 5 given; expected an ISO date, a division such as "england-and-wales" or { "date": "2026-12-25", "title": "..." }',
    ],
    [
      "if a title is a number",
      given([{ date: "2026-12-25", title: 5 }]),
      "bankHolidays[0].title: 5 given; expected text",
    ],
    [
      "if a date does not exist",
      given(["2026-02-30"]),
      `bankHolidays[0]: "2026-02-30" given; ${DATE}`,
    ],
    [
      "if a date has a title and does not exist",
      given([{ date: "2026-02-30" }]),
      `bankHolidays[0].date: "2026-02-30" given; ${DATE}`,
    ],
    [
      "if dates are text",
      given({ dates: "2026-12-25" }),
      'bankHolidays.dates: "2026-12-25" given; expected a list of dates',
    ],
    [
      "if an item of bounded dates is a number",
      dates([5]),
      'bankHolidays.dates[0]: 5 given; expected an ISO date or { "date": "2026-12-25", "title": "..." }',
    ],
    [
      "if a bound does not exist",
      dates(["2026-12-25"], { from: "2026-02-30" }),
      `bankHolidays.from: "2026-02-30" given; ${DATE}`,
    ],
    [
      "if a date comes before the bounds",
      dates(["2025-12-31", { date: "2026-01-01" }], { from: "2026-01-01" }),
      'bankHolidays.dates[0]: "2025-12-31" given; expected a date within "from" and "to"',
    ],
    [
      "if a date with a title comes after the bounds",
      dates(["2026-12-31", { date: "2027-01-01" }], { to: "2026-12-31" }),
      'bankHolidays.dates[1]: {"date":"2027-01-01"} given; expected a date within "from" and "to"',
    ],
    [
      "if a list is empty and has one bound",
      dates([], { to: "2026-12-31" }),
      'bankHolidays: {"dates":[],"to":"2026-12-31"} given; expected some dates, or both "from" and "to"',
    ],
    [
      "if data say nothing of what is published",
      given(DATA),
      `bankHolidays.publishedUntil: missing; expected an ISO date such as "2026-12-25"`,
    ],
    [
      "if data have another status",
      given({ ...COMPLETE, events: [{ ...EVENTS[0], status: "likely" }] }),
      'bankHolidays.events[0].status: "likely" given; expected one of "published", "projected"',
    ],
    [
      "if data in a list have another key",
      given([{ ...COMPLETE, region: "x" }]),
      "bankHolidays[0].region: unknown key; the known names are division, events, from, to, publishedUntil",
    ],
  ])("%s", (_, lines, expected) => {
    expect(lines).toEqual([expected]);
  });

  it("if newer ones are not complete", () => {
    const newer = [{ ...DATA, events: [{ date: "1998-01-01" }] }] as unknown as BankHolidays[];
    expect(() => defineCalendar(DESK, { bankHolidays: newer })).toThrow(
      [
        "The option has 4 problems:",
        "  bankHolidays[0].events[0].title: missing; expected text",
        "  bankHolidays[0].events[0].notes: missing; expected text",
        '  bankHolidays[0].events[0].status: missing; expected one of "published", "projected"',
        '  bankHolidays[0].publishedUntil: missing; expected an ISO date such as "2026-12-25"',
      ].join("\n"),
    );
  });

  it("if newer ones are not JSON", () => {
    const newer = (() => []) as unknown as BankHolidays[];
    expect(() => defineCalendar(DESK, { bankHolidays: newer })).toThrow(
      "The option has 1 problem:\n  (the whole): expected JSON without a function",
    );
  });

  it("if the division of newer ones is named by no calendar, deep within others or not", () => {
    const newer = [{ ...COMPLETE }];
    const named = (definition: Parameters<typeof defineCalendar>[0]) => () =>
      defineCalendar(definition, { bankHolidays: newer });
    const scotland = { ...DESK, bankHolidays: "yr-alban" };
    const irish = { ...DESK, bankHolidays: ["northern-ireland", "2026-12-24"] };
    expect(named(DESK)).toThrow(
      'The option has 1 problem:\n  bankHolidays[0].division: "jersey" given; the calendar "desk" names no division, and would not use them',
    );
    expect(named({ id: "all", union: [scotland, { except: [DESK, irish] }] })).toThrow(
      'The option has 1 problem:\n  bankHolidays[0].division: "jersey" given; the calendar "all" names "scotland", "northern-ireland", and would not use them',
    );
  });
});

describe("bank holidays are accepted", () => {
  it.each<[string, readonly string[]]>([
    ["as data", given(COMPLETE)],
    ["as a list of all kinds", given(["scotland", COMPLETE, "2026-12-24", { date: "2026-12-31" }])],
    [
      "with dates on both bounds",
      dates(["2026-01-01", "2026-12-31"], { from: "2026-01-01", to: "2026-12-31" }),
    ],
    ["for one date", dates([], { from: "2026-01-01", to: "2026-01-01" })],
  ])("%s", (_, lines) => {
    expect(lines).toEqual([]);
  });
});
