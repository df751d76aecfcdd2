import { describe, expect, it } from "vitest";
import {
  bankHolidays,
  type CalendarDefinition,
  DefinitionError,
  defineCalendar,
  type HoursDefinition,
  parseBankHolidays,
} from "../../src";
import {
  calendarFromOpeningHours,
  calendarFromSchemaOrg,
  toGovUkBankHolidays,
  toOpeningHours,
  toSchemaOrg,
} from "../../src/interchange";

const calendar = (hours: HoursDefinition["hours"], more: Partial<HoursDefinition> = {}) => ({
  id: "desk",
  timeZone: "Europe/London",
  hours,
  ...more,
});
const desk = { id: "desk", timeZone: "Europe/London" };
/** Hours of their own on every other date from 2026 on, never the same twice in a row. */
const everyOtherDay = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      new Date(Date.UTC(2026, 0, 1 + 2 * i)).toISOString().slice(0, 10),
      [`10:00-1${2 + (i % 6)}:00`],
    ]),
  );
const office = { weekdays: ["08:00-18:00"] };
const closed = { bankHolidays: "england-and-wales" };
const onWeekendsToo = { bankHolidaysOnWeekends: "closed" } as const;

describe("a calendar as an opening_hours value", () => {
  it.each<[string, CalendarDefinition]>([
    ["Mo-Fr 08:00-18:00", calendar(office)],
    ["Mo-Su 08:00-12:00,13:00-18:00", calendar({ daily: ["13:00-18:00", "08:00-12:00"] })],
    ["24/7", calendar({ daily: ["00:00-24:00"] })],
    ["off", calendar({}, closed)],
    ["Mo-Th 08:00-18:00; Fr 08:00-16:00", calendar({ ...office, friday: ["08:00-16:00"] })],
    ["Mo,We,Fr-Su 09:00-17:00", calendar({ daily: ["09:00-17:00"], tuesday: [], thursday: [] })],
    ["Mo,Tu 09:00-17:00", calendar({ monday: ["09:00-17:00"], tuesday: ["09:00-17:00"] })],
    ["Mo-Fr 08:00-18:00; PH off", calendar(office, closed)],
    ["Mo-Fr 08:00-18:00", calendar(office, { bankHolidays: [] })],
    ["24/7; PH off", calendar({ daily: ["00:00-24:00"] }, { ...closed, ...onWeekendsToo })],
    // A calendar that does not say so is open on a Christmas Day that is a Saturday.
    [
      "Mo-Sa 09:00-17:00; PH off; Jan 01 Sa 09:00-17:00; Dec 25 Sa 09:00-17:00; Dec 26 Sa 09:00-17:00",
      calendar({ weekdays: ["09:00-17:00"], saturday: ["09:00-17:00"] }, closed),
    ],
    [
      "Mo-Fr 08:00-18:00; PH off; 2026 Dec 24 08:00-12:00; 2026 Dec 29 off",
      calendar(office, {
        ...closed,
        exceptions: { "2026-12-29": [], "2026-12-24": { hours: ["08:00-12:00"], title: "Eve" } },
      }),
    ],
    ["Mo-Su 22:00-07:00", calendar({ daily: ["22:00-07:00"] })],
    ["Mo-Fr 10:00-36:00", calendar({ weekdays: ["10:00-23:00", "23:00-12:00"] })],
    // Nights are kept whole, whatever the day after them has.
    [
      "Mo-Th,Sa,Su 18:00-02:00, Fr 20:00-04:00",
      calendar({ daily: ["18:00-02:00"], friday: ["20:00-04:00"] }),
    ],
    [
      "Mo-Su 22:00-07:00, PH 22:00-07:00 off",
      calendar({ daily: ["22:00-07:00"] }, { ...closed, ...onWeekendsToo }),
    ],
    [
      "Mo-Fr 22:00-07:00, PH Mo-Fr 22:00-07:00 off",
      calendar({ weekdays: ["22:00-07:00"] }, closed),
    ],
    [
      "Mo-Fr 22:00-07:00, Sa 18:00-02:00, PH Mo-Fr 22:00-07:00 off, PH Sa 18:00-02:00 off, Jan 01 Sa 18:00-02:00, Dec 25 Sa 18:00-02:00, Dec 26 Sa 18:00-02:00",
      calendar({ weekdays: ["22:00-07:00"], saturday: ["18:00-02:00"] }, closed),
    ],
    // Nights of a part of each year, whose last one ends in the rest of it.
    [
      "Mo-Fr 09:00-17:00; Jul 20-Aug 31 Mo-Fr 22:00-06:00",
      calendar(
        { weekdays: ["09:00-17:00"] },
        { rules: [{ from: "07-20", to: "08-31", hours: { weekdays: ["22:00-06:00"] } }] },
      ),
    ],
    // Nights that a closure would cut.
    [
      "Mo-Su 22:00-06:00, Dec 25-Jan 01 22:00-06:00 off",
      calendar({ daily: ["22:00-06:00"] }, { rules: [{ from: "12-25", to: "01-01", hours: [] }] }),
    ],
    // Other nights from a date on.
    [
      "Mo-Su 22:00-06:00, 2027 Apr 01-2200 Dec 31 22:00-06:00 off, 2027 Apr 01-2200 Dec 31 20:00-04:00",
      calendar(
        { daily: ["22:00-06:00"] },
        { hoursFrom: { "2027-04-01": { daily: ["20:00-04:00"] } } },
      ),
    ],
    [
      "Mo-Fr 22:00-06:00, We[1] 22:00-06:00 off, We[1] 13:00-17:00",
      calendar(
        { weekdays: ["22:00-06:00"] },
        { rules: [{ on: { weekday: "wednesday", nth: 1 }, hours: ["13:00-17:00"] }] },
      ),
    ],
    [
      "Mo-Su 22:00-07:00, 2026 Dec 24 22:00-07:00 off, 2026 Dec 24 08:00-12:00",
      calendar({ daily: ["22:00-07:00"] }, { exceptions: { "2026-12-24": ["08:00-12:00"] } }),
    ],
  ])("%s", (text, definition) => {
    expect(toOpeningHours(definition)).toBe(text);
    expect(toOpeningHours(defineCalendar(definition).toJSON())).toBe(text);
  });

  it("says dates in a row that have the same hours as one range", () => {
    // 2026 to 2029 has 1,461 days, each of which becomes an exception.
    const text = "Mo-Su 08:00-18:00; 2026 Jan 01-2029 Dec 31 08:00-17:00";
    expect(toOpeningHours(calendarFromOpeningHours(text, desk))).toBe(text);
    const night = "Mo-Fr 20:00-04:00, 2026 Dec 24-26 Th,Fr 20:00-04:00 off";
    const closed = calendar(
      { weekdays: ["20:00-04:00"] },
      { exceptions: { "2026-12-24": [], "2026-12-25": [], "2026-12-26": [] } },
    );
    // 24 December 2026 is a Thursday; on the Saturday nothing is to be taken away.
    expect(toOpeningHours(closed)).toBe(
      "Mo-Fr 20:00-04:00, 2026 Dec 24-2026 Dec 26 Th,Fr 20:00-04:00 off",
    );
    expect(calendarFromOpeningHours(night, desk).exceptions).toEqual({
      "2026-12-24": [],
      "2026-12-25": [],
    });
  });

  it("is read again by its own reader, however many dates have hours of their own", () => {
    const weekdayNights = { weekdays: ["20:00-04:00"], weekend: ["22:00-06:00"] };
    for (const hours of [office, weekdayNights]) {
      const definition = calendar(hours, { exceptions: everyOtherDay(400) });
      const again = calendarFromOpeningHours(toOpeningHours(definition), desk);
      expect(again.exceptions).toEqual(definition.exceptions);
    }
  });

  it("is refused if its own reader would refuse it, and says why", () => {
    expect(() => toOpeningHours(calendar({}, { exceptions: everyOtherDay(4_001) }))).toThrow(
      /exceptions: 4001 dates with hours of their own given; a reader takes at most 4000/,
    );
    expect(() => toOpeningHours(calendar({}, { exceptions: everyOtherDay(4_000) }))).toThrow(
      /it would take \d+ characters, and a reader takes at most 60000/,
    );
  });

  it("is refused if every value would cut a night", () => {
    const night = calendar(
      { daily: ["22:00-07:00", "06:00-08:00"] },
      { exceptions: { "2026-12-24": ["12:00-13:00"] } },
    );
    expect(() => toOpeningHours(night)).toThrow(/calendar "desk"[\s\S]*end the night at 24:00/);
  });
});

describe("a calendar as schema.org has it", () => {
  const entry = (more: object) => ({ "@type": "OpeningHoursSpecification", ...more });
  const days = (...names: string[]) => names.map((name) => `https://schema.org/${name}`);
  const weekdays = days("Monday", "Tuesday", "Wednesday", "Thursday", "Friday");
  const weekend = days("Saturday", "Sunday");

  it("says every day of the week, closed ones too", () => {
    expect(toSchemaOrg(calendar(office))).toEqual({
      openingHoursSpecification: [
        entry({ dayOfWeek: weekdays, opens: "08:00", closes: "18:00" }),
        entry({ dayOfWeek: weekend, opens: "00:00", closes: "00:00" }),
      ],
    });
  });

  it("says all day, midnight and nights as schema.org does", () => {
    const hours = { weekdays: ["00:00-24:00"], saturday: ["10:00-12:00", "18:00-24:00"] };
    expect(toSchemaOrg(calendar({ ...hours, sunday: ["22:00-07:00"] }))).toEqual({
      openingHoursSpecification: [
        entry({ dayOfWeek: weekdays, opens: "00:00", closes: "23:59" }),
        entry({ dayOfWeek: days("Saturday"), opens: "10:00", closes: "12:00" }),
        entry({ dayOfWeek: days("Saturday"), opens: "18:00", closes: "00:00" }),
        entry({ dayOfWeek: days("Sunday"), opens: "22:00", closes: "07:00" }),
      ],
    });
  });

  it("says bank holidays and exceptions", () => {
    const definition = calendar(office, {
      ...closed,
      exceptions: { "2026-12-24": { hours: ["08:00-12:00"], title: "Eve" }, "2026-12-29": [] },
    });
    const { openingHoursSpecification, specialOpeningHoursSpecification } = toSchemaOrg(definition);
    expect(openingHoursSpecification.at(-1)).toEqual(
      entry({ dayOfWeek: "https://schema.org/PublicHolidays", opens: "00:00", closes: "00:00" }),
    );
    const on = (date: string) => ({ validFrom: date, validThrough: date });
    expect(specialOpeningHoursSpecification).toEqual([
      entry({ name: "Eve", ...on("2026-12-24"), opens: "08:00", closes: "12:00" }),
      entry({ ...on("2026-12-29"), opens: "00:00", closes: "00:00" }),
    ]);
  });

  it("says the weekends of fixed days, if they have other hours than bank holidays", () => {
    const shop = { weekdays: ["09:00-17:00"], saturday: ["10:00-16:00"] };
    const list = { dates: [], from: "2026-01-01", to: "2028-12-31" };
    const between = (definition: HoursDefinition) =>
      (toSchemaOrg(definition).specialOpeningHoursSpecification ?? [])
        .filter(({ validFrom = "" }) => validFrom >= "2026" && validFrom < "2029")
        .map(({ name, validFrom, opens }) => [name, validFrom, opens]);
    // 26 December 2026, 25 December 2027 and 1 January 2028 are Saturdays; Sundays are closed anyway.
    expect(between(calendar(shop, closed))).toEqual([
      ["Boxing Day", "2026-12-26", "10:00"],
      ["Christmas Day", "2027-12-25", "10:00"],
      ["New Year's Day", "2028-01-01", "10:00"],
    ]);
    expect(between(calendar(shop, { ...closed, ...onWeekendsToo }))).toEqual([]);
    expect(between(calendar(shop, { bankHolidays: list }))).toEqual([]);
    // Bank holidays have hours, and the weekends of fixed days do not.
    const hours = { ...closed, ...onWeekendsToo, bankHolidayHours: ["11:00-13:00"] };
    expect(between(calendar(shop, hours))).toEqual([
      ["Boxing Day", "2026-12-26", "00:00"],
      ["Christmas Day", "2027-12-25", "00:00"],
      ["Boxing Day", "2027-12-26", "00:00"],
      ["New Year's Day", "2028-01-01", "00:00"],
    ]);
  });

  it("says dates in a row that have the same hours and name as one entry", () => {
    const off = { hours: [], title: "Christmas closure" };
    const exceptions = {
      "2026-12-28": off,
      "2026-12-29": off,
      "2026-12-30": off,
      "2026-12-31": [],
    };
    const { specialOpeningHoursSpecification } = toSchemaOrg(calendar(office, { exceptions }));
    const closedAllDay = { opens: "00:00", closes: "00:00" };
    expect(specialOpeningHoursSpecification).toEqual([
      entry({
        name: off.title,
        validFrom: "2026-12-28",
        validThrough: "2026-12-30",
        ...closedAllDay,
      }),
      entry({ validFrom: "2026-12-31", validThrough: "2026-12-31", ...closedAllDay }),
    ]);
  });

  it("is read again by its own reader up to 4,000 dates, and refused beyond", () => {
    const definition = calendar({}, { exceptions: everyOtherDay(4_000) });
    const written: unknown = JSON.parse(JSON.stringify(toSchemaOrg(definition)));
    expect(calendarFromSchemaOrg(written, desk).exceptions).toEqual(definition.exceptions);
    expect(() => toSchemaOrg(calendar({}, { exceptions: everyOtherDay(4_001) }))).toThrow(
      /exceptions: 4001 dates with hours of their own given; a reader takes at most 4000/,
    );
  });

  it("is refused for hours that would mean the whole day", () => {
    expect(() => toSchemaOrg(calendar({ daily: ["00:00-23:59"] }))).toThrow("close at 24:00");
  });
});

describe("anything but a calendar of hours", () => {
  const both = { union: [calendar(office), calendar(office)] } as const;

  it.each([
    ["toOpeningHours", toOpeningHours],
    ["toSchemaOrg", toSchemaOrg],
  ])("is refused by %s", (_, write) => {
    expect(() => write(both)).toThrow(/union: a calendar made of two others/);
    expect(() => write(calendar({ daily: ["25:00"] }))).toThrow(DefinitionError);
    expect(() => write(null as never)).toThrow(DefinitionError);
  });
});

describe("bank holidays in the shape of gov.uk", () => {
  it("are those that are published, and can be read again", () => {
    const scotland = bankHolidays("scotland");
    const file = toGovUkBankHolidays([scotland, bankHolidays("northern-ireland")]);
    expect(Object.keys(file)).toEqual(["scotland", "northern-ireland"]);
    const again = parseBankHolidays(JSON.stringify(file), "scotland");
    expect(again.publishedUntil).toBe(scotland.publishedUntil);
    const published = scotland.events.filter(({ status }) => status === "published");
    expect(again.events).toEqual(published);
  });

  it.each<[string, unknown, string]>([
    ["nothing", undefined, "expected a list of what parseBankHolidays gives"],
    ["one division outside a list", bankHolidays("scotland"), "expected a list of what"],
    ["a division's name", ["scotland"], "[0]"],
    [
      "events without their status",
      [{ ...bankHolidays("scotland"), events: [{}] }],
      "[0].events[0].status: missing",
    ],
    ["a date that does not exist", [{ ...bankHolidays("scotland"), to: "2026-02-30" }], "[0].to"],
    [
      "one division twice",
      [bankHolidays("scotland"), bankHolidays("scotland")],
      '[1].division: "scotland" given twice',
    ],
  ])("are refused for %s", (_, given, message) => {
    // As JavaScript may do.
    const write = () => toGovUkBankHolidays(given as never);
    expect(write).toThrow(DefinitionError);
    expect(write).toThrow(message);
  });
});
