import { describe, expect, it } from "vitest";
import { describe as kindly, short, show, showNames } from "../../src/input/show";

describe("a value in a message", () => {
  it.each<[string, unknown, string]>([
    ["text", "it's", '"it\'s"'],
    ["a number", 5, "5"],
    ["what is not a number", Number.NaN, "NaN"],
    ["nothing", undefined, "undefined"],
    ["null", null, "null"],
    ["a whole number of any size", 12n, "12n"],
    ["a symbol", Symbol("x"), "a symbol"],
    ["a function", () => 1, "a function"],
    ["an object", { a: [1, null] }, '{"a":[1,null]}'],
    ["an object that cannot be read", { toJSON: () => JSON.parse("x") }, "an unreadable object"],
    [
      "a getter that throws",
      Object.defineProperty({}, "a", { enumerable: true, get: () => JSON.parse("x") }),
      "an unreadable object",
    ],
    [
      "an object of numbers that JSON does not have",
      { a: Number.NaN, b: [-1 / 0, 5n] },
      '{"a":NaN,"b":[-Infinity,5n]}',
    ],
    ["an object of text", { a: "NaN" }, '{"a":"NaN"}'],
  ])("is %s", (_, value, text) => {
    expect(show(value)).toBe(text);
  });

  it("is cut after 80 characters, and not before", () => {
    expect(short("x".repeat(80))).toBe("x".repeat(80));
    expect(short("x".repeat(81))).toBe(`${"x".repeat(80)}…`);
    expect(show("x".repeat(90))).toBe(`"${"x".repeat(79)}…`);
  });

  it("is read no further than it is shown", () => {
    let reads = 0;
    const item = {
      toJSON: () => {
        reads++;
        return 1;
      },
    };
    const items = Array.from({ length: 1_000 }, () => item);
    expect(show(items)).toBe(`[${"1,".repeat(39)}1…`);
    expect(reads).toBe(80);
    reads = 0;
    show(Array.from({ length: 80 }, () => items));
    // The list, the first list in it, and 78 of its items count; what else is asked is not gone into.
    expect(reads).toBe(80);
  });
});

describe("names in a message", () => {
  const names = (count: number) => Array.from({ length: count }, (_, i) => `n${i}`);

  it("are a list", () => {
    expect(showNames(["a", "b"])).toBe("a, b");
    expect(showNames(new Set(["a"]))).toBe("a");
  });

  it('are "none", or another word, if the list is empty', () => {
    expect(showNames([])).toBe("none");
    expect(showNames([], "no divisions")).toBe("no divisions");
  });

  it("are at most 20, with how many more there are", () => {
    expect(showNames(names(20))).toBe(names(20).join(", "));
    expect(showNames(names(21))).toBe(`${names(20).join(", ")} and 1 more`);
    expect(showNames(names(45))).toBe(`${names(20).join(", ")} and 25 more`);
  });

  it("are cut one by one", () => {
    expect(showNames(["x".repeat(81), "y"])).toBe(`${"x".repeat(80)}…, y`);
  });
});

describe("a value with its kind", () => {
  class Invoice {}

  it.each<[unknown, RegExp]>([
    [1, /^the number 1$/],
    ["1", /^the text "1"$/],
    [true, /^true/],
    [null, /^null/],
    [undefined, /^undefined/],
    [[1], /^the list \[1\]/],
    [{ a: 1 }, /^the object /],
    [new Invoice(), /^the Invoice /],
    [Object.create(null), /^the object /],
  ])("%o", (value, text) => {
    expect(kindly(value)).toMatch(text);
  });

  it("is an object if it has no class name", () => {
    const secretive = Object.defineProperty({}, "constructor", {
      get: () => {
        throw new Error("not told");
      },
    });
    expect(kindly(secretive)).toMatch(/^the object /);
  });
});
