import { describe, expect, it } from "vitest";
import {
  CoreHoursError,
  differenceOf,
  type ErrorCode,
  intersectionOf,
  type PeriodSource,
  periodsFrom,
  Timeline,
  type TimelineOptions,
  tidyPeriods,
  unionOf,
} from "../../src/timeline";

/** What a program without types may hand to the engine, and the one answer each has. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const always: PeriodSource = (from, to) => ({ opens: [from], closes: [to] });

/** 09:00-17:00 from Thursday 1 January 1970 on, without Saturdays and Sundays. */
const week: PeriodSource = (from, to) => {
  const days = Array.from({ length: 40 }, (_, day) => day).filter((day) => (day + 3) % 7 < 5);
  return tidyPeriods(
    days.map((day) => day * DAY + 9 * HOUR),
    days.map((day) => day * DAY + 17 * HOUR),
    from,
    to,
  );
};
const desk = () => new Timeline({ startMs: 0, endMs: 40 * DAY, periods: week });
const SATURDAY_NOON = 2 * DAY + 12 * HOUR;

function codeOf(ask: () => unknown): ErrorCode | "answered" {
  try {
    ask();
    return "answered";
  } catch (error) {
    if (error instanceof CoreHoursError) return error.code;
    throw error;
  }
}

/** The same call, by a program without types. */
const untyped = <R>(call: (...given: never[]) => R, ...given: readonly unknown[]): R =>
  Reflect.apply(call, undefined, given);

const NOT_NUMBERS: readonly (readonly [string, unknown])[] = [
  ["text", "5"],
  ["text in another base", "0x10"],
  ["no text", ""],
  ["a Date", new Date(SATURDAY_NOON)],
  ["a bigint", 5n],
  ["a boolean", true],
  ["a list", [5]],
  ["an object with a value", { valueOf: () => 5 }],
  ["an object without one", Object.create(null)],
  ["null", null],
  ["undefined", undefined],
  ["a symbol", Symbol("at")],
  ["a part of a millisecond", 1e-7],
  ["half a millisecond", SATURDAY_NOON + 0.5],
];

describe("an instant for the engine", () => {
  it.each(NOT_NUMBERS)("is not %s, whether or not the window holds it", (_, at) => {
    const warm = desk();
    warm.between(0, 40 * DAY);
    for (const timeline of [desk(), warm]) {
      const asks: readonly ((ms: number) => unknown)[] = [
        (ms) => timeline.isOpen(ms),
        (ms) => timeline.between(ms, DAY),
        (ms) => timeline.between(DAY, ms),
        (ms) => timeline.add(ms, HOUR),
        (ms) => timeline.add(ms, 0),
        (ms) => timeline.subtract(ms, HOUR),
        (ms) => timeline.nextOpen(ms),
        (ms) => timeline.nextClose(ms),
        (ms) => timeline.previousOpen(ms),
        (ms) => timeline.previousClose(ms),
        (ms) => timeline.periods(ms, DAY),
        (ms) => timeline.periods(0, ms),
      ];
      const codes = asks.map((ask) => codeOf(() => untyped(ask, at)));
      expect(codes).toEqual(asks.map(() => "instant-not-finite"));
    }
  });
});

describe("an amount for the engine", () => {
  it.each(NOT_NUMBERS)("is not %s", (_, amount) => {
    const timeline = desk();
    const add = (given: number) => timeline.add(DAY, given);
    const subtract = (given: number) => timeline.subtract(20 * DAY, given);
    // Undefined is not a default either: an amount must be given.
    expect(codeOf(() => untyped(add, amount))).toBe("amount-not-a-number");
    expect(codeOf(() => untyped(subtract, amount))).toBe("amount-not-a-number");
  });

  it("may be the smallest number, which is due when the desk opens", () => {
    const timeline = desk();
    // Saturday 3 January 1970 12:00; it opens on Monday, day 4, and closed on Friday, day 1.
    expect(timeline.add(SATURDAY_NOON, 1)).toBe(4 * DAY + 9 * HOUR + 1);
    expect(timeline.subtract(SATURDAY_NOON, 1)).toBe(DAY + 17 * HOUR - 1);
    expect(timeline.add(SATURDAY_NOON, -0)).toBe(SATURDAY_NOON);
  });

  it("of Infinity is more than the coverage holds", () => {
    expect(codeOf(() => desk().add(DAY, Number.POSITIVE_INFINITY))).toBe("coverage-end");
    expect(codeOf(() => desk().subtract(DAY, Number.POSITIVE_INFINITY))).toBe("coverage-start");
    expect(codeOf(() => desk().add(DAY, Number.NEGATIVE_INFINITY))).toBe("coverage-start");
  });
});

describe("a timeline is not made", () => {
  const make = (options?: unknown) =>
    codeOf(() => new Timeline(...([options] as unknown as [TimelineOptions])));

  it("of no options", () => {
    expect(codeOf(() => Reflect.construct(Timeline, []))).toBe("options-invalid");
    expect([make(), make(null), make("x"), make(5)]).toEqual(Array(4).fill("options-invalid"));
  });

  it("without a source of periods", () => {
    expect(make({})).toBe("periods-invalid");
    expect(make({ startMs: 0, endMs: 1, periods: [[0], [1]] })).toBe("periods-invalid");
  });

  it.each<[string, unknown, unknown]>([
    ["that no date can hold", 0, 1e300],
    ["of text", "0", "100"],
    ["of Dates", new Date(0), new Date(1)],
    ["of bigints", 0n, 5n],
    ["of parts of a millisecond", 0.5, 10],
    ["backwards", 1, 0],
  ])("for a coverage %s", (_, startMs, endMs) => {
    expect(make({ startMs, endMs, periods: always })).toBe("coverage-empty");
  });

  it("for a coverage of more than 2,000 years, which no source answers at once", () => {
    expect(make({ startMs: -8.64e15, endMs: 8.64e15, periods: always })).toBe("coverage-too-long");
    expect(make({ startMs: 0, endMs: 2_000 * 365.25 * DAY + 1, periods: always })).toBe(
      "coverage-too-long",
    );
    expect(make({ startMs: 0, endMs: 2_000 * 365.25 * DAY, periods: always })).toBe("answered");
  });
});

describe("periods are not made of", () => {
  it("columns of two lengths", () => {
    expect(codeOf(() => periodsFrom([0, 10], [5]))).toBe("length-mismatch");
    expect(codeOf(() => tidyPeriods([0], [5, 10]))).toBe("length-mismatch");
  });

  it("columns clipped at NaN", () => {
    expect(codeOf(() => tidyPeriods([0], [5], Number.NaN))).toBe("periods-invalid");
    expect(codeOf(() => tidyPeriods([0], [5], 0, Number.NaN))).toBe("periods-invalid");
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["text", "05"],
    ["an object", { length: 1, 0: 5 }],
    ["a view without numbers", new DataView(new ArrayBuffer(8))],
    ["text in a list", ["5"]],
    ["NaN in a list", [Number.NaN]],
    ["holes", Array(1)],
    ["bigints", new BigInt64Array(1)],
  ])("%s", (_, column) => {
    const makes: readonly ((opens: number[], closes: number[]) => unknown)[] = [
      periodsFrom,
      tidyPeriods,
    ];
    for (const make of makes) {
      expect(codeOf(() => untyped(make, column, [10]))).toBe("periods-invalid");
      expect(codeOf(() => untyped(make, [0], column))).toBe("periods-invalid");
    }
  });

  it.each([
    ["unionOf", unionOf],
    ["intersectionOf", intersectionOf],
    ["differenceOf", differenceOf],
  ] as const)("what is not a source: %s", (_, combine) => {
    for (const none of [undefined, null, 5, "x", {}, { opens: [], closes: [] }]) {
      expect(codeOf(() => untyped(combine, none, always))).toBe("periods-invalid");
      expect(codeOf(() => untyped(combine, always, none))).toBe("periods-invalid");
    }
  });
});

describe("a source is not believed if it gives", () => {
  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["a promise", Promise.resolve({ opens: [], closes: [] })],
    ["text", { opens: ["0"], closes: ["5"] }],
    ["two lengths", { opens: [0, 10], closes: [5] }],
    ["parts of a millisecond", { opens: [0.5], closes: [5] }],
    ["periods out of order", { opens: [10, 0], closes: [15, 5] }],
    ["periods that touch", { opens: [0, 5], closes: [5, 10] }],
    ["periods that overlap", { opens: [0, 4], closes: [5, 10] }],
    ["a period of no length", { opens: [5], closes: [5] }],
    ["more than was asked for", { opens: [-1], closes: [5] }],
    ["a period without end", { opens: [0], closes: [Number.POSITIVE_INFINITY] }],
  ])("%s", (_, periods) => {
    const timeline = new Timeline({ startMs: 0, endMs: DAY, periods: () => periods as never });
    expect(codeOf(() => timeline.isOpen(1))).toMatch(/^(periods-invalid|length-mismatch)$/);
    expect(codeOf(() => [...timeline.periods(0, DAY)])).toMatch(
      /^(periods-invalid|length-mismatch)$/,
    );
  });
});

describe("columns for the engine are not", () => {
  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a number", 5],
    ["text", "05"],
    ["an object", {}],
  ])("%s", (_, column) => {
    const timeline = desk();
    const some = new Float64Array(2);
    const between = (...given: [Float64Array, Float64Array, Float64Array?]) =>
      timeline.betweenMany(...given);
    const add = (starts: Float64Array, amounts: Float64Array) => timeline.addMany(starts, amounts);
    expect(codeOf(() => untyped(between, column, some))).toBe("option-invalid");
    expect(codeOf(() => untyped(between, some, column))).toBe("option-invalid");
    expect(codeOf(() => untyped(add, column, some))).toBe("option-invalid");
    if (typeof column !== "number") {
      expect(codeOf(() => untyped(add, some, column))).toBe("option-invalid");
    }
    if (column !== undefined) {
      expect(codeOf(() => untyped(between, some, some, column))).toBe("option-invalid");
    }
  });
});
