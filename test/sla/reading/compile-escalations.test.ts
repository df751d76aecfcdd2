import { describe, expect, it } from "vitest";
import type { EscalationTime } from "../../../src/index";
import { deskTarget, fri, mon, nextMon, sat, sun, thu, tue, utc, wed } from "../../reference/desk";

type Terms = Parameters<typeof deskTarget>[0];

/** When an escalation of a ticket that was opened on a Monday at 09:00 is due, as of then. */
function told(
  at: EscalationTime,
  allowance: Terms["allowance"] = { hours: 8, calendar: "office" },
  policy: Parameters<typeof deskTarget>[1] = {},
) {
  const target = deskTarget({ allowance, escalations: [{ at }] }, policy);
  const open = { at: mon("09:00"), state: "open", severity: "1" };
  return utc(target.track([open], { asOf: mon("09:00") }).escalations[0]?.at ?? null);
}

describe("an escalation of a ticket that is due on Monday at 17:00", () => {
  it.each<[EscalationTime, string]>([
    [{ before: { hours: 1, minutes: 30 } }, mon("15:30")],
    [{ before: { minutes: 90 } }, mon("15:30")],
    [{ before: { hours: 0 } }, mon("17:00")],
    [{ after: { minutes: 1 } }, tue("09:01")],
    [{ after: { hours: 1, minutes: 30 } }, tue("10:30")],
    [{ after: { hours: 1, minutes: 30, calendar: "always" } }, mon("18:30")],
    [{ before: { hours: 1.5, calendar: "always" } }, mon("15:30")],
    // A three-thousandth of a minute is 20 ms, rounded from 19.998.
    [{ after: { minutes: 0.0003333, calendar: "always" } }, "2026-11-16T17:00:00.020Z"],
    [{ after: { workingDays: 1 } }, tue("17:00")],
    [{ after: { workingDays: 5 } }, nextMon("17:00")],
    [{ after: { workingDays: 5, calendar: "always" } }, sat("17:00")],
    [{ after: { calendarDays: 5 } }, sat("17:00")],
    [{ after: { calendarDays: 5, calendar: "office" } }, sat("17:00")],
  ])("%j", (at, due) => {
    expect(told(at)).toBe(due);
  });

  it("counts days before the due instant backwards", () => {
    // 40 h of the office are over on Friday at 17:00.
    const week = { hours: 40, calendar: "office" };
    expect(told({ before: { workingDays: 1 } }, week)).toBe(thu("17:00"));
    expect(told({ before: { workingDays: 3 } }, week)).toBe(tue("17:00"));
    expect(told({ before: { calendarDays: 2 } }, week)).toBe(wed("17:00"));
    // 41 h are over on Monday at 10:00, which is three days after Friday and one working day.
    const more = { hours: 41, calendar: "office" };
    expect(told({ before: { workingDays: 1 } }, more)).toBe(fri("10:00"));
    expect(told({ before: { calendarDays: 1 } }, more)).toBe(sun("10:00"));
  });

  it("takes a midnight for the end of a day, and the instant after it for the next", () => {
    // Two working days are over at the midnight that ends Wednesday.
    const days = { workingDays: 2, calendar: "office" };
    expect(told({ after: { workingDays: 2 } }, days)).toBe(sat("00:00"));
    expect(told({ after: { workingDays: 3 } }, days)).toBe("2026-11-24T00:00:00Z");
    expect(told({ before: { calendarDays: 1 } }, days)).toBe(wed("00:00"));
    // 63 h of the clock and a minute: Wednesday 00:01.
    const clock = { hours: 39, minutes: 1, calendar: "always" };
    expect(told({ after: { workingDays: 3, calendar: "office" } }, clock)).toBe(nextMon("00:01"));
  });

  it("counts hours by the clock if the allowance is on no calendar", () => {
    // Ten calendar days from Monday 16 November, to the same time of day: Thursday 26 November 09:00.
    const civil = { calendarDays: 10 };
    const policy = { timeZone: "UTC" };
    expect(told({ before: { hours: 20 } }, civil, policy)).toBe("2026-11-25T13:00:00Z");
    expect(told({ after: { hours: 20 } }, civil, policy)).toBe("2026-11-27T05:00:00Z");
    const named = { before: { workingDays: 4, calendar: "office" } };
    expect(told(named, civil, policy)).toBe(fri("09:00"));
  });

  it("counts on the calendar of its severity's allowance", () => {
    const bySeverity = {
      "1": { hours: 8, calendar: "always" },
      "2": { hours: 8, calendar: "office" },
    };
    const policy = { severities: ["1", "2"] };
    const target = deskTarget(
      { allowance: bySeverity, escalations: [{ at: { after: { hours: 2 } } }] },
      policy,
    );
    const late = (severity: string) => {
      const open = { at: mon("09:00"), state: "open", severity };
      return utc(target.track([open], { asOf: mon("09:00") }).escalations[0]?.at ?? null);
    };
    expect([late("1"), late("2")]).toEqual([mon("19:00"), tue("11:00")]);
  });

  it("is not known before the severity is, since nothing is due", () => {
    const target = deskTarget(
      {
        allowance: { "1": { hours: 8, calendar: "office" } },
        escalations: [
          { at: { before: { hours: 2, calendar: "always" } } },
          { at: { after: { calendarDays: 1 } } },
          { at: { share: 1.5 } },
        ],
      },
      { severities: ["1"] },
    );
    const open = { at: mon("09:00"), state: "open" };
    const { escalations } = target.track([open], { asOf: mon("10:00") });
    expect(escalations.map(({ at, passed }) => [at, passed])).toEqual([
      [null, false],
      [null, false],
      [null, false],
    ]);
  });

  it("is not known if the calendar does not reach that far", () => {
    // The last covered year of Scotland's bank holidays ends long before a hundred years have passed.
    const calendars = {
      office: {
        timeZone: "UTC",
        hours: { weekdays: ["09:00-17:00"] },
        bankHolidays: "scotland",
      } as const,
    };
    expect(told({ after: { workingDays: 26_000 } }, undefined, { calendars })).toBeNull();
    expect(told({ after: { workingDays: 1 } }, undefined, { calendars })).toBe(tue("17:00"));
  });
});
