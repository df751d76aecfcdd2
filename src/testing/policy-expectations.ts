import type { SomeChoices } from "../sla/clock/choices";
import type { TargetDefinition } from "../sla/target/definition";
import type { InstantLike } from "../time/instant";
import type { ExpectedPromise } from "./expected-promises";

/** What the states of a ticket do to a clock. A list that is left out is not looked at. */
export interface ExpectedStates {
  readonly runs?: readonly string[] | undefined;
  readonly pauses?: readonly string[] | undefined;
  readonly stops?: readonly string[] | undefined;
  readonly cancels?: readonly string[] | undefined;
}

/** Further terms of a target, as a definition has them. One that is left out is not looked at. */
export type ExpectedTerms = {
  readonly [K in "when" | "warnAt" | "escalations" | "reopenWithin" | "pauseLimit"]?:
    | TargetDefinition[K]
    | null;
};

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
   * Claims which states and facts the policy knows: those of its targets, its life cycle and everything else, all of
   * them and in any order. One that is misspelt is known beside the right ones, or in place of one.
   *
   * @param states as your tool writes them
   * @throws {LawError} with those that the policy knows alone, and those that it does not know.
   */
  readonly knowsStates: (...states: readonly string[]) => PolicyExpectations;
  /**
   * Claims further terms of a target, as its definition has them: warnings, escalations, limits, and the tickets that
   * it applies to.
   *
   * @param target its name
   * @param terms such as `{ warnAt: [0.75, 0.9] }`; null claims that the target has no such term
   * @throws {LawError} with the first term that is another.
   */
  readonly hasTerms: (target: string, terms: ExpectedTerms) => PolicyExpectations;
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
