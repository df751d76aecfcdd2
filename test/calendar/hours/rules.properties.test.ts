import fc from "fast-check";
import { expect, it } from "vitest";
import type { HoursDefinition } from "../../../src";
import { rulesOf } from "../../../src/calendar/hours/day-rules";
import { dayOf } from "../../../src/time/civil-date";
import { parsePeriod, sortPeriods } from "../../../src/time/wall-period";
import { definitionOf, place, sketch } from "../../reference/arbitraries";
import { RUNS } from "../../reference/judge";
import { dateOf } from "../../reference/wall-time";
import { writtenPeriods } from "../../reference/working-time";

const DAY_MS = 86_400_000;

it("rules give every date of two years the periods that are written for it", () => {
  let ruled = 0;
  const property = fc.property(sketch, place, (drawn, where) => {
    const definition = definitionOf("desk", drawn, where);
    if ((definition.rules ?? []).length > 0) ruled++;
    const titles = (definition.bankHolidays ?? []).map((day) =>
      typeof day === "string" ? ([dayOf(day), ""] as const) : ([dayOf(day.date), ""] as const),
    );
    const asGiven: HoursDefinition = JSON.parse(JSON.stringify(definition));
    const decide = rulesOf(asGiven, new Map(titles));
    const first = Math.floor(where.aboutMs / DAY_MS) - 365;
    for (let day = first; day < first + 730; day++) {
      const written = writtenPeriods(definition, dateOf(day * DAY_MS));
      const periods = sortPeriods(written.flatMap((text) => parsePeriod(text) ?? []));
      expect(decide(day).periods, dateOf(day * DAY_MS)).toEqual(periods);
    }
  });
  // A rule on the last days of months is seldom drawn, and wrong on few dates.
  fc.assert(property, { numRuns: 3 * RUNS });
  // Few examples may hold no rule.
  if (RUNS >= 20) expect(ruled).toBeGreaterThan(RUNS / 2);
});
