import { describe, expect, it } from "vitest";
import { DefinitionError, defineSla, type PolicyDefinition } from "../../../src/index";
import { obligationWords, usesCivilTime } from "../../../src/sla/policy/policy";
import { office } from "../../reference/desk";

const fix = { allowance: { hours: 8, calendar: "office" }, runs: ["open"], stops: ["done"] };
const policy = { id: "desk", calendars: { office }, targets: { fix } } satisfies PolicyDefinition;

/** Every problem of the policy with some other parts, each with its place; none if it is taken. */
function problems(parts: object): readonly string[] {
  try {
    defineSla({ ...policy, ...parts } as never); // A program without types may give anything.
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    return error.problems.map(({ path, message }) => `${path.join(".")}: ${message}`);
  }
  return [];
}

describe("a part of a policy", () => {
  it.each<[object, readonly string[]]>([
    [{ $schema: "https://example.org/policy.schema.json" }, []],
    [{ $schema: 5 }, ["$schema: 5 given; expected text"]],
    [{ id: 5 }, ["id: 5 given; expected a name"]],
    [{ title: 5 }, ["title: 5 given; expected text"]],
    [{ source: "The paper" }, []],
    [{ source: { document: "The paper", date: "2026-01-01" } }, []],
    [{ severities: [] }, []],
    [{ severities: [""] }, ['severities.0: "" given; expected at least 1 character']],
    [{ states: ["parked"] }, []],
    [{ states: [""] }, ['states.0: "" given; expected at least 1 character']],
    [{ derive: [] }, ["derive: [] given; expected at least one state"]],
    [{ derive: [{ state: "open" }] }, []],
    [{ derive: [{ state: "open", when: { kind: ["a"] } }] }, []],
    [{ derive: [{ state: "" }] }, ['derive.0.state: "" given; expected at least 1 character']],
    [{ derive: [{}] }, ["derive.0.state: missing; expected text"]],
    [
      { derive: [{ state: "a", when: 5 }] },
      ["derive.0.when: 5 given; expected lists of values by field"],
    ],
    [
      { derive: [{ state: "a", if: {} }] },
      ["derive.0.if: unknown key; the known names are state, when"],
    ],
    [{ targets: 5 }, ["targets: 5 given; expected targets by name"]],
    [
      { calendars: { office, "2nd": office } },
      [
        "calendars.2nd: expected a name that begins with a letter and has only letters, digits, - and _",
      ],
    ],
    [
      { calendars: { office, "a.b": office } },
      [
        "calendars.a.b: expected a name that begins with a letter and has only letters, digits, - and _",
      ],
    ],
    [{ calendars: { office, "A_2-b": office } }, []],
    [{ eligibility: 5 }, ["eligibility: 5 given; expected an object"]],
    [{ contacts: 5 }, ["contacts: 5 given; expected an object"]],
    [{ forms: 5 }, ["forms: 5 given; expected an object"]],
    [{ lifecycle: 5 }, ["lifecycle: 5 given; expected an object"]],
    [{ availability: 5 }, ["availability: 5 given; expected an object"]],
    [{ attainment: 5 }, ["attainment: 5 given; expected an object"]],
    [{ milestones: 5 }, ["milestones: 5 given; expected an object"]],
    [{ windows: 5 }, ["windows: 5 given; expected an object"]],
    [{ recurrences: 5 }, ["recurrences: 5 given; expected an object"]],
    [{ clauses: 5 }, ["clauses: 5 given; expected an object"]],
  ])("%j", (parts, expected) => {
    expect(problems(parts)).toEqual(expected);
  });
});

describe("a policy counts calendar days, weeks or months", () => {
  it("if any of its parts does, and not if it has no such part", () => {
    expect(usesCivilTime(policy)).toBe(false);
    const months = { ...policy, targets: { fix, report: { ...fix, allowance: { months: 1 } } } };
    expect(usesCivilTime(months)).toBe(true);
    // Nothing promised and an agreed date alone count no days.
    const none = {
      ...policy,
      targets: { fix: { ...fix, allowance: { "1": null, "2": "agreed" } } },
    };
    expect(usesCivilTime(none as PolicyDefinition)).toBe(false);
  });
});

describe("the words of what a policy has begun", () => {
  it("are those of its milestones, windows and recurrences, in that order", () => {
    expect(obligationWords(policy)).toEqual([]);
    const weeks = { weeks: 1 };
    expect(
      obligationWords({
        ...policy,
        milestones: {
          m: { startsOn: ["a"], endsOn: ["b"], steps: [{ id: "s", after: weeks, doneOn: ["c"] }] },
        },
        windows: {
          w: {
            anyOf: [[{ within: weeks }]],
            events: { start: ["d", "e"] },
            endsOn: ["f"],
            doneOn: ["g"],
          },
        },
        recurrences: { r: { every: weeks, cancelsOn: ["h"], doneOn: ["i"] } },
      }).toSorted(),
    ).toEqual(["a", "b", "c", "d", "e", "f", "g", "h", "i"]);
  });
});
