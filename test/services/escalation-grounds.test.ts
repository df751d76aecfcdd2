import { describe, expect, it } from "vitest";
import { nhsLogin, nhsmail } from "../../src";
import { desk } from "./gpsoc-desk";
import { incident } from "./nhsmail-desk";

/** What a verdict comes to: the grounds that hold, and who is told. */
const told = (verdict: {
  readonly grounds: readonly { readonly id: string; readonly met: boolean | null }[];
  readonly tell: readonly { readonly id: string }[];
}) => ({
  grounds: verdict.grounds.filter(({ met }) => met).map(({ id }) => id),
  tell: verdict.tell.map(({ id }) => id),
});

describe("each ground for an escalation to NHSmail", () => {
  const { escalation } = nhsmail().eligibility;
  const created = ["2026-11-16T09:00Z", "new"] as const;
  // 48 core hours from Monday at 09:00 are up on Thursday at 12:00, and 90 % of them at 07:12.
  const resolved = ["2026-11-17T09:00Z", "resolved"] as const;
  const reopened = ["2026-11-17T09:30Z", "reopened"] as const;
  const open = {
    breached: incident([created], "2026-11-19T12:01Z"),
    closeToBreach: incident([created], "2026-11-19T07:12Z"),
    // Half an hour later than without the stop, and then used up to the minute.
    remainderElapsed: incident([created, resolved, reopened], "2026-11-19T12:30Z"),
  };

  it.each([
    ["breached", open.breached, ["breached"]],
    ["closeToBreach", open.closeToBreach, ["closeToBreach"]],
    ["remainderElapsed", open.remainderElapsed, ["closeToBreach", "remainderElapsed"]],
  ])("%s: tells the helpdesk, unless there is a clinical impact", (_, reading, grounds) => {
    expect(told(escalation({ reading }))).toEqual({ grounds, tell: ["helpdesk"] });
    const clinical = escalation({ reading, facts: { clinicalImpact: true } });
    expect([clinical.eligible, told(clinical).grounds]).toEqual([false, []]);
  });

  it.each([
    "dealtWithInappropriately",
    "resolutionUnsatisfactory",
    "complaintProgressUnsatisfactory",
    "complaintOutcomeUnacceptable",
  ])("%s: tells the helpdesk, unless there is a clinical impact", (fact) => {
    const verdict = escalation({ readings: [], facts: { [fact]: true } });
    expect(told(verdict)).toEqual({ grounds: [fact], tell: ["helpdesk"] });
    const clinical = escalation({ readings: [], facts: { [fact]: true, clinicalImpact: true } });
    expect(clinical.eligible).toBe(false);
  });

  it("is lost with the resolution, late or not", () => {
    const done = ["2026-11-19T13:00Z", "resolved"] as const;
    for (const events of [
      [created, done],
      [created, resolved, reopened, done],
    ]) {
      const verdict = escalation({ reading: incident(events, "2026-11-20T09:00Z") });
      expect([verdict.eligible, told(verdict).tell]).toEqual([false, ["helpdesk"]]);
    }
  });

  it("has a re-opening for an incident that was resolved in time, within 72 hours", () => {
    const reading = incident([created, resolved], "2026-11-20T09:00Z");
    const facts = { issueResolved: false };
    expect(told(nhsmail().eligibility.reopenToEscalate({ reading, facts }))).toEqual({
      grounds: ["unresolvedInTime"],
      tell: ["helpdesk"],
    });
  });
});

describe("who is told of an HSSI of NHS login", () => {
  const { hssi, hssiNotification } = nhsLogin().eligibility;

  it.each([
    ["severity 1", { severity: "1" }, ["severity"], ["serviceBridge"]],
    ["severity 2", { severity: "2" }, ["severity"], ["serviceBridge"]],
    ["severity 3", { severity: "3" }, [], ["firstLine"]],
    [
      "severity 3, defined as one by NHS login",
      { severity: "3", facts: { definedByNhsLogin: true } },
      ["graded"],
      ["serviceBridge"],
    ],
  ])("of %s", (_, input, grounds, tell) => {
    expect(told(hssi(input))).toEqual({ grounds, tell });
  });

  it("if it impacts the service", () => {
    const verdict = hssiNotification({ facts: { impactsService: true } });
    expect(told(verdict)).toEqual({ grounds: ["impact"], tell: ["serviceBridge"] });
    expect(hssiNotification({ facts: { impactsService: false } }).eligible).toBe(false);
  });
});

describe("each ground for an escalation to NHS CFH Service Management", () => {
  const { fix } = desk().targets;
  const { escalation } = desk().eligibility;
  // Severity 1 has 4 hours of 08:00 to 18:00.
  const reading = (severity: string, asOf: string, ...rest: { at: string; state: string }[]) =>
    fix.track([{ at: "2026-11-16T09:00Z", state: "new", severity }, ...rest], { asOf });
  const late = "2026-11-16T13:01Z";
  const followed = { supplierProcessFollowed: true, satisfactoryOutcome: false };
  const all = ["serviceManagement", "shaRepresentative", "supplierTopLevel"];

  it("tells the supplier's next level at the same time, once the fix time is exceeded", () => {
    expect(told(escalation({ reading: reading("1", late) }))).toEqual({
      grounds: ["fix-time-exceeded"],
      tell: ["supplierNextLevel", ...all],
    });
  });

  it("tells Service Management once the supplier's process was followed", () => {
    const verdict = escalation({ reading: reading("1", "2026-11-16T10:00Z"), facts: followed });
    expect(told(verdict)).toEqual({ grounds: ["supplier-process-followed"], tell: all });
  });

  it("tells Service Management of an issue that is not resolved, though its incident was, in time", () => {
    const stopped = { at: "2026-11-16T12:00Z", state: "resolved" };
    const input = { reading: reading("1", "2026-12-16T09:00Z", stopped), facts: followed };
    expect(told(escalation(input)).grounds).toEqual([]);
    const facts = { ...followed, issueResolved: false };
    expect(told(escalation({ ...input, facts })).grounds).toEqual(["supplier-process-followed"]);
  });

  it.each([
    ["resolved after all", { issueResolved: true }],
    ["not of live service", { liveService: false }],
    ["of a deployment", { duringDeployment: true }],
  ])("is lost by an issue that is %s", (_, fact) => {
    const late1 = escalation({ reading: reading("1", late), facts: { ...followed, ...fact } });
    expect([late1.eligible, told(late1).tell]).toEqual([false, ["supplier"]]);
  });

  it.each([
    ["live service", {}, "liveService", ["supplier", "serviceManagement"]],
    ["no live service", { liveService: false }, "programme", ["programmeTeam"]],
    ["a deployment", { duringDeployment: true }, "deployment", ["deploymentLead"]],
    [
      "a deployment, live or not",
      { duringDeployment: true, liveService: false },
      "deployment",
      ["deploymentLead"],
    ],
  ])("routes an issue of %s", (_, facts, ground, tell) => {
    expect(told(desk().eligibility.route({ facts }))).toEqual({ grounds: [ground], tell });
  });
});
