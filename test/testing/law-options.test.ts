import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import {
  type CalendarDefinition,
  CoreHoursError,
  defineCalendar,
  defineSla,
  nhsLogin,
  nhsmail,
  type WorkingCalendar,
} from "../../src/index";
import {
  calendarLaws,
  checkCalendar,
  checkSla,
  type LawError,
  type LawOptions,
  slaLaws,
} from "../../src/testing";
import { type Effort, effortOf, trialOf } from "../../src/testing/trial";
import { wrongCalendar } from "./planted/broken";

const LAW = { name: "small", title: "no number is too much" };
const SUBJECT = {
  name: "numbers",
  place: { local: String, notes: () => [] },
  edgesAt: () => [],
};

const definition: CalendarDefinition = {
  id: "desk",
  timeZone: "Europe/London",
  hours: { weekdays: ["09:00-17:30"] },
};
const desk = defineCalendar(definition);
const late = wrongCalendar(desk, {
  between: (a, b) => desk.between(a, b).plus({ milliseconds: 1 }),
});

/** The error that a check throws. */
function errorOf(check: () => void): CoreHoursError {
  try {
    check();
  } catch (error) {
    if (error instanceof CoreHoursError) return error;
  }
  throw new Error("no error of the library");
}

/** How many instants a calendar is asked about, and which they are. */
function asked(options: LawOptions): readonly string[] {
  const instants: string[] = [];
  const listening = wrongCalendar(desk, {
    isOpen: (at) => {
      instants.push(String(at));
      return desk.isOpen(at);
    },
  });
  calendarLaws.find(({ name }) => name === "previous-edges")?.check(listening, options);
  return instants;
}

describe("a law that does not hold", () => {
  const broken = () => errorOf(() => checkCalendar(late, { seed: 42 }));

  it("names itself, the smallest example, the answers and the seed", () => {
    expect(
      broken().message,
    ).toBe(`The calendar "desk" breaks a law: working time adds up: a to b and b to c make a to c, and back from c to a is its negative.
  For example, with
    a: 2024-01-01T09:00:00+00:00 (Monday)
    b: 2024-01-01T09:00:00+00:00 (Monday)
    c: 2024-01-01T09:00:00+00:00 (Monday)
  These should be the same:
    between(a, c): 1 ms
    between(a, b) + between(b, c): 2 ms
    0 - between(c, a): -1 ms
  Find it again with { seed: 42 }.`);
  });

  it("says the same to a program", () => {
    const instant = "2024-01-01T09:00:00.000Z";
    expect(broken()).toMatchObject({
      name: "LawError",
      code: "law-broken",
      data: {
        law: "additivity",
        subject: 'calendar "desk"',
        counterexample: { a: instant, b: instant, c: instant },
        seed: 42,
      },
    } satisfies Partial<Record<keyof LawError, unknown>>);
  });

  it("is found again with the seed that it names", () => {
    const { message, data } = errorOf(() => checkCalendar(late));
    const again = errorOf(() => checkCalendar(late, { seed: Number(data["seed"]) }));
    expect(again.message).toBe(message);
  });

  it("mentions a holiday and a clock change near it, in local time", () => {
    // 25 October 2026: the clocks of London go back at 02:00 summer time. 28 December is in lieu of the 26th.
    const definition: CalendarDefinition = {
      id: "desk",
      timeZone: "Europe/London",
      hours: { daily: ["00:00-24:00"] },
      bankHolidays: "england-and-wales",
      exceptions: { "2026-12-24": { hours: ["09:00-12:00"], title: "Christmas Eve" } },
    };
    const calendar = defineCalendar(definition);
    const near = (from: string, until: string) =>
      errorOf(() =>
        checkCalendar(
          wrongCalendar(calendar, {
            between: (a, b) => calendar.between(a, b).plus({ minutes: 90, milliseconds: 1 }),
          }),
          { from, until },
        ),
      ).message;
    const october = near("2026-10-25T00:30:00Z", "2026-10-25T00:30:00.001Z");
    expect(october).toContain(
      "a: 2026-10-25T01:30:00+01:00 (Sunday; the clocks go back by 1 h at 2026-10-25T01:00:00+00:00)",
    );
    expect(october).toContain("between(a, c): 1 h 30 min 0.001 s");
    expect(near("2026-12-28T10:00:00.250Z", "2026-12-28T10:00:00.251Z")).toContain(
      'a: 2026-12-28T10:00:00.250+00:00 (Monday; bank-holiday "Boxing Day")',
    );
    expect(near("2026-12-24T10:00:00Z", "2026-12-24T10:00:00.001Z")).toContain(
      '(Thursday; exception "Christmas Eve")',
    );
  });

  it("repeats an error of the library in its own words", () => {
    const narrow = wrongCalendar(desk, { add: (at) => desk.add(at, { hours: 1e9 }) });
    expect(errorOf(() => checkCalendar(narrow)).message).toContain(
      'CoverageError: Calendar "desk" covers',
    );
  });
});

describe("the options of a law", () => {
  afterEach(() => fc.resetConfigureGlobal());

  it("ask as many examples as are wanted, 50 by default", () => {
    const few = asked({ numRuns: 5, seed: 1 }).length;
    const some = asked({ seed: 1 }).length;
    const many = asked({ numRuns: 500, seed: 1 }).length;
    expect(few).toBeLessThan(some);
    expect(some).toBeLessThan(many);
    fc.configureGlobal({ numRuns: 5 });
    expect(asked({ seed: 1 }).length).toBe(few);
  });

  it("ask the same of the same seed", () => {
    expect(asked({ seed: 3 })).toEqual(asked({ seed: 3 }));
    expect(asked({ seed: 3 })).not.toEqual(asked({ seed: 4 }));
  });

  it("ask about a part of time", () => {
    const instants = asked({ from: "2026-12-01T00:00:00Z", until: "2026-12-31T00:00:00Z" });
    for (const at of instants) {
      // The last opening may have been some days before.
      expect(at > "2026-11-26" && at < "2026-12-31T00:00:00.000Z").toBe(true);
    }
  });

  // Some of them as JavaScript may do.
  it.each<[unknown, string]>([
    [{ numRuns: 0 }, "0 is not a valid numRuns; give a whole number of examples, 1 or more."],
    [{ numRuns: 1.5 }, "1.5 is not a valid numRuns"],
    [{ budgetMs: 0 }, "0 is not a valid budgetMs; give a number of milliseconds above 0"],
    [{ seed: Number.NaN }, "NaN is not a valid seed"],
    [{ numruns: 5 }, 'did you mean "numRuns"?'],
    [{ budget: 5 }, 'did you mean "budgetMs"?'],
    [2000, "2000 is not an object of options; give one such as { numRuns: 200 }."],
    [{ from: "2027-01-01T00:00:00Z", until: "2026-01-01T00:00:00Z" }, "There is no time to ask"],
    [{ until: "1800-01-01T00:00:00Z" }, "within what the calendar covers"],
    [{ from: "2027-01-01" }, "names no offset"],
  ])("are refused if they are invalid: %o", (options, message) => {
    expect(errorOf(() => checkCalendar(desk, options as never)).message).toContain(message);
    expect(errorOf(() => checkSla(nhsmail(), options as never)).message).toContain(message);
    const [law] = calendarLaws;
    expect(errorOf(() => law?.check(desk, options as never)).message).toContain(message);
  });
});

describe("a law that could not be tried", () => {
  afterEach(() => fc.resetConfigureGlobal());

  const untried = (check: () => void) => {
    const error = errorOf(check);
    expect(error).toMatchObject({ name: "CoreHoursError", code: "law-untried" });
    return error.message;
  };

  it("says that there was no time, if fast-check is given none", () => {
    fc.configureGlobal({ interruptAfterTimeLimit: 0 });
    expect(untried(() => checkCalendar(desk))).toContain(
      "There was no time: fc.configureGlobal({ interruptAfterTimeLimit: 0 })",
    );
    expect(untried(() => checkSla(nhsmail()))).toContain("There was no time");
  });

  it("says that there was no time, if fast-check takes too little for a failure", () => {
    const trial = trialOf(LAW, SUBJECT, { numRuns: 1e9, seed: undefined, limitMs: undefined });
    fc.configureGlobal({ interruptAfterTimeLimit: 20, markInterruptAsFailure: true });
    expect(untried(() => trial.forAll(fc.nat(), () => {}))).toContain("There was no time");
  });

  it("says that a policy has no targets, or none of the named ones", () => {
    const empty = defineSla({ id: "empty", calendars: {}, targets: {} });
    expect(untried(() => checkSla(empty))).toContain('Policy "empty" has no targets');
    expect(untried(() => checkSla(nhsmail(), { targets: [] }))).toContain(
      '[] given as "targets" names none of policy "nhsmail"',
    );
    for (const law of slaLaws) expect(untried(() => law.check(empty))).toContain("no targets");
  });
});

describe("the time that a law takes", () => {
  afterEach(() => fc.resetConfigureGlobal());

  it("is limited unless a number of examples or a seed is given", () => {
    expect(effortOf({}, 700)).toEqual({ numRuns: 50, seed: undefined, limitMs: 700 });
    expect(effortOf({ numRuns: 9 }, 700)).toEqual({
      numRuns: 9,
      seed: undefined,
      limitMs: undefined,
    });
    expect(effortOf({ seed: 9 }, 700)).toEqual({ numRuns: 50, seed: 9, limitMs: undefined });
    fc.configureGlobal({ numRuns: 80 });
    expect(effortOf({}, 700)).toEqual({ numRuns: 80, seed: undefined, limitMs: undefined });
  });

  it("is shared by the laws of a check, and is what budgetMs says", () => {
    expect(effortOf({ budgetMs: 400 }, 700, 8).limitMs).toBe(50);
    expect(effortOf({ budgetMs: 400, numRuns: 9 }, 700).limitMs).toBe(400);
  });

  it("ends with the example in which it is up, after at least two", () => {
    let tried = 0;
    const trial = trialOf(LAW, SUBJECT, { numRuns: 1e9, seed: undefined, limitMs: 0 });
    trial.forAll(fc.nat(), () => {
      tried++;
    });
    expect(tried).toBe(2);
    trialOf(LAW, SUBJECT, { numRuns: 1e9, seed: undefined, limitMs: 20 }).forAll(fc.nat(), () => {
      tried++;
    });
    expect(tried).toBeGreaterThan(4);
  });

  it("changes no example: a seed finds one again that a limit of time found", () => {
    // Only a late example breaks it, one of those that follow the first two.
    const claim = (n: number) => {
      if (n > 2_000_000_000) throw new Error(`${n} is too much`);
    };
    const errorWith = (effort: Effort) =>
      errorOf(() => trialOf(LAW, SUBJECT, effort).forAll(fc.nat(), claim));
    const { data } = errorWith({ numRuns: 1e9, seed: undefined, limitMs: 60_000 });
    const again = errorWith({ numRuns: 1e9, seed: Number(data["seed"]), limitMs: undefined });
    expect(again.data).toEqual(data);
  });
});

describe("what laws are tried on", () => {
  it("is a calendar, not its definition", () => {
    // As JavaScript may do.
    const given = definition as unknown as WorkingCalendar;
    expect(errorOf(() => checkCalendar(given)).message).toContain("Make one with defineCalendar.");
  });

  it.each([
    ["nothing", null],
    ["a definition", nhsmail().toJSON()],
    ["something like a policy", { targets: { fix: {} }, calendars: {} }],
  ])("is a policy, not %s", (_, given) => {
    // As JavaScript may do.
    const check = () => checkSla(given as never);
    expect(errorOf(check).message).toContain("Make one with defineSla.");
  });

  it("is every target, or those that are named", () => {
    checkSla(nhsLogin(), { targets: ["incidentResolution"], numRuns: 2 });
    const unknown = ["fix"] as never;
    expect(errorOf(() => checkSla(nhsLogin(), { targets: unknown })).message).toContain(
      '"fix" is not a target of policy "nhs-login"',
    );
  });

  it("can be asked: missing hours are an error, not a success", () => {
    const { message } = errorOf(() => checkSla(nhsLogin(), { targets: ["hssiNotification"] }));
    expect(message).toContain("could not be tried on the target");
    expect(message).toContain("It never opens; give it hours.");
  });
});
