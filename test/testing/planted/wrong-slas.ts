import { Duration } from "luxon";
import {
  defineSla,
  type HistoryEvent,
  type Sla,
  type SlaReading,
  type Target,
} from "../../../src/index";
import { DESK, FIX, misreading, wrongClock } from "./broken";

export const sla = defineSla({
  ...DESK,
  targets: {
    fix: {
      ...FIX,
      escalations: [{ id: "manager", at: { share: 0.5 } }, { at: { before: { minutes: 30 } } }],
    },
  },
  milestones: {
    reminders: {
      startsOn: ["waiting"],
      cancelsOn: ["open"],
      steps: [{ id: "remind", title: "Reminder", after: { hours: 8, calendar: "support" } }],
    },
  },
});
// Its words are left open, as those of a policy that has been read.
export const fix: Target = sla.targets.fix;
export const years = { from: "2026-01-01T00:00:00Z", until: "2028-01-01T00:00:00Z" };

/** What a wrong target or policy does, and the members of the target and of the policy that do it. */
type Wrong = readonly [string, Partial<Target>, Partial<Sla>?];

/** A target that gives wrong readings. */
const misread = (what: string, wrong: (reading: SlaReading) => Partial<SlaReading>): Wrong => [
  what,
  misreading(fix, wrong),
];

const atOf = ({ at }: HistoryEvent) => String(at);

/** For each law, by its name, a target that breaks it. */
export const WRONG: Readonly<Record<string, Wrong>> = {
  amounts: misread("remaining is all of the allowance", ({ allowance }) => ({
    remaining: allowance,
  })),
  status: misread("what is paused is said to run", ({ status }) => ({
    status: status === "paused" ? "running" : status,
  })),
  instants: misread("breachedAt is an hour after asOf", ({ asOf, breachedAt }) => ({
    breachedAt: breachedAt && asOf.plus({ hours: 1 }),
  })),
  segments: misread("the first segment is missing", ({ segments }) => ({
    segments: Object.freeze(segments.slice(1)),
  })),
  "event-order": [
    "the event given last is lost",
    {
      track: (history: readonly HistoryEvent[], options) =>
        fix.track(history.slice(0, -1), options),
    },
  ],
  "one-instant": [
    "a severity written after the state of its instant is lost",
    {
      track: (history: readonly HistoryEvent[], options) =>
        fix.track(
          history.filter(
            (event, i) =>
              event.state !== undefined ||
              history.findIndex(({ at, state }) => at === event.at && state !== undefined) >= i ||
              history.every(({ at, state }) => at !== event.at || state === undefined),
          ),
          options,
        ),
    },
  ],
  "later-events": [
    "an event to come is taken to have happened",
    {
      track: (history, options) =>
        fix.track(history, {
          ...options,
          asOf: [...history.map(atOf), String(options.asOf)].sort().at(-1) ?? options.asOf,
        }),
    },
  ],
  "time-passes": misread("elapsed begins anew with each hour", ({ elapsed }) => ({
    elapsed: Duration.fromMillis(elapsed.toMillis() % 3_600_000),
  })),
  due: [
    "due knows no severities",
    { due: (startedAt, options) => fix.due(startedAt, { ...options, severity: "1" }) },
  ],
  bulk: misread("track alone says that all is provisional", () => ({ provisional: true })),
  follow: ["a saved clock is forgotten", { follow: () => fix.follow() }],
  causes: misread("a warning is said to have come as the ticket started", (reading) => ({
    warnings: Object.freeze(
      reading.warnings.map((warning) =>
        Object.freeze(warning.passed ? { ...warning, at: reading.startedAt } : warning),
      ),
    ),
  })),
  "late-events": [
    "a late event is lost",
    {
      follow: (options) => {
        const clock = fix.follow(options);
        return wrongClock(clock, {
          take: (event) => {
            try {
              clock.take(event);
            } catch {} // It comes late.
          },
        });
      },
    },
  ],
  "follow-numbers": [
    "a clock that keeps no working is forgotten",
    { follow: (options) => fix.follow(options?.keepWorking ? options : {}) },
  ],
  together: [
    "the clocks of a policy are forgotten",
    {},
    { follow: () => sla.follow({ targets: ["fix"] }) as ReturnType<Sla["follow"]> }, // Of any names.
  ],
  desk: [
    "a policy is written with another allowance",
    {},
    {
      toJSON: () => {
        const policy = sla.toJSON();
        const { fix: target } = policy.targets;
        const allowance = { hours: 1, calendar: "support" };
        return { ...policy, targets: { fix: { ...target, allowance } as typeof fix.definition } };
      },
    },
  ],
  obligations: [
    "no obligation is late",
    {},
    {
      obligations: (history, about) =>
        (sla as Sla) // Of any names.
          .obligations(history, about)
          .map((each) => ({ ...each, late: false })),
    },
  ],
  snapshot: [
    "an odd millisecond is read as the one before it",
    {
      track: (history, options) => {
        const atMs = Date.parse(String(options.asOf));
        return fix.track(history, { ...options, asOf: atMs - (atMs % 2) });
      },
    },
  ],
  "escalations-as-defined": misread("an escalation comes a minute late", ({ escalations }) => ({
    escalations: Object.freeze(
      escalations.map((each) => ({ ...each, at: each.at?.plus({ minutes: 1 }) ?? null })),
    ),
  })),
  working: misread("breaches are forgotten", () => ({ breaches: Object.freeze([]) })),
  "next-change": misread("the next change is an hour late", ({ nextChange }) => ({
    nextChange: nextChange && { ...nextChange, atMs: nextChange.atMs + 3_600_000 },
  })),
  immutable: [
    "readings can be changed",
    { track: (history, options) => ({ ...fix.track(history, options) }) },
  ],
  "clock-as-defined": misread(
    "a millisecond more was paused once the clock has run",
    (reading) => ({
      pausedFor: reading.pausedFor.plus(reading.elapsed.toMillis() > 0 ? 1 : 0),
    }),
  ),
  "warnings-as-defined": misread("a warning comes a minute late", ({ warnings }) => ({
    warnings: Object.freeze(
      warnings.map((warning) => ({
        ...warning,
        at: warning.at?.plus({ minutes: 1 }) ?? null,
      })),
    ),
  })),
  "due-as-defined": [
    "the last minute of an allowance is forgotten",
    { due: (startedAt, options) => fix.due(startedAt, options).minus({ minutes: 1 }) },
  ],
};
