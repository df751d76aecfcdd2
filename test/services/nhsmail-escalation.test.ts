import { describe, expect, it } from "vitest";
import { CoreHoursError, type NhsmailOptions, nhsmail } from "../../src/index";
import { incident } from "./nhsmail-desk";

const created = ["2026-11-16T09:00Z", "new"] as const;

/** Whether an incident may be escalated, and the grounds that hold. */
function escalation(
  events: readonly (readonly [at: string, state: string])[],
  asOf: string,
  { closeToBreach, ...options }: NhsmailOptions & { closeToBreach?: number } = {},
) {
  const reading = incident(events, asOf, options);
  const parameters = closeToBreach === undefined ? {} : { closeToBreach };
  const verdict = nhsmail(options).eligibility.escalation({ reading, parameters });
  const holding = verdict.grounds.filter(({ met }) => met).map(({ id }) => id);
  return { ...verdict, holding };
}

describe("NM-06: breached or close to being breached", () => {
  it("is close from 90 % of the 48 hours", () => {
    // 43.2 h: Mon 13, Tue 15 (28), Wed 15 (43), Thu 12 min.
    expect(escalation([created], "2026-11-19T07:11:59Z").eligible).toBe(false);
    const close = escalation([created], "2026-11-19T07:12Z");
    expect(close.holding).toEqual(["closeToBreach"]);
    expect(close.reasons).toEqual(["The incident is close to being breached (NM-06)"]);
  });

  it("is close from another share, where one is given", () => {
    // 24 h: Mon 13, Tue 11.
    const half = { closeToBreach: 0.5 };
    expect(escalation([created], "2026-11-17T17:59Z", half).eligible).toBe(false);
    expect(escalation([created], "2026-11-17T18:00Z", half).eligible).toBe(true);
  });

  it("is close while paused, and no longer close once it is resolved in time", () => {
    const paused = [created, ["2026-11-19T08:00Z", "awaiting-user-info"]] as const;
    expect(escalation(paused, "2026-11-19T20:00Z").holding).toEqual(["closeToBreach"]);
    const resolved = [created, ["2026-11-19T08:00Z", "resolved"]] as const;
    expect(escalation(resolved, "2026-11-19T20:00Z").eligible).toBe(false);
  });

  it("is breached after Thursday 12:00, resolved since or not", () => {
    const breached = escalation([created], "2026-11-19T12:00:01Z");
    expect(breached.holding).toEqual(["breached"]);
    expect(breached.reasons).toEqual(["The incident is breached (NM-06)"]);
    const resolved = [created, ["2026-11-19T13:00Z", "resolved"]] as const;
    expect(escalation(resolved, "2026-11-20T09:00Z").holding).toEqual(["breached"]);
  });

  it("says what each ground lacks where none holds", () => {
    // 15 h of 48 are 31.25 %.
    const { eligible, reasons } = escalation([created], "2026-11-17T09:00Z");
    expect(eligible).toBe(false);
    expect(reasons).toHaveLength(3);
    expect(reasons[0]).toBe("The incident is breached (NM-06): no, it is not breached");
    expect(reasons[1]).toMatch(/^The incident is close .*: no, 31\.3 % is used of the 90\.0 %/);
    expect(reasons[2]).toMatch(/\(NM-07\): no, it has not been re-opened/);
  });

  it("is judged in days where the incident has 3 of them", () => {
    const flat = { coreHours: "flat-3-working-days", closeToBreach: 0.6 } as const;
    // Tuesday is used up, 1 of 3; then Wednesday, 2 of 3.
    expect(escalation([created], "2026-11-18T12:00Z", flat).eligible).toBe(false);
    expect(escalation([created], "2026-11-19T00:00Z", flat).holding).toEqual(["closeToBreach"]);
  });
});

describe("NM-07: re-opened, and the remaining time has elapsed", () => {
  /** 15 h are used when it is resolved, and the 33 h that are left end on Friday 12:00. */
  const events = [
    created,
    ["2026-11-17T09:00Z", "resolved"],
    ["2026-11-18T09:00Z", "reopened"],
  ] as const;

  it("holds when the remainder reaches 0, and not before", () => {
    const grounds = (asOf: string) => escalation(events, asOf).holding;
    expect(grounds("2026-11-18T10:00Z")).toEqual([]);
    expect(grounds("2026-11-20T11:59Z")).toEqual(["closeToBreach"]);
    expect(grounds("2026-11-20T12:00Z")).toEqual(["closeToBreach", "remainderElapsed"]);
    expect(grounds("2026-11-20T12:01Z")).toEqual(["breached", "remainderElapsed"]);
  });

  it("does not hold for a ticket that was never re-opened", () => {
    expect(escalation([created], "2026-11-20T12:00Z").holding).toEqual(["breached"]);
  });

  it("deemed elapsed: holds as soon as it is re-opened, and is no breach", () => {
    const deemed = { reopened: "deemed-elapsed" } as const;
    const verdict = escalation(events, "2026-11-18T09:00Z", deemed);
    expect(verdict.holding).toEqual(["remainderElapsed"]);
    expect(verdict.reasons).toEqual(["The incident has been re-opened (NM-07)"]);
  });

  it("continue and restart: holds when their own remainder is used up", () => {
    // Thursday 12:00, as if it had not been resolved; Monday 12:00, 48 h after the re-opening.
    const at = (asOf: string, reopened: "continue" | "restart") =>
      escalation(events, asOf, { reopened }).holding.includes("remainderElapsed");
    expect(at("2026-11-19T11:59Z", "continue")).toBe(false);
    expect(at("2026-11-19T12:00Z", "continue")).toBe(true);
    expect(at("2026-11-23T11:59Z", "restart")).toBe(false);
    expect(at("2026-11-23T12:00Z", "restart")).toBe(true);
  });
});

describe("NM-10: resolved in time, and the issue remains", () => {
  const resolvedAt = (at: string) => incident([created, [at, "resolved"]], "2026-11-20T09:00Z");
  const inTime = resolvedAt("2026-11-19T12:00Z");
  const late = resolvedAt("2026-11-19T12:01Z");
  const { reopenToEscalate } = nhsmail().eligibility;

  it("the way is to re-open it and ask for the escalation", () => {
    const verdict = reopenToEscalate({ reading: inTime, facts: { issueResolved: false } });
    expect(verdict.eligible).toBe(true);
    expect(verdict.reasons).toEqual([
      "The incident was resolved in time and the issue remains (NM-10)",
    ]);
  });

  it("is not where the issue is resolved, the resolution late, or the incident open", () => {
    const judged = [
      { reading: inTime, facts: { issueResolved: true } },
      { reading: late, facts: { issueResolved: false } },
      { reading: incident([created], "2026-11-17T09:00Z"), facts: { issueResolved: false } },
    ].map((input) => reopenToEscalate(input).eligible);
    expect(judged).toEqual([false, false, false]);
  });

  it("asks what only people know", () => {
    expect(() => reopenToEscalate({ reading: inTime })).toThrow(CoreHoursError);
    expect(() => reopenToEscalate({ reading: inTime })).toThrow(/issueResolved/);
  });
});
