import { describe, expect, it } from "vitest";
import { type GpsocOptions, gpsoc } from "../../src/index";
import { desk } from "./gpsoc-desk";
import { london } from "./nhsmail-desk";

/** Everything but the fix times and the escalation, which have a file of their own. */

describe("GP-01: 45 days of deployment verification", () => {
  it.each<[string, Partial<GpsocOptions>, string, string]>([
    // 14 days to 30 November, and 31.
    ["calendar days", {}, "2026-11-16T10:00Z", "Thu 2026-12-31 10:00 +00:00"],
    // 29 days to 31 October, and 16; the same time on the wall.
    ["calendar days in autumn", {}, "2026-10-02T10:00+01:00", "Mon 2026-11-16 10:00 +00:00"],
    // 16 and 30 are 46, less 30.
    ["30, agreed", { verificationDays: 30 }, "2026-11-16T10:00Z", "Wed 2026-12-16 10:00 +00:00"],
    // 4 of November's third week, 5 (9), 5 (14), 5 (19), 5 (24); 21 to 24 December 4 (28), 29 to 31
    // 3 (31); 4 to 8 January 5 (36), 5 (41), Monday 18 to Thursday 21 4 (45).
    [
      "working days",
      { verification: "working-days" },
      "2026-11-16T10:00Z",
      "Thu 2027-01-21 10:00 +00:00",
    ],
    // 4, 5 (9), Monday 30 November.
    [
      "10 working days, agreed",
      { verification: "working-days", verificationDays: 10 },
      "2026-11-16T10:00Z",
      "Mon 2026-11-30 10:00 +00:00",
    ],
    // St Andrew's Day is not one.
    [
      "10 working days in Scotland",
      { verification: "working-days", verificationDays: 10, division: "scotland" },
      "2026-11-16T10:00Z",
      "Tue 2026-12-01 10:00 +00:00",
    ],
    // Tue 14 to Fri 17, Mon 20 July: Monday 13 is not one.
    [
      "5 working days in Northern Ireland",
      { verification: "working-days", verificationDays: 5, division: "northern-ireland" },
      "2026-07-10T10:00+01:00",
      "Mon 2026-07-20 10:00 +01:00",
    ],
    [
      "to the end of the last day",
      { verificationEnd: "end-of-day" },
      "2026-11-16T10:00Z",
      "Fri 2027-01-01 00:00 +00:00",
    ],
    [
      "to the end of the last working day",
      { verificationEnd: "end-of-day", verification: "working-days", verificationDays: 10 },
      "2026-11-16T10:00Z",
      "Tue 2026-12-01 00:00 +00:00",
    ],
  ])("%s", (_, options, deployedAt, closesAt) => {
    const { deploymentVerification } = desk(options).windows;
    expect(london(deploymentVerification(deployedAt).closesAt)).toBe(closesAt);
  });

  it("what is residual at its last instant is within it, and is transferred after it", () => {
    const at = (asOf: string, verificationEnd: "same-time" | "end-of-day") =>
      desk({ verificationEnd }).windows.deploymentVerification("2026-11-16T10:00Z", { asOf });
    expect(at("2026-12-31T10:00Z", "same-time").isOpen).toBe(true);
    expect(at("2026-12-31T10:00:00.001Z", "same-time").isOpen).toBe(false);
    expect(at("2026-12-31T23:59:59.999Z", "end-of-day").isOpen).toBe(true);
    expect(at("2027-01-01T00:00Z", "end-of-day").isOpen).toBe(false);
  });
});

describe("GP-04: an escalation is acknowledged within 1 working day", () => {
  it.each<[string, Partial<GpsocOptions>, string, string]>([
    // Monday is day 1.
    ["on a Friday evening", {}, "2026-11-20T20:00Z", "Tue 2026-11-24 00:00 +00:00"],
    [
      "on a Friday evening, to the same time",
      { acknowledgement: "same-time" },
      "2026-11-20T20:00Z",
      "Mon 2026-11-23 20:00 +00:00",
    ],
    [
      "on a Friday evening, to the end of the day",
      { acknowledgement: "end-of-day" },
      "2026-11-20T20:00Z",
      "Tue 2026-11-24 00:00 +00:00",
    ],
    // Friday 25 and Monday 28 are holidays; Tuesday 29 is day 1.
    ["on Christmas Eve", {}, "2026-12-24T10:00Z", "Wed 2026-12-30 00:00 +00:00"],
    ["on the holiday for Boxing Day", {}, "2026-12-28T10:00Z", "Wed 2026-12-30 00:00 +00:00"],
    // Tuesday 30 March, in summer time.
    ["on Good Friday", {}, "2027-03-26T10:00Z", "Wed 2027-03-31 00:00 +01:00"],
    // Monday 29 March.
    [
      "on Good Friday in Scotland",
      { division: "scotland" },
      "2027-03-26T10:00Z",
      "Tue 2027-03-30 00:00 +01:00",
    ],
    // 2 January 2026, a Friday, is a holiday in Scotland alone; there Monday 5 is day 1.
    ["on New Year's Day", {}, "2026-01-01T10:00Z", "Sat 2026-01-03 00:00 +00:00"],
    [
      "on New Year's Day in Scotland",
      { division: "scotland" },
      "2026-01-01T10:00Z",
      "Tue 2026-01-06 00:00 +00:00",
    ],
    // Tuesday 17 March is St Patrick's Day; Wednesday is day 1.
    [
      "on a Monday in Northern Ireland",
      { division: "northern-ireland" },
      "2026-03-16T10:00Z",
      "Thu 2026-03-19 00:00 +00:00",
    ],
  ])("received %s", (_, options, receivedAt, due) => {
    const { escalationAcknowledgement } = desk(options).targets;
    expect(london(escalationAcknowledgement.due(receivedAt))).toBe(due);
  });

  it("runs from the receipt of the escalation, beside the incident's own clock", () => {
    const history = [
      { at: "2026-11-16T09:00Z", state: "new", severity: "4" },
      { at: "2026-11-17T10:00Z", state: "escalation-received" },
      { at: "2026-11-17T11:00Z", state: "in-progress" },
      { at: "2026-11-18T16:00Z", state: "escalation-acknowledged" },
      { at: "2026-11-19T10:00Z", state: "escalation-received" },
    ];
    const { escalationAcknowledgement } = desk().targets;
    const reading = (asOf: string) => escalationAcknowledgement.track(history, { asOf });
    expect(reading("2026-11-16T10:00Z").status).toBe("pending");
    // Tuesday is day 0, Wednesday day 1.
    expect(london(reading("2026-11-17T12:00Z").dueAt)).toBe("Thu 2026-11-19 00:00 +00:00");
    expect(reading("2026-11-18T17:00Z").status).toBe("met");
    // Another escalation, on Thursday; Friday is its day 1.
    expect(london(reading("2026-11-19T11:00Z").dueAt)).toBe("Sat 2026-11-21 00:00 +00:00");
  });
});

describe("GP-05: the tracker is updated every week", () => {
  const { trackerUpdate } = desk().recurrences;

  it("7 days from the last update, at the same time on the wall", () => {
    const startedAt = "2026-10-19T10:00+01:00";
    const first = trackerUpdate(startedAt, { asOf: "2026-10-20T10:00+01:00" });
    expect(london(first.nextDueAt)).toBe("Mon 2026-10-26 10:00 +00:00");
    const done = ["2026-10-22T15:00+01:00"];
    const second = trackerUpdate(startedAt, { asOf: "2026-10-29T15:00Z", done });
    expect(london(second.nextDueAt)).toBe("Thu 2026-10-29 15:00 +00:00");
    expect(second.overdue).toBe(false);
    expect(trackerUpdate(startedAt, { asOf: "2026-10-29T15:01Z", done }).overdue).toBe(true);
  });

  it("every 7 days from the receipt, if a grid is chosen, whenever the last one came", () => {
    const { trackerUpdate: grid } = desk({ trackerUpdates: "grid" }).recurrences;
    const done = ["2026-10-22T15:00+01:00"];
    const reading = grid("2026-10-19T10:00+01:00", { asOf: "2026-10-28T15:00Z", done });
    expect(reading.occurrences.map(({ dueAt, late }) => [london(dueAt), late])).toEqual([
      ["Mon 2026-10-26 10:00 +00:00", false],
      ["Mon 2026-11-02 10:00 +00:00", false],
    ]);
  });
});

describe("GP-07: escalated issues are for the next monthly review", () => {
  it("on the date of the first, or the last of a shorter month", () => {
    const { serviceReview } = desk().recurrences;
    const { occurrences, nextDueAt } = serviceReview("2026-08-31T14:00+01:00", {
      asOf: "2026-11-16T09:00Z",
    });
    // There is no 31 September and no 31 November; October has one.
    expect(occurrences.map(({ dueAt }) => london(dueAt))).toEqual([
      "Wed 2026-09-30 14:00 +01:00",
      "Sat 2026-10-31 14:00 +00:00",
      "Mon 2026-11-30 14:00 +00:00",
    ]);
    expect(london(nextDueAt)).toBe("Mon 2026-11-30 14:00 +00:00");
  });
});

describe("GP-09: the document is reviewed one month after publication", () => {
  it("of 15/06/2009, so in July 2009", () => {
    const reviews = desk().milestones.documentReview("2009-06-15T00:00+01:00");
    expect(reviews.map(({ at }) => london(at))).toEqual(["Wed 2009-07-15 00:00 +01:00"]);
  });
});

describe("GP-04: the time frame for initial feedback is an agreed date", () => {
  // The acknowledgement of Tuesday says that feedback is to be expected by Thursday at 12:00.
  const received = { at: "2026-11-16T10:00:00Z", state: "escalation-received" };
  const acknowledged = {
    at: "2026-11-17T10:00:00Z",
    state: "escalation-acknowledged",
    dueAt: "2026-11-19T12:00:00Z",
  };
  const feedback = (at: string, state = "feedback-given") => ({ at, state });

  it.each([
    ["none before the acknowledgement", [received], "running", null],
    ["late if none comes", [received, acknowledged], "breached", "2026-11-19T12:00"],
    [
      "in time until then",
      [received, acknowledged, feedback("2026-11-19T12:00:00Z")],
      "met",
      "2026-11-19T12:00",
    ],
    [
      "late after that",
      [received, acknowledged, feedback("2026-11-19T12:01:00Z")],
      "breached",
      "2026-11-19T12:00",
    ],
    [
      "not needed once the escalation is resolved",
      [received, acknowledged, feedback("2026-11-18T12:00:00Z", "escalation-resolved")],
      "met",
      "2026-11-19T12:00",
    ],
    [
      "promised to nobody whose acknowledgement says no time",
      [received, { ...acknowledged, dueAt: undefined }, feedback("2026-11-19T12:01:00Z")],
      "not-applicable",
      null,
    ],
  ])("of feedback: %s", (_, events, status, due) => {
    const reading = gpsoc().targets.initialFeedback.track(events, { asOf: "2026-11-20T00:00:00Z" });
    expect([reading.status, reading.dueAt?.toFormat("yyyy-MM-dd'T'HH:mm") ?? null]).toEqual([
      status,
      due,
    ]);
    const { irregularities } = gpsoc().lifecycle(events, { asOf: "2026-11-20T00:00:00Z" });
    const ofMoves = irregularities.filter(({ kind }) => kind !== "out-of-order");
    expect(ofMoves).toEqual([]);
  });

  it("that a log may begin with the acknowledgement", () => {
    const { initialFeedback } = gpsoc().targets;
    const reading = initialFeedback.track([acknowledged], { asOf: "2026-11-18T00:00:00Z" });
    expect([reading.status, reading.startedAt?.toUTC().toFormat("yyyy-MM-dd HH:mm")]).toEqual([
      "running",
      "2026-11-17 10:00",
    ]);
  });

  it("that leaves the fix time of the same ticket alone", () => {
    // Severity 1: 4 hours from Monday at 10:00, of 08:00 to 18:00.
    const history = [
      { at: "2026-11-16T10:00:00Z", state: "new", severity: "1" },
      { ...received, at: "2026-11-16T15:00:00Z" },
      { ...acknowledged, at: "2026-11-16T16:00:00Z" },
    ];
    const { fix, initialFeedback } = desk().targets;
    const asOf = "2026-11-16T17:00:00Z";
    expect(fix.track(history, { asOf }).dueAt?.toISO()).toBe("2026-11-16T14:00:00.000+00:00");
    expect(initialFeedback.track(history, { asOf }).dueAt?.toISO()).toBe(
      "2026-11-19T12:00:00.000+00:00",
    );
  });

  it("that does not excuse a late acknowledgement", () => {
    // Received on Monday 16 November: acknowledged by the end of Tuesday. The acknowledgement on Thursday says
    // when feedback is to be expected.
    const history = [
      { at: "2026-11-16T10:00:00Z", state: "escalation-received" },
      {
        at: "2026-11-19T10:00:00Z",
        state: "escalation-acknowledged",
        dueAt: "2026-11-27T17:00:00Z",
      },
    ];
    const { escalationAcknowledgement } = gpsoc().targets;
    const reading = escalationAcknowledgement.track(history, { asOf: "2026-11-20T00:00:00Z" });
    expect([reading.status, reading.dueAt?.toISO()]).toEqual([
      "breached",
      "2026-11-18T00:00:00.000+00:00",
    ]);
  });
});
