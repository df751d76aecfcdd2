import { describe, expect, it } from "vitest";
import { nhsLogin } from "../../src";

const minutes = (length: { as: (unit: "minutes") => number } | null | undefined) =>
  length?.as("minutes");

/** Outages of February 2027: 28 days from a Monday, 20 working days, 12,000 minutes of support. */
const february = [
  // 30 minutes.
  { id: "morning", from: "2027-02-02T09:00:00Z", to: "2027-02-02T09:30:00Z" },
  // 20 minutes, of which the first 10 are lost already.
  { id: "overlap", from: "2027-02-02T09:20:00Z", to: "2027-02-02T09:40:00Z" },
  // 10 minutes to the close at 18:00.
  { id: "evening", from: "2027-02-03T17:50:00Z", to: "2027-02-03T19:00:00Z" },
  // Nothing: a Saturday.
  { id: "weekend", from: "2027-02-06T00:00:00Z", to: "2027-02-07T00:00:00Z" },
  // 9 minutes from the opening at 08:00.
  { id: "early", from: "2027-02-10T07:00:00Z", to: "2027-02-10T08:09:00Z" },
];

describe("NL-06: available for 99.5 % of business support hours a month", () => {
  it("loses 59 of the 60 minutes that February 2027 has, more than the 58 of the other figure", () => {
    const reading = nhsLogin().availability.service({ month: "2027-02", outages: february });
    // 20 days x 10 h; 0.5 % of 12,000 minutes; 30 + 10 + 10 + 0 + 9.
    expect(minutes(reading.promised)).toBe(12_000);
    expect([minutes(reading.allowance), minutes(reading.fixedAllowance)]).toEqual([60, 58]);
    expect(minutes(reading.lost)).toBe(59);
    expect(reading.outages.map(({ id, lost }) => [id, minutes(lost)])).toEqual([
      ["morning", 30],
      ["overlap", 10],
      ["evening", 10],
      ["weekend", 0],
      ["early", 9],
    ]);
    expect([reading.test, reading.met]).toEqual(["percentage", true]);
    expect([reading.metByPercentage, reading.metByFixed]).toEqual([true, false]);
    expect([reading.clause, reading.provisional]).toEqual(["NL-06", false]);
  });

  it("takes outages in any order", () => {
    const reading = nhsLogin().availability.service({
      month: "2027-02",
      outages: february.toReversed(),
    });
    expect(minutes(reading.lost)).toBe(59);
  });

  const ofMorning = (month: string, from: string, to: string) => ({
    month,
    outages: [{ from, to }],
  });

  it("is met with the last minute lost, and not with a millisecond more", () => {
    const { service } = nhsLogin().availability;
    const until = (to: string) => service(ofMorning("2027-02", "2027-02-02T09:00:00Z", to));
    expect(until("2027-02-02T10:00:00Z").met).toBe(true);
    expect(until("2027-02-02T10:00:00.001Z").met).toBe(false);
  });

  it.each([
    ["percentage", true, false],
    ["fixed", false, true],
    ["strictest", false, false],
  ] as const)("availability: %s lets that figure decide", (availability, inLong, inShort) => {
    const { service } = nhsLogin({ availability }).availability;
    // 20 days: 59 minutes lost, of 60 by the percentage.
    const long = service({ month: "2027-02", outages: february });
    // May 2026 has 19 days, 21 less the 4th and the 25th: 57 minutes by the percentage, 57.5 lost.
    const short = service(ofMorning("2026-05", "2026-05-05T08:00:00Z", "2026-05-05T08:57:30Z"));
    expect([long.test, long.met, short.met]).toEqual([availability, inLong, inShort]);
    // The other figure is reported all the same.
    expect([long.metByPercentage, long.metByFixed]).toEqual([true, false]);
    expect([short.metByPercentage, short.metByFixed]).toEqual([false, true]);
  });

  it("counts an outage over the weekend in which the clocks go back", () => {
    // October 2026 has 22 days, 66 minutes. From Wednesday 30 September: the 5 minutes of 1 October
    // 08:00-08:05 BST, since the minutes of September do not count here. Friday the 23rd 17:30-18:00 BST is 30
    // minutes, Monday the 26th 08:00-08:20 GMT 20.
    const reading = nhsLogin().availability.service({
      month: "2026-10",
      outages: [
        { from: "2026-09-30T12:00:00Z", to: "2026-10-01T07:05:00Z" },
        { from: "2026-10-23T16:30:00Z", to: "2026-10-26T08:20:00Z" },
      ],
    });
    expect([minutes(reading.promised), minutes(reading.allowance)]).toEqual([13_200, 66]);
    expect([minutes(reading.lost), reading.met, reading.metByFixed]).toEqual([55, true, true]);
  });

  it("counts one over Easter, in which they go forward", () => {
    // March 2027 has 23 weekdays and 21 working days, 63 minutes. Thursday the 25th 17:45-18:00 GMT and
    // Tuesday the 30th 08:00-08:15 BST; Good Friday, the weekend and Easter Monday cost nothing.
    const reading = nhsLogin().availability.service(
      ofMorning("2027-03", "2027-03-25T17:45:00Z", "2027-03-30T07:15:00Z"),
    );
    expect([minutes(reading.allowance), minutes(reading.lost)]).toEqual([63, 30]);
  });

  // 3 minutes for each working day; none of them has 58.
  it.each([
    ["2028-04", 18, 54, "20 weekdays less Good Friday the 14th and Easter Monday the 17th"],
    ["2026-05", 19, 57, "21 less Mondays 4 and 25"],
    ["2027-02", 20, 60, "four whole weeks"],
    ["2027-03", 21, 63, "23 less Good Friday the 26th and Easter Monday the 29th"],
    ["2026-10", 22, 66, "31 days from a Thursday"],
    ["2026-07", 23, 69, "31 days from a Wednesday"],
  ])("%s has %i working days and %i minutes: %s", (month, days, allowed) => {
    const reading = nhsLogin().availability.service({ month, outages: [] });
    expect(minutes(reading.promised)).toBe(days * 600);
    expect(minutes(reading.allowance)).toBe(allowed);
    expect([reading.uptimePercent, reading.met]).toEqual([100, true]);
  });

  it("allows 54 to 69 minutes, 63.15 in the mean of 2019 to 2028, and 58 in no month", () => {
    const { service } = nhsLogin().availability;
    const months = Array.from({ length: 120 }, (_, i) => {
      const month = String((i % 12) + 1).padStart(2, "0");
      return `${2019 + Math.floor(i / 12)}-${month}`;
    });
    const allowed = months.map((month) => minutes(service({ month, outages: [] }).allowance) ?? 0);
    expect([Math.min(...allowed), Math.max(...allowed)]).toEqual([54, 69]);
    expect(allowed.reduce((sum, each) => sum + each, 0) / 120).toBeCloseTo(63.15, 9);
    expect(allowed).not.toContain(58);
  });

  it("allows less in Scotland in a month with St Andrew's Day", () => {
    // November 2026 has 21 weekdays from Monday 2 to Monday 30; the 30th is a Scottish holiday.
    const november = { month: "2026-11", outages: [] };
    const scottish = nhsLogin({ division: "scotland" }).availability.service(november);
    expect(minutes(nhsLogin().availability.service(november).allowance)).toBe(63);
    expect(minutes(scottish.allowance)).toBe(60);
  });
});

describe("NL-05: planned maintenance", () => {
  const month = {
    month: "2027-02",
    // 60 minutes, the first 30 of them in maintenance.
    outages: [{ id: "overrun", from: "2027-02-02T10:30:00Z", to: "2027-02-02T11:30:00Z" }],
    maintenance: [
      { id: "planned", from: "2027-02-02T09:00:00Z", to: "2027-02-02T11:00:00Z" },
      { id: "weekend", from: "2027-02-06T00:00:00Z", to: "2027-02-08T00:00:00Z" },
    ],
  };

  it("is left out of the downtime and of the promised time", () => {
    const reading = nhsLogin().availability.service(month);
    // 12,000 less the 120 minutes of Tuesday; the weekend has no support hours. 0.5 % is 59.4.
    expect(minutes(reading.promised)).toBe(11_880);
    expect(minutes(reading.allowance)).toBe(59.4);
    expect([minutes(reading.lost), reading.met]).toEqual([30, true]);
  });

  it("maintenance: counted is downtime like any other", () => {
    const reading = nhsLogin({ maintenance: "counted" }).availability.service(month);
    // 09:00-11:00 and 10:30-11:30 together are 09:00-11:30.
    expect([minutes(reading.promised), minutes(reading.allowance)]).toEqual([12_000, 60]);
    expect([minutes(reading.lost), reading.met]).toEqual([150, false]);
  });
});
