import { describe, expect, it } from "vitest";
import { defineCalendar, type HoursDefinition } from "../../../src";

/** The most lines that a desk should need. */
const MOST_LINES = 20;

const COUNCIL = `{
  "timeZone": "Europe/London",
  "hours": { "weekdays": ["09:00-12:30", "13:30-17:00"], "saturday": ["09:00-12:00"] },
  "bankHolidays": "england-and-wales",
  "bankHolidaysOnWeekends": "closed",
  "rules": [
    { "title": "Christmas Eve", "on": "12-24", "hours": ["09:00-12:00"] },
    { "title": "Christmas closure", "from": "12-25", "to": "01-01", "hours": [] }
  ]
}`;

const LIBRARY = `{
  "timeZone": "Europe/London",
  "hours": { "weekdays": ["09:00-17:00"] },
  "hoursFrom": {
    "2026-09-28": { "weekdays": ["08:00-22:00"], "weekend": ["10:00-18:00"] },
    "2026-12-12": { "weekdays": ["09:00-17:00"] },
    "2027-01-11": { "weekdays": ["08:00-22:00"], "weekend": ["10:00-18:00"] },
    "2027-03-20": { "weekdays": ["09:00-17:00"] },
    "2027-04-19": { "weekdays": ["08:00-22:00"], "weekend": ["10:00-18:00"] },
    "2027-06-19": { "weekdays": ["09:00-17:00"] }
  },
  "bankHolidays": "england-and-wales",
  "bankHolidaysOnWeekends": "closed",
  "rules": [
    { "title": "Christmas closure", "from": "12-24", "to": "01-01", "hours": [] }
  ]
}`;

const MARKET = `{
  "timeZone": "Europe/London",
  "hours": { "weekdays": ["08:00-16:30"] },
  "bankHolidays": "england-and-wales",
  "rules": [
    { "title": "Early close", "on": "12-24", "hours": ["08:00-12:30"] },
    { "title": "Early close", "on": "12-31", "hours": ["08:00-12:30"] }
  ],
  "exceptions": {
    "2028-12-22": { "title": "Early close", "hours": ["08:00-12:30"] },
    "2028-12-29": { "title": "Early close", "hours": ["08:00-12:30"] }
  }
}`;

const desk = (text: string) => {
  expect(text.split("\n").length).toBeLessThanOrEqual(MOST_LINES);
  const definition: HoursDefinition = JSON.parse(text);
  const calendar = defineCalendar(definition);
  expect(calendar.notes).toEqual([]);
  return calendar;
};

describe("a council with lunch, Saturday mornings and a Christmas closure", () => {
  const council = desk(COUNCIL);

  it("counts over lunch, and over the new year", () => {
    // Monday 11 January 2027: 12:00 to 12:30, and 13:30 to 15:00.
    expect(council.add("2027-01-11T12:00:00Z", { hours: 2 }).toISO()).toBe(
      "2027-01-11T15:00:00.000+00:00",
    );
    // Thursday 24 December has an hour left; Saturday 2 January has three, and Monday the rest.
    expect(council.add("2026-12-24T11:00:00Z", { hours: 4 }).toISO()).toBe(
      "2027-01-02T12:00:00.000+00:00",
    );
    expect(council.add("2026-12-24T11:00:00Z", { hours: 4, minutes: 30 }).toISO()).toBe(
      "2027-01-04T09:30:00.000+00:00",
    );
  });

  it("says why it is closed", () => {
    expect(council.reasonFor("2026-12-29").title).toBe("Christmas closure");
    // Saturday 26 December: a bank holiday by name, and in lieu on Monday 28.
    expect(council.reasonFor("2026-12-26").title).toBe("Boxing Day");
    expect(council.reasonFor("2026-12-28").title).toBe("Boxing Day");
  });

  it("counts working days: Saturdays are", () => {
    // After Wednesday 23 December: Thursday 24, Saturday 2 January, Monday 4.
    expect(council.addWorkingDays("2026-12-23T10:00:00Z", 3, { due: "close" }).toISO()).toBe(
      "2027-01-04T17:00:00.000+00:00",
    );
  });
});

describe("a library with term times", () => {
  const library = desk(LIBRARY);

  it("is open late and at weekends in term alone", () => {
    // 12 December 2026, a Saturday, is the first day of the vacation; 16 January 2027 is in term.
    expect(library.hoursOn("2026-12-11")).toEqual(["08:00-22:00"]);
    expect(library.hoursOn("2026-12-12")).toEqual([]);
    expect(library.hoursOn("2027-01-16")).toEqual(["10:00-18:00"]);
    expect(library.reasonFor("2027-01-16").title).toBe("hours from 11 January 2027");
    // Monday 3 May is a bank holiday in term, and 29 December within the closure.
    expect(library.reasonFor("2027-05-03").title).toBe("Early May bank holiday");
    expect(library.reasonFor("2027-12-29").title).toBe("Christmas closure");
  });

  it("counts across the end of term, and over a weekend in term", () => {
    // Friday 11 December to 22:00; then Monday 14 from 09:00.
    expect(library.add("2026-12-11T21:00:00Z", { hours: 2 }).toISO()).toBe(
      "2026-12-14T10:00:00.000+00:00",
    );
    // Sunday 17 January to 18:00; then Monday from 08:00.
    expect(library.add("2027-01-17T16:00:00Z", { hours: 3 }).toISO()).toBe(
      "2027-01-18T09:00:00.000+00:00",
    );
  });
});

describe("a market with early closes", () => {
  const market = desk(MARKET);

  it("closes early before Christmas and the new year, and on the Friday before if that is a Sunday", () => {
    const early = ["2026-12-24", "2026-12-31", "2027-12-24", "2027-12-31"];
    // 24 and 31 December 2028 are Sundays.
    for (const date of [...early, "2028-12-22", "2028-12-29"]) {
      expect(market.hoursOn(date), date).toEqual(["08:00-12:30"]);
      expect(market.reasonFor(date).title, date).toBe("Early close");
    }
    expect(market.hoursOn("2028-12-24")).toEqual([]);
  });

  it("counts over an early close", () => {
    // Thursday 24 December until 12:30; Friday and Monday are bank holidays.
    expect(market.add("2026-12-24T12:00:00Z", { hours: 1 }).toISO()).toBe(
      "2026-12-29T08:30:00.000+00:00",
    );
  });
});
