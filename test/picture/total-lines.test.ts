import { describe, expect, it } from "vitest";
import { defineSla } from "../../src/index";
import { totalLines } from "../../src/picture/ticket/total-lines";
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
