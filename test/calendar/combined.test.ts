import { describe, expect, it } from "vitest";
import { type CalendarDefinition, defineCalendar, WorkingCalendar } from "../../src";
import { combine } from "../../src/calendar/combine";
import { DAY_MS } from "../../src/timeline/units";
import { refusal, untyped } from "../reference/refusals";

const office = () =>
  defineCalendar({
    id: "office",
    timeZone: "Europe/London",
    hours: { weekdays: ["09:00-17:00"] },
    bankHolidays: "england-and-wales",
    exceptions: { "2026-12-24": { hours: ["09:00-12:00"], title: "Christmas Eve" } },
  });
const weekend = () =>
  defineCalendar({
    id: "weekend",
    timeZone: "Europe/London",
    hours: { weekend: ["10:00-14:00"] },
    exceptions: { "2026-12-28": ["10:00-11:00"] },
  });
const own = () =>
  defineCalendar({
    id: "own",
    timeZone: "UTC",
    hours: { daily: ["08:00-18:00"] },
    bankHolidays: ["2026-05-01", "2027-05-01"],
  });

describe("a combination is called", () => {
  it("by what it combines", () => {
    const both = office().union(weekend());
    expect([both.id, both.title]).toEqual(["union(office, weekend)", "union(office, weekend)"]);
    expect(office().except(weekend()).id).toBe("except(office, weekend)");
  });

  it("by the name that it is given", () => {
    const both = office().intersect(weekend(), { id: "both", title: "Both of them" });
    expect([both.id, both.title]).toEqual(["both", "Both of them"]);
    expect(office().union(weekend(), { title: "Both" }).id).toBe("union(office, weekend)");
  });

  it("in its definition too, which has a title only if one is given", () => {
    const parts = [office().toJSON(), weekend().toJSON()];
    expect(office().union(weekend()).toJSON()).toStrictEqual({
      id: "union(office, weekend)",
      union: parts,
    });
    expect(office().except(weekend(), { id: "x", title: "X" }).toJSON()).toStrictEqual({
      id: "x",
      title: "X",
      except: parts,
    });
  });

  it("by the name of its definition, if that has one", () => {
    const parts = [office().toJSON(), weekend().toJSON()] as const;
    expect(defineCalendar({ union: parts }).id).toBe("union(office, weekend)");
    const named = defineCalendar({ id: "x", title: "X", intersect: parts });
    expect([named.id, named.title]).toEqual(["x", "X"]);
  });

  it("by a valid name, and is refused for an invalid one", () => {
    const named = (naming: unknown) => () => office().union(weekend(), naming as { id: string });
    expect(named({ id: 5 })).toThrow("The name has 1 problem:\n  id: 5 given; ");
    expect(named(() => 1)).toThrow("The name has 1 problem:\n  (the whole): expected JSON without");
    expect(named({ id: "a", label: "b" })).toThrow("The name has 1 problem:\n  label: unknown key");
    expect(named("both")).toThrow(
      'The name has 1 problem:\n  (the whole): "both" given; expected { "id": "...", "title": "..." }',
    );
  });
});

describe("the name of a combination of combinations", () => {
  const called = (id: string) => defineCalendar({ id, timeZone: "UTC", hours: {} });

  it("has up to 60 letters of each part", () => {
    const [whole, long] = ["a".repeat(60), "b".repeat(61)] as const;
    expect(called(whole).union(called(long)).id).toBe(`union(${whole}, ${"b".repeat(60)}…)`);
  });
});

describe("a combination is made of the parts themselves", () => {
  it("which are not read again", () => {
    const [a, b] = [office(), weekend()];
    const both = a.except(b).toJSON();
    expect("except" in both && both.except).toEqual([a.toJSON(), b.toJSON()]);
    if (!("except" in both)) throw new Error("it was made by except");
    expect(both.except?.[0]).toBe(a.toJSON());
    expect(both.except?.[1]).toBe(b.toJSON());
  });

  it("or, of a calendar of another copy of the library, of its definition, which is checked", () => {
    const other = (definition: unknown): unknown => ({
      [Symbol.for("core-hours.calendar")]: true,
      toJSON: () => definition,
    });
    const join = (definition: unknown) =>
      untyped((part) => office().union(part), other(definition));
    expect(join({ ...weekend().toJSON() })).not.toThrow();
    expect(join({ id: "theirs", timeZone: "UTC" })).toThrow(
      'The calendar "theirs" has 1 problem:\n  hours: missing; expected the hours of a week',
    );
    expect(join(() => 1)).toThrow(
      "The calendar has 1 problem:\n  (the whole): expected JSON without a function",
    );
  });

  it("and of nothing else", () => {
    expect(refusal(untyped((part) => office().union(part), 5))).toMatchObject({
      code: "not-a-calendar",
      message: "union takes another calendar, not 5; make one with defineCalendar.",
      data: { given: "5" },
    });
  });
});

describe("the dates of a combination", () => {
  /** The model of a calendar that counts how often it is asked for the periods of a date. */
  function counted() {
    const model = WorkingCalendar.modelIn(weekend());
    if (model === undefined) throw new Error("it is a calendar of this copy");
    const asked: number[] = [];
    const periodsOn = (day: number) => {
      asked.push(day);
      return model.periodsOn(day);
    };
    return { model: { ...model, periodsOn }, asked };
  }

  it("are remembered, a thousand at a time", () => {
    const { model, asked } = counted();
    const { periodsOn } = combine("except", model, model);
    for (let day = 1; day <= 1_000; day++) periodsOn(day);
    for (let day = 1_000; day >= 1; day--) periodsOn(day);
    expect(asked.length).toBe(1_000);
    // One more takes the place of all of them.
    periodsOn(1_001);
    periodsOn(1);
    periodsOn(1_001);
    expect(asked.slice(1_000)).toEqual([1_001, 1]);
  });
});

describe("a combination covers what both parts cover", () => {
  const coverageOf = (calendar: WorkingCalendar) => {
    const { from, to, start, end, publishedUntil } = calendar.coverage;
    return { from, to, start: start.toMillis(), end: end.toMillis(), publishedUntil };
  };
  const expected = {
    from: "2026-01-01",
    to: "2027-12-31",
    start: Date.UTC(2026, 0, 1),
    end: Date.UTC(2028, 0, 1),
    publishedUntil: "2027-12-31",
  };

  it("in dates, in instants and in published holidays, by the earlier of the two", () => {
    expect(coverageOf(own().union(office()))).toEqual(expected);
    expect(coverageOf(office().union(own()))).toEqual(expected);
    expect(coverageOf(office().intersect(weekend())).publishedUntil).toBe("2028-12-31");
  });

  it("and is provisional as soon as either part is", () => {
    for (const both of [office().union(weekend()), weekend().union(office())]) {
      expect(both.isProvisional("2029-01-01T00:00:00Z")).toBe(false);
      expect(both.isProvisional("2029-01-01T00:00:00.001Z")).toBe(true);
    }
    expect(weekend().isProvisional("2100-01-01T00:00:00Z")).toBe(false);
  });

  it("and says how to widen the narrower part", () => {
    const remedy = "Add the bank holidays of the missing years to the calendar's list.";
    for (const both of [office().union(own()), own().union(office())]) {
      expect(() => both.isOpen("2030-01-01T12:00:00Z")).toThrow(remedy);
      expect(() => both.isWorkingDay("2030-01-01")).toThrow(remedy);
    }
  });
});

describe("why a date of a combination has its hours", () => {
  const reasons = (calendar: WorkingCalendar) =>
    ["2026-12-23", "2026-12-24", "2026-12-25", "2026-12-28"].map((date) =>
      calendar.reasonFor(date),
    );
  const eve = { because: "exception", title: "Christmas Eve" };
  const christmas = { because: "bank-holiday", title: "Christmas Day" };
  const boxing = { because: "bank-holiday", title: "Boxing Day" };
  const week = { because: "week" };

  it("is the first calendar's reason, or else the second's", () => {
    expect(reasons(office().union(weekend()))).toEqual([week, eve, christmas, boxing]);
    const exception = { because: "exception" };
    expect(reasons(weekend().union(office()))).toEqual([week, eve, christmas, exception]);
    expect(reasons(weekend().intersect(office()))).toEqual([week, eve, christmas, exception]);
  });

  it("is the first calendar's for the hours that an except leaves", () => {
    expect(reasons(weekend().except(office()))).toEqual([
      week,
      week,
      week,
      { because: "exception" },
    ]);
    expect(reasons(office().except(weekend()))).toEqual([week, eve, christmas, boxing]);
  });
});

describe("the dates of a union are those of the first, however far apart the two zones are", () => {
  const closed = (timeZone: string) => defineCalendar({ timeZone, hours: { monday: [] } });
  const daily = (timeZone: string, hours: string, also: Partial<CalendarDefinition> = {}) =>
    defineCalendar({ timeZone, hours: { daily: [hours] }, ...also } as CalendarDefinition);

  it("Kiribati is 26 hours ahead of Baker Island: its date is the next, or the one after that", () => {
    const east = closed("Pacific/Kiritimati");
    const morning = east.union(daily("Etc/GMT+12", "00:30-01:00"));
    expect(morning.hoursOn("2026-11-20")).toEqual(["02:30-03:00"]);
    const onOneDate = { exceptions: { "2026-11-18": ["23:00-23:30"] } };
    const evening = east.union(daily("Etc/GMT+12", "12:00-12:30", onOneDate));
    expect(evening.hoursOn("2026-11-20")).toEqual(["01:00-01:30", "14:00-14:30"]);
    expect(evening.hoursOn("2026-11-19")).toEqual([]); // Noon of the 18th there, a date with other hours.
    expect(evening.hoursOn("2026-11-18")).toEqual(["14:00-14:30"]);
  });

  it("and in the other direction the date is one or two earlier", () => {
    const west = closed("Etc/GMT+12");
    const onOneDate = { exceptions: { "2026-11-22": ["00:30-01:00"] } };
    const morning = west.union(daily("Pacific/Kiritimati", "23:00-23:30", onOneDate));
    expect(morning.hoursOn("2026-11-20")).toEqual(["21:00-21:30", "22:30-23:00"]);
    expect(morning.hoursOn("2026-11-21")).toEqual([]);
    expect(morning.hoursOn("2026-11-19")).toEqual(["21:00-21:30"]);
  });
});

describe("a combination that is asked about more dates than it remembers", () => {
  it("answers as a fresh one does", () => {
    const both = office().union(weekend());
    const dates = Array.from({ length: 1_100 }, (_, i) =>
      new Date(Date.UTC(2026, 0, 1) + i * DAY_MS).toISOString().slice(0, 10),
    );
    const hours = dates.map((date) => both.hoursOn(date));
    for (const i of [0, 358, 999, 1_000, 1_099]) {
      const [date, expected] = [dates[i] ?? "", hours[i]];
      expect(office().union(weekend()).hoursOn(date), date).toEqual(expected);
      expect(both.hoursOn(date), date).toEqual(expected);
    }
    // Thursday 24 December 2026 is an exception of the office, Monday 28 of the weekend.
    expect([hours[357], hours[361]]).toEqual([["09:00-12:00"], ["10:00-11:00"]]);
  });
});
