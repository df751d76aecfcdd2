import {
  defineCalendar,
  type ExactAmount,
  type InstantLike,
  type WorkingCalendar,
} from "../../../src/index";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../../src/timeline/units";
import type { Alone } from "./alone";
import { orElse, wrongCalendar, wrongTimeline } from "./broken";
import { desk } from "./one-wrong-calendars";

/**
 * For a law, a calendar that every other law passes. Most are wrong only where the laws that replay a definition do
 * not look: over more time than they go through date by date, backwards, or beyond the nearest openings.
 */

const { timeline } = desk;
/** Longer than any amount that the laws of definitions ask about. */
const LONG_MS = 300 * HOUR_MS;

const msOf = (at: InstantLike, calendar = desk) => calendar.add(at, { hours: 0 }).toMillis();
const amountOf = (amount: ExactAmount) =>
  typeof amount === "string" ? 0 : (amount.milliseconds ?? 0);

/** The desk, with members of its own and of its timeline replaced. */
const deskWith = (
  members: Partial<WorkingCalendar>,
  inNumbers: Partial<WorkingCalendar["timeline"]> = {},
): WorkingCalendar =>
  wrongCalendar(desk, { ...members, timeline: wrongTimeline(desk, inNumbers).timeline });

type Tie = "close" | "next-open";

/** The desk, with another answer for long amounts, one by one and in bulk. */
const addingLong = (late: (atMs: number, amountMs: number, tie: Tie) => number) => {
  const addMs = (atMs: number, amountMs: number, tie: Tie = "close") =>
    amountMs > LONG_MS ? late(atMs, amountMs, tie) : timeline.add(atMs, amountMs, tie);
  return deskWith(
    {
      add: (at, amount, options) =>
        amountOf(amount) > LONG_MS
          ? desk.add(late(msOf(at), amountOf(amount), options?.tie ?? "close"), { hours: 0 })
          : desk.add(at, amount, options),
    },
    {
      addMany: (starts, amounts, out = new Float64Array(starts.length), tie = "close") => {
        starts.forEach((start, i) => {
          out[i] = addMs(start, typeof amounts === "number" ? amounts : (amounts[i] ?? 0), tie);
        });
        return out;
      },
    },
  );
};

/** The desk, with another answer for long amounts that are taken away. */
const subtractingLong = (late: (since: number) => number) => {
  const since: WorkingCalendar["subtract"] = (at, amount, options) =>
    amountOf(amount) > LONG_MS
      ? desk.add(late(desk.subtract(at, amount).toMillis()), { hours: 0 })
      : desk.subtract(at, amount, options);
  return deskWith({
    subtract: since,
    add: (at, amount, options) =>
      amountOf(amount) < 0
        ? since(at, { milliseconds: -amountOf(amount) })
        : desk.add(at, amount, options),
  });
};

/** Only July has hours, so eleven months lie between two openings. */
const summer = defineCalendar({
  id: "summer",
  timeZone: "Europe/London",
  hours: {},
  rules: [{ from: "07-01", to: "07-31", hours: { weekdays: ["09:00-17:00"] } }],
});
const isFar = (a: number, b: number) => Math.abs(b - a) > 250 * DAY_MS;

/** The opening before a long closure is missed by half a day, by the calendar and by its timeline. */
const summerAfter = (() => {
  const { timeline } = summer;
  const openAfter = (ms: number) => {
    const right = timeline.nextOpen(ms);
    return isFar(ms, right) ? right - DAY_MS / 2 : right;
  };
  const addMs = (ms: number, amountMs: number, tie: Tie = "close") => {
    const right = timeline.add(ms, amountMs);
    return tie === "close" || amountMs === 0 ? right : openAfter(right);
  };
  return wrongCalendar(summer, {
    nextOpen: (at) => summer.add(openAfter(msOf(at, summer)), { hours: 0 }),
    add: (at, amount, options) =>
      options?.tie === "next-open"
        ? summer.add(addMs(msOf(at, summer), amountOf(amount), options.tie), { hours: 0 })
        : summer.add(at, amount, options),
    timeline: wrongTimeline(summer, {
      nextOpen: openAfter,
      add: addMs,
      addMany: (starts, amounts, out = new Float64Array(starts.length), tie) => {
        starts.forEach((start, i) => {
          out[i] = addMs(start, typeof amounts === "number" ? amounts : (amounts[i] ?? 0), tie);
        });
        return out;
      },
    }).timeline,
  });
})();

const summerBefore = (() => {
  const openBefore = (ms: number) => {
    const right = summer.timeline.previousOpen(ms);
    return isFar(ms, right) ? right - DAY_MS / 2 : right;
  };
  return wrongCalendar(summer, {
    previousOpen: (at) => summer.add(openBefore(msOf(at, summer)), { hours: 0 }),
    timeline: wrongTimeline(summer, { previousOpen: openBefore }).timeline,
  });
})();

const QUARTER = 15 * MINUTE_MS;
const TEA = 11 * HOUR_MS;
const LUNCH = 12 * HOUR_MS + 45 * MINUTE_MS;

export const ALONE_CALENDARS: Readonly<Record<string, Alone<WorkingCalendar>>> = {
  additivity: {
    what: "working time over more than a season has no sign",
    make: () => {
      const between = (a: number, b: number) =>
        a - b > 100 * DAY_MS ? timeline.between(b, a) : timeline.between(a, b);
      return deskWith(
        { between: (a, b) => desk.between(a, a).plus(between(msOf(a), msOf(b))) },
        {
          betweenMany: (starts, ends, out = new Float64Array(starts.length)) => {
            starts.forEach((start, i) => {
              out[i] = between(start, ends[i] ?? start);
            });
            return out;
          },
        },
      );
    },
  },
  "add-inverse": {
    what: "a long amount is done a millisecond too soon",
    make: () => addingLong((atMs, amountMs) => timeline.add(atMs, amountMs) - 1),
  },
  "add-least": {
    what: "a long amount that runs out at a closing is due at the next opening",
    make: () =>
      addingLong((atMs, amountMs) => {
        const close = timeline.add(atMs, amountMs);
        return orElse(() => timeline.add(atMs, amountMs, "next-open"), close);
      }),
  },
  tie: {
    what: "a long amount is due at the closing, whatever the tie",
    make: () => addingLong((atMs, amountMs) => timeline.add(atMs, amountMs)),
  },
  "subtract-latest": {
    what: "a long amount is taken away a millisecond short",
    make: () => subtractingLong((since) => since + 1),
  },
  monotony: {
    what: "many working days are up a day sooner for what comes in hours",
    make: () =>
      deskWith({
        addWorkingDays: (at, n, options) => {
          const isSooner = n > 50 && options?.due === "close" && desk.isOpen(at);
          return desk.addWorkingDays(at, isSooner ? n - 1 : n, options);
        },
      }),
  },
  "next-edges": {
    what: "the opening after eleven months is missed by half a day",
    make: () => summerAfter,
  },
  "previous-edges": {
    what: "the opening before eleven months is missed by half a day",
    make: () => summerBefore,
  },
  "working-days-counted": {
    what: "working days backwards have no sign",
    make: () =>
      deskWith({
        workingDaysBetween: (a, b, options) => Math.abs(desk.workingDaysBetween(a, b, options)),
      }),
  },
  "working-days-added": {
    what: "more than ten working days are one too many",
    make: () =>
      deskWith({
        addWorkingDays: (at, n, options) =>
          desk.addWorkingDays(at, n > 10 && options === undefined ? n + 1 : n, options),
      }),
  },
  "coverage-amounts": {
    what: "an amount that the coverage cannot hold is due as it ends",
    make: () =>
      deskWith({
        add: (at, amount, options) => {
          desk.isOpen(at); // What is not covered is refused.
          return options?.tie === undefined
            ? orElse(() => desk.add(at, amount), desk.coverage.end)
            : desk.add(at, amount, options);
        },
      }),
  },
  "time-as-defined": {
    what: "the library moves a quarter of an hour, of Fridays before the clocks change, into the lunch break",
    fault: {
      plan: (periods, day, zone) => {
        const sundayMs = (day + 2) * DAY_MS;
        const isWhole = periods.some(
          ({ openMs, closeMs }) => openMs < TEA && closeMs > TEA + QUARTER,
        );
        const isFriday = new Date(day * DAY_MS).getUTCDay() === 5;
        if (!isFriday || !isWhole || !zone.changesWithin(sundayMs, sundayMs + DAY_MS))
          return periods;
        const split = periods.flatMap(({ openMs, closeMs }) =>
          openMs < TEA && closeMs > TEA + QUARTER
            ? [
                { openMs, closeMs: TEA },
                { openMs: TEA + QUARTER, closeMs },
              ]
            : [{ openMs, closeMs }],
        );
        return [...split, { openMs: LUNCH, closeMs: LUNCH + QUARTER }];
      },
    },
    make: () => defineCalendar(desk.toJSON()),
    options: { from: "2026-10-20T00:00:00Z", until: "2026-10-28T00:00:00Z" },
  },
  timeline: {
    what: "its timeline knows no ties backwards",
    make: () => deskWith({}, { subtract: (ms, amount) => timeline.subtract(ms, amount) }),
  },
  "instant-forms": {
    what: "the milliseconds of a Date are dropped",
    make: () => {
      const whole = (at: InstantLike) =>
        at instanceof Date ? Math.floor(at.getTime() / 1_000) * 1_000 : at;
      return deskWith({ between: (a, b) => desk.between(whole(a), whole(b)) });
    },
  },
  "wall-times": {
    what: "of a wall time that occurs twice the second is read",
    make: () =>
      deskWith({
        at: (wallTime) => {
          const first = desk.at(wallTime);
          const second = first.plus({ hours: 1 });
          return second.toISO({ includeOffset: false }) === first.toISO({ includeOffset: false })
            ? second
            : first;
        },
      }),
  },
  fingerprint: {
    what: "its fingerprint is that of its whole coverage",
    make: () => deskWith({ fingerprint: () => desk.fingerprint() }),
  },
};
