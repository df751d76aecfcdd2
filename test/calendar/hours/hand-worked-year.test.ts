import { describe, expect, it } from "vitest";
import { defineCalendar, type HoursDefinition } from "../../../src";

/** A calendar that uses everything that changes or comes again. */
const DESK: HoursDefinition = {
  id: "desk",
  timeZone: "Europe/London",
  hours: { weekdays: ["09:00-17:00"] },
  hoursFrom: { "2027-04-01": { weekdays: ["08:00-18:00"], saturday: ["09:00-12:00"] } },
  bankHolidays: ["england-and-wales", "2027-06-01", { date: "2027-05-05", title: "Town show" }],
  bankHolidayHours: ["10:00-14:00"],
  bankHolidaysOnWeekends: "closed",
  rules: [
    { title: "Christmas Eve", on: "12-24", hours: ["09:00-12:00"] },
    { title: "Christmas closure", from: "12-25", to: "01-01", hours: [] },
    { title: "Summer", from: "07-20", to: "08-31", hours: { weekdays: ["08:00-14:00"] } },
    { title: "Training", on: { weekday: "wednesday", nth: [1, -1] }, hours: ["13:00-17:00"] },
    {
      title: "Every other Saturday",
      on: { weekday: "saturday", every: 2, from: "2027-01-09" },
      hours: ["09:00-12:00"],
      opens: true,
    },
    { title: "Before a bank holiday", on: "day-before-bank-holiday", hours: ["09:00-16:00"] },
  ],
  exceptions: {
    "2027-07-14": { hours: [], title: "Office move" },
    "2027-12-28": ["12:00-13:00"],
  },
};

/**
 * Every date of 2027 whose hours differ from the week's, by a paper calendar: 1 January is a Friday, Easter
 * Sunday is 28 March. The bank holidays are those that GOV.UK publishes for England and Wales.
 */
const UNUSUAL = `
01-01 10:00-14:00 bank-holiday New Year's Day
01-06 13:00-17:00 rule Training
01-09 09:00-12:00 rule Every other Saturday
01-23 09:00-12:00 rule Every other Saturday
01-27 13:00-17:00 rule Training
02-03 13:00-17:00 rule Training
02-06 09:00-12:00 rule Every other Saturday
02-20 09:00-12:00 rule Every other Saturday
02-24 13:00-17:00 rule Training
03-03 13:00-17:00 rule Training
03-06 09:00-12:00 rule Every other Saturday
03-20 09:00-12:00 rule Every other Saturday
03-25 09:00-16:00 rule Before a bank holiday
03-26 10:00-14:00 bank-holiday Good Friday
03-29 10:00-14:00 bank-holiday Easter Monday
03-31 13:00-17:00 rule Training
04-03 09:00-12:00 rule Every other Saturday
04-07 13:00-17:00 rule Training
04-17 09:00-12:00 rule Every other Saturday
04-28 13:00-17:00 rule Training
05-01 09:00-16:00 rule Before a bank holiday
05-03 10:00-14:00 bank-holiday Early May bank holiday
05-04 09:00-16:00 rule Before a bank holiday
05-05 10:00-14:00 bank-holiday Town show
05-15 09:00-12:00 rule Every other Saturday
05-26 13:00-17:00 rule Training
05-29 09:00-16:00 rule Before a bank holiday
05-31 10:00-14:00 bank-holiday Spring bank holiday
06-01 10:00-14:00 bank-holiday bank holiday
06-02 13:00-17:00 rule Training
06-12 09:00-12:00 rule Every other Saturday
06-26 09:00-12:00 rule Every other Saturday
06-30 13:00-17:00 rule Training
07-07 13:00-17:00 rule Training
07-10 09:00-12:00 rule Every other Saturday
07-14 closed exception Office move
07-20 08:00-14:00 rule Summer
07-21 08:00-14:00 rule Summer
07-22 08:00-14:00 rule Summer
07-23 08:00-14:00 rule Summer
07-24 09:00-12:00 rule Every other Saturday
07-25 closed rule Summer
07-26 08:00-14:00 rule Summer
07-27 08:00-14:00 rule Summer
07-28 13:00-17:00 rule Training
07-29 08:00-14:00 rule Summer
07-30 08:00-14:00 rule Summer
07-31 closed rule Summer
08-01 closed rule Summer
08-02 08:00-14:00 rule Summer
08-03 08:00-14:00 rule Summer
08-04 13:00-17:00 rule Training
08-05 08:00-14:00 rule Summer
08-06 08:00-14:00 rule Summer
08-07 09:00-12:00 rule Every other Saturday
08-08 closed rule Summer
08-09 08:00-14:00 rule Summer
08-10 08:00-14:00 rule Summer
08-11 08:00-14:00 rule Summer
08-12 08:00-14:00 rule Summer
08-13 08:00-14:00 rule Summer
08-14 closed rule Summer
08-15 closed rule Summer
08-16 08:00-14:00 rule Summer
08-17 08:00-14:00 rule Summer
08-18 08:00-14:00 rule Summer
08-19 08:00-14:00 rule Summer
08-20 08:00-14:00 rule Summer
08-21 09:00-12:00 rule Every other Saturday
08-22 closed rule Summer
08-23 08:00-14:00 rule Summer
08-24 08:00-14:00 rule Summer
08-25 13:00-17:00 rule Training
08-26 08:00-14:00 rule Summer
08-27 08:00-14:00 rule Summer
08-28 closed rule Summer
08-29 closed rule Summer
08-30 10:00-14:00 bank-holiday Summer bank holiday
08-31 08:00-14:00 rule Summer
09-01 13:00-17:00 rule Training
09-04 09:00-12:00 rule Every other Saturday
09-18 09:00-12:00 rule Every other Saturday
09-29 13:00-17:00 rule Training
10-02 09:00-12:00 rule Every other Saturday
10-06 13:00-17:00 rule Training
10-16 09:00-12:00 rule Every other Saturday
10-27 13:00-17:00 rule Training
10-30 09:00-12:00 rule Every other Saturday
11-03 13:00-17:00 rule Training
11-13 09:00-12:00 rule Every other Saturday
11-24 13:00-17:00 rule Training
11-27 09:00-12:00 rule Every other Saturday
12-01 13:00-17:00 rule Training
12-11 09:00-12:00 rule Every other Saturday
12-24 09:00-16:00 rule Before a bank holiday
12-25 closed bank-holiday Christmas Day
12-26 closed bank-holiday Boxing Day
12-27 10:00-14:00 bank-holiday Christmas Day
12-28 12:00-13:00 exception
12-29 13:00-17:00 rule Training
12-30 closed rule Christmas closure
12-31 09:00-16:00 rule Before a bank holiday`;

const unusual = new Map(
  UNUSUAL.trim()
    .split("\n")
    .map((line) => {
      const [monthDay = "", hours = "", because = "", ...title] = line.split(" ");
      return [
        `2027-${monthDay}`,
        {
          hours: hours === "closed" ? [] : [hours],
          reason: { because, ...(title.length > 0 && { title: title.join(" ") }) },
        },
      ];
    }),
);

/** The hours of the week in force: 1 April 2027 is a Thursday. */
function usual(date: string) {
  const weekday = new Date(date).getUTCDay();
  if (date < "2027-04-01") {
    const hours = weekday === 0 || weekday === 6 ? [] : ["09:00-17:00"];
    return { hours, reason: { because: "week" } };
  }
  const saturday = weekday === 6 ? ["09:00-12:00"] : ["08:00-18:00"];
  return {
    hours: weekday === 0 ? [] : saturday,
    reason: { because: "week", title: "hours from 1 April 2027" },
  };
}

const desk = defineCalendar(DESK);
const dates = Array.from({ length: 365 }, (_, i) =>
  new Date(Date.UTC(2027, 0, 1 + i)).toISOString().slice(0, 10),
);
const expected = dates.map((date) => ({ date, ...(unusual.get(date) ?? usual(date)) }));
const hoursIn = (periods: readonly string[]) =>
  periods
    .map((period) => Number(period.slice(6, 8)) - Number(period.slice(0, 2)))
    .reduce((sum, hours) => sum + hours, 0);

describe("a year of one calendar with every rule at once", () => {
  it("has on each date the hours and the reason worked out by hand", () => {
    const found = dates.map((date) => ({
      date,
      hours: desk.hoursOn(date),
      reason: desk.reasonFor(date),
    }));
    expect(found).toEqual(expected);
  });

  it("has as much working time, and as many working days, as those dates have", () => {
    const worked = expected.reduce((sum, { hours }) => sum + hoursIn(hours), 0);
    const [start, end] = [desk.at("2027-01-01"), desk.at("2028-01-01")];
    expect(desk.between(start, end).as("hours")).toBe(worked);
    const workingDays = expected.filter(({ hours }) => hours.length > 0).length;
    expect(desk.workingDaysBetween("2027-01-01", "2027-12-31", { bounds: "[]" })).toBe(workingDays);
  });

  it("is the same calendar when its JSON is read back", () => {
    const again = defineCalendar(JSON.parse(JSON.stringify(desk)));
    expect(again.toJSON()).toEqual(DESK);
    expect(again.fingerprint()).toBe(desk.fingerprint());
  });

  it("has no notes", () => {
    expect(desk.notes).toEqual([]);
  });
});

describe("a desk whose hours changed on 1 April", () => {
  const changed = defineCalendar({
    id: "changed",
    timeZone: "Europe/London",
    hours: { weekdays: ["09:00-17:00"] },
    hoursFrom: { "2027-04-01": { weekdays: ["08:00-18:00"], saturday: ["09:00-12:00"] } },
  });

  it("counts an hour of the old hours and three of the new", () => {
    // Wednesday 31 March from 16:00 to 17:00, Thursday 1 April from 08:00 on; both in summer time.
    const due = changed.add("2027-03-31T16:00:00+01:00", { hours: 4 });
    expect(due.toISO()).toBe("2027-04-01T11:00:00.000+01:00");
    expect(changed.subtract(due, { hours: 4 }).toISO()).toBe("2027-03-31T16:00:00.000+01:00");
    expect(changed.between("2027-03-31T08:00:00+01:00", due).as("hours")).toBe(8 + 3);
  });

  it("counts Saturdays as working days from then on", () => {
    // Saturday 27 March is not one. Thursday 1, Friday 2 and Saturday 3 April are.
    expect(changed.addWorkingDays("2027-03-31T10:00:00+01:00", 3, { due: "close" }).toISO()).toBe(
      "2027-04-03T12:00:00.000+01:00",
    );
    expect(changed.workingDaysBetween("2027-03-26", "2027-03-31")).toBe(3);
    expect(changed.workingDaysBetween("2027-03-31", "2027-04-05")).toBe(4);
  });

  it("says from when its hours hold", () => {
    expect(changed.reasonFor("2027-03-31")).toEqual({ because: "week" });
    expect(changed.reasonFor("2027-04-01").title).toBe("hours from 1 April 2027");
  });
});
