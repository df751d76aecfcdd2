import { describe, expect, it } from "vitest";
import { type PatientAccessOptions, patientAccess } from "../../src/index";
import { london } from "./nhsmail-desk";

const incident = "2026-08-31T10:00+01:00";
/** The last day is up at the time of day; most of these tests are about the instant. */
const instant = { lastDay: "same-time" } as const;
const later = { ...instant, outerLimit: "discovery" } as const;

function window(
  events: { readonly incident?: string; readonly discovery?: string },
  options: PatientAccessOptions = instant,
  asOf?: string,
) {
  const { complaint } = patientAccess(options).windows;
  return complaint(events, asOf === undefined ? {} : { asOf });
}

function closes(
  events: { readonly incident?: string; readonly discovery?: string },
  options?: PatientAccessOptions,
): string | null {
  return london(window(events, options).closesAt);
}

describe("PA-03: 6 months from the incident", () => {
  it.each([
    // There is no 31 February.
    ["31 August", incident, "Sun 2027-02-28 10:00 +00:00"],
    ["31 August before a leap year", "2027-08-31T10:00+01:00", "Tue 2028-02-29 10:00 +00:00"],
    // The same time on the wall, before the clocks go back and after.
    ["28 April", "2026-04-28T10:00+01:00", "Wed 2026-10-28 10:00 +00:00"],
    ["28 September", "2026-09-28T10:00+01:00", "Sun 2027-03-28 10:00 +01:00"],
  ])("of %s", (_, at, closesAt) => {
    expect(closes({ incident: at })).toBe(closesAt);
  });

  it("the last instant is in time and the next is not, if the instant is chosen", () => {
    for (const lastDay of ["same-time", "by-unit"] as const) {
      expect(window({ incident }, { lastDay }, "2027-02-28T10:00Z").isOpen).toBe(true);
      expect(window({ incident }, { lastDay }, "2027-02-28T10:00:00.001Z").isOpen).toBe(false);
    }
  });

  it("runs to the end of the last day, as its working days do", () => {
    const endOfDay = {};
    expect(window({ incident }, endOfDay, "2027-02-28T10:01Z").isOpen).toBe(true);
    expect(closes({ incident }, endOfDay)).toBe("Mon 2027-03-01 00:00 +00:00");
    expect(window({ incident }, endOfDay, "2027-02-28T23:59:59.999Z").isOpen).toBe(true);
    expect(window({ incident }, endOfDay, "2027-03-01T00:00Z").isOpen).toBe(false);
  });
});

describe("PA-03: 6 months from the discovery, the complaint within 12 of the incident", () => {
  it.each([
    // 31 December and 6 months is 30 June, before 31 August.
    ["in 4 months", "2026-12-31T10:00Z", "Wed 2027-06-30 10:00 +01:00"],
    // 1 November is after 31 August.
    ["in 8 months", "2027-05-01T10:00+01:00", "Tue 2027-08-31 10:00 +01:00"],
    // 20 March is after 28 February, so the discovery is what counts.
    ["in 3 weeks", "2026-09-20T10:00+01:00", "Sat 2027-03-20 10:00 +00:00"],
  ])("discovered %s", (_, discovery, closesAt) => {
    expect(closes({ incident, discovery })).toBe(closesAt);
    expect(closes({ incident, discovery }, { ...instant, outerLimit: "complaint" })).toBe(closesAt);
  });

  it("either way is enough, and each is reported", () => {
    const { ways, isOpen } = window(
      { incident, discovery: "2026-12-31T10:00Z" },
      instant,
      "2027-05-04T09:00+01:00",
    );
    expect(isOpen).toBe(true);
    expect(ways.map(({ from, closesAt }) => [from.join(" "), london(closesAt)])).toEqual([
      ["incident", "Sun 2027-02-28 10:00 +00:00"],
      ["discovery incident", "Wed 2027-06-30 10:00 +01:00"],
    ]);
  });

  it("a discovery alone is answered from it, and the incident is said to be unknown", () => {
    for (const options of [instant, later]) {
      const reading = window({ discovery: "2026-12-31T10:00Z" }, options, "2027-06-30T09:00Z");
      expect(london(reading.closesAt)).toBe("Wed 2027-06-30 10:00 +01:00");
      expect([reading.isOpen, reading.unknown]).toEqual([true, ["incident"]]);
      expect(reading.ways.map(({ from }) => from)).toEqual([["discovery"]]);
    }
    const known = window({ incident, discovery: "2026-12-31T10:00Z" });
    expect(known.unknown).toEqual([]);
    expect(window({ incident }).unknown).toEqual([]);
  });
});

describe("PA-03: 6 months from a discovery within 12 of the incident", () => {
  it.each([
    ["in 4 months", "2026-12-31T10:00Z", "Wed 2027-06-30 10:00 +01:00"],
    // 6 months from 1 May, 14 from the incident.
    ["in 8 months", "2027-05-01T10:00+01:00", "Mon 2027-11-01 10:00 +00:00"],
    // 18 months from the incident, which is the most.
    ["at the last instant", "2027-08-31T10:00+01:00", "Tue 2028-02-29 10:00 +00:00"],
    // The discovery is too late to count, and 6 months from the incident is what is left.
    ["an instant too late", "2027-08-31T10:00:00.001+01:00", "Sun 2027-02-28 10:00 +00:00"],
  ])("discovered %s", (_, discovery, closesAt) => {
    expect(closes({ incident, discovery }, later)).toBe(closesAt);
  });

  it("a complaint of 1 September 2027 is in time or not, by when it was discovered", () => {
    const complained = (discovery: string, options?: PatientAccessOptions) =>
      window({ incident, discovery }, options, "2027-09-01T09:00+01:00").isOpen;
    expect(complained("2027-08-31T10:00+01:00", later)).toBe(true);
    expect(complained("2027-08-31T10:01+01:00", later)).toBe(false);
    // Read the other way, 31 August 2027 was the end.
    expect(complained("2027-08-31T10:00+01:00")).toBe(false);
  });

  it("goes with the end of the last day", () => {
    const both = { outerLimit: "discovery" } as const;
    const discovered = (discovery: string) => closes({ incident, discovery }, both);
    expect(discovered("2027-05-01T10:00+01:00")).toBe("Tue 2027-11-02 00:00 +00:00");
    // 31 August is within the 12 months to its end: 29 February, to its end.
    expect(discovered("2027-08-31T23:00+01:00")).toBe("Wed 2028-03-01 00:00 +00:00");
    expect(discovered("2027-09-01T00:00+01:00")).toBe("Mon 2027-03-01 00:00 +00:00");
  });
});
