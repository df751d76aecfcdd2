import { describe, expect, it } from "vitest";
import { DefinitionError, defineSla, type PolicyDefinition } from "../../../src";
import { formatPath } from "../../../src/input/problems";
import { londonDesk } from "../../reference/london-desk";

describe("a policy's parts are checked with it", () => {
  const problemsOf = (parts: object) => {
    try {
      defineSla({ ...londonDesk, ...parts } as PolicyDefinition);
    } catch (error) {
      if (error instanceof DefinitionError) return error.problems.map((p) => formatPath(p.path));
      throw error;
    }
    return [];
  };
  const step = { id: "x", after: { hours: 1, calendar: "always" } };
  const clauses = { "X-1": { document: "The paper", quotes: ["so"] } };

  it.each<[string, object, string]>([
    [
      "a step without an amount",
      { milestones: { m: { steps: [{ ...step, after: {} }] } } },
      "milestones.m.steps[0].after",
    ],
    [
      "a step on no calendar",
      { milestones: { m: { steps: [{ ...step, rollTo: "moon" }] } } },
      "milestones.m.steps[0].rollTo",
    ],
    ["a chain of no steps", { milestones: { m: { steps: [] } } }, "milestones.m.steps"],
    [
      "a window on no calendar",
      { windows: { w: { anyOf: [[{ within: { hours: 1, calendar: "moon" } }]] } } },
      "windows.w.anyOf[0][0].within.calendar",
    ],
    ["a window without limits", { windows: { w: { anyOf: [[]] } } }, "windows.w.anyOf[0]"],
    [
      "a recurrence of half a day",
      { recurrences: { r: { every: { workingDays: 0.5, calendar: "days" } } } },
      "recurrences.r.every.workingDays",
    ],
    [
      "an eligibility without grounds",
      { eligibility: { e: { anyOf: [] } } },
      "eligibility.e.anyOf",
    ],
    [
      "an invalid condition",
      { eligibility: { e: { anyOf: [{ id: "a", title: "A", all: [{ mood: "bad" }] }] } } },
      "eligibility.e.anyOf[0].all[0]",
    ],
    [
      "a ground on a target that the policy lacks",
      { eligibility: { e: { anyOf: [{ id: "a", title: "A", target: "moon", all: [] }] } } },
      "eligibility.e.anyOf[0].target",
    ],
    [
      "a condition on a window that the policy lacks",
      { eligibility: { e: { anyOf: [{ id: "a", title: "A", all: [{ inWindow: "w" }] }] } } },
      "eligibility.e.anyOf[0].all[0].inWindow",
    ],
    [
      "one of several conditions on a window that the policy lacks",
      {
        eligibility: {
          e: {
            anyOf: [{ id: "a", title: "A", all: [{ any: [{ open: true }, { inWindow: "w" }] }] }],
          },
        },
      },
      "eligibility.e.anyOf[0].all[0].any[1].inWindow",
    ],
    [
      "a contact that the policy lacks",
      { eligibility: { e: { anyOf: [{ id: "a", title: "A", all: [], tell: ["us"] }] } } },
      "eligibility.e.anyOf[0].tell[0]",
    ],
    [
      "somebody else to turn to whom the policy lacks",
      { eligibility: { e: { anyOf: [{ id: "a", title: "A", all: [] }], otherwise: ["us"] } } },
      "eligibility.e.otherwise[0]",
    ],
    [
      "a window that closes only if more is known",
      { windows: { w: { anyOf: [[{ within: { weeks: 1 }, ifKnown: true }]] } } },
      "windows.w.anyOf[0]",
    ],
    [
      "a form field without words",
      { forms: { f: { fields: { a: {} } } } },
      "forms.f.fields.a.title",
    ],
    [
      "a route in the hours of no calendar",
      {
        eligibility: {
          e: {
            anyOf: [{ id: "a", title: "A", all: [], routed: { when: "now", calendar: "moon" } }],
          },
        },
      },
      "eligibility.e.anyOf[0].routed.calendar",
    ],
    [
      "a clause of an occasion that is not in the register",
      { clauses, targets: { fix: { ...londonDesk.targets.fix, clausesFor: { pause: ["X-2"] } } } },
      "targets.fix.clausesFor.pause[0]",
    ],
    [
      "a target of no allowance, without saying why",
      { targets: { fix: { ...londonDesk.targets.fix, allowance: {} } } },
      "targets.fix.allowance",
    ],
    [
      "more than all of the time",
      { availability: { a: { calendar: "office", percent: 101 } } },
      "availability.a.percent",
    ],
    [
      "availability on no calendar",
      { availability: { a: { calendar: "moon", percent: 99 } } },
      "availability.a.calendar",
    ],
    [
      "a clause that is not in the register",
      { clauses, windows: { w: { clause: "X-2", anyOf: [[{ within: { weeks: 1 } }]] } } },
      "windows.w.clause",
    ],
    [
      "a clause without words",
      { clauses: { "X-1": { document: "d", quotes: [] } } },
      'clauses["X-1"].quotes',
    ],
    [
      "options without values",
      { options: { o: { title: "O", default: "a" } } },
      "options.o.values",
    ],
    [
      "a patch that spoils the policy",
      {
        options: {
          o: {
            title: "O",
            default: "a",
            values: { a: { reading: "A", patch: { targets: { fix: { runs: [] } } } } },
          },
        },
      },
      "targets.fix.runs",
    ],
  ])("and %s is refused at its path", (_, parts, path) => {
    expect(problemsOf(parts)).toContain(path);
  });
});
