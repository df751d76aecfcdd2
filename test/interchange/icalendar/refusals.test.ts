import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CoreHoursError, DefinitionError } from "../../../src";
import { bankHolidaysFromICalendar, closuresFromICalendar } from "../../../src/interchange";
import { holds } from "../../reference/judge";
import { event, file } from "./write";

const START = "DTSTART;VALUE=DATE:";

/** The problems of a file, as text. */
function problemsOf(given: string, options?: { timeZone?: string }): readonly string[] {
  try {
    closuresFromICalendar(given, options);
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    return error.problems.map(({ path, message }) => `${path.join(".")}: ${message}`);
  }
  return [];
}

describe("an event that cannot be said is refused with its place", () => {
  const date = `${START}20270503`; // A Monday, the first of its month.

  it.each([
    [["UID:1"], 'DTSTART: line 6, "Shut": missing; expected the first day'],
    [
      ["DTSTART:20270503T090000"],
      'DTSTART: line 8, "Shut": "20270503T090000" is 09:00, and a closure is of whole days',
    ],
    [["DTSTART:20270503T000000"], 'DTEND: line 6, "Shut": missing; DTSTART has a time'],
    [["DTSTART:20270503T000000", "DTEND:20270503T120000"], "DTEND: line 9"],
    [["DTSTART:20270503T000000Z", "DURATION:P1D"], "is a time in UTC; give the calendar's zone"],
    [["DTSTART;TZID=BST:20270503T000000"], '"Europe/London"'],
    [[`${START}20270230`], '"20270230" is not a date that exists'],
    [[`${START}2027-05-03`], '"2027-05-03" given; expected a date such as 20261225'],
    [[`${START}16010101`], "calendars have dates from 1900 to 2200"],
    [[`${START}20270503T000000`], "has a time, and VALUE=DATE says that it has none"],
    [[date, date], "DTSTART given twice"],
    [[date, "DTEND;VALUE=DATE:20270502"], 'DTEND: line 9, "Shut": "20270502" is before DTSTART'],
    [[date, "DTEND;VALUE=DATE:20280601"], "it lasts 395 days; 366 are the most"],
    [[date, "DURATION:PT9H"], '"PT9H" given; expected a number of days'],
    [[date, "DURATION:P0D"], '"P0D" given'],
    [[date, "DURATION:P"], '"P" given'],
    [[date, "DURATION:P1D", "DTEND;VALUE=DATE:20270504"], "DTEND and DURATION given"],
    [[date, "RDATE;VALUE=PERIOD:20270503T000000/P1D"], "RDATE: line 9"],
    [[date, "EXRULE:FREQ=YEARLY"], "EXRULE cannot be read; give the dates as EXDATE"],
    [[date, "RRULE:FREQ=YEARLY", "RRULE:FREQ=DAILY"], "RRULE given twice"],
    [
      [date, "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20280504"],
      '"2028-05-04" is not one of the dates of the event',
    ],
    [[date, "RRULE:FREQ=YEARLY;BYMONTH=6"], "DTSTART 2027-05-03 is not one of its dates"],
    [
      [date, "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270503"],
      "RANGE changes all that come after",
    ],
  ])("%j", (lines, message) => {
    const text = file(event("SUMMARY:Shut", ...lines));
    expect(problemsOf(text)).toHaveLength(1);
    expect(problemsOf(text)[0]).toContain(message);
    expect(problemsOf(text)[0]).toMatch(/^events\.0\.[A-Z-]+: line \d+, "Shut": /);
  });

  it.each([
    ["", "FREQ= given; expected one of YEARLY, MONTHLY, WEEKLY, DAILY"],
    ["FREQ=HOURLY", "FREQ=HOURLY given"],
    ["FREQ=YEARLY;INTERVAL=0", "INTERVAL=0 given; expected a whole number from 1"],
    ["FREQ=YEARLY;COUNT=-1", "COUNT=-1 given"],
    ["FREQ=YEARLY;COUNT=2;UNTIL=20300101", "UNTIL and COUNT given"],
    ["FREQ=YEARLY;UNTIL=20300230", '"20300230" is not a date that exists'],
    ["FREQ=YEARLY;UNTIL=20300101T120000Z", "UNTIL=20300101T120000Z is a time in UTC"],
    ["FREQ=YEARLY;BYMONTH=13", "BYMONTH=13 given; expected numbers from 1 to 12"],
    ["FREQ=YEARLY;BYMONTH=MAY", "BYMONTH=MAY given"],
    ["FREQ=YEARLY;BYMONTHDAY=0", "BYMONTHDAY=0 given"],
    ["FREQ=YEARLY;BYMONTHDAY=32", "BYMONTHDAY=32 given"],
    ["FREQ=YEARLY;BYDAY=XX", "BYDAY=XX given; expected days such as MO, 1MO or -1FR"],
    ["FREQ=YEARLY;BYDAY=0MO", "BYDAY=0MO given"],
    ["FREQ=YEARLY;WKST=M", "WKST=M given"],
    ["FREQ=YEARLY;FREQ=YEARLY", "FREQ given twice"],
    ["FREQ=YEARLY;BYWEEKNO=18", '"BYWEEKNO=18" cannot be read as dates'],
    ["FREQ=YEARLY;BYEASTER=1", '"BYEASTER=1" cannot be read'],
    ["FREQ=DAILY;BYHOUR=9", '"BYHOUR=9" cannot be read'],
    ["FREQ=WEEKLY;BYDAY=1MO", "FREQ=WEEKLY with a numbered BYDAY"],
    ["FREQ=WEEKLY;BYMONTHDAY=3", "FREQ=WEEKLY with BYMONTHDAY"],
    ["FREQ=WEEKLY;BYDAY=MO;BYSETPOS=1", "FREQ=WEEKLY with BYSETPOS means two things"],
    ["FREQ=MONTHLY;BYYEARDAY=3", "FREQ=MONTHLY with BYYEARDAY"],
    ["FREQ=YEARLY;BYSETPOS=1", "BYSETPOS chooses among days"],
  ])("RRULE:%s", (rule, message) => {
    expect(problemsOf(file(event(date, `RRULE:${rule}`)))[0]).toContain(
      `events.0.RRULE: line 8: ${message}`,
    );
  });

  it.each([
    ["every other year", date, "FREQ=YEARLY;INTERVAL=2"],
    ["every 18th Monday of a year", date, "FREQ=YEARLY;BYDAY=18MO"],
    ["every 123rd day of a year", date, "FREQ=YEARLY;BYYEARDAY=123"],
    ["the first working day of May", date, "FREQ=YEARLY;BYMONTH=5;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"],
    ["each Monday that is the third of a month", date, "FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=3"],
    ["every third day", date, "FREQ=DAILY;INTERVAL=3"],
    ["the last day of February", `${START}20270228`, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"],
  ])("%s without an end has no rules", (_, first, rule) => {
    const text = file(event(first, `RRULE:${rule}`));
    expect(problemsOf(text)[0]).toContain(
      "no rules of a calendar are closed on exactly these days",
    );
    // With an end it has dates.
    const ends = file(event(first, `RRULE:${rule};COUNT=2`));
    expect(Object.keys(closuresFromICalendar(ends).exceptions)).toHaveLength(2);
  });

  it("by the clock of another zone, if it comes again", () => {
    const text = file(event("DTSTART:20270102T000000Z", "DURATION:P1D", "RRULE:FREQ=YEARLY"));
    expect(problemsOf(text, { timeZone: "Europe/London" })[0]).toContain(
      "it comes again by the clock of UTC, and the calendar is in Europe/London",
    );
  });

  it("and all of them are named", () => {
    const text = file(event("UID:1"), event(date), event("DTSTART:x", "SUMMARY:Two"));
    expect(problemsOf(text)).toEqual([
      "events.0.DTSTART: line 6: missing; expected the first day",
      'events.2.DTSTART: line 13, "Two": "x" given; expected a date such as 20261225',
    ]);
  });

  it("more dates, or more rules, than a definition has room for", () => {
    const daily = event(`${START}20270101`, "RRULE:FREQ=DAILY;INTERVAL=2;COUNT=4001");
    expect(problemsOf(file(daily))[0]).toContain("4001 single dates given; at most 4000 are read");
    const yearly = Array.from({ length: 201 }, () => event(date, "RRULE:FREQ=YEARLY"));
    expect(problemsOf(file(...yearly))[0]).toContain("201 rules would be needed");
  });
});

describe("a file that is not iCalendar is refused", () => {
  const whole = file(event(`${START}20270503`));

  it.each([
    ["", "expected BEGIN:VCALENDAR; the file is empty"],
    ["hello", '"hello" given; expected a line such as'],
    ["{}", '"{}" given'],
    ["SUMMARY:x", "expected BEGIN:VCALENDAR before it"],
    ["BEGIN:VEVENT", "expected BEGIN:VCALENDAR before it"],
    [file(), "the file has no events"],
    [whole.replace("END:VCALENDAR", ""), "VCALENDAR has no END; the file may be cut short"],
    [whole.slice(0, whole.indexOf("END:VEVENT")), "VEVENT has no END; the file may be cut short"],
    [whole.replace("END:VEVENT", "END:VTODO"), 'END:"VTODO" given; expected END:VEVENT before it'],
    [`${whole}END:VEVENT`, "expected its BEGIN before it"],
    [file(event(...event())), "an event within VEVENT"],
    [file(event("DTSTART;VALUE:20270503")), "expected a line such as DTSTART;VALUE=DATE:20261225"],
  ])("%j", (text, message) => {
    expect(problemsOf(text)[0]).toContain(message);
  });

  it.each([undefined, null, 1, {}, []])("%j is neither text nor bytes", (given) => {
    const read = closuresFromICalendar as (file: unknown) => unknown;
    expect(() => read(given)).toThrow(CoreHoursError);
    expect(() => read(given)).toThrow("is not an iCalendar file");
  });

  it.each([
    [{ timeZone: "BST" }, '"Europe/London"'],
    [{ timeZone: 1 }, "expected an IANA zone"],
    [{ timezone: "UTC" }, 'did you mean "timeZone"'],
    ["UTC", "is not an object of options"],
  ])("options: %j", (options, message) => {
    const read = closuresFromICalendar as (file: unknown, options: unknown) => unknown;
    expect(() => read(whole, options)).toThrow(message);
  });

  it("whatever it is", () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom("BEGIN:VEVENT", "END:VEVENT", "DTSTART;VALUE=DATE:20261225", "DTSTART:x"),
      fc.constantFrom("DTEND;VALUE=DATE:2", "SUMMARY:x", "RRULE:FREQ=", "DURATION:P", "BEGIN:"),
      fc.constantFrom("RRULE:FREQ=DAILY;BYSETPOS=-3;BYDAY=MO", "EXDATE:,", "RDATE:20270101,"),
    );
    holds(fc.array(line, { maxLength: 8 }), (lines) => {
      for (const read of [
        closuresFromICalendar,
        (text: string) => bankHolidaysFromICalendar(text, "x"),
      ]) {
        try {
          read(file(lines));
        } catch (error) {
          expect(error).toBeInstanceOf(DefinitionError);
        }
      }
    });
  });
});
