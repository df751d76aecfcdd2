import { describe, expect, it } from "vitest";
import {
  AllowanceError,
  CoverageError,
  InvalidInstantError,
  periodsFrom,
  Timeline,
} from "../../src/timeline";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Open for the given hours, counted from the start of a coverage of ten days. */
function timelineOf(...hours: readonly (readonly [open: number, close: number])[]): Timeline {
  return new Timeline({
    label: "test",
    startMs: 0,
    endMs: 10 * DAY,
    periods: periodsFrom(
      hours.map(([open]) => open * HOUR),
      hours.map(([, close]) => close * HOUR),
    ),
  });
}

/** 09:00-17:00 on three days, so 8 h are worked a day. */
const office = timelineOf([9, 17], [33, 41], [57, 65]);

describe("a period is half-open", () => {
  it("is open at its opening and closed at its closing", () => {
    expect(office.isOpen(9 * HOUR)).toBe(true);
    expect(office.isOpen(17 * HOUR - 1)).toBe(true);
    expect(office.isOpen(17 * HOUR)).toBe(false);
    expect(office.isOpen(9 * HOUR - 1)).toBe(false);
  });

  it("is merged with a period that it touches or overlaps, and dropped if it has no length", () => {
    const periods = [...timelineOf([9, 12], [12, 14], [13, 15], [20, 20]).periods(0, DAY)];
    expect(periods).toEqual([{ openMs: 9 * HOUR, closeMs: 15 * HOUR }]);
  });
});

describe("between", () => {
  it("counts open time only", () => {
    expect(office.between(0, 10 * DAY)).toBe(24 * HOUR);
    expect(office.between(10 * HOUR, 34 * HOUR)).toBe(8 * HOUR);
    expect(office.between(17 * HOUR, 33 * HOUR)).toBe(0);
  });

  it("is negative if the second comes first", () => {
    expect(office.between(34 * HOUR, 10 * HOUR)).toBe(-8 * HOUR);
  });

  it("is the same whichever bound makes the window grow", () => {
    const fresh = () => timelineOver(4_000);
    const [a, b] = [10 * DAY, 3_990 * DAY];
    expect(fresh().between(a, b)).toBe(3_980 * HOUR);
    expect(fresh().between(b, a)).toBe(-3_980 * HOUR);
  });
});

/** An hour a day for many days, in windows that have to grow. */
function timelineOver(days: number): Timeline {
  return new Timeline({
    startMs: 0,
    endMs: days * DAY,
    periods: (from, to) => {
      const opens: number[] = [];
      for (let day = Math.floor(from / DAY) - 1; day * DAY < to; day++) opens.push(day * DAY);
      const inside = opens.filter((open) => open + HOUR > from && open < to);
      return {
        opens: inside.map((open) => Math.max(open, from)),
        closes: inside.map((open) => Math.min(open + HOUR, to)),
      };
    },
  });
}

describe("add", () => {
  it("finds the earliest instant by which the amount has been worked", () => {
    expect(office.add(10 * HOUR, 2 * HOUR)).toBe(12 * HOUR);
    expect(office.add(10 * HOUR, 8 * HOUR)).toBe(34 * HOUR);
    expect(office.add(0, 1)).toBe(9 * HOUR + 1);
  });

  it("is due at the close if the amount runs out there", () => {
    expect(office.add(9 * HOUR, 8 * HOUR)).toBe(17 * HOUR);
    expect(office.add(9 * HOUR, 16 * HOUR)).toBe(41 * HOUR);
  });

  it("is due at the next opening under next-open, and only at a closing", () => {
    expect(office.add(9 * HOUR, 8 * HOUR, "next-open")).toBe(33 * HOUR);
    expect(office.add(9 * HOUR, 8 * HOUR - 1, "next-open")).toBe(17 * HOUR - 1);
  });

  it("gives the instant itself for 0, open or closed", () => {
    expect(office.add(3 * HOUR, 0)).toBe(3 * HOUR);
    expect(office.add(17 * HOUR, 0, "next-open")).toBe(17 * HOUR);
  });

  it("subtracts a negative amount", () => {
    expect(office.add(34 * HOUR, -2 * HOUR)).toBe(16 * HOUR);
  });

  it("refuses an amount beyond the coverage at once", () => {
    expect(() => office.add(0, 24 * HOUR + 1)).toThrow(CoverageError);
    expect(() => office.add(0, Number.POSITIVE_INFINITY)).toThrow(CoverageError);
    expect(() => timelineOf().add(0, 1)).toThrow(CoverageError);
    expect(office.add(0, 24 * HOUR)).toBe(65 * HOUR);
  });
});

describe("subtract mirrors add", () => {
  it("finds the latest instant from which the amount is worked", () => {
    expect(office.subtract(34 * HOUR, HOUR)).toBe(33 * HOUR);
    expect(office.subtract(34 * HOUR, 2 * HOUR)).toBe(16 * HOUR);
    expect(office.subtract(50 * HOUR, 8 * HOUR)).toBe(33 * HOUR);
    expect(office.subtract(65 * HOUR, 24 * HOUR)).toBe(9 * HOUR);
  });

  it("adds a negative amount, and gives the instant itself for 0", () => {
    expect(office.subtract(10 * HOUR, -2 * HOUR)).toBe(12 * HOUR);
    expect(office.subtract(20 * HOUR, 0)).toBe(20 * HOUR);
  });

  it("refuses an answer before the coverage", () => {
    expect(() => office.subtract(10 * HOUR, 2 * HOUR)).toThrow(CoverageError);
    expect(() => timelineOver(4_000).subtract(3_000 * DAY, 3_001 * HOUR)).toThrow(CoverageError);
    expect(timelineOver(4_000).subtract(3_000 * DAY, 3_000 * HOUR)).toBe(0);
  });
});

describe("openings and closings", () => {
  it("nextOpen is the instant itself when open, else the next opening", () => {
    expect(office.nextOpen(10 * HOUR)).toBe(10 * HOUR);
    expect(office.nextOpen(17 * HOUR)).toBe(33 * HOUR);
  });

  it("nextClose is strictly after the instant", () => {
    expect(office.nextClose(16 * HOUR)).toBe(17 * HOUR);
    expect(office.nextClose(17 * HOUR)).toBe(41 * HOUR);
  });

  it("previousOpen and previousClose are at or before the instant", () => {
    expect(office.previousOpen(9 * HOUR)).toBe(9 * HOUR);
    expect(office.previousOpen(20 * HOUR)).toBe(9 * HOUR);
    expect(office.previousClose(17 * HOUR)).toBe(17 * HOUR);
    expect(office.previousClose(40 * HOUR)).toBe(17 * HOUR);
  });

  it("are never the bounds of the coverage", () => {
    const always = timelineOf([0, 240]);
    for (const ask of ["nextClose", "previousOpen", "previousClose"] as const) {
      expect(() => always[ask](5 * HOUR)).toThrow(CoverageError);
    }
    expect(() => office.nextOpen(65 * HOUR)).toThrow(CoverageError);
    expect(() => office.previousClose(16 * HOUR)).toThrow(CoverageError);
  });

  it("are found, however far the window has to grow", () => {
    const sparse = new Timeline({
      startMs: 0,
      endMs: 9_000 * DAY,
      periods: periodsFrom([4_000 * DAY], [4_001 * DAY]),
    });
    expect(sparse.nextOpen(DAY)).toBe(4_000 * DAY);
    expect(sparse.nextClose(DAY)).toBe(4_001 * DAY);
    expect(sparse.previousOpen(8_999 * DAY)).toBe(4_000 * DAY);
    expect(sparse.previousClose(8_999 * DAY)).toBe(4_001 * DAY);
    expect(sparse.subtract(8_999 * DAY, HOUR)).toBe(4_001 * DAY - HOUR);
  });
});

describe("periods", () => {
  it("are clipped to the span asked about", () => {
    expect([...office.periods(10 * HOUR, 35 * HOUR)]).toEqual([
      { openMs: 10 * HOUR, closeMs: 17 * HOUR },
      { openMs: 33 * HOUR, closeMs: 35 * HOUR },
    ]);
    expect([...office.periods(35 * HOUR, 10 * HOUR)]).toEqual([]);
  });

  it("are one if a period is longer than the stretches they are read in", () => {
    const long = new Timeline({
      startMs: 0,
      endMs: 9_000 * DAY,
      periods: periodsFrom([DAY], [5_000 * DAY]),
    });
    expect([...long.periods(0, 9_000 * DAY)]).toEqual([{ openMs: DAY, closeMs: 5_000 * DAY }]);
  });

  it("are refused at once outside the coverage, before any is read", () => {
    expect(() => office.periods(0, 11 * DAY)).toThrow(CoverageError);
  });
});

describe("in bulk", () => {
  const starts = Float64Array.of(0, 10 * HOUR, 17 * HOUR);

  it("answers as one by one", () => {
    const ends = Float64Array.of(DAY, 0, 60 * HOUR);
    expect([...office.betweenMany(starts, ends)]).toEqual([8 * HOUR, -HOUR, 11 * HOUR]);
    expect([...office.addMany(starts, 8 * HOUR)]).toEqual([17 * HOUR, 34 * HOUR, 41 * HOUR]);
    expect([...office.addMany(starts, 8 * HOUR, undefined, "next-open")]).toEqual([
      33 * HOUR,
      34 * HOUR,
      57 * HOUR,
    ]);
    expect([...office.addMany(starts, Float64Array.of(HOUR, 2 * HOUR, 0))]).toEqual([
      10 * HOUR,
      12 * HOUR,
      17 * HOUR,
    ]);
  });

  it("fills the array it is given", () => {
    const out = new Float64Array(3);
    expect(office.addMany(starts, HOUR, out)).toBe(out);
    expect(out[0]).toBe(10 * HOUR);
  });

  it("refuses columns of different lengths", () => {
    expect(() => office.betweenMany(starts, new Float64Array(2))).toThrow(/3, 2/);
    expect(() => office.addMany(starts, new Float64Array(2))).toThrow(/one length/);
    expect(() => office.addMany(starts, 1, new Float64Array(4))).toThrow(/one length/);
  });
});

describe("an unanswerable question", () => {
  it("is refused with the bound that was crossed", () => {
    expect(() => office.isOpen(-1)).toThrow(
      expect.objectContaining({
        code: "coverage-start",
        data: { calendar: "test", bound: "start", boundMs: 0, givenMs: -1 },
      }),
    );
    expect(() => office.between(0, 10 * DAY + 1)).toThrow(
      expect.objectContaining({ code: "coverage-end" }),
    );
    expect(() => office.isOpen(10 * DAY)).toThrow(CoverageError);
  });

  it("is refused if the instant or the amount is not a number", () => {
    expect(() => office.between(Number.NaN, 1)).toThrow(InvalidInstantError);
    expect(() => office.isOpen(Number.POSITIVE_INFINITY)).toThrow(InvalidInstantError);
    expect(() => office.add(0, Number.NaN)).toThrow(AllowanceError);
    expect(() => office.subtract(0, Number.NaN)).toThrow(AllowanceError);
    expect(() => office.add(Number.NaN, 0)).toThrow(InvalidInstantError);
  });

  it("is refused at once if two calendars share no years", () => {
    expect(() => new Timeline({ startMs: 5, endMs: 5, periods: periodsFrom([], []) })).toThrow(
      expect.objectContaining({ code: "coverage-empty" }),
    );
  });
});

describe("many short periods beside a long one", () => {
  it("still find their own", () => {
    // 600 minutes of a second each, then nine days at a stretch.
    const opens = Array.from({ length: 600 }, (_, i) => i * 60_000);
    const uneven = new Timeline({
      startMs: 0,
      endMs: 10 * DAY,
      periods: periodsFrom([...opens, DAY], [...opens.map((open) => open + 1_000), 10 * DAY]),
    });
    for (const i of [0, 1, 299, 598, 599]) {
      expect(uneven.add(0, i * 1_000 + 1)).toBe(i * 60_000 + 1);
      expect(uneven.subtract(DAY, (600 - i) * 1_000)).toBe(i * 60_000);
    }
    expect(uneven.add(0, 600_000 + HOUR)).toBe(DAY + HOUR);
  });
});
