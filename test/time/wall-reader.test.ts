import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { DefinitionError, wallReader } from "../../src/index";

const utc = Date.UTC;

describe("a reader of dates in digits", () => {
  it.each([
    ["d/M/yyyy HH:mm", "29/2/2016 01:23", utc(2016, 1, 29, 1, 23)],
    ["d/M/yyyy HH:mm", "29/02/2016 01:23", utc(2016, 1, 29, 1, 23)],
    ["dd/MM/yyyy HH:mm", "29/02/2016 01:23", utc(2016, 1, 29, 1, 23)],
    ["MM/dd/yyyy HH:mm", "02/11/2026 09:00", utc(2026, 1, 11, 9)],
    ["yyyy-MM-dd HH:mm:ss", "2026-11-20 16:30:59", utc(2026, 10, 20, 16, 30, 59)],
    ["yyyy-MM-dd'T'HH:mm:ss.SSS", "2026-11-20T16:30:59.042", utc(2026, 10, 20, 16, 30, 59, 42)],
    ["dd.LL.yy H:m", "01.12.60 9:5", utc(2060, 11, 1, 9, 5)],
    ["dd.LL.yy H:m", "01.12.61 9:5", utc(1961, 11, 1, 9, 5)],
    ["yyyyMMddHH", "2026112016", utc(2026, 10, 20, 16)],
    ["'on' d/M/yyyy 'at' HH", "on 2/11/2026 at 09", utc(2026, 10, 2, 9)],
  ])("reads by %s the text %s", (format, text, expected) => {
    const reader = wallReader(format);
    expect(reader.format).toBe(format);
    expect(reader.text(text)).toBe(expected);
    const bytes = new TextEncoder().encode(`,${text},`);
    expect(reader.bytes(bytes, 1, bytes.length - 1)).toBe(expected);
  });

  it.each([
    "30/2/2026 09:00",
    "29/2/2026 09:00",
    "0/1/2026 09:00",
    "1/0/2026 09:00",
    "1/13/2026 09:00",
    "1/1/2026 24:00",
    "1/1/2026 09:60",
    "1/1/2026 9:00",
    "1/1/2026 09:0",
    "1/1/2026 09:00 ",
    " 1/1/2026 09:00",
    "1/1/2026 09:00:00",
    "1/1/26 09:00",
    "1-1-2026 09:00",
    "\u01310/1/2026 09:00",
    "\u0130/1/2026 09:00",
    "",
    "1",
    "1".repeat(1_000),
  ])("does not take %s for a date", (text) => {
    expect(wallReader("d/M/yyyy HH:mm").text(text)).toBeUndefined();
  });

  it("reads nothing of one text into the next", () => {
    const reader = wallReader("yyyy-MM-dd HH:mm:ss");
    expect(reader.text("2026-11-20 16:30:59")).toBe(utc(2026, 10, 20, 16, 30, 59));
    expect(reader.text("2026-11-20 16:30")).toBeUndefined();
    expect(reader.text("2026-11-20 00:00:00")).toBe(utc(2026, 10, 20));
  });

  it("reads what Luxon reads, and nothing else", () => {
    const formats = ["d/M/yyyy HH:mm", "dd/MM/yyyy HH:mm:ss", "yyyy-M-d H:mm", "MM.dd.yy HH:mm"];
    const letters = fc.constantFrom(..."0123456789/-.: ");
    const texts = fc.oneof(
      fc
        .tuple(
          fc.constantFrom(...formats),
          fc.date({ min: new Date(utc(1961, 0)), max: new Date(utc(2060, 11)) }),
        )
        .map(([format, date]) => DateTime.fromJSDate(date, { zone: "utc" }).toFormat(format)),
      fc.string({ unit: letters, maxLength: 20 }),
    );
    const changed = fc.tuple(texts, fc.nat(), fc.option(letters)).map(([text, at, letter]) => {
      if (letter === null || text === "") return text;
      const place = at % text.length;
      return text.slice(0, place) + letter + text.slice(place + 1);
    });
    fc.assert(
      fc.property(fc.constantFrom(...formats), changed, (format, text) => {
        const theirs = DateTime.fromFormat(text, format, { zone: "utc" });
        // Luxon takes 24:00 for the next midnight, and reads around blanks.
        if (/24:/.test(text) || text.trim() !== text) return;
        expect(wallReader(format).text(text)).toBe(theirs.isValid ? theirs.toMillis() : undefined);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a format that is not one of dates in digits", () => {
  it.each([
    ["d MMM yyyy HH:mm", '"MMM" is not a token'],
    ["yyyy-MM-dd", "it has no hour"],
    ["HH:mm", "it has no year"],
    ["d/d/M/yyyy HH", "it has more than one day"],
    ["dMyyyy HH", "needs something after it"],
    ["d/M/yyyy hh:mm a", '"hh" is not a token'],
    ["d/M/yyyy’HH", "is not a character of ASCII"],
  ])("is refused as %s", (format, reason) => {
    expect(() => wallReader(format)).toThrow(DefinitionError);
    expect(() => wallReader(format)).toThrow(reason);
  });

  it("is refused if it is not text", () => {
    // @ts-expect-error a number is not a format
    expect(() => wallReader(1)).toThrow(DefinitionError);
  });
});
