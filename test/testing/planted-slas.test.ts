import { describe, expect, it } from "vitest";
import { checkSla, LawError, slaLaws } from "../../src/testing";
import { deskWith, PLANTED } from "./planted/posing-slas";

const asDefined = slaLaws.filter(({ name }) => name.endsWith("-as-defined"));

describe("a clock of which", () => {
  it.each(Object.entries(PLANTED))("%s breaks a law that replays its definition", (_, planted) => {
    const errors = asDefined.flatMap((law) => {
      try {
        law.check(planted, { numRuns: 150, seed: 7 });
        return [];
      } catch (error) {
        return [error];
      }
    });
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) expect(error).toBeInstanceOf(LawError);
  });

  it("a week has five days does not pass a whole check, either", () => {
    const planted = PLANTED["a week has five days"] ?? deskWith({});
    expect(() => checkSla(planted, { numRuns: 50, seed: 7 })).toThrow(LawError);
  });

  it("nothing is broken keeps the laws", () => {
    for (const law of asDefined) law.check(deskWith({}), { numRuns: 150, seed: 7 });
  });
});
