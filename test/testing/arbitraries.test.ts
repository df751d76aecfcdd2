import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import {
  bankHolidays,
  type CalendarDefinition,
  defineCalendar,
  defineSla,
  type HoursDefinition,
} from "../../src/index";
import {
  anyCalendarDefinition,
  anyInstantNear,
  anyInstantsNear,
  anyPeriods,
  anyPolicyDefinition,
  anyTimeZone,
  anyWeekHours,
} from "../../src/testing";

/** As many examples as show all that they can be, and always the same. */
const sample = <T>(arbitrary: fc.Arbitrary<T>) => fc.sample(arbitrary, { numRuns: 1_000, seed: 7 });

/** How many of some examples are of a kind. */
const count = <T>(examples: readonly T[], isOne: (example: T) => boolean) =>
  examples.filter(isOne).length;

describe("anyTimeZone", () => {
  const zones = sample(anyTimeZone());

  it("is mostly an unusual zone, and sometimes any other", () => {
    for (const odd of ["Australia/Lord_Howe", "Pacific/Apia", "Antarctica/Troll", "Asia/Gaza"]) {
      expect(count(zones, (zone) => zone === odd)).toBeGreaterThan(20);
    }
    expect(new Set(zones).size).toBeGreaterThan(100);
  });
});

describe("anyPeriods", () => {
  const days = sample(anyPeriods());
  const some = (isOne: (period: string) => boolean) => count(days, (day) => day.some(isOne));

  it("are none to four", () => {
    expect(new Set(days.map((day) => day.length))).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  it("touch, reach 24:00 and run over midnight", () => {
    const touching = days.filter((day) =>
      day.some((period, i) => i > 0 && day[i - 1]?.split("-")[1] === period.split("-")[0]),
    );
    expect(touching.length).toBeGreaterThan(100);
    expect(some((period) => period.endsWith("-24:00"))).toBeGreaterThan(100);
    expect(some((period) => period.slice(6) < period.slice(0, 5))).toBeGreaterThan(50);
  });
});

describe("anyWeekHours", () => {
  it("are by named days, by groups, or both", () => {
    const weeks = sample(anyWeekHours());
    const named = count(weeks, (week) => week.monday !== undefined);
    const both = count(weeks, (week) => week.monday !== undefined && week.weekdays !== undefined);
    expect(named).toBeGreaterThan(100);
    expect(both).toBeGreaterThan(50);
    expect(count(weeks, (week) => week.daily?.[0] === "00:00-24:00")).toBeGreaterThan(20);
  });
});

describe("anyCalendarDefinition", () => {
  const definitions = sample(anyCalendarDefinition()) as readonly HoursDefinition[];

  it("is always taken by defineCalendar", () => {
    for (const definition of definitions.slice(0, 200)) {
      expect(defineCalendar(definition).toJSON()).toEqual(definition);
    }
  });

  it("has exceptions, holidays of its own, those of a division, or none", () => {
    const holidays = definitions.map((definition) => definition.bankHolidays);
    expect(count(holidays, (given) => given === undefined)).toBeGreaterThan(100);
    expect(count(holidays, (given) => typeof given === "string")).toBeGreaterThan(50);
    expect(count(holidays, (given) => Array.isArray(given) && given.length > 1)).toBeGreaterThan(
      50,
    );
    expect(count(definitions, ({ exceptions }) => exceptions !== undefined)).toBeGreaterThan(300);
  });

  it("has exceptions on the dates of clock changes", () => {
    const onChange = definitions.filter(({ timeZone, exceptions = {} }) =>
      Object.keys(exceptions).some((date) => changesOn(date, timeZone)),
    );
    expect(onChange.length).toBeGreaterThan(50);
  });

  it("has the id that is asked for", () => {
    expect(fc.sample(anyCalendarDefinition({ id: "ours" }), 1)[0]?.id).toBe("ours");
  });

  it("shrinks to what a person can read", () => {
    const property = fc.property(anyCalendarDefinition(), ({ exceptions }) => !exceptions);
    const [smallest] = fc.check(property, { seed: 7 }).counterexample ?? [];
    expect(smallest).toEqual({
      id: "example",
      timeZone: "UTC",
      hours: {},
      exceptions: { "2024-01-01": [] },
    });
  });
});

function changesOn(date: string, zone: string): boolean {
  const midnight = DateTime.fromISO(date, { zone });
  return midnight.offset !== midnight.plus({ days: 1 }).offset;
}

const definition: CalendarDefinition = {
  id: "desk",
  timeZone: "Europe/London",
  hours: { weekdays: ["09:00-17:30"] },
  bankHolidays: "england-and-wales",
  exceptions: { "2026-12-24": ["09:00-12:00"] },
};
const calendar = defineCalendar(definition);

describe("anyInstantNear", () => {
  const instants = sample(anyInstantNear(calendar));

  it("is ISO text in UTC, within the coverage", () => {
    const { start, end } = calendar.coverage;
    for (const at of instants) {
      expect(new Date(at).toISOString()).toBe(at);
      expect(start.toMillis() <= Date.parse(at) && Date.parse(at) < end.toMillis()).toBe(true);
    }
  });

  it("is at openings and closings, and a millisecond off them", () => {
    const { timeline } = calendar;
    const [firstMs, lastMs] = [Date.parse("1998-02-01T00:00:00Z"), timeline.endMs - 2];
    const inside = instants.map((at) => Date.parse(at)).filter((ms) => ms > firstMs && ms < lastMs);
    const openings = (off: number) =>
      count(inside, (ms) => timeline.previousOpen(ms - off) === ms - off);
    const closings = (off: number) =>
      count(inside, (ms) => timeline.previousClose(ms - off) === ms - off);
    for (const off of [-1, 0, 1]) {
      expect(openings(off)).toBeGreaterThan(20);
      expect(closings(off)).toBeGreaterThan(20);
    }
  });

  it("is about exceptions, bank holidays, clock changes and the ends of the coverage", () => {
    const dates = instants.map((at) => DateTime.fromISO(at, { zone: "Europe/London" }));
    const isoDates = dates.map((at) => at.toISODate());
    const holidays = new Set(bankHolidays("england-and-wales").events.map(({ date }) => date));
    expect(count(isoDates, (date) => date === "2026-12-24")).toBeGreaterThan(10);
    expect(count(isoDates, (date) => holidays.has(date ?? ""))).toBeGreaterThan(30);
    expect(count(isoDates, (date) => changesOn(date ?? "", "Europe/London"))).toBeGreaterThan(20);
    const bounds = [calendar.timeline.startMs, calendar.timeline.endMs - 1];
    expect(count(instants, (at) => bounds.includes(Date.parse(at)))).toBeGreaterThan(10);
  });

  it("keeps to a part of the coverage", () => {
    const span = { from: "2026-12-01T00:00:00Z", until: "2027-01-01T00:00:00Z" };
    for (const at of sample(anyInstantNear(calendar, span))) {
      expect(at >= "2026-12-01T00:00:00.000Z" && at < "2027-01-01T00:00:00.000Z").toBe(true);
    }
  });

  it("shrinks towards the beginning of 2024", () => {
    const property = fc.property(anyInstantNear(calendar), (at) => !calendar.isOpen(at));
    const [smallest] = fc.check(property, { seed: 7 }).counterexample ?? [];
    expect(smallest).toBe("2024-01-02T09:00:00.000Z"); // The first is a bank holiday.
  });
});

describe("anyInstantsNear", () => {
  it("have the names given, and lie about one day", () => {
    const near = { from: "2026-01-01T00:00:00Z", until: "2027-01-01T00:00:00Z", withinDays: 5 };
    for (const { a, b } of sample(anyInstantsNear(calendar, ["a", "b"], near))) {
      expect(Math.abs(Date.parse(a) - Date.parse(b))).toBeLessThan(20 * 86_400_000);
    }
  });

  it("come in order of time if that is asked for", () => {
    const sorted = sample(anyInstantsNear(calendar, ["a", "b", "c"], { sorted: true }));
    expect(sorted.every(({ a, b, c }) => a <= b && b <= c)).toBe(true);
    expect(count(sorted, ({ a, b }) => a === b)).toBeGreaterThan(10);
  });
});

describe("anyPolicyDefinition", () => {
  const policies = sample(anyPolicyDefinition());
  const allowances = policies.map(({ targets }) => JSON.stringify(targets["fix"]?.allowance));

  it("is taken by defineSla, and can be asked", () => {
    for (const policy of policies.slice(0, 100)) {
      const { fix } = defineSla(policy).targets;
      const severity = "1";
      expect(fix?.due("2026-11-20T12:00:00Z", { severity }).isValid).toBe(true);
    }
  });

  it("has allowances of every kind, for all severities and by severity", () => {
    const units = ["hours", "minutes", "workingDays", "calendarDays", "weeks", "months"];
    for (const unit of units) {
      expect(count(allowances, (text) => text?.includes(`"${unit}"`) === true)).toBeGreaterThan(50);
    }
    expect(count(allowances, (text) => text?.includes('"2":{') === true)).toBeGreaterThan(200);
  });

  it("has every choice there is", () => {
    const chosen = policies.map(({ targets }) => targets["fix"]);
    const reopenings = new Set(chosen.map((target) => target?.onReopen));
    expect(reopenings.size).toBe(6); // Five, and none said.
    expect(new Set(chosen.map((target) => target?.onSeverityChange)).size).toBe(3);
    expect(new Set(chosen.map((target) => target?.tie)).size).toBe(3);
  });
});
