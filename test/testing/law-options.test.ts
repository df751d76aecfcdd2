import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import {
  type CalendarDefinition,
  CoreHoursError,
  defineCalendar,
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
} from "../../src/testing";
import { wrongCalendar } from "./broken";

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

  it("says which, the smallest example, what was found, and the seed", () => {
    expect(
      broken().message,
    ).toBe(`The calendar "desk" breaks a law: working time adds up: a to b and b to c make a to c, and back from c to a is its negative.
  For example, with
    a: "2024-01-01T09:00:00.000Z"
    b: "2024-01-01T09:00:00.000Z"
    c: "2024-01-01T09:00:00.000Z"
  These should be the same:
    between(a, b) + between(b, c): 2
    between(a, c): 1
    0 - between(c, a): -1
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

  it("tells an error of the library in its own words", () => {
    const narrow = wrongCalendar(desk, { add: (at) => desk.add(at, { hours: 1e9 }) });
    expect(errorOf(() => checkCalendar(narrow)).message).toContain(
      'CoverageError: Calendar "desk" covers',
    );
  });
});

describe("the options of a law", () => {
  afterEach(() => fc.resetConfigureGlobal());

  it("ask as many examples as are wanted, 50 if nobody says", () => {
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

  it.each([
    [{ numRuns: 0 }, "0 is no numRuns; give a whole number of examples, 1 or more."],
    [{ numRuns: 1.5 }, "1.5 is no numRuns"],
    [{ seed: Number.NaN }, "NaN is no seed"],
    [{ from: "2027-01-01T00:00:00Z", until: "2026-01-01T00:00:00Z" }, "There is no time to ask"],
    [{ until: "1800-01-01T00:00:00Z" }, "within what the calendar covers"],
    [{ from: "2027-01-01" }, "names no offset"],
  ])("are refused where they are wrong: %o", (options, message) => {
    expect(errorOf(() => checkCalendar(desk, options)).message).toContain(message);
    expect(errorOf(() => checkSla(nhsmail(), options)).message).toContain(message);
  });
});

describe("what laws are tried on", () => {
  it("is a calendar, not its definition", () => {
    // As JavaScript may do.
    const given = definition as unknown as WorkingCalendar;
    expect(errorOf(() => checkCalendar(given)).message).toContain("Make one with defineCalendar.");
  });

  it("is a policy, not its definition", () => {
    const given = null as unknown as ReturnType<typeof nhsmail>;
    expect(errorOf(() => checkSla(given)).message).toContain("Make one with defineSla.");
  });

  it("is every target, or those that are named", () => {
    checkSla(nhsLogin(), { targets: ["incidentResolution"], numRuns: 2 });
    expect(errorOf(() => checkSla(nhsLogin(), { targets: ["fix"] })).message).toContain(
      '"fix" is no target of policy "nhs-login"',
    );
  });

  it("is something that can be asked: hours that nobody gave are an error, not a success", () => {
    const { message } = errorOf(() => checkSla(nhsLogin(), { targets: ["hssiNotification"] }));
    expect(message).toContain("It could not be tried");
    expect(message).toContain("It never opens; give it hours.");
  });
});
