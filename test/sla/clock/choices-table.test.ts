import { describe, expect, it } from "vitest";
import { CoreHoursError, defineSla } from "../../../src";
import { CHOICES, DAY_CHOICES } from "../../../src/sla/clock/choices";
import { SCHEMAS } from "../../../tools/schemas/documents";

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
