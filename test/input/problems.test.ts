import { describe, expect, it } from "vitest";
import * as z from "zod";
import { DefinitionError, defineCalendar } from "../../src";
import { formatPath, problemsIn } from "../../src/input/problems";
import { strictObject } from "../../src/input/schema";
import { formatDate } from "../../src/time/civil-date";

const problems = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ path: [i], message: "wrong" }));
const lines = (count: number) => Array.from({ length: count }, (_, i) => `  [${i}]: wrong`);

describe("a message names", () => {
  it("at most 50 problems, and how many more there are", () => {
    const of = (count: number) => new DefinitionError("thing", problems(count)).message.split("\n");
    expect(of(1)).toEqual(["The thing has 1 problem:", ...lines(1)]);
    expect(of(50)).toEqual(["The thing has 50 problems:", ...lines(50)]);
    expect(of(51)).toEqual([
      "The thing has 51 problems:",
      ...lines(50),
      '  and 1 more, all of them in its "problems"',
    ]);
  });

  it("all of them for programs, under a code that stays", () => {
    const error = new DefinitionError("thing", problems(60));
    expect(error).toMatchObject({ name: "DefinitionError", code: "definition-invalid" });
    expect(error.problems).toEqual(problems(60));
    expect(error.data).toEqual({ problems: problems(60) });
  });

  it.each<[string, readonly (string | number)[], string]>([
    ["nothing", [], "(the whole)"],
    ["a key", ["hours"], "hours"],
    ["keys in keys", ["hours", "monday", "_x1"], "hours.monday._x1"],
    ["places", ["hours", "monday", 0], "hours.monday[0]"],
    ["a place first", [2, "a"], "[2].a"],
    ["keys that are not names", ["exceptions", "2026-12-24"], 'exceptions["2026-12-24"]'],
    ["a key with a name in it", ["a b", "1a", "é", "a-b"], '["a b"]["1a"]["é"]["a-b"]'],
    ["a key of no length", [""], '[""]'],
    ["a long key", ["x".repeat(90)], `${"x".repeat(80)}…`],
  ])("where they are, by %s", (_, path, text) => {
    expect(formatPath(path)).toBe(text);
  });
});

describe("the problems of a value", () => {
  const bySize = z.union(
    [
      strictObject({ size: z.number("a size"), unit: z.string("a unit") }),
      z.array(z.number("a number")),
      z.string().min(3, "a longer word"),
    ],
    "a size, a list or a word",
  );

  it("are those of the alternative with its shape, if there is one", () => {
    expect(problemsIn(bySize, { size: 1 })).toEqual([
      { path: ["unit"], message: "missing; a unit" },
    ]);
    expect(problemsIn(bySize, [1, "x", null])).toEqual([
      { path: [1], message: '"x" given; a number' },
      { path: [2], message: "null given; a number" },
    ]);
    expect(problemsIn(bySize, "ab")).toEqual([{ path: [], message: '"ab" given; a longer word' }]);
  });

  it("or say that it has another type", () => {
    expect(problemsIn(bySize, 5)).toEqual([
      { path: [], message: "5 given; a size, a list or a word" },
    ]);
    const twice = z.union([z.object({ a: z.string("text") }), z.object({ b: z.string("text") })]);
    expect(problemsIn(twice, { c: 1 })[0]?.path).toEqual([]);
  });

  it("say what was given, also for a part of it, and if nothing was", () => {
    const inner = z.object({ in: z.object({ a: bySize, b: z.null("nothing") }) });
    expect(problemsIn(inner, { in: { a: { size: "x", unit: "m" }, b: 1 } })).toEqual([
      { path: ["in", "a", "size"], message: '"x" given; a size' },
      { path: ["in", "b"], message: "1 given; nothing" },
    ]);
    expect(problemsIn(inner, { in: { a: null, b: null } })).toEqual([
      { path: ["in", "a"], message: "null given; a size, a list or a word" },
    ]);
    const deep = z.any().superRefine((_, context) => {
      context.addIssue({ code: "custom", path: ["a", "b"], message: "x" });
    });
    for (const none of [null, 5, { a: null }, { a: 5 }, {}]) {
      expect(problemsIn(deep, none)).toEqual([{ path: ["a", "b"], message: "missing; x" }]);
    }
  });

  it("include each unknown key, and each invalid key of a record", () => {
    expect(problemsIn(strictObject({}), { a: 1, b: 2 })).toEqual([
      { path: ["a"], message: "unknown key; take it out" },
      { path: ["b"], message: "unknown key; take it out" },
    ]);
    const named = strictObject({ hours: z.number(), title: z.string() });
    expect(problemsIn(named, { hours: 1, title: "x", hous: 1, colour: 2 })).toEqual([
      { path: ["hous"], message: 'unknown key; did you mean "hours"?' },
      { path: ["colour"], message: "unknown key; the known names are hours, title" },
    ]);
    const dates = z.record(z.string().max(1, "a short key"), z.number());
    expect(problemsIn(dates, { ab: 1 })).toEqual([{ path: ["ab"], message: "a short key" }]);
  });

  it("may be more than can be listed", () => {
    const full = z.any().refine(() => {
      throw new RangeError("too many arguments");
    });
    expect(problemsIn(full, 1)).toEqual([
      { path: [], message: "more is wrong with it than can be listed" },
    ]);
  });

  it("are not a fault of the schema itself", () => {
    const faulty = z.any().refine(() => {
      throw new TypeError("a fault");
    });
    expect(() => problemsIn(faulty, 1)).toThrow(TypeError);
  });
});

describe("calendars within calendars", () => {
  const part = { timeZone: "UTC", hours: { daily: ["09:00-10:00"] } };
  /** A balanced tree of 2 ** depth calendars. */
  const tree = (depth: number): object =>
    depth === 0 ? part : { union: [tree(depth - 1), tree(depth - 1)] };
  const define = (definition: object) => () => defineCalendar(definition as typeof part);

  it("may be at most 64", () => {
    expect(define(tree(6))).not.toThrow();
    const message = "(the whole): expected at most 64 calendars within each other";
    expect(define({ except: [tree(6), part] })).toThrow(message);
  });

  it("are counted in every part, and an invalid part counts", () => {
    expect(define({ union: [tree(6), 5] })).toThrow("expected at most 64 calendars");
    expect(define({ union: [tree(5), 5] })).toThrow("union[1]: 5 given");
  });

  it("are combined in one way", () => {
    const message = 'expected exactly one of "union", "intersect" and "except"';
    expect(define({ union: [part, part], except: [part, part] })).toThrow(message);
    expect(define({ union: part })).toThrow("union: ");
  });
});

describe("a date in a message", () => {
  it.each([
    [0, "1970-01-01"],
    [-1, "1969-12-31"],
    [20_778, "2026-11-21"],
    [2_932_897, "+010000-01-01"],
    [-719_529, "-000001-12-31"],
    [1e12, "day 1000000000000"],
  ])("of day %d is %s", (day, text) => {
    expect(formatDate(day)).toBe(text);
  });
});
