import { describe, expect, it } from "vitest";
import { WorkingDays } from "../../../src/calendar/days/working-days";
import { dayOf } from "../../../src/time/civil-date";
import { refusal } from "../../reference/refusals";

const naming = { label: "desk", remedy: "Give more." };
const [FIRST, LAST] = [dayOf("2026-01-01"), dayOf("2026-01-31")];

/** January 2026, with a count of how often it is asked whether a date is a working day. */
function january(isWorking: (day: number) => boolean = () => true) {
  const asked: number[] = [];
  const ask = (day: number) => asked.push(day) > 0 && isWorking(day);
  return { days: new WorkingDays(ask, FIRST, LAST, naming), asked };
}

describe("the working days of one month", () => {
  it("may all lie between its first date and its last", () => {
    const { days } = january();
    expect([days.nth(FIRST, 30), days.nth(LAST, -30), days.nth(FIRST, 0)]).toEqual([
      ...[LAST, FIRST, FIRST],
    ]);
    expect([days.has(FIRST), days.has(LAST)]).toEqual([true, true]);
    expect([days.between(FIRST, LAST), days.between(LAST, FIRST)]).toEqual([30, -30]);
  });

  it.each([
    [31, FIRST, "coverage-end", "31 working days after 2026-01-01 do not fit in it"],
    [-31, LAST, "coverage-start", "31 working days before 2026-01-31 do not fit in it"],
  ])("are not %i: that is refused without a search", (n, from, code, why) => {
    const { days, asked } = january();
    expect(refusal(() => days.nth(from, n))).toMatchObject({
      code,
      message: `Calendar "desk" covers the dates 2026-01-01 to 2026-01-31, and ${why}. Give more.`,
      data: { calendar: "desk", bound: code.slice("coverage-".length), from: "2026-01-01" },
    });
    expect(asked).toEqual([]);
  });

  it.each([
    [1, LAST, "coverage-end", "1 working days after 2026-01-31 do not fit in it"],
    [-1, FIRST, "coverage-start", "1 working days before 2026-01-01 do not fit in it"],
  ])("are searched for %i that is not there", (n, from, code, why) => {
    const error = refusal(() => january().days.nth(from, n));
    expect(error.code).toBe(code);
    expect(error.message).toContain(why);
  });

  it.each([
    [FIRST - 1, "coverage-start", "2025-12-31 lies before it"],
    [LAST + 1, "coverage-end", "2026-02-01 lies beyond it"],
    [Number.NaN, "coverage-end", "day NaN lies beyond it"],
  ])("do not tell of day %d", (day, code, why) => {
    const { days } = january();
    const asks = [
      () => days.has(day),
      () => days.nth(day, 1),
      () => days.nth(day, 0),
      () => days.between(day, FIRST),
      () => days.between(FIRST, day),
    ];
    for (const ask of asks) {
      const error = refusal(ask);
      expect(error.code).toBe(code);
      expect(error.message).toContain(why);
    }
  });

  it.each([0.5, Number.NaN, 2 ** 53, "1"])("are counted in whole numbers, not %s", (n) => {
    expect(refusal(() => january().days.nth(FIRST, n as number)).data).toMatchObject({ given: n });
  });
});
