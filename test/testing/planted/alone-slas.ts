import {
  defineSla,
  type HistoryEvent,
  type Obligation,
  type PolicyDefinition,
  type Sla,
  type SlaReading,
  type Target,
} from "../../../src/index";
import type { Alone } from "./alone";
import { DESK, FIX, misreadingThroughout, wrongReading, wrongSla } from "./broken";
import { deskWith } from "./posing-slas";
import { fix, sla, years } from "./wrong-slas";

/**
 * For a law, a policy that every other law passes. Some have a fault in the library itself, beneath every door, and a
 * promise that no law replays: an agreed date alone.
 */

/** A policy that promises agreed dates alone, so only the laws of consistency judge its readings. */
const agreed = (changes: Partial<PolicyDefinition["targets"][string]> = {}): Sla =>
  defineSla({ ...DESK, targets: { fix: { ...FIX, allowance: "agreed", warnAt: [], ...changes } } });

/** A policy of which one severity is promised an agreed date alone, so no law replays the other. */
const half = defineSla({
  ...DESK,
  targets: { fix: { ...FIX, allowance: { ...FIX.allowance, "2": "agreed" } } },
});

/** The target of the desk, with the readings of `track` and of its clocks changed. */
const misread = (wrong: (reading: SlaReading) => Partial<SlaReading>): Sla =>
  wrongSla(
    sla,
    fix,
    misreadingThroughout(fix, (reading) => wrongReading(reading, wrong(reading))),
  );

/** The policy, with another judgement of what a ticket has begun beside its targets. */
const obliged = (
  wrong: (each: Obligation, history: readonly HistoryEvent[], asOf: string) => Partial<Obligation>,
): Sla => ({
  ...(sla as Sla), // Of any names.
  targets: { fix },
  obligations: (history, options) =>
    (sla as Sla) // Of any names.
      .obligations(history, options)
      .map((each) =>
        each.kind === "target" ? each : { ...each, ...wrong(each, history, String(options.asOf)) },
      ),
});

const atOf = ({ at }: HistoryEvent) => String(at);
const isUnsorted = (history: readonly HistoryEvent[], asOf: string) =>
  history
    .map(atOf)
    .filter((at) => at <= asOf)
    .some((at, i, all) => at < (all[i - 1] ?? at));

/** A state that runs, in a row behind one that matches whatever it matches. */
const shadowed = defineSla({
  ...DESK,
  states: ["parked", "open", "waiting", "done"],
  derive: [
    { state: "parked", when: { type: ["fault"] } },
    { state: "open", when: { type: ["fault"], waitsFor: ["us"] } },
    { state: "open", when: { type: ["question"] } },
  ],
  targets: { fix: FIX },
});

/** The clock of some choices that says it is of others, whoever asks. */
function posing(as: Parameters<typeof deskWith>[0], other: Parameters<typeof deskWith>[0]): Sla {
  const [right, wrong] = [deskWith(as), deskWith(other)];
  const { definition } = right.targets.fix;
  return wrongSla(wrong, wrong.targets.fix as Target, { definition });
}

const HOUR_MS = 3_600_000;
/** Whether time counted under several severities. */
const isRegraded = (segments: SlaReading["segments"]) =>
  new Set(segments.flatMap(({ severity, why }) => (why === "counted" ? severity : []))).size > 1;
const inMs = (at: SlaReading["asOf"]) => ({ at, atMs: at.toMillis() });

export const ALONE_SLAS: Readonly<Record<string, Alone<Sla>>> = {
  amounts: {
    what: "the library rounds the share that has elapsed",
    fault: {
      reading: ({ percentElapsed }) => ({
        percentElapsed: percentElapsed === null ? null : Math.round(percentElapsed),
      }),
    },
    make: () => half,
  },
  status: {
    what: "the library says that a paused ticket runs",
    fault: {
      reading: ({ status }) => ({ status: status === "paused" ? "running" : status }),
    },
    make: () => half,
  },
  instants: {
    what: "the library says that a ticket was due an hour before it started",
    fault: {
      reading: ({ startedAtMs }) => ({
        originalDueAtMs: startedAtMs === null ? null : startedAtMs - HOUR_MS,
      }),
    },
    make: () => agreed(),
  },
  segments: {
    what: "the last segment is left out, if nothing counted in it",
    make: () =>
      misread(({ segments }) => {
        const isLast = segments.at(-1)?.counted.toMillis() === 0;
        return { segments: isLast ? Object.freeze(segments.slice(0, -1)) : segments };
      }),
  },
  "one-instant": {
    what: "the library takes the fields of the first row of an instant alone",
    fault: { instant: (events) => events.slice(0, 1) },
    make: () => agreed({ when: { type: ["fault"], customer: ["A"] } }),
  },
  "event-order": {
    what: "reminders have another title if the history is not in order",
    make: () =>
      obliged(({ title }, history, asOf) => ({
        title: isUnsorted(history, asOf) ? "Another title" : title,
      })),
  },
  "later-events": {
    what: "reminders have another title if the ticket goes on after asOf",
    make: () =>
      obliged(({ title }, history, asOf) => ({
        title: history.some((event) => atOf(event) > asOf) ? "Another title" : title,
      })),
  },
  "time-passes": {
    what: "the library forgets the whole hours of a pause",
    fault: { reading: ({ pausedFor }) => ({ pausedFor: pausedFor % HOUR_MS }) },
    make: () => half,
  },
  due: {
    what: "due is a minute late, where no law replays the promise",
    make: () =>
      wrongSla(half, half.targets.fix as Target, {
        due: (startedAt, options) =>
          half.targets.fix.due(startedAt, options as object).plus({ minutes: 1 }),
      }),
  },
  "due-as-defined": {
    what: "due is a minute late, where no field starts the clock",
    make: () => {
      const target = shadowed.targets.fix as Target;
      return wrongSla(shadowed, target, {
        due: (startedAt, options) => target.due(startedAt, options).plus({ minutes: 1 }),
      });
    },
  },
  causes: {
    what: "after a change of severity its warnings came as the ticket started",
    make: () =>
      misread(({ warnings, startedAt, segments }) => ({
        warnings: isRegraded(segments)
          ? Object.freeze(
              warnings.map((each) =>
                Object.freeze(each.passed && startedAt ? { ...each, ...inMs(startedAt) } : each),
              ),
            )
          : warnings,
      })),
  },
  immutable: {
    what: "the list of segments can be changed",
    make: () => misread(({ segments }) => ({ segments: [...segments] })),
  },
  "clock-as-defined": {
    what: "stopped when due is always met, whoever asks",
    make: () => posing({ atDue: "breached" }, { atDue: "met" }),
  },
  "escalations-as-defined": {
    what: "an escalation that is yet to come is told a minute late",
    make: () =>
      misread(({ escalations }) => ({
        escalations: Object.freeze(
          escalations.map((each) =>
            Object.freeze(
              each.passed || !each.at ? each : { ...each, ...inMs(each.at.plus(60_000)) },
            ),
          ),
        ),
      })),
  },
  working: {
    what: "its readings forget their breaches",
    make: () => misread(() => ({ breaches: Object.freeze([]) })),
  },
  "next-change": {
    what: "it is said an hour late when a reminder comes",
    make: () =>
      obliged(({ nextChange }) => ({
        nextChange: nextChange && {
          ...nextChange,
          at: nextChange.at.plus({ hours: 1 }),
          atMs: nextChange.atMs + HOUR_MS,
        },
      })),
  },
};

export { years as YEARS };
