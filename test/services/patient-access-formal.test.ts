import { describe, expect, it } from "vitest";
import { type PatientAccessOptions, patientAccess } from "../../src/index";
import { london } from "./nhsmail-desk";
import { due, track } from "./patient-access-desk";

describe("PA-04: a formal complaint is acknowledged in writing within 3 working days", () => {
  it.each<[string, string, PatientAccessOptions, string]>([
    // Mon 23, Tue 24, Wed 25.
    ["on a Friday evening", "2026-11-20T20:00Z", {}, "Thu 2026-11-26 00:00 +00:00"],
    [
      "on a Friday evening, to the same time",
      "2026-11-20T20:00Z",
      { lastDay: "same-time" },
      "Wed 2026-11-25 20:00 +00:00",
    ],
    // Tue 29, Wed 30, Thu 31.
    ["on the holiday for Boxing Day", "2026-12-28T10:00Z", {}, "Fri 2027-01-01 00:00 +00:00"],
    // Tue 30, Wed 31, Thu 1 April; in Scotland Mon 29, Tue 30, Wed 31.
    ["on Good Friday", "2027-03-26T10:00Z", {}, "Fri 2027-04-02 00:00 +01:00"],
    [
      "on Good Friday in Scotland",
      "2027-03-26T10:00Z",
      { division: "scotland" },
      "Thu 2027-04-01 00:00 +01:00",
    ],
  ])("received %s", (_, receivedAt, options, at) => {
    expect(due("formalAcknowledgement", receivedAt, options)).toBe(at);
  });

  it("is not for a complaint that is not formal", () => {
    const events = [["2026-11-16T10:00Z", "complaint-received"]] as const;
    expect(track("formalAcknowledgement", events, "2026-11-16T11:00Z").status).toBe("pending");
  });
});

describe("PA-05: looked into within 10 days of the acknowledgement", () => {
  const sameTime = { lastDay: "same-time" } as const;

  it.each<[string, PatientAccessOptions, string, string]>([
    // 15 and 10 are 25: Christmas Day counts like any other.
    ["calendar days", {}, "2026-12-15T14:00Z", "Sat 2026-12-26 00:00 +00:00"],
    // The same time on the wall after either clock change.
    ["calendar days in autumn", sameTime, "2026-10-16T14:00+01:00", "Mon 2026-10-26 14:00 +00:00"],
    ["calendar days in spring", sameTime, "2027-03-20T14:00Z", "Tue 2027-03-30 14:00 +01:00"],
    [
      "calendar days to the same time",
      { lastDay: "by-unit" },
      "2026-12-15T14:00Z",
      "Fri 2026-12-25 14:00 +00:00",
    ],
    // Wed 16 to Fri 18 are 1 to 3, Mon 21 to Thu 24 are 4 to 7, Tue 29 to Thu 31 are 8 to 10.
    [
      "working days",
      { investigation: "working" },
      "2026-12-15T14:00Z",
      "Fri 2027-01-01 00:00 +00:00",
    ],
    [
      "working days to the same time",
      { investigation: "working", lastDay: "same-time" },
      "2026-12-15T14:00Z",
      "Thu 2026-12-31 14:00 +00:00",
    ],
    // Tue 30 June to Fri 3 July are 1 to 4, Mon 6 to Fri 10 are 5 to 9; Mon 13 is closed; Tue 14.
    [
      "working days in Northern Ireland",
      { investigation: "working", division: "northern-ireland" },
      "2026-06-29T14:00+01:00",
      "Wed 2026-07-15 00:00 +01:00",
    ],
  ])("%s", (_, options, acknowledgedAt, at) => {
    expect(due("complaintInvestigation", acknowledgedAt, options)).toBe(at);
  });

  it("is within a day of PA-02 when acknowledged on the last day, from Monday to Friday", () => {
    // Received on 2 to 6 November; the third working day; 10 days on; the tenth working day.
    const starts = [
      ["02", "2026-11-05", "2026-11-15", "2026-11-16"],
      ["03", "2026-11-06", "2026-11-16", "2026-11-17"],
      ["04", "2026-11-09", "2026-11-19", "2026-11-18"],
      ["05", "2026-11-10", "2026-11-20", "2026-11-19"],
      ["06", "2026-11-11", "2026-11-21", "2026-11-20"],
    ] as const;
    const { targets } = patientAccess({ lastDay: "same-time" });
    for (const [day, acknowledged, lookedInto, responded] of starts) {
      const received = `2026-11-${day}T09:00Z`;
      const acknowledgedAt = targets.formalAcknowledgement.due(received);
      expect(acknowledgedAt.toISODate()).toBe(acknowledged);
      expect(targets.complaintInvestigation.due(acknowledgedAt).toISODate()).toBe(lookedInto);
      expect(targets.complaintResponse.due(received).toISODate()).toBe(responded);
    }
  });

  const acknowledged = [
    ["2026-11-02T10:00Z", "formal-complaint-received"],
    ["2026-11-04T09:00Z", "acknowledged"],
  ] as const;
  const lookedInto = [...acknowledged, ["2026-11-13T10:00Z", "looked-into"]] as const;

  it("starts at the acknowledgement, not at the receipt", () => {
    const before = track("complaintInvestigation", acknowledged, "2026-11-03T10:00Z");
    expect(before.status).toBe("pending");
    // 4 and 10 are 14.
    const after = track("complaintInvestigation", acknowledged, "2026-11-05T10:00Z");
    expect(london(after.dueAt)).toBe("Sun 2026-11-15 00:00 +00:00");
  });

  it.each<[PatientAccessOptions["investigationEnd"], string, string]>([
    [undefined, "met", "met"],
    ["looked-into", "met", "met"],
    // The response of Monday 16 is two days after Saturday 14.
    ["response", "running", "breached"],
  ])("ended by %s: %s when looked into, then %s", (investigationEnd, then, later) => {
    const options = investigationEnd === undefined ? {} : { investigationEnd };
    const responded = [...lookedInto, ["2026-11-16T10:00Z", "complaint-responded"]] as const;
    const status = (events: readonly (readonly [string, string])[], asOf: string) =>
      track("complaintInvestigation", events, asOf, options).status;
    expect(status(lookedInto, "2026-11-13T12:00Z")).toBe(then);
    expect(status(responded, "2026-11-17T10:00Z")).toBe(later);
  });
});

describe("PA-06: a notice of delay does not move the due date", () => {
  const without = [
    ["2026-11-02T10:00Z", "formal-complaint-received"],
    ["2026-11-04T09:00Z", "acknowledged"],
    ["2026-11-16T10:00Z", "looked-into"],
  ] as const;

  it.each([
    ["before the acknowledgement", "2026-11-03T10:00Z"],
    ["while it is looked into", "2026-11-10T10:00Z"],
    ["when it is late", "2026-11-15T10:00Z"],
    ["when it is over", "2026-11-17T10:00Z"],
  ])("%s", (_, notifiedAt) => {
    const notice = [notifiedAt, "delay-notified"] as const;
    for (const name of ["formalAcknowledgement", "complaintInvestigation"] as const) {
      for (const asOf of ["2026-11-03T12:00Z", "2026-11-12T10:00Z", "2026-11-18T10:00Z"]) {
        const { status, dueAt, breachedAt, elapsed } = track(name, without, asOf);
        const noticed = track(name, [...without, notice], asOf);
        expect(noticed).toMatchObject({ status, dueAt, breachedAt, elapsed });
        expect(noticed.cycles).toHaveLength(track(name, without, asOf).cycles.length);
      }
    }
  });

  it("leaves it due at the end of 14 November, and late on the 16th", () => {
    const events = [...without, ["2026-11-10T10:00Z", "delay-notified"]] as const;
    const running = track("complaintInvestigation", events, "2026-11-12T10:00Z");
    expect(london(running.dueAt)).toBe("Sun 2026-11-15 00:00 +00:00");
    expect(track("complaintInvestigation", events, "2026-11-18T10:00Z").status).toBe("breached");
  });
});

describe("PA-07: a closed case is followed up 7 days later", () => {
  it.each<[NonNullable<PatientAccessOptions["followUp"]>, string, string, string]>([
    // 20 and 7 are 27.
    ["calendar", "a Friday", "2026-11-20T16:30Z", "Fri 2026-11-27 16:30 +00:00"],
    ["calendar", "before Christmas", "2026-12-18T16:30Z", "Fri 2026-12-25 16:30 +00:00"],
    ["calendar", "in autumn", "2026-10-20T16:30+01:00", "Tue 2026-10-27 16:30 +00:00"],
    // Mon 21 to Thu 24 are 1 to 4, Tue 29 to Thu 31 are 5 to 7.
    ["working", "before Christmas", "2026-12-18T16:30Z", "Thu 2026-12-31 16:30 +00:00"],
    // The 25th, the weekend and Monday 28 are not working days.
    ["roll-forward", "before Christmas", "2026-12-18T16:30Z", "Tue 2026-12-29 16:30 +00:00"],
    // Easter Monday, in summer time; Tuesday is the next working day.
    ["roll-forward", "before Easter", "2027-03-22T16:30Z", "Tue 2027-03-30 16:30 +01:00"],
    ["roll-forward", "an ordinary week", "2026-11-20T16:30Z", "Fri 2026-11-27 16:30 +00:00"],
  ])("%s days, closed %s", (followUp, _, closedAt, at) => {
    const [milestone, ...others] = patientAccess({ followUp }).milestones.followUp(closedAt);
    expect(london(milestone?.at)).toBe(at);
    expect(milestone?.clause).toBe("PA-07");
    expect(others).toEqual([]);
  });

  it.each<[NonNullable<PatientAccessOptions["division"]>, string, string]>([
    // Easter Monday is a working day in Scotland.
    ["scotland", "2027-03-22T16:30Z", "Mon 2027-03-29 16:30 +01:00"],
    // 13 July is not one in Northern Ireland.
    ["northern-ireland", "2026-07-06T16:30+01:00", "Tue 2026-07-14 16:30 +01:00"],
  ])("rolls forward by the holidays of %s", (division, closedAt, at) => {
    const { milestones } = patientAccess({ division, followUp: "roll-forward" });
    expect(milestones.followUp(closedAt).map((each) => london(each.at))).toEqual([at]);
  });
});

describe("PA-08: the Ombudsman or a Citizens Advice Bureau comes after local resolution", () => {
  const verdict = (facts: Record<string, boolean>, options?: PatientAccessOptions) => {
    const events = [
      ["2026-11-02T10:00Z", "formal-complaint-received"],
      ["2026-11-04T09:00Z", "acknowledged"],
    ] as const;
    // Due at the end of Saturday 14 November.
    const reading = track("complaintInvestigation", events, "2026-11-15T00:00:01Z", options);
    return patientAccess(options).eligibility.ombudsman({ reading, facts });
  };

  it("once a final answer was given and the complainant remains unhappy", () => {
    const { eligible, tell } = verdict({ finalAnswerGiven: true, remainsUnhappy: true });
    expect(eligible).toBe(true);
    expect(tell.map(({ id }) => id)).toEqual(["ombudsman", "citizensAdvice"]);
  });

  it("not before an answer, nor for somebody who is content", () => {
    const early = verdict({ finalAnswerGiven: false, remainsUnhappy: true });
    expect(early.eligible).toBe(false);
    expect(early.tell.map(({ id }) => id)).toEqual(["manager"]);
    expect(verdict({ finalAnswerGiven: true, remainsUnhappy: false }).eligible).toBe(false);
  });

  it("also once the ten days have passed without an answer, if that is chosen", () => {
    const passed = { ombudsman: "period-passed" } as const;
    const facts = { finalAnswerGiven: false, remainsUnhappy: true };
    expect(verdict(facts, passed).eligible).toBe(true);
    expect(verdict({ ...facts, remainsUnhappy: false }, passed).eligible).toBe(false);
    const { ombudsman } = patientAccess(passed).eligibility;
    const running = patientAccess(passed).targets.complaintInvestigation.track(
      [{ at: "2026-11-04T09:00Z", state: "acknowledged" }],
      { asOf: "2026-11-15T00:00Z" },
    );
    expect(ombudsman({ reading: running, facts }).eligible).toBe(false);
  });
});
