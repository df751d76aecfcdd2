import { describe, expect, it } from "vitest";
import {
  AllowanceError,
  CoreHoursError,
  CoverageError,
  InvalidInstantError,
  periodsFrom,
  Timeline,
} from "../../src/timeline";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** 09:00-17:00 UTC on 1 January 2026, within three days that are covered. */
const START = Date.UTC(2026, 0, 1);
const END = START + 3 * DAY;
const desk = new Timeline({
  startMs: START,
  endMs: END,
  label: "desk",
  remedy: "Ask again.",
  periods: periodsFrom([START + 9 * HOUR], [START + 17 * HOUR]),
});
const COVERS = 'Calendar "desk" covers 2026-01-01T00:00:00.000Z to 2026-01-04T00:00:00.000Z, ';

function refusal(question: () => unknown): CoreHoursError {
  try {
    question();
  } catch (error) {
    if (error instanceof CoreHoursError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

const start = { calendar: "desk", bound: "start", boundMs: START };
const end = { calendar: "desk", bound: "end", boundMs: END };

describe("an error says what was given, what was expected and what to do", () => {
  const cases: readonly [string, () => unknown, string, string, object][] = [
    [
      "before the coverage",
      () => desk.isOpen(START - 1),
      "coverage-start",
      `${COVERS}not 2025-12-31T23:59:59.999Z. Ask again.`,
      { ...start, givenMs: START - 1 },
    ],
    [
      "beyond the coverage",
      () => desk.between(START, END + 1),
      "coverage-end",
      `${COVERS}not 2026-01-04T00:00:00.001Z. Ask again.`,
      { ...end, givenMs: END + 1 },
    ],
    [
      "open at the coverage's end",
      () => desk.isOpen(END),
      "coverage-end",
      `${COVERS}not 2026-01-04T00:00:00.000Z. Ask again.`,
      { ...end, givenMs: END },
    ],
    [
      "an instant outside the range of dates",
      () => desk.isOpen(1e300), // A whole number, as every double of its size is.
      "coverage-end",
      `${COVERS}not 1e+300. Ask again.`,
      { ...end, givenMs: 1e300 },
    ],
    [
      "more than can be worked",
      () => desk.add(START, 8 * HOUR + 1),
      "coverage-end",
      `${COVERS}and has no 28800001 ms of working time after 2026-01-01T00:00:00.000Z. Ask again.`,
      { ...end, givenMs: START },
    ],
    [
      "more than had been worked",
      () => desk.subtract(END, 8 * HOUR + 1),
      "coverage-start",
      `${COVERS}and has no 28800001 ms of working time before 2026-01-04T00:00:00.000Z. Ask again.`,
      { ...start, givenMs: END },
    ],
    [
      "more than there is time for",
      () => desk.add(START, 4 * DAY),
      "coverage-end",
      `${COVERS}and has no 345600000 ms of working time after 2026-01-01T00:00:00.000Z. Ask again.`,
      { ...end, givenMs: START },
    ],
    [
      "no opening to come",
      () => desk.nextOpen(START + 17 * HOUR),
      "coverage-end",
      `${COVERS}and never opens after 2026-01-01T17:00:00.000Z. Ask again.`,
      { ...end, givenMs: START + 17 * HOUR },
    ],
    [
      "no closing to come",
      () => desk.nextClose(START + 17 * HOUR),
      "coverage-end",
      `${COVERS}and never closes after 2026-01-01T17:00:00.000Z. Ask again.`,
      { ...end, givenMs: START + 17 * HOUR },
    ],
    [
      "no opening before",
      () => desk.previousOpen(START + HOUR),
      "coverage-start",
      `${COVERS}and never opens before 2026-01-01T01:00:00.000Z. Ask again.`,
      { ...start, givenMs: START + HOUR },
    ],
    [
      "no closing before",
      () => desk.previousClose(START + HOUR),
      "coverage-start",
      `${COVERS}and never closes before 2026-01-01T01:00:00.000Z. Ask again.`,
      { ...start, givenMs: START + HOUR },
    ],
    [
      "a coverage without a label or a length",
      () => new Timeline({ startMs: START, endMs: START, periods: periodsFrom([], []) }),
      "coverage-empty",
      'Calendar "timeline" covers 2026-01-01T00:00:00.000Z to 2026-01-01T00:00:00.000Z, no time. Give it a wider coverage.',
      { calendar: "timeline", startMs: START, endMs: START },
    ],
    [
      "a coverage without a remedy of its own",
      () => new Timeline({ startMs: 0, endMs: 1, periods: periodsFrom([], []) }).isOpen(2),
      "coverage-end",
      'Calendar "timeline" covers 1970-01-01T00:00:00.000Z to 1970-01-01T00:00:00.001Z, not 1970-01-01T00:00:00.002Z. Give it a wider coverage.',
      { calendar: "timeline", bound: "end", boundMs: 1, givenMs: 2 },
    ],
    [
      "an instant that is not a number",
      () => desk.between(Number.NaN, START),
      "instant-not-finite",
      "NaN is not an instant; give whole epoch milliseconds.",
      { given: "NaN" },
    ],
    [
      "an amount that is not a number",
      () => desk.add(START, Number.NaN),
      "amount-not-a-number",
      "NaN is not an amount; give a whole number of milliseconds.",
      { calendar: "desk", given: "NaN" },
    ],
    [
      "an invalid tie",
      // @ts-expect-error a program without types may say anything
      () => desk.add(START, HOUR, "open"),
      "option-invalid",
      '"open" is not a tie; give "close" or "next-open".',
      { option: "tie", given: '"open"', expected: ["close", "next-open"] },
    ],
    [
      "columns of different lengths",
      () => desk.betweenMany(new Float64Array(2), new Float64Array(3)),
      "length-mismatch",
      "The columns must have one length; they have 2, 3, 2.",
      { lengths: [2, 3, 2] },
    ],
  ];

  it.each(cases)("%s", (_, question, code, message, data) => {
    const error = refusal(question);
    expect({ code: error.code, message: error.message, data: error.data }).toEqual({
      code,
      message,
      data,
    });
  });

  it.each([
    ["CoverageError", CoverageError, () => desk.isOpen(END)],
    ["InvalidInstantError", InvalidInstantError, () => desk.isOpen(Number.NaN)],
    ["AllowanceError", AllowanceError, () => desk.subtract(START, Number.NaN)],
    [
      "CoreHoursError",
      CoreHoursError,
      () => desk.addMany(new Float64Array(1), new Float64Array(2)),
    ],
  ] as const)("is a %s by class and by name", (name, kind, question) => {
    const error = refusal(question);
    expect(error).toBeInstanceOf(kind);
    expect(error.name).toBe(name);
    expect(new CoreHoursError("option-invalid", "Some message.").data).toEqual({});
  });
});

describe("a coverage", () => {
  it.each([
    [Number.NEGATIVE_INFINITY, 0],
    [0, Number.POSITIVE_INFINITY],
    [Number.NaN, 0],
    [1, 0],
  ])("from %d to %d is refused", (startMs, endMs) => {
    const make = () => new Timeline({ startMs, endMs, periods: periodsFrom([], []) });
    expect(refusal(make).code).toBe("coverage-empty");
  });

  it("is read up to its bounds, and its end can be measured to", () => {
    expect(desk.between(START, END)).toBe(8 * HOUR);
    expect(desk.isOpen(START)).toBe(false);
    expect(desk.add(START, 0)).toBe(START);
    expect(desk.add(END, 0)).toBe(END);
    expect([...desk.periods(START, END)]).toEqual([
      { openMs: START + 9 * HOUR, closeMs: START + 17 * HOUR },
    ]);
  });

  it("can be read, and nothing about a timeline can be changed", () => {
    expect([desk.startMs, desk.endMs]).toEqual([START, END]);
    expect(Object.isFrozen(desk)).toBe(true);
  });
});

describe("a hopeless question", () => {
  /** A source that says how far it was read. */
  function watched() {
    const reads: number[] = [];
    const timeline = new Timeline({
      startMs: 0,
      endMs: 100_000 * DAY,
      periods: (from, to) => {
        reads.push(to - from);
        return { opens: [], closes: [] };
      },
    });
    return { timeline, reads };
  }

  it("about more than the coverage holds is refused without a search", () => {
    for (const ask of ["add", "subtract"] as const) {
      const { timeline, reads } = watched();
      expect(refusal(() => timeline[ask](50_000 * DAY, 50_001 * DAY)).code).toMatch(/^coverage-/);
      expect(reads.length, ask).toBe(1);
    }
  });

  it("that has a possible answer is searched in few and growing steps", () => {
    const { timeline, reads } = watched();
    expect(() => timeline.nextOpen(50_000 * DAY)).toThrow(CoverageError);
    expect(() => timeline.previousClose(50_000 * DAY)).toThrow(CoverageError);
    expect(reads.length).toBeLessThan(70);
    expect(reads.at(-1)).toBe(100_000 * DAY);
  });
});

describe("a source that throws", () => {
  const hour = 3_600_000;
  const day = 24 * hour;
  const open = (fromMs: number, toMs: number) => {
    const opens: number[] = [];
    for (let at = Math.ceil(fromMs / day) * day; at < toMs; at += day) opens.push(at);
    return { opens, closes: opens.map((at) => Math.min(at + hour, toMs)) };
  };

  it.each([
    ["at the first question", 0],
    ["as the window is widened", 1],
  ])("%s, does not change the answers to later questions", (_, faultyCall) => {
    let calls = 0;
    const timeline = new Timeline({
      startMs: 0,
      endMs: 4_000 * day,
      periods: (fromMs, toMs) => {
        if (calls++ === faultyCall) throw new RangeError("once");
        return open(fromMs, toMs);
      },
    });
    if (faultyCall === 1) timeline.isOpen(0);
    expect(() => timeline.between(0, 2_000 * day)).toThrow(RangeError);
    // First near where it threw, since a question further off would compile it all anew.
    expect(timeline.isOpen(0)).toBe(true);
    expect(timeline.add(0, 3 * hour)).toBe(2 * day + hour);
    expect(timeline.between(0, 2_000 * day)).toBe(2_000 * hour);
    expect(timeline.isOpen(1_000 * day)).toBe(true);
  });
});
