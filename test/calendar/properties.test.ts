import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { Tie } from "../../src/index";
import { iso, scene, stage } from "../reference/examples";
import { holds, judge, tally } from "../reference/judge";
import { DAY, midnightOf, offsetAt } from "../reference/wall-time";
import * as slow from "../reference/working-time";

const ties: readonly Tie[] = ["close", "next-open"];
const dues: readonly slow.Due[] = ["end-of-day", "close", "same-time"];
const lookUps = [
  { name: "nextOpen", reference: slow.nextOpen },
  { name: "nextClose", reference: slow.nextClose },
  { name: "previousOpen", reference: slow.previousOpen },
  { name: "previousClose", reference: slow.previousClose },
] as const;

describe("working time is what the reference says", () => {
  it("isOpen", () => {
    holds(scene, (scene) => {
      const { calendar, reference, a } = stage(scene);
      judge(
        () => calendar.isOpen(a),
        () => slow.isOpen(reference, a),
        `isOpen(${iso(a)})`,
      );
    });
  });

  it("between", () => {
    holds(scene, (scene) => {
      const { calendar, reference, a, b } = stage(scene);
      judge(
        () => calendar.between(a, b).toMillis(),
        () => slow.between(reference, a, b),
        `between(${iso(a)}, ${iso(b)})`,
      );
    });
  });

  it.each(ties)("add, due at the %s in a tie", (tie) => {
    holds(scene, (scene) => {
      const { calendar, reference, a, amount } = stage(scene);
      for (const milliseconds of [amount, amount + 1, -amount]) {
        judge(
          () => calendar.add(a, { milliseconds }, { tie }).toMillis(),
          () => slow.add(reference, a, milliseconds, tie),
          `add(${iso(a)}, ${milliseconds})`,
        );
      }
    });
  });

  it("subtract", () => {
    holds(scene, (scene) => {
      const { calendar, reference, a, amount } = stage(scene);
      for (const milliseconds of [amount, amount + 1]) {
        judge(
          () => calendar.subtract(a, { milliseconds }).toMillis(),
          () => slow.subtract(reference, a, milliseconds),
          `subtract(${iso(a)}, ${milliseconds})`,
        );
      }
    });
  });

  it.each(lookUps)("$name", (lookUp) => {
    holds(scene, (scene) => {
      const { calendar, reference, a } = stage(scene);
      judge(
        () => calendar[lookUp.name](a).toMillis(),
        () => lookUp.reference(reference, a),
        `${lookUp.name}(${iso(a)})`,
      );
    });
  });

  it("periods", () => {
    holds(scene, (scene) => {
      const { timeline, reference, a, b } = stage(scene);
      judge(
        () => [...timeline.periods(a, b)],
        () => slow.periods(reference, a, b),
        `periods(${iso(a)}, ${iso(b)})`,
      );
    });
  });
});

describe("working days are what the reference says", () => {
  it("isWorkingDay, for every date about the example", () => {
    holds(scene, (scene) => {
      const { calendar, reference } = stage(scene);
      for (const { date } of reference.days) {
        judge(
          () => calendar.isWorkingDay(date),
          () => slow.isWorkingDay(reference, date),
          date,
        );
      }
    });
  });

  it("hoursOn, which read back give the day's periods wherever the clocks do not change", () => {
    holds(scene, (scene) => {
      const { calendar, reference } = stage(scene);
      const { timeZone, stretches } = reference;
      for (const { date, periods } of reference.days) {
        const midnight = midnightOf(date);
        const offset = offsetAt(timeZone, midnight - 2 * DAY);
        if (offset !== offsetAt(timeZone, midnight + 3 * DAY)) continue;
        const read = slow.occurrences(stretches, date, calendar.hoursOn(date));
        expect(slow.merged(read), date).toEqual(slow.merged(periods));
      }
    });
  });

  it("workingDaysBetween", () => {
    holds(scene, (scene) => {
      const { calendar, reference, a, b } = stage(scene);
      judge(
        () => calendar.workingDaysBetween(a, b),
        () => slow.workingDaysBetween(reference, a, b),
        `workingDaysBetween(${iso(a)}, ${iso(b)})`,
      );
    });
  });

  const days = fc.integer({ min: -5, max: 8 });
  const cutoff = fc.option(fc.constantFrom("00:00", "02:30", "09:00", "17:00", "23:59"), {
    nil: undefined,
  });
  const request = fc.record({ scene, n: days, cutoff });

  it.each(dues)("addWorkingDays, due at the %s", (due) => {
    holds(request, ({ scene, n, cutoff }) => {
      const { calendar, reference, a } = stage(scene);
      const received = cutoff === undefined ? {} : { cutoff };
      if (due === "close" && n === 0) return; // A day 0 that never opens has no closing.
      judge(
        () => calendar.addWorkingDays(a, n, { due, ...received }).toMillis(),
        () => slow.addWorkingDays(reference, a, n, { due, ...received }),
        `addWorkingDays(${iso(a)}, ${n}, ${JSON.stringify({ due, ...received })})`,
      );
    });
  });
});

afterAll(() => {
  expect(tally.unknown, "the reference knew nearly every answer").toBeLessThan(tally.judged / 4);
});
