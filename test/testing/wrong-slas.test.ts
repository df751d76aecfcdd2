import { describe, expect, it } from "vitest";
import { LawError, slaLaws } from "../../src/testing";
import { wrongSla } from "./planted/broken";
import { fix, sla, WRONG, years } from "./planted/wrong-slas";

describe.each(slaLaws)("$title", ({ name, title, check }) => {
  it(`is not so where ${WRONG[name]?.[0]}`, () => {
    const [, ofTarget = {}, ofPolicy = {}] = WRONG[name] ?? [];
    const wrong = { ...wrongSla(sla, fix, ofTarget), ...ofPolicy };
    let broken: unknown;
    try {
      check(wrong, { numRuns: 200, seed: 7, ...years });
    } catch (error) {
      broken = error;
    }
    expect(broken).toBeInstanceOf(LawError);
    expect(broken).toMatchObject({ code: "law-broken", data: { law: name, title } });
  });
});

describe("the correct policy", () => {
  it.each(slaLaws)("keeps the law: $title", ({ check }) => {
    check(wrongSla(sla, fix, {}), { numRuns: 10, ...years });
  });
});
