import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineSla, SERVICES } from "../../src/index";
import { anyPolicyDefinition, checkSla, slaLaws } from "../../src/testing";

const catalogue = SERVICES.map(({ define, example }) => define(example));

describe.each(catalogue)("the policy $id", (sla) => {
  it.each(slaLaws)("$title", (law) => {
    law.check(sla, { numRuns: 6 });
  });
});

describe("any policy", () => {
  it("keeps every law", () => {
    const examples = anyPolicyDefinition();
    fc.assert(
      fc.property(examples, (policy) => {
        const years = { from: "2020-01-01T00:00:00Z", until: "2030-01-01T00:00:00Z" };
        checkSla(defineSla(policy), { numRuns: 3, ...years });
      }),
      { numRuns: 5 },
    );
  });
});

describe("the laws", () => {
  it("have unique names and titles", () => {
    expect(new Set(slaLaws.map(({ name }) => name)).size).toBe(slaLaws.length);
    expect(new Set(slaLaws.map(({ title }) => title)).size).toBe(slaLaws.length);
  });
});
