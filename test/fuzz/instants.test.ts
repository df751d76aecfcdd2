import fc from "fast-check";
import { describe, it } from "vitest";
import {
  explain,
  historyColumns,
  type InstantLike,
  nhsLogin,
  nhsLoginProblemFixDue,
  type SlaReading,
  toJiraSla,
  toServiceNowTaskSla,
} from "../../src/index";
import { holds, holdsLater, outcome, outcomeOf } from "./doors";
import { type Gift, instants, numbers } from "./hostile";
import {
  available,
  calendarNamed,
  calendarNames,
  call,
  callOn,
  DESK,
  firstOf,
  firstOfStream,
  targetNamed,
  targetNames,
} from "./loosely";

/** A door at which an instant is given to a calendar or a target. */
type Door = readonly [name: string, ask: (asked: object, at: unknown) => unknown];

const OF_CALENDARS: readonly Door[] = [
  ["isOpen", (calendar, at) => callOn(calendar, "isOpen", at)],
  ["isWorkingDay", (calendar, at) => callOn(calendar, "isWorkingDay", at)],
  ["hoursOn", (calendar, at) => callOn(calendar, "hoursOn", at)],
  ["reasonFor", (calendar, at) => callOn(calendar, "reasonFor", at)],
  ["add", (calendar, at) => callOn(calendar, "add", at, { hours: 40 })],
  ["subtract", (calendar, at) => callOn(calendar, "subtract", at, { hours: 40 })],
  ["between, first", (calendar, at) => callOn(calendar, "between", at, 0)],
  ["between, second", (calendar, at) => callOn(calendar, "between", 0, at)],
  ["nextOpen", (calendar, at) => callOn(calendar, "nextOpen", at)],
  ["nextClose", (calendar, at) => callOn(calendar, "nextClose", at)],
  ["previousOpen", (calendar, at) => callOn(calendar, "previousOpen", at)],
  ["previousClose", (calendar, at) => callOn(calendar, "previousClose", at)],
  ["addWorkingDays", (calendar, at) => callOn(calendar, "addWorkingDays", at, 3)],
  [
    "addWorkingDays, back and by a cutoff",
    (calendar, at) =>
      callOn(calendar, "addWorkingDays", at, -3, { cutoff: "12:00", due: "same-time" }),
  ],
  ["workingDaysBetween, first", (calendar, at) => callOn(calendar, "workingDaysBetween", at, 0)],
  ["workingDaysBetween, second", (calendar, at) => callOn(calendar, "workingDaysBetween", 0, at)],
  ["isProvisional", (calendar, at) => callOn(calendar, "isProvisional", at)],
  ["at", (calendar, at) => callOn(calendar, "at", at)],
  ["periods, first", (calendar, at) => firstOf(callOn(calendar, "periods", at, 0))],
  ["periods, second", (calendar, at) => firstOf(callOn(calendar, "periods", 0, at))],
];

describe("an instant given to a calendar", () => {
  it.each(OF_CALENDARS)("%s", (_, ask) => {
    holds(fc.tuple(calendarNames, instants), ([name, at]) => {
      const calendar = calendarNamed(name);
      outcome(() => ask(calendar, at.make()));
    });
  });
});

const OPEN = { at: 0, state: "open", severity: "1" };

const OF_TARGETS: readonly Door[] = [
  ["due", (target, at) => callOn(target, "due", at, { severity: "1" })],
  ["track, asOf", (target, at) => callOn(target, "track", [OPEN], { asOf: at })],
  ["track, asOf of no events", (target, at) => callOn(target, "track", [], { asOf: at })],
  [
    "trackMany, asOf",
    (target, at) =>
      firstOf(callOn(target, "trackMany", [{ ticket: "T", events: [] }], { asOf: at })),
  ],
  ["follow, take and read", followed],
];

/** A clock that takes two events, the second at an instant, and is read there. */
function followed(target: object, at: unknown): unknown {
  // A clock is an object.
  const clock = callOn(target, "follow") as object;
  callOn(clock, "take", OPEN);
  callOn(clock, "take", { at, state: "waiting" });
  return callOn(clock, "read", at);
}

describe("an instant given to a target", () => {
  it.each(OF_TARGETS)("%s", (_, ask) => {
    holds(fc.tuple(targetNames, instants), ([name, at]) => {
      const target = targetNamed(name);
      outcome(() => ask(target, at.make()));
    });
  });

  const histories = fc
    .array(
      fc.record({
        at: instants,
        state: fc.constantFrom("open", "waiting", "done", "void"),
        severity: fc.constantFrom("1", "2"),
      }),
      { maxLength: 5 },
    )
    .map((events) => () => {
      // Whatever the gifts are, they stand where instants should.
      const at = (gift: Gift) => gift.make() as InstantLike;
      return events.map((event) => ({ ...event, at: at(event.at) }));
    });

  it("in a history that is tracked", () => {
    holds(fc.tuple(targetNames, histories, numbers), ([name, make, asOf]) => {
      const target = targetNamed(name);
      const reading = outcome(() => target.track(make(), { asOf }));
      if ("value" in reading && isShort(reading.value)) {
        outcome(() => [...reading.value.segments]);
        outcome(() => explain(reading.value));
        outcome(() => [toJiraSla(reading.value), toServiceNowTaskSla(reading.value)]);
      }
      const tickets = [{ ticket: "T", events: make() }];
      outcome(() => firstOf(callOn(target, "trackMany", tickets, { asOf })));
    });
  });

  it("in columns", () => {
    holds(fc.tuple(targetNames, histories, numbers), ([name, make, asOf]) => {
      const target = targetNamed(name);
      const columns = outcome(() => call(historyColumns, [{ ticket: "T", events: make() }]));
      if ("value" in columns) outcome(() => callOn(target, "trackMany", columns.value, { asOf }));
    });
  });

  it("in a stream", async () => {
    await holdsLater(fc.tuple(targetNames, histories, instants), async ([name, make, asOf]) => {
      const target = targetNamed(name);
      const events = make().map((event) => ({ ...event, ticket: "T" }));
      const options = { asOf: asOf.make(), closedBy: ["done"] };
      await outcomeOf(() => firstOfStream(callOn(target, "trackStream", events, options)));
    });
  });
});

/** Whether a ticket's life is short enough to be told day by day. */
function isShort({ wallElapsed }: SlaReading): boolean {
  return Math.abs(wallElapsed.toMillis()) < 3 * 366 * 86_400_000;
}

const { chase } = DESK.milestones;
const { complain } = DESK.windows;
const { update, report, minutes } = DESK.recurrences;
const login = nhsLogin();

const OF_OTHERS: readonly (readonly [string, (at: unknown) => unknown])[] = [
  ["a milestone, its start", (at) => call(chase, at)],
  ["a milestone, until", (at) => call(chase, 0, { until: at })],
  ["a window, its start", (at) => call(complain, at)],
  ["a window, by name", (at) => call(complain, { incident: 0, discovery: at })],
  ["a window, asOf", (at) => call(complain, { incident: 0 }, { asOf: at })],
  ["a recurrence, its start", (at) => call(update, at, { asOf: 0 })],
  ["a recurrence, asOf", (at) => call(update, 0, { asOf: at })],
  ["a recurrence, done", (at) => call(update, 0, { asOf: 1e12, done: [at] })],
  ["a recurrence, until", (at) => call(update, 0, { asOf: 0, until: at })],
  ["a grid, its start", (at) => call(report, at, { asOf: 1.8e12 })],
  ["a grid, asOf", (at) => call(report, 1.7e12, { asOf: at, done: [1.75e12] })],
  ["a grid of minutes, asOf", (at) => call(minutes, 1.7e12, { asOf: at })],
  ["availability, from", (at) => available({ outages: [{ from: at, to: 1.8e12 }] })],
  ["availability, to", (at) => available({ outages: [{ from: 1.7e12, to: at }] })],
  [
    "availability, maintenance",
    (at) => available({ outages: [], maintenance: [{ from: at, to: at }] }),
  ],
  [
    "a problem, when it was recorded",
    (at) => call(nhsLoginProblemFixDue, login, at, { severity: "1" }),
  ],
  [
    "a problem, its release",
    (at) => call(nhsLoginProblemFixDue, login, 1.8e12, { severity: "1", agreedReleaseAt: at }),
  ],
];

describe("an instant given to another part of a policy", () => {
  it.each(OF_OTHERS)("%s", (_, ask) => {
    holds(instants, (at) => {
      outcome(() => ask(at.make()));
    });
  });
});
