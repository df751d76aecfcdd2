import { describe, expect, it } from "vitest";
import { CoverageError, defineCalendar, diffCalendars } from "../../src";
import { refusal } from "../reference/refusals";

const today = defineCalendar({
  id: "today",
  timeZone: "Europe/London",
  hours: { weekdays: ["09:00-17:00"] },
});
const planned = defineCalendar({
  id: "planned",
  timeZone: "Europe/London",
  hours: { weekdays: ["09:00-17:00"] },
  hoursFrom: { "2027-04-01": { weekdays: ["08:00-18:00"] } },
  rules: [{ title: "Inventory", on: "06-30", hours: [] }],
});

describe("diffCalendars", () => {
  it("gives every date whose hours differ, with both and both reasons", () => {
    // 1 April 2027 is a Thursday, 3 and 4 April are a weekend, 30 June is a Wednesday.
    expect(diffCalendars(today, planned, { from: "2027-03-30", to: "2027-04-04" })).toEqual(
      ["2027-04-01", "2027-04-02"].map((date) => ({
        date,
        a: { hours: ["09:00-17:00"], reason: { because: "week" } },
        b: {
          hours: ["08:00-18:00"],
          reason: { because: "week", title: "hours from 1 April 2027" },
        },
      })),
    );
    expect(diffCalendars(planned, today, { from: "2027-06-30", to: "2027-06-30" })).toEqual([
      {
        date: "2027-06-30",
        a: { hours: [], reason: { because: "rule", title: "Inventory" } },
        b: { hours: ["09:00-17:00"], reason: { because: "week" } },
      },
    ]);
  });

  it("gives none for two calendars with the same hours, whatever they are called", () => {
    const other = defineCalendar({
      id: "other",
      timeZone: "Europe/London",
      hours: { daily: ["09:00-17:00"], weekend: [] },
    });
    expect(diffCalendars(today, other, { from: "2027-01-01", to: "2027-12-31" })).toEqual([]);
  });

  it("compares instants, not wall-clock times", () => {
    const paris = defineCalendar({ ...today.toJSON(), id: "paris", timeZone: "Europe/Paris" });
    const differences = diffCalendars(today, paris, { from: "2027-01-04", to: "2027-01-10" });
    expect(differences.map(({ date }) => date)).toEqual(
      [4, 5, 6, 7, 8].map((day) => `2027-01-0${day}`),
    );
  });

  it("goes as far as both calendars reach by default", () => {
    const [one, other] = [["2027-06-01"], ["2027-06-02", "2028-01-03"]].map((bankHolidays) =>
      defineCalendar({ id: "x", timeZone: "UTC", hours: { daily: ["09:00-10:00"] }, bankHolidays }),
    );
    if (!one || !other) throw new Error("there are two");
    expect(diffCalendars(one, other).map(({ date }) => date)).toEqual(["2027-06-01", "2027-06-02"]);
    expect(() => diffCalendars(one, other, { to: "2028-01-01" })).toThrow(CoverageError);
  });

  it("refuses anything but two calendars, and an invalid span", () => {
    const message = "diffCalendars takes two calendars, not {}; make one with defineCalendar.";
    for (const ask of [
      () => diffCalendars(today, {} as never),
      () => diffCalendars({} as never, today),
    ]) {
      expect(refusal(ask)).toMatchObject({
        ...{ code: "not-a-calendar", message, data: { given: "{}" } },
      });
    }
    expect(() => diffCalendars(today, planned, { from: "2027-02-30" })).toThrow(
      expect.objectContaining({ code: "date-invalid" }),
    );
    const span = { from: "2027-02-02", to: "2027-02-01" };
    expect(refusal(() => diffCalendars(today, planned, span))).toMatchObject({
      code: "span-empty",
      message:
        '2027-02-02 comes after 2027-02-01; give "from" and "to" in order, within what both calendars cover.',
      data: span,
    });
    expect(
      refusal(() => diffCalendars(today, planned, { until: "2027-02-01" } as object)).message,
    ).toBe('"until" is not an option of diffCalendars; the known names are from, to');
    expect(refusal(() => diffCalendars(today, planned, "2027" as never)).message).toBe(
      '"2027" is not an object of options; give one such as { from: "2027-01-01", to: "2027-12-31" }.',
    );
  });
});
