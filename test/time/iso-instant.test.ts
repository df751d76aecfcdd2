import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { isoInstantMs } from "../../src/time/iso-instant";

/** Luxon's answer, which judges ours. */
const luxonMs = (text: string) => {
  const parsed = DateTime.fromISO(text, { zone: "utc" });
  return parsed.isValid ? parsed.toMillis() : undefined;
};

const number = (min: number, max: number, width: number) =>
  fc.integer({ min, max }).map((value) => String(value).padStart(width, "0"));
const date = fc
  .tuple(number(0, 9999, 4), number(0, 13, 2), number(0, 32, 2))
  .map((parts) => parts.join("-"));
const digits = fc
  .integer({ min: 1, max: 9 })
  .chain((length) =>
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
      .map((all) => all.join("")),
  );
const time = fc.oneof(
  fc.tuple(number(0, 25, 2), number(0, 61, 2)).map((parts) => parts.join(":")),
  fc.tuple(number(0, 25, 2), number(0, 61, 2), number(0, 61, 2)).map((parts) => parts.join(":")),
  fc
    .tuple(number(0, 23, 2), number(0, 59, 2), number(0, 59, 2), digits)
    .map(([h, m, s, f]) => `${h}:${m}:${s}.${f}`),
);
const offset = fc.oneof(
  fc.constant("Z"),
  fc.tuple(fc.constantFrom("+", "-"), number(0, 23, 2)).map((parts) => parts.join("")),
  fc
    .tuple(fc.constantFrom("+", "-"), number(0, 23, 2), fc.constantFrom("", ":"), number(0, 59, 2))
    .map((parts) => parts.join("")),
);
const instant = fc.tuple(date, time, offset).map(([d, t, o]) => `${d}T${t}${o}`);

describe("the hand-written reader of instants", () => {
  it("reads what it reads as Luxon does", () => {
    fc.assert(
      fc.property(instant, (text) => {
        const ours = isoInstantMs(text);
        if (ours !== undefined) expect(ours).toBe(luxonMs(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it("leaves only midnight as 24:00 to Luxon, of these shapes", () => {
    fc.assert(
      fc.property(instant, (text) => {
        const theirs = luxonMs(text);
        if (theirs !== undefined && !text.includes("T24:")) {
          expect(isoInstantMs(text)).toBe(theirs);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it("reads no text that has a letter more, a letter less, or another letter", () => {
    const spoiled = fc.tuple(instant, fc.nat(), fc.constantFrom("", "0", " ", "T", ":", "-", "é"));
    fc.assert(
      fc.property(spoiled, ([text, at, letter]) => {
        const place = at % (text.length + 1);
        const other = text.slice(0, place) + letter + text.slice(place + 1);
        const ours = isoInstantMs(other);
        if (ours !== undefined) expect(ours).toBe(luxonMs(other));
      }),
      { numRuns: 3_000 },
    );
  });

  it("has the right day for every day of 400 years, and refuses one that does not exist", () => {
    // 146,097 days from 1 January 1800 on, counted one by one.
    let day = (Date.UTC(1800, 0, 1) - Date.UTC(1970, 0, 1)) / 86_400_000;
    for (let year = 1800; year < 2200; year++) {
      const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
      const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
      for (const [i, length] of lengths.entries()) {
        const month = `${year}-${String(i + 1).padStart(2, "0")}`;
        for (let d = 1; d <= length; d++, day++) {
          const text = `${month}-${String(d).padStart(2, "0")}T00:00Z`;
          if (isoInstantMs(text) !== day * 86_400_000) expect(text).toBe("read");
        }
        expect(isoInstantMs(`${month}-${length + 1}T00:00Z`)).toBeUndefined();
        expect(isoInstantMs(`${month}-00T00:00Z`)).toBeUndefined();
      }
    }
  });

  it.each(["", "2026", "2026-11-20T", "2026-11-20T16:30", "2026-11-20T16:30:00.Z", "soon"])(
    "leaves %j to others",
    (text) => {
      expect(isoInstantMs(text)).toBeUndefined();
    },
  );

  // 1 January 1970 is day 0, so its time of day is the answer but for the offset.
  it.each([
    ["1970-01-01T00:00Z", 0],
    ["1970-01-01T23:59:59Z", 86_399_000],
    ["1970-01-01T09:00:00.1Z", 32_400_100],
    ["1970-01-01T09:00:00.12Z", 32_400_120],
    ["1970-01-01T09:00:00.123456789Z", 32_400_123],
    ["1970-01-01T09:00+01", 28_800_000],
    ["1970-01-01T09:00-01", 36_000_000],
    ["1970-01-01T09:00+01:30", 27_000_000],
    ["1970-01-01T09:00+0130", 27_000_000],
    ["1970-01-01T09:00-0130", 37_800_000],
    ["1970-01-01T09:00:00.5-01:30", 37_800_500],
    ["1970-01-01T23:59+23:59", 0],
    ["1970-01-01T00:00-23:59", 86_340_000],
  ])("reads %s", (text, ms) => {
    expect(isoInstantMs(text)).toBe(ms);
    expect(luxonMs(text)).toBe(ms);
  });

  it.each([
    // Each sign in turn is another.
    "1970/01-01T09:00Z",
    "1970-01/01T09:00Z",
    "1970-01-01 09:00Z",
    "1970-01-01T09.00Z",
    "1970-01-01T09:00.00Z",
    "1970-01-01T09:00:00:1Z",
    "1970-01-01T09:00*01:00",
    "1970-01-01T09:00+01.00",
    // Each digit in turn is a letter, or what stands before 0 or behind 9 in ASCII.
    ...[0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18, 20, 22, 23, 25, 26].flatMap((at) =>
      ["x", "/", ":"].map((letter) => {
        const text = "1970-01-01T09:00:00.1+01:00";
        return text.slice(0, at) + letter + text.slice(at + 1);
      }),
    ),
    // Beyond the range.
    "1970-00-01T09:00Z",
    "1970-13-01T09:00Z",
    "1970-01-00T09:00Z",
    "1970-01-32T09:00Z",
    "1970-01-01T24:00Z",
    "1970-01-01T09:60Z",
    "1970-01-01T09:00:60Z",
    "1970-01-01T09:00+24:00",
    "1970-01-01T09:00-24",
    "1970-01-01T09:00+01:60",
    // Too much or too little.
    "1970-01-01T09:00:00.1234567890Z",
    "1970-01-01T09:00:00.+01",
    "1970-01-01T09:00",
    "1970-01-01T09:00z",
    "1970-01-01T09:00ZZ",
    "1970-01-01T09:00+",
    "1970-01-01T09:00+1",
    "1970-01-01T09:00+01:",
    "1970-01-01T09:00+01:0",
    "1970-01-01T09:00+010",
    "1970-01-01T09:00+01000",
    "1970-01-01T09:00+01:000",
  ])("leaves %j to others", (text) => {
    expect(isoInstantMs(text)).toBeUndefined();
  });

  it("reads milliseconds exactly, and drops what lies beyond", () => {
    for (let ms = 0; ms < 1_000; ms++) {
      const fraction = String(ms).padStart(3, "0");
      expect(isoInstantMs(`1970-01-01T00:00:00.${fraction}Z`)).toBe(ms);
      expect(isoInstantMs(`1970-01-01T00:00:00.${fraction}999999Z`)).toBe(ms);
    }
  });
});
