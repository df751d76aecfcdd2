import { describe, expect, it } from "vitest";
import {
  type BankHolidays,
  bankHolidays,
  type CalendarDefinition,
  DefinitionError,
  defineCalendar,
  defineSla,
  nhsmail,
  type PolicyDefinition,
  parseBankHolidays,
} from "../../../src";

/** What gov.uk might publish. */
function published(...dates: readonly string[]): BankHolidays {
  const events = dates.map((date) => ({ title: `day ${date}`, date, notes: "" }));
  return parseBankHolidays({ scotland: { division: "scotland", events } }, "scotland");
}

const definition: CalendarDefinition = {
  timeZone: "Europe/London",
  hours: { daily: ["09:00-17:00"] },
  bankHolidays: "scotland",
};

/** The coverage and the dates in `years` of a calendar with some bank holidays newer than shipped. */
function known(newer: readonly BankHolidays[], years: RegExp) {
  const calendar = defineCalendar(definition, { bankHolidays: newer });
  const { from, to, publishedUntil } = calendar.coverage;
  const { bankHolidays } = calendar.toJSON() as { bankHolidays: BankHolidays };
  const dates = bankHolidays.events.map(({ date }) => date);
  return { from, to, publishedUntil, all: dates, dates: dates.filter((date) => years.test(date)) };
}

const between = (from: string, to: string) =>
  bankHolidays("scotland")
    .events.map(({ date }) => date)
    .filter((date) => date >= from && date <= to);

describe("bank holidays laid over those shipped", () => {
  it("replace the years that they fill, from January to December, and no other year", () => {
    const newer = published("2030-06-05", "2030-01-01", "2030-12-31");
    const { dates } = known([newer], /^20(29|30|31)/);
    expect(dates).toEqual([
      ...between("2029-01-01", "2029-12-31"),
      "2030-01-01",
      "2030-06-05",
      "2030-12-31",
      ...between("2031-01-01", "2031-12-31"),
    ]);
  });

  it("fill a year with any date in its January and any in its December", () => {
    // Scotland has 1, 2 January, and 25, 26 December: all of them lie outside these dates.
    expect(known([published("2030-01-31", "2030-12-01")], /^2030/).dates).toEqual([
      "2030-01-31",
      "2030-12-01",
    ]);
  });

  it("replace the dates between their first and last date if they fill no year", () => {
    const { dates } = known([published("2029-09-03", "2030-06-05", "2030-08-26")], /^20(29|30)/);
    expect(dates).toEqual([
      ...between("2029-01-01", "2029-09-02"),
      "2029-09-03",
      "2030-06-05",
      "2030-08-26",
      ...between("2030-08-27", "2030-12-31"),
    ]);
    expect(dates).toContain("2029-01-01");
    expect(dates).toContain("2030-12-25");
  });

  it("are in order of date with the remaining ones", () => {
    const { all } = known([published("2030-06-05")], /./);
    expect(all).toEqual(all.toSorted());
  });

  it.each<[string, readonly string[], string]>([
    ["follow what is published", ["2029-01-01", "2029-12-25"], "2029-12-31"],
    ["leave a projected year between", ["2030-01-01", "2030-12-25"], "2028-12-31"],
    ["end in summer", ["2028-09-04", "2029-08-27"], "2029-08-27"],
    ["are older than what is published", ["2005-01-01", "2005-12-25"], "2028-12-31"],
  ])(
    "leave the coverage as it is, and say until when it is published: they %s",
    (_, dates, until) => {
      const { from, to, publishedUntil } = known([published(...dates)], /./);
      expect([from, to, publishedUntil]).toEqual(["1998-01-01", "2040-12-31", until]);
    },
  );

  it.each([
    [["2041-01-01", "2041-12-25"], "1998-01-01", "2041-12-31"],
    [["1997-01-01", "1997-12-25"], "1997-01-01", "2040-12-31"],
    // What they do not say of a year that was not known stays unknown.
    [["2041-01-01", "2041-08-26"], "1998-01-01", "2041-08-26"],
    [["1997-05-05", "1997-12-25"], "1997-05-05", "2040-12-31"],
  ])("of the year next to them, %j, widen them", (dates, from, to) => {
    const seen = known([published(...dates)], /^(1997|2041)/);
    expect(seen).toMatchObject({ from, to, dates });
    expect(seen.all.length).toBe(between("1998", "2041").length + 2);
  });

  it.each(["2042-06-05", "1996-06-05"])(
    "stand alone if there is a gap between them: %s",
    (date) => {
      const year = date.slice(0, 4);
      const seen = known([published(date)], /./);
      expect(seen).toMatchObject({ from: `${year}-01-01`, to: `${year}-12-31`, dates: [date] });
    },
  );

  it("are laid one over the other in the order they are given", () => {
    const first = published("2030-01-01", "2030-06-05", "2030-12-25");
    const second = published("2030-01-01", "2030-07-05", "2030-12-25");
    expect(known([first, second], /^2030/).dates).toEqual([
      "2030-01-01",
      "2030-07-05",
      "2030-12-25",
    ]);
  });

  it("are laid over the data of a division too, as a calendar's own definition gives it", () => {
    const settled = defineCalendar(definition, { bankHolidays: [published("2030-06-05")] });
    const again = defineCalendar(settled.toJSON(), { bankHolidays: [published("2031-06-05")] });
    expect(again.isWorkingDay("2030-06-05")).toBe(false);
    expect(again.isWorkingDay("2031-06-05")).toBe(false);
  });

  it("change nothing if they have no events", () => {
    const none = { ...published("2030-06-05"), events: [] };
    const calendar = defineCalendar(definition, { bankHolidays: [none] });
    expect(calendar.isWorkingDay("2030-12-25")).toBe(false);
  });

  it("from September to August leave the next Christmas a holiday", () => {
    const events = [
      ["2026-12-25", "Christmas Day"],
      ["2026-12-28", "Boxing Day"],
      ["2027-01-01", "New Year's Day"],
      ["2027-08-30", "Summer bank holiday"],
    ].map(([date, title]) => ({ date, title, notes: "" }));
    const division = "england-and-wales";
    const newer = parseBankHolidays({ [division]: { division, events } }, division);
    const desk = defineCalendar(
      { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] }, bankHolidays: division },
      { bankHolidays: [newer] },
    );
    // Friday 24 December: an hour until 17:00. Saturday, Sunday; Monday 27 and Tuesday 28 are the
    // substitutes of Christmas Day and Boxing Day 2027. Wednesday 29: three hours from 09:00.
    const due = desk.add("2027-12-24T16:00:00Z", { hours: 4 });
    expect(due.toISO()).toBe("2027-12-29T12:00:00.000+00:00");
    // Between their first date and their last they are all that there is: Good Friday is gone.
    expect(desk.isWorkingDay("2027-03-26")).toBe(true);
  });
});

describe("bank holidays of a division that is not named", () => {
  const wales = parseBankHolidays(
    { wales: { division: "wales", events: [{ title: "x", date: "2026-03-02" }] } },
    "wales",
  );
  const part = { timeZone: "UTC", hours: { daily: ["09:00-17:00"] } };

  it.each<[string, CalendarDefinition, string]>([
    ["another division", { ...definition, id: "desk" }, 'the calendar "desk" names "scotland"'],
    ["none", part, "the calendar names no division"],
    ["dates", { ...part, bankHolidays: ["2026-03-02"] }, "the calendar names no division"],
    [
      "two others",
      { union: [definition, { ...part, bankHolidays: "northern-ireland" }] },
      'the calendar names "scotland", "northern-ireland"',
    ],
  ])("are an error that names both, for a calendar that names %s", (_, of, names) => {
    const make = () => defineCalendar(of, { bankHolidays: [wales] });
    expect(make).toThrow(DefinitionError);
    expect(make).toThrow(`bankHolidays[0].division: "wales" given; ${names}`);
  });

  it("are taken if a part names it, at any depth", () => {
    const deep: CalendarDefinition = {
      except: [part, { union: [part, { ...part, bankHolidays: "wales" }] }],
    };
    expect(() => defineCalendar(deep, { bankHolidays: [wales] })).not.toThrow();
  });

  it("are an error for a policy if no calendar names it", () => {
    const policy = (of: CalendarDefinition): PolicyDefinition => ({
      id: "desk",
      calendars: { core: of, other: part },
      targets: {
        fix: { allowance: { hours: 4, calendar: "core" }, runs: ["new"], stops: ["done"] },
      },
    });
    const make = (of: CalendarDefinition) => () => defineSla(policy(of), { bankHolidays: [wales] });
    expect(make(definition)).toThrow(
      'bankHolidays[0].division: "wales" given; the policy "desk" names "scotland"',
    );
    expect(make({ ...part, bankHolidays: "wales" })).not.toThrow();
    expect(() => nhsmail({ bankHolidays: [wales] })).toThrow(
      '"wales" given; the policy "nhsmail" names "england-and-wales"',
    );
  });
});

describe("the Welsh names of the divisions", () => {
  const events = [{ title: "Dydd Calan", date: "2030-01-01", notes: "" }];
  const file = { "cymru-a-lloegr": { division: "cymru-a-lloegr", events } };

  it.each(["cymru-a-lloegr", "england-and-wales"])("are those of the file: %s", (name) => {
    const holidays = parseBankHolidays(file, name);
    expect(holidays.division).toBe("england-and-wales");
    expect(holidays.events[0]?.title).toBe("Dydd Calan");
    const desk = defineCalendar(
      { timeZone: "UTC", hours: { daily: ["09:00-17:00"] }, bankHolidays: "england-and-wales" },
      { bankHolidays: [holidays] },
    );
    expect(desk.reasonFor("2030-01-01").title).toBe("Dydd Calan");
  });

  it("are known in a definition too, and as the division of newer data", () => {
    const newer = { ...parseBankHolidays(file, "cymru-a-lloegr"), division: "cymru-a-lloegr" };
    const welsh = {
      timeZone: "UTC",
      hours: { daily: ["09:00-17:00"] },
      bankHolidays: "cymru-a-lloegr",
    };
    expect(defineCalendar(welsh).reasonFor("2030-01-01").title).toBe("New Year's Day");
    const desk = defineCalendar(welsh, { bankHolidays: [newer] });
    expect(desk.reasonFor("2030-01-01").title).toBe("Dydd Calan");
    expect(bankHolidays("yr-alban")).toBe(bankHolidays("scotland"));
    expect(bankHolidays("gogledd-iwerddon")).toBe(bankHolidays("northern-ireland"));
  });

  it("may be those of the file of one division", () => {
    expect(parseBankHolidays({ division: "yr-alban", events }, "scotland").division).toBe(
      "scotland",
    );
    expect(() => parseBankHolidays({ division: "scotland", events }, "england-and-wales")).toThrow(
      '["england-and-wales"]: missing; the file has scotland',
    );
  });
});

describe("a calendar with newer bank holidays", () => {
  it("gives them in its definition, from which it can be made again", () => {
    const calendar = defineCalendar(definition, { bankHolidays: [published("2030-06-05")] });
    const again = defineCalendar(calendar.toJSON());
    expect(again.isWorkingDay("2030-06-05")).toBe(false);
    expect(again.reasonFor("2030-06-05")).toEqual({
      because: "bank-holiday",
      title: "day 2030-06-05",
    });
  });
});

describe("parseBankHolidays", () => {
  const file = (...events: readonly object[]) => ({ x: { division: "x", events } });

  it("puts dates in order; those of one date stay in theirs", () => {
    const days = [
      ["2031-05-05", "b"],
      ["2030-01-02", "a"],
      ["2031-05-05", "c"],
      ["2029-12-25", "d"],
    ].map(([date, title]) => ({ date, title }));
    const { events, ...rest } = parseBankHolidays(file(...days), "x");
    expect(events.map(({ title }) => title)).toEqual(["d", "a", "b", "c"]);
    expect(rest).toEqual({
      division: "x",
      from: "2029-01-01",
      to: "2031-12-31",
      publishedUntil: "2031-12-31",
    });
  });

  it("takes missing notes as empty", () => {
    const { events } = parseBankHolidays(file({ title: "a", date: "2031-05-05" }), "x");
    expect(events).toEqual([{ title: "a", date: "2031-05-05", notes: "", status: "published" }]);
  });
});
