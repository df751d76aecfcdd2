import { describe, expect, it } from "vitest";
import type { HoursDefinition } from "../../src";
import { calendarFromSchemaOrg, type ImportOptions } from "../../src/interchange";

const shop = { id: "shop", timeZone: "Europe/London" };
const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const office = { dayOfWeek: weekdays, opens: "09:00", closes: "17:00" };
const closed = { opens: "00:00", closes: "00:00" };

const read = (value: unknown, options: Partial<ImportOptions> = {}) =>
  calendarFromSchemaOrg(value, { ...shop, ...options });
const on = (date: string, through = date) => ({ validFrom: date, validThrough: through });

describe("schema.org opening hours", () => {
  // By hand, from https://schema.org/OpeningHoursSpecification and from
  // https://developers.google.com/search/docs/appearance/structured-data/local-business.
  it.each<[string, object, HoursDefinition["hours"]]>([
    ["days by name", office, { weekdays: ["09:00-17:00"] }],
    ["one day", { ...office, dayOfWeek: "Sunday" }, { sunday: ["09:00-17:00"] }],
    [
      "a day by its address",
      { ...office, dayOfWeek: "https://schema.org/Sunday" },
      {
        sunday: ["09:00-17:00"],
      },
    ],
    [
      "a day by its old address",
      { ...office, dayOfWeek: ["http://schema.org/Sunday"] },
      {
        sunday: ["09:00-17:00"],
      },
    ],
    [
      "seconds that change nothing",
      { ...office, opens: "09:00:00", closes: "17:00:00" },
      {
        weekdays: ["09:00-17:00"],
      },
    ],
    [
      "over midnight",
      { ...office, opens: "18:00", closes: "03:00" },
      {
        weekdays: ["18:00-03:00"],
      },
    ],
    [
      "until midnight",
      { ...office, opens: "18:00", closes: "00:00" },
      {
        weekdays: ["18:00-24:00"],
      },
    ],
    ["all day", { ...office, opens: "00:00", closes: "23:59" }, { weekdays: ["00:00-24:00"] }],
    [
      "all day, exactly",
      { ...office, opens: "00:00", closes: "24:00" },
      {
        weekdays: ["00:00-24:00"],
      },
    ],
    [
      "until a minute to midnight",
      { ...office, opens: "18:00", closes: "23:59" },
      {
        weekdays: ["18:00-23:59"],
      },
    ],
    [
      "closed, by two midnights",
      [office, { dayOfWeek: "Sunday", ...closed }],
      {
        weekdays: ["09:00-17:00"],
      },
    ],
    ["closed, by no times", [office, { dayOfWeek: "Sunday" }], { weekdays: ["09:00-17:00"] }],
    [
      "a lunch break",
      [
        { ...office, closes: "12:00" },
        { ...office, opens: "13:00" },
      ],
      { weekdays: ["09:00-12:00", "13:00-17:00"] },
    ],
    ["the same twice", [office, office], { weekdays: ["09:00-17:00"] }],
    [
      "a place",
      { "@type": "Library", name: "L", openingHoursSpecification: office },
      {
        weekdays: ["09:00-17:00"],
      },
    ],
    [
      "keys that say nothing of hours",
      { ...office, "@type": "x", description: "Desk" },
      {
        weekdays: ["09:00-17:00"],
      },
    ],
  ])("%s", (_, value, hours) => {
    expect(read(value)).toEqual({ ...shop, hours });
  });
});

describe("dates", () => {
  const summer = { dayOfWeek: weekdays, opens: "09:00", closes: "15:00" };

  it("with their own hours become exceptions, with their names", () => {
    const eve = { ...on("2026-12-24"), opens: "09:00", closes: "12:00", name: "Christmas Eve" };
    expect(
      read([office, eve, { ...on("2026-12-29", "2026-12-30"), ...closed }]).exceptions,
    ).toEqual({
      "2026-12-24": { hours: ["09:00-12:00"], title: "Christmas Eve" },
      "2026-12-29": [],
      "2026-12-30": [],
    });
  });

  it("of a season change the days that it names, and no others", () => {
    const season = {
      ...summer,
      dayOfWeek: ["Friday", "Saturday"],
      ...on("2026-08-03", "2026-08-09"),
    };
    expect(read([office, season]).exceptions).toEqual({
      "2026-08-07": ["09:00-15:00"],
      "2026-08-08": ["09:00-15:00"],
    });
  });

  it("that are special win over the others", () => {
    const place = {
      openingHoursSpecification: [office, { ...summer, ...on("2026-08-03", "2026-08-05") }],
      specialOpeningHoursSpecification: { ...on("2026-08-04"), ...closed },
    };
    expect(read(place).exceptions).toEqual({
      "2026-08-03": ["09:00-15:00"],
      "2026-08-04": [],
      "2026-08-05": ["09:00-15:00"],
    });
  });

  it("win, one by one, over a season, whether they name their day of the week or not", () => {
    const season = { ...summer, ...on("2026-08-03", "2026-08-05") };
    const day = { ...on("2026-08-04"), opens: "10:00", closes: "11:00" };
    for (const entry of [day, { ...day, dayOfWeek: "Tuesday" }]) {
      const { exceptions } = read([office, season, entry]);
      expect(exceptions).toMatchObject({ "2026-08-04": ["10:00-11:00"] });
    }
  });
});

describe("public holidays", () => {
  const options = { bankHolidays: "england-and-wales" };
  const list = { bankHolidays: ["2026-12-25", "2026-12-28"] };
  const none = { dayOfWeek: "PublicHolidays", ...closed };

  it("are closed if it says so", () => {
    const entries = [office, { ...none, dayOfWeek: "https://schema.org/PublicHolidays" }];
    expect(read(entries, options)).toEqual({
      ...shop,
      ...options,
      bankHolidaysOnWeekends: "closed",
      hours: { weekdays: ["09:00-17:00"] },
    });
  });

  it("are ordinary days if it says nothing", () => {
    expect(read(office, options).bankHolidays).toBeUndefined();
  });

  it("may have hours", () => {
    const short = { dayOfWeek: ["Sunday", "PublicHolidays"], opens: "10:00", closes: "12:00" };
    expect(read([office, short], list)).toEqual({
      ...shop,
      ...list,
      hours: { weekdays: ["09:00-17:00"], sunday: ["10:00-12:00"] },
      bankHolidayHours: ["10:00-12:00"],
    });
  });

  it("win over the weeks of a season, and dates win over them", () => {
    const season = { ...office, closes: "15:00", ...on("2026-12-21", "2026-12-30") };
    const date = { ...on("2026-12-28"), opens: "10:00", closes: "12:00" };
    const { exceptions = {} } = read([office, season, none, date], list);
    expect(exceptions["2026-12-24"]).toEqual(["09:00-15:00"]);
    expect(exceptions["2026-12-25"]).toBeUndefined();
    expect(exceptions["2026-12-28"]).toEqual(["10:00-12:00"]);
  });
});
