import { describe, expect, it } from "vitest";
import { type CalendarDefinition, defineCalendar, type WorkingCalendar } from "../../src";
import { DAY_MS } from "../../src/timeline/units";

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

  it("by a valid name, and is refused for an invalid one", () => {
    const named = (naming: unknown) => () => office().union(weekend(), naming as { id: string });
    expect(named({ id: 5 })).toThrow("The name has 1 problem:\n  id: 5 given; ");
    expect(named(() => 1)).toThrow("The name has 1 problem:\n  (the whole): expected JSON without");
    expect(named({ id: "a", label: "b" })).toThrow("The name has 1 problem:\n  label: unknown key");
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
