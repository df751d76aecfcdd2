import { describe, expect, it } from "vitest";
import { defineCalendar, parseBankHolidays } from "../../../src";
import { refusal, untyped } from "../../reference/refusals";

describe("invalid bank holidays", () => {
  const parse = (file: unknown, division = "scotland") =>
    untyped((file) => parseBankHolidays(file, division), file);
  const event = { title: "Boxing Day", date: "2026-12-26" };
  const file = (events: unknown) => ({ scotland: { division: "scotland", events } });

  it.each<[string, () => unknown, string]>([
    ["text that is not JSON", parse("{"), "(the whole): not JSON: "],
    ["a list", parse([]), "(the whole): [] given; "],
    ["a function", parse(() => 1), "(the whole): expected JSON without a function"],
    ["no events", parse(file([])), "scotland.events: [] given; expected at least one bank holiday"],
    [
      "a date that does not exist",
      parse(file([{ ...event, date: "2026-02-30" }])),
      'scotland.events[0].date: "2026-02-30" given; expected a date that exists',
    ],
    [
      "events that are a number",
      parse(file(5)),
      "scotland.events: 5 given; expected a list of bank holidays",
    ],
    [
      "an event without a title",
      parse(file([{ date: "2026-12-26" }])),
      "scotland.events[0].title: missing; expected the title of a bank holiday",
    ],
    [
      "a date that is a number",
      parse(file([{ ...event, date: 5 }])),
      'scotland.events[0].date: 5 given; expected an ISO date such as "2026-12-25"',
    ],
    [
      "notes that are a number",
      parse(file([{ ...event, notes: 5 }])),
      "scotland.events[0].notes: 5 given; expected text",
    ],
    [
      "the file of one division that has no name",
      parse({ events: [event] }),
      "division: missing; expected the name of a division",
    ],
    [
      "a division that is a number",
      parse(file([event]), 5 as never),
      '["5"]: missing; the file has',
    ],
    ["no such division", parse(file([event]), "wales"), "wales: missing; the file has scotland"],
    ["no divisions", parse({}), "scotland: missing; the file has no divisions"],
    [
      "an inherited division",
      parse(file([event]), "toString"),
      "toString: missing; the file has scotland",
    ],
  ])("%s", (_, act, line) => {
    const error = refusal(act);
    expect(error.message).toContain(`The bank holiday file has 1 problem:\n  ${line}`);
  });

  it("newer ones that are not in a list", () => {
    const act = untyped(
      (bankHolidays) => defineCalendar({ timeZone: "UTC", hours: {} }, { bankHolidays }),
      5,
    );
    expect(refusal(act).message).toBe(
      "The option has 1 problem:\n  bankHolidays: 5 given; expected a list of what parseBankHolidays gives",
    );
  });
});
