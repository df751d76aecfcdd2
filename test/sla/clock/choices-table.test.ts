import { describe, expect, it } from "vitest";
import { CoreHoursError, defineSla } from "../../../src";
import {
  CHOICE_NAMES,
  CHOICES,
  choose,
  DAY_CHOICES,
  hasOverrides,
  OVERRIDES,
  valuesOf,
} from "../../../src/sla/clock/choices";
import { SCHEMAS } from "../../../tools/schemas/documents";
import { refusal, untyped } from "../../reference/refusals";

const targetWith = (choices: object) =>
  defineSla({
    id: "desk",
    calendars: { always: { timeZone: "UTC", hours: { daily: ["00:00-24:00"] } } },
    targets: {
      fix: {
        allowance: { hours: 8, calendar: "always" },
        runs: ["open"],
        stops: ["done"],
        ...choices,
      },
    },
  }).targets.fix;

const asOf = "2026-01-05T12:00:00Z";
const named = Object.entries(CHOICES).map(([name, { values }]) => ({
  name,
  values: Object.keys(values),
}));
const overrides = [
  ...named,
  ...Object.entries(DAY_CHOICES).map(([name, { values }]) => ({
    name,
    values: Object.keys(values),
  })),
  { name: "cutoff", values: ["00:00", "17:00"] },
];

describe("the table of choices", () => {
  it.each(named)("a target may say each value of $name", ({ name, values }) => {
    for (const value of values) {
      expect(targetWith({ [name]: value }).definition).toHaveProperty(name, value);
    }
  });

  it.each(named)("a target that says anything else of $name is refused", ({ name }) => {
    expect(() => targetWith({ [name]: "perhaps" })).toThrow(`targets.fix.${name}`);
  });

  it.each(overrides)("a call may say each value of $name", ({ name, values }) => {
    for (const value of values) {
      expect(() => targetWith({}).track([], { asOf, [name]: value })).not.toThrow();
    }
  });

  // A choice that a call may make but no code reads would be ignored here.
  it.each(overrides)("a call that says anything else of $name is refused", ({ name }) => {
    const call = () => targetWith({}).track([], { asOf, [name]: "perhaps" });
    expect(call).toThrow(CoreHoursError);
    expect(call).toThrow('"perhaps"');
  });

  it.each(named)("the JSON Schema has the values of $name, each with its meaning", (choice) => {
    const { name, values } = choice;
    const schema = JSON.stringify(SCHEMAS["policy.schema.json"]);
    expect(schema).toContain(`"enum":${JSON.stringify(values)}`);
    for (const value of values) {
      expect(schema).toMatch(new RegExp(`"${name}":\\{"description":"[^"]*\\b${value}\\b[^"]*: `));
    }
  });
});

/** Each choice as the contract has it, the default first. */
const AS_PROMISED = {
  tie: ["close", "next-open"],
  atDue: ["met", "breached"],
  onSeverityChange: ["carry-elapsed", "retroactive", "restart"],
  onReopen: ["resume", "continue", "restart", "new-cycle", "first-only"],
  onLateReopen: ["new-cycle", "ignore", "go-on"],
  onceBreached: ["rejudge", "keep"],
  dayPauses: ["day-ends", "push"],
  agreedDates: ["replaces", "earlier", "later", "ignore"],
  onUnknownState: ["refuse", "ignore"],
} as const;

const DEFAULTS = {
  tie: "close",
  atDue: "met",
  onSeverityChange: "carry-elapsed",
  onReopen: "resume",
  onLateReopen: "new-cycle",
  onceBreached: "rejudge",
  dayPauses: "day-ends",
  agreedDates: "replaces",
  onUnknownState: "refuse",
} as const;

describe("the choices in force", () => {
  it("have the names and values that were promised", () => {
    const table = Object.fromEntries(CHOICE_NAMES.map((name) => [name, valuesOf(name)]));
    expect(table).toEqual(AS_PROMISED);
    expect(valuesOf("due")).toEqual(["end-of-day", "close", "same-time"]);
    expect(OVERRIDES).toEqual([...Object.keys(AS_PROMISED), "due", "cutoff"]);
  });

  it("are the defaults if neither the target nor the call makes any", () => {
    expect(choose({}, {})).toStrictEqual(DEFAULTS);
    expect(choose({ atDue: undefined }, { due: undefined, cutoff: undefined })).toStrictEqual(
      DEFAULTS,
    );
  });

  it("are the call's before the target's", () => {
    const own = { atDue: "breached", tie: "next-open" } as const;
    expect(choose(own, { atDue: "met", due: "close", cutoff: "17:00" })).toStrictEqual({
      ...DEFAULTS,
      tie: "next-open",
      due: "close",
      cutoff: "17:00",
    });
  });

  it("are made by a call if it gives a value to any of them", () => {
    expect(hasOverrides({})).toBe(false);
    expect(hasOverrides({ atDue: undefined, cutoff: undefined })).toBe(false);
    for (const name of OVERRIDES) {
      expect(hasOverrides({ atDue: undefined, [name]: "x" }), name).toBe(true);
    }
  });

  it.each([
    [{ atDue: "late" }, "option-invalid", '"late" is not a atDue; give one of "met", "breached".'],
    [
      { due: "noon" },
      "option-invalid",
      '"noon" is not a due; give one of "end-of-day", "close", "same-time".',
    ],
    [
      { cutoff: "5 pm" },
      "time-of-day-invalid",
      '"5 pm" is not a time of day; give "HH:MM", such as "17:00".',
    ],
  ])("refuse %j", (call, code, message) => {
    const error = refusal(untyped((given) => choose({}, given), call));
    expect([error.code, error.message]).toEqual([code, message]);
  });
});

/** The help puts both together: "after a re-opening: the clock starts again". */
describe("what a choice decides", () => {
  const all = Object.entries({ ...CHOICES, ...DAY_CHOICES });
  it.each(all)("is a phrase that each value completes: %s", (_, { says, values }) => {
    for (const phrase of [says, ...Object.values(values)]) {
      expect(phrase).toMatch(/^[a-z]+ .*[a-z`)]$/);
    }
  });
});
