import { DateTime, Duration } from "luxon";
import { describe, expect, it } from "vitest";
import {
  alwaysOpen,
  availability,
  defineSla,
  nhsmail,
  readingFromJSON,
  serviceReport,
  timeBy,
} from "../../../src/index";
import { policyOf, scene } from "../../reference/histories";
import { holds } from "../../reference/scenes";

/** What may be null where it could be an instant or a length; everything else is told by its value. */
const MAY_BE_NULL = [
  ...["startedAt", "originalDueAt", "dueAt", "projectedDueAt", "countedFrom", "pushedDueAt"],
  ...["breachedAt", "stoppedAt", "takenBackAt", "at", "doneAt", "nextDueAt", "cameAt"],
  ...["deadline", "allowance", "remaining", "fixedAllowance"],
];

/** The number that stands beside a value; undefined if the value is no instant and no length. */
function numberBeside(key: string, value: unknown): number | null | undefined {
  if (DateTime.isDateTime(value)) return value.toMillis();
  // A number of days has no length in milliseconds.
  if (Duration.isDuration(value)) return "days" in value.toObject() ? null : value.toMillis();
  return value === null && MAY_BE_NULL.includes(key) ? null : undefined;
}

/** Every instant and length in a value, with its path, and the number that should stand beside it. */
function timesIn(value: unknown, path = ""): readonly (readonly [string, unknown, unknown])[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => timesIn(item, `${path}[${i}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const wanted = numberBeside(key, part);
    if (wanted === undefined) return timesIn(part, `${path}.${key}`);
    return [[`${path}.${key}Ms`, Reflect.get(value, `${key}Ms`), wanted] as const];
  });
}

/** All times in a value have their numbers; how many there are. */
function countWithNumbers(value: unknown): number {
  const times = timesIn(value);
  expect(times.filter(([, found, wanted]) => found !== wanted)).toEqual([]);
  return times.length;
}

const at = (time: string) => `2026-11-20T${time}:00Z`;
const ms = (time: string) => Date.parse(at(time));
const MINUTE_MS = 60_000;

describe("beside every instant and every length stands its number", () => {
  it("in a reading that has run, waited, stopped and gone on", () => {
    // Friday 09:00 to 09:30 is half an hour of two; it waits; 10:00 to 10:30 is another half, then it
    // stops, and from 11:00 on it goes on. Its two hours are over at 12:00.
    const { fix } = defineSla({
      id: "desk",
      calendars: { office: { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } } },
      targets: {
        fix: {
          allowance: { hours: 2, calendar: "office" },
          runs: ["open"],
          pauses: ["waiting"],
          stops: ["done"],
          onReopen: "new-cycle",
          warnAt: [0.5],
          escalations: [{ id: "manager", at: { after: { minutes: 30 } } }],
        },
      },
    }).targets;
    const history = [
      { at: at("09:00"), state: "open" },
      { at: at("09:30"), state: "waiting" },
      { at: at("10:00"), state: "open" },
      { at: at("10:30"), state: "done" },
      { at: at("11:00"), state: "open" },
    ] as const;
    const reading = fix.track(history, { asOf: at("13:15") });
    // A cycle of its own from 11:00: due at 13:00, half of it used at noon, the manager told at 13:30.
    expect(reading.breaches).toMatchObject([{ atMs: ms("13:00"), takenBackAtMs: null }]);
    expect(reading.warnings).toMatchObject([{ atMs: ms("12:00") }]);
    expect(reading.escalations).toMatchObject([{ atMs: ms("13:30") }]);
    expect(reading.nextChange).toMatchObject({ atMs: ms("13:30") });
    expect(reading).toMatchObject({
      countedFromMs: ms("11:00"),
      pushedDueAtMs: ms("13:00"),
      allowanceMs: 120 * MINUTE_MS,
      elapsedMs: 135 * MINUTE_MS,
      remainingMs: 0,
      overrunMs: 15 * MINUTE_MS,
      pausedForMs: 0,
      wallElapsedMs: 135 * MINUTE_MS,
    });
    const [first] = reading.cycles;
    expect(first).toMatchObject({
      startedAtMs: ms("09:00"),
      originalDueAtMs: ms("11:00"),
      stoppedAtMs: ms("10:30"),
      elapsedMs: 60 * MINUTE_MS,
      remainingMs: 60 * MINUTE_MS,
      pausedForMs: 30 * MINUTE_MS,
    });
    expect(reading.segments[0]).toMatchObject({
      fromMs: ms("09:00"),
      toMs: ms("09:30"),
      countedMs: 30 * MINUTE_MS,
      totalMs: 30 * MINUTE_MS,
    });
    const waits = fix.track(history.slice(0, 2), { asOf: at("09:45") });
    expect(waits.pause).toMatchObject({ sinceMs: ms("09:30"), dueAtMs: ms("11:00") });
    expect(countWithNumbers(reading)).toBeGreaterThan(60);
    expect(countWithNumbers(waits)).toBeGreaterThan(30);
  });

  it("in every reading, also after JSON, and whatever numbers the JSON has", () => {
    holds(scene, (world) => {
      const target = defineSla(policyOf(world)).targets.fix;
      for (const asOf of world.asOf) {
        const reading = target.track(world.events, { ...world.call, asOf });
        const text = JSON.stringify(reading);
        const back = readingFromJSON(JSON.parse(text));
        expect(countWithNumbers(back)).toBe(countWithNumbers(reading));
        expect(JSON.stringify(back)).toBe(text);
        const wrong = text.replace(/"(\w+Ms)":-?\d+/g, '"$1":5');
        expect(JSON.stringify(readingFromJSON(JSON.parse(wrong)))).toBe(text);
      }
    });
  });

  it("and a length in days has none: its number is in the length", () => {
    const { reply } = defineSla({
      id: "desk",
      timeZone: "UTC",
      targets: { reply: { allowance: { calendarDays: 2 }, runs: ["open"], stops: ["done"] } },
    }).targets;
    const reading = reply.track([{ at: 0, state: "open" }], { asOf: "1970-01-02T12:00:00Z" });
    expect([reading.elapsedMs, reading.elapsed.days]).toEqual([null, 1]);
    expect([reading.allowanceMs, reading.allowance?.days]).toEqual([null, 2]);
    expect([reading.wallElapsedMs, reading.wallElapsed.toMillis()]).toEqual([
      129_600_000, 129_600_000,
    ]);
    expect(countWithNumbers(reading)).toBeGreaterThan(20);
  });

  it("in the milestones, windows, recurrences, obligations and lifecycle of a service", () => {
    const sla = nhsmail();
    const history = [
      { at: "2026-11-16T09:00:00Z", state: "new", severity: "2" },
      { at: "2026-11-16T10:00:00Z", state: "awaiting-user-info" },
      { at: "2026-11-17T10:00:00Z", state: "in-progress" },
      { at: "2026-11-18T09:00:00Z", state: "resolved" },
    ] as const;
    const asOf = "2026-11-19T09:00:00Z";
    const started = "2026-11-16T09:00:00Z";
    const chains = Object.values(sla.milestones).map((chain) => chain(started));
    expect(countWithNumbers(chains)).toBeGreaterThan(chains.length);
    expect(countWithNumbers(sla.obligations(history, { asOf }))).toBeGreaterThan(6);
    // Its history has events, which take an instant alone.
    const { history: _, ...lifecycle } = sla.lifecycle(history, { asOf });
    expect(countWithNumbers(lifecycle)).toBeGreaterThan(6);
    const { windows, recurrences } = sla;
    for (const window of Object.values(windows)) {
      expect(countWithNumbers(window(started, { asOf }))).toBeGreaterThan(2);
    }
    for (const recurrence of Object.values(recurrences)) {
      const reading = recurrence(started, { asOf });
      expect(countWithNumbers(reading)).toBeGreaterThan(2);
    }
  });

  it("in the report of a month", () => {
    // An NHSmail incident of severity 2 that is resolved after three days, and one that is not.
    const events = [{ at: "2026-11-16T09:00:00Z", state: "new", severity: "2" }];
    const report = serviceReport(
      nhsmail(),
      [
        { ticket: "A", events: [...events, { at: "2026-11-19T09:00:00Z", state: "resolved" }] },
        { ticket: "B", events },
      ],
      { month: "2026-11", outages: [] },
    );
    expect(report.begun.length + report.open.length).toBeGreaterThan(2);
    expect(countWithNumbers(report)).toBeGreaterThan(20);
  });

  it("in the time by a field", () => {
    const { fix } = defineSla({
      id: "desk",
      calendars: { always: { timeZone: "UTC", hours: { daily: ["00:00-24:00"] } } },
      targets: {
        fix: { allowance: { hours: 2, calendar: "always" }, runs: ["open"], stops: ["done"] },
      },
    }).targets;
    const history = [
      { at: at("09:00"), state: "open", fields: { group: "network" } },
      { at: at("09:30"), fields: { group: "servers" } },
    ];
    const times = timeBy(fix.track(history, { asOf: at("10:30") }), "group");
    expect(times).toMatchObject([
      { value: "network", elapsedMs: 30 * MINUTE_MS },
      { value: "servers", elapsedMs: 60 * MINUTE_MS },
    ]);
    expect(countWithNumbers(times)).toBe(2);
  });

  it("in a month's availability and attainment", () => {
    const outage = { from: "2026-11-20T09:00:00Z", to: "2026-11-20T09:10:00Z" };
    const month = availability(
      alwaysOpen("UTC"),
      { percent: 99.9, fixedMinutes: 43, test: "strictest" },
      { month: "2026-11", outages: [outage] },
    );
    // Thirty days, of which a thousandth is 43 minutes and 12 seconds.
    expect(month).toMatchObject({
      promisedMs: 30 * 1_440 * MINUTE_MS,
      lostMs: 10 * MINUTE_MS,
      allowanceMs: 43.2 * MINUTE_MS,
      fixedAllowanceMs: 43 * MINUTE_MS,
    });
    expect(countWithNumbers(month)).toBe(7);
  });
});
