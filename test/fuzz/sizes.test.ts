import { describe, expect, it } from "vitest";
import {
  alwaysOpen,
  type CalendarDefinition,
  defineCalendar,
  defineSla,
  historyColumns,
  type PolicyDefinition,
  parseBankHolidays,
  type Sla,
  type Target,
  toJiraSla,
} from "../../src/index";
import { outcome } from "./doors";
import { call } from "./loosely";

/** More than anybody needs. It is refused or answered, and neither takes long. */

const MEGABYTE = "x".repeat(1_000_000);
const EVENTS = 100_000;
const AT = "2026-11-20T16:30:00Z";
const START = Date.parse(AT);

const week = { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } };
const states = { runs: ["open"], pauses: ["waiting"], stops: ["done"] };
const target = { ...states, allowance: { hours: 8, calendar: "core" } };
const desk = { id: "desk", calendars: { core: week }, targets: { fix: target } };

function many<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

function named<T>(count: number, make: (i: number) => T): Record<string, T> {
  return Object.fromEntries(many(count, (i) => [`k${i}`, make(i)]));
}

function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** How a call ends: with the code of an error, or with its value. */
function ends(act: () => unknown): unknown {
  const made = outcome(act);
  if ("value" in made) return made.value;
  return "code" in made.refused ? made.refused.code : made.refused.name;
}

describe("a calendar of", () => {
  const isOpen = (definition: unknown) => () =>
    // Whatever it is, defineCalendar checks it.
    defineCalendar(definition as CalendarDefinition).isOpen(AT);

  it.each<[string, unknown, unknown]>([
    ["50 000 exceptions", { exceptions: exceptionsOf(50_000) }, false],
    ["200 000 exceptions", { exceptions: exceptionsOf(200_000) }, "definition-invalid"],
    [
      "10 000 periods in a day",
      { hours: { daily: many(10_000, () => "09:00-10:00") } },
      "definition-invalid",
    ],
    [
      "150 000 invalid periods",
      { hours: { daily: many(150_000, () => "x") } },
      "definition-invalid",
    ],
    ["100 000 unknown keys", named(100_000, () => 1), "definition-invalid"],
    ["an id of a megabyte", { id: MEGABYTE }, true],
    ["a zone of a megabyte", { timeZone: MEGABYTE }, "definition-invalid"],
    ["a period of a megabyte", { hours: { daily: [MEGABYTE] } }, "definition-invalid"],
    ["a key of a megabyte", { [MEGABYTE]: 1 }, "definition-invalid"],
    [
      "a million bank holidays",
      { bankHolidays: many(1_000_000, () => "2026-12-25") },
      "definition-invalid",
    ],
    ["bank holidays for ten thousand years", { bankHolidays: ["0001-01-01", "9999-12-31"] }, true],
  ])("%s", (_, definition, expected) => {
    expect(ends(isOpen({ ...week, ...(definition as object) }))).toBe(expected);
  });

  it("ten thousand levels", () => {
    const deep = many(10_000, () => 0).reduce<unknown>((inner) => ({ union: [inner, week] }), week);
    expect(ends(isOpen(deep))).toBe("definition-invalid");
    expect(ends(isOpen({ ...week, exceptions: deep }))).toBe("definition-invalid");
  });

  it("ten thousand others", () => {
    let parts: unknown[] = many(2 ** 13, () => week);
    while (parts.length > 1) {
      parts = many(parts.length / 2, (i) => ({ union: parts.slice(2 * i, 2 * i + 2) }));
    }
    expect(ends(isOpen(parts[0]))).toBe("definition-invalid");
  });

  it("as many others, and as deep, as allowed: its dates are worked out at once", () => {
    const deep = many(31, () => 0).reduce<unknown>((inner) => ({ union: [week, inner] }), week);
    // Whatever it is, defineCalendar checks it.
    const calendar = defineCalendar(deep as CalendarDefinition);
    expect(ends(() => calendar.isWorkingDay(AT))).toBe(true);
    expect(ends(() => calendar.addWorkingDays(AT, 1).toISODate())).toBe("2026-11-24");
  });

  it("no hours at all, for the longest coverage", () => {
    const never = { timeZone: "UTC", hours: {}, bankHolidays: ["0001-01-01", "9999-12-31"] };
    const calendar = defineCalendar({ union: [never, { intersect: [never, never] }] });
    expect(ends(() => calendar.nextOpen(AT))).toBe("coverage-end");
    expect(ends(() => calendar.previousClose(AT))).toBe("coverage-start");
    expect(ends(() => calendar.addWorkingDays(AT, 1))).toBe("coverage-end");
  });
});

function exceptionsOf(count: number): object {
  return Object.fromEntries(many(count, (i) => [dateOf(i), []]));
}

describe("a file of bank holidays of", () => {
  const file = (date: string, count: number) => ({
    scotland: {
      division: "scotland",
      events: many(count, () => ({ title: "t", date, notes: "" })),
    },
  });

  it.each<[string, unknown, string]>([
    ["a million entries", file("2026-12-25", 1_000_000), "definition-invalid"],
    ["a million invalid entries", file("2026-02-30", 1_000_000), "definition-invalid"],
    [
      "ten thousand levels",
      JSON.parse("[".repeat(10_000) + "]".repeat(10_000)),
      "definition-invalid",
    ],
    ["ten thousand levels, as text", "[".repeat(10_000), "definition-invalid"],
    ["a megabyte of nothing", MEGABYTE, "definition-invalid"],
  ])("%s", (_, json, expected) => {
    expect(ends(() => parseBankHolidays(json, "scotland"))).toBe(expected);
  });

  it("ten thousand entries", () => {
    const holidays = parseBankHolidays(file("2026-12-25", 10_000), "scotland");
    const calendar = defineCalendar(
      { ...week, bankHolidays: "scotland" },
      { bankHolidays: [holidays] },
    );
    expect(calendar.isWorkingDay("2026-12-25")).toBe(false);
  });
});

describe("a policy of", () => {
  const option = {
    title: "t",
    default: "a",
    values: { a: { reading: "r", patch: { title: "x" } } },
  };

  it.each<[string, unknown, unknown]>([
    ["5 000 targets", { targets: named(5_000, () => target) }, "Europe/London"],
    [
      "2 000 shipped calendars",
      { calendars: { ...named(2_000, () => "nhsmail-core"), core: week } },
      "Europe/London",
    ],
    [
      "10 000 unknown severities",
      {
        severities: ["1"],
        targets: { fix: { ...target, allowance: named(10_000, () => target.allowance) } },
      },
      "definition-invalid",
    ],
    ["100 000 states", { states: many(100_000, (i) => `state${i}`) }, "Europe/London"],
    ["50 000 unknown states", { states: many(50_000, () => 1) }, "definition-invalid"],
    [
      "150 000 unknown states, in a target",
      { targets: { fix: { ...target, runs: many(150_000, () => 1) } } },
      "definition-invalid",
    ],
    [
      "50 000 unknown clauses",
      { clauses: {}, targets: { fix: { ...target, clause: named(50_000, () => "no") } } },
      "definition-invalid",
    ],
    ["1 000 options", { options: named(1_000, () => option) }, "definition-invalid"],
    [
      "names of a megabyte",
      { targets: named(100, () => ({ [MEGABYTE]: target })) },
      "definition-invalid",
    ],
    [
      "more than a policy may hold",
      { targets: named(100_000, () => target) },
      "definition-invalid",
    ],
  ])("%s", (_, parts, expected) => {
    const policy = { ...desk, ...(parts as object) };
    // Whatever it is, defineSla checks it.
    expect(ends(() => defineSla(policy as PolicyDefinition).calendars["core"]?.timeZone)).toBe(
      expected,
    );
  });

  it("allowances without end is defined, and says what cannot be worked out", () => {
    for (const allowance of [
      { hours: 1e308, minutes: 1e308, calendar: "core" },
      { workingDays: Number.MAX_SAFE_INTEGER, calendar: "core" },
      { calendarDays: Number.MAX_SAFE_INTEGER },
      { weeks: Number.MAX_SAFE_INTEGER },
      { months: Number.MAX_SAFE_INTEGER },
    ]) {
      const { fix } = defineSla({ ...desk, targets: { fix: { ...target, allowance } } }).targets;
      expect(ends(() => fix.due(AT))).toBe("coverage-end");
      expect(ends(() => fix.track([{ at: AT, state: "open" }], { asOf: AT }))).toBe("coverage-end");
    }
  });

  it("names of a state by the thousand has errors that can still be read", () => {
    const policy = { ...desk, states: many(100_000, (i) => `state${i}`) };
    const { fix } = defineSla(policy).targets;
    expect(() => fix.track([{ at: AT, state: "none" }], { asOf: AT })).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^.{100,600}$/) }),
    );
  });
});

describe("a history of 100 000 events", () => {
  const kinds = ["open", "waiting", "open", "done"] as const;
  const events = many(EVENTS, (i) => ({
    at: START + i * 60_000,
    state: kinds[i % 4] ?? "open",
    severity: String((i % 3) % 2),
  }));
  const asOf = START + EVENTS * 60_000;
  const targetWith = (choices: object): Target => {
    const allowance = { "0": { hours: 8, calendar: "core" }, "1": { hours: 16, calendar: "core" } };
    return defineSla({ ...desk, targets: { fix: { ...target, allowance, ...choices } } }).targets
      .fix;
  };

  it.each([
    { onSeverityChange: "carry-elapsed", onReopen: "resume" },
    { onSeverityChange: "restart", onReopen: "new-cycle" },
    { onSeverityChange: "retroactive", onReopen: "continue" },
    { onSeverityChange: "retroactive", onReopen: "restart" },
  ])("$onSeverityChange, $onReopen", (choices) => {
    const reading = targetWith({ ...choices, warnAt: [0.5] }).track(events, { asOf });
    expect(reading.cycles.length).toBeGreaterThan(0);
    expect(toJiraSla(reading).name).toBe("fix");
  });

  it("in columns, and in one stretch after another", () => {
    const columns = historyColumns([{ ticket: "T", events }]);
    expect(targetWith({}).trackMany(columns, { asOf }).errors.size).toBe(0);
    const short = events.slice(0, 10_000);
    expect(targetWith({}).track(short, { asOf }).segments.length).toBeGreaterThan(9_000);
  });

  it("worked out day by day, over two centuries", () => {
    const { fix } = defineSla({
      ...desk,
      targets: { fix: { ...target, allowance: { months: 6 } } },
    }).targets;
    const reading = fix.track([{ at: "1900-06-01T00:00Z", state: "open" }], {
      asOf: "2200-06-01T00:00Z",
    });
    expect(reading.segments).toHaveLength(2);
  });
});

describe("an amount", () => {
  const always = alwaysOpen();

  it.each([1e308, Number.MAX_VALUE, -Number.MAX_VALUE, 2 ** 53, 1e15])("of %d hours", (hours) => {
    expect(ends(() => always.add(AT, { hours }))).toBe("amount-not-exact");
  });

  it.each([-0, 5e-324, -5e-324])("of %d hours is none", (hours) => {
    expect(always.add(AT, { hours }).toMillis()).toBe(START);
    expect(always.subtract(AT, { hours }).toMillis()).toBe(START);
  });

  it.each([Number.MAX_SAFE_INTEGER, 1e6])("of %d working days", (n) => {
    expect(ends(() => always.addWorkingDays(AT, n))).toBe("coverage-end");
    expect(ends(() => always.addWorkingDays(AT, -n))).toBe("coverage-start");
  });

  it("of a megabyte, and an instant of one", () => {
    expect(ends(() => always.add(AT, `PT${"1".repeat(1_000_000)}H`))).toBe("amount-not-exact");
    expect(ends(() => always.isOpen(MEGABYTE))).toBe("instant-invalid");
    expect(ends(() => always.isOpen("T1".repeat(500_000)))).toBe("instant-invalid");
    expect(ends(() => always.at("1".repeat(1_000_000)))).toBe("wall-time-invalid");
    expect(ends(() => always.isWorkingDay(MEGABYTE))).toBe("date-invalid");
  });
});

describe("over a long span,", () => {
  const partsOf = (parts: Partial<PolicyDefinition>): Sla => defineSla({ ...desk, ...parts });
  const span = { asOf: "2200-01-01T00:00Z", done: many(50_000, (i) => START + i) };

  it.each<[string, object, unknown]>([
    [
      "a grid of less than a millisecond",
      { minutes: 1e-9, calendar: "core" },
      "too-many-occurrences",
    ],
    ["a grid of a millisecond", { minutes: 1 / 60_000, calendar: "core" }, "too-many-occurrences"],
    ["a grid of no days", { calendarDays: 0 }, "too-many-occurrences"],
    ["a grid of days", { calendarDays: 1 }, "too-many-occurrences"],
    ["a grid of months", { months: 1 }, 2_078],
    ["a grid of many months", { months: Number.MAX_SAFE_INTEGER }, "coverage-end"],
    ["a grid of many hours", { hours: 1e308, calendar: "core" }, "coverage-end"],
  ])("%s", (_, every, expected) => {
    const recurrences = { r: { every, anchor: "grid" } };
    const r = partsOf({ recurrences } as Partial<PolicyDefinition>).recurrences["r"];
    expect(ends(() => (call(r, AT, span) as { occurrences: unknown[] }).occurrences.length)).toBe(
      expected,
    );
  });

  it("50 000 times that something was done", () => {
    const every = { workingDays: 1, calendar: "core" };
    const r = partsOf({ recurrences: { r: { every } } }).recurrences["r"];
    expect(r?.(AT, span).occurrences).toHaveLength(50_001);
  });

  it("20 000 milestones", () => {
    const steps = many(20_000, (i) => ({ id: `m${i}`, after: { minutes: 1, calendar: "core" } }));
    const m = partsOf({ milestones: { m: { steps } } }).milestones["m"];
    expect(m?.(AT)).toHaveLength(20_000);
  });

  it("20 000 outages among 20 000 times of maintenance", () => {
    const availability = { s: { calendar: "core", percent: 99.5 } };
    const s = partsOf({ availability }).availability["s"];
    const spans = (length: number) =>
      many(20_000, (i) => ({ from: START - i * 2_000, to: START - i * 2_000 + length }));
    const input = { month: "2026-11", outages: spans(1_500), maintenance: spans(1_000) };
    // 500 ms of each are neither maintained nor another's.
    expect(s?.(input).outages).toHaveLength(20_000);
  });
});
