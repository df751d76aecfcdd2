import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { DefinitionError, wallReader } from "../../src/index";
import { partsOf } from "../../src/time/wall-format";

const utc = Date.UTC;

describe("a reader of dates in digits", () => {
  it.each([
    ["d/M/yyyy HH:mm", "29/2/2016 01:23", utc(2016, 1, 29, 1, 23)],
    ["M/d/yy H:m:s.SSS", "2/9/16 1:2:3.004", utc(2016, 1, 9, 1, 2, 3, 4)],
    ["L.d.yyyy H", "2.9.2016 1", utc(2016, 1, 9, 1)],
    ["yyyy-MM-dd\nHH", "2016-02-09\n01", utc(2016, 1, 9, 1)],
    ["yyyy-MM-dd''HH", "2016-02-0901", utc(2016, 1, 9, 1)],
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

  it("reads a text of up to 64 characters", () => {
    const words = (count: number) => `'${"x".repeat(count)}'yyyyMMddHH`;
    const text = (count: number) => `${"x".repeat(count)}2026112016`;
    expect(wallReader(words(54)).text(text(54))).toBe(utc(2026, 10, 20, 16));
    expect(wallReader(words(55)).text(text(55))).toBeUndefined();
  });

  it("reads no byte beyond the end", () => {
    const bytes = new TextEncoder().encode("2026112016h");
    const read = (format: string, end: number) => wallReader(format).bytes(bytes, 0, end);
    expect(read("yyyyMMddH", 10)).toBe(utc(2026, 10, 20, 16));
    expect(read("yyyyMMddH", 9)).toBe(utc(2026, 10, 20, 1));
    expect(read("yyyyMMddHH", 9)).toBeUndefined();
    expect(read("yyyyMMddHH'h'", 11)).toBe(utc(2026, 10, 20, 16));
    expect(read("yyyyMMddHH'h'", 10)).toBeUndefined();
  });

  it("reads each letter of ASCII in a format as itself, and digits alone as digits", () => {
    expect(wallReader("yyyy-MM-dd\u007fHH").text("2026-11-20\u007f16")).toBe(utc(2026, 10, 20, 16));
    for (const text of ["2026-11-20 1/", "2026-11-20 1:", "2026-11-20 \u03310"]) {
      expect(wallReader("yyyy-MM-dd HH").text(text)).toBeUndefined();
    }
  });

  it("takes the last hour, minute and second of a day, and none beyond", () => {
    const reader = wallReader("yyyy-MM-dd HH:mm:ss");
    expect(reader.text("2026-11-20 23:59:59")).toBe(utc(2026, 10, 20, 23, 59, 59));
    for (const time of ["24:00:00", "23:60:00", "23:59:60"]) {
      expect(reader.text(`2026-11-20 ${time}`)).toBeUndefined();
    }
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

describe("the parts of a format", () => {
  it("are its numbers by their places, and its characters", () => {
    const number = (place: number, least: number, most: number) => ({
      place,
      least,
      most,
      code: 0,
    });
    expect(partsOf("yyyy-M'h'ddHH")).toEqual([
      number(0, 4, 4),
      { place: -1, least: 1, most: 1, code: 45 },
      number(1, 1, 2),
      { place: -1, least: 1, most: 1, code: 104 },
      number(2, 2, 2),
      number(3, 2, 2),
    ]);
  });
});

describe("a format that is not one of dates in digits", () => {
  it.each([
    ["d MMM yyyy HH:mm", '"MMM" is not a token of a date in digits'],
    ["constructor", '"c" is not a token of a date in digits'],
    ["yyyy-MM-dd", "it has no hour"],
    ["yyyy-MM HH", "it has no day"],
    ["yyyy-dd HH", "it has no month"],
    ["HH:mm", "it has no year"],
    ["d/d/M/yyyy HH", "it has more than one day"],
    ["yyyy yy MM dd HH", "it has more than one year"],
    ["yyyy MM LL dd HH", "it has more than one month"],
    ["yyyy MM dd HH H", "it has more than one hour"],
    ["yyyy MM dd HH mm m", "it has more than one minute"],
    ["yyyy MM dd HH ss s", "it has more than one second"],
    ["yyyy MM dd HH SSS SSS", "it has more than one millisecond"],
    ["dMyyyy HH", "a number of one or two digits needs something after it"],
    ["yyyy-MM-dHH", "a number of one or two digits needs something after it"],
    ["M/d/Hyyyy", "a number of one or two digits needs something after it"],
    ["d/M/yyyy hh:mm a", '"hh" is not a token of a date in digits'],
    ["d/M/yyyy’HH", '"’" is not a character of ASCII'],
    ["d/M/yyyy\u0080HH", '"\u0080" is not a character of ASCII'],
  ])("is refused as %s", (format, reason) => {
    expect(() => wallReader(format)).toThrow(DefinitionError);
    expect(() => wallReader(format)).toThrow(
      `The wall reader has 1 problem:\n  format: ${JSON.stringify(format)} given; ${reason}`,
    );
  });

  it("is refused if it is not text", () => {
    // @ts-expect-error a number is not a format
    expect(() => wallReader(1)).toThrow(
      'format: 1 given; expected Luxon\'s tokens, such as "d/M/yyyy HH:mm"',
    );
  });
});
