import { describe, expect, it } from "vitest";
import { defineSla, explain } from "../../../src";

const sla = defineSla({
  id: "desk",
  calendars: {
    desk: {
      timeZone: "Europe/London",
      hours: { weekdays: ["09:00-17:00"] },
      hoursFrom: { "2027-04-01": { weekdays: ["08:00-18:00"] } },
      rules: [
        { title: "Christmas Eve", on: "12-24", hours: ["09:00-12:00"] },
        { title: "Christmas closure", from: "12-25", to: "01-01", hours: [] },
      ],
    },
  },
  targets: {
    fix: { allowance: { hours: 40, calendar: "desk" }, runs: ["open"], stops: ["done"] },
    answer: { allowance: { workingDays: 5, calendar: "desk" }, runs: ["open"], stops: ["done"] },
  },
});

const opened = (at: string) => [{ at, state: "open" }] as const;

describe("the working of a reading names what decided the hours", () => {
  it("a rule, by its title", () => {
    // 24 December 2026 is a Thursday; Monday is 28 December, in the closure, as Friday is.
    const reading = sla.targets.fix.track(opened("2026-12-24T11:00:00Z"), {
      asOf: "2026-12-28T12:00:00Z",
    });
    const rows = explain(reading).split("\n");
    const why = (start: string) => rows.find((row) => row.startsWith(start));
    expect(why("Thu 24 Dec 2026 12:00")).toContain("out of hours: Christmas Eve");
    expect(why("Fri 25 Dec 2026 00:00")).toContain("closed by a rule: Christmas closure");
    expect(why("Sat 26 Dec 2026 00:00")).toContain("weekend");
    expect(why("Mon 28 Dec 2026 00:00")).toContain("closed by a rule: Christmas closure");
  });

  it("hours that changed, by their date", () => {
    // Wednesday 31 March 2027, under the old hours, and Thursday 1 April.
    const reading = sla.targets.fix.track(opened("2027-03-31T16:00:00+01:00"), {
      asOf: "2027-04-01T09:00:00+01:00",
    });
    const rows = explain(reading).split("\n");
    const why = (start: string) => rows.find((row) => row.startsWith(start));
    expect(why("Wed 31 Mar 2027 17:00")).toMatch(/out of hours *$/);
    expect(why("Thu 1 Apr 2027 00:00")).toContain("out of hours: hours from 1 April 2027");
  });

  it("of working days too", () => {
    const reading = sla.targets.answer.track(opened("2026-12-24T11:00:00Z"), {
      asOf: "2026-12-28T12:00:00Z",
    });
    expect(explain(reading)).toContain("closed by a rule: Christmas closure");
  });
});
