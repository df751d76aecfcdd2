import { describe, expect, it } from "vitest";
import { gpsoc, nhsmail, patientAccess, type Sla } from "../../src";

/** What a ticket still has to do by the names of its obligations, as of two days after its last event. */
function stillOpen(sla: Sla, states: readonly string[]): readonly string[] {
  const start = Date.parse("2026-11-16T09:00:00Z");
  const events = states.map((state, i) => ({ at: start + i * 3_600_000, state }));
  const asOf = start + 48 * 3_600_000;
  const open = sla
    .obligations(events, { asOf })
    .filter(({ status }) => status === "running" || status === "late" || status === "paused");
  return [...new Set(open.map(({ name }) => name))];
}

describe("what ends", () => {
  const cases: readonly [string, string, Sla, readonly string[], readonly string[]][] = [
    [
      "the reminders of NHSmail",
      "informationRequest",
      nhsmail(),
      ["new", "awaiting-user-info"],
      ["new", "in-progress", "reopened", "resolved", "closed", "cancelled"],
    ],
    [
      "the automatic closure of NHSmail",
      "automaticClosure",
      nhsmail(),
      ["new", "resolved"],
      ["new", "in-progress", "reopened", "awaiting-user-info", "closed"],
    ],
    [
      "the time to re-open a ticket of NHSmail",
      "reopen",
      nhsmail(),
      ["new", "resolved"],
      ["reopened", "in-progress", "closed"],
    ],
    [
      "the updates on an escalation of NHSmail",
      "escalationUpdate",
      nhsmail(),
      ["escalation-form-received"],
      [
        ...["resolution-identified", "originator-notified", "closed", "escalation-refused"],
        ...["clinical-escalation-received", "clinical-process-started"],
      ],
    ],
    [
      "the acknowledgement of an escalation of NHSmail",
      "escalationAcknowledgement",
      nhsmail(),
      ["escalation-form-received"],
      [
        ...["escalation-acknowledged", "escalation-refused"],
        ...["clinical-escalation-received", "clinical-process-started"],
      ],
    ],
    [
      "the updates of GPSoC's tracker",
      "trackerUpdate",
      gpsoc(),
      ["escalation-received"],
      ["escalation-closed", "cancelled"],
    ],
    [
      "the monthly review of an escalation of GPSoC",
      "serviceReview",
      gpsoc(),
      ["escalation-received"],
      ["escalation-closed", "cancelled"],
    ],
    [
      "the feedback on an escalation of GPSoC",
      "initialFeedback",
      gpsoc(),
      ["escalation-received", "escalation-acknowledged"],
      ["feedback-given", "escalation-resolved", "escalation-closed", "cancelled"],
    ],
    [
      "looking into a complaint of Patient Access",
      "complaintInvestigation",
      patientAccess(),
      ["formal-complaint-received", "acknowledged"],
      ["looked-into", "complaint-responded", "closed", "withdrawn"],
    ],
    [
      "the follow-up of a closed case of Patient Access",
      "followUp",
      patientAccess(),
      ["closed"],
      ["complaint-received", "formal-complaint-received", "followed-up"],
    ],
  ];

  it.each(
    cases.flatMap(([what, name, sla, begun, endings]) =>
      endings.map((ending) => [what, ending, name, sla, begun] as const),
    ),
  )("%s: %s", (_, ending, name, sla, begun) => {
    expect(stillOpen(sla, begun)).toContain(name);
    expect(stillOpen(sla, [...begun, ending])).not.toContain(name);
  });
});
