import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineCalendar } from "../../../src";
import { InputError } from "../../../src/tickets/log/problems";
import { bankHolidaysFromICalendar } from "../../../tools/bank-holidays/icalendar";
import { holds } from "../../reference/judge";

const event = (...lines: readonly string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"];
const calendar = (...events: readonly (readonly string[])[]) =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "METHOD:PUBLISH",
    "PRODID:-//uk.gov/GOVUK calendars//EN",
    "CALSCALE:GREGORIAN",
    ...events.flat(),
    "END:VCALENDAR",
    "",
  ].join("\r\n");

/** An event as gov.uk writes it. */
const christmas = event(
  "DTEND;VALUE=DATE:20261226",
  "DTSTART;VALUE=DATE:20261225",
  "SUMMARY:Christmas Day",
  "UID:ca6af7456b0088abad9a69f9f620f5ac-0@gov.uk",
  "SEQUENCE:0",
  "DTSTAMP:20180806T114130Z",
);
const newYear = event("DTSTART;VALUE=DATE:20260101", "SUMMARY:New Year\u2019s Day");

describe("the days off of an iCalendar file", () => {
  it("are the dates of its all-day events, in order", () => {
    expect(bankHolidaysFromICalendar(calendar(christmas, newYear))).toEqual([
      { date: "2026-01-01", title: "New Year\u2019s Day" },
      { date: "2026-12-25", title: "Christmas Day" },
    ]);
  });

  it("are a calendar's bank holidays as they are", () => {
    const bankHolidays = bankHolidaysFromICalendar(calendar(christmas, newYear));
    const hours = { daily: ["09:00-17:00"] };
    const shop = defineCalendar({ timeZone: "Europe/London", hours, bankHolidays });
    expect(shop.reasonFor("2026-12-25")).toEqual({
      because: "bank-holiday",
      title: "Christmas Day",
    });
  });

  it.each([
    ["until the day before its end", ["DTEND;VALUE=DATE:20261228"], 3],
    ["one day without an end", [], 1],
    ["one day where its end is its start, as gov.uk once wrote", ["DTEND;VALUE=DATE:20261225"], 1],
    ["its duration in days", ["DURATION:P2D"], 2],
    ["its duration in weeks", ["DURATION:P1W"], 7],
  ])("of one event: %s", (_, lines, days) => {
    const text = calendar(event("DTSTART;VALUE=DATE:20261225", "SUMMARY:Shut", ...lines));
    const dates = bankHolidaysFromICalendar(text).map(({ date }) => date);
    expect(dates).toHaveLength(days);
    expect([dates[0], dates.at(-1)]).toEqual(["2026-12-25", `2026-12-${24 + days}`]);
  });

  it("have the title of their event, unescaped and unfolded", () => {
    const text = calendar(
      event("DTSTART;VALUE=DATE:20261225", "SUMMARY:Christmas\\, ", " and more"),
    );
    expect(bankHolidaysFromICalendar(text)[0]?.title).toBe("Christmas, and more");
  });

  it("are called bank holidays where their event has no name", () => {
    const text = calendar(event("DTSTART;VALUE=DATE:20261225"));
    expect(bankHolidaysFromICalendar(text)[0]?.title).toBe("bank holiday");
  });

  it("leave out events that are cancelled", () => {
    const off = event("DTSTART;VALUE=DATE:20260101", "STATUS:CANCELLED");
    expect(bankHolidaysFromICalendar(calendar(off, christmas))).toHaveLength(1);
  });

  it("are those of all calendars in the file", () => {
    const text = calendar(christmas) + calendar(newYear);
    expect(bankHolidaysFromICalendar(text)).toHaveLength(2);
  });
});

describe("an event that is not a day off is refused by name", () => {
  const date = "DTSTART;VALUE=DATE:20261225";

  it.each([
    ["a time of day", ["DTSTART:20261225T090000Z"], '"Party": DTSTART "2026-12-25T09:00:00Z" is a'],
    ["a time in a zone", ["DTSTART;TZID=Europe/London:20261225T090000"], "is a time of day"],
    ["an end with a time", [date, "DTEND:20261225T090000Z"], "DTEND"],
    ["one that comes again", [date, "RRULE:FREQ=YEARLY"], "comes again (RRULE)"],
    ["one with more dates", [date, "RDATE;VALUE=DATE:20271225"], "comes again (RDATE)"],
    ["one of a series", [date, "RECURRENCE-ID;VALUE=DATE:20261225"], "comes again (RECURRENCE-ID)"],
    ["no start", ["UID:1"], "it has no DTSTART"],
    ["an invalid date", ["DTSTART;VALUE=DATE:20260230"], '"2026-02-30" is not a date'],
    ["an end before its start", [date, "DTEND;VALUE=DATE:20261224"], "ends before it begins"],
    ["hours for a duration", [date, "DURATION:PT9H"], "not a number of days"],
    ["nothing for a duration", [date, "DURATION:P0D"], "not a number of days"],
    ["years on end", [date, "DTEND;VALUE=DATE:20361225"], "366 are the most"],
  ])("%s", (_, lines, message) => {
    const text = calendar(christmas, event("SUMMARY:Party", ...lines));
    expect(() => bankHolidaysFromICalendar(text)).toThrow(InputError);
    expect(() => bankHolidaysFromICalendar(text)).toThrow(message);
  });
});

describe("a file that is not an iCalendar is refused", () => {
  it.each(["", "hello", "{}", "BEGIN:VCALENDAR", calendar(), calendar(["BEGIN:VEVENT"])])(
    "%j",
    (text) => {
      expect(() => bankHolidaysFromICalendar(text)).toThrow(InputError);
    },
  );

  it("whatever it is", () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom("BEGIN:VEVENT", "END:VEVENT", "DTSTART;VALUE=DATE:20261225", "DTSTART:x"),
      fc.constantFrom("DTEND;VALUE=DATE:2", "SUMMARY:x", "RRULE:FREQ=", "DURATION:P", "BEGIN:"),
    );
    holds(fc.array(line, { maxLength: 8 }), (lines) => {
      try {
        bankHolidaysFromICalendar(calendar(lines));
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    });
  });
});
