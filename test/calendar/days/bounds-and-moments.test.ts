import { describe, expect, it } from "vitest";
import { type DayBounds, defineCalendar, defineSla } from "../../../src";

/** Open Monday to Thursday from 09:00 to 17:00, Friday to 13:00. */
const desk = defineCalendar({
  id: "desk",
  timeZone: "Europe/London",
  hours: { weekdays: ["09:00-17:00"], friday: ["09:00-13:00"] },
});

describe("the working days between two dates", () => {
  // 15 January 2027 is a Friday.
  const FRIDAY = "2027-01-15";
  const SATURDAY = "2027-01-16";
  const MONDAY = "2027-01-18";
  const TUESDAY = "2027-01-19";

  it.each<[DayBounds, string, string, number]>([
    ["(]", FRIDAY, TUESDAY, 2], // Monday, Tuesday.
    ["[)", FRIDAY, TUESDAY, 2], // Friday, Monday.
    ["[]", FRIDAY, TUESDAY, 3], // Friday, Monday, Tuesday.
    ["(]", SATURDAY, MONDAY, 1],
    ["[)", SATURDAY, MONDAY, 0],
    ["[]", SATURDAY, MONDAY, 1],
    ["(]", FRIDAY, FRIDAY, 0],
    ["[)", FRIDAY, FRIDAY, 0],
    ["[]", FRIDAY, FRIDAY, 1],
    ["[]", SATURDAY, SATURDAY, 0],
  ])("in bounds %s from %s to %s are %i", (bounds, from, to, expected) => {
    expect(desk.workingDaysBetween(from, to, { bounds })).toBe(expected);
    // Backwards the same dates are counted, as a negative number.
    if (from !== to) expect(desk.workingDaysBetween(to, from, { bounds })).toBe(0 - expected);
  });

  it("are those after the first, up to the last, by default", () => {
    expect(desk.workingDaysBetween(FRIDAY, TUESDAY)).toBe(2);
  });

  it("begin with the next working day after a cutoff, or on a closed day", () => {
    const cutoff = "12:00";
    const between = (from: string) => desk.workingDaysBetween(from, TUESDAY, { cutoff });
    expect(between("2027-01-15T11:59:59.999Z")).toBe(2);
    expect(between("2027-01-15T12:00:00Z")).toBe(1);
    expect(between("2027-01-16T08:00:00Z")).toBe(1);
    // A date alone means its midnight.
    expect(between(FRIDAY)).toBe(2);
    expect(between(SATURDAY)).toBe(1);
  });

  it("are the n that addWorkingDays adds with the same cutoff", () => {
    for (const at of ["2027-01-15T10:00:00Z", "2027-01-15T18:00:00Z", "2027-01-17T10:00:00Z"]) {
      for (const n of [1, 2, 5]) {
        const due = desk.addWorkingDays(at, n, { cutoff: "12:00", due: "close" });
        expect(desk.workingDaysBetween(at, due, { cutoff: "12:00" }), at).toBe(n);
      }
    }
  });

  it("refuses other bounds, cutoffs and options", () => {
    const ask = (options: object) => () => desk.workingDaysBetween(FRIDAY, TUESDAY, options);
    expect(ask({ bounds: "()" })).toThrow('"()" is not a bounds; give one of "(]", "[)", "[]"');
    expect(ask({ cutoff: "25:00" })).toThrow(
      expect.objectContaining({ code: "time-of-day-invalid" }),
    );
    expect(ask({ bound: "[]" })).toThrow(
      '"bound" is not an option of workingDaysBetween; did you mean "bounds"?',
    );
  });

  it("refuses a date that does not exist, without a cutoff", () => {
    expect(() => desk.workingDaysBetween("2027-02-30", TUESDAY)).toThrow(
      expect.objectContaining({ code: "date-invalid" }),
    );
  });
});

describe("subtracting an amount that runs out exactly at an opening", () => {
  // Monday 18 January 2027, 11:00, two hours back: 09:00, or Friday's close.
  const MONDAY = "2027-01-18T11:00:00Z";

  it("begins at that opening, or at the closing before it", () => {
    expect(desk.subtract(MONDAY, { hours: 2 }).toISO()).toBe("2027-01-18T09:00:00.000+00:00");
    expect(desk.subtract(MONDAY, { hours: 2 }, { tie: "open" }).toISO()).toBe(
      "2027-01-18T09:00:00.000+00:00",
    );
    expect(desk.subtract(MONDAY, { hours: 2 }, { tie: "previous-close" }).toISO()).toBe(
      "2027-01-15T13:00:00.000+00:00",
    );
  });

  it("is the only case in which the tie matters", () => {
    for (const hours of [1, 3, 7]) {
      expect(desk.subtract(MONDAY, { hours }, { tie: "previous-close" }).toISO()).toBe(
        desk.subtract(MONDAY, { hours }).toISO(),
      );
    }
    expect(desk.subtract(MONDAY, { hours: 0 }, { tie: "previous-close" }).toISO()).toBe(
      "2027-01-18T11:00:00.000+00:00",
    );
  });

  it("mirrors add at the close", () => {
    // From Friday 12:00 an hour runs out at the close, Friday 13:00, and the next opening is Monday 09:00.
    const friday = "2027-01-15T12:00:00Z";
    expect(desk.add(friday, { hours: 1 }, { tie: "next-open" }).toISO()).toBe(
      "2027-01-18T09:00:00.000+00:00",
    );
    expect(
      desk.subtract("2027-01-18T09:00:00Z", { hours: 1 }, { tie: "previous-close" }).toISO(),
    ).toBe("2027-01-15T12:00:00.000+00:00");
  });

  it("refuses another tie", () => {
    expect(() => desk.subtract(MONDAY, { hours: 1 }, { ties: "open" } as object)).toThrow(
      '"ties" is not an option of subtract; did you mean "tie"?',
    );
    const tie = "close" as "open";
    expect(() => desk.subtract(MONDAY, { hours: 1 }, { tie })).toThrow(
      '"close" is not a tie; give one of "open", "previous-close"',
    );
    expect(() => desk.timeline.subtract(Date.parse(MONDAY), 1, tie)).toThrow(
      '"close" is not a tie; give "open" or "previous-close".',
    );
  });
});

describe("working days that are due at a time", () => {
  it("are due at that wall-clock time of the last day", () => {
    // From Monday 18 January, one day on; in July an hour earlier in UTC.
    expect(desk.addWorkingDays("2027-01-18T10:00:00Z", 1, { due: { at: "16:00" } }).toISO()).toBe(
      "2027-01-19T16:00:00.000+00:00",
    );
    expect(desk.addWorkingDays("2027-07-19T10:00:00Z", 1, { due: { at: "16:00" } }).toISO()).toBe(
      "2027-07-20T16:00:00.000+01:00",
    );
  });

  it("are due at the close of a day that closes earlier", () => {
    expect(desk.addWorkingDays("2027-01-14T10:00:00Z", 1, { due: { at: "16:00" } }).toISO()).toBe(
      "2027-01-15T13:00:00.000+00:00",
    );
  });

  it("refuses anything but a time, and other keys", () => {
    const ask = (due: object) => () =>
      desk.addWorkingDays("2027-01-14T10:00:00Z", 1, { due: due as { at: string } });
    expect(ask({ at: "4 pm" })).toThrow(expect.objectContaining({ code: "time-of-day-invalid" }));
    expect(ask({ at: undefined })).toThrow(
      expect.objectContaining({ code: "time-of-day-invalid" }),
    );
    expect(ask({ on: "16:00" })).toThrow('"on" is not an option of due; the known names are at');
    expect(ask([])).toThrow(expect.objectContaining({ code: "time-of-day-invalid" }));
  });

  it("are due at the end of the day if null stands in place of a moment, as if it were absent", () => {
    const ask = (due: unknown) =>
      desk.addWorkingDays("2027-01-14T10:00:00Z", 1, { due: due as undefined }).toISO();
    expect(ask(null)).toBe("2027-01-16T00:00:00.000+00:00");
    expect(ask(undefined)).toBe(ask(null));
  });

  it("may be said in a policy", () => {
    const sla = defineSla({
      id: "desk",
      calendars: { desk: desk.toJSON() },
      targets: {
        fix: {
          allowance: { workingDays: 1, calendar: "desk", due: { at: "16:00" } },
          runs: ["open"],
          stops: ["done"],
        },
      },
    });
    expect(sla.targets.fix.due("2027-01-18T10:00:00Z").toISO()).toBe(
      "2027-01-19T16:00:00.000+00:00",
    );
    expect(sla.targets.fix.due("2027-01-14T10:00:00Z").toISO()).toBe(
      "2027-01-15T13:00:00.000+00:00",
    );
    const history = [
      { at: "2027-01-14T10:00:00Z", state: "open" },
      { at: "2027-01-15T13:00:00.001Z", state: "done" },
    ] as const;
    const reading = sla.targets.fix.track(history, { asOf: "2027-01-18T09:00:00Z" });
    expect(reading.status).toBe("breached");
  });
});
