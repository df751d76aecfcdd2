import { describe, expect, it } from "vitest";
import {
  type CalendarDefinition,
  CoreHoursError,
  CoverageError,
  DefinitionError,
  nhsLogin,
} from "../../src";

/** A partner that works from 09:00 to 17:00. */
const partnerHours: CalendarDefinition = {
  timeZone: "Europe/London",
  hours: { weekdays: ["09:00-17:00"] },
  bankHolidays: "england-and-wales",
};
const roundTheClock: CalendarDefinition = {
  timeZone: "Europe/London",
  hours: { daily: ["00:00-24:00"] },
};

describe("NL-11: a partner notifies NHS login of an HSSI within 30 minutes, within its own hours", () => {
  const { hssiNotification } = nhsLogin({ partnerHours }).targets;

  it.each([
    ["in hours", "2026-11-20T10:00:00Z", "2026-11-20T10:30:00.000+00:00"],
    // Friday 16:45-17:00 is 15 minutes, Monday 09:00-09:15 the others.
    ["on a Friday evening", "2026-11-20T16:45:00Z", "2026-11-23T09:15:00.000+00:00"],
    // All 30 from the next opening.
    ["on a Saturday", "2026-11-21T03:00:00Z", "2026-11-23T09:30:00.000+00:00"],
    ["on Christmas Day", "2026-12-25T11:00:00Z", "2026-12-29T09:30:00.000+00:00"],
    // Open as the clocks have gone forward: 09:00 BST is 08:00Z.
    ["over Easter 2027", "2027-03-25T17:30:00Z", "2027-03-30T09:30:00.000+01:00"],
  ])("is due, for one %s", (_, happenedAt, dueAt) => {
    expect(hssiNotification.due(happenedAt).toISO()).toBe(dueAt);
  });

  it("keeps the partner's own zone and holidays, whatever division NHS login has", () => {
    const sla = nhsLogin({ partnerHours, division: "scotland" });
    // Monday 30 November is a holiday of NHS login's in Scotland, and not of the partner's.
    expect(sla.targets.hssiNotification.due("2026-11-30T09:00:00Z").toISO()).toBe(
      "2026-11-30T09:30:00.000+00:00",
    );
    const abroad = { timeZone: "America/New_York", hours: { weekdays: ["09:00-17:00"] } };
    // 12:00Z is 07:00 in New York: from the opening there, at 14:00Z.
    const { targets } = nhsLogin({ partnerHours: abroad });
    expect(targets.hssiNotification.due("2026-11-20T12:00:00Z").toISO()).toBe(
      "2026-11-20T09:30:00.000-05:00",
    );
  });

  it("takes 30 minutes of real time where the clocks go forward on a partner at night", () => {
    const { targets } = nhsLogin({ partnerHours: roundTheClock });
    // 28 March 2027, 00:45 GMT; at 01:00 GMT it is 02:00 BST.
    expect(targets.hssiNotification.due("2027-03-28T00:45:00Z").toISO()).toBe(
      "2027-03-28T02:15:00.000+01:00",
    );
  });

  const history = [
    { at: "2026-11-20T10:00:00Z", state: "hssi-happened" },
    { at: "2026-11-20T10:40:00Z", state: "hssi-identified" },
    { at: "2026-11-20T11:05:00Z", state: "hssi-notified" },
  ];
  const asOf = "2026-11-20T12:00:00Z";

  it("starts when the HSSI happens, not when it is detected", () => {
    // 10:00-11:05 is 65 minutes.
    const reading = hssiNotification.track(history, { asOf });
    expect([reading.status, reading.breachedAt?.toISO()]).toEqual([
      "breached",
      "2026-11-20T10:30:00.000+00:00",
    ]);
    expect(hssiNotification.track(history.slice(1), { asOf }).status).toBe("pending");
  });

  it("hssiStart: identification starts it when it is", () => {
    const { targets } = nhsLogin({ partnerHours, hssiStart: "identification" });
    // 10:40-11:05 is 25 minutes.
    const reading = targets.hssiNotification.track(history, { asOf });
    expect([reading.status, reading.elapsed.as("minutes")]).toEqual(["met", 25]);
  });

  it("has 30 minutes for each HSSI of a ticket", () => {
    const again = [...history, { at: "2026-11-20T14:00:00Z", state: "hssi-happened" }];
    const reading = hssiNotification.track(again, { asOf: "2026-11-20T14:10:00Z" });
    expect([reading.status, reading.remaining?.as("minutes")]).toEqual(["running", 20]);
  });

  it("has no answer without the partner's hours, and says that they are missing", () => {
    const { targets } = nhsLogin();
    const missing = /partnerHours.*never opens; give it hours/;
    expect(() => targets.hssiNotification.due("2026-11-20T10:00:00Z")).toThrow(CoverageError);
    expect(() => targets.hssiNotification.due("2026-11-20T10:00:00Z")).toThrow(missing);
    expect(() => targets.hssiNotification.track(history, { asOf })).toThrow(missing);
  });

  it("refuses hours that are not a calendar", () => {
    const nowhere = { timeZone: "Mars/Phobos", hours: {} };
    expect(() => nhsLogin({ partnerHours: nowhere })).toThrow(DefinitionError);
    expect(() => nhsLogin({ partnerHours: nowhere })).toThrow(/calendars\.partner\.timeZone/);
    expect(() => nhsLogin({ partnerHours: "no-such-calendar" })).toThrow(DefinitionError);
  });

  it("is owed for an HSSI that impacts the service, whenever it happens", () => {
    const { hssiNotification: owed } = nhsLogin({ partnerHours }).eligibility;
    expect(owed({ facts: { impactsService: true } }).eligible).toBe(true);
    expect(owed({ facts: { impactsService: false } }).eligible).toBe(false);
  });

  it("hssiClock: clock is 30 minutes of the clock, for an HSSI in the partner's hours alone", () => {
    const sla = nhsLogin({ partnerHours, hssiClock: "clock" });
    const owed = (at: string) =>
      sla.eligibility.hssiNotification({
        facts: {
          impactsService: true,
          happenedInPartnerHours: sla.calendars["partner"]?.isOpen(at) ?? false,
        },
      }).eligible;
    expect(sla.targets.hssiNotification.due("2026-11-20T16:45:00Z").toISO()).toBe(
      "2026-11-20T17:15:00.000+00:00",
    );
    expect([owed("2026-11-20T16:45:00Z"), owed("2026-11-20T17:00:00Z")]).toEqual([true, false]);
  });
});

describe("NL-13: the HSSI Manager attends a Multi-Party Intervention within 30 minutes", () => {
  it("counts minutes of the clock, by night and at the weekend", () => {
    const { multiPartyIntervention } = nhsLogin().targets;
    expect(multiPartyIntervention.due("2026-11-20T23:50:00Z").toISO()).toBe(
      "2026-11-21T00:20:00.000+00:00",
    );
    // 25 October 2026: 00:45Z is 01:45 BST, and 30 minutes on it is 01:15 GMT.
    expect(multiPartyIntervention.due("2026-10-25T00:45:00Z").toISO()).toBe(
      "2026-10-25T01:15:00.000+00:00",
    );
  });

  it("runs from the notification by the Service Bridge to the attendance", () => {
    const { multiPartyIntervention } = nhsLogin().targets;
    const attended = (at: string) =>
      multiPartyIntervention.track(
        [
          { at: "2026-12-25T02:00:00Z", state: "intervention-called" },
          { at, state: "intervention-attended" },
        ],
        { asOf: "2026-12-25T09:00:00Z" },
      ).status;
    expect(attended("2026-12-25T02:30:00Z")).toBe("met");
    expect(attended("2026-12-25T02:30:00.001Z")).toBe("breached");
  });

  it("interventionClock: partner-hours counts the partner's", () => {
    const { targets } = nhsLogin({ partnerHours, interventionClock: "partner-hours" });
    expect(targets.multiPartyIntervention.due("2026-11-20T23:50:00Z").toISO()).toBe(
      "2026-11-23T09:30:00.000+00:00",
    );
    const without = nhsLogin({ interventionClock: "partner-hours" }).targets;
    expect(() => without.multiPartyIntervention.due("2026-11-20T23:50:00Z")).toThrow(
      /partnerHours/,
    );
  });
});

describe("NL-14: an HSSI has severity 1 or 2", () => {
  const { hssi } = nhsLogin().eligibility;

  it.each([
    ["1", true],
    ["2", true],
    ["3", false],
    ["4", false],
    ["5", false],
  ])("severity %s: %s", (severity, eligible) => {
    expect(hssi({ severity }).eligible).toBe(eligible);
  });

  it("says why, and asks for the severity if it is not given", () => {
    expect(hssi({ severity: "2" }).reasons).toEqual(["The severity is 1 or 2 (NL-14)"]);
    expect(hssi({ severity: "3" }).reasons[0]).toContain("severity is 3");
    expect(() => hssi({})).toThrow(CoreHoursError);
  });
});

describe("NL-20: NHS login's own grading wins", () => {
  const { hssi } = nhsLogin().eligibility;

  it.each(["1", "2", "3", "4", "5"])(
    "an incident of severity %s that it defines as an HSSI is one",
    (severity) => {
      const verdict = hssi({ severity, facts: { definedByNhsLogin: true } });
      expect(verdict.eligible).toBe(true);
      expect(verdict.tell.map(({ id }) => id)).toEqual(["serviceBridge"]);
      const own = hssi({ severity });
      expect(own.eligible).toBe(Number(severity) <= 2);
      const told = Number(severity) <= 2 ? "serviceBridge" : "firstLine";
      expect(own.tell.map(({ id }) => id)).toEqual([told]);
    },
  );
});
