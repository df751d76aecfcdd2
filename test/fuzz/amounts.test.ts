import fc from "fast-check";
import { describe, it } from "vitest";
import { Timeline } from "../../src/index";
import { holds, outcome } from "./doors";
import { anything, counts, lengths, numbers } from "./hostile";
import { calendarNamed, calendarNames, callOn, firstOf } from "./loosely";

const NOON = "2026-11-20T12:00:00Z";

describe("an amount", () => {
  it("of exact time, added or taken away", () => {
    holds(
      fc.tuple(calendarNames, lengths),
      ([name, length]) => {
        const calendar = calendarNamed(name);
        outcome(() => callOn(calendar, "add", NOON, length.make()));
        outcome(() => callOn(calendar, "subtract", NOON, length.make()));
        outcome(() => callOn(calendar, "add", NOON, length.make(), { tie: "next-open" }));
      },
      4,
    );
  });

  it("of working days", () => {
    holds(
      fc.tuple(calendarNames, counts),
      ([name, count]) => {
        const calendar = calendarNamed(name);
        for (const due of ["end-of-day", "close", "same-time"]) {
          outcome(() => callOn(calendar, "addWorkingDays", NOON, count.make(), { due }));
        }
      },
      4,
    );
  });

  it("with invalid options", () => {
    holds(fc.tuple(calendarNames, anything), ([name, gift]) => {
      const calendar = calendarNamed(name);
      for (const options of [() => gift.make(), () => ({ tie: gift.make() })]) {
        outcome(() => callOn(calendar, "add", NOON, { hours: 1 }, options()));
      }
      for (const options of [
        () => gift.make(),
        () => ({ due: gift.make() }),
        () => ({ cutoff: gift.make() }),
      ]) {
        outcome(() => callOn(calendar, "addWorkingDays", NOON, 1, options()));
      }
    });
  });

  it("and an instant, both plain numbers, given to a timeline", () => {
    const timelines = fc.constantFrom(
      calendarNamed("office").timeline,
      calendarNamed("combined").timeline,
      calendarNamed("never").timeline,
      new Timeline({ startMs: 0, endMs: 1e9, periods: () => ({ opens: [], closes: [] }) }),
    );
    holds(
      fc.tuple(timelines, numbers, numbers),
      ([timeline, a, b]) => {
        outcome(() => timeline.isOpen(a));
        outcome(() => timeline.between(a, b));
        outcome(() => timeline.add(a, b));
        outcome(() => timeline.add(a, b, "next-open"));
        outcome(() => timeline.subtract(a, b));
        for (const name of ["nextOpen", "nextClose", "previousOpen", "previousClose"] as const) {
          outcome(() => timeline[name](a));
        }
        outcome(() => firstOf(timeline.periods(a, b)));
        outcome(() => [...timeline.addMany(Float64Array.of(a, b), b)]);
        outcome(() => [...timeline.betweenMany(Float64Array.of(a, b), Float64Array.of(b, a))]);
      },
      4,
    );
  });
});
