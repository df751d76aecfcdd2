import { describe, expect, it } from "vitest";
import { defineCalendar, type WeekHours } from "../../../src";
import { closuresFromICalendar } from "../../../src/interchange";
import { event, file } from "./write";

const START = "DTSTART;VALUE=DATE:";

const closures = (...lines: readonly string[]) => closuresFromICalendar(file(event(...lines)));
const rulesOf = (...lines: readonly string[]) => {
  const { rules, exceptions } = closures(...lines);
  expect(exceptions).toEqual({});
  return rules;
};
const datesOf = (...lines: readonly string[]) => {
  const { rules, exceptions } = closures(...lines);
  expect(rules).toEqual([]);
  return Object.keys(exceptions);
};

describe("a day of each year", () => {
  it("is a rule from its first date on", () => {
    expect(rulesOf(`${START}20261224`, "RRULE:FREQ=YEARLY", "SUMMARY:Christmas Eve")).toEqual([
      { title: "Christmas Eve", on: "12-24", hours: [], since: "2026-12-24" },
    ]);
  });

  it("may be several, by their months and days", () => {
    const rules = rulesOf(`${START}20270115`, "RRULE:FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=15,-1");
    expect(rules.map((rule) => "on" in rule && rule.on)).toEqual([
      "01-15",
      "01-31",
      "07-15",
      "07-31",
    ]);
  });

  it("is in every month, by BYMONTHDAY without BYMONTH", () => {
    expect(rulesOf(`${START}20270101`, "RRULE:FREQ=YEARLY;BYMONTHDAY=1")).toHaveLength(12);
  });

  it("is 29 February in leap years alone", () => {
    const { rules, exceptions } = closures(`${START}20280229`, "RRULE:FREQ=YEARLY");
    const calendar = defineCalendar({ timeZone: "UTC", hours: DAILY, rules, exceptions });
    const closed = ["2029-02-28", "2029-03-01", "2032-02-29"].filter(
      (date) => !calendar.isWorkingDay(date),
    );
    expect(closed).toEqual(["2032-02-29"]);
  });
});

const DAILY: WeekHours = { daily: ["09:00-17:00"] };

describe("several days of each year", () => {
  it("are a range, over the new year too", () => {
    const lines = [`${START}20261224`, "DTEND;VALUE=DATE:20270102", "RRULE:FREQ=YEARLY"];
    expect(rulesOf(...lines)).toEqual([
      { from: "12-24", to: "01-01", hours: [], since: "2026-12-24" },
    ]);
  });

  it("may be said by a duration", () => {
    expect(rulesOf(`${START}20261224`, "DURATION:P1W2D", "RRULE:FREQ=YEARLY")).toMatchObject([
      { from: "12-24", to: "01-01" },
    ]);
  });

  it("are one by one if a leap day would lengthen them", () => {
    // Ten days from 25 February end on 6 March, and in 2028 on 5 March.
    const lines = [`${START}20270225`, "DURATION:P10D", "RRULE:FREQ=YEARLY;COUNT=3"];
    const dates = datesOf(...lines);
    expect(dates).toHaveLength(30);
    expect([dates[9], dates[19], dates[29]]).toEqual(["2027-03-06", "2028-03-05", "2029-03-06"]);
  });
});

describe("an nth day of the week", () => {
  it.each([
    ["of a month", "20270503", "FREQ=YEARLY;BYMONTH=5;BYDAY=1MO", { nth: 1, months: [5] }],
    ["the last", "20270531", "FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO", { nth: -1, months: [5] }],
    // As Outlook writes it.
    ["by BYSETPOS", "20270531", "FREQ=YEARLY;BYMONTH=5;BYDAY=MO;BYSETPOS=-1", { nth: -1 }],
    ["of every month", "20270405", "FREQ=MONTHLY;BYDAY=1MO", { nth: 1 }],
    // The seven days from the 15th have one Monday, the third.
    [
      "by its days",
      "20270118",
      "FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=15,16,17,18,19,20,21",
      { nth: 3 },
    ],
    ["of the year", "20270104", "FREQ=YEARLY;BYDAY=1MO", { nth: 1, months: [1] }],
    ["the last of the year", "20271227", "FREQ=YEARLY;BYDAY=-1MO", { nth: -1, months: [12] }],
    ["each of a month", "20270802", "FREQ=YEARLY;BYMONTH=8;BYDAY=MO", { months: [8] }],
  ])("%s", (_, first, rule, on) => {
    expect(rulesOf(START + first, `RRULE:${rule}`)).toMatchObject([
      { on: { weekday: "monday", ...on }, hours: [] },
    ]);
  });
});

describe("a day of the week", () => {
  it("is every so many weeks from its first date", () => {
    expect(rulesOf(`${START}20270109`, "RRULE:FREQ=WEEKLY;INTERVAL=2")).toMatchObject([
      { on: { weekday: "saturday", every: 2, from: "2027-01-09" } },
    ]);
  });

  it("begins in the next turn where its week has begun, by WKST", () => {
    // Wednesday 6 January 2027; the Monday of that week is before it, and the next turn is two weeks on.
    const rules = rulesOf(`${START}20270106`, "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE");
    expect(rules).toMatchObject([{ on: { from: "2027-01-18" } }, { on: { from: "2027-01-06" } }]);
    // Where the week begins on Sunday, Sunday 10 January is in the next week, which is left out.
    const sundays = rulesOf(`${START}20270106`, "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,WE;WKST=SU");
    expect(sundays).toMatchObject([{ on: { from: "2027-01-17" } }, { on: { from: "2027-01-06" } }]);
  });

  it("goes on for as long as the event lasts", () => {
    const rules = rulesOf(`${START}20270109`, "DURATION:P2D", "RRULE:FREQ=WEEKLY");
    expect(rules.map((rule) => "on" in rule && rule.on)).toEqual([
      { weekday: "saturday", every: 1, from: "2027-01-09" },
      { weekday: "sunday", every: 1, from: "2027-01-10" },
    ]);
  });
});

describe("a series that ends", () => {
  it("ends by COUNT after the last day of its last occurrence", () => {
    const lines = [`${START}20261224`, "DURATION:P9D", "RRULE:FREQ=YEARLY;COUNT=3"];
    expect(rulesOf(...lines)).toMatchObject([{ since: "2026-12-24", until: "2029-01-01" }]);
  });

  it.each(["20281223", "20281223T000000Z", "20281223T235959Z"])(
    "ends by UNTIL=%s, which may be no date of it",
    (until) => {
      const lines = [`${START}20261224`, "DURATION:P9D", `RRULE:FREQ=YEARLY;UNTIL=${until}`];
      expect(rulesOf(...lines)).toMatchObject([{ since: "2026-12-24", until: "2028-01-01" }]);
    },
  );

  it("is dates if rules would be no fewer", () => {
    expect(datesOf(`${START}20261225`, "RRULE:FREQ=YEARLY;COUNT=1")).toEqual(["2026-12-25"]);
  });

  it("is dates if no rules say it: the last days of February, every third year", () => {
    const last = [`${START}20270228`, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;COUNT=3"];
    expect(datesOf(...last)).toEqual(["2027-02-28", "2028-02-29", "2029-02-28"]);
    const third = [`${START}20270701`, "RRULE:FREQ=YEARLY;INTERVAL=3;COUNT=3"];
    expect(datesOf(...third)).toEqual(["2027-07-01", "2030-07-01", "2033-07-01"]);
  });
});

describe("what is taken out of a series", () => {
  const christmas = [`${START}20261224`, "DURATION:P9D", "RRULE:FREQ=YEARLY", "UID:closure"];

  it("by EXDATE splits its rule", () => {
    expect(rulesOf(...christmas, "EXDATE;VALUE=DATE:20271224")).toEqual([
      { from: "12-24", to: "01-01", hours: [], since: "2026-12-24", until: "2027-12-23" },
      // What would have been closed until 1 January 2028 is not.
      { from: "12-24", to: "01-01", hours: [], since: "2028-01-02" },
    ]);
  });

  it("by an event of its own is that event instead", () => {
    const changed = [`${START}20271223`, "DURATION:P2D", "RECURRENCE-ID;VALUE=DATE:20271224"];
    const text = file(event(...christmas), event(...changed, "UID:closure"));
    const { rules, exceptions } = closuresFromICalendar(text);
    expect(rules.map(({ since }) => since)).toEqual(["2026-12-24", "2028-01-02"]);
    expect(Object.keys(exceptions)).toEqual(["2027-12-23", "2027-12-24"]);
  });

  it("may be cancelled by itself, or with the series", () => {
    const changed = [`${START}20271224`, "RECURRENCE-ID;VALUE=DATE:20271224", "UID:closure"];
    const one = file(event(...christmas), event(...changed, "STATUS:CANCELLED"));
    expect(closuresFromICalendar(one)).toMatchObject({ rules: [{}, {}], exceptions: {} });
    const all = file(event(...christmas, "STATUS:CANCELLED"), event(...changed));
    expect(closuresFromICalendar(all)).toEqual({ rules: [], exceptions: {} });
  });
});

it("RDATE adds dates, each as long as the event", () => {
  const lines = [`${START}20261224`, "DURATION:P2D", "RDATE;VALUE=DATE:20270401,20270705"];
  expect(datesOf(...lines)).toEqual([
    "2026-12-24",
    "2026-12-25",
    "2027-04-01",
    "2027-04-02",
    "2027-07-05",
    "2027-07-06",
  ]);
});

it("a single date is an exception by name, and two events of one date share it", () => {
  const text = file(
    event(`${START}20270505`, "SUMMARY:Town show"),
    event(`${START}20270505`, "SUMMARY:Training\\, all day"),
  );
  expect(closuresFromICalendar(text).exceptions).toEqual({
    "2027-05-05": { hours: [], title: "Town show; Training, all day" },
  });
});

describe("times", () => {
  const london = { timeZone: "Europe/London" };
  const dates = (options: object | undefined, ...lines: readonly string[]) =>
    Object.keys(closuresFromICalendar(file(event(...lines)), options).exceptions);

  it("of midnight are dates, on the calendar's clock", () => {
    const floating = ["DTSTART:20270720T000000", "DTEND:20270722T000000"];
    expect(dates(undefined, ...floating)).toEqual(["2027-07-20", "2027-07-21"]);
    const zoned = ["DTSTART;TZID=Europe/London:20270720T000000", "DURATION:P1D"];
    expect(dates(london, ...zoned)).toEqual(["2027-07-20"]);
    // 23:00 in UTC is midnight in a London summer.
    expect(dates(london, "DTSTART:20270719T230000Z", "DURATION:P1D")).toEqual(["2027-07-20"]);
    const paris = ['DTSTART;TZID="Europe/Paris":20270720T010000', "DURATION:P1D"];
    expect(dates(london, ...paris)).toEqual(["2027-07-20"]);
  });

  it("in UNTIL are read on the calendar's clock", () => {
    const lines = ["DTSTART:20270720T000000", "DURATION:P1D"];
    const rule = "RRULE:FREQ=DAILY;UNTIL=20270721T230000Z";
    expect(dates(london, ...lines, rule)).toEqual([]);
    const { rules } = closuresFromICalendar(file(event(...lines, rule)), london);
    expect(rules).toMatchObject([{ since: "2027-07-20", until: "2027-07-22" }]);
  });
});

describe("however the file is written", () => {
  const text = file(event(`${START}20261225`, "SUMMARY:Dydd Nadolig a G\u0175yl San Steffan"));
  const exceptions = {
    "2026-12-25": { hours: [], title: "Dydd Nadolig a G\u0175yl San Steffan" },
  };
  const utf8 = (some: string) => new TextEncoder().encode(some);

  it.each([
    ["with a byte order mark", `\ufeff${text}`],
    ["with LF", text.replaceAll("\r\n", "\n")],
    ["with CR", text.replaceAll("\r\n", "\r")],
    ["folded", text.replace("Nadolig", "Nad\r\n olig").replace("VALUE", "VA\r\n\tLUE")],
    [
      "in small letters",
      text.replace("BEGIN:VEVENT", "begin:vevent").replace("DTSTART", "dtstart"),
    ],
    ["with blank lines", text.replaceAll("\r\n", "\r\n\r\n")],
    ["with a language", text.replace("SUMMARY:", "SUMMARY;LANGUAGE=cy:")],
    ["as bytes", utf8(text)],
    ["as bytes with a byte order mark", utf8(`\ufeff${text}`)],
    ["as UTF-16", new Uint8Array(Uint16Array.from(`\ufeff${text}`, (c) => c.charCodeAt(0)).buffer)],
  ])("%s", (_, given) => {
    expect(closuresFromICalendar(given).exceptions).toEqual(exceptions);
  });

  it("folded in the middle of a letter", () => {
    const bytes = utf8(text);
    const at = bytes.indexOf(0xc5) + 1; // ŵ is C5 B5.
    const folded = [...bytes.slice(0, at), 13, 10, 32, ...bytes.slice(at)];
    expect(closuresFromICalendar(Uint8Array.from(folded)).exceptions).toEqual(exceptions);
  });

  it("with what lies beside and within events", () => {
    const alarm = ["BEGIN:VALARM", "SUMMARY:Not this", "TRIGGER:-PT15M", "END:VALARM"];
    const zone = ["BEGIN:VTIMEZONE", "TZID:Europe/London", "END:VTIMEZONE"];
    const task = ["BEGIN:VTODO", "DTSTART:20270101T090000Z", "END:VTODO"];
    const all = file(zone, task, event(`${START}20261225`, ...alarm));
    expect(closuresFromICalendar(all).exceptions).toEqual({ "2026-12-25": [] });
  });
});

it("close a calendar, and say why", () => {
  const text = file(
    event(`${START}20261224`, "DURATION:P9D", "RRULE:FREQ=YEARLY", "SUMMARY:Christmas closure"),
    event(`${START}20270505`, "SUMMARY:Town show"),
  );
  const hours = { weekdays: ["09:00-17:00"] };
  const desk = defineCalendar({ timeZone: "Europe/London", hours, ...closuresFromICalendar(text) });
  // Thursday 23 December 2032, 16:00: an hour that day; Monday 3 January 2033 has the other three.
  expect(desk.add("2032-12-23T16:00:00Z", { hours: 4 }).toISO()).toBe(
    "2033-01-03T12:00:00.000+00:00",
  );
  expect(desk.reasonFor("2027-12-29")).toEqual({ because: "rule", title: "Christmas closure" });
  expect(desk.reasonFor("2027-05-05")).toEqual({ because: "exception", title: "Town show" });
});
