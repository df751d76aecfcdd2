import { describe, expect, it } from "vitest";
import { bankHolidays, defineCalendar, type HoursDefinition } from "../../src";
import { calendarFromOpeningHours } from "../../src/interchange";

const desk = { id: "desk", timeZone: "Europe/London" };
const hoursOf = (text: string) => calendarFromOpeningHours(text, desk).hours;

describe("an opening_hours value", () => {
  // By hand, from https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification.
  it.each<[string, HoursDefinition["hours"]]>([
    ["Mo-Fr 08:00-18:00", { weekdays: ["08:00-18:00"] }],
    ["08:00-18:00", { daily: ["08:00-18:00"] }],
    ["24/7", { daily: ["00:00-24:00"] }],
    ["24/7 closed", {}],
    ["open", { daily: ["00:00-24:00"] }],
    ["off", {}],
    ["Sa,Su", { weekend: ["00:00-24:00"] }],
    ["Mo-Fr 08:00-12:00,13:00-17:30", { weekdays: ["08:00-12:00", "13:00-17:30"] }],
    ["Mo-Fr 13:00-17:30,08:00-12:00", { weekdays: ["08:00-12:00", "13:00-17:30"] }],
    ["Mo-Fr 08:00-12:00,12:00-17:30", { weekdays: ["08:00-17:30"] }],
    ["Mo-Fr 08:00-12:00,11:00-17:30", { weekdays: ["08:00-17:30"] }],
    ["Mo,We 09:00-17:00", { monday: ["09:00-17:00"], wednesday: ["09:00-17:00"] }],
    ["Mo-Tu,Th-Fr,We 09:00-17:00", { weekdays: ["09:00-17:00"] }],
    ["Sa-Mo 10:00-16:00", { monday: ["10:00-16:00"], weekend: ["10:00-16:00"] }],
    ["Mo-Su 22:00-07:00", { daily: ["22:00-07:00"] }],
    ["Mo-Su 22:00-31:00", { daily: ["22:00-07:00"] }],
    ["Mo-Su 18:00-24:00", { daily: ["18:00-24:00"] }],
    ["Mo-Su 18:00-00:00", { daily: ["18:00-24:00"] }],
    ["Mo-Fr 10:00-36:00", { weekdays: ["10:00-18:00", "18:00-12:00"] }],
    ["Mo-Fr 08:00-18:00 open", { weekdays: ["08:00-18:00"] }],
    [" Mo - Fr  08:00 - 18:00 ;", { weekdays: ["08:00-18:00"] }],
  ])("%s", (text, hours) => {
    expect(hoursOf(text)).toEqual(hours);
  });
});

describe("rules one after the other", () => {
  it.each<[string, HoursDefinition["hours"]]>([
    ["Mo-Fr 08:00-18:00; Sa 09:00-12:00", { weekdays: ["08:00-18:00"], saturday: ["09:00-12:00"] }],
    // A normal rule takes the place of those before it on its days...
    [
      "Mo-Su 08:00-18:00; Sa,Su 10:00-12:00",
      { weekdays: ["08:00-18:00"], weekend: ["10:00-12:00"] },
    ],
    ["Sa,Su 10:00-12:00; Mo-Su 08:00-18:00", { daily: ["08:00-18:00"] }],
    ["08:00-18:00; 20:00-22:00", { daily: ["20:00-22:00"] }],
    ["24/7; Su off", { weekdays: ["00:00-24:00"], saturday: ["00:00-24:00"] }],
    ["Mo-Su 08:00-18:00; Sa,Su closed", { weekdays: ["08:00-18:00"] }],
    // ... an additional one adds to them ...
    ["Mo-Fr 08:00-12:00, Mo-Fr 14:00-18:00", { weekdays: ["08:00-12:00", "14:00-18:00"] }],
    [
      "Mo-Su 08:00-18:00, Sa,Su 06:00-09:00",
      { weekdays: ["08:00-18:00"], weekend: ["06:00-18:00"] },
    ],
    // ... and one that closes takes away its times and no others.
    ["Mo-Fr 08:00-18:00; Mo-Fr 12:00-13:00 off", { weekdays: ["08:00-12:00", "13:00-18:00"] }],
    ["Mo-Fr 08:00-18:00 open, 12:00-13:00 off", { weekdays: ["08:00-12:00", "13:00-18:00"] }],
    ["Mo-Fr 08:00-18:00; 08:00-09:00,17:00-18:00 off", { weekdays: ["09:00-17:00"] }],
    ["12:00-13:00 off; Mo-Fr 08:00-18:00", { weekdays: ["08:00-18:00"] }],
  ])("%s", (text, hours) => {
    expect(hoursOf(text)).toEqual(hours);
  });

  it("keep a night whole if each adds to those before it", () => {
    expect(hoursOf("Mo-Th 18:00-02:00, Fr 20:00-04:00")).toMatchObject({
      thursday: ["18:00-02:00"],
      friday: ["20:00-04:00"],
    });
  });

  it("keep a night whole if the rule of its day comes last", () => {
    // https://github.com/opening-hours/opening_hours.js/issues/261
    const text = "Mo 06:00-15:00; Fr-Su 09:00-17:00; Tu-Th 07:00-04:00";
    expect(hoursOf(text)).toMatchObject({ thursday: ["07:00-04:00"], friday: ["09:00-17:00"] });
  });
});

describe("public holidays", () => {
  const list = ["2026-12-25", { date: "2026-12-28", title: "Boxing Day" }];
  const withList = (text: string) =>
    calendarFromOpeningHours(text, { ...desk, bankHolidays: list });

  it.each(["PH off", "PH closed", "PH 00:00-24:00 off", "PH,Su off"])("%s", (rule) => {
    const text = `Mo-Fr 08:00-18:00; ${rule}`;
    const options = { ...desk, bankHolidays: "england-and-wales" };
    expect(calendarFromOpeningHours(text, options)).toEqual({
      ...desk,
      hours: { weekdays: ["08:00-18:00"] },
      bankHolidays: "england-and-wales",
      bankHolidaysOnWeekends: "closed",
    });
  });

  it("are ordinary days if the value does not name them", () => {
    expect(withList("Mo-Fr 08:00-18:00").bankHolidays).toBeUndefined();
    expect(withList("Mo-Su,PH 08:00-18:00").bankHolidays).toBeUndefined();
  });

  it("are ordinary days if a later rule says so", () => {
    expect(withList("PH off; Mo-Fr 08:00-18:00").bankHolidays).toBeUndefined();
  });

  it("may have hours", () => {
    expect(withList("Mo-Fr 08:00-18:00; PH 10:00-12:00")).toEqual({
      ...desk,
      hours: { weekdays: ["08:00-18:00"] },
      bankHolidays: list,
      bankHolidayHours: ["10:00-12:00"],
    });
  });

  it("can be those of only some days of the week", () => {
    // 25 December 2026 is a Friday, 28 December a Monday.
    const { exceptions } = withList("Mo-Fr 08:00-18:00; PH Mo off");
    expect(exceptions).toEqual({ "2026-12-25": ["08:00-18:00"] });
  });

  it("can be those of a division's data", () => {
    const data = bankHolidays("scotland");
    const text = "Mo-Fr 08:00-18:00; PH 10:00-12:00";
    const calendar = defineCalendar(
      calendarFromOpeningHours(text, { ...desk, bankHolidays: data }),
    );
    expect(calendar.hoursOn("2026-11-30")).toEqual(["10:00-12:00"]);
    expect(calendar.hoursOn("2026-12-01")).toEqual(["08:00-18:00"]);
    expect(calendar.isProvisional("2030-01-01T00:00:00Z")).toBe(true);
  });
});

describe("dates", () => {
  const exceptionsOf = (text: string) =>
    calendarFromOpeningHours(text, { ...desk, bankHolidays: ["2026-12-25"] }).exceptions;

  it.each<[string, object]>([
    ["2026 Dec 24 08:00-12:00", { "2026-12-24": ["08:00-12:00"] }],
    ["2026 Dec 24: 08:00-12:00", { "2026-12-24": ["08:00-12:00"] }],
    ["2026 Dec 24 off", { "2026-12-24": [] }],
    ["2026 Dec 7 off", { "2026-12-07": [] }],
    ["2026 Dec 23-24 off", { "2026-12-23": [], "2026-12-24": [] }],
    ["2026 Dec 24,2026 Dec 31 off", { "2026-12-24": [], "2026-12-31": [] }],
    ["2026 Dec 31-2027 Jan 01 off", { "2026-12-31": [], "2027-01-01": [] }],
    // 26 December is a Saturday: closed as it is.
    ["2026 Dec 24-26 Th,Sa off", { "2026-12-24": [] }],
    [
      "2026 Dec 24-26 Th,Sa 08:00-12:00",
      {
        "2026-12-24": ["08:00-12:00"],
        "2026-12-26": ["08:00-12:00"],
      },
    ],
  ])("%s", (rule, exceptions) => {
    expect(exceptionsOf(`Mo-Fr 08:00-18:00; ${rule}`)).toEqual(exceptions);
  });

  it("add to their day after a comma", () => {
    expect(exceptionsOf("Mo-Fr 08:00-18:00, 2026 Dec 24 20:00-22:00")).toEqual({
      "2026-12-24": ["08:00-18:00", "20:00-22:00"],
    });
  });

  it("leave nothing behind if they change nothing", () => {
    expect(exceptionsOf("Mo-Fr 08:00-18:00; 2026 Dec 24 08:00-18:00")).toBeUndefined();
  });

  it("win over public holidays, or lose to them, by the order of the rules", () => {
    const first = "Mo-Fr 08:00-18:00; PH off; 2026 Dec 25 08:00-12:00";
    expect(exceptionsOf(first)).toEqual({ "2026-12-25": ["08:00-12:00"] });
    const last = "Mo-Fr 08:00-18:00; 2026 Dec 24-25 08:00-12:00; PH off";
    expect(exceptionsOf(last)).toEqual({ "2026-12-24": ["08:00-12:00"] });
  });

  it("stay closed whatever dates the holidays of a name turn out to be", () => {
    const options = { ...desk, bankHolidays: "england-and-wales" };
    const text = "Mo-Fr 08:00-18:00; PH off; 2031 May 5-11 off";
    // 5 May 2031 is a projected bank holiday, which a proclamation may move; the 10th is a Saturday.
    const { exceptions = {} } = calendarFromOpeningHours(text, options);
    expect(Object.keys(exceptions).map((date) => date.slice(8))).toEqual([
      "05",
      "06",
      "07",
      "08",
      "09",
    ]);
  });
});

describe("the name of the calendar", () => {
  it("comes from the options", () => {
    const options = { ...desk, title: "The desk", source: { tag: "opening_hours" } };
    expect(calendarFromOpeningHours("24/7", options)).toEqual({
      ...options,
      hours: { daily: ["00:00-24:00"] },
    });
  });
});

describe("public holidays and the nth weekdays of a month", () => {
  it("close a day that only an nth weekday opens", () => {
    const options = {
      id: "desk",
      timeZone: "Europe/London",
      bankHolidays: "england-and-wales",
    } as const;
    const desk = defineCalendar(calendarFromOpeningHours("Mo[1] 09:00-10:00; PH off", options));
    // The first Monday of May 2027, the 3rd, is the early May bank holiday; that of June is not one.
    expect(desk.hoursOn("2027-05-03")).toEqual([]);
    expect(desk.hoursOn("2027-06-07")).toEqual(["09:00-10:00"]);
  });
});
