import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CoreHoursError, DefinitionError, defineCalendar, defineSla } from "../../src";
import { anyCalendarDefinition, anyPolicyDefinition } from "../../src/testing";
import { mutated } from "./mutations";
import { validator } from "./schemas";

/** Enough runs for each outcome to occur. */
const RUNS = { numRuns: Math.max(200, Number(process.env["PROPERTY_RUNS"] ?? 0)) };

/** What the library finds wrong with a definition, or why it refuses it; nothing if it takes it. */
function refusal(define: () => unknown): readonly string[] {
  try {
    define();
    return [];
  } catch (error) {
    if (error instanceof DefinitionError) return error.problems.map(({ message }) => message);
    if (error instanceof CoreHoursError) return [error.code];
    throw error;
  }
}

/** What no schema can say of a calendar. */
const BEYOND_CALENDARS = new RegExp(
  [
    "periods that do not overlap",
    "period of some length",
    "an IANA zone",
    "given; expected england-and-wales",
    "coverage-empty",
    "a day of the year that exists",
    'either "on", or "from" and "to"',
    'either "nth" or "every"',
    'the first of them, as "2027-01-09"',
    'no first date with "nth"',
    'no months with "every"',
    "and the rule is for each",
    'a date that is not before "(since|from)"',
    'a date within "from" and "to"',
    'expected some dates, or both "from" and "to"',
  ].join("|"),
);

/** What no schema can say of a policy. */
const BEYOND_POLICIES = new RegExp(
  [
    BEYOND_CALENDARS.source,
    "expected a calendar of the policy",
    "expected a clause of the policy",
    "unknown severity",
    "is already under",
    "cannot be carried from hours to days",
    "need a zone",
  ].join("|"),
);

const calendar = anyCalendarDefinition();
const combined = fc
  .record({
    combiner: fc.constantFrom("union", "intersect", "except"),
    one: calendar,
    other: calendar,
  })
  .map(({ combiner, one, other }) => ({ id: "both", [combiner]: [one, other] }));

describe("the schema of calendars", () => {
  const schema = validator("calendar");
  const anyCalendar = fc.oneof(calendar, combined);

  it("takes every definition that there is", () => {
    fc.assert(
      fc.property(anyCalendar, (definition) => {
        expect(schema(definition)).toEqual([]);
      }),
      RUNS,
    );
  });

  it("refuses exactly what defineCalendar refuses, except what no schema can say", () => {
    const outcomes = { taken: 0, refused: 0, beyond: 0 };
    fc.assert(
      fc.property(mutated(anyCalendar), (definition) => {
        // Whatever it has become, defineCalendar checks it.
        const wrong = refusal(() => defineCalendar(definition as never));
        if (schema(definition).length > 0) {
          outcomes.refused++;
          expect(wrong).not.toEqual([]);
          return;
        }
        outcomes[wrong.length > 0 ? "beyond" : "taken"]++;
        for (const message of wrong) expect(message).toMatch(BEYOND_CALENDARS);
      }),
      RUNS,
    );
    expect(Math.min(outcomes.taken, outcomes.refused, outcomes.beyond)).toBeGreaterThan(0);
  });
});

describe("the schema of policies", () => {
  const schema = validator("policy");

  it("takes every definition that there is", () => {
    fc.assert(
      fc.property(anyPolicyDefinition(), (policy) => {
        expect(schema(policy)).toEqual([]);
      }),
      RUNS,
    );
  });

  it("refuses exactly what defineSla refuses, except what no schema can say", () => {
    const outcomes = { taken: 0, refused: 0, beyond: 0 };
    fc.assert(
      fc.property(mutated(anyPolicyDefinition()), (policy) => {
        // Whatever it has become, defineSla checks it.
        const wrong = refusal(() => defineSla(policy as never));
        if (schema(policy).length > 0) {
          outcomes.refused++;
          expect(wrong).not.toEqual([]);
          return;
        }
        outcomes[wrong.length > 0 ? "beyond" : "taken"]++;
        for (const message of wrong) expect(message).toMatch(BEYOND_POLICIES);
      }),
      RUNS,
    );
    expect(Math.min(outcomes.taken, outcomes.refused, outcomes.beyond)).toBeGreaterThan(0);
  });
});
