import { describe, expect, it } from "vitest";
import { calendarLaws, LawError, slaLaws } from "../../src/testing";
import { wrongCalendar, wrongSla } from "./planted/broken";
import { desk } from "./planted/one-wrong-calendars";
import { SINGLE as CALENDARS } from "./planted/single-calendars";
import { SINGLE as SLAS } from "./planted/single-slas";
import { fix, sla, years } from "./planted/wrong-slas";

/**
 * Each of these breaks its law by one claim alone. `npm run claims` takes out one claim after the other, and fails if
 * none of what is planted is missed without it.
 */

const OPTIONS = { numRuns: 200, seed: 7 };

describe.each(Object.entries(CALENDARS))("the law %s refuses a calendar of which", (name, all) => {
  const law = calendarLaws.find((each) => each.name === name);

  it.each(Object.entries(all))("%s", (_, members) => {
    expect(() => law?.check(wrongCalendar(desk, members), OPTIONS)).toThrow(LawError);
  });
});

describe.each(Object.entries(SLAS))("the law %s refuses a policy of which", (name, all) => {
  const law = slaLaws.find((each) => each.name === name);

  it.each(Object.entries(all))("%s", (_, [ofTarget, ofPolicy = {}]) => {
    const wrong = { ...wrongSla(sla, fix, ofTarget), ...ofPolicy };
    expect(() => law?.check(wrong, { ...OPTIONS, ...years })).toThrow(LawError);
  });
});
