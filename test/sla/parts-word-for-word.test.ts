import { describe, expect, it } from "vitest";
import {
  availability,
  CoreHoursError,
  defineCalendar,
  defineSla,
  type EligibilityDefinition,
  type EligibilityInput,
  eligibility,
} from "../../src/index";
import { always, deskTarget, mon, nextMon, office, tue, utc, wed } from "../reference/desk";

/** What milestones, availability, eligibility and saved clocks refuse, and what they say at their bounds. */

function refusal(act: () => unknown): Pick<CoreHoursError, "code" | "message" | "data"> {
  try {
    act();
  } catch (error) {
    if (error instanceof CoreHoursError) {
      const { code, message, data } = error;
      return { code, message, data };
    }
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("a saved clock", () => {
  const target = deskTarget({ allowance: { hours: 4, calendar: "office" } });
  const open = { at: mon("09:00"), state: "open" };
  const after = (...events: readonly object[]) => {
    const clock = target.follow();
    for (const event of events) clock.take(event as typeof open);
    return JSON.parse(JSON.stringify(clock.save()));
  };
  const waiting = { at: mon("10:00"), state: "waiting" };
  const done = { at: mon("11:00"), state: "done" };
  const gone = { at: mon("12:00"), state: "void" };
  const goOn = (state: unknown) => target.follow({ from: state as never });

  it.each<[string, readonly object[], string]>([
    ["nothing", [], "pending"],
    ["a start", [open], "running"],
    ["a pause", [open, waiting], "paused"],
    ["a stop", [open, waiting, done], "met"],
    ["an end before any start", [gone], "cancelled"],
    ["an end", [open, waiting, gone], "cancelled"],
    ["a re-opening", [open, done, { at: mon("12:00"), state: "open" }], "running"],
  ])("after %s is gone on from", (_, events, status) => {
    const saved = after(...events);
    const clock = goOn(saved);
    expect(clock.read(mon("12:00")).status).toBe(status);
    expect(clock.save()).toEqual(saved);
  });

  it("of an allowance in days is, too", () => {
    const days = deskTarget({ allowance: { workingDays: 2, calendar: "office" } });
    const clock = days.follow();
    clock.take(open);
    clock.take(done);
    clock.take(gone); // What a clock has of its last instant is not in what it stands at.
    const saved = JSON.parse(JSON.stringify(clock.save()));
    expect(days.follow({ from: saved }).save()).toEqual(saved);
    expect(saved.standing.now.verdict.unit).toBe("days");
  });

  const running = after(open, waiting, { at: mon("10:30"), state: "open" }, { at: mon("10:45") });
  const stopped = after(open, done, { at: mon("11:30") });
  const having = (saved: typeof running, changes: object) => ({
    ...saved,
    standing: { ...saved.standing, now: { ...saved.standing.now, ...changes } },
  });
  const INSTANT = "expected an instant if the clock has started, and null if it has not";
  it.each<[string, unknown, string]>([
    [
      "an instant in words",
      having(running, { sinceMs: "now" }),
      'sinceMs: "now" given; expected epoch',
    ],
    ["an instant out of range", having(running, { sinceMs: 8.64e15 + 1 }), "sinceMs: "],
    ["an instant out of range below", having(running, { sinceMs: -8.64e15 - 1 }), "sinceMs: "],
    [
      "half an amount",
      having(running, { used: 0.5 }),
      "standing.now.used: 0.5 given; expected a whole amount",
    ],
    ["less than nothing", having(running, { used: -1 }), "used: "],
    ["more than there is", having(running, { used: 8.64e15 + 1 }), "used: "],
    ["an unknown activity", having(running, { activity: "asleep" }), "activity: "],
    ["an unknown key", { ...running, x: 1 }, "x: unknown key"],
    ["an unknown key inside", having(running, { x: 1 }), "standing.now.x: unknown key"],
    ["another version", { ...running, version: 3 }, "expected 2, the form that this version"],
    [
      "running without a start",
      having(running, { startedAtMs: null }),
      "startedAtMs: null given; expected an instant, unless the clock is pending or was cancelled before it started",
    ],
    ["pending with a start", having(running, { activity: "pending" }), "startedAtMs: "],
    ["running without a count", having(running, { countingFromMs: null }), INSTANT],
    ["running without a due date", having(running, { originalDueAtMs: null }), INSTANT],
    ["a count without a start", having(after(), { countingFromMs: 0 }), INSTANT],
    ["a due date without a start", having(after(), { originalDueAtMs: 0 }), INSTANT],
    [
      "running since never",
      having(running, { sinceMs: null }),
      "sinceMs: null given; expected an instant, unless the clock is pending",
    ],
    [
      "stopped without a verdict",
      having(running, { activity: "stopped" }),
      "verdict: null given; expected a verdict if the clock is stopped, and null if it is not",
    ],
    [
      "running with a verdict",
      having(running, { verdict: stopped.standing.now.verdict }),
      "given; expected a verdict if the clock is stopped",
    ],
    [
      "cancelled at no time",
      having(running, { activity: "cancelled" }),
      "cancelledAtMs: null given; expected an instant if the clock is cancelled, and null if it is not",
    ],
    ["running though cancelled", having(running, { cancelledAtMs: 5 }), "cancelledAtMs: 5 given"],
    ["an empty verdict", having(stopped, { verdict: {} }), "verdict.startedAtMs"],
    [
      "events of several instants as one",
      {
        ...running,
        standing: { ...running.standing, instant: [{ atMs: 1 }, { atMs: 2 }] },
      },
      "standing.instant: ",
    ],
    [
      "an unknown kind of irregularity",
      {
        ...running,
        standing: {
          ...running.standing,
          oddities: [{ kind: "odd", atMs: 1, state: null, severity: null }],
        },
      },
      "standing.oddities[0].kind: ",
    ],
    [
      "neither where it stands nor its history",
      { ...running, standing: null },
      'expected either "standing" or "history"; the other one is null',
    ],
    ["a function", () => 1, "The saved clock has 1 problem:\n  (the whole): expected JSON without"],
  ])("with %s is refused", (_, state, message) => {
    const error = refusal(() => goOn(state));
    expect(error.code).toBe("definition-invalid");
    expect(error.message).toContain(message);
  });
});

describe("availability", () => {
  const calendar = defineCalendar(office);
  const promise = { percent: 99, fixedMinutes: 60 };
  const ask = (input: object, terms: object = promise) =>
    availability(calendar, terms as typeof promise, { month: "2026-11", outages: [], ...input });
  const outage = (from: string, to: string) => ({ outages: [{ from, to }] });

  it("is called by its title, or availability, and is all there where nothing is promised", () => {
    expect(ask({})).toMatchObject({ title: "Availability", clause: null, uptimePercent: 100 });
    expect(ask({}, { ...promise, title: "Uptime" }).title).toBe("Uptime");
    const never = defineCalendar({ timeZone: "UTC", hours: { monday: [] } });
    const reading = availability(never, promise, { month: "2026-11", outages: [] });
    expect([reading.promised.toMillis(), reading.uptimePercent, reading.met]).toEqual([
      0,
      100,
      true,
    ]);
  });

  it("is less by what is lost, and met as long as no more is lost than may be", () => {
    // November 2026 has 21 weekdays of 8 h: 168 h, of which 1 % is 100.8 minutes.
    const hour = ask(outage(mon("10:00"), mon("11:00")));
    expect(hour.uptimePercent).toBeCloseTo((167 / 168) * 100, 9);
    expect([hour.metByFixed, hour.metByPercentage]).toEqual([true, true]);
    const more = ask(outage(mon("10:00"), mon("11:00:00.001")));
    expect([more.metByFixed, more.metByPercentage]).toEqual([false, true]);
  });

  it("is met by whichever figure is to decide", () => {
    const lost = outage(mon("10:00"), mon("11:30")); // More than 60 minutes, less than 100.8.
    const met = (test: string, terms: object = promise) => ask(lost, { ...terms, test }).met;
    expect([met("percentage"), met("fixed"), met("strictest")]).toEqual([true, false, false]);
    expect(met("strictest", { percent: 99 })).toBe(true);
    const much = ask(outage(mon("09:00"), mon("12:00")), { percent: 99, test: "strictest" });
    expect([much.met, much.metByFixed]).toEqual([false, null]);
  });

  it("shares what was lost, in instants of the calendar's zone", () => {
    const [only] = ask(outage(mon("10:00"), mon("11:00"))).outages;
    expect([utc(only?.from ?? null), utc(only?.to ?? null)]).toEqual([mon("10:00"), mon("11:00")]);
    expect([only?.share, only?.id, only?.from.zoneName]).toEqual([1, null, "UTC"]);
    const [none] = ask(outage(mon("18:00"), mon("19:00"))).outages;
    expect([none?.share, none?.lost.toMillis()]).toEqual([0, 0]);
    const instant = ask(outage(mon("10:00"), mon("10:00")));
    expect(instant.lost.toMillis()).toBe(0);
  });

  it.each<[string, () => unknown, string, string, object]>([
    [
      "a month that is none",
      () => ask({ month: "2026-13" }),
      "month-invalid",
      '"2026-13" is not a month; give "YYYY-MM", such as "2026-11".',
      { given: '"2026-13"' },
    ],
    [
      "a month that is no text",
      () => ask({ month: 202_611 }),
      "month-invalid",
      '202611 is not a month; give "YYYY-MM", such as "2026-11".',
      { given: "202611" },
    ],
    [
      "an outage that ends before it starts",
      () => ask(outage(mon("10:00"), mon("09:59"))),
      "outage-backwards",
      'The outage ends before it starts; give "from" and "to" in order.',
      { fromMs: Date.parse(mon("10:00")), toMs: Date.parse(mon("09:59")) },
    ],
    [
      "the same of one that has a name",
      () => ask({ outages: [{ id: "o1", from: mon("10:00"), to: mon("09:59") }] }),
      "outage-backwards",
      'The outage "o1" ends before it starts; give "from" and "to" in order.',
      {},
    ],
    [
      "outages that are no list",
      () => ask({ outages: 5 }),
      "option-invalid",
      '5 given as "outages"; give a list, which may be empty.',
      { option: "outages", given: "5" },
    ],
    [
      "maintenance that is no list",
      () => ask({ maintenance: "no" }),
      "option-invalid",
      '"no" given as "maintenance"; give a list, which may be empty.',
      { option: "maintenance" },
    ],
    [
      "a fixed figure that there is not",
      () => ask({}, { percent: 99, test: "fixed" }),
      "no-fixed-figure",
      'The test is "fixed", and no fixedMinutes are given; give them, or test the percentage.',
      {},
    ],
    [
      "a promise that is none",
      () => ask({}, { percent: "all" }),
      "definition-invalid",
      'The availability has 1 problem:\n  percent: "all" given; ',
      {},
    ],
  ])("refuses %s", (_, act, code, message, data) => {
    const error = refusal(act);
    expect(error).toMatchObject({ code, data });
    expect(error.message.startsWith(message)).toBe(true);
  });
});

describe("eligibility", () => {
  const { fix } = { fix: deskTarget({ allowance: { hours: 8, calendar: "office" } }) };
  const reading = fix.track([{ at: mon("09:00"), state: "open" }], { asOf: mon("13:00") });
  const judge = (all: readonly object[], input: object = {}, also: object = {}) =>
    eligibility(
      "esc",
      { anyOf: [{ id: "g", title: "G", all }], ...also } as unknown as EligibilityDefinition,
      { reading, ...input } as EligibilityInput,
    );
  const told = [{ fact: "told" }];
  const grave = [{ severityIn: ["1"] }];
  const half = [{ usedAtLeast: "share" }];

  it("is called by its id, of no clause, where it has neither", () => {
    expect(judge(told, { facts: { told: true } })).toMatchObject({
      title: "esc",
      clause: null,
      eligible: true,
      reasons: ["G"],
    });
  });

  it("takes a share of nothing, which is always used", () => {
    expect(judge(half, { parameters: { share: 0 } }).eligible).toBe(true);
    expect(judge(half, { parameters: { share: 0.5 } }).eligible).toBe(true); // 4 h of 8.
    expect(judge(half, { parameters: { share: 0.51 } }).reasons).toEqual([
      "G: no, 50.0 % is used of the 51.0 % it takes",
    ]);
  });

  it("says what is so, condition by condition", () => {
    const texts = (all: readonly object[]) =>
      judge(all, { facts: { told: true }, severity: "1" }).grounds.flatMap(({ conditions }) =>
        conditions.map(({ text, met }) => [text, met]),
      );
    expect(texts([...told, { breached: true }, { reopened: true }])).toEqual([
      ["told is so", true],
      ["it is not breached", false],
      ["it has not been re-opened", false],
    ]);
    const late = fix.track(
      [
        { at: mon("09:00"), state: "open" },
        { at: mon("10:00"), state: "done" },
        { at: mon("11:00"), state: "open" },
      ],
      { asOf: wed("13:00") },
    );
    const [ground] = judge([{ breached: true }, { reopened: true }], { reading: late }).grounds;
    expect(ground?.conditions.map(({ text }) => text)).toEqual([
      "it is breached",
      "it has been re-opened",
    ]);
  });

  it.each<[string, () => unknown, string, string, object]>([
    [
      "a fact that is none",
      () => judge(told, { facts: { told: "yes" } }),
      "fact-invalid",
      '"yes" is not a fact; give "told" as true or false.',
      { fact: "told", given: '"yes"' },
    ],
    [
      "a severity that is no text",
      () => judge(grave, { severity: 1 }),
      "severity-invalid",
      '1 is not a severity; give one as text, such as "1".',
      { given: "1" },
    ],
    [
      "a share that is no number",
      () => judge(half, { parameters: { share: "half" } }),
      "parameter-invalid",
      '"half" is not a share; give "share" as a number of zero or ',
      { parameter: "share", given: '"half"' },
    ],
    [
      "a share below zero",
      () => judge(half, { parameters: { share: -0.1 } }),
      "parameter-invalid",
      '-0.1 is not a share; give "share" as a number of zero or ',
      { parameter: "share", given: "-0.1" },
    ],
    ["no share", () => judge(half), "input-missing", "", {}],
    ["no fact", () => judge(told, { facts: { told: null } }), "input-missing", "", {}],
    ["no reading", () => judge([{ breached: true }], { reading: null }), "input-missing", "", {}],
    [
      "grounds that are none",
      () => judge([], {}, { anyOf: 5 }),
      "definition-invalid",
      "The eligibility has 1 problem:\n  anyOf: 5 given; ",
      {},
    ],
  ])("refuses %s", (_, act, code, message, data) => {
    const error = refusal(act);
    expect(error).toMatchObject({ code, data });
    expect(error.message.startsWith(message)).toBe(true);
  });

  it("names all that is missing, and nothing that is not", () => {
    const error = refusal(() => judge([...told, ...half, { breached: false }]));
    expect(error.message).toBe(
      'This cannot be judged: the fact "told" is not given; the parameter "share" is not given. Give what is missing.',
    );
    expect(Object.keys(error.data)).toEqual(["what"]);
  });
});

describe("a recurrence", () => {
  const { recurrences } = defineSla({
    id: "desk",
    calendars: { office, always },
    targets: {},
    recurrences: {
      rolling: { every: { hours: 8, calendar: "always" } },
      grid: { every: { hours: 8, calendar: "always" }, anchor: "grid" },
      titled: { title: "Report", every: { hours: 8, calendar: "office" } },
      still: { every: { hours: 0, calendar: "always" }, anchor: "grid" },
    },
  } as const);
  const start = mon("00:00");
  const rows = ({ occurrences }: ReturnType<typeof recurrences.rolling>) =>
    occurrences.map(({ number, dueAt, doneAt, late }) => [number, utc(dueAt), utc(doneAt), late]);

  it("has a title, or its name for one", () => {
    expect(recurrences.rolling(start, { asOf: start })).toMatchObject({
      title: "rolling",
      clause: null,
    });
    expect(recurrences.titled(start, { asOf: start }).title).toBe("Report");
  });

  it("is not late when it is done at the very instant, nor when that has only come", () => {
    const done = [mon("08:00")];
    const reading = recurrences.rolling(start, { asOf: mon("16:00"), done });
    expect(rows(reading)).toEqual([
      [1, mon("08:00"), mon("08:00"), false],
      [2, mon("16:00"), null, false],
    ]);
    expect([utc(reading.nextDueAt), reading.overdue]).toEqual([mon("16:00"), false]);
    const after = recurrences.rolling(start, { asOf: mon("16:00:00.001"), done });
    expect([after.overdue, after.occurrences[1]?.late]).toEqual([true, true]);
  });

  it("takes what was done from its start until now, both included, and nothing else", () => {
    const done = ["2026-11-15T23:59:59.999Z", start, mon("04:00"), mon("04:00:00.001")];
    expect(rows(recurrences.rolling(start, { asOf: mon("04:00"), done }))).toEqual([
      [1, mon("08:00"), start, false],
      [2, mon("08:00"), mon("04:00"), false],
      [3, mon("12:00"), null, false],
    ]);
  });

  it("ends at an instant, and what is due at it still is", () => {
    const reading = recurrences.rolling(start, { asOf: tue("00:00"), until: mon("08:00") });
    expect([rows(reading).length, reading.nextDueAt, reading.overdue]).toEqual([1, null, false]);
    const before = recurrences.rolling(start, { asOf: tue("00:00"), until: mon("07:59") });
    expect(rows(before)).toEqual([]);
    const atEnd = recurrences.rolling(start, { asOf: mon("08:00"), until: mon("08:00") });
    expect(atEnd.nextDueAt).toBeNull();
  });

  it("on a grid takes one of several for each time, the first that is not for the one before", () => {
    const done = [mon("03:00"), mon("05:00"), mon("08:00"), mon("16:00")];
    const reading = recurrences.grid(start, { asOf: tue("00:00"), done });
    expect(rows(reading)).toEqual([
      [1, mon("08:00"), mon("03:00"), false],
      [2, mon("16:00"), mon("16:00"), false],
      [3, tue("00:00"), null, false],
    ]);
  });

  it("on a grid may come 10 000 times, and no more", () => {
    const years = (times: number) => new Date(Date.parse(start) + times * 8 * 3_600_000);
    expect(recurrences.grid(start, { asOf: years(10_000) }).occurrences.length).toBe(10_000);
    const message = (id: string) =>
      `Recurrence "${id}" comes more than 10000 times by then, or never moves on; give it a longer interval, a later start or an earlier asOf.`;
    const data = (recurrence: string) => ({ recurrence, most: 10_000 });
    const code = "too-many-occurrences";
    const tooMany = refusal(() => recurrences.grid(start, { asOf: years(10_000.01) }));
    expect(tooMany).toEqual({ code, message: message("grid"), data: data("grid") });
    const still = refusal(() => recurrences.still(start, { asOf: nextMon("00:00") }));
    expect(still).toEqual({ code, message: message("still"), data: data("still") });
  });

  it("refuses what was done where that is no list", () => {
    const error = refusal(() => recurrences.rolling(start, { asOf: start, done: 5 as never }));
    expect(error.message).toBe('5 given as "done"; give a list, which may be empty.');
  });
});

describe("the numbers of a clock that has not started", () => {
  it("are those of the allowance it would have, in its unit", () => {
    const days = deskTarget({ allowance: { workingDays: 2, calendar: "office" } });
    const [pending] = days.trackMany([{ ticket: "T", events: [] }], { asOf: mon("09:00") });
    expect(pending).toEqual({
      ticket: "T",
      error: null,
      status: "pending",
      breached: false,
      paused: false,
      severity: null,
      startedAtMs: null,
      originalDueAtMs: null,
      dueAtMs: null,
      projectedDueAtMs: Date.parse("2026-11-19T00:00:00Z"),
      breachedAtMs: null,
      stoppedAtMs: null,
      unit: "days",
      allowance: 2,
      elapsed: 0,
      remaining: 2,
      overrun: 0,
      pausedFor: 0,
      wallPausedMs: 0,
      wallElapsedMs: 0,
      percentElapsed: 0,
      reopenings: 0,
      provisional: false,
    });
  });

  it("are nothing where no allowance can be told, and provisional where its due date is", () => {
    const graded = deskTarget({ allowance: { "1": { hours: 4, calendar: "office" } } });
    const [ungraded] = graded.trackMany([{ ticket: "T", events: [] }], { asOf: mon("09:00") });
    expect(ungraded).toMatchObject({
      unit: "milliseconds",
      allowance: 0,
      projectedDueAtMs: null,
      provisional: false,
    });
    const desk = deskTarget(
      { allowance: { workingDays: 2, calendar: "desk" } },
      { calendars: { desk: { ...office, bankHolidays: "scotland" } as typeof office } },
    );
    const pending = (asOf: string) =>
      [...desk.trackMany([{ ticket: "T", events: [] }], { asOf })].map((each) =>
        each.error ? each.error : each.provisional,
      );
    expect(pending("2028-12-20T09:00:00Z")).toEqual([false]);
    expect(pending("2029-01-10T09:00:00Z")).toEqual([true]);
    const gone = [{ at: "2029-01-10T09:00:00Z", state: "void" }];
    const [cancelled] = desk.trackMany([{ ticket: "T", events: gone }], {
      asOf: "2029-01-11T09:00:00Z",
    });
    expect(cancelled).toMatchObject({ status: "cancelled", provisional: false, allowance: 0 });
  });
});
