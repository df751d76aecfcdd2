import { describe, expect, it } from "vitest";
import { explain, type NhsmailOptions, nhsmail } from "../../src/index";
import { incident, london } from "./nhsmail-desk";

function closes(resolvedAt: string, options?: NhsmailOptions): string | null {
  return london(nhsmail(options).windows.reopen(resolvedAt).closesAt);
}

/** Mon 13 h and Tue 07:00 to 09:00, 2 h, are used when it is resolved; 33 of 48 h are left. */
const resolved = [
  ["2026-11-16T09:00Z", "new"],
  ["2026-11-17T09:00Z", "resolved"],
] as const;
const reopened = ["2026-11-18T09:00Z", "reopened"] as const;

describe("NM-11: a ticket can be re-opened up to 72 hours after its resolution is sent", () => {
  it.each([
    ["over a weekend", "2026-11-20T17:00Z", "Mon 2026-11-23 17:00 +00:00"],
    ["over Christmas", "2026-12-24T12:00Z", "Sun 2026-12-27 12:00 +00:00"],
    // 72 hours that have passed, of which one was had twice.
    ["as the clocks go back", "2026-10-24T10:00+01:00", "Tue 2026-10-27 09:00 +00:00"],
    // And one never.
    ["as the clocks go on", "2027-03-27T10:00Z", "Tue 2027-03-30 11:00 +01:00"],
  ])("by the clock: %s", (_, sentAt, at) => {
    expect(closes(sentAt)).toBe(at);
    expect(closes(sentAt, { reopenWindow: "clock" })).toBe(at);
  });

  it.each([
    // Fri 7, Mon 24 (31), Tue 24 (55), Wed 17.
    ["over a weekend", "2026-11-20T17:00Z", "Wed 2026-11-25 17:00 +00:00"],
    // Thu 12, Tue 29 24 (36), Wed 30 24 (60), Thu 31 12.
    ["over Christmas", "2026-12-24T12:00Z", "Thu 2026-12-31 12:00 +00:00"],
  ])("of weekdays: %s", (_, sentAt, at) => {
    expect(closes(sentAt, { reopenWindow: "weekdays" })).toBe(at);
  });

  it("at exactly 72 hours too, and not after", () => {
    const { reopen } = nhsmail().windows;
    const isOpen = (asOf: string) => reopen("2026-11-20T17:00Z", { asOf }).isOpen;
    expect(reopen("2026-11-20T17:00Z", { asOf: "2026-06-01T00:00Z" })).toMatchObject({
      status: "not-open-yet",
      isOpen: false,
    });
    expect(isOpen("2026-11-20T16:59:59.999Z")).toBe(false);
    expect(isOpen("2026-11-20T17:00Z")).toBe(true);
    expect(isOpen("2026-11-23T17:00Z")).toBe(true);
    expect(isOpen("2026-11-23T17:00:00.001Z")).toBe(false);
  });
});

describe("NM-17: the user has 72 hours from Resolved", () => {
  it("after an automatic resolution as after any", () => {
    const { milestones, windows } = nhsmail();
    const auto = milestones.informationRequest("2026-11-16T10:00Z").at(-1);
    expect(auto?.id).toBe("autoResolution");
    // 96 h after Monday 10:00 is Friday 10:00, and 72 h after that Monday 10:00.
    expect(auto && london(windows.reopen(auto.at).closesAt)).toBe("Mon 2026-11-23 10:00 +00:00");
  });
});

describe("NM-18: automatic closing", () => {
  const closure = (options?: NhsmailOptions, until?: string) =>
    nhsmail(options)
      .milestones.automaticClosure("2026-11-20T17:00Z", until === undefined ? {} : { until })
      .map(({ at }) => london(at));

  it("when the time to re-open is over", () => {
    expect(closure()).toEqual(["Mon 2026-11-23 17:00 +00:00"]);
    // Fri 7, Mon 24 (31), Tue 24 (55), Wed 17.
    expect(closure({ reopenWindow: "weekdays" })).toEqual(["Wed 2026-11-25 17:00 +00:00"]);
  });

  it("at the instant at which the user confirms", () => {
    expect(closure({}, "2026-11-21T09:00Z")).toEqual(["Sat 2026-11-21 09:00 +00:00"]);
    expect(closure({ reopenWindow: "weekdays" }, "2026-11-21T09:00Z")).toEqual([
      "Sat 2026-11-21 09:00 +00:00",
    ]);
    // A confirmation after the 72 hours finds the ticket closed.
    expect(closure({}, "2026-11-23T17:01Z")).toEqual(["Mon 2026-11-23 17:00 +00:00"]);
    // One that came before the resolution was sent closes it as it is sent.
    expect(closure({}, "2026-11-20T16:00Z")).toEqual(["Fri 2026-11-20 17:00 +00:00"]);
    const events = [...resolved, ["2026-11-17T11:00Z", "closed"]] as const;
    const reading = incident(events, "2026-11-18T09:00Z");
    expect(reading.status).toBe("met");
    expect(london(reading.stoppedAt)).toBe("Tue 2026-11-17 09:00 +00:00");
  });
});

describe("NM-19: a reply does not re-open the ticket, the link does", () => {
  it("a reply changes nothing", () => {
    const events = [...resolved, ["2026-11-17T12:00Z", "replied"]] as const;
    const reading = incident(events, "2026-11-18T09:00Z");
    expect(reading.status).toBe("met");
    expect(reading.reopenings).toBe(0);
    expect(reading.elapsed.as("hours")).toBe(15);
  });

  it("the link sets the clock going, after a reply too", () => {
    const events = [...resolved, ["2026-11-17T12:00Z", "replied"], reopened] as const;
    const reading = incident(events, "2026-11-18T10:00Z");
    expect(reading.status).toBe("running");
    expect(reading.reopenings).toBe(1);
    // 15 h before the resolution and one after the re-opening.
    expect(reading.elapsed.as("hours")).toBe(16);
  });

  it("a reply to anything else changes nothing either", () => {
    const events = [resolved[0], ["2026-11-16T12:00Z", "replied"]] as const;
    expect(incident(events, "2026-11-17T09:00Z").elapsed.as("hours")).toBe(15);
  });
});

describe("NM-07: what re-opening leaves of the 48 hours", () => {
  it.each<[NonNullable<NhsmailOptions["reopened"]>, string]>([
    // 33 h from Wednesday 09:00: Wed 13, Thu 15 (28), Fri 5.
    ["resume", "Fri 2026-11-20 12:00 +00:00"],
    ["deemed-elapsed", "Fri 2026-11-20 12:00 +00:00"],
    // As if it had not been resolved: Mon 13, Tue 15 (28), Wed 15 (43), Thu 5.
    ["continue", "Thu 2026-11-19 12:00 +00:00"],
    // 48 h from Wednesday 09:00: Wed 13, Thu 15 (28), Fri 15 (43), Mon 5.
    ["restart", "Mon 2026-11-23 12:00 +00:00"],
  ])("%s", (option, due) => {
    const reading = incident([...resolved, reopened], "2026-11-18T10:00Z", { reopened: option });
    expect(london(reading.dueAt)).toBe(due);
  });

  it("goes on with the remainder for a state that runs, as for the link", () => {
    const events = [...resolved, ["2026-11-18T09:00Z", "in-progress"]] as const;
    const reading = incident(events, "2026-11-18T10:00Z");
    expect(london(reading.dueAt)).toBe("Fri 2026-11-20 12:00 +00:00");
  });
});

describe("NM-17: a re-opening after the 72 hours is one of the reading's irregularities", () => {
  // Resolved on Tuesday 17 November at 09:00, so the 72 hours end on Friday at 09:00.
  const late = (at: string, options?: NhsmailOptions) =>
    incident([...resolved, [at, "reopened"]], "2026-11-24T12:00Z", options);

  it("and the clock goes on with its remainder, as after any other", () => {
    const inTime = late("2026-11-20T09:00Z");
    const reading = late("2026-11-20T09:00:00.001Z");
    expect(inTime.irregularities).toEqual([]);
    expect(reading.irregularities.map(({ kind }) => kind)).toEqual(["reopened-late"]);
    expect(explain(reading)).toMatch(/^irregular: Fri 20 Nov 2026 09:00:00\.001: /m);
    // 15 h are used; of the other 33, Friday has 13, Monday 15, and Tuesday 5, from 07:00 to 12:00.
    for (const { dueAt, cycles } of [inTime, reading]) {
      expect([london(dueAt)?.slice(0, 20), cycles.length]).toEqual(["Tue 2026-11-24 12:00", 1]);
    }
  });

  it("by weekdays, if those are what the 72 hours are of", () => {
    // From Friday 20 November 12:00 the 72 hours end on Monday at 12:00, and 72 hours of weekdays on Wednesday.
    const events = [
      ["2026-11-19T09:00Z", "new"],
      ["2026-11-20T12:00Z", "resolved"],
    ] as const;
    const isLate = (when: string, options?: NhsmailOptions) =>
      incident([...events, [when, "reopened"]], "2026-11-30T12:00Z", options).irregularities.length;
    const weekdays = { reopenWindow: "weekdays" } as const;
    expect([isLate("2026-11-23T12:00Z"), isLate("2026-11-23T12:01Z")]).toEqual([0, 1]);
    expect(isLate("2026-11-25T12:00Z", weekdays)).toBe(0);
    expect(isLate("2026-11-25T12:01Z", weekdays)).toBe(1);
  });
});
