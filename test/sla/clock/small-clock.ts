import type { Allowance, Measure, WorkClock } from "../../../src/sla/allowance/measure";
import { Clock } from "../../../src/sla/clock/clock";
import type { ClockRules, Role } from "../../../src/sla/clock/rules";
import { zoneNamed } from "../../../src/time/zone";

/** An amount of time, all of which counts; answers that reach beyond an instant are provisional. */
export function timeOf(amount: number, provisionalAfterMs = Number.POSITIVE_INFINITY): Allowance {
  return allowanceBy({
    unit: "milliseconds",
    work: null,
    allowance: amount,
    between: (a, b) => b - a,
    add: (a, more) => a + more,
    isProvisional: (untilMs) => untilMs > provisionalAfterMs,
    split: () => [],
  });
}

/** A number of days of 100 each, used up at their ends; all time in them is worked, unless another clock is given. */
export function daysOf(days: number, work: WorkClock = ALL_TIME): Allowance {
  const day = (ms: number) => Math.floor(ms / 100);
  return allowanceBy({
    unit: "days",
    work,
    allowance: days,
    between: (a, b) => day(b) - day(a),
    add: (a, more) => (more > 0 ? (day(a) + more) * 100 : a),
    isProvisional: () => false,
    split: () => [],
  });
}

const ALL_TIME: WorkClock = { between: (a, b) => b - a, add: (a, more) => a + more };

function allowanceBy(measure: Measure): Allowance {
  const { unit } = measure;
  return { zone: zoneNamed("UTC"), basis: unit, from: () => measure, isOpen: () => true };
}

/** Severity 1 has 100, severity 2 has 50, severity 3 has none, and the severity may be unknown. */
const bySeverity = new Map([
  ["1", timeOf(100)],
  ["2", timeOf(50)],
]);
export const rules: ClockRules = {
  tie: "close",
  atDue: "met",
  onSeverityChange: "carry-elapsed",
  onReopen: "resume",
  onLateReopen: "new-cycle",
  onceBreached: "rejudge",
  dayPauses: "day-ends",
  agreedDates: "replaces",
  onUnknownState: "refuse",
  allowanceFor: (severity) => bySeverity.get(severity ?? "") as Allowance,
  promiseFor: (severity) => (severity === null ? "ungraded" : (bySeverity.get(severity) ?? "none")),
  bySeverity: () => bySeverity,
  ranks: new Map([
    ["1", 0],
    ["2", 1],
    ["3", 2],
  ]),
  reopenWithin: null,
  pauseLimit: null,
  alerts: [],
};

/** What happened at an instant: severities, agreed dates such as `due 30` or `due -`, and states. */
export type Happening = readonly [atMs: number, ...what: readonly string[]];
const ROLES: Readonly<Record<string, Role>> = {
  open: "runs",
  wait: "pauses",
  done: "stops",
  void: "cancels",
};

/** Lets a clock take what happened. */
export function take(clock: Clock, ...happened: readonly Happening[]): Clock {
  for (const [atMs, ...what] of happened) {
    clock.advance(atMs);
    for (const word of what) {
      if (/^\d$/.test(word)) clock.grade(word);
      else if (word.startsWith("due "))
        clock.agree(word === "due -" ? null : Number(word.slice(4)));
      else clock.enter(word, ROLES[word]);
    }
  }
  return clock;
}

/** A new clock that has taken what happened. */
export const clockOf = (more: Partial<ClockRules>, ...happened: readonly Happening[]) =>
  take(new Clock({ ...rules, ...more }), ...happened);
/** The irregularities of a clock, each with its instant. */
export const odd = (clock: Clock) => clock.past.oddities.map(({ kind, atMs }) => [kind, atMs]);

/** The rules of a target that has one allowance for every severity. */
export const singleOf = (
  allowance: Allowance,
  more: Partial<ClockRules> = {},
): Partial<ClockRules> => ({
  allowanceFor: () => allowance,
  promiseFor: () => allowance,
  bySeverity: () => null,
  ...more,
});

/** The rules of a target that has these allowances by severity. */
export const gradedOf = (
  allowances: Readonly<Record<string, Allowance>>,
  more: Partial<ClockRules> = {},
): Partial<ClockRules> => ({
  allowanceFor: (severity) => allowances[severity ?? ""] as Allowance,
  promiseFor: (severity) => (severity === null ? "ungraded" : (allowances[severity] ?? "none")),
  bySeverity: () => new Map(Object.entries(allowances)),
  ...more,
});
