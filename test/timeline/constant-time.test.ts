import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type PeriodSource, Timeline } from "../../src/timeline";

/**
 * What a look-up costs, counted in the cells it reads of the compiled columns rather than in time:
 * few, and as few for forty years as for a day, with many exceptions as with none.
 */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEARS = 40 * 365;

let cellsRead = 0;

/** A kind of column of which every cell read is counted. */
function counted<T extends typeof Float64Array | typeof Int32Array>(kind: T): T {
  return new Proxy(kind, {
    construct: (kind, args) =>
      new Proxy(Reflect.construct(kind, args), {
        get(column, key) {
          if (typeof key === "string" && /^\d+$/.test(key)) cellsRead++;
          const value: unknown = Reflect.get(column, key, column);
          return typeof value === "function" ? value.bind(column) : value;
        },
      }),
  });
}

beforeEach(() => {
  vi.stubGlobal("Float64Array", counted(Float64Array));
  vi.stubGlobal("Int32Array", counted(Int32Array));
});
afterEach(() => vi.unstubAllGlobals());

/** 09:00-17:00 on every day but those left out. */
const desk =
  (isLeftOut: (day: number) => boolean): PeriodSource =>
  (fromMs, toMs) => {
    const opens: number[] = [];
    const closes: number[] = [];
    for (let day = Math.floor(fromMs / DAY); day * DAY < toMs; day++) {
      const open = Math.max(day * DAY + 9 * HOUR, fromMs);
      const close = Math.min(day * DAY + 17 * HOUR, toMs);
      if (isLeftOut(day) || open >= close) continue;
      opens.push(open);
      closes.push(close);
    }
    return { opens, closes };
  };

/** A timeline whose whole coverage has been compiled. */
function compiled(periods: PeriodSource): Timeline {
  const timeline = new Timeline({ startMs: 0, endMs: YEARS * DAY, periods });
  timeline.between(0, YEARS * DAY);
  return timeline;
}

/** The most cells that one of many questions reads. */
function worst(ask: (ms: number) => unknown): number {
  let most = 0;
  for (let day = 0; day < 300; day++) {
    cellsRead = 0;
    ask((3 + day * 17) * DAY + 11 * HOUR + day);
    most = Math.max(most, cellsRead);
  }
  return most;
}

const weekends = (day: number) => day % 7 > 4;
const calendars = {
  "every day": () => false,
  "five days in seven": weekends,
  "with 500 days off": (day: number) => weekends(day) || day % 29 === 0,
};

describe.each(Object.entries(calendars))("open %s, a look-up in forty years", (_, isLeftOut) => {
  const ready = () => compiled(desk(isLeftOut));

  it("of what is open reads at most 6 cells", () => {
    const timeline = ready();
    expect(worst((ms) => timeline.isOpen(ms))).toBeLessThanOrEqual(6);
  });

  it("of the time between two instants reads at most 14, over a day as over 20 years", () => {
    const timeline = ready();
    for (const span of [DAY, 20 * 365 * DAY]) {
      expect(worst((ms) => timeline.between(ms, ms + span))).toBeLessThanOrEqual(14);
    }
  });

  it("of a due instant reads at most 14, for 8 hours as for 20,000", () => {
    const timeline = ready();
    for (const hours of [8, 20_000]) {
      expect(worst((ms) => timeline.add(ms, hours * HOUR))).toBeLessThanOrEqual(14);
      expect(
        worst((ms) => timeline.subtract(ms + 20 * 365 * DAY, hours * HOUR)),
      ).toBeLessThanOrEqual(14);
    }
  });

  it("of openings and closings reads at most 10", () => {
    const timeline = ready();
    for (const name of ["nextOpen", "nextClose", "previousOpen", "previousClose"] as const) {
      expect(
        worst((ms) => timeline[name](ms)),
        name,
      ).toBeLessThanOrEqual(10);
    }
  });
});
