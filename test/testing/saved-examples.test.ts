import { describe, expect, it } from "vitest";
import { defineCalendar, defineSla, type Sla } from "../../src";
import {
  type BrokenLaw,
  calendarLaws,
  checkAdapter,
  checkCalendar,
  checkSla,
  checkStreams,
  type DeskAdapter,
  LawError,
} from "../../src/testing";
import { wrongCalendar, wrongReading, wrongSla } from "./planted/broken";

const desk = defineCalendar({
  id: "desk",
  timeZone: "Europe/London",
  hours: { weekdays: ["09:00-17:30"] },
});
/** It is wrong at one instant of all: the second before the first opening of 2031. */
const ODD = "2031-01-02T08:59:59.000Z";
const rarelyWrong = wrongCalendar(desk, {
  isOpen: (at) => String(at) === ODD || desk.isOpen(at),
});
const saved = [{ law: "next-edges", counterexample: { at: ODD } }];
const effort = { numRuns: 3, seed: 7 };

function brokenBy(check: () => void): BrokenLaw {
  try {
    check();
  } catch (error) {
    if (error instanceof LawError) return error.data;
    throw error;
  }
  throw new Error("no law was broken");
}

describe("a saved example", () => {
  it("is tried before all others, by its law alone", () => {
    expect(() => checkCalendar(rarelyWrong, effort)).not.toThrow();
    const { law, counterexample, seed } = brokenBy(() =>
      checkCalendar(rarelyWrong, { ...effort, saved }),
    );
    expect([law, counterexample, seed]).toEqual(["next-edges", { at: ODD }, null]);
    for (const each of calendarLaws) {
      if (each.name !== "next-edges") each.check(rarelyWrong, { ...effort, saved });
    }
  });

  it("says nothing against a subject that is right, or that it does not name", () => {
    checkCalendar(desk, { ...effort, saved });
    const ofAnother = [{ ...saved[0], law: "next-edges", subject: 'calendar "other"' }];
    checkCalendar(rarelyWrong, {
      ...effort,
      saved: ofAnother.map((each) => ({ counterexample: { at: ODD }, ...each })),
    });
  });

  it("is the data of an error, through JSON", () => {
    const late = wrongCalendar(desk, {
      between: (a, b) => desk.between(a, b).plus({ milliseconds: 1 }),
    });
    const found = brokenBy(() => checkCalendar(late, { seed: 42 }));
    const read: BrokenLaw = JSON.parse(JSON.stringify(found));
    const again = brokenBy(() => checkCalendar(late, { ...effort, seed: 1, saved: [read] }));
    expect(again).toEqual({ ...found, seed: null });
  });

  it("of another form is passed over", () => {
    const others = [{ law: "next-edges", counterexample: { a: ODD, b: ODD } }];
    checkCalendar(rarelyWrong, { ...effort, saved: others });
  });

  it("of a policy names a ticket", () => {
    const sla: Sla = defineSla({
      id: "desk",
      calendars: { office: { timeZone: "UTC", hours: { weekdays: ["09:00-17:00"] } } },
      targets: {
        fix: { allowance: { hours: 4, calendar: "office" }, runs: ["open"], stops: ["done"] },
      },
    });
    const { fix } = sla.targets;
    if (!fix) throw new Error("it has the target");
    const wrong = wrongSla(sla, fix, {
      track: (history, options) => {
        const reading = fix.track(history, options);
        return wrongReading(reading, { remaining: reading.allowance });
      },
    });
    const found = brokenBy(() => checkSla(wrong, { seed: 3 }));
    const again = brokenBy(() => checkSla(wrong, { seed: 4, numRuns: 1, saved: [found] }));
    expect([again.law, again.counterexample]).toEqual([found.law, found.counterexample]);
  });

  it.each([
    [5, "5 is not a valid saved"],
    [[{ law: "next-edges" }], '{"law":"next-edges"} is not a valid saved'],
    [[null], "null is not a valid saved"],
    [[{ law: 5, counterexample: {} }], "is not a valid saved"],
  ])("that is %j is refused", (given, said) => {
    const check = () => Reflect.apply(checkCalendar, undefined, [desk, { saved: given }]);
    expect(check).toThrow(said);
  });
});

describe("collect", () => {
  it("counts the examples of each law that lie at edges", () => {
    const counted = new Map<string, number>();
    checkCalendar(desk, {
      numRuns: 60,
      seed: 7,
      collect: ({ law, subject, examples, edges }) => {
        expect(subject).toBe('calendar "desk"');
        expect(examples).toBeGreaterThanOrEqual(2);
        for (const count of Object.values(edges)) expect(count).toBeLessThanOrEqual(examples);
        counted.set(law, edges.opening + edges.closing);
      },
    });
    expect([...counted.keys()]).toContain("next-edges");
    // The arbitraries draw from the edges on purpose.
    expect(counted.get("next-edges")).toBeGreaterThan(20);
  });

  it("knows each kind of edge", () => {
    const kinds = new Set<string>();
    const year = defineCalendar({
      id: "year",
      timeZone: "Europe/London",
      hours: { weekdays: ["09:00-17:30"] },
      bankHolidays: "england-and-wales",
      rules: [{ from: "08-01", to: "08-31", hours: ["10:00-12:00"] }],
      exceptions: { "2026-12-24": ["09:00-12:00"] },
    });
    checkCalendar(year, {
      numRuns: 100,
      seed: 7,
      from: "2026-01-01T00:00:00Z",
      until: "2027-01-01T00:00:00Z",
      collect: ({ edges }) => {
        for (const [edge, count] of Object.entries(edges)) if (count > 0) kinds.add(edge);
      },
    });
    expect([...kinds].sort()).toEqual([
      "bank holiday",
      "clock change",
      "closing",
      "exception",
      "midnight",
      "opening",
      "rule",
    ]);
  });

  it("and saved examples are for laws: a program is tried by its seed", async () => {
    const sla = defineSla({
      id: "desk",
      calendars: { office: { timeZone: "UTC", hours: { weekdays: ["09:00-17:00"] } } },
      targets: {
        fix: { allowance: { hours: 4, calendar: "office" }, runs: ["open"], stops: ["done"] },
      },
    });
    const never = (): DeskAdapter => {
      throw new Error("it is never made");
    };
    await expect(checkAdapter(sla, "fix", never, { saved })).rejects.toThrow(
      "found again by their seed",
    );
    await expect(checkAdapter(sla, "fix", never, { collect: () => {} })).rejects.toThrow("seed");
    const counted: string[] = [];
    await checkStreams(sla, { numRuns: 2, seed: 1, collect: ({ law }) => counted.push(law) });
    expect(counted).toEqual(["stream"]);
  });
});
