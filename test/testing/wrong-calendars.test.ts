import { Duration } from "luxon";
import { describe, expect, it } from "vitest";
import { calendarLaws, checkCalendar, LawError } from "../../src/testing";
import { wrongCalendar } from "./planted/broken";
import { desk, WRONG, wrong } from "./planted/wrong-calendars";

describe.each(calendarLaws)("$title", ({ name, title, check }) => {
  it(`is not so where ${WRONG[name]?.[0]}`, () => {
    const calendar = WRONG[name]?.[1] ?? desk;
    let broken: unknown;
    try {
      check(calendar, { numRuns: 200, seed: 7 });
    } catch (error) {
      broken = error;
    }
    expect(broken).toBeInstanceOf(LawError);
    expect(broken).toMatchObject({ code: "law-broken", data: { law: name, title } });
  });
});

describe("a calendar that answers with NaN", () => {
  it("breaks a law, too", () => {
    const [, broken] = wrong("NaN", { between: () => Duration.invalid("no length") });
    expect(() => checkCalendar(broken)).toThrow("between(a, b): NaN");
  });
});

describe("the correct calendar", () => {
  it.each(calendarLaws)("keeps the law: $title", ({ check }) => {
    check(wrongCalendar(desk, {}), { numRuns: 10 });
  });
});
