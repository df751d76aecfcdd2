import { describe, expect, it } from "vitest";
import { availability, defineCalendar } from "../../../src";
import { londonDesk } from "../../reference/london-desk";

describe("availability", () => {
  const office = defineCalendar(londonDesk.calendars.office);
  const promise = { percent: 99.5, fixedMinutes: 58 };
  const minutes = (length: { as: (unit: "minutes") => number } | null) => length?.as("minutes");

  it("counts downtime in promised hours alone, once, and shares it out", () => {
    // November 2026 has 21 weekdays of 8 h: 10 080 minutes, of which 0.5 % is 50.4.
    const reading = availability(office, promise, {
      month: "2026-11",
      outages: [
        { id: "night", from: "2026-11-02T16:50:00Z", to: "2026-11-03T09:20:00Z" }, // 10 + 20
        { id: "overlap", from: "2026-11-03T09:10:00Z", to: "2026-11-03T09:30:00Z" }, // 10 more
        { id: "weekend", from: "2026-11-07T10:00:00Z", to: "2026-11-07T12:00:00Z" },
        { id: "october", from: "2026-10-30T09:00:00Z", to: "2026-10-30T12:00:00Z" },
      ],
    });
    expect(minutes(reading.promised)).toBe(10_080);
    expect(minutes(reading.lost)).toBe(40);
    expect(minutes(reading.allowance)).toBe(50.4);
    expect(reading.outages.map(({ id, lost, share }) => [id, minutes(lost), share])).toEqual([
      ["october", 0, 0],
      ["night", 30, 0.75],
      ["overlap", 10, 0.25],
      ["weekend", 0, 0],
    ]);
    expect(reading).toMatchObject({ met: true, metByPercentage: true, metByFixed: true });
  });

  it("is met with exactly what is allowed, and not with a millisecond more", () => {
    const lost = (endMs: number) =>
      availability(office, promise, {
        month: "2026-11",
        outages: [{ from: "2026-11-02T09:00:00Z", to: Date.UTC(2026, 10, 2, 9) + endMs }],
      });
    expect(lost(50.4 * 60_000).met).toBe(true);
    expect(lost(50.4 * 60_000 + 1).met).toBe(false);
  });

  it("decides by the percentage, the fixed figure, or whichever allows less", () => {
    // 55 minutes: more than 50.4, less than 58.
    const outages = [{ from: "2026-11-02T09:00:00Z", to: "2026-11-02T09:55:00Z" }];
    const by = (test: "percentage" | "fixed" | "strictest") =>
      availability(office, { ...promise, test }, { month: "2026-11", outages });
    expect(by("percentage")).toMatchObject({ met: false, metByFixed: true });
    expect(by("fixed").met).toBe(true);
    expect(by("strictest").met).toBe(false);
    expect(() =>
      availability(office, { percent: 99.5, test: "fixed" }, { month: "2026-11", outages }),
    ).toThrow(/fixedMinutes/);
  });

  it("leaves planned maintenance out of both sides, unless it counts", () => {
    const input = {
      month: "2026-11",
      outages: [{ from: "2026-11-02T09:00:00Z", to: "2026-11-02T10:00:00Z" }],
      maintenance: [{ from: "2026-11-02T09:30:00Z", to: "2026-11-02T11:00:00Z" }],
    };
    const excluded = availability(office, promise, input);
    expect(minutes(excluded.promised)).toBe(10_080 - 90);
    expect(minutes(excluded.lost)).toBe(30);
    const counted = availability(office, { ...promise, maintenance: "counted" }, input);
    expect(minutes(counted.promised)).toBe(10_080);
    expect(minutes(counted.lost)).toBe(120);
  });

  it("is full if nothing was promised", () => {
    const never = defineCalendar({ timeZone: "UTC", hours: {} });
    expect(availability(never, promise, { month: "2026-11", outages: [] })).toMatchObject({
      uptimePercent: 100,
      met: true,
    });
  });

  it("begins and ends its months in the calendar's zone", () => {
    const tokyo = defineCalendar({ timeZone: "Asia/Tokyo", hours: { daily: ["00:00-24:00"] } });
    const reading = availability(tokyo, promise, {
      month: "2026-11",
      outages: [{ from: "2026-10-31T14:00:00Z", to: "2026-10-31T16:00:00Z" }], // 23:00 to 01:00
    });
    expect(minutes(reading.lost)).toBe(60);
    expect(minutes(reading.promised)).toBe(30 * 24 * 60);
  });

  it.each(["2026-13", "November", "2026-11-01", ""])("refuses %o for a month", (month) => {
    expect(() => availability(office, promise, { month, outages: [] })).toThrow(/YYYY-MM/);
  });

  it("refuses an outage that ends before it starts", () => {
    const outages = [{ id: "odd", from: "2026-11-02T10:00:00Z", to: "2026-11-02T09:00:00Z" }];
    expect(() => availability(office, promise, { month: "2026-11", outages })).toThrow(/"odd"/);
  });
});
