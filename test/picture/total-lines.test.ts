import { describe, expect, it } from "vitest";
import { defineSla } from "../../src/index";
import { type Point, totalLines } from "../../src/picture/ticket/total-lines";
import { HOUR_MS } from "../../src/timeline/units";

const at = (instant: string) => Date.parse(instant);
const desk = defineSla({
  id: "desk",
  calendars: { core: { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } } },
  targets: {
    hours: { allowance: { hours: 10, calendar: "core" }, runs: ["open"], stops: ["done"] },
    days: { allowance: { workingDays: 3, calendar: "core" }, runs: ["open"], stops: ["done"] },
  },
});
const core = desk.calendars["core"] ?? null;

describe("the running total of hours", () => {
  // Thu 19 Nov 15:00 to 17:00 is 2 h; Fri 09:00 to 12:00 is 3 h, as of then.
  const reading = desk.targets.hours.track([{ at: "2026-11-19T15:00:00Z", state: "open" }], {
    asOf: "2026-11-20T12:00:00Z",
  });
  const [line] = totalLines(reading, core);

  it("rises while the clock counts, and is level while it does not", () => {
    expect(line?.allowance).toBe(10 * HOUR_MS);
    const corners = line?.points.map(({ atMs, used }) => [new Date(atMs).toISOString(), used]);
    expect(corners).toEqual([
      ["2026-11-19T15:00:00.000Z", 0],
      ["2026-11-19T17:00:00.000Z", 2 * HOUR_MS],
      ["2026-11-19T17:00:00.000Z", 2 * HOUR_MS],
      ["2026-11-20T09:00:00.000Z", 2 * HOUR_MS],
      ["2026-11-20T09:00:00.000Z", 2 * HOUR_MS],
      ["2026-11-20T12:00:00.000Z", 5 * HOUR_MS],
    ]);
  });

  it("goes on to the due instant by the calendar", () => {
    // Fri 5 h more is 10 h at 17:00.
    expect(line?.ahead).toEqual([
      { atMs: at("2026-11-20T12:00Z"), used: 5 * HOUR_MS },
      { atMs: at("2026-11-20T12:00Z"), used: 5 * HOUR_MS },
      { atMs: at("2026-11-20T17:00Z"), used: 10 * HOUR_MS },
      { atMs: at("2026-11-20T17:00Z"), used: 10 * HOUR_MS },
    ]);
  });
});

describe("the running total of days", () => {
  // Opened on Thursday, day 0. Friday is day 1 and Monday day 2, each used up at the midnight that
  // ends it.
  const reading = desk.targets.days.track([{ at: "2026-11-19T15:00:00Z", state: "open" }], {
    asOf: "2026-11-24T12:00:00Z",
  });
  const [line] = totalLines(reading, core);

  it("is a stair that rises by a day at each midnight that ends one", () => {
    const rises = line?.points.flatMap(({ atMs, used }, i, all) => {
      const before = all[i - 1];
      return before?.atMs === atMs && before.used < used
        ? [[new Date(atMs).toISOString(), used]]
        : [];
    });
    expect(line?.allowance).toBe(3);
    expect(rises).toEqual([
      ["2026-11-21T00:00:00.000Z", 1],
      ["2026-11-24T00:00:00.000Z", 2],
    ]);
  });

  it("goes on to the end of the last day", () => {
    expect(line?.ahead.at(-1)).toEqual({ atMs: at("2026-11-25T00:00Z"), used: 3 });
  });
});

/** The corners at which a line rises, to the minute of UTC, and what is used by then. */
const rises = (points: readonly Point[] = []) =>
  points.flatMap(({ atMs, used }, i) => {
    const before = points[i - 1];
    return before?.atMs === atMs && before.used < used
      ? [`${new Date(atMs).toISOString().slice(0, 16)} ${used}`]
      : [];
  });

describe("the moment at which a day is used up", () => {
  const week = { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } };
  const states = { runs: ["open"], pauses: ["waiting"], stops: ["done"] };
  const lineOf = (due: "close" | "same-time" | "end-of-day", asOf: string) => {
    const allowance = { workingDays: 3, calendar: "core", due };
    const { targets, calendars } = defineSla({
      id: "desk",
      calendars: { core: week },
      targets: { fix: { allowance, ...states } },
    });
    const opened = [{ at: "2026-11-19T15:00:00Z", state: "open" }];
    return totalLines(targets.fix.track(opened, { asOf }), calendars["core"] ?? null)[0];
  };

  it.each([
    // Opened on Thursday at 15:00, day 0; read on Monday at 18:00. Friday, Monday and Tuesday are counted.
    ["close", ["2026-11-20T17:00 1", "2026-11-23T17:00 2"], ["2026-11-24T17:00 3"]],
    ["same-time", ["2026-11-20T15:00 1", "2026-11-23T15:00 2"], ["2026-11-24T15:00 3"]],
    ["end-of-day", ["2026-11-21T00:00 1"], ["2026-11-24T00:00 2", "2026-11-25T00:00 3"]],
  ] as const)("is that of the due instant: %s", (due, past, ahead) => {
    const line = lineOf(due, "2026-11-23T18:00:00Z");
    expect(rises(line?.points)).toEqual(past);
    expect(rises(line?.ahead)).toEqual(ahead);
  });

  it("is spread evenly if no way of counting fits", () => {
    const civil = defineSla({
      id: "desk",
      timeZone: "UTC",
      targets: { fix: { allowance: { calendarDays: 9 }, ...states } },
    }).targets.fix;
    const opened = [{ at: "2026-11-20T00:00:00Z", state: "open" }];
    const reading = civil.track(opened, { asOf: "2026-11-24T00:00:00Z" });
    // 4 days have passed by civil time; the calendar has 2 working days among them, Friday and Monday.
    expect(rises(totalLines(reading, core)[0]?.points)).toEqual([
      "2026-11-21T00:00 1",
      "2026-11-22T00:00 2",
      "2026-11-23T00:00 3",
      "2026-11-24T00:00 4",
    ]);
  });
});

describe("the running totals of a ticket that was re-opened", () => {
  const target = defineSla({
    id: "desk",
    calendars: { core: { timeZone: "UTC", hours: { weekdays: ["09:00-17:00"] } } },
    states: ["queued"],
    targets: {
      fix: {
        allowance: { hours: 4, calendar: "core" },
        ...{ runs: ["open"], stops: ["done"], onReopen: "new-cycle" },
      },
    },
  }).targets.fix;
  // Friday: 1 h, then again from 12:00. Read at 13:00, and on Monday at 10:00, when it has breached.
  const events = [
    { at: "2026-11-20T09:00:00Z", state: "open" },
    { at: "2026-11-20T10:00:00Z", state: "done" },
    { at: "2026-11-20T12:00:00Z", state: "open" },
  ];
  const linesAt = (asOf: string, history = events) =>
    totalLines(target.track(history, { asOf }), core).map(({ points, ahead }) => [
      ...[points.at(0), points.at(-1), ahead.at(-1)].map((point) =>
        point ? `${new Date(point.atMs).toISOString().slice(8, 16)} ${point.used / HOUR_MS}` : "",
      ),
    ]);

  it("are a line for each, of which only the present one goes on", () => {
    expect(linesAt("2026-11-20T13:00:00Z")).toEqual([
      ["20T09:00 0", "20T12:00 1", ""],
      ["20T12:00 0", "20T13:00 1", "20T16:00 4"],
    ]);
  });

  it("begin when the clock does, not when the ticket does", () => {
    const queued = { at: "2026-11-20T08:00:00Z", state: "queued" };
    expect(linesAt("2026-11-20T11:00:00Z", [queued, ...events.slice(0, 2)])).toEqual([
      ["20T09:00 0", "20T11:00 1", ""],
    ]);
  });

  it("do not go on if it is stopped, or breached", () => {
    expect(linesAt("2026-11-20T11:00:00Z", events.slice(0, 2))).toEqual([
      ["20T09:00 0", "20T11:00 1", ""],
    ]);
    expect(linesAt("2026-11-23T10:00:00Z").at(-1)).toEqual(["20T12:00 0", "23T10:00 6", ""]);
  });
});
