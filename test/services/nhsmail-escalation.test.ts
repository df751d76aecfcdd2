import { describe, expect, it } from "vitest";
import { CoreHoursError, type NhsmailOptions, nhsmail } from "../../src/index";
import { incident } from "./nhsmail-desk";

const created = ["2026-11-16T09:00Z", "new"] as const;

/** Whether an incident may be escalated, and the grounds that hold. */
function escalation(
  events: readonly (readonly [at: string, state: string])[],
  asOf: string,
  { closeToBreach, ...options }: NhsmailOptions & { closeToBreach?: number } = {},
) {
  const reading = incident(events, asOf, options);
  const parameters = closeToBreach === undefined ? {} : { closeToBreach };
  const verdict = nhsmail(options).eligibility.escalation({ reading, parameters });
  const holding = verdict.grounds.filter(({ met }) => met).map(({ id }) => id);
  return { ...verdict, holding };
}

describe("NM-06: breached or close to being breached", () => {
  it("is close from 90 % of the 48 hours", () => {
    // 43.2 h: Mon 13, Tue 15 (28), Wed 15 (43), Thu 12 min.
    expect(escalation([created], "2026-11-19T07:11:59Z").eligible).toBe(false);
    const close = escalation([created], "2026-11-19T07:12Z");
    expect(close.holding).toEqual(["closeToBreach"]);
    expect(close.reasons).toEqual(["The incident is close to being breached (NM-06)"]);
  });

  it("is close from another share, if one is given", () => {
    // 24 h: Mon 13, Tue 11.
    const half = { closeToBreach: 0.5 };
    expect(escalation([created], "2026-11-17T17:59Z", half).eligible).toBe(false);
    expect(escalation([created], "2026-11-17T18:00Z", half).eligible).toBe(true);
  });

  it("is close while paused, and no longer close once it is resolved in time", () => {
    const paused = [created, ["2026-11-19T08:00Z", "awaiting-user-info"]] as const;
    expect(escalation(paused, "2026-11-19T20:00Z").holding).toEqual(["closeToBreach"]);
    const resolved = [created, ["2026-11-19T08:00Z", "resolved"]] as const;
    expect(escalation(resolved, "2026-11-19T20:00Z").eligible).toBe(false);
  });

  it("is breached after Thursday 12:00, for as long as it is open", () => {
    const breached = escalation([created], "2026-11-19T12:00:01Z");
    expect(breached.holding).toEqual(["breached"]);
    expect(breached.reasons).toEqual(["The incident is breached (NM-06)"]);
    const resolved = [created, ["2026-11-19T13:00Z", "resolved"]] as const;
    const late = escalation(resolved, "2026-12-20T09:00Z");
    expect(late.eligible).toBe(false);
    expect(late.reasons[0]).toBe("The incident is breached (NM-06): no, it is not open");
  });

  it("says what each ground lacks if none holds", () => {
    // 15 h of 48 are 31.25 %.
    const { eligible, reasons } = escalation([created], "2026-11-17T09:00Z");
    expect(eligible).toBe(false);
    expect(reasons).toHaveLength(7); // Three of NM-06 and NM-07, four of NM-20.
    expect(reasons[0]).toBe("The incident is breached (NM-06): no, it is not breached");
    expect(reasons[1]).toMatch(/^The incident is close .*: no, 31\.3 % is used of the 90\.0 %/);
    expect(reasons[2]).toMatch(/\(NM-07\): no, it has not been re-opened/);
  });

  it("is judged in days if the incident has 3 of them", () => {
    const flat = { coreHours: "flat-3-working-days", closeToBreach: 0.6 } as const;
    // Tuesday is used up, 1 of 3; then Wednesday, 2 of 3.
    expect(escalation([created], "2026-11-18T12:00Z", flat).eligible).toBe(false);
    expect(escalation([created], "2026-11-19T00:00Z", flat).holding).toEqual(["closeToBreach"]);
  });
});

describe("NM-07: re-opened, and the remaining time has elapsed", () => {
  /** 15 h are used when it is resolved, and the 33 h that are left end on Friday 12:00. */
  const events = [
    created,
    ["2026-11-17T09:00Z", "resolved"],
    ["2026-11-18T09:00Z", "reopened"],
  ] as const;

  it("holds when the remainder reaches 0, and not before", () => {
    const grounds = (asOf: string) => escalation(events, asOf).holding;
    expect(grounds("2026-11-18T10:00Z")).toEqual([]);
    expect(grounds("2026-11-20T11:59Z")).toEqual(["closeToBreach"]);
    expect(grounds("2026-11-20T12:00Z")).toEqual(["closeToBreach", "remainderElapsed"]);
    expect(grounds("2026-11-20T12:01Z")).toEqual(["breached", "remainderElapsed"]);
  });

  it("does not hold for a ticket that was never re-opened", () => {
    expect(escalation([created], "2026-11-20T12:00Z").holding).toEqual(["breached"]);
  });

  it("deemed elapsed: holds as soon as it is re-opened, and is not a breach", () => {
    const deemed = { reopened: "deemed-elapsed" } as const;
    const verdict = escalation(events, "2026-11-18T09:00Z", deemed);
    expect(verdict.holding).toEqual(["remainderElapsed"]);
    expect(nhsmail(deemed).clauses["NM-07"]?.reading).toMatch(/counts as the end of the remaining/);
  });

  it("continue and restart: holds when their own remainder is used up", () => {
    // Thursday 12:00, as if it had not been resolved; Monday 12:00, 48 h after the re-opening.
    const at = (asOf: string, reopened: "continue" | "restart") =>
      escalation(events, asOf, { reopened }).holding.includes("remainderElapsed");
    expect(at("2026-11-19T11:59Z", "continue")).toBe(false);
    expect(at("2026-11-19T12:00Z", "continue")).toBe(true);
    expect(at("2026-11-23T11:59Z", "restart")).toBe(false);
    expect(at("2026-11-23T12:00Z", "restart")).toBe(true);
  });
});

describe("NM-10: resolved in time, and the issue remains", () => {
  const resolvedAt = (at: string) => incident([created, [at, "resolved"]], "2026-11-20T09:00Z");
  const inTime = resolvedAt("2026-11-19T12:00Z");
  const late = resolvedAt("2026-11-19T12:01Z");
  const { reopenToEscalate } = nhsmail().eligibility;

  it("the way is to re-open it and ask for the escalation", () => {
    const verdict = reopenToEscalate({ reading: inTime, facts: { issueResolved: false } });
    expect(verdict.eligible).toBe(true);
    expect(verdict.reasons).toEqual([
      "The incident was resolved in time and the issue remains (NM-10)",
    ]);
  });

  it("only for the 72 hours after the resolution, to the last instant", () => {
    const facts = { issueResolved: false };
    const at = (asOf: string) => {
      const reading = incident([created, ["2026-11-19T12:00Z", "resolved"]], asOf);
      return reopenToEscalate({ reading, facts });
    };
    expect(at("2026-11-22T12:00Z").eligible).toBe(true);
    expect(at("2026-11-22T12:00:01Z").eligible).toBe(false);
    // 18 days after the resolution.
    const { eligible, reasons, tell } = at("2026-12-07T12:00Z");
    expect(eligible).toBe(false);
    expect(reasons[0]).toMatch(
      /the window "Re-opening a resolved ticket" closed Sun 22 Nov 2026 12:00$/,
    );
    expect(tell).toEqual([]);
  });

  it("counts the hours of the window that was chosen", () => {
    // 72 weekday hours from Thursday 12:00: Thu 12, Fri 24 (36), Mon 24 (60), Tue 12.
    const options = { reopenWindow: "weekdays" } as const;
    const at = (asOf: string) =>
      nhsmail(options).eligibility.reopenToEscalate({
        reading: incident([created, ["2026-11-19T12:00Z", "resolved"]], asOf, options),
        facts: { issueResolved: false },
      }).eligible;
    expect(at("2026-11-24T12:00Z")).toBe(true);
    expect(at("2026-11-24T12:01Z")).toBe(false);
  });

  it("is not if the issue is resolved, the resolution late, or the incident open", () => {
    const judged = [
      { reading: inTime, facts: { issueResolved: true } },
      { reading: late, facts: { issueResolved: false } },
      { reading: incident([created], "2026-11-17T09:00Z"), facts: { issueResolved: false } },
    ].map((input) => reopenToEscalate(input).eligible);
    expect(judged).toEqual([false, false, false]);
  });

  it("asks what only people know", () => {
    expect(() => reopenToEscalate({ reading: inTime })).toThrow(CoreHoursError);
    expect(() => reopenToEscalate({ reading: inTime })).toThrow(/issueResolved/);
  });
});

describe("NM-20: four grounds that ask for no late incident", () => {
  const { escalation: escalate } = nhsmail().eligibility;

  it.each([
    "dealtWithInappropriately",
    "resolutionUnsatisfactory",
    "complaintProgressUnsatisfactory",
    "complaintOutcomeUnacceptable",
  ])("%s is enough by itself, with or without a ticket", (fact) => {
    const held = (input: Parameters<typeof escalate>[0]) =>
      escalate(input).grounds.flatMap(({ id, met }) => (met ? [id] : []));
    expect(held({ readings: [], facts: { [fact]: true } })).toEqual([fact]);
    expect(held({ facts: { [fact]: true } })).toEqual([fact]);
    const reading = incident([created], "2026-11-16T10:00Z");
    expect(held({ reading, facts: { [fact]: true } })).toEqual([fact]);
    expect(held({ reading, facts: { [fact]: false } })).toEqual([]);
  });

  it("a list without tickets gives no ground, and a missing list is asked for", () => {
    const none = escalate({ readings: [] });
    expect(none.eligible).toBe(false);
    expect(none.reasons[0]).toBe("The incident is breached (NM-06): no, there is no such ticket");
    expect(() => escalate({})).toThrow(/the ticket's reading is not given/);
  });

  it("of several tickets, one that is late is enough, and it is named", () => {
    const { incidentResolution } = nhsmail().targets;
    const open = (ticket: string, at: string) =>
      incidentResolution.track([{ at, state: "new" }], { asOf: "2026-11-20T09:00Z", ticket });
    const early = open("NM-1", "2026-11-19T09:00Z");
    const late = open("NM-2", "2026-11-16T09:00Z");
    expect(escalate({ readings: [early] }).eligible).toBe(false);
    const verdict = escalate({ readings: [early, late] });
    expect(verdict.reasons).toEqual(["The incident is breached (NM-06)"]);
    expect(verdict.grounds[0]?.conditions[1]?.text).toBe("NM-2: it is breached");
  });

  it("looks at readings of the incident's own target alone", () => {
    const { complaintAcknowledgement } = nhsmail().targets;
    const asOf = "2026-11-20T09:00Z";
    const history = [{ at: "2026-11-16T09:00Z", state: "complaint-reported" }];
    const complaint = complaintAcknowledgement.track(history, { asOf });
    expect(complaint.breached).toBe(true);
    expect(escalate({ readings: [complaint] }).eligible).toBe(false);
    expect(() => escalate({ reading: complaint })).toThrow(/reading is not given/);
  });
});

describe("NM-21: an escalation needs no complaint", () => {
  it("of an incident alone", () => {
    expect(escalation([created], "2026-11-20T12:00Z").eligible).toBe(true);
  });
});

describe("NM-23: a clinical issue is not a general escalation", () => {
  it("is on no ground, however late its ticket is", () => {
    const { escalation: escalate } = nhsmail().eligibility;
    const reading = incident([created], "2026-11-20T12:00Z");
    const facts = { resolutionUnsatisfactory: true };
    expect(escalate({ reading, facts }).eligible).toBe(true);
    const clinical = escalate({ reading, facts: { ...facts, clinicalImpact: true } });
    expect(clinical.eligible).toBe(false);
    expect(clinical.reasons[0]).toMatch(/no, clinicalImpact is so$/);
  });

  it("goes to the Clinical Safety Incident process, and whatever is not clinical to the helpdesk", () => {
    const { route } = nhsmail().eligibility;
    const told = (clinicalImpact: boolean) =>
      route({ facts: { clinicalImpact } }).tell.map(({ id }) => id);
    expect(told(true)).toEqual(["helpdesk", "clinicalSafety"]);
    expect(told(false)).toEqual(["helpdesk"]);
    expect(() => route({})).toThrow(/clinicalImpact/);
  });
});

describe("NM-24: the feedback mailbox comes after the other steps", () => {
  const { feedback } = nhsmail().eligibility;
  const recorded = { recorded: true, issueResolved: false };

  it.each<[string, Record<string, boolean>, boolean]>([
    ["recorded and unresolved", recorded, true],
    ["resolved", { ...recorded, issueResolved: true }, false],
    ["not recorded", { ...recorded, recorded: false }, false],
    [
      "not recorded, of service impact",
      { recorded: false, serviceImpact: true, issueResolved: false },
      true,
    ],
    [
      "not recorded, of security impact",
      { recorded: false, securityImpact: true, issueResolved: false },
      true,
    ],
    [
      "not recorded, of clinical impact",
      { recorded: false, clinicalImpact: true, issueResolved: false },
      true,
    ],
    [
      "escalated, without a copy of the form",
      { ...recorded, escalated: true, formCopied: false },
      false,
    ],
    ["escalated, with a copy", { ...recorded, escalated: true, formCopied: true }, true],
    [
      "answered in time, not re-opened",
      { ...recorded, respondedInTime: true, reopenedToEscalate: false },
      false,
    ],
    [
      "answered in time, re-opened",
      { ...recorded, respondedInTime: true, reopenedToEscalate: true },
      true,
    ],
  ])("%s", (_, facts, eligible) => {
    const verdict = feedback({ facts });
    expect(verdict.eligible).toBe(eligible);
    const told = eligible ? ["feedback", "supplier"] : ["helpdesk"];
    expect(verdict.tell.map(({ id }) => id)).toEqual(told);
  });

  it("asks for what it depends on", () => {
    expect(() => feedback({ facts: { ...recorded, escalated: true } })).toThrow(/formCopied/);
  });
});
