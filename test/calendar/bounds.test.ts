import { describe, expect, it } from "vitest";
import {
  type CalendarDefinition,
  defineCalendar,
  InvalidInstantError,
  parseBankHolidays,
} from "../../src";
import { toEpochMs } from "../../src/time/instant";
import { formatPeriod, parsePeriod } from "../../src/time/wall-period";

const define = (definition: Partial<CalendarDefinition>) =>
  defineCalendar({
    timeZone: "UTC",
    hours: { daily: ["09:00-17:00"] },
    ...definition,
  } as CalendarDefinition);
const iso = (at: { toUTC: () => { toISO: () => string | null } }) => at.toUTC().toISO();

describe("a coverage begins", () => {
  const bankHolidays = ["2026-05-01"];
  const start = (definition: Partial<CalendarDefinition>) =>
    iso(define({ bankHolidays, ...definition }).coverage.start);

  it("at the midnight of its first date, in its zone", () => {
    expect(start({})).toBe("2026-01-01T00:00:00.000Z");
    expect(start({ timeZone: "Asia/Tokyo" })).toBe("2025-12-31T15:00:00.000Z");
  });

  it("when a shift of the date before is over, since that date may have been a holiday", () => {
    expect(start({ hours: { daily: ["22:00-07:00"] } })).toBe("2026-01-01T07:00:00.000Z");
    // The last day of 2025 is a Wednesday.
    const wednesdays = { wednesday: ["22:00-07:00"], friday: ["22:00-08:00"] };
    expect(start({ hours: wednesdays })).toBe("2026-01-01T07:00:00.000Z");
    expect(start({ hours: { thursday: ["22:00-07:00"] } })).toBe("2026-01-01T00:00:00.000Z");
  });

  it("without bank holidays in 1900, in its zone or in UTC, whichever is earlier, and ends like that", () => {
    const bounds = (timeZone: string) => {
      const { start, end, from, to, publishedUntil } = define({ timeZone }).coverage;
      return [from, to, publishedUntil, iso(start)?.slice(0, 13), iso(end)?.slice(0, 13)];
    };
    const dates = ["1900-01-01", "2200-12-31", null];
    expect(bounds("UTC")).toEqual([...dates, "1900-01-01T00", "2201-01-01T00"]);
    expect(bounds("Asia/Tokyo")).toEqual([...dates, "1899-12-31T15", "2201-01-01T00"]);
    expect(bounds("America/New_York")).toEqual([...dates, "1900-01-01T00", "2201-01-01T05"]);
  });
});

describe("a calendar without a name", () => {
  it("is called a calendar", () => {
    const { id, title } = define({});
    expect([id, title]).toEqual(["calendar", "calendar"]);
    expect(() => define({}).isOpen("2300-01-01T00:00Z")).toThrow('Calendar "calendar" covers');
  });
});

describe("a calendar that opens only on some days", () => {
  it("gets no advice to add hours", () => {
    const message = /No calendar covers more than 1900 to 2200\.$/;
    const mondays = define({ hours: { monday: ["09:00-10:00"], tuesday: [] } });
    expect(() => mondays.isOpen("2300-01-01T00:00Z")).toThrow(message);
  });
});

describe("custom bank holidays", () => {
  it("are called bank holidays if they have no title", () => {
    const own = define({ bankHolidays: ["2026-05-01", { date: "2026-05-04", title: "May Day" }] });
    const because = "bank-holiday";
    expect(own.reasonFor("2026-05-01")).toEqual({ because, title: "bank holiday" });
    expect(own.reasonFor("2026-05-04")).toEqual({ because, title: "May Day" });
  });

  it("that another list may change are read again for each calendar", () => {
    const list = ["2026-05-01"];
    expect(define({ bankHolidays: list }).isWorkingDay("2026-05-04")).toBe(true);
    list.push("2026-05-04");
    expect(define({ bankHolidays: list }).isWorkingDay("2026-05-04")).toBe(false);
  });

  it("given for several divisions go into the definition of the part that names each", () => {
    const file = (division: string) => ({
      [division]: { division, events: [{ title: division, date: "2031-05-05" }] },
    });
    const newer = ["scotland", "wales"].map((name) => parseBankHolidays(file(name), name));
    const part = (bankHolidays: string) => ({
      timeZone: "UTC",
      hours: { daily: ["09:00-17:00"] },
      bankHolidays,
    });
    const calendar = defineCalendar(
      { intersect: [part("scotland"), part("wales")] },
      { bankHolidays: newer },
    );
    expect(calendar.reasonFor("2031-05-05").title).toBe("scotland");
    expect(defineCalendar(calendar.toJSON()).reasonFor("2031-05-05").title).toBe("scotland");
  });
});

describe("why a date has its hours", () => {
  it("has a title only if the exception, holiday or rule has one", () => {
    const calendar = define({
      exceptions: {
        "2026-12-24": ["09:00-12:00"],
        "2026-12-31": { hours: [], title: "Inventory" },
      },
    });
    expect(calendar.reasonFor("2026-12-24")).toStrictEqual({ because: "exception" });
    expect(calendar.reasonFor("2026-12-31")).toStrictEqual({
      because: "exception",
      title: "Inventory",
    });
    expect(calendar.reasonFor("2026-12-23")).toStrictEqual({ because: "week" });
  });
});

describe("an instant as text", () => {
  it.each([
    ["2026-11-20T16:30Z", "2026-11-20T16:30:00.000Z"],
    ["  2026-11-20T16:30:00Z\n", "2026-11-20T16:30:00.000Z"],
    ["2026-11-20t16:30z", "2026-11-20T16:30:00.000Z"],
    ["2026-11-20T16:30+0100", "2026-11-20T15:30:00.000Z"],
    ["2026-11-20T16:30+01", "2026-11-20T15:30:00.000Z"],
    ["2026-11-20T16:30-23:59", "2026-11-21T16:29:00.000Z"],
    ["2026-11-20T16:30+20:00", "2026-11-19T20:30:00.000Z"],
    [`2026-11-20T16:30:00.${"1".repeat(20)}Z`, "2026-11-20T16:30:00.111Z"],
  ])("%j is one", (text, expected) => {
    expect(new Date(toEpochMs(text)).toISOString()).toBe(expected);
  });

  it.each([
    "2026-11-20T16:30Zx",
    "2026-11-20T16:30+01:00x",
    "2026-11-20T16:30+24:00",
    "2026-11-20T16:30+01:60",
    "2026-11-20Z",
    "T16:30Z", // Of which day?
    "16:30Z",
  ])("%j is not written as an instant", (text) => {
    expect(() => toEpochMs(text)).toThrow(InvalidInstantError);
    expect(() => toEpochMs(text)).toThrow("it is not written as ISO 8601");
  });

  it("of a year that no date can hold is refused for its year", () => {
    expect(() => toEpochMs("+275761-01-01T00:00:00Z")).toThrow("no date can hold it");
  });

  it("may be at most 64 characters long", () => {
    const longest = `2026-11-20T16:30:00.${"1".repeat(43)}Z`;
    expect(longest.length).toBe(64);
    expect(() => toEpochMs(longest)).not.toThrow("too long");
    expect(() => toEpochMs(`${longest} `)).not.toThrow("too long");
    expect(() => toEpochMs(longest.replace("Z", "1Z"))).toThrow("it is too long for one");
  });
});

describe("a time of day for a cutoff", () => {
  it.each(["x17:00", "17:00x", "17", "24:01", "17:60", "17:00:60", "17:00:00.1234567890"])(
    "is not %j",
    (cutoff) => {
      const desk = define({});
      expect(() => desk.addWorkingDays("2026-11-20T12:00Z", 1, { cutoff })).toThrow(
        `"${cutoff}" is not a time of day`,
      );
    },
  );

  it("is to the millisecond", () => {
    const days = (at: string) =>
      define({}).addWorkingDays(at, 0, { cutoff: "17:00:00.5" }).toISODate();
    expect(days("2026-11-20T17:00:00.499Z")).toBe("2026-11-21");
    expect(days("2026-11-20T17:00:00.500Z")).toBe("2026-11-22");
  });
});

describe("a period as a definition writes it", () => {
  const again = (text: string) => formatPeriod(parsePeriod(text) ?? { openMs: 0, closeMs: 0 });

  it.each(["08:00-18:00", "22:00-07:00", "00:00-24:00", "12:00-24:00", "00:00-00:01"])(
    "is %s again",
    (text) => {
      expect(again(text)).toEqual([text]);
    },
  );

  it("has seconds and milliseconds if there are some", () => {
    const hour = 3_600_000;
    expect(formatPeriod({ openMs: 8 * hour + 1_000, closeMs: 9 * hour })).toEqual([
      "08:00:01-09:00",
    ]);
    expect(formatPeriod({ openMs: 8 * hour + 1, closeMs: 9 * hour })).toEqual([
      "08:00:00.001-09:00",
    ]);
  });

  it("of a day or more is written as two that touch", () => {
    const hour = 3_600_000;
    expect(formatPeriod({ openMs: 0, closeMs: 24 * hour })).toEqual(["00:00-24:00"]);
    expect(formatPeriod({ openMs: 8 * hour, closeMs: 32 * hour })).toEqual([
      "08:00-16:00",
      "16:00-08:00",
    ]);
    expect(formatPeriod({ openMs: 8 * hour, closeMs: 40 * hour })).toEqual([
      "08:00-20:00",
      "20:00-16:00",
    ]);
  });
});
