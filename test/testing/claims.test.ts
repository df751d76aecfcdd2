import { describe, expect, it } from "vitest";
import { calendarLaws, LawError } from "../../src/testing";
import { wrongCalendar } from "./planted/broken";
import { desk, ONE_WRONG } from "./planted/one-wrong-calendars";

describe.each(Object.entries(ONE_WRONG))("the law %s", (law, questions) => {
  it.each(Object.entries(questions))("asks %s", (question, members) => {
    const { check } = calendarLaws.find(({ name }) => name === law) ?? {};
    expect(check).toBeDefined();
    let error: unknown;
    try {
      check?.(wrongCalendar(desk, members), { numRuns: 300, seed: 7 });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(LawError);
    expect(error instanceof LawError && error.message).toContain(`${question}`);
  });
});
