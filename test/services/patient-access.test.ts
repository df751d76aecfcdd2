import { describe, expect, it } from "vitest";
import type { PatientAccessOptions } from "../../src/index";
import { london } from "./nhsmail-desk";
import { due, track } from "./patient-access-desk";

describe("PA-01: an escalation request is responded to within 5 working days", () => {
  it.each([
    // Monday is day 0: Tue 1, Wed 2, Thu 3, Fri 4, Mon 5, to its end.
    ["on a Monday", "2026-11-16T10:00Z", "Tue 2026-11-24 00:00 +00:00"],
    // Monday to Friday of the next week.
    ["on a Friday evening", "2026-11-20T20:00Z", "Sat 2026-11-28 00:00 +00:00"],
    ["on a Saturday, which is day 0 as well", "2026-11-21T10:00Z", "Sat 2026-11-28 00:00 +00:00"],
    // Tue 29, Wed 30, Thu 31 are 1 to 3; 1 January is closed; Mon 4, Tue 5.
    ["on Christmas Eve", "2026-12-24T10:00Z", "Wed 2027-01-06 00:00 +00:00"],
    ["on Christmas Day", "2026-12-25T10:00Z", "Wed 2027-01-06 00:00 +00:00"],
    // Tue 30, Wed 31, Thu 1, Fri 2, Mon 5 April.
    ["on Good Friday", "2027-03-26T10:00Z", "Tue 2027-04-06 00:00 +01:00"],
    // Monday 26 to Friday 30 October, after the clocks have gone back.
    ["before the clocks go back", "2026-10-23T20:00+01:00", "Sat 2026-10-31 00:00 +00:00"],
  ])("asked for %s", (_, requestedAt, at) => {
    expect(due("escalationResponse", requestedAt)).toBe(at);
  });

  it.each<[NonNullable<PatientAccessOptions["division"]>, string, string]>([
    // Friday; Mon 15 to Fri 19 June.
    ["england-and-wales", "2026-06-12T10:00+01:00", "Sat 2026-06-20 00:00 +01:00"],
    // Monday 15 June is closed: Tue 16 to Fri 19, Mon 22.
    ["scotland", "2026-06-12T10:00+01:00", "Tue 2026-06-23 00:00 +01:00"],
    // St Andrew's Day, Monday 30 November, is closed: Tue 1 to Fri 4, Mon 7.
    ["scotland", "2026-11-27T10:00Z", "Tue 2026-12-08 00:00 +00:00"],
    // Friday 1 and, for the 2nd, Monday 4 January are closed: Tue 5 to Fri 8, Mon 11.
    ["scotland", "2026-12-31T10:00Z", "Tue 2027-01-12 00:00 +00:00"],
    // Easter Monday is a working day: Mon 29 to Thu 1, Fri 2.
    ["scotland", "2027-03-26T10:00Z", "Sat 2027-04-03 00:00 +01:00"],
    // Monday 13 July is closed: Tue 14 to Fri 17, Mon 20.
    ["northern-ireland", "2026-07-10T10:00+01:00", "Tue 2026-07-21 00:00 +01:00"],
    // Wednesday 17 March is closed: Thu 18, Fri 19, Mon 22, Tue 23, Wed 24.
    ["northern-ireland", "2027-03-16T10:00Z", "Thu 2027-03-25 00:00 +00:00"],
  ])("in %s, asked for at %s", (division, requestedAt, at) => {
    expect(due("escalationResponse", requestedAt, { division })).toBe(at);
  });

  it.each<[NonNullable<PatientAccessOptions["lastDay"]>, string, string]>([
    ["by-unit", "2026-11-20T20:00Z", "Sat 2026-11-28 00:00 +00:00"],
    ["end-of-day", "2026-11-20T20:00Z", "Sat 2026-11-28 00:00 +00:00"],
    ["same-time", "2026-11-20T20:00Z", "Fri 2026-11-27 20:00 +00:00"],
    // The same time on the wall, though the clocks have gone back.
    ["same-time", "2026-10-23T20:00+01:00", "Fri 2026-10-30 20:00 +00:00"],
  ])("its last day read as %s, from %s", (lastDay, requestedAt, at) => {
    expect(due("escalationResponse", requestedAt, { lastDay })).toBe(at);
  });

  it("is in time to the midnight itself, and no longer", () => {
    const respondedAt = (at: string) =>
      track(
        "escalationResponse",
        [
          ["2026-11-16T10:00Z", "escalation-requested"],
          [at, "escalation-responded"],
        ],
        "2026-11-24T09:00Z",
      ).status;
    expect(respondedAt("2026-11-24T00:00Z")).toBe("met");
    expect(respondedAt("2026-11-24T00:00:00.001Z")).toBe("breached");
  });

  it("begins anew with another request", () => {
    const reading = track(
      "escalationResponse",
      [
        ["2026-11-02T10:00Z", "escalation-requested"],
        ["2026-11-03T10:00Z", "escalation-responded"],
        ["2026-11-16T10:00Z", "escalation-requested"],
      ],
      "2026-11-17T10:00Z",
    );
    expect(reading.cycles.map(({ status }) => status)).toEqual(["met", "running"]);
    expect(london(reading.dueAt)).toBe("Tue 2026-11-24 00:00 +00:00");
  });
});

describe("PA-02: a complaint is responded to within 10 working days", () => {
  it.each([
    // Tue 15 to Fri 18 are 1 to 4, Mon 21 to Thu 24 are 5 to 8, Tue 29 is 9, Wed 30 is 10.
    ["before Christmas", "2026-12-14T10:00Z", "Thu 2026-12-31 00:00 +00:00"],
    // Mon 22 to Thu 25 are 1 to 4, Tue 30 to Fri 2 April are 5 to 8, Mon 5 is 9, Tue 6 is 10.
    ["on a Friday evening before Easter", "2027-03-19T20:00Z", "Wed 2027-04-07 00:00 +01:00"],
  ])("received %s", (_, receivedAt, at) => {
    expect(due("complaintResponse", receivedAt)).toBe(at);
  });

  it("at the same time of day, if that is chosen", () => {
    const at = due("complaintResponse", "2026-12-14T10:00Z", { lastDay: "same-time" });
    expect(at).toBe("Wed 2026-12-30 10:00 +00:00");
  });

  const formal = [
    ["2026-11-02T10:00Z", "formal-complaint-received"],
    ["2026-11-03T10:00Z", "acknowledged"],
    ["2026-11-11T10:00Z", "looked-into"],
  ] as const;
  const capped = { formalCap: "ten-working-days" } as const;

  it("is for complaints dealt with locally, unless it caps formal ones too", () => {
    const asOf = "2026-11-12T10:00Z";
    expect(track("complaintResponse", formal, asOf).status).toBe("pending");
    expect(track("complaintResponse", formal, asOf, { formalCap: "none" }).status).toBe("pending");
    // Tue 3 to Fri 6 are 1 to 4, Mon 9 to Fri 13 are 5 to 9, Mon 16 is 10.
    const reading = track("complaintResponse", formal, asOf, capped);
    expect(reading.status).toBe("running");
    expect(london(reading.dueAt)).toBe("Tue 2026-11-17 00:00 +00:00");
  });

  it("a local complaint that becomes formal before a response keeps its own due date", () => {
    const events = [["2026-10-30T10:00Z", "complaint-received"], ...formal] as const;
    // Friday is day 0: Mon 2 to Fri 6 are 1 to 5, Mon 9 to Fri 13 are 6 to 10.
    for (const options of [{}, capped]) {
      const reading = track("complaintResponse", events, "2026-11-12T10:00Z", options);
      expect(london(reading.dueAt)).toBe("Sat 2026-11-14 00:00 +00:00");
    }
  });

  it("a formal complaint after a response has 10 working days of its own, if it is capped", () => {
    const events = [
      ["2026-10-26T10:00Z", "complaint-received"],
      ["2026-10-28T10:00Z", "complaint-responded"],
      ...formal,
    ] as const;
    const reading = track("complaintResponse", events, "2026-11-12T10:00Z", capped);
    expect(reading.cycles.map(({ status }) => status)).toEqual(["met", "running"]);
    expect(london(reading.dueAt)).toBe("Tue 2026-11-17 00:00 +00:00");
  });
});
