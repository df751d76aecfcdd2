import { alwaysOpen } from "../calendar/define-calendar";
import { checkKeys, given } from "../input/options";
import { show, showNames } from "../input/show";
import type { Choices, SomeChoices } from "../sla/clock/choices";
import type { Sla } from "../sla/sla";
import type { SeverityPromise } from "../sla/target/definition";
import { type InstantLike, toEpochMs } from "../time/instant";
import { CoreHoursError, isoOf } from "../timeline/errors";
import { targetNamed } from "./arbitraries/asked-target";
import {
  comparable,
  type ExpectedPromise,
  isForAll,
  isPromise,
  promisesInWords,
} from "./expected-promises";
import { checkSlaGiven } from "./given";
import { LawError, untried } from "./law-error";
import { placeOf } from "./place";

/** What the states of a ticket do to a clock. A list that is left out is not looked at. */
export interface ExpectedStates {
  readonly runs?: readonly string[] | undefined;
  readonly pauses?: readonly string[] | undefined;
  readonly stops?: readonly string[] | undefined;
  readonly cancels?: readonly string[] | undefined;
}

/** A ticket whose due instant was worked out by hand. */
export interface ExpectedStart {
  /** When the clock starts: ISO text with its offset, epoch milliseconds, or a DateTime. */
  readonly at: InstantLike;
  /** Its severity, if the promise depends on it. */
  readonly severity?: string | undefined;
}

/** Claims about a policy. Each claim returns the same object, for the next claim. */
export interface PolicyExpectations {
  /**
   * Claims that the policy has exactly these targets, in any order.
   *
   * @param targets their names
   * @throws {LawError} with the targets that it has.
   */
  readonly hasTargets: (...targets: readonly string[]) => PolicyExpectations;
  /**
   * Claims what a target promises. It catches a slip such as 4 days for 4 hours, and a severity that was left out.
   *
   * @param target its name
   * @param promised one amount for all, or one for each severity, all of them: `{ "1": { hours: 4 }, "2": null }`
   * @throws {LawError} with what it promises.
   */
  readonly promises: (
    target: string,
    promised: ExpectedPromise | Readonly<Record<string, ExpectedPromise>>,
  ) => PolicyExpectations;
  /**
   * Claims that every severity of the policy is promised something by these targets.
   *
   * @param targets their names; without any, every target is looked at
   * @throws {LawError} with the first severity that is promised nothing.
   */
  readonly everySeverityHas: (...targets: readonly string[]) => PolicyExpectations;
  /**
   * Claims that no severity is due before a worse one that starts at the same instant. The policy lists the worst
   * severity first. It catches 80 hours for 8, and severities in the wrong order.
   *
   * @param target its name
   * @param at when both start
   * @throws {LawError} with the first severity that is due before a worse one.
   */
  readonly worseIsSooner: (target: string, at: InstantLike) => PolicyExpectations;
  /**
   * Claims on which calendar every promise of a target is counted.
   *
   * @param target its name
   * @param calendar its name in the policy; null if every day counts
   * @throws {LawError} with the first promise that is counted on another calendar.
   */
  readonly countsOn: (target: string, calendar: string | null) => PolicyExpectations;
  /**
   * Claims what the states of a ticket do to a target's clock, each list whole and in any order.
   *
   * @param target its name
   * @param states such as `{ pauses: ["waiting"], stops: ["resolved", "closed"] }`
   * @throws {LawError} with the states that it has.
   */
  readonly hasStates: (target: string, states: ExpectedStates) => PolicyExpectations;
  /**
   * Claims which choices a target has made, by itself or by default.
   *
   * @param target its name
   * @param choices such as `{ onReopen: "resume", atDue: "met" }`
   * @throws {LawError} with the first choice that is another.
   */
  readonly chooses: (target: string, choices: SomeChoices) => PolicyExpectations;
  /**
   * Claims a due instant that was worked out by hand.
   *
   * @param target its name
   * @param start when the clock starts, and perhaps the severity
   * @param dueAt when the target is due
   * @throws {LawError} with the instant at which it is due.
   * @throws {CoreHoursError} as `target.due` does.
   */
  readonly isDue: (target: string, start: ExpectedStart, dueAt: InstantLike) => PolicyExpectations;
}

const LISTS = ["runs", "pauses", "stops", "cancels"] as const;

/**
 * States in your own tests what a policy should be. A slip in its definition that still gives a valid policy then
 * fails there.
 *
 * @throws {CoreHoursError} `not-an-sla` if it is not a policy; `target-unknown` if a claim names a target that it
 *   does not have.
 * @example
 * expectPolicy(desk)
 *   .hasTargets("fix")
 *   .promises("fix", { "1": { hours: 4 }, "2": { hours: 8 } })
 *   .everySeverityHas("fix")
 *   .worseIsSooner("fix", "2026-11-02T09:00:00Z")
 *   .countsOn("fix", "office")
 *   .hasStates("fix", { runs: ["open"], pauses: ["waiting"], stops: ["done"] })
 *   .chooses("fix", { onReopen: "resume" })
 *   .isDue("fix", { at: "2026-11-06T16:00:00Z", severity: "1" }, "2026-11-09T12:00:00Z");
 */
export function expectPolicy(sla: Sla): PolicyExpectations {
  checkSlaGiven(sla, "expectPolicy");
  const place = placeOf(Object.values(sla.calendars)[0] ?? alwaysOpen("UTC"));
  const subject = `policy "${sla.id}"`;
  const broken = (law: string, title: string, example: object, why: string) =>
    new LawError({ law, title, subject, counterexample: example, seed: null }, why, place);
  const targetOf = (name: string) => targetNamed(sla, name);
  const expectations: PolicyExpectations = Object.freeze({
    hasTargets: (...targets) => {
      const names = Object.keys(sla.targets);
      if (sameWords(names, targets)) return expectations;
      const title = `its targets are ${showNames(targets)}`;
      throw broken("hasTargets", title, {}, `its targets are ${showNames(names)}`);
    },
    promises: (name, promised) => {
      const { promises } = targetOf(name);
      const expected = expectedOf(promised);
      const title = `target "${name}" promises ${show(promised)}`;
      const isSame =
        expected.length === promises.length &&
        expected.every(([severity, promise]) => {
          const own = promises.find((each) => each.severity === severity);
          return own !== undefined && comparable(own.allowance) === comparable(promise);
        });
      if (isSame) return expectations;
      throw broken("promises", title, {}, `it promises ${promisesInWords(promises)}`);
    },
    everySeverityHas: (...names) => {
      const title = "every severity is promised something";
      for (const name of names.length > 0 ? names : Object.keys(sla.targets)) {
        const { promises, severities } = targetOf(name);
        if (!severities) {
          throw untried({ title, subject }, "The policy lists no severities.");
        }
        const missing = [...severities].find((severity) => !isPromised(promises, severity));
        if (missing === undefined) continue;
        const why = `target "${name}" promises ${promisesInWords(promises)}`;
        throw broken("everySeverityHas", title, { target: name, severity: missing }, why);
      }
      return expectations;
    },
    worseIsSooner: (name, at) => {
      const target = targetOf(name);
      const title = `no severity of target "${name}" is due before a worse one`;
      const graded = [...(target.severities ?? [])].filter((severity) =>
        isMeasured(target.promises, severity),
      );
      if (graded.length < 2) {
        throw untried({ title, subject }, "Fewer than two severities are promised an amount.");
      }
      const dues = graded.map((severity) => ({
        severity,
        dueMs: target.due(at, { severity }).toMillis(),
      }));
      for (const [i, { severity, dueMs }] of dues.entries()) {
        const worse = dues[i - 1];
        if (!worse || worse.dueMs <= dueMs) continue;
        const example = { at: isoOf(toEpochMs(at)), worse: worse.severity, severity };
        const why = `severity ${show(severity)} is due at ${isoOf(dueMs)}, and severity ${show(worse.severity)} at ${isoOf(worse.dueMs)}`;
        throw broken("worseIsSooner", title, example, why);
      }
      return expectations;
    },
    countsOn: (name, calendar) => {
      const { promises } = targetOf(name);
      const title = `target "${name}" is counted ${calendar === null ? "in days of which every one counts" : `on the calendar ${show(calendar)}`}`;
      for (const { severity, allowance } of promises) {
        if (allowance === null || allowance === "agreed") continue;
        const own = "calendar" in allowance ? allowance.calendar : null;
        if (own === calendar) continue;
        throw broken("countsOn", title, { severity }, `it promises ${promisesInWords(promises)}`);
      }
      return expectations;
    },
    hasStates: (name, states) => {
      const { definition } = targetOf(name);
      checkKeys(given(states, '{ pauses: ["waiting"] }'), LISTS, "hasStates");
      const lists = LISTS.filter((list) => states[list] !== undefined);
      if (lists.length === 0) throw invalid(show(states), 'a list such as { pauses: ["waiting"] }');
      for (const list of lists) {
        const [own, expected] = [definition[list] ?? [], states[list] ?? []];
        if (sameWords(own, expected)) continue;
        const title = `target "${name}" ${list} in ${showNames(expected, "no state")}`;
        throw broken("hasStates", title, {}, `it ${list} in ${showNames(own, "no state")}`);
      }
      return expectations;
    },
    chooses: (name, choices) => {
      const own: Choices = targetOf(name).choices;
      checkKeys(given(choices, '{ onReopen: "resume" }'), Object.keys(own), "chooses");
      for (const [choice, value] of Object.entries(choices)) {
        const has: unknown = Reflect.get(own, choice);
        if (value === undefined || has === value) continue;
        const title = `target "${name}" has chosen ${choice}: ${show(value)}`;
        throw broken("chooses", title, {}, `it has ${choice}: ${show(has)}`);
      }
      return expectations;
    },
    isDue: (name, start, dueAt) => {
      const shown = '{ at: "2026-11-02T09:00:00Z" }';
      const { at, severity } = given(start, shown);
      checkKeys(start, ["at", "severity"], "isDue");
      if (at === undefined) throw invalid(show(start), shown);
      const dueMs = targetOf(name).due(at, { severity }).toMillis();
      const expectedMs = toEpochMs(dueAt);
      if (dueMs === expectedMs) return expectations;
      const title = `target "${name}" is due at ${isoOf(expectedMs)}`;
      const example = { at: isoOf(toEpochMs(at)), ...(severity !== undefined && { severity }) };
      throw broken("isDue", title, example, `it is due at ${isoOf(dueMs)}`);
    },
  } satisfies PolicyExpectations);
  return expectations;
}

/** What is claimed of each severity; of a null severity, if one promise serves all. */
function expectedOf(
  promised: ExpectedPromise | Readonly<Record<string, ExpectedPromise>>,
): readonly (readonly [severity: string | null, promise: ExpectedPromise])[] {
  const entries: (readonly [string | null, unknown])[] = isForAll(promised)
    ? [[null, promised]]
    : Object.entries(given(promised, '{ "1": { hours: 4 } }'));
  return entries.map(([severity, promise]) => {
    if (isPromise(promise)) return [severity, promise];
    const expected = 'an amount such as { hours: 4 } or { workingDays: 1 }, "agreed" or null';
    throw invalid(show(promise), expected);
  });
}

/** The promise to a severity. */
function promiseTo(promises: readonly SeverityPromise[], severity: string) {
  return promises.find((each) => each.severity === severity || each.severity === null)?.allowance;
}

function isPromised(promises: readonly SeverityPromise[], severity: string): boolean {
  return (promiseTo(promises, severity) ?? null) !== null;
}

function isMeasured(promises: readonly SeverityPromise[], severity: string): boolean {
  return isPromised(promises, severity) && promiseTo(promises, severity) !== "agreed";
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  const sorted = (words: readonly string[]) => JSON.stringify([...words].sort());
  return sorted(a) === sorted(b);
}

function invalid(shown: string, expected: string): CoreHoursError {
  return new CoreHoursError(
    "option-invalid",
    `${shown} given to a claim about a policy; expected ${expected}.`,
    { given: shown, expected },
  );
}
