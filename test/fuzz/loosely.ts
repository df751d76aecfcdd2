import fc from "fast-check";
import {
  alwaysOpen,
  defineCalendar,
  defineSla,
  type Target,
  type WorkingCalendar,
} from "../../src/index";

/** Calendars and a policy to ask, and a way of asking them as a program without types does. */

/** A function that takes what it is given. */
export type Loose = (...args: readonly unknown[]) => unknown;

/** A function called with what TypeScript would not let through. */
export function call(ask: unknown, ...args: readonly unknown[]): unknown {
  // Only functions of the library come here.
  return (ask as Loose)(...args);
}

/** A method called with what TypeScript would not let through. */
export function callOn(object: object, method: string, ...args: readonly unknown[]): unknown {
  return Reflect.apply(Reflect.get(object, method), object, args);
}

/** The first few items of an iterable; a span of centuries has too many. */
export function firstOf(iterable: unknown): unknown[] {
  const few: unknown[] = [];
  // Only what the library says is iterable comes here.
  for (const each of iterable as Iterable<unknown>) {
    few.push(each);
    if (few.length === 5) break;
  }
  return few;
}

/** The same for an asynchronous iterable. */
export async function firstOfStream(stream: unknown): Promise<unknown[]> {
  const few: unknown[] = [];
  // Only what the library says is a stream comes here.
  for await (const each of stream as AsyncIterable<unknown>) {
    few.push(each);
    if (few.length === 5) break;
  }
  return few;
}

// ---------------------------------------------------------------------------------------- what is asked

const office = defineCalendar({
  id: "office",
  timeZone: "Europe/London",
  hours: { weekdays: ["09:00-12:30", "13:15-17:00"], saturday: ["22:00-07:00"] },
  bankHolidays: "scotland",
});
const apia = defineCalendar({ timeZone: "Pacific/Apia", hours: { daily: ["00:00-24:00"] } });
const midnights = defineCalendar({ timeZone: "UTC", hours: { daily: ["23:30-00:30"] } });

const CALENDARS = {
  office,
  apia,
  combined: office.union(apia).except(midnights),
  never: defineCalendar({ timeZone: "UTC", hours: {} }),
  always: alwaysOpen("America/Sao_Paulo"),
} as const;

const states = { runs: ["open"], pauses: ["waiting"], stops: ["done"], cancels: ["void"] };

/** A policy with something of everything. */
export const DESK = defineSla({
  id: "desk",
  timeZone: "Europe/London",
  calendars: {
    office: office.toJSON(),
    always: { timeZone: "UTC", hours: { daily: ["00:00-24:00"] } },
  },
  severities: ["1", "2"],
  targets: {
    hours: { ...states, allowance: { hours: 8, calendar: "office" }, warnAt: [0.5, 1] },
    days: {
      ...states,
      allowance: { workingDays: 2, calendar: "office", cutoff: "12:00" },
      onReopen: "new-cycle",
    },
    civil: { ...states, allowance: { months: 3 }, onReopen: "continue", warnAt: [0.5] },
    graded: {
      ...states,
      allowance: { "1": { hours: 1, calendar: "always" }, "2": { calendarDays: 2 } },
      onSeverityChange: "retroactive",
      onReopen: "restart",
    },
  },
  milestones: {
    chase: {
      steps: [
        { id: "first", after: { hours: 8, calendar: "office" }, rollTo: "office" },
        { id: "last", after: { weeks: 1 }, from: "start" },
      ],
    },
  },
  windows: {
    complain: {
      anyOf: [
        [{ from: "incident", within: { months: 12 } }],
        [
          { from: "discovery", within: { months: 6 } },
          { from: "incident", of: "discovery", within: { months: 12 } },
        ],
      ],
    },
  },
  recurrences: {
    update: { every: { workingDays: 2, calendar: "office" } },
    report: { every: { months: 1 }, anchor: "grid" },
    minutes: { every: { minutes: 1, calendar: "office" }, anchor: "grid" },
  },
  eligibility: {
    escalate: {
      parameters: { close: 0.9 },
      anyOf: [
        { id: "a", title: "Said so", all: [{ fact: "said" }, { severityIn: ["1"] }] },
        { id: "b", title: "Close to it", all: [{ usedAtLeast: "close" }] },
      ],
    },
  },
  availability: { service: { calendar: "office", percent: 99.5, fixedMinutes: 58 } },
});

/** Calendars and targets by the names that the fuzzer reports. */
export const calendarNames = fc.constantFrom(...keysOf(CALENDARS));
export const targetNames = fc.constantFrom(...keysOf(DESK.targets));

export function calendarNamed(name: keyof typeof CALENDARS): WorkingCalendar {
  return CALENDARS[name];
}

export function targetNamed(name: keyof typeof DESK.targets): Target {
  return DESK.targets[name];
}

function keysOf<T extends object>(record: T): (keyof T)[] {
  // Both are written out above, and have no other keys.
  return Object.keys(record) as (keyof T)[];
}

/** The availability of November 2026; the input may replace the month. */
export function available(input: object): unknown {
  return call(DESK.availability.service, { month: "2026-11", ...input });
}
