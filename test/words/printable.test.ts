import { describe, expect, it } from "vitest";
import { plain, printable } from "../../src/words/printable";

describe("text that is printed", () => {
  it.each([
    ["a tab\tand an escape \u001b[31m", "a tab\\x09and an escape \\x1b[31m"],
    ["turned \u202eround", "turned \\x202eround"],
    // A zero-width joiner between Latin letters would hide that two names differ.
    ["no\u200dthing", "no\\x200dthing"],
    ["\u200d", "\\x200d"],
    ["👩\u200d", "👩\\x200d"],
    ["👩\u200dx", "👩\\x200dx"],
  ])("%o is %o", (text, shown) => expect(printable(text)).toBe(shown));

  it.each([
    // A family; a red heart on fire; a dark-skinned astronaut.
    "👩\u200d👩\u200d👧\u200d👦",
    "❤\ufe0f\u200d🔥",
    "👩🏿\u200d🚀",
    // Persian “I want”, which needs its non-joiner.
    "می\u200cخواهم",
    // Hindi, with a joiner after the sign that kills a vowel.
    "क्\u200dष",
  ])("keeps the joiners of %s", (text) => {
    expect(printable(text)).toBe(text);
    expect(plain(text)).toBe(text);
  });

  it("replaces half a character", () => expect(plain("a\ud800b")).toBe("a\ufffdb"));
});
