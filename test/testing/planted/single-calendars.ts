import type { InstantLike, WorkingCalendar } from "../../../src/index";
import { orElse, wrongCalendar } from "./broken";
import { desk } from "./one-wrong-calendars";

/**
 * Calendars that are wrong in such a way that a single claim of a law finds it, so the law would pass them without
 * that claim. Some need two faults, of which one hides the other from every other claim.
 */

type Members = Partial<WorkingCalendar>;

const { start, end } = desk.coverage;
const msOf = (at: InstantLike) => desk.add(at, { hours: 0 }).toMillis();
const amountOf = (amount: unknown) => Number(Object.values(amount as object)[0] ?? 0);
const isOpen = (ms: number) => desk.isOpen(ms);

/** The amount worked from one instant to a later one; backwards, another measure. */
const forwards =
  (backwards: (a: number, b: number) => number): WorkingCalendar["between"] =>
  (a, b) => {
    const [from, to] = [msOf(a), msOf(b)];
    const right = desk.between(a, b);
    return from <= to ? right : right.plus(backwards(from, to) - right.toMillis());
  };

/** Working days added, a day late for one choice of what is due. */
const lateFor = (isChosen: (due: unknown, cutoff: unknown) => boolean): Members => ({
  addWorkingDays: (at, n, options = {}) =>
    desk.addWorkingDays(at, isChosen(options.due, options.cutoff) ? n + 1 : n, options),
});

/** The periods of the desk, changed if there are at least two and the first is not cut short. */
const retiled = (
  changed: (
    periods: readonly { readonly open: number; readonly close: number }[],
    a: number,
    b: number,
  ) => readonly { readonly open: number; readonly close: number }[],
): Members => ({
  periods: function* (a, b) {
    const right = [...desk.periods(a, b)];
    const told = right.map(({ start, end }) => ({
      open: start?.toMillis() ?? 0,
      close: end?.toMillis() ?? 0,
    }));
    for (const { open, close } of changed(told, msOf(a), msOf(b))) {
      const [first] = right;
      // The first period is of the right kind; the others are copies of it.
      if (first) yield first.set({ start: at(open), end: at(close) });
    }
  },
});

const at = (ms: number) => desk.add(ms, { hours: 0 });
const MINUTE = 60_000;

export const SINGLE: Readonly<Record<string, Readonly<Record<string, Members>>>> = {
  additivity: {
    "between is longer by 1 ms, either way": {
      between: (a, b) => desk.between(a, b).plus(Math.sign(msOf(b) - msOf(a))),
    },
    "between has no sign": { between: forwards((a, b) => desk.between(b, a).toMillis()) },
  },
  "add-least": {
    "add goes back to before the start": {
      add: (from, amount) => desk.add(from, amount).minus({ days: amountOf(amount) > 0 ? 90 : 0 }),
    },
    "add of nothing waits for the opening": {
      add: (from, amount) =>
        amountOf(amount) === 0 ? desk.nextOpen(from) : desk.add(from, amount),
    },
    "add goes on to the next opening": {
      add: (from, amount) =>
        desk.add(from, amount, amountOf(amount) === 0 ? {} : { tie: "next-open" }),
    },
  },
  "subtract-latest": {
    "subtract and add back are a millisecond late": {
      subtract: (from, amount) => desk.subtract(from, amount).plus(amountOf(amount) > 0 ? 1 : 0),
      add: (from, amount) => desk.add(from, amount).plus(amountOf(amount) < 0 ? 1 : 0),
    },
    "subtract and add back go on to the last closing": {
      subtract: (from, amount) => lastClosing(msOf(from), amountOf(amount)),
      add: (from, amount) =>
        amountOf(amount) < 0 ? lastClosing(msOf(from), -amountOf(amount)) : desk.add(from, amount),
    },
    "subtract and add of nothing go back to the last closing": {
      subtract: (from, amount) =>
        amountOf(amount) === 0 ? backTo(msOf(from)) : desk.subtract(from, amount),
      add: (from, amount) => (amountOf(amount) === 0 ? backTo(msOf(from)) : desk.add(from, amount)),
    },
  },
  monotony: {
    "working days are up a day early for whoever starts in hours": {
      addWorkingDays: (from, n, options) =>
        desk.addWorkingDays(from, desk.isOpen(from) && n > 1 ? n - 1 : n, options),
    },
    "an even number of working days is up two days early": {
      addWorkingDays: (from, n, options) =>
        desk.addWorkingDays(from, n > 1 && n % 2 === 1 ? n - 2 : n, options),
    },
    "whoever starts in hours is done a month early": {
      add: (from, amount) => desk.add(from, amount).minus({ days: desk.isOpen(from) ? 30 : 0 }),
    },
  },
  tie: {
    "nothing begins at the last closing": {
      subtract: (from, amount, options) =>
        amountOf(amount) === 0 && options?.tie === "previous-close"
          ? backTo(msOf(from))
          : desk.subtract(from, amount, options),
    },
    "subtract knows no ties": { subtract: (from, amount) => desk.subtract(from, amount) },
    "nothing is due at the next opening": {
      add: (from, amount, options) =>
        amountOf(amount) === 0 && options?.tie === "next-open"
          ? desk.nextOpen(from)
          : desk.add(from, amount, options),
    },
  },
  "next-edges": {
    "isOpen holds while it is closed, but at a closing": {
      isOpen: (from) => desk.isOpen(from) || desk.previousClose(from).toMillis() !== msOf(from),
    },
    "the next period is the one before, and nothing is counted backwards": {
      nextOpen: (from) => (desk.isOpen(from) ? desk.nextOpen(from) : desk.previousOpen(from)),
      nextClose: (from) => (desk.isOpen(from) ? desk.nextClose(from) : desk.previousClose(from)),
      between: forwards(() => 0),
    },
    // It is seldom asked about that very instant.
    "isOpen does not hold at the opening after a bank holiday in May": {
      isOpen: (from) =>
        desk.isOpen(from) &&
        !(
          at(msOf(from)).month === 5 &&
          desk.previousOpen(from).toMillis() === msOf(from) &&
          msOf(from) - desk.previousClose(from).toMillis() > 40 * 60 * MINUTE
        ),
    },
    "the next period is the one after it, if it is closed": {
      nextOpen: (from) =>
        desk.isOpen(from) ? desk.nextOpen(from) : desk.nextOpen(desk.nextClose(from)),
      nextClose: (from) =>
        desk.isOpen(from) ? desk.nextClose(from) : desk.nextClose(desk.nextClose(from)),
    },
    "nextClose is before the opening, and what is counted backwards is time on the wall": {
      nextClose: (from) => desk.previousClose(desk.nextOpen(from)),
      between: forwards((a, b) => b - a),
    },
    "nextClose is an hour early": {
      nextClose: (from) => {
        const right = desk.nextClose(from);
        const opening = desk.nextOpen(from).toMillis();
        return right.minus(right.toMillis() - opening > 60 * MINUTE + 1 ? 60 * MINUTE : 0);
      },
    },
    "a calendar that is closed never opens": {
      nextOpen: (from) => {
        if (desk.isOpen(from)) return desk.nextOpen(from);
        return desk.nextOpen(end.plus({ days: 1 })); // Which is not covered.
      },
    },
  },
  "previous-edges": {
    "previousOpen is the next opening, and what is counted backwards is time on the wall": {
      previousOpen: (from) =>
        desk.isOpen(from) ? desk.nextOpen(desk.nextClose(from)) : desk.previousOpen(from),
      between: forwards((a, b) => b - a),
    },
    "previousOpen is half an hour early, if it has closed since": {
      previousOpen: (from) => desk.previousOpen(from).minus(desk.isOpen(from) ? 0 : 30 * MINUTE),
    },
    "previousClose is the next closing, and nothing is counted backwards": {
      previousClose: (from) =>
        desk.isOpen(from) ? desk.previousClose(from) : desk.nextClose(from),
      between: forwards(() => 0),
    },
    "previousClose is an hour early, if it has opened since": {
      previousClose: (from) => desk.previousClose(from).minus(desk.isOpen(from) ? 60 * MINUTE : 0),
    },
    "previousClose is half an hour late, if it has opened since": {
      previousClose: (from) => desk.previousClose(from).plus(desk.isOpen(from) ? 30 * MINUTE : 0),
    },
  },
  "periods-tile": {
    "the last period ends a minute late, and the first begins late": retiled((periods, _, b) => {
      const [first, last] = [periods[0], periods.at(-1)];
      if (!first || !last || first === last || last.close !== b) return periods;
      if (first.close - first.open <= MINUTE) return periods;
      return [
        { ...first, open: first.open + MINUTE },
        ...periods.slice(1, -1),
        { ...last, close: last.close + MINUTE },
      ];
    }),
    "an opening at the end is a period of no length": retiled((periods, _, b) =>
      isOpen(b) && periods.at(-1)?.close !== b ? [...periods, { open: b, close: b }] : periods,
    ),
    "the first period begins early, and the second late": retiled((periods, a) => {
      const [first, second, ...more] = periods;
      if (!first || !second || first.open - MINUTE <= a) return periods;
      if (second.close - second.open <= MINUTE) return periods;
      return [
        { ...first, open: first.open - MINUTE },
        { ...second, open: second.open + MINUTE },
        ...more,
      ];
    }),
    "the first period ends early, and the second late": retiled((periods, _, b) => {
      const [first, second, ...more] = periods;
      if (!first || !second || second.close + MINUTE >= b) return periods;
      if (first.close - first.open <= MINUTE) return periods;
      return [
        { ...first, close: first.close - MINUTE },
        { ...second, close: second.close + MINUTE },
        ...more,
      ];
    }),
  },
  "working-days-counted": {
    "backwards it counts one too many": {
      workingDaysBetween: (a, b) => desk.workingDaysBetween(a, b) - (msOf(a) > msOf(b) ? 1 : 0),
    },
    "Saturday is not a working day": {
      isWorkingDay: (date) => desk.isWorkingDay(date) && !isSaturday(String(date)),
    },
    "Saturday has no hours": {
      hoursOn: (date) => (isSaturday(String(date)) ? [] : desk.hoursOn(date)),
    },
  },
  "working-days-added": {
    "some are due a working day late": {
      addWorkingDays: (from, n) => desk.addWorkingDays(from, n > 0 ? n + 1 : n),
    },
    "none are due tomorrow, if that is not a working day": {
      addWorkingDays: (from, n) => {
        const due = desk.addWorkingDays(from, n);
        return due.plus({ days: n === 0 && !desk.isWorkingDay(due) ? 1 : 0 });
      },
    },
    "some are due a day late, if that is not a working day": {
      addWorkingDays: (from, n) => {
        const due = desk.addWorkingDays(from, n);
        return due.plus({ days: n > 0 && !desk.isWorkingDay(due) ? 1 : 0 });
      },
    },
  },
  coverage: {
    "between guesses, if its first instant is not covered": {
      between: (a, b) => {
        desk.add(b, { hours: 0 });
        return orElse(() => desk.between(a, b), desk.between(start, start));
      },
    },
    "workingDaysBetween guesses, if its first date is not covered": {
      workingDaysBetween: (a, b) => {
        desk.hoursOn(b);
        return orElse(() => desk.workingDaysBetween(a, b), 0);
      },
    },
  },
  "coverage-amounts": {
    "the last closing is after the end": {
      add: (from, amount) => {
        const due = desk.add(from, amount);
        return due.equals(desk.previousClose(end.minus(1))) ? end.plus(1) : due;
      },
    },
    "the first opening is before the start": {
      subtract: (from, amount) => {
        const since = desk.subtract(from, amount);
        return since.equals(desk.nextOpen(start)) ? start.minus(1) : since;
      },
    },
  },
  "set-algebra": {
    "a union says that it never closes, and counts as it should": {
      union: (other) => wrongCalendar(desk.union(other), { isOpen: () => true }),
    },
  },
  "inclusion-exclusion": {
    "a union with a third counts a millisecond more, and is open when it should be": {
      union: (other) =>
        other.id === "other"
          ? wrongCalendar(desk.union(other), {
              between: (a, b) => desk.union(other).between(a, b).plus(1),
            })
          : desk.union(other),
    },
  },
  "json-round-trip": {
    "its JSON has another title each time": {
      toJSON: (() => {
        let times = 0;
        return () => ({ ...desk.toJSON(), title: `Desk ${++times}` });
      })(),
    },
  },
  "hours-as-defined": {
    "every reason is the week": { reasonFor: () => ({ because: "week" }) },
    "between is a millisecond longer": { between: (a, b) => desk.between(a, b).plus(1) },
    "isOpen holds for a millisecond more": {
      isOpen: (from) => desk.isOpen(from) || desk.isOpen(msOf(from) - 1),
    },
  },
  "wall-times": {
    "a date is read an hour late": {
      at: (wallTime) => desk.at(wallTime).plus({ hours: wallTime.length === 10 ? 1 : 0 }),
    },
    "a time is read an hour late, but for midnight": {
      at: (wallTime) => desk.at(wallTime).plus({ hours: wallTime.length > 16 ? 1 : 0 }),
    },
  },
  "days-as-defined": {
    ...Object.fromEntries(
      ["(]", "[)", "[]"].flatMap((counted) =>
        [true, false].map((isCut) => [
          `days within ${counted} are one too many ${isCut ? "after" : "without"} a cutoff`,
          {
            workingDaysBetween: (a, b, options) => {
              const isMeant =
                options?.bounds === counted && (options.cutoff !== undefined) === isCut;
              return desk.workingDaysBetween(a, b, options) + (isMeant ? 1 : 0);
            },
          } satisfies Members,
        ]),
      ),
    ),
    ...Object.fromEntries(
      ["end-of-day", "close", "same-time", "12:00"].flatMap((name) =>
        [true, false].map((isCut) => [
          `days due at ${name} are late ${isCut ? "after" : "without"} a cutoff`,
          lateFor((due, cutoff) => {
            const isNamed = typeof due === "object" ? name === "12:00" : due === name;
            return isNamed && (cutoff !== undefined) === isCut;
          }),
        ]),
      ),
    ),
  },
};

function lastClosing(fromMs: number, amountMs: number) {
  const since = desk.subtract(fromMs, { milliseconds: amountMs });
  return amountMs === 0 || isOpen(since.toMillis() - 1) ? since : desk.previousClose(since);
}

function backTo(ms: number) {
  return isOpen(ms) ? at(ms) : desk.previousClose(ms);
}

function isSaturday(date: string): boolean {
  return new Date(date.slice(0, 10)).getUTCDay() === 6;
}
