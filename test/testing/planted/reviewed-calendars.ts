import {
  defineCalendar,
  type HoursDefinition,
  type InstantLike,
  type WorkingCalendar,
} from "../../../src/index";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../../src/timeline/units";
import { wrongCalendar, wrongTimeline } from "./broken";
import { desk } from "./one-wrong-calendars";

/** Bugs as a reviewer plants them: small, in one method, on one date or of one form. No check passes any of them. */

type Members = Partial<WorkingCalendar>;

const msOf = (at: InstantLike) => desk.add(at, { hours: 0 }).toMillis();
const at = (ms: number) => desk.add(ms, { hours: 0 });
const weekday = (given: InstantLike) => at(msOf(given)).weekday;
const hasChange = (a: number, b: number) => at(a).offset !== at(b).offset;
const { timeline } = desk;

/** Another definition that says that it is the desk. */
const posing = (changes: Partial<HoursDefinition>): WorkingCalendar => {
  const right = desk.toJSON() as HoursDefinition; // It is not a combination.
  return wrongCalendar(defineCalendar({ ...right, ...changes }), { toJSON: () => right });
};
const hours = { weekdays: ["09:00-12:30", "13:30-17:30"], saturday: ["22:00-02:00"] };

const METHODS: Readonly<Record<string, Members>> = {
  "Wednesdays are a minute longer": {
    between: (a, b) =>
      desk.between(a, b).plus(weekday(a) === 3 && msOf(a) < msOf(b) ? MINUTE_MS : 0),
  },
  "a span over a change of the clock is an hour off": {
    between: (a, b) =>
      desk.between(a, b).plus(hasChange(msOf(a), msOf(b)) && msOf(a) < msOf(b) ? HOUR_MS : 0),
  },
  "add over a change of the clock is an hour late": {
    add: (from, amount, options) => {
      const due = desk.add(from, amount, options);
      return due.plus({ hours: hasChange(msOf(from), due.toMillis()) ? 1 : 0 });
    },
  },
  "nothing is worked after 2035": {
    between: (a, b) => (at(msOf(b)).year > 2035 ? desk.between(a, a) : desk.between(a, b)),
  },
  "it is open at exactly the closing time": {
    isOpen: (from) => desk.isOpen(from) || desk.previousClose(from).toMillis() === msOf(from),
  },
  "it is closed at exactly the opening time": {
    isOpen: (from) => desk.isOpen(from) && desk.previousOpen(from).toMillis() !== msOf(from),
  },
  "previous-close is ignored": { subtract: (from, amount) => desk.subtract(from, amount) },
  "previous-close is what anybody gets": {
    subtract: (from, amount) => desk.subtract(from, amount, { tie: "previous-close" }),
  },
  "next-open is ignored": { add: (from, amount) => desk.add(from, amount) },
  "a negative amount is added": {
    add: (from, amount, options) =>
      desk.add(
        from,
        typeof amount === "object" && (amount.milliseconds ?? 0) < 0
          ? {
              milliseconds: -(amount.milliseconds ?? 0),
            }
          : amount,
        options,
      ),
  },
  "backwards there is no sign": {
    between: (a, b) => (msOf(a) > msOf(b) ? desk.between(b, a) : desk.between(a, b)),
  },
  "bounds are ignored": {
    workingDaysBetween: (a, b, options) =>
      desk.workingDaysBetween(a, b, options?.cutoff ? { cutoff: options.cutoff } : {}),
  },
  "the first date counts, and not the last": {
    workingDaysBetween: (a, b, options) =>
      desk.workingDaysBetween(a, b, {
        ...options,
        bounds: options?.bounds === "[]" ? "[)" : (options?.bounds ?? "(]"),
      }),
  },
  "a cutoff of a count is ignored": {
    workingDaysBetween: (a, b, options) =>
      desk.workingDaysBetween(a, b, options?.bounds ? { bounds: options.bounds } : {}),
  },
  "a cutoff that has just come is in time": {
    addWorkingDays: (from, n, options) =>
      desk.addWorkingDays(options?.cutoff ? msOf(from) - 1 : from, n, options),
  },
  "no working days begin on the next one": {
    addWorkingDays: (from, n, options) =>
      desk.addWorkingDays(from, n === 0 && !desk.isWorkingDay(from) ? 1 : n, options),
  },
  "thirty working days are one too few": {
    addWorkingDays: (from, n, options) => desk.addWorkingDays(from, n >= 25 ? n - 1 : n, options),
  },
  "working days over a new year are one too many": {
    workingDaysBetween: (a, b, options) =>
      desk.workingDaysBetween(a, b, options) + Number(at(msOf(a)).year < at(msOf(b)).year),
  },
  "the first period is not clipped": {
    periods: function* (a, b) {
      for (const [i, period] of [...desk.periods(a, b)].entries()) {
        const open = desk.previousOpen(a);
        yield i === 0 && desk.isOpen(a) ? period.set({ start: open }) : period;
      }
    },
  },
  "the last period is not clipped": {
    periods: function* (a, b) {
      for (const period of desk.periods(a, b)) {
        const isLast = period.end?.toMillis() === msOf(b) && desk.isOpen(b);
        yield isLast ? period.set({ end: desk.nextClose(b) }) : period;
      }
    },
  },
  "periods can be read once": {
    periods: (() => {
      const told = new Set<string>();
      return (a: InstantLike, b: InstantLike) => {
        const key = `${msOf(a)} ${msOf(b)}`;
        const isAgain = told.has(key);
        told.add(key);
        return isAgain ? [][Symbol.iterator]() : desk.periods(a, b);
      };
    })(),
  },
  "its fingerprint is always the same": { fingerprint: () => "0000000000000000" },
  "its fingerprint leaves the last date out": {
    fingerprint: (span) => desk.fingerprint(span && { from: span.from, to: span.from }),
  },
  "two calendars differ on no date": { openingsOn: () => [] },
  "at reads UTC": {
    at: (wall) => at(Date.parse(wall.length === 10 ? wall : `${wall}Z`)),
  },
  "at moves a time that does not occur back": {
    at: (wall) => {
      const right = desk.at(wall);
      return right.minus({ hours: right.toISO()?.startsWith(wall.slice(0, 16)) ? 0 : 1 });
    },
  },
  "what is added is told in UTC": { add: (...given) => desk.add(...given).toUTC() },
  "openings are told in UTC": { nextOpen: (from) => desk.nextOpen(from).toUTC() },
  "minutes are dropped": {
    add: (from, amount, options) => {
      if (typeof amount === "string" || !("minutes" in amount))
        return desk.add(from, amount, options);
      return desk.add(
        from,
        { hours: amount.hours ?? 0, milliseconds: amount.milliseconds ?? 0 },
        options,
      );
    },
  },
  "a date is read in the zone of the DateTime": {
    hoursOn: (date) =>
      desk.hoursOn(
        typeof date === "object" && "toISODate" in date ? (date.toISODate() ?? "") : date,
      ),
  },
  "nextClose of a closing is that closing": {
    nextClose: (from) =>
      desk.previousClose(from).toMillis() === msOf(from) ? at(msOf(from)) : desk.nextClose(from),
  },
  "previousOpen of an opening is the one before": {
    previousOpen: (from) => desk.previousOpen(msOf(from) - 1),
  },
  "hours are provisional a year too soon": {
    isProvisional: (until) => desk.isProvisional(msOf(until) + 365 * DAY_MS),
  },
  "a bank holiday has no name": {
    reasonFor: (date) => ({
      because:
        desk.reasonFor(date).because === "bank-holiday" ? "week" : desk.reasonFor(date).because,
    }),
  },
  "a union forgets the nights of the other": {
    union: (other) =>
      desk.union(
        other.except(
          defineCalendar({ id: "n", timeZone: "Europe/London", hours: { daily: ["00:00-03:00"] } }),
        ),
      ),
  },
  "what is taken away leaves a millisecond": {
    except: (other) =>
      wrongCalendar(desk.except(other), {
        isOpen: (from) =>
          desk.except(other).isOpen(from) ||
          (desk.isOpen(from) && other.previousOpen(from).toMillis() === msOf(from)),
      }),
  },
};

const NUMBERS: Readonly<Record<string, Partial<WorkingCalendar["timeline"]>>> = {
  "its timeline is open at the closing time": {
    isOpen: (ms) => timeline.isOpen(ms) || timeline.previousClose(ms) === ms,
  },
  "its timeline knows no ties": { add: (ms, amount) => timeline.add(ms, amount) },
  "its timeline finds the opening after the next": {
    nextOpen: (ms) => timeline.nextOpen(timeline.nextClose(ms)),
  },
  "sums are rounded to minutes": {
    betweenMany: (starts, ends, out) =>
      timeline.betweenMany(starts, ends, out).map((ms) => Math.round(ms / MINUTE_MS) * MINUTE_MS),
  },
  "a column that is given stays empty": {
    addMany: (starts, amounts, _, tie) => timeline.addMany(starts, amounts, undefined, tie),
  },
};

export const REVIEWED_CALENDARS: Readonly<Record<string, WorkingCalendar>> = {
  ...Object.fromEntries(
    Object.entries(METHODS).map(([what, members]) => [what, wrongCalendar(desk, members)]),
  ),
  ...Object.fromEntries(
    Object.entries(NUMBERS).map(([what, members]) => [what, wrongTimeline(desk, members)]),
  ),
  "hours end half an hour sooner after 2030": posing({
    hoursFrom: { "2030-12-31": { ...hours, weekdays: ["09:00-12:30", "13:30-17:00"] } },
  }),
  "Christmas Eve has its usual hours": posing({ exceptions: {} }),
  "Fridays close a minute late": posing({
    hours: { ...hours, friday: ["09:00-12:30", "13:30-17:31"] },
  }),
  "the nights of Saturday end at midnight": posing({
    hours: { ...hours, saturday: ["22:00-24:00"] },
  }),
  "Good Friday is worked in 2040": posing({
    exceptions: { "2026-12-24": ["09:00-12:00"], "2040-03-30": ["09:00-12:30", "13:30-17:30"] },
  }),
};
