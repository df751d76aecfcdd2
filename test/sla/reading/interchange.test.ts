import { Duration } from "luxon";
import { describe, expect, it } from "vitest";
import { defineSla, toJiraSla, toServiceNowTaskSla } from "../../../src";

const { fix } = defineSla({
  id: "desk",
  calendars: { office: { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } } },
  targets: {
    fix: {
      title: "Time to resolution",
      allowance: { hours: 4, calendar: "office" },
      runs: ["open"],
      pauses: ["waiting"],
      stops: ["done"],
      cancels: ["void"],
      onReopen: "new-cycle",
    },
  },
}).targets;

// Wednesday 1 July 2026, in summer time: 15:00 in London. 2 h that day, 1 h on Thursday, an hour's
// pause, then another hour: due on Thursday at 12:00 London time.
const paused = [
  { at: "2026-07-01T14:00:00Z", state: "open" },
  { at: "2026-07-02T09:00:00Z", state: "waiting" },
];
const resumed = [...paused, { at: "2026-07-02T10:00:00Z", state: "open" }];
const reopened = [
  ...resumed,
  { at: "2026-07-02T10:30:00Z", state: "done" },
  { at: "2026-07-03T09:00:00Z", state: "open" },
];

describe("Jira Service Management's SLA", () => {
  it("has an ongoing cycle that is paused or within calendar hours", () => {
    const sla = toJiraSla(fix.track(paused, { asOf: "2026-07-02T09:30:00Z" }));
    expect(sla).toEqual({
      name: "Time to resolution",
      completedCycles: [],
      ongoingCycle: {
        startTime: {
          iso8601: "2026-07-01T15:00:00+0100",
          jira: "2026-07-01T15:00:00.000+0100",
          friendly: "01/Jul/26 3:00 PM",
          epochMillis: Date.UTC(2026, 6, 1, 14),
        },
        breachTime: null, // Nobody knows while it is paused.
        breached: false,
        paused: true,
        withinCalendarHours: true,
        goalDuration: { millis: 14_400_000, friendly: "4h" },
        elapsedTime: { millis: 10_800_000, friendly: "3h" },
        remainingTime: { millis: 3_600_000, friendly: "1h" },
      },
    });
  });

  it("has a breach time once it runs, and what remains goes below zero", () => {
    const { ongoingCycle } = toJiraSla(fix.track(resumed, { asOf: "2026-07-02T17:00:00Z" }));
    expect(ongoingCycle).toMatchObject({
      breached: true,
      paused: false,
      withinCalendarHours: false,
      breachTime: { iso8601: "2026-07-02T12:00:00+0100" },
      remainingTime: { millis: -18_000_000, friendly: "-5h" }, // 12:00 to 17:00
    });
  });

  it("has the due instant of a cycle that has not breached as its breach time", () => {
    const { ongoingCycle } = toJiraSla(fix.track(resumed, { asOf: "2026-07-02T10:30:00Z" }));
    expect(ongoingCycle).toMatchObject({
      breached: false,
      breachTime: { iso8601: "2026-07-02T12:00:00+0100" },
    });
  });

  it("keeps completed cycles apart from the ongoing one", () => {
    const { completedCycles, ongoingCycle } = toJiraSla(
      fix.track(reopened, { asOf: "2026-07-03T09:30:00Z" }),
    );
    expect(completedCycles).toHaveLength(1);
    expect(completedCycles[0]).toMatchObject({
      breached: false,
      stopTime: { iso8601: "2026-07-02T11:30:00+0100" },
      elapsedTime: { millis: 12_600_000, friendly: "3h 30m" },
      remainingTime: { millis: 1_800_000, friendly: "30m" },
    });
    expect(ongoingCycle?.elapsedTime).toEqual({ millis: 1_800_000, friendly: "30m" });
  });

  it("has neither if the clock has not started or was cancelled", () => {
    const asOf = "2026-07-02T17:00:00Z";
    const nothing = { name: "Time to resolution", completedCycles: [] };
    expect(toJiraSla(fix.track([], { asOf }))).toEqual(nothing);
    const cancelled = [...resumed, { at: "2026-07-02T10:30:00Z", state: "void" }];
    expect(toJiraSla(fix.track(cancelled, { asOf }))).toEqual(nothing);
  });

  it("leaves out a cycle to which nothing is promised, and keeps those beside it", () => {
    const reading = fix.track(reopened, { asOf: "2026-07-03T09:30:00Z" });
    const [first, second] = reading.cycles;
    if (!first || !second) throw new Error("a ticket that was re-opened has two cycles");
    const without = { ...reading, cycles: [{ ...first, allowance: null }, second] };
    expect(toJiraSla(without)).toEqual({ ...toJiraSla(reading), completedCycles: [] });
  });

  it.each([
    [0, "0m"],
    [59_999, "0m"],
    [60_000, "1m"],
    [3_599_999, "59m"],
    [3_600_000, "1h"],
    [3_660_000, "1h 1m"],
    [90_000_000, "25h"],
    [-5_400_000, "-1h 30m"],
    [-3_600_000, "-1h"],
  ])("writes %i ms as %s", (millis, friendly) => {
    const reading = fix.track(resumed, { asOf: "2026-07-02T10:30:00Z" });
    const [cycle] = reading.cycles;
    if (!cycle) throw new Error("a ticket that has started has a cycle");
    const elapsed = Duration.fromMillis(millis);
    const written = toJiraSla({ ...reading, cycles: [{ ...cycle, elapsed }] });
    expect(written.ongoingCycle?.elapsedTime).toEqual({ millis, friendly });
    expect(written.ongoingCycle?.remainingTime.millis).toBe(14_400_000 - millis);
  });

  it("writes noon and midnight as 12, and an instant to the millisecond in one of its forms", () => {
    const started = (at: string) => {
      const reading = fix.track([{ at, state: "open" }], { asOf: at });
      return toJiraSla(reading).ongoingCycle?.startTime;
    };
    expect(started("2026-12-01T12:00:07.089Z")).toEqual({
      iso8601: "2026-12-01T12:00:07+0000",
      jira: "2026-12-01T12:00:07.089+0000",
      friendly: "01/Dec/26 12:00 PM",
      epochMillis: Date.UTC(2026, 11, 1, 12, 0, 7, 89),
    });
    expect(started("2026-12-01T00:05:00Z")?.friendly).toBe("01/Dec/26 12:05 AM");
  });

  it("is plain JSON", () => {
    const sla = toJiraSla(fix.track(reopened, { asOf: "2026-07-03T09:30:00Z" }));
    expect(JSON.parse(JSON.stringify(sla))).toEqual(sla);
  });
});

describe("ServiceNow's task_sla", () => {
  it("has the reading's numbers by the table's own names, in UTC", () => {
    const asOf = "2026-07-02T10:30:00Z";
    // By the wall 20.5 h since the start, one of them paused, and half an hour to the breach.
    expect(toServiceNowTaskSla(fix.track(resumed, { asOf, ticket: "INC1" }))).toEqual({
      task: "INC1",
      sla: "Time to resolution",
      stage: "in_progress",
      active: true,
      has_breached: false,
      start_time: "2026-07-01 14:00:00",
      end_time: "",
      original_breach_time: "2026-07-02 10:00:00",
      planned_end_time: "2026-07-02 11:00:00",
      duration: "1970-01-01 19:30:00",
      business_duration: "1970-01-01 03:30:00",
      time_left: "1970-01-01 00:30:00",
      business_time_left: "1970-01-01 00:30:00",
      pause_duration: "1970-01-01 01:00:00",
      business_pause_duration: "1970-01-01 01:00:00",
      percentage: 97.5,
      business_percentage: 87.5,
      timezone: "Europe/London",
    });
  });

  it.each([
    ["paused", paused, "2026-07-02T09:30:00Z", "paused", true],
    ["stopped", reopened.slice(0, 4), "2026-07-02T12:00:00Z", "completed", false],
    [
      "cancelled",
      [...paused, { at: "2026-07-02T09:10:00Z", state: "void" }],
      "2026-07-02T12:00:00Z",
      "cancelled",
      false,
    ],
  ])("when %s is at its stage", (_, history, asOf, stage, active) => {
    expect(toServiceNowTaskSla(fix.track(history, { asOf }))).toMatchObject({ stage, active });
  });

  it("has no record before the start", () => {
    expect(toServiceNowTaskSla(fix.track([], { asOf: "2026-07-02T12:00:00Z" }))).toBeNull();
  });
});
