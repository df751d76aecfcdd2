import { describe, expect, it } from "vitest";
import { DefinitionError, defineSla } from "../../../src/index";
import { formatPath } from "../../../src/input/problems";
import { always } from "../../reference/desk";
import { untyped } from "../../reference/refusals";

const hour = { hours: 1, calendar: "always" };
const policy = {
  id: "desk",
  calendars: { always },
  targets: { fix: { allowance: hour, runs: ["open"], stops: ["done"] } },
};

/** Every problem of the parts of a policy, as `path: message`. */
function problemsOf(parts: object): readonly string[] {
  try {
    untyped((given) => defineSla(given), { ...policy, ...parts })();
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    return error.problems.map(({ path, message }) => `${formatPath(path)}: ${message}`);
  }
  return [];
}

const chain = (change: object) => ({
  milestones: { m: { steps: [{ id: "a", after: hour }], ...change } },
});
const step = (change: object) => chain({ steps: [{ id: "a", after: hour, ...change }] });
const window = (change: object) => ({ windows: { w: { anyOf: [[{ within: hour }]], ...change } } });
const limits = (...all: object[]) =>
  window({ anyOf: [all.map((each) => ({ within: hour, ...each }))] });
const recurrence = (change: object) => ({ recurrences: { r: { every: hour, ...change } } });
const attainment = (change: object) => ({
  attainment: { a: { target: "fix", share: 0.9, ...change } },
});
const ground = (...all: unknown[]) => ({
  eligibility: { e: { anyOf: [{ id: "g", title: "G", all }] } },
});
const ONE_OF =
  'expected one of { "usedAtLeast" }, { "statusIn" }, { "breached" }, { "open" }, { "reopened" }, { "inWindow" }, { "severityIn" }, { "fact" } and { "any" }';

describe("the parts of a policy may say all that there is to say", () => {
  it.each<[string, object]>([
    [
      "a chain",
      chain({
        title: "T",
        startsOn: ["open", "new"],
        endsOn: ["done", "shut"],
        cancelsOn: ["void", "lost"],
        steps: [
          { id: "a", title: "A", after: hour, from: "previous", tie: "close", doneOn: ["x", "y"] },
          {
            id: "b",
            after: hour,
            from: "start",
            tie: "next-open",
            rollTo: "always",
            atEarlyEnd: true,
          },
        ],
      }),
    ],
    [
      "a window",
      window({
        title: "T",
        anyOf: [
          [{ within: hour, from: "a" }],
          [{ within: hour }, { within: hour, of: "a", from: "b", ifKnown: true }],
        ],
        events: { a: ["x", "y"], start: ["z"] },
        doneOn: ["done"],
        endsOn: ["void"],
        inclusive: false,
        due: "end-of-day",
      }),
    ],
    [
      "a recurrence",
      recurrence({ title: "T", anchor: "grid", startsOn: ["open"], doneOn: ["x", "y"] }),
    ],
    [
      "an attainment",
      attainment({
        title: "T",
        severities: ["1", "2"],
        share: 1,
        per: "month",
        by: "due",
        credits: [
          { below: 0.9, percent: 100 },
          { below: 0.8, percent: 0 },
        ],
      }),
    ],
    [
      "an eligibility",
      {
        contacts: { us: { title: "Us", address: "us@example.org" } },
        ...window({}),
        eligibility: {
          e: {
            title: "T",
            parameters: { close: 10, none: 0 },
            otherwise: ["us"],
            anyOf: [
              {
                id: "g",
                title: "G",
                target: "fix",
                tell: ["us"],
                routed: { when: "at once", calendar: "always" },
                all: [
                  { usedAtLeast: 0.5 },
                  { usedAtLeast: "close" },
                  { statusIn: ["running", "met"] },
                  { breached: true },
                  { open: true, assumed: false },
                  { reopened: false },
                  { inWindow: "w" },
                  { severityIn: ["1", "2"] },
                  { fact: "told", is: false, assumed: true },
                  { any: [{ open: true }, { fact: "told" }] },
                ],
              },
            ],
          },
        },
      },
    ],
    [
      "an availability",
      {
        availability: {
          a: {
            calendar: "always",
            percent: 100,
            fixedMinutes: 44_700,
            test: "strictest",
            maintenance: "counted",
          },
          b: {
            calendar: "always",
            percent: 0,
            fixedMinutes: 0,
            test: "fixed",
            maintenance: "excluded",
          },
          c: { calendar: "always", percent: 99, test: "percentage" },
        },
      },
    ],
    [
      "a form",
      {
        forms: {
          f: {
            title: "T",
            unstated: "So",
            fields: { a: { title: "A", optional: true, or: ["B"] } },
          },
        },
      },
    ],
  ])("%s", (_, parts) => {
    expect(problemsOf(parts)).toEqual([]);
  });
});

describe("a choice may be given by its default", () => {
  it.each([recurrence({ anchor: "rolling" }), window({ due: "same-time" })])("%j", (parts) => {
    expect(problemsOf(parts)).toEqual([]);
  });
});

describe("a part of a policy is refused with what it says wrongly", () => {
  it.each<[string, object, string]>([
    [
      "a chain of no steps",
      chain({ steps: [] }),
      "milestones.m.steps: [] given; expected at least one step",
    ],
    [
      "a step after nothing",
      step({ after: 5 }),
      "milestones.m.steps[0].after: 5 given; expected an allowance",
    ],
    [
      "a step from elsewhere",
      step({ from: "end" }),
      'milestones.m.steps[0].from: "end" given; expected one of "previous", "start"',
    ],
    [
      "text in place of words",
      chain({ startsOn: "open" }),
      'milestones.m.startsOn: "open" given; expected a list of states and facts',
    ],
    [
      "no words",
      chain({ endsOn: [] }),
      "milestones.m.endsOn: [] given; expected at least one state or fact",
    ],
    [
      "a blank word",
      chain({ cancelsOn: [""] }),
      'milestones.m.cancelsOn[0]: "" given; expected at least 1 character',
    ],
    [
      "a window without ways",
      window({ anyOf: [] }),
      "windows.w.anyOf: [] given; expected at least one way of being in time",
    ],
    [
      "a way without limits",
      window({ anyOf: [[]] }),
      "windows.w.anyOf[0]: [] given; expected at least one limit",
    ],
    [
      "a limit within nothing",
      limits({ within: 5 }),
      "windows.w.anyOf[0][0].within: 5 given; expected an allowance",
    ],
    [
      "a way that ends only if more is known",
      limits({ ifKnown: true }),
      'windows.w.anyOf[0]: [{"within":{"hours":1,"calendar":"always"},"ifKnown":true}] given; expected a limit without "of" and "ifKnown"; without one the window never closes',
    ],
    [
      "a way that no limit ends",
      limits({ of: "b" }),
      'windows.w.anyOf[0]: [{"within":{"hours":1,"calendar":"always"},"of":"b"}] given; expected a limit without "of" and "ifKnown"; without one the window never closes',
    ],
    [
      "a list of events",
      window({ events: ["x"] }),
      'windows.w.events: ["x"] given; expected lists by event',
    ],
    [
      "a recurrence every nothing",
      recurrence({ every: 5 }),
      "recurrences.r.every: 5 given; expected an allowance",
    ],
    [
      "a share of text",
      attainment({ share: "90 %" }),
      'attainment.a.share: "90 %" given; expected a share such as 0.9',
    ],
    [
      "a share of nothing",
      attainment({ share: 0 }),
      "attainment.a.share: 0 given; expected a share above 0",
    ],
    [
      "a share in percent",
      attainment({ share: 90 }),
      "attainment.a.share: 90 given; expected a share of 1 or less, such as 0.9 for 90 %",
    ],
    [
      "a target without a name",
      attainment({ target: 5 }),
      "attainment.a.target: 5 given; expected the name of a target",
    ],
    [
      "no severities",
      attainment({ severities: [] }),
      "attainment.a.severities: [] given; expected at least one severity",
    ],
    [
      "a credit of text",
      attainment({ credits: [{ below: 0.9, percent: "2" }] }),
      'attainment.a.credits[0].percent: "2" given; expected a credit in percent',
    ],
    [
      "a credit below zero",
      attainment({ credits: [{ below: 0.9, percent: -1 }] }),
      "attainment.a.credits[0].percent: -1 given; expected a credit of zero or more",
    ],
    [
      "a credit beyond all",
      attainment({ credits: [{ below: 0.9, percent: 101 }] }),
      "attainment.a.credits[0].percent: 101 given; expected a credit of 100 percent or less",
    ],
    [
      "minutes that no month has",
      { availability: { a: { calendar: "always", percent: 99, fixedMinutes: 44_701 } } },
      "availability.a.fixedMinutes: 44701 given; expected no more minutes than a month has",
    ],
    [
      "a calendar without a name",
      { availability: { a: { calendar: 5, percent: 99 } } },
      "availability.a.calendar: 5 given; expected the name of a calendar of the policy",
    ],
    [
      "an eligibility without grounds",
      { eligibility: { e: { anyOf: [] } } },
      "eligibility.e.anyOf: [] given; expected at least one ground",
    ],
    [
      "one contact in place of a list",
      { eligibility: { e: { anyOf: [{ id: "g", title: "G", all: [] }], otherwise: "us" } } },
      'eligibility.e.otherwise: "us" given; expected a list of contacts of the policy',
    ],
    [
      "a parameter below zero",
      {
        eligibility: {
          e: { anyOf: [{ id: "g", title: "G", all: [] }], parameters: { close: -1 } },
        },
      },
      "eligibility.e.parameters.close: -1 given; expected a share of zero or more",
    ],
    [
      "a parameter in percent",
      {
        eligibility: {
          e: { anyOf: [{ id: "g", title: "G", all: [] }], parameters: { close: 75 } },
        },
      },
      "eligibility.e.parameters.close: 75 given; expected a share of the allowance of at most 10, such as 0.9 for 90 %",
    ],
    [
      "a condition of text",
      ground("breached"),
      `eligibility.e.anyOf[0].all[0]: "breached" given; ${ONE_OF}`,
    ],
    [
      "an unknown condition",
      ground({ mood: "bad" }),
      `eligibility.e.anyOf[0].all[0]: {"mood":"bad"} given; ${ONE_OF}`,
    ],
    ["a condition of null", ground(null), `eligibility.e.anyOf[0].all[0]: null given; ${ONE_OF}`],
    ["an empty condition", ground({}), `eligibility.e.anyOf[0].all[0]: {} given; ${ONE_OF}`],
    [
      "a number in place of a list of conditions",
      ground({ any: 5 }),
      'eligibility.e.anyOf[0].all[0]: {"any":5} given; expected { "any" } with a list of conditions',
    ],
    [
      "no conditions of which one is enough",
      ground({ any: [] }),
      "eligibility.e.anyOf[0].all[0].any: [] given; expected at least 1 item",
    ],
  ])("%s", (_, parts, line) => {
    expect(problemsOf(parts)).toContain(line);
  });
});
