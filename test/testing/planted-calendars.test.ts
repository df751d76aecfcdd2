import { describe, expect, it } from "vitest";
import { calendarLaws, checkCalendar, LawError } from "../../src/testing";
import { PLANTED } from "./planted/posing-calendars";

describe("a calendar in which", () => {
  it.each(Object.entries(PLANTED))("%s breaks a law", (_, planted) => {
    let error: unknown;
    try {
      checkCalendar(planted, { seed: 7, numRuns: 20 });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(LawError);
  });

  it.each(Object.entries(PLANTED))(
    "%s breaks no other law, if it is wrong through and through",
    (name, planted) => {
      // Those made of another definition are consistent, which is why there are laws of definitions.
      const isConsistent = !/cutoff|lunch|skips/.test(name);
      const others = calendarLaws.filter(({ name }) => !/-as-defined$|json|zone-shift/.test(name));
      if (isConsistent) for (const law of others) law.check(planted, { numRuns: 2, seed: 7 });
    },
  );
});
