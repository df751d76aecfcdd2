import { DateTime, Duration } from "luxon";
import { describe, expect, it } from "vitest";
import type { SlaReading } from "../../../src/index";
import { deskTarget, mon, thu, tue, utc, wed } from "../../reference/desk";
import { reopened, waiting } from "./full-readings";

/** An instant by its name, with its number beside it; null for both if nobody knows it. */
const at = (name: string, time: string | null) => ({
  [name]: time?.replace("Z", ".000+00:00") ?? null,
  [`${name}Ms`]: time && Date.parse(time),
});
/** A length in hours by its name, with its number beside it. */
const long = (name: string, hours: number) => ({
  [name]: `PT${hours * 3_600}S`,
  [`${name}Ms`]: hours * 3_600_000,
});
/** A length in days by its name; it has no number in milliseconds. No days are written as no time. */
const days = (name: string, amount: number) => ({
  [name]: amount === 0 ? "PT0S" : `P${amount}D`,
  [`${name}Ms`]: null,
});
const json = (reading: SlaReading): object => JSON.parse(JSON.stringify(reading));

describe("a reading as JSON", () => {
  it("has every part of a ticket that waits for an agreed date", () => {
    const present = {
      status: "paused",
      breached: false,
      severity: "2",
      ...at("startedAt", mon("09:00")),
      ...at("originalDueAt", mon("11:00")),
      ...at("dueAt", wed("12:00")),
      ...at("breachedAt", null),
      ...at("stoppedAt", null),
      // 4 h until 13:00. If it went on at 14:00: 3 h of Monday, 8 h of Tuesday, 3 h of Wednesday.
      ...long("allowance", 18),
      ...long("elapsed", 4),
      ...long("remaining", 14),
      ...long("overrun", 0),
      ...long("pausedFor", 1),
    };
    const rule = {
      document: "The paper",
      inferred: false,
      notActedOn: null,
    };
    const group = { group: "network" };
    const segment = { severity: "2", cycle: 0, fields: group, title: null };
    expect(json(waiting)).toEqual({
      ...present,
      ticket: "T-1",
      target: "fix",
      title: "Time to fix",
      clause: "D-1",
      rule: {
        ...rule,
        id: "D-1",
        quotes: ["in 2 hours"],
        reading: "of the office; at the office",
        alternatives: [{ option: "hours", value: "clock", reading: "of the clock" }],
      },
      furtherRules: [{ ...rule, id: "D-2", quotes: ["waits"], reading: null, alternatives: [] }],
      choices: [],
      ...at("asOf", mon("14:00")),
      timeZone: "UTC",
      paused: true,
      withinHours: true,
      agreedDate: { ...at("dueAt", wed("12:00")), ...at("givenAt", mon("12:00")) },
      ...at("projectedDueAt", wed("12:00")),
      ...at("countedFrom", mon("09:00")),
      ...at("pushedDueAt", wed("12:00")),
      pause: {
        ...at("since", mon("13:00")),
        ...at("dueAt", wed("12:00")),
        ...long("pausedFor", 0),
        ...long("wallPausedFor", 0),
      },
      ...long("wallPausedFor", 1),
      ...long("wallElapsed", 5),
      percentElapsed: (4 / 18) * 100,
      reopenings: 0,
      provisional: false,
      breaches: [{ ...at("at", mon("11:00")), severity: "2", ...at("takenBackAt", mon("12:00")) }],
      warnings: [{ share: 0.5, ...at("at", null), passed: false }],
      escalations: [
        {
          id: "manager",
          title: "The manager",
          says: "75 %",
          share: 0.75,
          ...at("at", null),
          passed: false,
        },
      ],
      // Done exactly then is in time; the next millisecond is late.
      nextChange: {
        at: "2026-11-18T12:00:00.001+00:00",
        atMs: Date.parse(wed("12:00")) + 1,
        kind: "breach",
        share: null,
      },
      irregularities: [
        {
          kind: "done-before-open",
          ...at("at", mon("08:00")),
          state: "done",
          severity: null,
          says: '"done" came before the clock had started',
        },
      ],
      cycles: [present],
      segments: [
        {
          ...at("from", mon("08:00")),
          ...at("to", mon("09:00")),
          ...{ state: "done", severity: null, fields: {}, cycle: 0, title: null },
          ...long("counted", 0),
          ...long("total", 0),
          why: "not-started",
        },
        {
          ...at("from", mon("09:00")),
          ...at("to", mon("12:00")),
          ...{ ...segment, state: "open", why: "counted" },
          ...long("counted", 3),
          ...long("total", 3),
        },
        {
          ...at("from", mon("12:00")),
          ...at("to", mon("13:00")),
          ...{ ...segment, state: "open", why: "counted" },
          ...long("counted", 1),
          ...long("total", 4),
        },
        {
          ...at("from", mon("13:00")),
          ...at("to", mon("14:00")),
          ...{ ...segment, state: "waiting", why: "paused" },
          ...long("counted", 0),
          ...long("total", 4),
        },
      ],
    });
  });

  it("has every part of the cycles before the present one", () => {
    expect(json(reopened)).toMatchObject({
      clause: "D-1",
      furtherRules: [],
      pause: null,
      agreedDate: null,
      reopenings: 1,
      breaches: [],
      ...at("countedFrom", tue("09:00")),
      ...at("pushedDueAt", tue("11:00")),
      warnings: [{ share: 0.5, ...at("at", tue("10:00")), passed: false }],
      escalations: [{ id: "manager", ...at("at", tue("10:30")), passed: false }],
      nextChange: { ...at("at", tue("10:00")), kind: "warning", share: 0.5 },
    });
    const { cycles } = JSON.parse(JSON.stringify(reopened));
    expect(cycles).toEqual([
      {
        status: "met",
        breached: false,
        severity: "2",
        ...at("startedAt", mon("09:00")),
        ...at("originalDueAt", mon("11:00")),
        ...at("dueAt", mon("11:00")),
        ...at("breachedAt", null),
        ...at("stoppedAt", mon("10:00")),
        ...long("allowance", 2),
        ...long("elapsed", 1),
        ...long("remaining", 1),
        ...long("overrun", 0),
        ...long("pausedFor", 0),
      },
      {
        status: "running",
        breached: false,
        severity: "2",
        ...at("startedAt", tue("09:00")),
        ...at("originalDueAt", tue("11:00")),
        ...at("dueAt", tue("11:00")),
        ...at("breachedAt", null),
        ...at("stoppedAt", null),
        ...long("allowance", 2),
        ...long("elapsed", 0.25),
        ...long("remaining", 1.75),
        ...long("overrun", 0),
        ...long("pausedFor", 0),
      },
    ]);
  });

  it("has earlier cycles that were breached, paused, or promised nothing", () => {
    const target = deskTarget(
      {
        allowance: { "1": { hours: 2, calendar: "office" }, "4": null },
        onReopen: "new-cycle",
      },
      { severities: ["1", "4"] },
    );
    const { cycles } = target.track(
      [
        // 1 h, 1 h paused, 3 h: an hour too many of two, breached at 12:00.
        { at: mon("09:00"), state: "open", severity: "1" },
        { at: mon("10:00"), state: "waiting" },
        { at: mon("11:00"), state: "open" },
        { at: mon("13:00"), state: "done" },
        // Without a promise.
        { at: tue("09:00"), state: "open", severity: "4" },
        { at: tue("10:00"), state: "done" },
        // Without a promise, judged by an agreed date in time, and late by another.
        { at: wed("09:00"), state: "open" },
        { at: wed("09:30"), dueAt: wed("12:00") },
        { at: wed("12:00"), state: "done" },
        { at: thu("09:00"), state: "open" },
        { at: thu("09:30"), dueAt: thu("10:00") },
        { at: thu("11:00"), state: "done" },
        { at: thu("16:00"), state: "open" },
      ],
      { asOf: thu("16:30") },
    );
    const all = JSON.parse(JSON.stringify(cycles));
    const nothing = {
      severity: "4",
      ...at("originalDueAt", null),
      allowance: null,
      allowanceMs: null,
      remaining: null,
      remainingMs: null,
      ...long("elapsed", 0),
      ...long("overrun", 0),
      ...long("pausedFor", 0),
    };
    expect(all).toEqual([
      {
        status: "breached",
        breached: true,
        severity: "1",
        ...at("startedAt", mon("09:00")),
        ...at("originalDueAt", mon("11:00")),
        ...at("dueAt", mon("12:00")),
        ...at("breachedAt", mon("12:00")),
        ...at("stoppedAt", mon("13:00")),
        ...long("allowance", 2),
        ...long("elapsed", 3),
        ...long("remaining", 0),
        ...long("overrun", 1),
        ...long("pausedFor", 1),
      },
      {
        ...nothing,
        status: "not-applicable",
        breached: false,
        ...at("startedAt", tue("09:00")),
        ...at("dueAt", null),
        ...at("breachedAt", null),
        ...at("stoppedAt", tue("10:00")),
      },
      {
        ...nothing,
        status: "met",
        breached: false,
        ...at("startedAt", wed("09:00")),
        ...at("dueAt", wed("12:00")),
        ...at("breachedAt", null),
        ...at("stoppedAt", wed("12:00")),
      },
      {
        ...nothing,
        status: "breached",
        breached: true,
        ...at("startedAt", thu("09:00")),
        ...at("dueAt", thu("10:00")),
        ...at("breachedAt", thu("10:00")),
        ...at("stoppedAt", thu("11:00")),
      },
      {
        ...nothing,
        status: "not-applicable",
        breached: false,
        ...at("startedAt", thu("16:00")),
        ...at("dueAt", null),
        ...at("breachedAt", null),
        ...at("stoppedAt", null),
      },
    ]);
  });

  it("has no overrun of a cycle whose severity was never known, whatever passed", () => {
    const target = deskTarget(
      { allowance: { "1": { hours: 2, calendar: "office" } }, onReopen: "new-cycle" },
      { severities: ["1"] },
    );
    const reading = target.track(
      [
        { at: mon("09:00"), state: "open" },
        { at: mon("14:00"), state: "done" },
        { at: tue("09:00"), state: "open" },
      ],
      { asOf: tue("09:00") },
    );
    expect(JSON.parse(JSON.stringify(reading.cycles[0]))).toMatchObject({
      status: "not-applicable",
      allowance: null,
      remaining: null,
      ...long("elapsed", 5),
      ...long("overrun", 0),
    });
  });

  it("has lengths in days, and those of the wall clock in time", () => {
    const target = deskTarget({ allowance: { workingDays: 2, calendar: "office" } });
    const reading = target.track(
      [
        { at: mon("09:00"), state: "open" },
        { at: tue("12:00"), state: "waiting" },
        { at: wed("12:00"), state: "open" },
        { at: thu("12:00"), state: "waiting" },
      ],
      { asOf: thu("13:00") },
    );
    // It waits over the end of Tuesday; the end of Wednesday is the first day. 24 h, then an hour.
    const { segments: [first] = [], ...parts } = JSON.parse(JSON.stringify(reading));
    expect(parts).toMatchObject({
      ...days("allowance", 2),
      ...days("elapsed", 1),
      ...days("remaining", 1),
      ...days("overrun", 0),
      ...days("pausedFor", 1),
      ...long("wallPausedFor", 25),
      ...long("wallElapsed", 76),
      pause: {
        ...at("since", thu("12:00")),
        ...days("pausedFor", 1),
        ...long("wallPausedFor", 24),
      },
      cycles: [{ ...days("elapsed", 1), ...days("pausedFor", 1) }],
    });
    expect(first).toMatchObject({ ...days("counted", 0), ...days("total", 0) });
    expect(reading.segments.find(({ why }) => why === "counted")?.counted.toObject()).toEqual({
      days: 1,
    });
  });

  it("has nothing of a ticket that has not begun, and the end of one that was cancelled", () => {
    const target = deskTarget({ allowance: { hours: 2, calendar: "office" } });
    expect(json(target.track([], { asOf: mon("18:00") }))).toMatchObject({
      ticket: null,
      target: "fix",
      title: "fix",
      clause: null,
      rule: null,
      status: "pending",
      ...at("startedAt", null),
      ...at("dueAt", null),
      ...at("projectedDueAt", tue("11:00")),
      ...at("countedFrom", null),
      ...at("pushedDueAt", null),
      withinHours: false,
      pause: null,
      nextChange: null,
      cycles: [],
      segments: [],
    });
    const cancelled = target.track(
      [
        { at: mon("09:00"), state: "open" },
        { at: mon("10:00"), state: "void" },
      ],
      { asOf: mon("12:00") },
    );
    expect(json(cancelled)).toMatchObject({
      status: "cancelled",
      ...at("stoppedAt", mon("10:00")),
      ...at("dueAt", null),
      ...at("projectedDueAt", null),
      ...long("wallElapsed", 1),
      withinHours: true,
      cycles: [{ status: "cancelled", ...at("stoppedAt", mon("10:00")) }],
    });
  });
});

describe("a clause", () => {
  const target = (clause: object) =>
    deskTarget({ allowance: { hours: 2, calendar: "office" }, ...clause });
  const read = (clause: object) =>
    target(clause).track([{ at: mon("09:00"), state: "open" }], { asOf: mon("09:00") });

  it("that a policy names but does not register has a name and no rule", () => {
    const { clause, rule, furtherRules } = read({
      clause: "D-1",
      clausesFor: { always: ["D-2"] },
    });
    expect([clause, rule, furtherRules]).toEqual(["D-1", null, []]);
  });
});

describe("a reading as objects", () => {
  it("has instants in its zone and lengths, and nothing in it can be changed", () => {
    const frozen = (value: unknown): boolean => {
      if (typeof value !== "object" || value === null) return true;
      if (DateTime.isDateTime(value) || Duration.isDuration(value)) return true;
      return Object.isFrozen(value) && Object.values(value).every(frozen);
    };
    for (const reading of [waiting, reopened]) {
      expect(frozen(reading)).toBe(true);
      expect(reading.segments).toBe(reading.segments);
      expect(reading.asOf.zoneName).toBe("UTC");
    }
    expect(utc(reopened.cycles[0]?.stoppedAt ?? null)).toBe(mon("10:00"));
  });
});
