import { describe, expect, it } from "vitest";
import { DefinitionError, defineSla, nhsLogin } from "../../src";
import quotations from "../data/clauses.json";

describe("NL-07: a service report every month", () => {
  const { serviceReport } = nhsLogin().recurrences;

  it("is due a month after the end of the month it reports", () => {
    // The end of October is the midnight that begins November.
    const first = serviceReport("2026-11-01T00:00:00Z", { asOf: "2026-11-15T00:00:00Z" });
    expect(first.nextDueAt?.toISO()).toBe("2026-12-01T00:00:00.000+00:00");
    const next = serviceReport("2026-11-01T00:00:00Z", {
      asOf: "2026-12-10T00:00:00Z",
      done: ["2026-11-05T09:00:00Z"],
    });
    expect(next.occurrences[0]?.late).toBe(false);
    expect([next.nextDueAt?.toISO(), next.overdue]).toEqual([
      "2027-01-01T00:00:00.000+00:00",
      false,
    ]);
  });

  it("goes from the end of a month to the end of each, also from one of 30 days", () => {
    const reading = serviceReport("2026-11-30T18:00:00Z", { asOf: "2027-03-15T00:00:00Z" });
    expect(reading.occurrences.map(({ dueAt }) => dueAt.toISODate())).toEqual([
      "2026-12-31",
      "2027-01-31",
      "2027-02-28",
      "2027-03-31",
    ]);
    // From a day that is not the last, it stays on that day if there is one.
    const from30 = serviceReport("2027-01-30T18:00:00Z", { asOf: "2027-03-15T00:00:00Z" });
    expect(from30.occurrences.map(({ dueAt }) => dueAt.toISODate())).toEqual([
      "2027-02-28",
      "2027-03-30",
    ]);
  });

  it("keeps to the ends of months of any length", () => {
    // From 31 January: 28 February, then 31 March, in BST.
    const reading = serviceReport("2027-01-31T18:00:00Z", { asOf: "2027-03-01T00:00:00Z" });
    expect(reading.occurrences[0]?.dueAt.toISO()).toBe("2027-02-28T18:00:00.000+00:00");
    expect([reading.nextDueAt?.toISO(), reading.overdue]).toEqual([
      "2027-03-31T18:00:00.000+01:00",
      true,
    ]);
  });
});

describe("NL-08: a service request takes at most 3 months", () => {
  const { serviceRequest } = nhsLogin().targets;

  it("is due on the same day and at the same time, over a change of the clocks", () => {
    expect(serviceRequest.due("2027-01-15T10:00:00Z").toISO()).toBe(
      "2027-04-15T10:00:00.000+01:00",
    );
  });

  it("is due on the last day of a month that is too short", () => {
    // February has 28 days in 2027 and 29 in 2028. 28 February 2027 is a Sunday: all days count.
    expect(serviceRequest.due("2026-11-30T09:00:00Z").toISO()).toBe(
      "2027-02-28T09:00:00.000+00:00",
    );
    expect(serviceRequest.due("2027-11-30T09:00:00Z").toISO()).toBe(
      "2028-02-29T09:00:00.000+00:00",
    );
  });

  it("runs from the request to its fulfilment", () => {
    const fulfilled = (at: string) =>
      serviceRequest.track(
        [
          { at: "2026-11-30T09:00:00Z", state: "request-raised" },
          { at, state: "request-fulfilled" },
        ],
        { asOf: "2027-03-31T00:00:00Z" },
      ).status;
    expect(fulfilled("2027-02-28T09:00:00Z")).toBe("met");
    expect(fulfilled("2027-02-28T09:00:00.001Z")).toBe("breached");
  });
});

describe("NL-10: the recovery point is at most 24 hours old", () => {
  it("counts hours of the clock, not days on the wall", () => {
    const { recoveryPoint } = nhsLogin().windows;
    // Saturday 24 October 2026, noon BST, is 11:00Z; 24 h on, it is 11:00 GMT.
    const lastBackup = "2026-10-24T11:00:00Z";
    const failingAt = (asOf: string) => recoveryPoint(lastBackup, { asOf });
    const reading = failingAt("2026-10-25T11:00:00Z");
    expect([reading.closesAt.toISO(), reading.clause]).toEqual([
      "2026-10-25T11:00:00.000+00:00",
      "NL-10",
    ]);
    expect(reading.isOpen).toBe(true);
    expect(failingAt("2026-10-25T11:00:00.001Z").isOpen).toBe(false);
  });
});

describe("NL-15: a customer enquiry is answered within an agreed time", () => {
  const { enquiryResponse } = nhsLogin().targets;
  const received = { at: "2026-11-20T10:00:00Z", state: "enquiry-received" };
  // Agreed two hours later: until Tuesday at 17:00.
  const agreed = { at: "2026-11-20T12:00:00Z", dueAt: "2026-11-24T17:00:00Z" };
  const answered = (at: string) => ({ at, state: "enquiry-answered" });

  it.each([
    ["runs without a due date until a time is agreed", [received], "running", undefined],
    ["is due at the agreed time", [received, agreed], "breached", "2026-11-24T17:00:00.000+00:00"],
    [
      "is in time at the agreed instant itself",
      [received, agreed, answered("2026-11-24T17:00:00Z")],
      "met",
      "2026-11-24T17:00:00.000+00:00",
    ],
    [
      "is late after it",
      [received, agreed, answered("2026-11-24T17:00:00.001Z")],
      "breached",
      "2026-11-24T17:00:00.000+00:00",
    ],
    [
      "was promised nothing if it was answered before a time was agreed",
      [received, answered("2026-11-20T11:00:00Z")],
      "not-applicable",
      undefined,
    ],
  ])("%s", (_, events, status, due) => {
    const reading = enquiryResponse.track(events, { asOf: "2026-11-25T00:00:00Z" });
    expect([reading.status, reading.dueAt?.toISO()]).toEqual([status, due]);
    expect(reading.clause).toBe("NL-15");
  });

  it("is an obligation of the ticket from its receipt on", () => {
    const asOf = "2026-11-23T00:00:00Z";
    const dues = [[received], [received, agreed]].map((events) =>
      nhsLogin()
        .obligations(events, { asOf })
        .map(({ name, status, dueAt }) => [name, status, dueAt?.toISO()]),
    );
    expect(dues).toEqual([
      [["enquiryResponse", "running", undefined]],
      [["enquiryResponse", "running", "2026-11-24T17:00:00.000+00:00"]],
    ]);
  });
});

describe("NL-09 and NL-16: what no program can act on", () => {
  it.each(["NL-09", "NL-16"])("%s has a reason instead", (id) => {
    expect(nhsLogin().clauses[id]?.notActedOn).toMatch(/\w+/);
  });
});

describe("the options", () => {
  const bad: readonly object[] = [
    { division: "wales" },
    { stop: "fixed" },
    { severityChange: "carry" },
    { problemRelease: "min" },
    { reopened: "yes" },
    { pauses: "yes" },
    { availability: "58" },
    { maintenance: "ignored" },
    { hssiClock: "core" },
    { hssiStart: "detected" },
    { interventionClock: "24x7" },
    { colour: "blue" },
  ];

  it.each(bad)("refuse %j", (options) => {
    expect(() => nhsLogin(options)).toThrow(DefinitionError);
  });

  it("are the first of their values if nothing is chosen", () => {
    expect(nhsLogin().chosen).toEqual({
      division: "england-and-wales",
      stop: "fixed-or-problem",
      severityChange: "carry-elapsed",
      reopened: "resume",
      pauses: "none",
      problemRelease: "replaces",
      availability: "percentage",
      maintenance: "excluded",
      hssiClock: "partner-hours",
      hssiStart: "happening",
      interventionClock: "clock",
    });
  });

  it("and the partner's hours go with the policy as JSON", () => {
    const partnerHours = { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } };
    const sla = nhsLogin({ partnerHours, division: "scotland", stop: "response" });
    const again = defineSla(JSON.parse(JSON.stringify(sla)));
    expect(again.chosen).toEqual(sla.chosen);
    expect(again.toJSON()).toEqual(sla.toJSON());
  });
});

describe("the clause register", () => {
  it("has no clause that nothing in the policy names and no reason excuses", () => {
    const { clauses } = nhsLogin();
    const idle = Object.values(clauses).filter(
      ({ reading, notActedOn }) => reading === null && notActedOn === null,
    );
    expect(idle).toEqual([]);
    expect(Object.keys(clauses)).toHaveLength(30);
  });

  it("has every clause of the document, word for word", () => {
    const rows = quotations.filter(({ id }) => id.startsWith("NL-"));
    const { clauses } = nhsLogin();
    expect(rows.map(({ id }) => id).toSorted()).toEqual(Object.keys(clauses).toSorted());
    for (const { id, quotes } of rows) expect(clauses[id]?.quotes).toEqual(quotes);
  });
});
