import { describe, expect, it } from "vitest";
import type { Sla } from "../../src";
import { LawError, slaLaws } from "../../src/testing";
import { wrongSla } from "./planted/broken";
import { fix, ONE_WRONG, sla, years } from "./planted/one-wrong-slas";

describe.each(Object.entries(ONE_WRONG))("the law %s", (law, questions) => {
  it.each(Object.entries(questions))("asks %j", (question, members) => {
    const { check } = slaLaws.find(({ name }) => name === law) ?? {};
    expect(check).toBeDefined();
    const wrong: Sla = wrongSla(sla, fix, members);
    let error: unknown;
    try {
      check?.(wrong, { numRuns: 300, seed: 7, ...years });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(LawError);
    // What was found stands after the example.
    const text = String(error).split("\n").slice(1).join("\n");
    expect(/^.* should [\s\S]*$/m.exec(text)?.[0]).toContain(question);
  });
});
