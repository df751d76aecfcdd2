import { describe, expect, it } from "vitest";
import { CoreHoursError, type GpsocOptions } from "../../src/index";
import { desk, type Events, fix, support } from "./gpsoc-desk";
import { london } from "./nhsmail-desk";

const { escalation } = desk().eligibility;

describe("GP-02: the supplier's fix time", () => {
  it.each([
    // Friday 17:00 to 18:00 is 1 h, Monday 3 h; or 7 h.
    ["1", "Friday evening", "2026-11-20T17:00Z", "Mon 2026-11-23 11:00 +00:00"],
    ["2", "Friday evening", "2026-11-20T17:00Z", "Mon 2026-11-23 15:00 +00:00"],
    // Monday 23 to Friday 27.
    ["3", "Friday evening", "2026-11-20T17:00Z", "Sat 2026-11-28 00:00 +00:00"],
    // Thursday 2 h; 25 and 28 are closed; Tuesday 29 2 h.
    ["1", "Christmas Eve", "2026-12-24T16:00Z", "Tue 2026-12-29 10:00 +00:00"],
    // Friday and Monday are closed; Tuesday 08:00 to 12:00.
    ["1", "Good Friday", "2027-03-26T10:00Z", "Tue 2027-03-30 12:00 +01:00"],
    // 1 h, and after the clocks have gone back 3 h.
    ["1", "Friday in October", "2026-10-23T17:00+01:00", "Mon 2026-10-26 11:00 +00:00"],
  ])("of severity %s, from %s", (severity, _, openedAt, due) => {
    expect(london(desk().targets.fix.due(openedAt, { severity }))).toBe(due);
  });

  it("is the caller's, for each severity that has one", () => {
    expect(() => desk().targets.fix.due("2026-11-16T09:00Z", { severity: "4" })).toThrow(
      /no allowance for severity "4".*1, 2, 3/,
    );
  });

  it.each<[NonNullable<GpsocOptions["severityChange"]>, string]>([
    // Severity 1 is 4 h around the clock, as of Friday 17:00.
    ["retroactive", "Fri 2026-11-20 21:00 +00:00"],
    // 1 h of Friday and 1 h of Monday are used; 2 h are left at 09:00.
    ["carry-elapsed", "Mon 2026-11-23 11:00 +00:00"],
    // 4 h from the change.
    ["restart", "Mon 2026-11-23 13:00 +00:00"],
  ])("a change of severity, read as %s", (severityChange, due) => {
    const fixTimes: GpsocOptions["fixTimes"] = {
      "1": { hours: 4, calendar: "always" },
      "2": { hours: 8, calendar: "support" },
    };
    const always = { timeZone: "Europe/London", hours: { daily: ["00:00-24:00"] } };
    const calendars = { support, always };
    const events: Events = [
      ["2026-11-20T17:00Z", "new", "2"],
      ["2026-11-23T09:00Z", "in-progress", "1"],
    ];
    const options = { fixTimes, calendars, severityChange };
    expect(london(fix(events, "2026-11-23T09:30Z", options).dueAt)).toBe(due);
  });
});

describe("GP-02: Severity 1 or 2 beyond its fix time may be escalated at once", () => {
  const opened = (severity: string): Events => [["2026-11-16T09:00Z", "new", severity]];
  const facts = { supplierProcessFollowed: false, satisfactoryOutcome: false };

  it.each([
    // 4 h and 8 h after 09:00.
    ["1", "2026-11-16T13:00Z"],
    ["2", "2026-11-16T17:00Z"],
  ])("severity %s: not until it is exceeded", (severity, due) => {
    const at = (asOf: string) => escalation({ reading: fix(opened(severity), asOf), facts });
    expect(at(due).eligible).toBe(false);
    const exceeded = at(due.replace("00Z", "01Z"));
    expect(exceeded.eligible).toBe(true);
    expect(exceeded.reasons).toEqual([
      "A Severity 1 or 2 incident has exceeded its fix time, and may be escalated at the same time as to the supplier's next level (GP-02)",
    ]);
  });

  it("asks nothing of the supplier's own process then", () => {
    const verdict = escalation({ reading: fix(opened("1"), "2026-11-16T13:01Z") });
    expect(verdict.eligible).toBe(true);
    expect(verdict.grounds.map(({ id, met }) => [id, met])).toEqual([
      ["fix-time-exceeded", true],
      ["supplier-process-followed", null],
    ]);
  });

  it("not a ticket that was fixed, in time or late, unless the fix has not resolved the issue", () => {
    const fixedAt = (at: string, issueResolved?: boolean) => {
      const reading = fix([...opened("1"), [at, "resolved"]], "2026-12-17T09:00Z");
      return escalation({ reading, facts: { ...facts, issueResolved } }).eligible;
    };
    expect(fixedAt("2026-11-16T13:00Z")).toBe(false);
    expect(fixedAt("2026-11-16T13:01Z")).toBe(false);
    expect(fixedAt("2026-11-16T13:01Z", true)).toBe(false);
    expect(fixedAt("2026-11-16T13:01Z", false)).toBe(true);
  });

  it("not severity 3, however late it is", () => {
    // Tuesday 17 to Monday 23 are its 5 working days.
    const reading = fix(opened("3"), "2026-11-24T00:01Z");
    expect(reading.status).toBe("breached");
    const verdict = escalation({ reading, facts });
    expect(verdict.eligible).toBe(false);
    expect(verdict.reasons[0]).toMatch(/\(GP-02\): no, severity is 3$/);
  });
});

describe("GP-03: everything else has been through the supplier's process first", () => {
  const asked = (supplierProcessFollowed: boolean, satisfactoryOutcome: boolean) =>
    escalation({ severity: "3", facts: { supplierProcessFollowed, satisfactoryOutcome } });

  it("without a satisfactory outcome, it may be escalated", () => {
    const verdict = asked(true, false);
    expect(verdict.eligible).toBe(true);
    expect(verdict.reasons).toEqual([
      "The supplier's own escalation process has been followed without a satisfactory response or outcome (GP-03)",
    ]);
  });

  it("with one, or without the process, it may not", () => {
    expect(asked(true, true).eligible).toBe(false);
    expect(asked(false, false).eligible).toBe(false);
    expect(asked(false, false).reasons[1]).toMatch(
      /GP-03\): no, supplierProcessFollowed is not so/,
    );
  });

  it("holds for an issue of no severity, and for severity 1 within its fix time", () => {
    const facts = { supplierProcessFollowed: true, satisfactoryOutcome: false };
    expect(escalation({ facts }).eligible).toBe(true);
    const reading = fix([["2026-11-16T09:00Z", "new", "1"]], "2026-11-16T10:00Z");
    expect(escalation({ reading, facts }).eligible).toBe(true);
  });

  it("is not judged without what it depends on", () => {
    const unknown = () => escalation({ severity: "3", facts: { supplierProcessFollowed: true } });
    expect(unknown).toThrow(CoreHoursError);
    expect(unknown).toThrow(/the fact "satisfactoryOutcome" is not given/);
    // Within the process or not, a severity 1 may be beyond its fix time.
    expect(() =>
      escalation({
        severity: "1",
        facts: { supplierProcessFollowed: false, satisfactoryOutcome: false },
      }),
    ).toThrow(/the ticket's reading is not given/);
  });
});

describe("GP-10: only while the issue is not satisfactorily resolved", () => {
  const followed = { supplierProcessFollowed: true, satisfactoryOutcome: false };

  it("not once it is resolved, on any ground", () => {
    const reading = fix([["2026-11-16T09:00Z", "new", "1"]], "2026-11-16T14:00Z");
    expect(escalation({ facts: followed }).eligible).toBe(true);
    expect(escalation({ facts: { ...followed, issueResolved: true } }).eligible).toBe(false);
    const facts = { supplierProcessFollowed: false, satisfactoryOutcome: false };
    expect(escalation({ reading, facts }).eligible).toBe(true);
  });

  it("not a ticket that was finished a month ago, unless the facts say that its issue is not resolved", () => {
    const events: Events = [
      ["2026-11-16T09:00Z", "new", "1"],
      ["2026-11-16T14:00Z", "resolved"],
    ];
    const reading = fix(events, "2026-12-16T09:00Z");
    expect(escalation({ reading }).eligible).toBe(false);
    expect(escalation({ reading, facts: followed }).eligible).toBe(false);
    expect(escalation({ reading, facts: { ...followed, issueResolved: false } }).eligible).toBe(
      true,
    );
  });
});

describe("GP-11 and GP-13: who is told, in which order", () => {
  const told = (input: Parameters<typeof escalation>[0]) =>
    escalation(input).tell.map(({ id }) => id);

  it("the supplier's next level at the same time, if the fix time is exceeded", () => {
    const reading = fix([["2026-11-16T09:00Z", "new", "1"]], "2026-11-16T14:00Z");
    expect(told({ reading })).toEqual([
      "supplierNextLevel",
      "serviceManagement",
      "shaRepresentative",
      "supplierTopLevel",
    ]);
  });

  it("NHS CFH Service Management, with the SHA and the supplier copied in, after the supplier", () => {
    const facts = { supplierProcessFollowed: true, satisfactoryOutcome: false };
    expect(told({ facts })).toEqual(["serviceManagement", "shaRepresentative", "supplierTopLevel"]);
    const { tell } = escalation({ facts });
    expect(tell[0]?.address).toBe("nhscfh.gpsocsupport@nhs.net");
  });

  it("the supplier first, if no ground holds", () => {
    const facts = { supplierProcessFollowed: false, satisfactoryOutcome: false };
    expect(told({ severity: "3", facts })).toEqual(["supplier"]);
  });
});

describe("GP-14: what is not of live service goes elsewhere", () => {
  const { route } = desk().eligibility;

  it.each<[string, Record<string, boolean>, string[]]>([
    ["an issue of live service", {}, ["supplier", "serviceManagement"]],
    ["an issue that is not", { liveService: false }, ["programmeTeam"]],
    ["a problem during deployment", { duringDeployment: true }, ["deploymentLead"]],
    [
      "a problem during deployment, not live",
      { liveService: false, duringDeployment: true },
      ["deploymentLead"],
    ],
  ])("%s", (_, facts, told) => {
    expect(route({ facts }).tell.map(({ id }) => id)).toEqual(told);
    const followed = { supplierProcessFollowed: true, satisfactoryOutcome: false };
    const isLive = told.includes("supplier");
    expect(escalation({ facts: { ...followed, ...facts } }).eligible).toBe(isLive);
  });
});
