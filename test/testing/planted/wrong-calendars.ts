import { DateTime, Duration } from "luxon";
import {
  type CalendarDefinition,
  defineCalendar,
  type ExactAmount,
  type WorkingCalendar,
} from "../../../src/index";
import { orElse, wrongCalendar, wrongTimeline } from "./broken";

const definition: CalendarDefinition = {
  id: "desk",
  timeZone: "Europe/London",
  hours: { weekdays: ["09:00-12:30", "13:30-17:30"], saturday: ["22:00-02:00"] },
  bankHolidays: "england-and-wales",
  exceptions: { "2026-12-24": ["09:00-12:00"] },
};
export const desk = defineCalendar(definition);
const { timeline } = desk;

const msOf = (amount: ExactAmount) => (typeof amount === "string" ? 0 : (amount.milliseconds ?? 0));
const longer = (length: Duration, milliseconds: number) => length.plus({ milliseconds });

/** What a wrong calendar does, and the calendar. */
type Wrong = readonly [string, WorkingCalendar];

export const wrong = (what: string, members: Partial<WorkingCalendar>): Wrong => [
  what,
  wrongCalendar(desk, members),
];

/** For each law, by its name, a calendar that breaks it. */
export const WRONG: Readonly<Record<string, Wrong>> = {
  "hours-as-defined": wrong("Christmas Eve has the hours of any other day", {
    isOpen: (at) => desk.isOpen(at) || String(at) === String(Date.parse("2026-12-24T14:00:00Z")),
    hoursOn: (date) => desk.hoursOn(date === "2026-12-24" ? "2026-12-23" : date),
  }),
  "time-as-defined": wrong("nextOpen goes past an opening", {
    nextOpen: (at) => desk.nextOpen(desk.nextClose(at)),
  }),
  "days-as-defined": wrong("a cutoff makes nothing late", {
    addWorkingDays: (at, n, options) =>
      desk.addWorkingDays(at, n, options?.due === undefined ? {} : { due: options.due }),
  }),
  "provisional-as-defined": wrong("nothing is provisional", { isProvisional: () => false }),
  additivity: wrong("between is a millisecond too long", {
    between: (a, b) => longer(desk.between(a, b), 1),
  }),
  "wall-clock": wrong("between counts everything three times", {
    between: (a, b) => Duration.fromMillis(3 * desk.between(a, b).toMillis()),
  }),
  "add-inverse": wrong("add is a millisecond late", {
    add: (...given) => desk.add(...given).plus({ milliseconds: 1 }),
  }),
  "add-least": wrong("add goes on to the next opening", {
    add: (at, amount) => desk.add(at, amount, { tie: "next-open" }),
  }),
  "subtract-latest": wrong("subtract goes back to the last closing", {
    subtract: (at, amount) => {
      const since = desk.subtract(at, amount);
      return desk.isOpen(since.toMillis() - 1) ? since : desk.previousClose(since);
    },
  }),
  monotony: wrong("add is done at once with more than an hour", {
    add: (at, amount) => desk.add(at, msOf(amount) > 3_600_000 ? { hours: 0 } : amount),
  }),
  tie: wrong("add knows no ties", { add: (at, amount) => desk.add(at, amount) }),
  "next-edges": wrong("isOpen holds at a closing, too", {
    isOpen: (at) => desk.isOpen(at) || desk.previousClose(at).equals(desk.add(at, { hours: 0 })),
  }),
  "previous-edges": wrong("previousOpen is always before the instant", {
    previousOpen: (at) => desk.previousOpen(desk.add(at, { hours: 0 }).minus(1)),
  }),
  "periods-tile": wrong("periods leaves out the first", {
    periods: (a, b) => [...desk.periods(a, b)].slice(1).values(),
  }),
  "working-days-counted": wrong("workingDaysBetween counts the first day, too", {
    workingDaysBetween: (a, b) => desk.workingDaysBetween(a, b) + (desk.isWorkingDay(a) ? 1 : 0),
  }),
  "working-days-added": wrong("addWorkingDays adds one too many", {
    addWorkingDays: (at, n) => desk.addWorkingDays(at, n + 1),
  }),
  coverage: wrong("isWorkingDay guesses", {
    isWorkingDay: (date) => orElse(() => desk.isWorkingDay(date), true),
  }),
  "coverage-amounts": wrong("add stops at the end of the coverage", {
    add: (at, amount) => orElse(() => desk.add(at, amount), desk.coverage.end),
  }),
  "json-round-trip": wrong("its JSON forgets the lunch", {
    toJSON: () => ({ ...definition, hours: { weekdays: ["09:00-17:30"] } }),
  }),
  "zone-shift": wrong("it says that it is in Paris", { timeZone: "Europe/Paris" }),
  "set-algebra": wrong("union is the intersection", { union: (other) => desk.intersect(other) }),
  "inclusion-exclusion": wrong("intersect ignores the other", { intersect: () => desk }),
  "itself-and-the-whole": wrong("except takes nothing away", { except: () => desk }),
  "instant-forms": wrong("a DateTime elsewhere is read an hour late", {
    isOpen: (at) => desk.isOpen(DateTime.isDateTime(at) ? at.plus({ hours: 1 }) : at),
  }),
  "wall-times": wrong("wall time is read in UTC", {
    at: (wallTime) =>
      desk.add(`${wallTime.slice(0, 10)}T${wallTime.slice(11, 16) || "00:00"}Z`, { hours: 0 }),
  }),
  fingerprint: wrong("its fingerprint is that of the first day", {
    fingerprint: (span) => desk.fingerprint(span && { from: span.from, to: span.from }),
  }),
  timeline: ["its timeline never opens", wrongTimeline(desk, { isOpen: () => false })],
  "bulk-between": [
    "betweenMany has no sign",
    wrongTimeline(desk, {
      betweenMany: (a, b) => timeline.betweenMany(a, b).map((worked) => Math.abs(worked)),
    }),
  ],
  "bulk-add": [
    "addMany takes the first amount for all",
    wrongTimeline(desk, {
      addMany: (starts, amounts) =>
        timeline.addMany(starts, typeof amounts === "number" ? amounts : (amounts[0] ?? 0)),
    }),
  ],
};
