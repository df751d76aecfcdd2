import { describe, expect, it } from "vitest";
import { DefinitionError, defineCalendar, parseBankHolidays } from "../../../src";
import { bankHolidaysFromICalendar } from "../../../src/interchange";
import { event, file } from "./write";

/** Events as gov.uk writes them, the end before the start. */
const christmas = event(
  "DTEND;VALUE=DATE:20261226",
  "DTSTART;VALUE=DATE:20261225",
  "SUMMARY:Christmas Day",
  "UID:ca6af7456b0088abad9a69f9f620f5ac-0@gov.uk",
  "SEQUENCE:0",
  "DTSTAMP:20180806T114130Z",
);
const newYear = event("DTSTART;VALUE=DATE:20260101", "SUMMARY:New Year\u2019s Day");
const datesOf = (...lines: readonly string[]) =>
  bankHolidaysFromICalendar(file(event(...lines)), "scotland").events.map(({ date }) => date);

describe("the bank holidays of an iCalendar file", () => {
  it("are the dates of its events, in order, for its whole years", () => {
    const read = bankHolidaysFromICalendar(file(christmas, newYear), "scotland");
    expect(read).toEqual({
      division: "scotland",
      events: [
        { date: "2026-01-01", title: "New Year\u2019s Day", notes: "", status: "published" },
        { date: "2026-12-25", title: "Christmas Day", notes: "", status: "published" },
      ],
      from: "2026-01-01",
      to: "2026-12-31",
      publishedUntil: "2026-12-31",
    });
  });

  it("are what parseBankHolidays gives of the same in JSON", () => {
    const json = {
      division: "scotland",
      events: [
        { title: "New Year\u2019s Day", date: "2026-01-01", notes: "", bunting: true },
        { title: "Christmas Day", date: "2026-12-25", notes: "", bunting: true },
      ],
    };
    expect(bankHolidaysFromICalendar(file(christmas, newYear), "scotland")).toEqual(
      parseBankHolidays(json, "scotland"),
    );
  });

  it("in Welsh, with a byte order mark, are those of the division that is named in either language", () => {
    const nadolig = event("DTSTART;VALUE=DATE:20281225", "SUMMARY:Dydd Nadolig");
    const sanSteffan = event("DTSTART;VALUE=DATE:20281226", "SUMMARY:G\u0175yl San Steffan");
    const bytes = new TextEncoder().encode(`\ufeff${file(nadolig, sanSteffan)}`);
    for (const name of ["cymru-a-lloegr", "england-and-wales"]) {
      const welsh = bankHolidaysFromICalendar(bytes, name);
      expect(welsh.division).toBe("england-and-wales");
      const desk = defineCalendar(
        {
          timeZone: "Europe/London",
          hours: { weekdays: ["09:00-17:00"] },
          bankHolidays: "england-and-wales",
        },
        { bankHolidays: [welsh] },
      );
      expect(desk.reasonFor("2028-12-26")).toEqual({
        because: "bank-holiday",
        title: "G\u0175yl San Steffan",
      });
    }
  });

  it.each([
    ["until the day before its end", ["DTEND;VALUE=DATE:20261228"], 3],
    ["one day without an end", [], 1],
    ["one day if its end is its start, as gov.uk once wrote", ["DTEND;VALUE=DATE:20261225"], 1],
    ["its duration in days", ["DURATION:P2D"], 2],
    ["its duration in weeks", ["DURATION:P1W"], 7],
  ])("of one event: %s", (_, lines, days) => {
    const dates = datesOf("DTSTART;VALUE=DATE:20261225", "SUMMARY:Shut", ...lines);
    expect(dates).toHaveLength(days);
    expect([dates[0], dates.at(-1)]).toEqual(["2026-12-25", `2026-12-${24 + days}`]);
  });

  it("may be a series that ends", () => {
    const dates = datesOf("DTSTART;VALUE=DATE:20261225", "RRULE:FREQ=YEARLY;COUNT=2");
    expect(dates).toEqual(["2026-12-25", "2027-12-25"]);
  });

  it("have the text of their description as notes, and without a title are called a bank holiday", () => {
    const text = file(event("DTSTART;VALUE=DATE:20261228", "DESCRIPTION:Substitute day"));
    expect(bankHolidaysFromICalendar(text, "scotland").events[0]).toMatchObject({
      title: "bank holiday",
      notes: "Substitute day",
    });
  });

  it("leave out events that are cancelled, and take in all calendars of the file", () => {
    const off = event("DTSTART;VALUE=DATE:20260704", "STATUS:CANCELLED");
    const text = file(off, christmas) + file(newYear);
    expect(bankHolidaysFromICalendar(text, "scotland").events).toHaveLength(2);
  });
});

describe("what is refused", () => {
  it.each([
    ["a time of day", ["DTSTART:20261225T090000Z"], "DTSTART"],
    ["a series without an end", ["DTSTART;VALUE=DATE:20261225", "RRULE:FREQ=YEARLY"], "RRULE"],
    ["an invalid date", ["DTSTART;VALUE=DATE:20260230"], "DTSTART"],
  ])("%s", (_, lines, property) => {
    const text = file(christmas, event("SUMMARY:Party", ...lines));
    const read = () => bankHolidaysFromICalendar(text, "scotland");
    expect(read).toThrow(DefinitionError);
    expect(read).toThrow(new RegExp(`events\\[1\\]\\.${property}: line \\d+, "Party": `));
  });

  it("a file whose events are all cancelled", () => {
    const off = event("DTSTART;VALUE=DATE:20260704", "STATUS:CANCELLED");
    expect(() => bankHolidaysFromICalendar(file(off), "scotland")).toThrow("0 days given");
  });

  it.each(["", " ", undefined, 1])("the division %j", (division) => {
    const read = bankHolidaysFromICalendar as (text: string, division: unknown) => unknown;
    expect(() => read(file(christmas), division)).toThrow("expected the name of a division");
  });

  it("an .ics given to parseBankHolidays, with the function that reads it", () => {
    expect(() => parseBankHolidays(`\ufeff${file(christmas)}`, "scotland")).toThrow(
      "read it with bankHolidaysFromICalendar",
    );
  });
});
