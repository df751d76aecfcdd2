import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DefinitionError, defineCalendar, type WorkingCalendar } from "../../src";
import { calendarFromOpeningHours } from "../../src/interchange";
import { holds, RUNS } from "../reference/judge";
import { anyRule, isOpenAt, type PlainRule, SLOTS, textOf } from "../reference/opening-hours-clock";

const HALF_HOUR = 1_800_000;
const DAY = SLOTS * HALF_HOUR;
/** A Monday; the holidays are the days of these numbers after it. */
const FIRST = Date.UTC(2026, 10, 30);
const HOLIDAYS = [4, 11, 14];
const bankHolidays = HOLIDAYS.map((day) => new Date(FIRST + day * DAY).toISOString().slice(0, 10));

function imported(rules: readonly PlainRule[]): WorkingCalendar {
  const options = { id: "example", timeZone: "UTC", bankHolidays };
  return defineCalendar(calendarFromOpeningHours(textOf(rules, FIRST), options));
}

function expectAsSpecified(calendar: WorkingCalendar, rules: readonly PlainRule[]) {
  for (let day = 1; day < 28; day++) {
    for (let slot = 0; slot < SLOTS; slot++) {
      const at = FIRST + day * DAY + slot * HALF_HOUR;
      const expected = isOpenAt(rules, (each) => HOLIDAYS.includes(each), day, slot);
      if (calendar.timeline.isOpen(at) === expected) continue;
      expect.fail(`${new Date(at).toISOString()} is to be ${expected ? "open" : "closed"}`);
    }
  }
}

const rulesOf = (latest: number) => fc.array(anyRule(latest), { minLength: 1, maxLength: 5 });

describe("an imported opening_hours value", () => {
  it("is open when the specification says if no hours run over midnight", () => {
    holds(rulesOf(SLOTS), (rules) => expectAsSpecified(imported(rules), rules));
  });

  it("is open when the specification says, or is refused, if some do", () => {
    let taken = 0;
    const property = fc.property(rulesOf(2 * SLOTS), (rules) => {
      try {
        expectAsSpecified(imported(rules), rules);
        taken++;
      } catch (error) {
        if (!(error instanceof DefinitionError)) throw error;
        expect(error.message).toMatch(/run over midnight into|begin after its midnight/);
      }
    });
    fc.assert(property, { numRuns: Math.max(200, RUNS) });
    expect(taken).toBeGreaterThan(20);
  });
});
