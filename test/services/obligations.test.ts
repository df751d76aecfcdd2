import { describe, expect, it } from "vitest";
import { gpsoc, nhsLogin, nhsmail, type Obligation, patientAccess } from "../../src/index";
import { SERVICES } from "../../src/services";

/** What a person would write down of each obligation, in London's time. */
const written = (obligations: readonly Obligation[]) =>
  obligations.map(({ name, step, status, late, dueAt }) =>
    [
      step === null ? name : `${name} ${step}`,
      late ? `${status}, late` : status,
      dueAt?.toFormat("yyyy-MM-dd HH:mm") ?? "unknown",
    ].join(": "),
  );

describe("what an NHSmail ticket has begun", () => {
  // November 2026 is in GMT. 48 core hours from Wed 18 Nov 09:00: Wed 13, Thu 15, Fri 15, and 5 of Monday,
  // which are over at 12:00.
  const opened = { at: "2026-11-18T09:00:00Z", state: "new" };
  const asked = { at: "2026-11-19T12:00:00Z", state: "awaiting-user-info" };

  it("is its resolution while it is worked on", () => {
    expect(written(nhsmail().obligations([opened], { asOf: "2026-11-18T10:00:00Z" }))).toEqual([
      "incidentResolution: running: 2026-11-23 12:00",
    ]);
  });

  it("is the chain of reminders as well while information is awaited", () => {
    // From Thu 19 Nov 12:00: Fri 20 12:00, Mon 23 12:00, Tue 24 12:00, and resolved on Wed 25 12:00.
    const found = nhsmail().obligations([opened, asked], { asOf: "2026-11-23T13:00:00Z" });
    expect(written(found)).toEqual([
      "informationRequest firstReminder: done: 2026-11-20 12:00",
      "informationRequest secondReminder: done: 2026-11-23 12:00",
      "informationRequest thirdReminder: running: 2026-11-24 12:00",
      "informationRequest autoResolution: running: 2026-11-25 12:00",
      "incidentResolution: paused: unknown",
    ]);
    expect(found[2]?.event).toBe("awaiting-user-info");
    expect(found[2]?.clause).toBe("NM-14");
    expect(found[2]?.nextChange?.at.toMillis()).toBe(Date.parse("2026-11-24T12:00:00Z"));
    expect(found[2]?.nextChange?.kind).toBe("done");
  });

  it("has no more reminders once the user has answered", () => {
    const answered = { at: "2026-11-20T13:00:00Z", state: "in-progress" };
    // Used: Wed 13 h and Thu 5 h. 30 are left from Fri 13:00: Fri 9, Mon 15, and 6 of Tuesday: 13:00.
    const history = [opened, asked, answered];
    expect(written(nhsmail().obligations(history, { asOf: "2026-11-23T13:00:00Z" }))).toEqual([
      "informationRequest firstReminder: done: 2026-11-20 12:00",
      "incidentResolution: running: 2026-11-24 13:00",
    ]);
  });

  it("is the window of 72 hours and the closure at its end once it is resolved", () => {
    const resolved = { at: "2026-11-20T16:30:00Z", state: "resolved" };
    const at = (asOf: string, ...more: { at: string; state: string }[]) =>
      written(nhsmail().obligations([opened, resolved, ...more], { asOf }));
    expect(at("2026-11-21T00:00:00Z")).toEqual(
      [
        "incidentResolution: done: 2026-11-23 12:00",
        "automaticClosure automaticClosure: running: 2026-11-23 16:30",
        "reopen: running: 2026-11-23 16:30",
      ].toSorted(byTime),
    );
    expect(at("2026-11-24T00:00:00Z").slice(1)).toEqual([
      "automaticClosure automaticClosure: done: 2026-11-23 16:30",
      "reopen: shut: 2026-11-23 16:30",
    ]);
    // A re-opening calls the closure off, and is what the window is for.
    const reopened = { at: "2026-11-22T10:00:00Z", state: "reopened" };
    expect(at("2026-11-24T00:00:00Z", reopened)).toContain("reopen: done: 2026-11-23 16:30");
    expect(at("2026-11-24T00:00:00Z", reopened).join()).not.toContain("automaticClosure");
    // One on the Wednesday after is too late.
    const late = { at: "2026-11-25T10:00:00Z", state: "reopened" };
    expect(at("2026-11-26T00:00:00Z", late)).toContain("reopen: done, late: 2026-11-23 16:30");
    // A confirmation closes it at once.
    const confirmed = { at: "2026-11-20T17:00:00Z", state: "closed" };
    expect(at("2026-11-20T18:00:00Z", confirmed)).toContain(
      "automaticClosure automaticClosure: done: 2026-11-20 17:00",
    );
    expect(at("2026-11-20T18:00:00Z", confirmed)).toContain("reopen: shut: 2026-11-23 16:30");
  });

  it("is the acknowledgement and the updates of an escalation", () => {
    // Received on Wed 18 Nov 10:00: acknowledged by the end of Thursday, an update by the end of Friday.
    const received = { at: "2026-11-18T10:00:00Z", state: "escalation-form-received" };
    const acknowledged = { at: "2026-11-18T15:00:00Z", state: "escalation-acknowledged" };
    const updated = { at: "2026-11-19T11:00:00Z", state: "escalation-updated" };
    const at = (asOf: string, ...more: { at: string; state: string }[]) =>
      written(nhsmail().obligations([received, ...more], { asOf }));
    expect(at("2026-11-18T11:00:00Z")).toEqual([
      "escalationAcknowledgement: running: 2026-11-20 00:00",
      "escalationUpdate: running: 2026-11-21 00:00",
    ]);
    // From Thursday, 2 working days are over at the end of Monday.
    expect(at("2026-11-23T11:00:00Z", acknowledged, updated)).toEqual([
      "escalationAcknowledgement: done: 2026-11-20 00:00",
      "escalationUpdate: running: 2026-11-24 00:00",
    ]);
    expect(at("2026-11-24T11:00:00Z", acknowledged, updated)).toContain(
      "escalationUpdate: late, late: 2026-11-24 00:00",
    );
    const identified = { at: "2026-11-23T16:00:00Z", state: "resolution-identified" };
    // Nothing is due after that; the last that was, was the first.
    expect(at("2026-11-24T11:00:00Z", acknowledged, updated, identified)).toContain(
      "escalationUpdate: done: 2026-11-21 00:00",
    );
    // A refusal, with its reasons, ends both.
    const refused = { at: "2026-11-18T15:00:00Z", state: "escalation-refused" };
    expect(at("2026-11-24T11:00:00Z", refused)).toEqual([
      "escalationAcknowledgement: done: 2026-11-20 00:00",
    ]);
  });
});

describe("what a ticket of the other services has begun", () => {
  it("is an incident, its problem and the partner's notification, with NHS login", () => {
    const sla = nhsLogin({ partnerHours: "nhs-login-support" });
    // Severity 1 has 4 hours: Mon 16 Nov 16:00 to 18:00, and Tue 08:00 to 10:00. 30 working days after Tue
    // 17 Nov: 9 in November (18 to 20, 23 to 27, 30), and 21 in December, whose 23 weekdays have two bank
    // holidays (25 and 28): the end of Thu 31 December.
    const history = [
      { at: "2026-11-16T15:50:00Z", state: "hssi-happened", severity: "1" },
      { at: "2026-11-16T16:00:00Z", state: "new", severity: "1" },
      { at: "2026-11-16T16:10:00Z", state: "hssi-notified" },
      { at: "2026-11-17T09:00:00Z", state: "problem-recorded" },
    ];
    expect(written(sla.obligations(history, { asOf: "2026-11-18T00:00:00Z" }))).toEqual([
      "hssiNotification: done: 2026-11-16 16:20",
      "incidentResolution: done: 2026-11-17 10:00",
      "problemFix: running: 2027-01-01 00:00",
    ]);
  });

  it("is what the facts say as well", () => {
    const sla = nhsLogin({ partnerHours: "nhs-login-support" });
    // From the end of November, a report is due at the end of December.
    const facts = {
      "service-started": "2026-10-31T12:00:00Z",
      "service-reported": ["2026-11-30T10:00:00Z"],
      "data-recoverable": "2026-12-01T03:00:00Z",
    };
    expect(written(sla.obligations([], { asOf: "2026-12-01T12:00:00Z", facts }))).toEqual([
      "recoveryPoint: running: 2026-12-02 03:00",
      "serviceReport: running: 2026-12-31 12:00",
    ]);
  });

  it("is an escalation's acknowledgement, its weekly update and the monthly review, with GPSoC", () => {
    const history = [{ at: "2026-11-16T10:00:00Z", state: "escalation-received" }];
    const facts = {
      deployed: "2026-11-01T09:00:00Z",
      "document-published": "2026-11-10T00:00:00Z",
    };
    const asOf = "2026-11-16T12:00:00Z";
    // 45 days after 1 November are the 16th of December.
    expect(written(gpsoc().obligations(history, { asOf, facts }))).toEqual(
      [
        "escalationAcknowledgement: running: 2026-11-18 00:00",
        "trackerUpdate: running: 2026-11-23 10:00",
        "documentReview review: running: 2026-12-10 00:00",
        "deploymentVerification: running: 2026-12-16 09:00",
        "serviceReview: running: 2026-12-16 10:00",
        // Nothing says yet when feedback is to be expected.
        "initialFeedback: running: unknown",
      ].toSorted(byTime),
    );
    const closed = [...history, { at: "2026-11-20T10:00:00Z", state: "escalation-closed" }];
    expect(written(gpsoc().obligations(closed, { asOf: "2026-11-21T00:00:00Z" }))).toEqual([
      "escalationAcknowledgement: late, late: 2026-11-18 00:00",
      "trackerUpdate: done: unknown",
      "serviceReview: done: unknown",
    ]);
  });

  it("is a complaint, whether it came in time, and its follow-up, with Patient Access", () => {
    const history = [
      { at: "2026-11-16T10:00:00Z", state: "formal-complaint-received" },
      { at: "2026-11-17T10:00:00Z", state: "acknowledged" },
      { at: "2026-11-26T10:00:00Z", state: "looked-into" },
      { at: "2026-11-30T10:00:00Z", state: "closed" },
    ];
    const facts = { incident: "2026-06-01T12:00:00Z" };
    // Acknowledged by the end of the 3rd working day, looked into within 10 days of Tue 17 November.
    expect(
      written(patientAccess().obligations(history, { asOf: "2026-12-01T00:00:00Z", facts })),
    ).toEqual([
      "formalAcknowledgement: done: 2026-11-20 00:00",
      "complaintInvestigation: done: 2026-11-28 00:00",
      "complaint: done: 2026-12-02 00:00",
      "followUp follow-up: running: 2026-12-07 10:00",
    ]);
    expect(
      written(patientAccess().obligations(history, { asOf: "2026-12-08T00:00:00Z", facts })).at(-1),
    ).toBe("followUp follow-up: late, late: 2026-12-07 10:00");
    const followed = [...history, { at: "2026-12-07T09:00:00Z", state: "followed-up" }];
    expect(
      written(patientAccess().obligations(followed, { asOf: "2026-12-08T00:00:00Z", facts })).at(
        -1,
      ),
    ).toBe("followUp follow-up: done: 2026-12-07 10:00");
  });
});

describe("every service says what begins and ends its parts", () => {
  it.each(SERVICES.map(({ id, define, example }) => [id, define(example)] as const))(
    "%s",
    (_, sla) => {
      const { milestones = {}, windows = {}, recurrences = {} } = sla.toJSON();
      for (const { startsOn } of [...Object.values(milestones), ...Object.values(recurrences)]) {
        expect(startsOn).not.toBeUndefined();
      }
      for (const { events } of Object.values(windows)) expect(events).not.toBeUndefined();
    },
  );
});

/** By the date at the end of a line, and by their names on one. */
function byTime(a: string, b: string): number {
  return a.slice(-16).localeCompare(b.slice(-16));
}
