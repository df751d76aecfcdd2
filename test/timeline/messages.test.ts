import { describe, expect, it } from "vitest";
import { CoreHoursError, periodsFrom, Timeline } from "../../src/timeline";

/** 10 to 20 and 30 to 40, covered from 0 to 100. */
const office = new Timeline({
  periods: periodsFrom([10, 30], [20, 40]),
  startMs: 0,
  endMs: 100,
  label: "office",
});

/** The error of a call that JavaScript may make, whatever TypeScript says. */
function errorOf(call: () => unknown): CoreHoursError {
  try {
    call();
  } catch (error) {
    if (error instanceof CoreHoursError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

const asked = (method: "isOpen" | "subtract" | "betweenMany", ...given: readonly unknown[]) =>
  errorOf(() => Reflect.apply(office[method], office, given));
const made = (options: unknown) => errorOf(() => Reflect.construct(Timeline, [options]));

describe("what was given is shown", () => {
  const shown: readonly (readonly [unknown, string])[] = [
    ["nine", '"nine"'],
    ["x".repeat(41), `"${"x".repeat(40)}"`],
    [1.5, "1.5"],
    [undefined, "undefined"],
    [null, "null"],
    [9n, "9n (a bigint)"],
    [true, "true (a boolean)"],
    [new Date(0), "a Date"],
    [[1], "a list"],
    [{}, "an object"],
    [() => 1, "a function"],
    [Symbol("a"), "a symbol"],
  ];

  it.each(shown.map(([instant, text]) => ({ instant, text })))("as $text", ({ instant, text }) => {
    const { code, message, data } = asked("isOpen", instant);
    expect([code, message, data]).toEqual([
      "instant-not-finite",
      `${text} is not an instant; give whole epoch milliseconds.`,
      { given: text },
    ]);
  });
});

describe("an unknown tie", () => {
  it("of an amount back names the two", () => {
    const { code, message, data } = asked("subtract", 20, 5, "opening");
    expect([code, message, data]).toEqual([
      "option-invalid",
      '"opening" is not a tie; give "open" or "previous-close".',
      { option: "tie", given: '"opening"', expected: ["open", "previous-close"] },
    ]);
  });
});

describe("an amount back that runs out at an opening", () => {
  it("counts from that opening, or from the closing before it", () => {
    expect(office.subtract(40, 10)).toBe(30);
    expect(office.subtract(40, 10, "open")).toBe(30);
    expect(office.subtract(40, 10, "previous-close")).toBe(20);
  });

  it("has the same instant for both if it runs out elsewhere", () => {
    expect(office.subtract(40, 9, "previous-close")).toBe(31);
    expect(office.subtract(40, 12, "previous-close")).toBe(18);
  });
});

describe("columns", () => {
  it("have to be columns", () => {
    const { code, message, data } = asked("betweenMany", 5, new Float64Array(1));
    expect([code, message, data]).toEqual([
      "option-invalid",
      "5 is not a column; give a Float64Array.",
      { given: "5", expected: "Float64Array" },
    ]);
  });
});

describe("a timeline", () => {
  it("needs options", () => {
    const { code, message, data } = made(null);
    expect([code, message, data]).toEqual([
      "options-invalid",
      "null is not the options of a timeline; give { periods, startMs, endMs }.",
      { given: "null" },
    ]);
  });

  it("needs a source of periods", () => {
    const { code, message, data } = made({ periods: [10, 20], startMs: 0, endMs: 1 });
    expect([code, message, data]).toEqual([
      "periods-invalid",
      "a list is not a source of periods; give a function of two instants, such as periodsFrom(opens, closes) makes.",
      { given: "a list" },
    ]);
    expect(made({ startMs: 0, endMs: 1 }).message).toContain("undefined is not a source");
  });

  it("covers at most 2,000 years", () => {
    expect(
      made({ periods: periodsFrom([], []), startMs: 0, endMs: Date.UTC(4000, 0) }).message,
    ).toBe(
      'Calendar "timeline" covers 1970-01-01T00:00:00.000Z to 4000-01-01T00:00:00.000Z; give it a coverage of at most 2,000 years.',
    );
  });
});

describe("periods", () => {
  it("come in two lists of one length", () => {
    const uneven = errorOf(() => periodsFrom([1, 2], [3]));
    expect([uneven.code, uneven.message, uneven.data]).toEqual([
      "length-mismatch",
      "The columns must have one length; they have 2, 1.",
      { lengths: [2, 1] },
    ]);
  });

  it("are numbers", () => {
    const text = errorOf(() => Reflect.apply(periodsFrom, undefined, [["9"], [17]]));
    expect([text.code, text.message, text.data]).toEqual([
      "periods-invalid",
      'Open periods were expected, not "9", at 0; give two lists of whole epoch milliseconds, openings and closings, in order, apart and within the span.',
      { given: '"9", at 0' },
    ]);
    expect(errorOf(() => periodsFrom([Number.NaN], [17])).message).toContain("not NaN, at 0");
  });

  it("of a source lie in order within the span that was asked for", () => {
    const odd = new Timeline({
      periods: () => ({ opens: [20], closes: [10] }),
      startMs: 0,
      endMs: 100,
    });
    expect(errorOf(() => odd.isOpen(5)).message).toContain(
      "Open periods were expected, not [20, 10) of [0, 100)",
    );
  });
});
