import { DateTime } from "luxon";
import type { WorkingCalendar } from "../../calendar/working-calendar";
import { canonicalJson, shortHash } from "../../input/hash";
import { own } from "../../input/json";
import { once } from "../../input/once";
import { checkKeys, given, isAsyncIterable, isIterable } from "../../input/options";
import { describe, show, showNames } from "../../input/show";
import { type InstantLike, toEpochMs } from "../../time/instant";
import { CoreHoursError } from "../../timeline";
import { type AllowanceContext, compileAllowance } from "../allowance/compile-allowance";
import type { AllowanceDefinition } from "../allowance/definition";
import type { Allowance } from "../allowance/measure";
import { type Clause, type ClauseRegister, unregistered } from "../clauses/clauses";
import {
  type ChoiceOverrides,
  type Choices,
  choose,
  hasOverrides,
  type InForce,
  OVERRIDES,
} from "../clock/choices";
import {
  Clock,
  type ClockMemory,
  type ClockRules,
  type ClockStart,
  type Promised,
} from "../clock/clock";
import type { DerivedState } from "../clock/fields";
import {
  checkSeverity,
  type DatedEvent,
  HistoryError,
  type HistoryEvent,
  readHistory,
  type TicketEvent,
  type TicketHistory,
  type Vocabulary,
} from "../clock/history";
import {
  type ClockIdentity,
  type ClockState,
  MOST_CYCLES,
  outdated,
  readSavedClock,
} from "../clock/saved-clock";
import { choicesIn, type Occasion, occasionsIn } from "../reading/basis";
import { nextChangeOf } from "../reading/next-change";
import { segmentsOf } from "../reading/segments";
import { dressReading, type SlaReading } from "../reading/sla-reading";
import { standingOf } from "../reading/standing";
import { warningsOf } from "../reading/warnings";
import { trackEach } from "./bulk";
import { type HistoryColumns, historiesInvalid, type ReadingColumns } from "./columns";
import { allowancesOf, isAllowance, type TargetDefinition } from "./definition";
import { refuseMixedUnits, refusePushAnew, rolesOf } from "./rules";
import { type BulkResult, type BulkWork, continuationFrom, readRun, runClock } from "./run";
import { trackStream } from "./stream";
import { TicketClock } from "./ticket-clock";
import { trackColumns } from "./track-columns";

/** What {@link Target.track} needs to know. */
export interface TrackOptions extends ChoiceOverrides {
  /** The instant to read the clock at; events after it have not happened yet. */
  readonly asOf: InstantLike;
  /** The ticket, for errors and for the reading. */
  readonly ticket?: string | undefined;
}

/** What the bulk forms need to know. */
export type BulkOptions = Omit<TrackOptions, "ticket">;

/** What {@link Target.follow} may be told. */
export interface FollowOptions extends ChoiceOverrides {
  /** The ticket, for errors and for readings. */
  readonly ticket?: string | undefined;
  /** What an earlier clock of the same target saved. */
  readonly from?: ClockState | undefined;
  /**
   * The ticket's events so far. Without `from`, or if that was saved before the policy, the choices or
   * the form of a saved clock changed, they are taken anew; otherwise they are not looked at.
   */
  readonly history?: readonly HistoryEvent[] | undefined;
  /**
   * Whether to keep every event, so readings can be explained and events that come late can be
   * replayed. What is saved then grows with the number of events. As the saved clock did, if not said.
   */
  readonly keepWorking?: boolean | undefined;
}

type Words = Pick<Vocabulary, "states" | "severities">;

/** What a target knows of the policy it is in. */
export interface TargetPlace {
  readonly policy: string;
  readonly context: AllowanceContext;
  readonly words: Words;
  /** The same words once more, for those who ask which there are: changing them teaches nobody. */
  readonly shown: Words;
  readonly clauses: ClauseRegister;
  readonly derive: readonly DerivedState[] | null;
}

/** One promise of a policy, which can be asked when it is due and whether it was kept. */
export class Target {
  /** Its name in the policy. */
  readonly id: string;
  readonly title: string;
  /** The clauses it comes from; several where each severity has its own. */
  readonly clauses: readonly string[];
  /** Every state of a history that the target knows, those of the policy's other targets included. */
  readonly states: ReadonlySet<string>;
  /** Every severity that it knows; null where any word will do. */
  readonly severities: ReadonlySet<string> | null;
  /** The target as the policy defines it. */
  readonly definition: TargetDefinition;
  /** The choices it makes, defaults included. */
  readonly choices: Choices;
  readonly #policy: string;
  readonly #context: AllowanceContext;
  readonly #register: ClauseRegister;
  readonly #words: Vocabulary;
  readonly #rules: Compiled;
  readonly #promise: () => string;

  /** @internal Made by {@link defineSla}. */
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
    this.#words = {
      ...words,
      roles: rolesOf(definition),
      graded: isAllowance(allowance) ? null : new Set(Object.keys(allowance)),
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

  /**
   * When the target is due for a ticket that starts at an instant and never pauses.
   *
   * @param startedAt the start; out of hours is fine, nothing is used until the calendar opens.
   * @param options the severity, where the allowance depends on it; choices over the target's own
   * @throws {HistoryError} where the severity is missing, or has no allowance.
   * @throws {CoverageError} where the calendar does not reach that far.
   * @example nhsmail().targets.incidentResolution.due("2026-11-20T17:00:00Z").toISO() // "2026-11-25T20:00:00.000+00:00"
   */
  due(
    startedAt: InstantLike,
    options?: ChoiceOverrides & { readonly severity?: string | undefined },
  ): DateTime {
    checkKeys(given(options), ["severity", ...OVERRIDES], "due");
    const startMs = toEpochMs(startedAt);
    const { severity } = given(options);
    if (severity !== undefined) {
      const subject = `Target "${this.id}"`;
      checkSeverity(severity, { ...this.#words, graded: null }, { ticket: undefined, subject });
    }
    const allowance = this.#rulesWith(options).allowanceFor(severity ?? null);
    const measure = allowance.from(startMs);
    return DateTime.fromMillis(measure.add(startMs, measure.allowance), { zone: allowance.zone });
  }

  /**
   * The calendar that the target's clock runs on.
   *
   * @param severity the ticket's; without one, or with one that has no allowance, the calendar is that
   *   of the first allowance
   * @returns null where the allowance is in calendar days, weeks or months, of which every day counts
   * @example nhsmail().targets.incidentResolution.calendarFor(null)?.title // "NHSmail core hours"
   */
  calendarFor(severity: string | null): WorkingCalendar | null {
    const definition = this.#definitionFor(severity) ?? allowancesOf(this.definition)[0];
    if (!definition || !("calendar" in definition)) return null;
    return this.#context.calendars.get(definition.calendar) ?? null;
  }

  /**
   * Where the target stands for a ticket, from its history.
   *
   * @param history its events in any order; those of one instant keep theirs
   * @throws {HistoryError} for an unknown state or severity, naming the ticket and the event. A
   *   history that never starts is not an error: its reading is `pending`.
   */
  track(history: readonly HistoryEvent[], options: TrackOptions): SlaReading {
    checkKeys(given(options), ["asOf", "ticket", ...OVERRIDES], "track");
    const { asOf } = given(options);
    const ticket = checkedTicket(options);
    const asOfMs = toEpochMs(asOf);
    const rules = this.#rulesWith(options);
    const clock = new Clock(rules);
    runClock(clock, readHistory(history, ticket), { asOfMs, words: this.#wordsBy(rules), ticket });
    return this.#reading(clock, asOfMs, rules, ticket);
  }

  /**
   * A clock that takes events one by one, as they happen, and can be read, saved and gone on from at
   * any point between them. Taking every event of a history and reading it gives what {@link track}
   * gives; its segments only if the clock keeps its working.
   *
   * @param options `from`: what an earlier clock of the same target, with the same choices, saved;
   *   `history`: the ticket's events so far, to go on under a policy that has changed since;
   *   `keepWorking`: whether readings are to be explained, and late events replayed
   * @throws {HistoryError} `saved-clock-of-another` for the saved clock of another policy or target;
   *   `saved-clock-outdated` for one saved before the policy or the choices changed, without a history.
   */
  follow(options?: FollowOptions): TicketClock {
    checkKeys(given(options), ["ticket", "from", "history", "keepWorking", ...OVERRIDES], "follow");
    const { from, history, keepWorking } = given(options);
    const ticket = checkedTicket(options);
    const rules = this.#rulesWith(options);
    const identity = this.#identity(rules);
    const saved = from === undefined ? null : readSavedClock(from, identity);
    const keeps = keepWorking ?? (saved !== null && saved.history !== null);
    const isUsable = saved !== null && (!keeps || saved.history !== null);
    if (from !== undefined && !isUsable && history === undefined) {
      throw saved === null ? outdated(from, identity) : workingNotKept();
    }
    let events: readonly DatedEvent[] = [];
    if (!isUsable && history !== undefined) events = readHistory(history, ticket);
    const workings = {
      ticket,
      words: this.#wordsBy(rules),
      identity,
      keepWorking: keeps,
      newClock: (start: ClockStart | undefined, memory: ClockMemory) =>
        new Clock(rules, start, memory),
      read: (clock: Clock, asOfMs: number) => this.#reading(clock, asOfMs, rules, ticket),
    };
    return new TicketClock(workings, isUsable ? saved : null, events);
  }

  /**
   * The same readings for many tickets, in plain numbers and without what needs the whole history
   * kept: warnings, cycles and segments. A ticket that cannot be tracked gives its error, and the rest
   * go on.
   *
   * Histories as lists give results one by one, as they are asked for; as {@link HistoryColumns} they
   * give columns, all at once.
   */
  trackMany(histories: HistoryColumns, options: BulkOptions): ReadingColumns;
  trackMany(histories: Iterable<TicketHistory>, options: BulkOptions): IterableIterator<BulkResult>;
  trackMany(
    histories: HistoryColumns | Iterable<TicketHistory>,
    options: BulkOptions,
  ): ReadingColumns | IterableIterator<BulkResult> {
    const bulk = this.#bulk(options, "trackMany");
    if (typeof histories === "object" && histories !== null) {
      if ("atMs" in histories) return trackColumns(histories, bulk);
      if (isIterable(histories)) return trackEach(histories, bulk);
    }
    throw historiesInvalid(histories);
  }

  /**
   * The same for a log of events too large to hold: each ticket's result comes when an event closes
   * it, or else when the log ends. Only the clocks of open tickets are kept.
   *
   * @param events of all tickets; those of one ticket in order of time. A ticket with an event out of
   *   order, or an event that cannot be read, gives its error.
   * @param options `closedBy`: the states that close a ticket for good. Its result is given as soon as
   *   the log goes on to another instant, and only its name is remembered. An event that comes after
   *   that and would have changed the result gives an error beside it.
   */
  trackStream(
    events: Iterable<TicketEvent> | AsyncIterable<TicketEvent>,
    options: BulkOptions & { readonly closedBy?: readonly string[] | undefined },
  ): AsyncIterableIterator<BulkResult> {
    const { closedBy = [] } = given(options);
    if (!isIterable(events) && !isAsyncIterable(events)) {
      throw new HistoryError(
        "histories-invalid",
        `A stream of events was expected, not ${describe(events)}; give a list or an async iterable of { ticket, at, state }.`,
        { given: show(events) },
      );
    }
    return trackStream(events, this.#bulk(options, "trackStream"), this.#knownStates(closedBy));
  }

  #knownStates(closedBy: readonly string[]): ReadonlySet<string> {
    if (Array.isArray(closedBy) && areAll(closedBy, this.states)) return new Set(closedBy);
    throw new CoreHoursError(
      "option-invalid",
      `${show(closedBy)} is not a list of states of the policy; it has ${showNames(this.states)}.`,
      { option: "closedBy", given: show(closedBy) },
    );
  }

  #bulk(options: BulkOptions, form: "trackMany" | "trackStream"): BulkWork {
    const known = ["asOf", ...(form === "trackStream" ? ["closedBy"] : []), ...OVERRIDES];
    checkKeys(given(options), known, form);
    const asOfMs = toEpochMs(given(options).asOf);
    const rules = this.#rulesWith(options);
    return { asOfMs, rules, words: this.#wordsBy(rules) };
  }

  /** The full reading of a clock that has been advanced to `asOfMs`. */
  #reading(clock: Clock, asOfMs: number, rules: Compiled, ticket: string | undefined): SlaReading {
    const numbers = readRun(clock, asOfMs, rules);
    const { keepsWorking, past } = clock;
    const life = {
      now: { ...clock.now },
      cycles: [...past.cycles],
      stretches: [...past.stretches],
    };
    const promised = numbers.startedAtMs === null ? "none" : rules.promiseFor(numbers.severity);
    const allowance = typeof promised === "string" ? null : promised;
    const occasions = occasionsIn(life.now, numbers, life.cycles.length);
    const warnings = warningsOf(life.now, asOfMs, rules);
    return dressReading(numbers, asOfMs, {
      ticket: ticket ?? null,
      target: this.id,
      title: this.title,
      rule: this.#ruleFor(numbers.severity),
      furtherRules: this.#rulesFor(occasions),
      choices: choicesIn(rules.choices, occasions, numbers),
      zone: allowance?.zone ?? this.#context.zone,
      withinHours: allowance?.isOpen(asOfMs) ?? false,
      standing: standingOf(clock, asOfMs, rules),
      breaches: life.now.breaches,
      warnings,
      nextChange: nextChangeOf(numbers, warnings, rules.atDue),
      irregularities: past.oddities,
      cycles: keepsWorking ? life.cycles : life.cycles.slice(-MOST_CYCLES),
      segments: () => segmentsOf(life, rules),
      continuation: continuationFrom(clock, rules),
    });
  }

  #rulesWith(options: ChoiceOverrides | undefined): Compiled {
    return options && hasOverrides(options) ? this.#compile(options) : this.#rules;
  }

  #wordsBy({ onUnknownState }: Compiled): Vocabulary {
    return onUnknownState === "ignore" ? { ...this.#words, ignoresUnknown: true } : this.#words;
  }

  #identity({ choices }: Compiled): ClockIdentity {
    return { policy: this.#policy, target: this.id, promise: this.#promise(), choices };
  }

  #compile(options: ChoiceOverrides): Compiled {
    const choices = choose(this.definition, options);
    refuseMixedUnits(this.id, this.definition, choices);
    refusePushAnew(this.id, choices);
    const compiled = new Map<AllowanceDefinition, Allowance>();
    const { graded, severities } = this.#words;
    const { reopenWithin } = this.definition;
    const promiseFor = (severity: string | null): Promised => {
      if (graded && severity === null) return "ungraded";
      const definition = this.#definitionFor(severity);
      if (definition === undefined) return this.#refuseSeverity(severity);
      if (definition === null) return "none";
      let allowance = compiled.get(definition);
      if (!allowance) {
        allowance = compileAllowance(definition, choices, this.#context);
        compiled.set(definition, allowance);
      }
      return allowance;
    };
    const allowanceFor = (severity: string | null) => {
      const promised = promiseFor(severity);
      return typeof promised === "string" ? this.#refuseSeverity(severity) : promised;
    };
    const bySeverity = once(() => graded && promisedBy(graded, promiseFor));
    return {
      ...choices,
      choices: Object.freeze({ ...choices }),
      promiseFor,
      allowanceFor,
      bySeverity,
      ranks: severities && new Map([...severities].map((each, rank) => [each, rank])),
      reopenWithin: reopenWithin
        ? compileAllowance(reopenWithin, { tie: "close" }, this.#context)
        : null,
      warnAt: this.definition.warnAt ?? [],
    };
  }

  #ruleFor(severity: string | null): Clause | null {
    const { clause } = this.definition;
    const id = typeof clause === "object" ? own(clause, severity ?? "") : clause;
    if (id === undefined) return null;
    return own(this.#register, id) ?? unregistered(id);
  }

  /** The clauses beside the main one that have a say on some occasions, each once. */
  #rulesFor(occasions: ReadonlySet<Occasion>): readonly Clause[] {
    const { clausesFor = {} } = this.definition;
    const ids = [...occasions].flatMap((occasion) => clausesFor[occasion] ?? []);
    return [...new Set(ids)].map((id) => own(this.#register, id) ?? unregistered(id));
  }

  /** Null for a severity to which nothing is promised, undefined for one that the target does not name. */
  #definitionFor(severity: string | null): AllowanceDefinition | null | undefined {
    const { allowance } = this.definition;
    if (isAllowance(allowance)) return allowance;
    return severity === null ? undefined : own(allowance, severity);
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

/** The allowances of those severities to which something is promised. */
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
interface Compiled extends ClockRules {
  readonly choices: Readonly<InForce>;
}

/** A short hash of all that a target's answers depend on, the choices of a call aside. */
function promiseOf(
  definition: TargetDefinition,
  derive: readonly DerivedState[] | null,
  { calendars, zone }: AllowanceContext,
): string {
  const { reopenWithin } = definition;
  const all = [...allowancesOf(definition), ...(reopenWithin ? [reopenWithin] : [])];
  const used = all.flatMap((each) => {
    if (!("calendar" in each)) return [];
    return [[each.calendar, calendars.get(each.calendar)?.toJSON()] as const];
  });
  return shortHash(
    canonicalJson([definition, ...(derive ? [derive] : []), zone.name, Object.fromEntries(used)]),
  );
}

/** The name of the ticket, if one is given. @throws {CoreHoursError} unless it is text. */
function checkedTicket(
  options: { readonly ticket?: string | undefined } | undefined,
): string | undefined {
  const ticket: unknown = given(options).ticket;
  if (ticket === undefined || typeof ticket === "string") return ticket;
  throw new CoreHoursError(
    "option-invalid",
    `The ticket is ${describe(ticket)}; give its name as text, such as "NM-1".`,
    { option: "ticket", given: show(ticket) },
  );
}

function workingNotKept(): HistoryError {
  return new HistoryError(
    "working-not-kept",
    "The saved clock did not keep its working, so a clock that keeps it cannot go on from it; give the ticket's events with it, as follow({ from, history, keepWorking: true }).",
  );
}

/** Whether a set has every item of a list. A hole in the list, which \`every\` passes over, is not an item. */
function areAll(list: readonly string[], set: ReadonlySet<string>): boolean {
  for (const item of list) {
    if (!set.has(item)) return false;
  }
  return true;
}
