import type { WorkingCalendar } from "../../calendar/working-calendar";
import { canonicalJson, shortHash } from "../../input/hash";
import { own } from "../../input/json";
import { once } from "../../input/once";
import { show, showNames } from "../../input/show";
import { AllowanceError } from "../../timeline";
import {
  type AllowanceContext,
  calendarNamed,
  compileAllowance,
} from "../allowance/compile-allowance";
import { AGREED, type AllowanceDefinition } from "../allowance/definition";
import type { Allowance } from "../allowance/measure";
import { type Clause, type ClauseRegister, unregistered } from "../clauses/clauses";
import {
  type ChoiceOverrides,
  type Choices,
  choose,
  hasOverrides,
  type InForce,
} from "../clock/choices";
import type { Clock } from "../clock/clock";
import type { DerivedState } from "../clock/fields";
import { HistoryError, type Vocabulary } from "../clock/history";
import { pauseEndsAt } from "../clock/pause-limit";
import type { Promised } from "../clock/rules";
import { type ClockIdentity, MOST_CYCLES } from "../clock/saved-clock";
import { choicesIn, limitIn, type Occasion, ONLY_AGREED, occasionsIn } from "../reading/basis";
import type { SlaReading } from "../reading/by-status";
import { compileEscalations, type Escalation } from "../reading/compile-escalations";
import { dressReading } from "../reading/dress-reading";
import type { OffsetDefinition } from "../reading/escalation-definition";
import { type EscalationRules, escalationsOf } from "../reading/escalations";
import { nextChangeOf } from "../reading/next-change";
import { segmentsOf } from "../reading/segments";
import { standingOf } from "../reading/standing";
import { warningsOf } from "../reading/warnings";
import {
  allowancesOf,
  furtherAllowances,
  isOneForAll,
  type OneAllowance,
  type TargetDefinition,
} from "./definition";
import { refuseMixedUnits, refusePushAnew, refuseUnagreed, rolesOf } from "./rules";
import { continuationFrom, readRun } from "./run";

type Words = Pick<Vocabulary, "states" | "severities">;

/** What a target knows of its policy. */
export interface TargetPlace {
  readonly policy: string;
  readonly context: AllowanceContext;
  readonly words: Words;
  /** A copy of the words to show to callers: changing the copy does not change what the target knows. */
  readonly shown: Words;
  readonly clauses: ClauseRegister;
  readonly derive: readonly DerivedState[] | null;
}

/** A compiled target: the rules that its clocks run by, and how they are read. */
export class CompiledTarget {
  /** Its name in the policy. */
  readonly id: string;
  readonly title: string;
  /** The clauses it comes from; several if each severity has its own. */
  readonly clauses: readonly string[];
  /** Every state of a history that the target knows, including those of the policy's other targets. */
  readonly states: ReadonlySet<string>;
  /** Every severity that it knows; null if any text is accepted. */
  readonly severities: ReadonlySet<string> | null;
  /** The target as the policy defines it. */
  readonly definition: TargetDefinition;
  /** The choices it makes, including defaults. */
  readonly choices: Choices;
  readonly #policy: string;
  readonly #context: AllowanceContext;
  readonly #register: ClauseRegister;
  readonly words: Vocabulary;
  readonly #rules: Compiled;
  readonly #promise: () => string;

  constructor(id: string, definition: TargetDefinition, place: TargetPlace) {
    const { policy, context, words, shown, clauses, derive } = place;
    this.id = id;
    this.title = definition.title ?? id;
    this.clauses = Object.freeze(
      typeof definition.clause === "string"
        ? [definition.clause]
        : Object.values(definition.clause ?? {}),
    );
    this.definition = definition;
    this.states = shown.states;
    this.severities = shown.severities;
    this.#policy = policy;
    this.#register = clauses;
    this.#context = context;
    const { allowance } = definition;
    this.words = {
      ...words,
      roles: rolesOf(definition),
      graded: isOneForAll(allowance) ? null : new Set(Object.keys(allowance)),
      unstated: definition.unstated,
      derive,
      when: definition.when ?? null,
      ignoresUnknown: false,
    };
    this.#rules = this.#compile({});
    this.choices = this.#rules.choices;
    this.#promise = once(() => promiseOf(definition, derive, context));
    Object.freeze(this);
  }

  /** The full reading of a clock that has been advanced to `asOfMs`. */
  reading(clock: Clock, asOfMs: number, rules: Compiled, ticket: string | undefined): SlaReading {
    const numbers = readRun(clock, asOfMs, rules);
    const { keepsWorking, past } = clock;
    const { agreed } = clock.count;
    const life = {
      now: { ...clock.now },
      cycles: [...past.cycles],
      stretches: [...past.stretches],
    };
    const promised = rules.promiseFor(numbers.severity);
    const hasAllowance = numbers.startedAtMs !== null && typeof promised !== "string";
    const allowance = hasAllowance ? promised : null;
    const isAgreed = life.now.applies && promised === "agreed";
    const occasions = occasionsIn(life.now, numbers);
    const warnings = warningsOf(clock, asOfMs, rules);
    const escalations = escalationsOf(clock, numbers, asOfMs, rules);
    return dressReading(numbers, asOfMs, {
      ticket: ticket ?? null,
      target: this.id,
      title: this.title,
      rule: this.#ruleFor(numbers.severity),
      furtherRules: this.#rulesFor(occasions, numbers.severity),
      choices: [
        ...choicesIn(rules.choices, occasions, numbers, past.oddities),
        ...limitIn(this.definition, occasions),
        ...(isAgreed ? [ONLY_AGREED] : []),
      ],
      zone: allowance?.zone ?? this.#context.zone,
      withinHours: allowance?.isOpen(asOfMs) ?? false,
      standing: standingOf(clock, asOfMs, rules),
      agreed: life.now.verdict ? life.now.verdict.agreed : agreed,
      breaches: life.now.breaches,
      warnings,
      escalations,
      nextChange: nextChangeOf(numbers, warnings, escalations, {
        atDue: rules.atDue,
        pauseEndsAtMs: rules.pauseLimit && pauseEndsAt(life.now, rules.pauseLimit),
      }),
      irregularities: past.oddities,
      cycles: keepsWorking ? life.cycles : life.cycles.slice(-MOST_CYCLES),
      segments: () => segmentsOf(life, rules),
      continuation: continuationFrom(clock, rules),
    });
  }

  /** The rules under the choices of a call. */
  rulesWith(options: ChoiceOverrides | undefined): Compiled {
    return options && hasOverrides(options) ? this.#compile(options) : this.#rules;
  }

  /** The known words under given rules. */
  wordsBy({ onUnknownState }: Compiled): Vocabulary {
    return onUnknownState === "ignore" ? { ...this.words, ignoresUnknown: true } : this.words;
  }

  /** The identity that a saved clock carries. */
  identity({ choices }: Compiled): ClockIdentity {
    return { policy: this.#policy, target: this.id, promise: this.#promise(), choices };
  }

  /** The calendar that counts for a severity; null if every day counts. */
  calendarFor(severity: string | null): WorkingCalendar | null {
    const own = this.#definitionFor(severity) ?? AGREED;
    const name = calendarIn(own === AGREED ? allowancesOf(this.definition)[0] : own);
    return name === undefined ? null : calendarNamed(name, this.#context);
  }

  #compile(options: ChoiceOverrides): Compiled {
    const choices = choose(this.definition, options);
    refuseMixedUnits(this.id, this.definition, choices);
    refusePushAnew(this.id, choices);
    refuseUnagreed(this.id, this.definition, choices);
    const compiled = new Map<AllowanceDefinition, Allowance>();
    const { graded, severities } = this.words;
    const { reopenWithin, pauseLimit } = this.definition;
    const asSaid = (allowance: AllowanceDefinition | undefined) =>
      allowance ? compileAllowance(allowance, { tie: "close" }, this.#context) : null;
    const promiseFor = (severity: string | null): Promised => {
      if (graded && severity === null) return "ungraded";
      const definition = this.#definitionFor(severity);
      if (definition === undefined) return this.#refuseSeverity(severity);
      if (definition === null) return "none";
      if (definition === AGREED) return "agreed";
      let allowance = compiled.get(definition);
      if (!allowance) {
        allowance = compileAllowance(definition, choices, this.#context);
        compiled.set(definition, allowance);
      }
      return allowance;
    };
    const allowanceFor = (severity: string | null) => {
      const promised = promiseFor(severity);
      if (promised === "agreed") return this.#refuseAgreed(severity);
      return typeof promised === "string" ? this.#refuseSeverity(severity) : promised;
    };
    const bySeverity = once(() => graded && promisedBy(graded, promiseFor));
    const { warnAt = [] } = this.definition;
    const escalations = this.#escalations();
    return {
      ...choices,
      choices: Object.freeze({ ...choices }),
      promiseFor,
      allowanceFor,
      bySeverity,
      ranks: severities && new Map([...severities].map((each, rank) => [each, rank])),
      reopenWithin: asSaid(reopenWithin),
      pauseLimit: asSaid(pauseLimit),
      warnAt,
      escalations,
      alerts: [
        ...warnAt.map((share) => ({ share, severities: null })),
        ...escalations.map(({ alert }) => alert),
      ],
    };
  }

  #escalations(): readonly Escalation[] {
    const calendarOf = (severity: string | null) => calendarIn(this.#definitionFor(severity));
    return compileEscalations(this.definition.escalations ?? [], calendarOf, this.#context);
  }

  #ruleFor(severity: string | null): Clause | null {
    const { clause } = this.definition;
    const id = typeof clause === "object" ? own(clause, severity ?? "") : clause;
    if (id === undefined) return null;
    return own(this.#register, id) ?? unregistered(id);
  }

  /**
   * The clauses besides the main one that matter on some occasions, each listed once. Before the severity is known,
   * those of all severities matter.
   */
  #rulesFor(occasions: ReadonlySet<Occasion>, severity: string | null): readonly Clause[] {
    const { clause, clausesFor = {} } = this.definition;
    const ids = [...occasions].flatMap((occasion) => clausesFor[occasion] ?? []);
    if (severity === null && typeof clause === "object") ids.push(...Object.values(clause));
    return [...new Set(ids)].map((id) => own(this.#register, id) ?? unregistered(id));
  }

  /** Null for a severity that is promised nothing, undefined for a severity that the target does not name. */
  #definitionFor(severity: string | null): OneAllowance | null | undefined {
    const { allowance } = this.definition;
    if (isOneForAll(allowance)) return allowance;
    return severity === null ? undefined : own(allowance, severity);
  }

  #refuseAgreed(severity: string | null): never {
    const whom = severity === null ? "" : ` to severity ${show(severity)}`;
    throw new AllowanceError(
      "allowance-agreed",
      `Target "${this.id}" promises${whom} an agreed date, and no amount of time that could be counted; track a history in which an event gives the date, such as { at, dueAt: "2026-12-01T17:00:00Z" }.`,
      { target: this.id, given: severity },
    );
  }

  #refuseSeverity(severity: string | null): never {
    const { unstated, allowance } = this.definition;
    if (unstated !== undefined && Object.keys(allowance).length === 0) {
      throw new HistoryError(
        "severity-without-allowance",
        `Target "${this.id}" has no allowance. ${unstated}.`,
        { target: this.id, given: severity },
      );
    }
    const promised = Object.entries(allowance).flatMap(([name, each]) => (each ? [name] : []));
    const code = severity === null ? "severity-missing" : "severity-without-allowance";
    const what =
      severity === null ? "needs a severity" : `has no allowance for severity ${show(severity)}`;
    throw new HistoryError(
      code,
      `Target "${this.id}" ${what}; it has allowances for ${showNames(promised)}.`,
      { target: this.id, given: severity },
    );
  }
}

/** The allowances of the severities that are promised something. */
function promisedBy(
  severities: ReadonlySet<string>,
  promiseFor: (severity: string) => Promised,
): ReadonlyMap<string, Allowance> {
  const allowances = new Map<string, Allowance>();
  for (const severity of severities) {
    const promised = promiseFor(severity);
    if (typeof promised !== "string") allowances.set(severity, promised);
  }
  return allowances;
}

/** The rules of a clock, and the choices they follow. */
export interface Compiled extends EscalationRules {
  readonly choices: Readonly<InForce>;
}

/** The name of the calendar on which an allowance or an escalation is counted, if any. */
function calendarIn(
  counted: OneAllowance | OffsetDefinition | null | undefined,
): string | undefined {
  if (typeof counted !== "object" || counted === null) return undefined;
  return "calendar" in counted ? counted.calendar : undefined;
}

/** A short hash of everything that a target's answers depend on, except the choices of a call. */
function promiseOf(
  definition: TargetDefinition,
  derive: readonly DerivedState[] | null,
  context: AllowanceContext,
): string {
  const all = [...allowancesOf(definition), ...furtherAllowances(definition)];
  const told = (definition.escalations ?? []).map(({ at }) => at.before ?? at.after);
  const used = [...all, ...told].flatMap((each) => {
    const name = calendarIn(each);
    return name === undefined ? [] : [[name, calendarNamed(name, context).toJSON()] as const];
  });
  return shortHash(
    canonicalJson([
      definition,
      ...(derive ? [derive] : []),
      context.zone.name,
      Object.fromEntries(used),
    ]),
  );
}
