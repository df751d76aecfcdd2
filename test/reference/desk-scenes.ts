import type { Duration } from "luxon";
import {
  type AllowanceDefinition,
  defineSla,
  type HistoryEvent,
  type Target,
  type TargetDefinition,
} from "../../src/index";
import { week } from "./desk";
import { read } from "./scenes";
import {
  type SlowEvent,
  type SlowReading,
  type SlowTarget,
  slowCycles,
  slowReading,
  slowTarget,
  slowWarnings,
} from "./sla-clock";
import { HOUR } from "./wall-time";
import { referenceOf } from "./working-time";

/**
 * Tickets of a small desk, each in one line, such as `graded onReopen=continue | 9 open 1 | 13 waiting | 17 due 30`.
 * The line names the allowance and the choices of the target, then what happened at which hour, counted from midnight
 * before Monday 16 November 2026 in UTC. The office is open from 9 to 17 on weekdays, so from 9 to 17, 33 to 41 and so
 * on. `due 30` agrees on an hour, and `due -` takes it back.
 */

const MONDAY = Date.parse("2026-11-16T00:00:00Z");
const HOURS = {
  office: { weekdays: ["09:00-17:00"] },
  always: { daily: ["00:00-24:00"] },
} as const;

const hours = (amount: number, calendar: "office" | "always" = "office"): AllowanceDefinition => ({
  hours: amount,
  calendar,
});
const workingDays = (amount: number): AllowanceDefinition => ({
  workingDays: amount,
  calendar: "office",
});

/** The allowances by their names. */
const ALLOWANCES = {
  /** One allowance for every severity. */
  eight: hours(8),
  graded: { "1": hours(4), "2": hours(8), "3": null },
  "two-calendars": { "1": hours(4), "2": hours(8, "always"), "3": null },
  days: workingDays(2),
  "graded-days": { "1": workingDays(1), "2": workingDays(3), "3": null },
  mixed: { "1": hours(4), "2": workingDays(1), "3": null },
} as const satisfies Readonly<Record<string, TargetDefinition["allowance"]>>;

/** The names of the allowances. */
export const ALLOWANCE_NAMES = Object.keys(ALLOWANCES);

/** A ticket of the small desk, for the library and for the slow clock. */
export interface DeskScene {
  readonly target: Target;
  readonly slow: SlowTarget;
  readonly history: readonly HistoryEvent[];
  readonly slowHistory: readonly SlowEvent[];
  /** When to read its clock: at each event, and one hour, a day and several days after the last. */
  readonly asOf: readonly number[];
}

const targets = new Map<string, Pick<DeskScene, "target" | "slow">>();

/** The ticket that a line describes. */
export function deskScene(line: string): DeskScene {
  const [terms = "", ...happened] = line.split("|").map((part) => part.trim());
  const made = targets.get(terms) ?? targetOf(terms);
  targets.set(terms, made);
  const slowHistory = happened.map(eventOf);
  const lastMs = Math.max(...slowHistory.map(({ atMs }) => atMs));
  const history = slowHistory.map(({ atMs, dueMs, ...event }) => ({
    at: atMs,
    ...event,
    ...(dueMs === undefined ? {} : { dueAt: dueMs }),
  }));
  const asOf = [
    ...slowHistory.map(({ atMs }) => atMs),
    ...[1, 30, 100].map((more) => lastMs + more * HOUR),
  ];
  return { ...made, history, slowHistory, asOf: [...new Set(asOf)] };
}

function targetOf(terms: string): Pick<DeskScene, "target" | "slow"> {
  const [name = "", ...choices] = terms.split(" ");
  const allowance: unknown = Reflect.get(ALLOWANCES, name);
  if (allowance === undefined) throw new Error(`no allowance ${name}`);
  const definition = {
    allowance,
    runs: ["open"],
    pauses: ["waiting"],
    stops: ["done"],
    cancels: ["void"],
    warnAt: [0.5, 1],
    ...Object.fromEntries(choices.map(choiceOf)),
  } as TargetDefinition; // defineSla checks it.
  const desk = defineSla({
    id: "desk",
    timeZone: "UTC",
    calendars: { office: week(HOURS.office), always: week(HOURS.always) },
    severities: ["1", "2", "3"],
    targets: { fix: definition },
  });
  return { target: desk.targets.fix, slow: slowTarget(definition, referenceNamed, "UTC") };
}

/** A choice such as `atDue=breached`; limits are amounts of hours on a calendar, as in `pauseLimit=4-office`. */
function choiceOf(text: string): readonly [string, unknown] {
  const [name = "", value = ""] = text.split("=");
  if (name !== "pauseLimit" && name !== "reopenWithin") return [name, value];
  const [amount, calendar] = value.split("-");
  return [name, { hours: Number(amount), calendar }];
}

function eventOf(text: string): SlowEvent {
  const [hour, ...words] = text.split(" ");
  const atMs = hourMs(hour);
  const due = words.indexOf("due");
  const state = words.find((word) => /^(?:open|waiting|done|void)$/.test(word));
  const severity = words.slice(0, due === -1 ? undefined : due).find((word) => /^\d$/.test(word));
  return {
    atMs,
    ...(state === undefined ? {} : { state }),
    ...(severity === undefined ? {} : { severity }),
    ...(due === -1 ? {} : { dueMs: words[due + 1] === "-" ? null : hourMs(words[due + 1]) }),
  };
}

function hourMs(hour: string | undefined): number {
  return MONDAY + Number(hour) * HOUR;
}

const references = new Map<string, ReturnType<typeof referenceOf>>();

function referenceNamed(name: string) {
  const hours = name === "office" ? HOURS.office : HOURS.always;
  const reference =
    references.get(name) ?? referenceOf({ id: name, timeZone: "UTC", hours }, MONDAY);
  references.set(name, reference);
  return { reference, publishedUntilMs: Number.POSITIVE_INFINITY };
}

/** What the slow clock says of a ticket as of each instant, and at the end of its cycles and warnings. */
export function slowly({ slow, slowHistory, asOf }: DeskScene) {
  const endMs = Math.max(...asOf);
  const readings = asOf.map((ms) => slowReading(slow, slowHistory, ms));
  const warned = slowWarnings(slow, slowHistory, endMs);
  // What an agreed date makes of the shares is tried by hand.
  const isTried = slowHistory.some(({ dueMs }) => dueMs !== undefined) || warned.length === 0;
  return {
    readings,
    earlier: slowCycles(slow, slowHistory, endMs).map(verdictOf),
    warned: isTried ? null : warned,
  };
}

/** What the library says of the same. */
export function quickly({ target, history, asOf }: DeskScene) {
  const { cycles, warnings } = target.track(history, { asOf: Math.max(...asOf) });
  return {
    readings: asOf.map((ms) => read(target, history, { asOf: ms })),
    earlier: cycles.slice(0, -1).map((cycle) =>
      verdictOf({
        status: cycle.status,
        severity: cycle.severity,
        startedAtMs: cycle.startedAt.toMillis(),
        originalDueAtMs: cycle.originalDueAt?.toMillis() ?? null,
        dueAtMs: cycle.dueAt?.toMillis() ?? null,
        breachedAtMs: cycle.breachedAt?.toMillis() ?? null,
        stoppedAtMs: cycle.stoppedAt?.toMillis() ?? null,
        allowance: cycle.allowance && amountOf(cycle.allowance),
        elapsed: amountOf(cycle.elapsed),
        pausedFor: amountOf(cycle.pausedFor),
      }),
    ),
    warned: warnings.map(({ at, passed }) => (passed ? (at?.toMillis() ?? null) : null)),
  };
}

type Verdict = Pick<
  SlowReading,
  | "status"
  | "severity"
  | "startedAtMs"
  | "originalDueAtMs"
  | "dueAtMs"
  | "breachedAtMs"
  | "stoppedAtMs"
  | "allowance"
  | "elapsed"
  | "pausedFor"
>;

function verdictOf(verdict: Verdict): Verdict {
  const { status, severity, startedAtMs, originalDueAtMs, dueAtMs, breachedAtMs } = verdict;
  const { stoppedAtMs, allowance, elapsed, pausedFor } = verdict;
  return {
    status,
    severity,
    startedAtMs,
    originalDueAtMs,
    dueAtMs,
    breachedAtMs,
    stoppedAtMs,
    allowance,
    elapsed,
    pausedFor,
  };
}

/** A length as a number, whether it is in milliseconds or in days. */
function amountOf(length: Duration): number {
  const [[, value] = ["", 0]] = Object.entries(length.toObject());
  return value;
}
