import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { dateFormat } from "../../../src/tickets/log/dates/format";
import { instantReader } from "../../../src/tickets/log/instants";

/** What a text says by a format, as ISO in UTC; or why not. */
function read(format: string, text: string, zone = "Europe/London"): string {
  const instant = instantReader({ formats: [format], zone }).text(text);
  return typeof instant === "number" ? new Date(instant).toISOString() : instant.reason;
}

/** 4 p.m. on Christmas Eve, in winter time; each dialect writes it in its own way. */
const CHRISTMAS_EVE = "2026-12-24T16:00:00.000Z";

describe("a format that is understood", () => {
  it.each([
    ["Luxon and Java", "dd/MM/yyyy HH:mm", "24/12/2026 16:00"],
    ["Luxon, 12 hours", "d/M/yyyy h:mm a", "24/12/2026 4:00 pm"],
    ["a spreadsheet", "dd/mm/yyyy hh:mm", "24/12/2026 16:00"],
    ["a spreadsheet, American", "mm/dd/yyyy hh:mm", "12/24/2026 16:00"],
    ["a spreadsheet with seconds", "dd/mm/yyyy hh:mm:ss", "24/12/2026 16:00:00"],
    ["a spreadsheet with a language and text", "[$-809]dd/mm/yyyy hh:mm;@", "24/12/2026 16:00"],
    ["a spreadsheet with am and pm", "dd/mm/yyyy hh:mm AM/PM", "24/12/2026 04:00 PM"],
    ["a spreadsheet that escapes", "dd\\/mm\\/yyyy\\ hh:mm", "24/12/2026 16:00"],
    ["a spreadsheet, time first", "hh:mm dd/mm/yyyy", "16:00 24/12/2026"],
    ["a spreadsheet with a month's name", "dd-mmm-yyyy hh:mm", "24-Dec-2026 16:00"],
    ["capitals alone", "DD/MM/YYYY HH:MM", "24/12/2026 16:00"],
    ["capitals alone with seconds", "DD/MM/YYYY HH:MM:SS", "24/12/2026 16:00:00"],
    ["months and minutes the wrong way round", "DD/mm/YYYY HH:MM", "24/12/2026 16:00"],
    ["Moment", "YYYY-MM-DD HH:mm", "2026-12-24 16:00"],
    ["Moment with an ordinal", "MMMM Do YYYY, h:mm a", "December 24th 2026, 4:00 pm"],
    [".NET", "dd/MM/yyyy hh:mm:ss tt", "24/12/2026 04:00:00 PM"],
    ["Oracle", "DD-MON-YYYY HH24:MI:SS", "24-DEC-2026 16:00:00"],
    ["Python", "%d/%m/%Y %H:%M", "24/12/2026 16:00"],
    ["Python with a month's name", "%d %b %Y at %I:%M %p", "24 Dec 2026 at 04:00 PM"],
    ["no punctuation", "yyyyMMddHHmmss", "20261224160000"],
    ["ISO with an unquoted T", "yyyy-MM-ddTHH:mm:ss.SSS", "2026-12-24T16:00:00.000"],
    ["a weekday", "EEEE d MMMM yyyy HH:mm", "Thursday 24 December 2026 16:00"],
    ["two digits of the year", "dd/MMM/yy h:mm a", "24/Dec/26 4:00 PM"],
    ["seconds since 1970", "X", "1798128000"],
    ["milliseconds since 1970", "x", "1798128000000"],
  ])("is that of %s", (_, format, text) => {
    expect(read(format, text)).toBe(CHRISTMAS_EVE);
  });

  it("may hold letters in quotation marks, which are not tokens", () => {
    // 10:00 in British summer time.
    const summer = "2026-06-01T09:00:00.000Z";
    expect(read("dd.MM.yyyy 'godz.' HH:mm", "01.06.2026 godz. 10:00")).toBe(summer);
    expect(read('dd.MM.yyyy "z" HH:mm', "01.06.2026 z 10:00")).toBe(summer);
    expect(read("dd.MM.yyyy [Z] HH:mm", "01.06.2026 Z 10:00")).toBe(summer);
    expect(read("dd.MM.yyyy HH 'o''clock'", "01.06.2026 10 o'clock")).toBe(summer);
  });

  it("takes a quoted Z straight after the time for UTC, as Java writes it", () => {
    expect(read("yyyy-MM-dd'T'HH:mm:ss'Z'", "2026-06-01T10:00:00Z")).toBe(
      "2026-06-01T10:00:00.000Z",
    );
  });
});

describe("a format that does not state one day, month, year and hour", () => {
  it.each([
    ["dd/MM/yyyy", "no hour"],
    ["HH:mm dd/MM", "no year"],
    ["HH:mm MM/yyyy", "no day"],
    ["HH:mm dd yyyy", "no month"],
    ["dd/mm/yyyy", "no hour"],
    ["dd/dd/yyyy HH:mm", "more than one day"],
    ["dd/MM/MM/yyyy HH:mm", "more than one month"],
    ["dd/MM/yyyy yy HH:mm", "more than one year"],
    ["dd/MM/yyyy HH:HH", "more than one hour"],
    ["dd/MM/yyyy HH:mm:mi", "more than one minute"],
    ["dd/MM/yyyy hh:mm", "12-hour clock"],
    ["dd/MM/yyyy h.mm", "12-hour clock"],
    ["dd/MM/yyyy HH:mm a", "am or pm"],
    ["dd HH MM yyyy", "no month"],
    ["dMyyyy HHmm", "nothing between them"],
    ["dd/MM/yyyy HH:ss", "seconds without minutes"],
    ["DDDD HH:mm", '"DDDD" has no meaning'],
    ["kkkk-'W'WW-c HH:mm", '"kkkk" has no meaning'],
    ["dd/MM/yyyy HH:mm G", '"G" has no meaning'],
    ["dd/MM/yyyy at HH:mm", "more than one meridiem|has no meaning"],
    ["%d/%m/%Y %Q:%M", '"%Q" is not'],
    ["x X", "stands for|no day"],
    ["", "no day"],
    ["FF", "has no meaning"],
    ["T", "has no meaning"],
  ])("is refused: %s", (format, reason) => {
    expect(dateFormat(format)).toEqual({ reason: expect.stringMatching(reason) });
  });

  it("is an error of the mapping", () => {
    expect(() => instantReader({ formats: ["HH:mm"], zone: "UTC" })).toThrow(
      'the format "HH:mm" has no day',
    );
  });
});

describe("a month", () => {
  it.each(["Sep", "Sept", "sept.", "SEPTEMBER", "September", "sep"])(
    "may be spelled %s",
    (name) => {
      expect(read("dd/MMM/yy h:mm a", `02/${name}/26 9:00 AM`)).toBe("2026-09-02T08:00:00.000Z");
    },
  );

  it.each(
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ").map((name, i) => [name, i + 1]),
  )("is read from its name: %s", (name, number) => {
    const month = String(number).padStart(2, "0");
    expect(read("d MMM yyyy HH:mm", `2 ${name} 2026 09:00`, "UTC")).toBe(
      `2026-${month}-02T09:00:00.000Z`,
    );
  });

  it("is not guessed", () => {
    expect(read("d MMM yyyy HH:mm", "2 Maj 2026 09:00")).toContain('"Maj" is not a month');
    expect(read("d MMM yyyy HH:mm", "2 J 2026 09:00")).toContain('"J" is not a month');
  });
});

describe("a day", () => {
  it.each([
    ["31/02/2026 10:00", "there is no day 31 in month 2"],
    ["29/02/2026 10:00", "there is no day 29 in month 2"],
    ["00/01/2026 10:00", "there is no day 0"],
    ["10/13/2026 10:00", "there is no month 13"],
    ["10/10/2026 25:00", "there is no hour 25"],
    ["10/10/2026 24:30", "there is no hour 24"],
    ["10/10/2026 10:60", "there is no minute 60"],
    ["10/10/26 10:00", "it is not written dd/MM/yyyy HH:mm"],
    ["10/10/2026 10:00 pm", "it is not written"],
  ])("that does not exist is refused: %s", (text, reason) => {
    expect(read("dd/MM/yyyy HH:mm", text)).toContain(reason);
  });

  it("must fall on the weekday that is written beside it", () => {
    // 24 December 2026 is a Thursday.
    expect(read("EEE d MMM yyyy HH:mm", "Thurs 24 Dec 2026 16:00")).toBe(CHRISTMAS_EVE);
    expect(read("EEE d MMM yyyy HH:mm", "Fri 24 Dec 2026 16:00")).toBe("its date is not a Fri");
    expect(read("EEE d MMM yyyy HH:mm", "Vri 24 Dec 2026 16:00")).toContain(
      "not a day of the week",
    );
  });
});

describe("a 12-hour clock", () => {
  it.each([
    ["12:00 AM", "00:00"],
    ["12:30 am", "00:30"],
    ["1:00 AM", "01:00"],
    ["11:59 a.m.", "11:59"],
    ["12:00 PM", "12:00"],
    ["12:30p", "12:30"],
    ["1:00\u202fPM", "13:00"],
    ["11:59pm", "23:59"],
  ])("reads %s as %s", (text, time) => {
    expect(read("yyyy-MM-dd h:mm a", `2026-01-05 ${text}`)).toBe(`2026-01-05T${time}:00.000Z`);
  });

  it.each(["0:30 AM", "13:00 PM"])("has no %s", (text) => {
    expect(read("yyyy-MM-dd h:mm a", `2026-01-05 ${text}`)).toContain("there is no hour");
  });
});

describe("an offset or a zone that is written", () => {
  it.each([
    ["yyyy-MM-dd HH:mm ZZ", "2026-06-01 10:00 +01:00"],
    ["yyyy-MM-dd HH:mm Z", "2026-06-01 10:00 +1"],
    ["yyyy-MM-dd HH:mmZZZ", "2026-06-01 10:00+0100"],
    ["yyyy-MM-dd HH:mmXXX", "2026-06-01 09:00Z"],
    ["yyyy-MM-dd HH:mm zzz", "2026-06-01 10:00 +01:00"],
    ["yyyy-MM-dd HH:mm z", "2026-06-01 09:00 GMT"],
    ["yyyy-MM-dd HH:mm z", "2026-06-01 09:00 UTC"],
    ["yyyy-MM-dd HH:mm z", "2026-06-01 11:00 Europe/Paris"],
  ])("makes an instant without a zone in the map: %s", (format, text) => {
    const instant = instantReader({ formats: [format] }).text(text);
    expect(instant).toBe(Date.parse("2026-06-01T09:00Z"));
  });

  it("as an abbreviation is that of the map's zone", () => {
    const format = "yyyy-MM-dd HH:mm z";
    expect(read(format, "2026-06-01 10:00 BST")).toBe("2026-06-01T09:00:00.000Z");
    // 01:30 occurs twice on 25 October: an hour after each other, as BST and as GMT.
    expect(read(format, "2026-10-25 01:30 BST")).toBe("2026-10-25T00:30:00.000Z");
    expect(read(format, "2026-10-25 01:30 GMT")).toBe("2026-10-25T01:30:00.000Z");
    expect(read(format, "2026-06-01 10:00 EST", "America/New_York")).toContain(
      "does not go by EST",
    );
    expect(read(format, "2026-06-01 10:00 EDT", "America/New_York")).toBe(
      "2026-06-01T14:00:00.000Z",
    );
    expect(read(format, "2026-06-01 10:00 BST", "Asia/Kolkata")).toContain("does not go by BST");
  });

  it.each(["BST", "EST", "IST", "CST", "AEST", "PST", "CET"])(
    "as the abbreviation %s alone is refused, with a remedy",
    (abbreviation) => {
      const reader = instantReader({ formats: ["yyyy-MM-dd HH:mm z"] });
      expect(reader.text(`2026-06-01 10:00 ${abbreviation}`)).toEqual({
        reason: expect.stringMatching(`^${abbreviation} is an abbreviation.*"zone"`),
      });
    },
  );
});

describe("several formats", () => {
  const either = instantReader({
    formats: ["dd/MM/yyyy HH:mm", "MM/dd/yyyy HH:mm"],
    zone: "UTC",
  });

  it("read what one of them reads", () => {
    expect(either.text("24/12/2026 16:00")).toBe(Date.parse(CHRISTMAS_EVE));
    expect(either.text("11/11/2026 16:00")).toBe(Date.parse("2026-11-11T16:00Z"));
  });

  it("refuse text that they read differently", () => {
    expect(either.text("02/11/2026 09:00")).toEqual({
      reason: expect.stringContaining("2026-11-02T09:00:00.000Z or 2026-02-11T09:00:00.000Z"),
    });
  });
});

describe("any instant written by Luxon", () => {
  const FORMATS = [
    ...["dd/MM/yyyy HH:mm:ss", "d.M.yyyy H:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyyMMddHHmmss"],
    ...["d LLL yyyy, h:mm:ss a", "cccc d MMMM yyyy HH:mm:ss", "MM/dd/yy hh:mm:ss a"],
    ...["yyyy-MM-dd HH:mm:ss ZZ", "yyyy-MM-dd HH:mm:ss Z", "d MMM yyyy 'at' HH'h'mm'm'ss"],
  ];

  it("is read back the same", () => {
    const zones = fc.constantFrom("Europe/London", "America/New_York", "Asia/Kathmandu");
    const seconds = fc.integer({ min: Date.UTC(2001, 0) / 1000, max: Date.UTC(2050, 0) / 1000 });
    fc.assert(
      fc.property(fc.constantFrom(...FORMATS), zones, seconds, (format, zone, second) => {
        const at = DateTime.fromSeconds(second, { zone, locale: "en-US" });
        const back = instantReader({ formats: [format], zone }).text(at.toFormat(format));
        // A wall time that occurs twice is read as its first.
        const first = Math.min(...at.getPossibleOffsets().map((each) => each.toMillis()));
        expect(back).toBe(/Z/.test(format) ? at.toMillis() : first);
      }),
    );
  });
});
