import { describe, expect, it } from "vitest";
import { nhsLogin } from "../../src";

/** Support is 08:00 to 18:00, ten hours a working day. November 2026 begins on a Sunday. */
const { incidentResolution } = nhsLogin().targets;
const due = (startedAt: string, severity: string) =>
  incidentResolution.due(startedAt, { severity }).toISO();

describe("NL-01: measurement starts when the incident is raised to the First Line Service Desk", () => {
  it("starts at the state new, and not before", () => {
    const history = [{ at: "2026-11-23T09:00:00Z", state: "new", severity: "1" }];
    const before = incidentResolution.track(history, { asOf: "2026-11-23T08:59:00Z" });
    expect([before.status, before.startedAt]).toEqual(["pending", null]);
    const after = incidentResolution.track(history, { asOf: "2026-11-23T10:00:00Z" });
    expect([after.status, after.startedAt?.toISO()]).toEqual([
      "running",
      "2026-11-23T09:00:00.000+00:00",
    ]);
  });

  it("needs the severity that is assigned there", () => {
    const raised = [{ at: "2026-11-23T09:00:00Z", state: "new" }];
    const { status, dueAt } = incidentResolution.track(raised, { asOf: "2026-11-23T10:00:00Z" });
    expect([status, dueAt]).toEqual(["running", null]);
    expect(() => incidentResolution.due("2026-11-23T09:00:00Z")).toThrow(/needs a severity/);
  });
});

describe("NL-02: measurement stops when the incident is fixed or recorded as a problem", () => {
  const until = (state: string) => [
    { at: "2026-11-23T09:00:00Z", state: "new", severity: "2" },
    { at: "2026-11-23T09:30:00Z", state: "in-progress" },
    { at: "2026-11-23T12:00:00Z", state },
    { at: "2026-11-23T17:30:00Z", state: "response-provided" },
  ];
  const asOf = "2026-11-24T09:00:00Z";

  it.each(["resolved", "problem-recorded"])("stops at %s, not at the response", (state) => {
    const reading = incidentResolution.track(until(state), { asOf });
    // 09:00-12:00 is 3 h of 8 h.
    expect([reading.status, reading.elapsed.as("hours")]).toEqual(["met", 3]);
    expect(reading.stoppedAt?.toISO()).toBe("2026-11-23T12:00:00.000+00:00");
  });

  it("runs on at a response that comes before the fix", () => {
    const answered = until("response-provided").slice(0, 3);
    const reading = incidentResolution.track(answered, { asOf: "2026-11-23T13:00:00Z" });
    expect([reading.status, reading.elapsed.as("hours")]).toEqual(["running", 4]);
  });

  it.each(["resolved", "problem-recorded"])("stop: response runs on from %s to it", (state) => {
    const target = nhsLogin({ stop: "response" }).targets.incidentResolution;
    const reading = target.track(until(state), { asOf });
    // 09:00 + 8 h is 17:00; 09:00-17:30 is 8.5 h.
    expect([reading.status, reading.elapsed.as("hours")]).toEqual(["breached", 8.5]);
    expect(reading.breachedAt?.toISO()).toBe("2026-11-23T17:00:00.000+00:00");
    expect(reading.stoppedAt?.toISO()).toBe("2026-11-23T17:30:00.000+00:00");
  });
});

describe("NL-SEV1: severity 1 within 4 business support hours", () => {
  it("goes from a Friday evening to Monday", () => {
    // Friday 16:00-18:00 is 2 h, Monday 08:00-10:00 the other 2.
    expect(due("2026-11-20T16:00:00Z", "1")).toBe("2026-11-23T10:00:00.000+00:00");
  });

  it("is not 24x7, though the service is: the night of a Saturday counts for nothing", () => {
    expect(due("2026-11-21T02:00:00Z", "1")).toBe("2026-11-23T12:00:00.000+00:00");
  });

  it("passes over Christmas, and Boxing Day in lieu on Monday the 28th", () => {
    // Thursday the 24th 16:00-18:00 is 2 h; then Tuesday the 29th, 08:00-10:00.
    expect(due("2026-12-24T16:00:00Z", "1")).toBe("2026-12-29T10:00:00.000+00:00");
    // Raised on Christmas Day: all 4 h on the 29th.
    expect(due("2026-12-25T12:00:00Z", "1")).toBe("2026-12-29T12:00:00.000+00:00");
  });

  it("is met at the last instant and breached after it", () => {
    const doneAt = (at: string) =>
      incidentResolution.track(
        [
          { at: "2026-11-20T16:00:00Z", state: "new", severity: "1" },
          { at, state: "resolved" },
        ],
        { asOf: "2026-11-24T00:00:00Z" },
      );
    expect(doneAt("2026-11-23T10:00:00Z").status).toBe("met");
    expect(doneAt("2026-11-23T10:00:00.001Z").status).toBe("breached");
    expect(doneAt("2026-11-23T10:00:00Z").rule?.id).toBe("NL-SEV1");
  });
});

describe("NL-SEV2: severity 2 within 8 business support hours", () => {
  it("passes over Easter 2027, in which the clocks go forward", () => {
    // Thursday 25 March 14:00-18:00 GMT is 4 h; Good Friday, the weekend and Easter Monday none;
    // Tuesday the 30th 08:00-12:00 BST the other 4.
    expect(due("2027-03-25T14:00:00Z", "2")).toBe("2027-03-30T12:00:00.000+01:00");
  });
});

describe("NL-SEV3: severity 3 within 20 business support hours", () => {
  it("counts two days of ten hours, over the weekend in which the clocks go back", () => {
    // Friday 23 October 17:00-18:00 BST is 1 h, Monday 10, Tuesday 08:00-17:00 GMT the other 9.
    expect(due("2026-10-23T16:00:00Z", "3")).toBe("2026-10-27T17:00:00.000+00:00");
  });
});

describe("NL-SEV4: severity 4 within 80 business support hours", () => {
  it("is eight days of ten hours, and due as the last of them closes", () => {
    // 18 December, 21 to 24, 29, 30, 31: 1 + 4 + 3 days.
    expect(due("2026-12-18T08:00:00Z", "4")).toBe("2026-12-31T18:00:00.000+00:00");
  });
});

describe("NL-SEV5: severity 5 within 200 business support hours", () => {
  it("is twenty days of ten hours", () => {
    // The four weeks of five days from Monday 2 to Friday 27 November.
    expect(due("2026-11-02T08:00:00Z", "5")).toBe("2026-11-27T18:00:00.000+00:00");
  });

  it("takes a day longer in Scotland over St Andrew's Day", () => {
    // From Monday 9 November: 15 days to the 27th, and 30 November to 4 December make 20.
    expect(due("2026-11-09T08:00:00Z", "5")).toBe("2026-12-04T18:00:00.000+00:00");
    const scottish = nhsLogin({ division: "scotland" }).targets.incidentResolution;
    // Closed on Monday the 30th: the 20th day is Monday 7 December.
    expect(scottish.due("2026-11-09T08:00:00Z", { severity: "5" }).toISO()).toBe(
      "2026-12-07T18:00:00.000+00:00",
    );
  });
});

describe("NL-SEV1, NL-SEV2, NL-SEV3, NL-SEV4 and NL-SEV5: a change of severity", () => {
  const regraded = (at: string) => [
    { at: "2026-11-23T09:00:00Z", state: "new", severity: "3" },
    { at, severity: "1" },
  ];

  it("keeps what was used, and applies the new time", () => {
    // 09:00-12:00 is 3 h of the 4 h of severity 1.
    const reading = incidentResolution.track(regraded("2026-11-23T12:00:00Z"), {
      asOf: "2026-11-23T12:00:00Z",
    });
    expect([reading.remaining?.as("hours"), reading.rule?.id]).toEqual([1, "NL-SEV1"]);
    expect(reading.dueAt?.toISO()).toBe("2026-11-23T13:00:00.000+00:00");
  });

  const late = (severityChange?: "retroactive" | "restart") =>
    nhsLogin(severityChange && { severityChange }).targets.incidentResolution.track(
      regraded("2026-11-23T15:00:00Z"),
      { asOf: "2026-11-23T15:30:00Z" },
    );

  it("breaches at the change if more than the new time is used, 6 h of 4 h at 15:00", () => {
    expect(late().breachedAt?.toISO()).toBe("2026-11-23T15:00:00.000+00:00");
  });

  it("severityChange: retroactive breaches when severity 1 would have, at 09:00 + 4 h", () => {
    expect(late("retroactive").breachedAt?.toISO()).toBe("2026-11-23T13:00:00.000+00:00");
  });

  it("severityChange: restart counts 4 h from the change", () => {
    // Monday 15:00-18:00 is 3 h, Tuesday 08:00-09:00 the fourth.
    const reading = late("restart");
    expect([reading.status, reading.dueAt?.toISO()]).toEqual([
      "running",
      "2026-11-24T09:00:00.000+00:00",
    ]);
  });
});

describe("NL-SEV1, NL-SEV2, NL-SEV3, NL-SEV4 and NL-SEV5: what the document does not say", () => {
  const { incidentResolution } = nhsLogin().targets;
  const asOf = "2026-11-17T09:30:00Z";
  const reopenedTicket = [
    { at: "2026-11-16T09:00:00Z", state: "new", severity: "1" },
    { at: "2026-11-16T11:00:00Z", state: "resolved" },
    { at: "2026-11-17T09:00:00Z", state: "reopened" },
  ];

  it.each([
    // 2 h of 4 are used by Monday 11:00; 2 h from Tuesday 09:00.
    ["resume", "running", "2026-11-17T11:00:00.000+00:00"],
    // 4 h from Monday 09:00.
    ["continue", "breached", "2026-11-16T13:00:00.000+00:00"],
    // 4 h from Tuesday 09:00.
    ["restart", "running", "2026-11-17T13:00:00.000+00:00"],
    ["new-cycle", "running", "2026-11-17T13:00:00.000+00:00"],
  ] as const)("a re-opening, read as %s", (reopened, status, due) => {
    const sla = nhsLogin({ reopened });
    const reading = sla.targets.incidentResolution.track(reopenedTicket, { asOf });
    expect([reading.status, reading.dueAt?.toISO()]).toEqual([status, due]);
    expect(sla.clauses["NL-SEV1"]?.reading).toMatch(/does not say what a re-opening does/);
    const byDefault = incidentResolution.track(reopenedTicket, { asOf });
    expect(byDefault.dueAt?.toISO()).toBe("2026-11-17T11:00:00.000+00:00");
  });

  it.each([
    ["none", "fixed-or-problem", "2026-11-16T13:00:00.000+00:00"],
    ["awaiting-information", "fixed-or-problem", "2026-11-16T14:00:00.000+00:00"],
    ["awaiting-information", "response", "2026-11-16T14:00:00.000+00:00"],
  ] as const)("an hour of waiting, pauses: %s, stop: %s", (pauses, stop, due) => {
    const sla = nhsLogin({ pauses, stop });
    const history = [
      { at: "2026-11-16T09:00:00Z", state: "new", severity: "1" },
      { at: "2026-11-16T10:00:00Z", state: "awaiting-information" },
      { at: "2026-11-16T11:00:00Z", state: "in-progress" },
    ];
    const reading = sla.targets.incidentResolution.track(history, {
      asOf: "2026-11-16T11:30:00Z",
    });
    expect(reading.dueAt?.toISO()).toBe(due);
    expect(sla.clauses["NL-SEV1"]?.reading).toMatch(/states no pause/);
  });
});
