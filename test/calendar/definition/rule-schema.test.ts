import { describe, expect, it } from "vitest";
import { linesOf } from "../../reference/definition-lines";

const ruled = (rule: unknown) => linesOf({ rules: [rule] });
const on = (value: unknown) => ruled({ on: value, hours: [] });
const weekly = (more: object) => on({ weekday: "saturday", ...more });

const FORTNIGHTLY = { every: 2, from: "2027-01-09" };
const WHICH = "expected a number such as 1 for the first or -1 for the last, or a list of them";
const DAY = 'expected a day of the year that exists, as "12-24"';
const EACH = (day: string) =>
  `expected a day of each year, as "${day}"; one date alone is an exception, and "since" and "until" bound a rule`;
const ON =
  'expected a day of the year as "12-24", "day-before-bank-holiday", or a day of the week such as { "weekday": "monday", "nth": 1 }';
const HOURS =
  'expected a list of periods or the hours of a week, such as { "weekdays": ["08:00-14:00"] }';

describe("a rule is refused, word for word,", () => {
  it.each<[string, readonly string[], string]>([
    ["if rules are not a list", linesOf({ rules: 5 }), "rules: 5 given; expected a list of rules"],
    [
      "if it is text",
      ruled("12-24"),
      'rules[0]: "12-24" given; expected a rule such as { "title": "Christmas Eve", "on": "12-24", "hours": ["09:00-12:00"] }',
    ],
    [
      "if its title is a number",
      ruled({ on: "12-24", hours: [], title: 5 }),
      "rules[0].title: 5 given; expected text",
    ],
    [
      "if its hours are text",
      ruled({ on: "12-24", hours: "9-5" }),
      `rules[0].hours: "9-5" given; ${HOURS}`,
    ],
    [
      "if it opens by a word",
      ruled({ on: "12-24", hours: [], opens: "yes" }),
      'rules[0].opens: "yes" given; expected true or false',
    ],
    ["if it is on a number", on(1224), `rules[0].on: 1224 given; ${ON}`],
    [
      "if it is on a day that does not exist",
      on("02-30"),
      `rules[0].on: "02-30" given; ${DAY}, or "day-before-bank-holiday"`,
    ],
    ["if it is on one date", on("2026-12-24"), `rules[0].on: "2026-12-24" given; ${EACH("12-24")}`],
    [
      "if it begins on a number",
      ruled({ from: 5, to: "12-31", hours: [] }),
      'rules[0].from: 5 given; expected a day of the year as "12-24"',
    ],
    [
      "if it begins on a day that does not exist",
      ruled({ from: "12-32", to: "12-31", hours: [] }),
      `rules[0].from: "12-32" given; ${DAY}`,
    ],
    [
      "if it ends on one date",
      ruled({ from: "12-24", to: "2026-12-31", hours: [] }),
      `rules[0].to: "2026-12-31" given; ${EACH("12-31")}`,
    ],
    [
      "if it is on an invalid day of the week",
      on({ weekday: "noday", nth: 1 }),
      'rules[0].on.weekday: "noday" given; expected a day of the week: monday, tuesday, wednesday, thursday, friday, saturday, sunday',
    ],
    ["if nth is a word", weekly({ nth: "first" }), `rules[0].on.nth: "first" given; ${WHICH}`],
    [
      "if nth is not a whole number",
      weekly({ nth: [1.5] }),
      "rules[0].on.nth[0]: 1.5 given; expected a whole number, such as 1 for the first or -1 for the last",
    ],
    [
      "if nth is -6",
      weekly({ nth: -6 }),
      "rules[0].on.nth: -6 given; expected a number from -5 to 5",
    ],
    ["if nth is 6", weekly({ nth: 6 }), "rules[0].on.nth: 6 given; expected a number from -5 to 5"],
    [
      "if nth is 0",
      weekly({ nth: [1, 0] }),
      "rules[0].on.nth[1]: 0 given; expected 1 for the first or -1 for the last, not 0",
    ],
    [
      "if nth is empty",
      weekly({ nth: [] }),
      "rules[0].on.nth: [] given; expected at least one number",
    ],
    [
      "if months are one number",
      weekly({ nth: 1, months: 1 }),
      "rules[0].on.months: 1 given; expected a list of months, such as [1, 7]",
    ],
    [
      "if there are no months",
      weekly({ nth: 1, months: [] }),
      "rules[0].on.months: [] given; expected at least one month",
    ],
    [
      "if a month is 0",
      weekly({ nth: 1, months: [0] }),
      "rules[0].on.months[0]: 0 given; expected a month from 1 to 12",
    ],
    [
      "if a month is 13",
      weekly({ nth: 1, months: [13] }),
      "rules[0].on.months[0]: 13 given; expected a month from 1 to 12",
    ],
    [
      "if a month is not a whole number",
      weekly({ nth: 1, months: [1.5] }),
      "rules[0].on.months[0]: 1.5 given; expected a month from 1 to 12",
    ],
    [
      "if it comes every half week",
      weekly({ ...FORTNIGHTLY, every: 0.5 }),
      "rules[0].on.every: 0.5 given; expected a whole number of weeks",
    ],
    [
      "if it comes every 0 weeks",
      weekly({ ...FORTNIGHTLY, every: 0 }),
      "rules[0].on.every: 0 given; expected one week or more",
    ],
    [
      "if it comes every 521 weeks",
      weekly({ ...FORTNIGHTLY, every: 521 }),
      "rules[0].on.every: 521 given; expected at most 520 weeks",
    ],
    [
      "if it has nth and every",
      weekly({ nth: 1, ...FORTNIGHTLY }),
      'rules[0].on: {"weekday":"saturday","nth":1,"every":2,"from":"2027-01-09"} given; expected either "nth" or "every"',
    ],
    [
      "if it comes every two weeks from a date that does not exist",
      weekly({ every: 2, from: "2027-02-30" }),
      'rules[0].on.from: "2027-02-30" given; expected a date that exists, as "2026-12-25"',
    ],
    [
      "if it has since as a day of the year",
      ruled({ on: "12-24", hours: [], since: "12-24" }),
      'rules[0].since: "12-24" given; expected a date that exists, as "2026-12-25"',
    ],
  ])("%s", (_, lines, expected) => {
    expect(lines).toEqual([expected]);
  });
});

describe("a rule is accepted", () => {
  it.each<[string, readonly string[]]>([
    ["with the greatest and the least nth", weekly({ nth: [5, -5, 1, -1] })],
    ["in January and December", weekly({ nth: 1, months: [1, 12] })],
    ["every week", weekly({ every: 1, from: "2027-01-09" })],
    ["every 520 weeks", weekly({ every: 520, from: "2027-01-09" })],
    ["on 29 February", on("02-29")],
    ["before bank holidays", on("day-before-bank-holiday")],
    [
      "with one date on which it holds",
      ruled({ on: "12-24", hours: [], since: "2027-12-24", until: "2027-12-24" }),
    ],
    ["from 29 February", ruled({ title: "x", from: "02-29", to: "02-29", hours: {}, opens: true })],
  ])("%s", (_, lines) => {
    expect(lines).toEqual([]);
  });
});
