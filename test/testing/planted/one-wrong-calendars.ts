import { Duration } from "luxon";
import {
  alwaysOpen,
  defineCalendar,
  type ExactAmount,
  type InstantLike,
  type WorkingCalendar,
} from "../../../src";
import { orElse, wrongCalendar, wrongTimeline } from "./broken";

/**
 * Calendars that answer one question wrongly and all others rightly. A law asks several questions, and the error
 * of each calendar names the one that it answers wrongly, so no question of a law goes unasked.
 */

export const desk = defineCalendar({
  id: "desk",
  timeZone: "Europe/London",
  hours: { weekdays: ["09:00-12:30", "13:30-17:30"], saturday: ["22:00-02:00"] },
  bankHolidays: "england-and-wales",
  exceptions: { "2026-12-24": ["09:00-12:00"] },
});
const { timeline } = desk;
const { start, end } = desk.coverage;
const always = alwaysOpen("Europe/London");

const inBulk = (members: Partial<WorkingCalendar["timeline"]>): Partial<WorkingCalendar> => ({
  timeline: wrongTimeline(desk, members).timeline,
});
const msIn = (amount: ExactAmount) =>
  typeof amount === "string" ? 0 : (amount.milliseconds ?? (amount.hours ?? 0) * 3_600_000);
const msOf = (at: InstantLike) => desk.add(at, { hours: 0 }).toMillis();
/** An amount in hours and smaller units, without its minutes. */
const withoutMinutes = (amount: ExactAmount): ExactAmount =>
  typeof amount === "object" && !Duration.isDuration(amount) && "minutes" in amount
    ? { ...amount, minutes: 0 }
    : amount;
const isAhead = (a: InstantLike, b: InstantLike) => msOf(a) < msOf(b);

/** Whether an instant is given in the form in which the laws give most instants. */
const isText = (at: unknown) => typeof at === "string" && at.endsWith("Z");
const plus = (right: number) => right + 1;

/** A timeline whose answer to each question is another. */
const ON_TIMELINE: Readonly<Record<string, Partial<WorkingCalendar["timeline"]>>> = {
  "timeline.isOpen(a)": { isOpen: (ms) => !timeline.isOpen(ms) },
  "timeline.between(a, b)": {
    between: (a, b) => timeline.between(a, b) + (a < b ? 1 : 0),
  },
  "timeline.between(b, a)": {
    between: (a, b) => timeline.between(a, b) - (a > b ? 1 : 0),
  },
  "timeline.add(a, amount)": {
    add: (ms, amount, tie) => timeline.add(ms, amount, tie) + (tie === undefined ? 1 : 0),
  },
  'timeline.add(a, amount, "next-open")': { add: (ms, amount) => timeline.add(ms, amount) },
  "timeline.subtract(b, amount)": {
    subtract: (ms, amount, tie) => timeline.subtract(ms, amount, tie) - (tie === undefined ? 1 : 0),
  },
  'timeline.subtract(b, amount, "previous-close")': {
    subtract: (ms, amount) => timeline.subtract(ms, amount),
  },
  "timeline.nextOpen(a)": { nextOpen: (ms) => plus(timeline.nextOpen(ms)) },
  "timeline.nextClose(a)": { nextClose: (ms) => plus(timeline.nextClose(ms)) },
  "timeline.previousOpen(a)": { previousOpen: (ms) => plus(timeline.previousOpen(ms)) },
  "timeline.previousClose(a)": { previousClose: (ms) => plus(timeline.previousClose(ms)) },
  "timeline.periods(a, b)": { periods: (a, b) => [...timeline.periods(a, b)].slice(1).values() },
};

/** Calendars that answer each question wrongly if instants are not given as text in UTC. */
const IN_OTHER_FORMS: Readonly<Record<string, Partial<WorkingCalendar>>> = {
  "isOpen(a)": { isOpen: (at) => desk.isOpen(at) === isText(at) },
  "between(a, b)": { between: (a, b) => desk.between(a, b).plus(isText(a) ? 0 : 1) },
  "add(a, an hour)": { add: (at, ...more) => desk.add(at, ...more).plus(isText(at) ? 0 : 1) },
  "subtract(a, an hour)": {
    subtract: (at, ...more) => desk.subtract(at, ...more).plus(isText(at) ? 0 : 1),
  },
  "nextOpen(a)": { nextOpen: (at) => desk.nextOpen(at).plus(isText(at) ? 0 : 1) },
  "nextClose(a)": { nextClose: (at) => desk.nextClose(at).plus(isText(at) ? 0 : 1) },
  "previousOpen(a)": { previousOpen: (at) => desk.previousOpen(at).plus(isText(at) ? 0 : 1) },
  "previousClose(a)": { previousClose: (at) => desk.previousClose(at).plus(isText(at) ? 0 : 1) },
  "periods(a, b)": {
    periods: (a, b) => [...desk.periods(a, b)].slice(isText(a) ? 0 : 1).values(),
  },
  "isWorkingDay(a)": { isWorkingDay: (at) => desk.isWorkingDay(at) === isText(at) },
  "hoursOn(a)": { hoursOn: (at) => (isText(at) ? desk.hoursOn(at) : ["another"]) },
  "reasonFor(a)": {
    reasonFor: (at) => (isText(at) ? desk.reasonFor(at) : { because: "exception" }),
  },
  "addWorkingDays(a, 1)": {
    addWorkingDays: (at, n) => desk.addWorkingDays(at, isText(at) ? n : n + 1),
  },
  "workingDaysBetween(a, b)": {
    workingDaysBetween: (a, b) => desk.workingDaysBetween(a, b) + (isText(a) ? 0 : 1),
  },
  "isProvisional(a)": { isProvisional: (at) => desk.isProvisional(at) === isText(at) },
};

/** Calendars of which each answer is in UTC. */
const IN_UTC: Readonly<Record<string, Partial<WorkingCalendar>>> = {
  "add(a, an hour)": { add: (...given) => desk.add(...given).toUTC() },
  "subtract(a, an hour)": { subtract: (...given) => desk.subtract(...given).toUTC() },
  "nextOpen(a)": { nextOpen: (at) => desk.nextOpen(at).toUTC() },
  "nextClose(a)": { nextClose: (at) => desk.nextClose(at).toUTC() },
  "previousOpen(a)": { previousOpen: (at) => desk.previousOpen(at).toUTC() },
  "previousClose(a)": { previousClose: (at) => desk.previousClose(at).toUTC() },
  "addWorkingDays(a, 1)": { addWorkingDays: (...given) => desk.addWorkingDays(...given).toUTC() },
  "periods(a, b)": {
    periods: function* (a, b) {
      for (const period of desk.periods(a, b)) yield period.mapEndpoints((at) => at.toUTC());
    },
  },
};

/** A bulk question of which each result is changed, in a column that was given too. */
const changed = (
  column: Float64Array,
  out: Float64Array | undefined,
  wrong: (ms: number) => number,
) => {
  const results = column.map(wrong);
  out?.set(results);
  return out ?? results;
};

export const ONE_WRONG: Readonly<
  Record<string, Readonly<Record<string, Partial<WorkingCalendar>>>>
> = {
  "time-as-defined": {
    "between(a, b)": {
      between: (a, b) => desk.between(a, b).plus({ milliseconds: isAhead(a, b) ? 1 : 0 }),
    },
    "between(b, a)": {
      between: (a, b) => (isAhead(b, a) ? desk.between(b, a) : desk.between(a, b)),
    },
    "isOpen(a)": { isOpen: (at) => !desk.isOpen(at) },
    "add(a, amount)": {
      add: (at, amount, options) =>
        desk.add(at, amount, options).plus({ milliseconds: options?.tie ? 0 : 1 }),
    },
    'add(a, amount, { tie: "next-open" })': { add: (at, amount) => desk.add(at, amount) },
    "subtract(b, amount)": {
      subtract: (at, amount, options) =>
        desk.subtract(at, amount, options).minus({ milliseconds: options?.tie ? 0 : 1 }),
    },
    'subtract(b, amount, { tie: "previous-close" })': {
      subtract: (at, amount) => desk.subtract(at, amount),
    },
    "nextOpen(a)": { nextOpen: (at) => desk.nextOpen(at).plus({ milliseconds: 1 }) },
    "nextClose(a)": { nextClose: (at) => desk.nextClose(at).plus({ milliseconds: 1 }) },
    "previousOpen(a)": { previousOpen: (at) => desk.previousOpen(at).minus({ milliseconds: 1 }) },
    "previousClose(a)": {
      previousClose: (at) => desk.previousClose(at).minus({ milliseconds: 1 }),
    },
  },
  "days-as-defined": {
    "workingDaysBetween(a, b)": {
      workingDaysBetween: (a, b, options) =>
        desk.workingDaysBetween(a, b, options) + (options === undefined ? 1 : 0),
    },
    'addWorkingDays(a, n, {"due":"end-of-day"': {
      addWorkingDays: (at, n, options) =>
        desk.addWorkingDays(at, options?.due === "end-of-day" ? n + 1 : n, options),
    },
    'addWorkingDays(a, n, {"due":"close"': {
      addWorkingDays: (at, n, options) =>
        desk.addWorkingDays(at, options?.due === "close" ? n + 1 : n, options),
    },
    'addWorkingDays(a, n, {"due":"same-time"': {
      addWorkingDays: (at, n, options) =>
        desk.addWorkingDays(at, options?.due === "same-time" ? n + 1 : n, options),
    },
    'addWorkingDays(a, n, {"due":{"at":"12:00"}': {
      addWorkingDays: (at, n, options) =>
        desk.addWorkingDays(at, typeof options?.due === "object" ? n + 1 : n, options),
    },
  },
  timeline: Object.fromEntries(
    Object.entries(ON_TIMELINE).map(([question, members]) => [question, inBulk(members)]),
  ),
  "instant-forms": {
    ...IN_OTHER_FORMS,
    ...Object.fromEntries(
      Object.entries(IN_UTC).map(([question, members]) => [`the zone of ${question}`, members]),
    ),
    "add(a, amount), in hours, minutes, seconds and milliseconds": {
      add: (at, amount) => desk.add(at, withoutMinutes(amount)),
    },
    "add(a, amount), as a Duration": {
      add: (at, amount) =>
        Duration.isDuration(amount) ? desk.nextOpen(desk.nextClose(at)) : desk.add(at, amount),
    },
    "add(a, amount), as ISO 8601": {
      add: (at, amount) => desk.add(at, typeof amount === "string" ? "PT0S" : amount),
    },
  },
  "wall-times": {
    'at("': { at: (wallTime) => desk.at(wallTime).plus({ hours: 1 }) },
  },
  fingerprint: {
    "the dates of diffCalendars": {
      openingsOn: () => [],
    },
    "equal fingerprints, though a date differs": {
      union: (other) =>
        wrongCalendar(desk.union(other), { fingerprint: (given) => desk.fingerprint(given) }),
    },
    "equal fingerprints, if no date differs": { fingerprint: () => desk.fingerprint() },
  },
  "wall-clock": {
    nothing: { between: (a, b) => desk.between(b, a) },
  },
  "next-edges": {
    "isOpen(at)": { isOpen: (at) => desk.isOpen(at) && msOf(at) % 3_600_000 !== 0 },
    "nextOpen(at)": { nextOpen: (at) => desk.nextOpen(at).minus({ hours: 20 }) },
    "isOpen(nextOpen(at))": {
      nextOpen: (at) => (desk.isOpen(at) ? desk.nextOpen(at) : desk.nextClose(at)),
    },
    "between(nextOpen(at), nextClose(at))": {
      nextClose: (at) => desk.nextClose(desk.nextClose(at)),
    },
    "isOpen(nextClose(at))": { nextClose: (at) => desk.nextClose(at).minus({ milliseconds: 1 }) },
  },
  "previous-edges": {
    "previousOpen(at)": { previousOpen: (at) => desk.nextOpen(desk.nextClose(at)) },
    "isOpen(previousOpen(at) - 1 ms)": {
      previousOpen: (at) => {
        const opening = desk.previousOpen(at);
        return opening.plus({ milliseconds: opening.toMillis() < msOf(at) ? 1 : 0 });
      },
    },
    "previousClose(at)": { previousClose: (at) => desk.nextClose(at) },
    "isOpen(previousClose(at) - 1 ms)": {
      previousClose: (at) => desk.previousClose(at).plus({ milliseconds: 1 }),
    },
    "isOpen(previousClose(at))": {
      previousClose: (at) => desk.previousClose(at).minus({ milliseconds: 1 }),
    },
    "between(the later, at)": {
      between: (a, b) => desk.between(a, b).plus({ milliseconds: isAhead(a, b) ? 1 : 0 }),
    },
  },
  "periods-tile": {
    "a, or after the last closing": {
      periods: (a, b) => [...desk.periods(a, b)].reverse().values(),
    },
    "the periods together": { periods: (a, b) => [...desk.periods(a, b)].slice(1).values() },
    "periods(b, a)": {
      periods: (a, b) => (isAhead(b, a) ? desk.periods(b, a) : desk.periods(a, b)),
    },
  },
  "subtract-latest": {
    "between(since, b)": {
      subtract: (at, amount) => desk.subtract(at, amount).minus({ days: 30 }),
    },
    "add(b, -amount)": {
      add: (at, amount) =>
        desk.add(at, amount).minus({ milliseconds: Number(Object.values(amount)[0]) < 0 ? 1 : 0 }),
    },
  },
  monotony: {
    "between(a, c)": {
      between: (a, b) =>
        desk.between(a, b).as("days") > 3 ? desk.between(a, a) : desk.between(a, b),
    },
    "subtract(c, back)": {
      subtract: (at, amount) => desk.subtract(at, desk.isOpen(at) ? amount : { hours: 0 }),
    },
  },
  coverage: {
    "isOpen(at)": { isOpen: (at) => orElse(() => desk.isOpen(at), false) },
    "add(at, nothing)": {
      add: (at, amount) =>
        msIn(amount) === 0 ? orElse(() => desk.add(at, amount), start) : desk.add(at, amount),
    },
    "add(at, an hour)": {
      add: (at, amount) =>
        msIn(amount) > 0 ? orElse(() => desk.add(at, amount), start) : desk.add(at, amount),
    },
    "subtract(at, an hour)": {
      subtract: (at, amount) => orElse(() => desk.subtract(at, amount), end),
    },
    "between(at, inside)": {
      between: (a, b) => orElse(() => desk.between(a, b), desk.between(start, start)),
    },
    "between(inside, at)": {
      between: (a, b) => {
        desk.add(a, { hours: 0 });
        return orElse(() => desk.between(a, b), desk.between(start, start));
      },
    },
    "nextOpen(at)": { nextOpen: (at) => orElse(() => desk.nextOpen(at), start) },
    "nextClose(at)": { nextClose: (at) => orElse(() => desk.nextClose(at), end) },
    "previousOpen(at)": { previousOpen: (at) => orElse(() => desk.previousOpen(at), start) },
    "previousClose(at)": { previousClose: (at) => orElse(() => desk.previousClose(at), end) },
    "periods(at, inside)": {
      periods: (a, b) => orElse(() => desk.periods(a, b), desk.periods(start, start)),
    },
    "isWorkingDay(date)": { isWorkingDay: (date) => orElse(() => desk.isWorkingDay(date), true) },
    "hoursOn(date)": { hoursOn: (date) => orElse(() => desk.hoursOn(date), []) },
    "workingDaysBetween(date, inside)": {
      workingDaysBetween: (a, b) => orElse(() => desk.workingDaysBetween(a, b), 0),
    },
    "workingDaysBetween(inside, date)": {
      workingDaysBetween: (a, b) => {
        desk.hoursOn(String(a));
        return orElse(() => desk.workingDaysBetween(a, b), 0);
      },
    },
    "addWorkingDays(at(date), 1)": {
      at: (wall) => orElse(() => desk.at(wall), start),
      addWorkingDays: (at, n) => orElse(() => desk.addWorkingDays(at, n), end),
    },
  },
  "coverage-amounts": {
    "isOpen(end)": { isOpen: (at) => msOf(at) !== end.toMillis() && desk.isOpen(at) },
    "add(at, all that is left)": {
      add: (at, amount) => desk.add(at, amount).minus({ milliseconds: 1 }),
    },
    "add(at, all that is left and 1 ms)": {
      add: (at, amount) => orElse(() => desk.add(at, amount), end),
    },
    "subtract(at, all that has been)": {
      subtract: (at, amount) => desk.subtract(at, amount).plus({ milliseconds: 1 }),
    },
    "subtract(at, all that has been and 1 ms)": {
      subtract: (at, amount) => orElse(() => desk.subtract(at, amount), start),
    },
  },
  "bulk-between": {
    "betweenMany of the spans": inBulk({
      betweenMany: (a, b, out) =>
        out
          ? timeline.betweenMany(a, b, out)
          : timeline.betweenMany(a, b).map((worked) => worked + (worked > 0 ? 1 : 0)),
    }),
    "betweenMany of the spans, in a given column": inBulk({
      betweenMany: (a, b) => timeline.betweenMany(a, b),
    }),
    "betweenMany of them backwards": inBulk({
      betweenMany: (a, b, out) =>
        changed(timeline.betweenMany(a, b), out, (worked) => Math.max(0, worked)),
    }),
  },
  "bulk-add": {
    "addMany of the starts, with the amount of each": inBulk({
      addMany: (starts, amounts, out, tie) =>
        changed(timeline.addMany(starts, amounts, undefined, tie), out, (ms) =>
          typeof amounts === "number" || tie !== undefined ? ms : ms + 1,
        ),
    }),
    "addMany of the starts, in a given column": inBulk({
      addMany: (starts, amounts, out, tie) =>
        timeline.addMany(starts, amounts, tie === undefined ? undefined : out, tie),
    }),
    'addMany of the starts, with the tie "next-open"': inBulk({
      addMany: (starts, amounts, out) => timeline.addMany(starts, amounts, out),
    }),
    "addMany of the starts, with the least": inBulk({
      addMany: (starts, amounts, out, tie) =>
        out
          ? timeline.addMany(starts, amounts, out, tie)
          : timeline
              .addMany(starts, amounts)
              .map((ms) => (typeof amounts === "number" ? ms + 1 : ms)),
    }),
  },
  "set-algebra": {
    "union(other).isOpen": { union: () => desk },
    "intersect(other).isOpen": { intersect: () => desk },
    "except(other).isOpen": { except: () => desk },
  },
  "inclusion-exclusion": {
    "between(a, b) of the union and of the intersection": { union: () => desk },
    "between(a, b) of the difference and of the intersection": { except: () => desk },
  },
  "itself-and-the-whole": {
    "of its union with itself": {
      union: (other) => (other.id === "desk" ? always : desk.union(other)),
    },
    "of its intersection with itself": {
      intersect: (other) => (other.id === "desk" ? always : desk.intersect(other)),
    },
    "of its intersection with alwaysOpen": {
      intersect: (other) => (other.id === "desk" ? desk : always),
    },
    "between(a, b) of it without itself": {
      except: (other) => (other.id === "desk" ? desk : desk.except(other)),
    },
    "between(a, b) of it without alwaysOpen": {
      except: (other) => (other.id === "desk" ? desk.except(desk) : desk),
    },
    "between(a, b) of its union with alwaysOpen": { union: () => desk },
  },
  "working-days-added": {
    "workingDaysBetween(a, that date)": {
      addWorkingDays: (at, n) => desk.addWorkingDays(at, n + 1),
    },
  },
};
