import { Duration } from "luxon";
import { describe, expect, it } from "vitest";
import {
  alwaysOpen,
  availability,
  type ClockState,
  CoreHoursError,
  defineCalendar,
  defineSla,
  eligibility,
  historyColumns,
  type PolicyDefinition,
  parseBankHolidays,
} from "../../src/index";
import { readBytes } from "../tickets/read-csv";
import { call, callOn, DESK } from "./loosely";

/** What random examples have found, each as the smallest example of its kind. */

const AT = "2026-11-20T16:30:00Z";
const { hours } = DESK.targets;
const { office } = DESK.calendars;
const always = alwaysOpen();
const night = { timeZone: "UTC", hours: { daily: ["22:00-07:00"] } };

/** The code of the error that a call is refused with; undefined if it is answered. */
function codeOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof CoreHoursError) return error.code;
    throw error;
  }
}

describe("found by fuzzing, as an instant or an amount:", () => {
  it("text of many Ts, which took time that grew with its square", () => {
    expect(codeOf(() => always.isOpen("T1".repeat(500_000)))).toBe("instant-invalid");
  });

  it("the first and the last hours that a Date can hold, which have no offset in most zones", () => {
    const east = alwaysOpen("Pacific/Kiritimati");
    expect(codeOf(() => east.isWorkingDay(-8.64e15))).toBe("coverage-start");
    expect(codeOf(() => east.isWorkingDay(8.64e15))).toBe("coverage-end");
    const input = { month: "2026-11", outages: [{ from: -8.64e15, to: 0 }] };
    const [outage] = availability(always, { percent: 99 }, input).outages;
    expect(outage?.from.isValid).toBe(true);
  });

  it("an invalid Duration", () => {
    const impostor = { isLuxonDuration: true, isValid: true };
    expect(codeOf(() => callOn(always, "add", AT, impostor))).toBe("amount-not-exact");
    expect(always.add(AT, Duration.fromObject({ hours: 1 })).toMillis()).toBe(
      Date.parse(AT) + 3_600_000,
    );
  });

  it("a number of days that cannot even be written down", () => {
    for (const n of [Symbol("two"), Object.create(null)]) {
      expect(codeOf(() => callOn(always, "addWorkingDays", AT, n))).toBe("working-days-not-whole");
    }
  });

  it("calendar days beyond the counted ones, asked one by one", () => {
    expect(
      codeOf(() => DESK.targets.civil.track([{ at: AT, state: "open" }], { asOf: 8e15 })),
    ).toBe("coverage-end");
  });

  it("more text than a message has room for: a value without end, and a list of holes", () => {
    const laughs = Array.from({ length: 60 }).reduce<object>(
      (inner) => ({ a: inner, b: inner }),
      {},
    );
    expect(codeOf(() => call(always.isOpen.bind(always), laughs))).toBe("instant-invalid");
    expect(codeOf(() => call(always.isOpen.bind(always), new Array(2 ** 31)))).toBe(
      "instant-invalid",
    );
  });
});

describe("found by fuzzing, as an option or other input:", () => {
  it.each<[string, () => unknown, string | undefined]>([
    [
      "an invalid name for a calendar of two",
      () => callOn(always, "union", always, { id: 5 }),
      "definition-invalid",
    ],
    [
      "an empty name, which could not be read again",
      () => always.union(always, { id: "" }),
      "definition-invalid",
    ],
    ["no options for a milestone", () => call(DESK.milestones.chase, AT, null), undefined],
    [
      "no options for a window",
      () => call(DESK.windows.complain, { incident: AT }, null),
      undefined,
    ],
    ["no options for a recurrence", () => call(DESK.recurrences.update, AT), "instant-invalid"],
    [
      "what was done, as text",
      () => call(DESK.recurrences.update, AT, { asOf: AT, done: "never" }),
      "option-invalid",
    ],
    ["no month", () => call(DESK.availability.service), "month-invalid"],
    [
      "a month without outages",
      () => call(DESK.availability.service, { month: "2026-11" }),
      "option-invalid",
    ],
    [
      "an invalid outage",
      () => call(DESK.availability.service, { month: "2026-11", outages: [null] }),
      "instant-invalid",
    ],
    [
      "an invalid promise",
      () => call(availability, office, { percent: "99" }, { month: "2026-11", outages: [] }),
      "definition-invalid",
    ],
    [
      "a promise of minutes without end",
      () =>
        call(
          availability,
          office,
          { percent: 99, fixedMinutes: 1e308 },
          { month: "2026-11", outages: [] },
        ),
      "definition-invalid",
    ],
    ["invalid grounds", () => call(eligibility, "e", { anyOf: null }, {}), "definition-invalid"],
    ["no input for eligibility", () => call(DESK.eligibility.escalate), "input-missing"],
    [
      "histories that are not iterable",
      () => callOn(hours, "trackMany", {}, { asOf: AT }),
      "histories-invalid",
    ],
    [
      "a list of holes as closing states",
      () => callOn(hours, "trackStream", [], { asOf: AT, closedBy: new Array(3) }),
      "option-invalid",
    ],
    ["no stream", () => callOn(hours, "trackStream", null, { asOf: AT }), "histories-invalid"],
    [
      "an object that claims to be iterable, and is not",
      () => call(historyColumns, new Proxy({}, { has: () => true })),
      "histories-invalid",
    ],
    [
      "a function where JSON should be",
      () => callOn(always, "union", always, { id: Object.assign(() => 0, { toString: null }) }),
      "definition-invalid",
    ],
    [
      "a history with a hole, for columns",
      () => call(historyColumns, [{ ticket: "T", events: new Array(1) }]),
      "event-invalid",
    ],
    ["no histories, for columns", () => call(historyColumns, null), "histories-invalid"],
    [
      "a ticket that is a symbol",
      () => callOn(hours, "track", [{ at: AT, state: "?" }], { asOf: AT, ticket: Symbol("T") }),
      "option-invalid",
    ],
  ])("%s", (_, act, code) => {
    expect(codeOf(act)).toBe(code);
  });

  it("facts, severities and parameters of another type, which were accepted", () => {
    const escalate = (input: unknown) => codeOf(() => call(DESK.eligibility.escalate, input));
    expect(escalate({ facts: { said: "no" }, severity: "1" })).toBe("fact-invalid");
    expect(escalate({ facts: { said: true }, severity: 1 })).toBe("severity-invalid");
    expect(escalate({ facts: { said: null }, severity: "1" })).toBe("input-missing");
    const reading = hours.track([{ at: AT, state: "open" }], { asOf: AT });
    const parameters = { close: null };
    expect(escalate({ reading, facts: { said: false }, parameters })).toBe("parameter-invalid");
  });

  it("columns whose first ticket starts before 0, which were read for ever", () => {
    const columns = historyColumns([{ ticket: "T", events: [{ at: 0, state: "open" }] }]);
    for (const wrong of [
      { firstEvent: [Number.NEGATIVE_INFINITY, 1] },
      { firstEvent: Float64Array.of(-1e15, 1) },
      { state: [Symbol("code")] },
      { tickets: { length: 1 } },
    ]) {
      const act = () => callOn(hours, "trackMany", { ...columns, ...wrong }, { asOf: AT });
      expect(codeOf(act)).toBe("columns-missing");
    }
  });

  it("columns of more words than they can number, all of which were looked up", () => {
    const columns = { ...historyColumns([]), states: new Array(2 ** 31) };
    expect(codeOf(() => callOn(hours, "trackMany", columns, { asOf: AT }))).toBe("too-many-words");
  });
});

describe("found by fuzzing, in definitions:", () => {
  it("unions within unions, whose dates took five times as long for each of them", () => {
    const nested = Array.from({ length: 20 }).reduce<object>(
      (inner) => ({ union: [night, inner] }),
      night,
    );
    const calendar = defineCalendar(nested);
    expect(calendar.isWorkingDay("2026-11-20")).toBe(true);
  });

  it("a Map, which was taken for an object without keys", () => {
    const hours = new Map([["daily", ["09:00-17:00"]]]);
    expect(codeOf(() => call(defineCalendar, { timeZone: "UTC", hours }))).toBe(
      "definition-invalid",
    );
  });

  it("a list with a property of its own, which was taken for one more item", () => {
    const daily = Object.assign(["09:00-12:00"], { note: "13:00-17:00" });
    expect(defineCalendar({ timeZone: "UTC", hours: { daily } }).hoursOn("2026-11-20")).toEqual([
      "09:00-12:00",
    ]);
  });

  it("bank holidays for ten thousand years, which were all looked through", () => {
    const { coverage } = defineCalendar({ ...night, bankHolidays: ["0001-01-01", "9999-12-31"] });
    expect([coverage.from, coverage.to]).toEqual(["1900-01-01", "2200-12-31"]);
  });

  it("newer bank holidays that change after they were checked", () => {
    const event = { date: "2026-11-20", title: "Once", notes: "", status: "published" as const };
    const events = [event];
    const years = { from: "2026-01-01", to: "2026-12-31", publishedUntil: "2026-12-31" };
    const calendar = defineCalendar(
      { ...night, bankHolidays: "mine" },
      { bankHolidays: [{ division: "mine", events, ...years }] },
    );
    events.pop();
    expect(calendar.isWorkingDay("2026-11-20")).toBe(false);
    expect(calendar.toJSON()).toMatchObject({ bankHolidays: { events: [event] } });
  });

  it("a division that is a symbol", () => {
    const file = {
      scotland: { division: "scotland", events: [{ title: "t", date: "2026-01-01" }] },
    };
    expect(codeOf(() => call(parseBankHolidays, file, Symbol("scotland")))).toBe(
      "definition-invalid",
    );
  });
});

describe("found by fuzzing, in policies:", () => {
  const option = (values: object, chosen = "a") => ({ title: "t", default: chosen, values });
  const desk = {
    id: "desk",
    calendars: { core: night },
    targets: {
      fix: { allowance: { hours: 8, calendar: "core" }, runs: ["open"], stops: ["done"] },
    },
  };
  // Whatever it is, defineSla checks it.
  const define = (parts: object) => defineSla({ ...desk, ...parts } as PolicyDefinition);

  it("a reading that names a shipped calendar", () => {
    const patch = { calendars: { core: "nhsmail-core" } };
    const options = { hours: option({ a: { reading: "r", patch } }) };
    expect(define({ options }).calendars["core"]?.hoursOn("2026-11-20")).toEqual(["07:00-22:00"]);
  });

  it("more problems than can be listed", () => {
    const runs = Array.from({ length: 150_000 }, () => 1);
    const targets = { fix: { ...desk.targets.fix, runs } };
    expect(codeOf(() => define({ targets }))).toBe("definition-invalid");
  });

  it("an option by the name of something that every object has", () => {
    const options = { toString: option({ a: { reading: "r" } }) };
    expect(define({ options }).chosen).toEqual({ toString: "a" });
  });

  it("a default that is not one of its values", () => {
    const options = { o: option({ a: { reading: "r" } }, "constructor") };
    expect(codeOf(() => define({ options }))).toBe("definition-invalid");
  });

  it("a choice in a list, which was taken for what it holds", () => {
    const options = { o: option({ a: { reading: "r" } }) };
    const act = () => call(defineSla, { ...desk, options }, { choose: { o: ["a"] } });
    expect(codeOf(act)).toBe("definition-invalid");
  });

  it.each<[string, object]>([
    ["that runs, and has never started", { activity: "running", startedAtMs: null }],
    ["that has started, and counts from nowhere", { countingFromMs: null }],
    ["that is stopped without a verdict", { activity: "stopped", verdict: null }],
    ["that began at an instant that no Date can hold", { startedAtMs: 9e15 }],
    ["that has used more than can be", { used: 9e15 }],
  ])("a saved clock %s", (_, changes) => {
    const clock = hours.follow();
    clock.take({ at: AT, state: "open" });
    clock.take({ at: "2026-11-20T17:00:00Z", state: "waiting" });
    const { standing, ...saved } = clock.save();
    if (!standing) throw new Error("a clock without its working saves where it stands");
    const from: ClockState = {
      ...saved,
      standing: { ...standing, now: { ...standing.now, ...changes } },
    };
    expect(codeOf(() => hours.follow({ from }))).toBe("definition-invalid");
  });
});

describe("found by fuzzing, in CSV:", () => {
  it("UTF-16 whose first two bytes come one by one", async () => {
    const bytes = Buffer.from("\ufeffa,b\n1,2\n", "utf16le");
    async function* pieces() {
      yield* [bytes.subarray(0, 0), bytes.subarray(0, 1), bytes.subarray(1)];
    }
    expect(await readBytes(pieces())).toMatchObject({
      header: ["a", "b"],
      rows: [[2, "1", "2"]],
    });
  });
});
