import type { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { gpsoc, nhsLogin, nhsmail, patientAccess } from "../../src/index";

/**
 * Every rule once more about Easter 2027, worked out on a wall calendar from the clauses alone: Good Friday is
 * 26 March, Easter Monday the 29th, and the clocks go forward on Sunday the 28th. 3 and 31 May are bank holidays.
 */
const text = (at: DateTime | null | undefined) =>
  at?.setZone("Europe/London").toFormat("yyyy-MM-dd HH:mm") ?? null;
const thursday = "2027-03-25T10:00:00Z";

describe("NM-01 to NM-18 over Easter", () => {
  const { targets, milestones, windows, recurrences } = nhsmail();

  it("one working day after Thursday is Tuesday, and after Saturday as well (NM-01, NM-04)", () => {
    expect(text(targets.complaintAcknowledgement.due(thursday))).toBe("2027-03-31 00:00");
    expect(text(targets.escalationAcknowledgement.due("2027-03-27T10:00:00Z"))).toBe(
      "2027-03-31 00:00",
    );
  });

  it("48 core hours from Thursday 20:00: 2, and 15 of Tuesday, Wednesday and Thursday, and one (NM-06)", () => {
    expect(text(targets.incidentResolution.due("2027-03-25T20:00:00Z"))).toBe("2027-04-02 08:00");
  });

  it("two working days after Thursday are Tuesday and Wednesday (NM-08)", () => {
    const { nextDueAt } = recurrences.escalationUpdate(thursday, { asOf: thursday });
    expect(text(nextDueAt)).toBe("2027-04-01 00:00");
  });

  it("72 hours of the clock over the lost hour, closed at once if confirmed (NM-11, NM-17, NM-18)", () => {
    const friday = "2027-03-26T12:00:00Z";
    expect(text(windows.reopen(friday).closesAt)).toBe("2027-03-29 13:00");
    expect(text(milestones.automaticClosure(friday)[0]?.at)).toBe("2027-03-29 13:00");
    const until = "2027-03-26T15:30:00Z";
    expect(text(milestones.automaticClosure(friday, { until })[0]?.at)).toBe("2027-03-26 15:30");
  });

  it("four times 24 hours from Friday 30 April 15:00, over a bank holiday (NM-13 to NM-16)", () => {
    const chain = milestones.informationRequest("2027-04-30T14:00:00Z");
    expect(chain.map(({ at }) => text(at))).toEqual([
      "2027-05-04 15:00",
      "2027-05-05 15:00",
      "2027-05-06 15:00",
      "2027-05-07 15:00",
    ]);
  });
});

describe("PA-01 to PA-07 over Easter", () => {
  const { targets, milestones } = patientAccess();

  it("5, 10 and 3 working days after Thursday (PA-01, PA-02, PA-04)", () => {
    // 30, 31 March, 1, 2 and 5 April; 6 to 9 and 12 April.
    expect(text(targets.escalationResponse.due(thursday))).toBe("2027-04-06 00:00");
    expect(text(targets.complaintResponse.due(thursday))).toBe("2027-04-13 00:00");
    expect(text(targets.formalAcknowledgement.due(thursday))).toBe("2027-04-02 00:00");
  });

  it("10 days to the end of 4 April, and the follow-up on the 7th day (PA-05, PA-07)", () => {
    expect(text(targets.complaintInvestigation.due(thursday))).toBe("2027-04-05 00:00");
    expect(text(milestones.followUp(thursday)[0]?.at)).toBe("2027-04-01 10:00");
  });
});

describe("the clauses of NHS login over Easter", () => {
  const { targets, windows, availability } = nhsLogin({ partnerHours: "nhs-login-support" });

  it.each([
    // From Thursday 16:30, 1 h 30 min of that day; Tuesday 30 March is the next.
    ["1", "2027-03-30 10:30"],
    ["2", "2027-03-30 14:30"],
    // 1.5 + 10 + 8.5.
    ["3", "2027-03-31 16:30"],
    // 1.5 + 7 days of 10 to Wednesday 7 April + 8.5.
    ["4", "2027-04-08 16:30"],
    // 1.5 + 19 days of 10 to Friday 23 April + 8.5.
    ["5", "2027-04-26 16:30"],
  ])("an incident of severity %s (NL-SEV1 to NL-SEV5)", (severity, due) => {
    expect(text(targets.incidentResolution.due("2027-03-25T16:30:00Z", { severity }))).toBe(due);
  });

  it("30 and 60 working days of a problem (NL-PRB1, NL-PRB2)", () => {
    // 24 to 30 April, 28 to 7 May, 30 with Tuesday 11 May; 15 to 28 May make 43, June's first 17 make 60.
    expect(text(targets.problemFix.due(thursday, { severity: "1" }))).toBe("2027-05-12 00:00");
    expect(text(targets.problemFix.due(thursday, { severity: "2" }))).toBe("2027-06-24 00:00");
  });

  it("30 minutes of the partner's hours, and of the clock (NL-11, NL-13), and 24 hours (NL-10)", () => {
    expect(text(targets.hssiNotification.due("2027-03-25T17:45:00Z"))).toBe("2027-03-30 08:15");
    expect(text(targets.multiPartyIntervention.due("2027-03-27T23:50:00Z"))).toBe(
      "2027-03-28 00:20",
    );
    expect(text(windows.recoveryPoint("2027-03-27T12:00:00Z").closesAt)).toBe("2027-03-28 13:00");
  });

  it("half a percent of March's 21 days of ten hours is 63 minutes (NL-06)", () => {
    const { allowance } = availability.service({ month: "2027-03", outages: [] });
    expect(allowance.as("minutes")).toBe(63);
  });
});

describe("GP-01 to GP-09 over Easter", () => {
  const { windows, targets, recurrences, milestones } = gpsoc();

  it("45 days, a working day, a week and a month", () => {
    expect(text(windows.deploymentVerification("2027-02-20T10:00:00Z").closesAt)).toBe(
      "2027-04-06 10:00",
    );
    expect(text(targets.escalationAcknowledgement.due("2027-03-26T10:00:00Z"))).toBe(
      "2027-03-31 00:00",
    );
    const tracker = recurrences.trackerUpdate(thursday, { asOf: thursday });
    expect(text(tracker.nextDueAt)).toBe("2027-04-01 10:00");
    const start = "2027-01-31T10:00:00Z";
    const review = recurrences.serviceReview(start, { asOf: start });
    expect(text(review.nextDueAt)).toBe("2027-02-28 10:00");
    expect(text(milestones.documentReview("2009-06-15T09:00:00Z")[0]?.at)).toBe("2009-07-15 10:00");
  });
});
