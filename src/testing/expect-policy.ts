import { alwaysOpen } from "../calendar/define-calendar";
import { canonicalJson } from "../input/hash";
import { checkKeys, given } from "../input/options";
import { show, showNames } from "../input/show";
import type { Choices } from "../sla/clock/choices";
import { checkSlaGiven, targetNamed } from "../sla/given-sla";
import type { Sla } from "../sla/sla";
import type { SeverityPromise } from "../sla/target/definition";
import { toEpochMs } from "../time/instant";
import { CoreHoursError, isoOf } from "../timeline/errors";
import {
  comparable,
  type ExpectedPromise,
  isForAll,
  isPromise,
  promisesInWords,
} from "./expected-promises";
import { LawError, untried } from "./law-error";
import { placeOf } from "./place";
import type { PolicyExpectations } from "./policy-expectations";
import { sameWords } from "./same-words";

const LISTS = ["runs", "pauses", "stops", "cancels"] as const;
const TERMS = ["when", "warnAt", "escalations", "reopenWithin", "pauseLimit"] as const;

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
 *   .knowsStates("open", "waiting", "done")
 *   .hasTerms("fix", { warnAt: [0.75] })
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
      checkTexts(targets, 'the names of targets, as hasTargets("fix")');
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
      const asked = given(states, '{ pauses: ["waiting"] }');
      checkKeys(asked, LISTS, "hasStates");
      const lists = LISTS.filter((list) => asked[list] !== undefined);
      if (lists.length === 0) throw invalid(show(states), 'a list such as { pauses: ["waiting"] }');
      for (const list of lists) {
        const [own, expected] = [definition[list] ?? [], asked[list] ?? []];
        checkTexts(expected, 'a list of states such as { pauses: ["waiting"] }');
        if (sameWords(own, expected)) continue;
        const title = `target "${name}" ${list} in ${showNames(expected, "no state")}`;
        throw broken("hasStates", title, {}, `it ${list} in ${showNames(own, "no state")}`);
      }
      return expectations;
    },
    chooses: (name, choices) => {
      const own: Choices = targetOf(name).choices;
      const asked = given(choices, '{ onReopen: "resume" }');
      checkKeys(asked, Object.keys(own), "chooses");
      for (const [choice, value] of Object.entries(asked)) {
        const has: unknown = Reflect.get(own, choice);
        if (value === undefined || has === value) continue;
        const title = `target "${name}" has chosen ${choice}: ${show(value)}`;
        throw broken("chooses", title, {}, `it has ${choice}: ${show(has)}`);
      }
      return expectations;
    },
    knowsStates: (...states) => {
      const known = new Set(Object.values(sla.targets).flatMap((target) => [...target.states]));
      if (states.length === 0) throw invalid("no state", 'all, as knowsStates("open", "done")');
      checkTexts(states, 'states, as knowsStates("open", "done")');
      const beside = [...known].filter((state) => !states.includes(state));
      const missing = states.filter((state) => !known.has(state));
      if (beside.length === 0 && missing.length === 0) return expectations;
      const title = `the states it knows are ${showNames(states)}`;
      const why = `beside them it knows ${showNames(beside, "no state")}, and of them it does not know ${showNames(missing, "none")}`;
      throw broken("knowsStates", title, {}, why);
    },
    hasTerms: (name, terms) => {
      const { definition } = targetOf(name);
      const shown = "{ warnAt: [0.75, 0.9] }";
      const asked = given(terms, shown);
      checkKeys(asked, TERMS, "hasTerms");
      const named = TERMS.filter((term) => asked[term] !== undefined);
      if (named.length === 0) throw invalid(show(terms), `a term such as ${shown}`);
      for (const term of named) {
        const [own, expected] = [definition[term] ?? null, jsonOf(asked[term])];
        if (canonicalJson(own) === expected) continue;
        const title = `target "${name}" has ${term}: ${expected}`;
        throw broken("hasTerms", title, {}, `it has ${term}: ${canonicalJson(own)}`);
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

/** @throws {CoreHoursError} `option-invalid` unless it is a list of texts. */
function checkTexts(list: unknown, expected: string): void {
  const odd = Array.isArray(list) ? list.find((each) => typeof each !== "string") : list;
  if (Array.isArray(list) && list.every((each) => typeof each === "string")) return;
  throw invalid(show(odd), expected);
}

/** A term as JSON, its keys in order. @throws {CoreHoursError} `option-invalid` if it is not JSON. */
function jsonOf(term: unknown): string {
  try {
    return canonicalJson(term);
  } catch {
    throw invalid(show(term), "a term as a policy writes it");
  }
}

function invalid(shown: string, expected: string): CoreHoursError {
  return new CoreHoursError(
    "option-invalid",
    `${shown} given to a claim about a policy; expected ${expected}.`,
    { given: shown, expected },
  );
}
