import { describe, expect, it } from "vitest";
import { CoreHoursError, gpsoc, nhsLogin, nhsmail, serviceReport } from "../../src/index";
import { london } from "./nhsmail-desk";

type Events = readonly (readonly [at: string, state: string, severity?: string])[];

const ticket = (name: string, events: Events) => ({
  ticket: name,
  events: events.map(([at, state, severity]) => ({
    at,
    state,
    ...(severity === undefined ? {} : { severity }),
  })),
});

/** Tickets of NHS login around November 2026: severity 1 has 4 hours of 08:00 to 18:00, severity 2 has 8. */
const TICKETS = [
  // 2 h: met in November.
  ticket("NL-1", [
    ["2026-11-16T09:00Z", "new", "1"],
    ["2026-11-16T11:00Z", "resolved"],
  ]),
  // Due 13:00, stopped at 15:00: missed in November.
  ticket("NL-2", [
    ["2026-11-17T09:00Z", "new", "1"],
    ["2026-11-17T15:00Z", "resolved"],
  ]),
  // Due on Friday 30 October at 13:00, stopped in November: missed in October.
  ticket("NL-3", [
    ["2026-10-30T09:00Z", "new", "1"],
    ["2026-11-03T15:00Z", "resolved"],
  ]),
  // Due on Monday 30 November at 17:00, open at the end: missed in November, and open.
  ticket("NL-4", [["2026-11-30T09:00Z", "new", "2"]]),
  // Due on Tuesday 1 December at 15:00: open at the end, and not late yet.
  ticket("NL-5", [
    ["2026-11-30T17:00Z", "new", "2"],
    ["2026-12-01T10:00Z", "resolved"],
  ]),
  // Begun in October, 6 h: Friday 16:00 to 18:00, Monday 08:00 to 12:00: met in November.
  ticket("NL-6", [
    ["2026-10-30T16:00Z", "new", "2"],
    ["2026-11-02T12:00Z", "resolved"],
  ]),
  // December's alone.
  ticket("NL-7", [["2026-12-02T09:00Z", "new", "1"]]),
  // Cancelled: neither.
  ticket("NL-8", [
    ["2026-11-18T09:00Z", "new", "2"],
    ["2026-11-18T10:00Z", "cancelled"],
  ]),
];

describe("NL-07: the report of a month", () => {
  const report = serviceReport(nhsLogin(), TICKETS, { month: "2026-11" });
  const named = (list: readonly { readonly ticket: string }[]) => list.map((each) => each.ticket);

  it("tells the promises kept and missed, and what was open at its end", () => {
    expect(named(report.kept)).toEqual(["NL-1", "NL-6"]);
    expect(named(report.missed)).toEqual(["NL-2", "NL-4"]);
    expect(named(report.open)).toEqual(["NL-4", "NL-5"]);
    expect(named(report.begun)).toEqual(["NL-1", "NL-2", "NL-4", "NL-5", "NL-8"]);
    expect([report.clauses, report.errors]).toEqual([["NL-07"], []]);
  });

  it("counts attainment by severity", () => {
    const rows = report.attainment.map(
      ({ target, severity, begun, met, breached, percent, open, openBreached }) => [
        ...[target, severity, begun, met, breached, percent, open, openBreached],
      ],
    );
    expect(rows).toEqual([
      ["incidentResolution", null, 5, 2, 2, 50, 2, 1],
      ["incidentResolution", "1", 2, 1, 1, 50, 0, 0],
      ["incidentResolution", "2", 3, 1, 1, 50, 2, 1],
    ]);
  });

  it("counts each promise once, month by month", () => {
    const months = ["2026-09", "2026-10", "2026-11", "2026-12", "2027-01"].map((month) => {
      const { kept, missed } = serviceReport(nhsLogin(), TICKETS, { month });
      return [named(kept), named(missed)];
    });
    expect(months).toEqual([
      [[], []],
      [[], ["NL-3"]],
      [
        ["NL-1", "NL-6"],
        ["NL-2", "NL-4"],
      ],
      [["NL-5"], ["NL-7"]],
      [[], []],
    ]);
  });

  it("ends with the midnight that begins the next month, which belongs to that", () => {
    const at = (instant: string) =>
      ticket("NL-9", [
        ["2026-11-30T17:00Z", "new", "1"],
        [instant, "resolved"],
      ]);
    const kept = (instant: string, month: string) =>
      serviceReport(nhsLogin(), [at(instant)], { month }).kept.length;
    expect([
      kept("2026-11-30T23:59:59.999Z", "2026-11"),
      kept("2026-11-30T23:59:59.999Z", "2026-12"),
    ]).toEqual([1, 0]);
    expect([kept("2026-12-01T00:00Z", "2026-11"), kept("2026-12-01T00:00Z", "2026-12")]).toEqual([
      0, 1,
    ]);
    // A month of summer time begins at 23:00 UTC.
    const summer = (instant: string) =>
      ticket("NL-9", [
        ["2026-06-30T16:00Z", "new", "1"],
        [instant, "resolved"],
      ]);
    const july = (instant: string) =>
      serviceReport(nhsLogin(), [summer(instant)], { month: "2026-07" }).kept.length;
    expect([july("2026-06-30T22:59Z"), july("2026-06-30T23:00Z")]).toEqual([0, 1]);
  });

  it("has the availability of the month if its outages are known", () => {
    expect(report.availability).toEqual([]);
    const outages = [{ from: "2026-11-16T09:00Z", to: "2026-11-16T10:00Z" }];
    const [service] = serviceReport(nhsLogin(), [], { month: "2026-11", outages }).availability;
    // November 2026 has 21 working days of 3 minutes each, 63; 60 were lost.
    expect([service?.allowance.as("minutes"), service?.lost.as("minutes"), service?.met]).toEqual([
      63,
      60,
      true,
    ]);
  });

  it("of a month that is not over is judged at the instant given", () => {
    const asOf = "2026-11-17T12:00Z";
    const early = serviceReport(nhsLogin(), TICKETS, { month: "2026-11", asOf });
    expect([named(early.missed), named(early.open)]).toEqual([[], ["NL-2"]]);
    expect(london(early.asOf)).toBe("Tue 2026-11-17 12:00 +00:00");
  });

  it("names the tickets that cannot be judged, and reports the others", () => {
    const bad = ticket("NL-X", [["2026-11-16T09:00Z", "opened"]]);
    const { errors, kept } = serviceReport(nhsLogin(), [bad, ...TICKETS], { month: "2026-11" });
    expect(new Set(named(errors))).toEqual(new Set(["NL-X"]));
    expect(errors[0]?.error.code).toBe("state-unknown");
    expect(named(kept)).toEqual(["NL-1", "NL-6"]);
  });

  it("refuses an invalid month and a misspelt option", () => {
    const ask = (options: object) => () => serviceReport(nhsLogin(), [], options as never);
    expect(ask({ month: "2026-13" })).toThrow(/is not a month/);
    expect(ask({})).toThrow(CoreHoursError);
    expect(ask({ month: "2026-11", outage: [] })).toThrow(/"outage" is not an option.*outages/);
  });
});

describe("GP-07: the review of a month", () => {
  it("has the escalations that were received in it", () => {
    const escalated = ticket("GP-1", [
      ["2026-11-16T09:00Z", "escalation-received"],
      ["2026-11-17T09:00Z", "escalation-acknowledged"],
    ]);
    const report = serviceReport(gpsoc(), [escalated], { month: "2026-11" });
    expect(report.clauses).toEqual(["GP-07"]);
    expect(report.begun.map(({ ticket: name, target, clause }) => [name, target, clause])).toEqual([
      ["GP-1", "escalationAcknowledgement", "GP-04"],
      ["GP-1", "initialFeedback", "GP-04"],
    ]);
    expect(report.attainment[0]?.percent).toBe(100);
  });
});

describe("a report of a re-opened ticket", () => {
  it("counts a verdict once, by where it stood at the end of each month", () => {
    // 15 h of 48 by Friday 27 November; the other 33 from Monday the 30th 09:00: Mon 13, Tue 15 (28), Wed 5.
    const reopened = ticket("NM-1", [
      ["2026-11-26T09:00Z", "new"],
      ["2026-11-27T09:00Z", "resolved"],
      ["2026-11-30T09:00Z", "reopened"],
    ]);
    const report = (month: string) => serviceReport(nhsmail(), [reopened], { month });
    expect(report("2026-11").open.map(({ dueAt }) => london(dueAt))).toEqual([
      "Wed 2026-12-02 12:00 +00:00",
    ]);
    expect([report("2026-11").kept, report("2026-11").missed]).toEqual([[], []]);
    expect(report("2026-12").missed).toHaveLength(1);
  });
});

describe("NM-08, GP-05 and GP-07: the report of a month has the obligations beside the targets", () => {
  it("each time that an update was due, and whether it came", () => {
    const escalation = ticket("NM-1", [
      // 2 working days after Monday 2 November end with Wednesday the 4th; after Tuesday the 3rd, with
      // Thursday the 5th, which is missed; after Friday the 6th, with Tuesday the 10th.
      ["2026-11-02T10:00Z", "escalation-form-received"],
      ["2026-11-02T15:00Z", "escalation-acknowledged"],
      ["2026-11-03T10:00Z", "escalation-updated"],
      ["2026-11-06T10:00Z", "escalation-updated"],
      ["2026-11-09T10:00Z", "resolution-identified"],
    ]);
    const { obligations, errors } = serviceReport(nhsmail(), [escalation], { month: "2026-11" });
    expect(errors).toEqual([]);
    expect(
      obligations.map(({ name, clause, number, dueAt, kept }) => [
        name,
        clause,
        number,
        dueAt.toFormat("yyyy-MM-dd HH:mm"),
        kept,
      ]),
    ).toEqual([
      ["escalationUpdate", "NM-08", 1, "2026-11-05 00:00", true],
      ["escalationUpdate", "NM-08", 2, "2026-11-06 00:00", false],
    ]);
  });

  it("of a tracker each week, and of a review each month", () => {
    const history = ticket("GP-1", [
      ["2026-10-12T10:00Z", "escalation-received"],
      ["2026-10-13T10:00Z", "escalation-acknowledged"],
      ["2026-10-19T09:00Z", "tracker-updated"],
      ["2026-10-30T09:00Z", "tracker-updated"],
      ["2026-11-05T09:00Z", "tracker-updated"],
      ["2026-11-10T09:00Z", "service-reviewed"],
    ]);
    const asOf = "2026-11-13T00:00:00Z";
    const { obligations } = serviceReport(gpsoc(), [history], { month: "2026-11", asOf });
    // The week after Friday 30 October ends on 6 November; the week after the 5th ends on the 12th at 09:00, and is
    // missed; the review is due at 10:00.
    expect(obligations.map(({ name, dueAt, kept }) => [name, dueAt.toISODate(), kept])).toEqual([
      ["trackerUpdate", "2026-11-06", true],
      ["trackerUpdate", "2026-11-12", false],
      ["serviceReview", "2026-11-12", true],
    ]);
  });

  it("and reports once what cannot be judged", () => {
    const spoilt = ticket("NM-2", [["2026-11-02T10:00Z", "no-such-state"]]);
    const { errors, obligations } = serviceReport(nhsmail(), [spoilt], { month: "2026-11" });
    expect(obligations).toEqual([]);
    expect(errors.map(({ target }) => target)).toEqual(Object.keys(nhsmail().targets));
  });
});
