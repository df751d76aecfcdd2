import { describe, expect, it } from "vitest";
import { PICTURE_STYLE } from "../../src/picture/parts/style";
import { STYLE } from "../../src/report/formats/html/style";

type Colours = Readonly<Record<string, string>>;

/** The colours that a style names, and those that it names for dark screens. */
function coloursOf(style: string, selector: string): { light: Colours; dark: Colours } {
  const [light = "", dark = ""] = style.split("@media screen and (prefers-color-scheme: dark)", 2);
  const named = (text: string): Colours => {
    const block = text.slice(text.indexOf(selector)).split("}", 1)[0] ?? "";
    return Object.fromEntries(
      [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{3,6})/g)].map(([, name = "", hex = ""]) => [
        name,
        hex,
      ]),
    );
  };
  return { light: named(light), dark: { ...named(light), ...named(dark) } };
}

/** The relative luminance of a colour (WCAG 2.2). */
function luminance(hex: string): number {
  const digits = hex.length === 4 ? hex.slice(1).replace(/./g, "$&$&") : hex.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How much two colours differ, from 1 to 21 (WCAG 2.2). */
function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

describe("the contrast of two colours", () => {
  it.each([
    // The examples of WCAG's own documents: black on white, and the least grey that words may have on white.
    ["#000", "#fff", 21],
    ["#767676", "#fff", 4.54],
    ["#fff", "#fff", 1],
  ])("%s and %s is %d", (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
  });
});

/** What is written or drawn, and on which grounds. What is only decoration is named, too, so nothing is forgotten. */
const USES = {
  report: {
    colours: coloursOf(STYLE, ":root {"),
    words: { ink: ["paper", "card"], muted: ["paper", "card"] },
    marks: {
      met: ["paper", "card"],
      open: ["paper", "card"],
      breached: ["paper", "card"],
      risk: ["paper", "card"],
      none: ["paper", "card"],
      muted: ["paper", "card"],
    },
    decoration: ["line"],
  },
  pictures: {
    colours: coloursOf(PICTURE_STYLE, ".core-hours {"),
    words: { ink: ["paper", "core", "closed", "named"], muted: ["paper"] },
    marks: {
      run: ["paper", "core", "closed", "named"],
      pause: ["paper", "core", "closed", "named"],
      breach: ["paper", "core", "closed", "named"],
      start: ["paper"],
      ink: ["paper", "core", "closed", "named"],
      muted: ["paper", "core", "closed", "named"],
      "named-line": ["paper", "named"],
    },
    // Grid lines and the hatch of closed days, which the axis and the legend say in words.
    decoration: ["rule", "closed-line"],
  },
} as const;

describe.each(Object.entries(USES))("the colours of %s", (_, { colours, ...uses }) => {
  const { words, marks, decoration } = uses;

  it("are all words, marks, grounds or decoration", () => {
    const grounds = [...Object.values(words), ...Object.values(marks)].flat();
    const used = new Set([...grounds, ...Object.keys(words), ...Object.keys(marks), ...decoration]);
    expect(Object.keys(colours.light).filter((name) => !used.has(name))).toEqual([]);
    expect(Object.keys(colours.light).length).toBeGreaterThan(8);
  });

  describe.each(["light", "dark"] as const)("on a %s screen", (scheme) => {
    const own: Colours = colours[scheme];
    const pairs = (of: Readonly<Record<string, readonly string[]>>) =>
      Object.entries(of).flatMap(([name, grounds]) =>
        grounds.map((ground) => [name, ground] as const),
      );

    it.each(pairs(words))("can be read: words in %s on %s", (name, ground) => {
      expect(contrast(own[name] ?? "", own[ground] ?? "")).toBeGreaterThanOrEqual(4.5);
    });

    it.each(pairs(marks))("can be seen: marks in %s on %s", (name, ground) => {
      expect(contrast(own[name] ?? "", own[ground] ?? "")).toBeGreaterThanOrEqual(3);
    });
  });
});
