import { DateTime } from "luxon";
import { type InstantLike, toEpochMs } from "../calendar/instant";
import { show } from "../calendar/show";
import { CoreHoursError } from "../timeline";
import { type AllowanceContext, compileAllowance } from "./allowance";
import { type ChoiceOverrides, choose, hasOverrides } from "./choices";
import { Clock, type ClockRules, type ClockState, type Role } from "./clock";
import { readState } from "./clock-state";
import {
  type Event,
  HistoryError,
  type HistoryEvent,
  readEvent,
  readHistory,
  type TicketHistory,
  type Vocabulary,
} from "./history";
import type { Allowance, Measure } from "./measure";
import { type AllowanceDefinition, isAllowance, type TargetDefinition } from "./policy";
import { type NumericReading, readClock } from "./reading";
import { segmentsOf } from "./segments";
import { dressReading, type SlaReading } from "./sla-reading";
import { TicketClock } from "./ticket-clock";
import { warningsOf } from "./warnings";

/** What {@link Target.track} needs to know. */
export interface TrackOptions extends ChoiceOverrides {
  /** The instant to read the clock at; events after it have not happened yet. */
  readonly asOf: InstantLike;
  /** The ticket, for errors and for the reading. */
  readonly ticket?: string;
}

/** One ticket's outcome in a batch: its reading in numbers, or why there is none. */
export type BulkResult =
  | ({ readonly ticket: string; readonly error: null } & NumericReading)
  | { readonly ticket: string; readonly error: CoreHoursError };

/** One promise of a policy, which can be asked when it is due and whether it was kept. */
export class Target {
  /** Its name in the policy. */
  readonly id: string;
  readonly title: string;
  /** The clause it comes from; null where the policy names none. */
  readonly clause: string | null;
  /** The target as the policy defines it. */
  readonly definition: TargetDefinition;
  readonly #context: AllowanceContext;
  readonly #words: Vocabulary;
  readonly #rules: ClockRules;

  /** @internal Made by {@link defineSla}. */
  constructor(
    id: string,
    definition: TargetDefinition,
    context: AllowanceContext,
    words: Pick<Vocabulary, "states" | "severities">,
  ) {
    this.id = id;
    this.title = definition.title ?? id;
    this.clause = definition.clause ?? null;
    this.definition = definition;
    this.#context = context;
    const { allowance } = definition;
    this.#words = {
      ...words,
      roles: rolesOf(definition),
      graded: isAllowance(allowance) ? null : new Set(Object.keys(allowance)),
    };
    this.#rules = this.#compile({});
  }

  /**
   * When the target is due for a ticket that starts at an instant and never pauses.
   *
   * @param startedAt the start; out of hours is fine, nothing is used until the calendar opens.
   * @param options the severity, where the allowance depends on it; choices over the target's own
   * @throws {HistoryError} where the severity is missing, or has no allowance.
   * @throws {CoverageError} where the calendar does not reach that far.
   * @example nhsmail().targets.incidentResolution?.due("2026-11-20T17:00:00Z").toISO() // "2026-11-25T20:00:00.000+00:00"
   */
  due(
    startedAt: InstantLike,
    options: ChoiceOverrides & { readonly severity?: string } = {},
  ): DateTime {
    const startMs = toEpochMs(startedAt);
    const { severity = null } = options;
    const allowance = this.#rulesWith(options).allowanceFor(severity);
    const measure = allowance.from(startMs);
    return DateTime.fromMillis(measure.add(startMs, measure.allowance), { zone: allowance.zone });
  }

  /**
   * Where the target stands for a ticket, from its history.
   *
   * @param history its events in any order; those of one instant keep theirs
   * @throws {HistoryError} for an unknown state or severity, naming the ticket and the event. A
   *   history that never starts is no error: its reading is `pending`.
   */
  track(history: readonly HistoryEvent[], options: TrackOptions): SlaReading {
    const asOfMs = toEpochMs(options.asOf);
    const rules = this.#rulesWith(options);
    const clock = new Clock(rules);
    run(clock, readHistory(history, this.#words, options.ticket), asOfMs);
    return this.#reading(clock, asOfMs, rules, options.ticket);
  }

  /**
   * A clock that takes events one by one, as they happen, and can be read, saved and gone on from at
   * any point between them. Taking every event of a history and reading it gives what {@link track}
   * gives.
   *
   * @param options `from`: what an earlier clock of the same target, with the same choices, saved
   */
  follow(
    options: ChoiceOverrides & { readonly ticket?: string; readonly from?: ClockState } = {},
  ): TicketClock {
    const { ticket, from } = options;
    const rules = this.#rulesWith(options);
    return new TicketClock(
      new Clock(rules, from === undefined ? undefined : readState(from)),
      (state) => new Clock(rules, state),
      (event, index) => readEvent(event, this.#words, { ticket, index }),
      (clock, asOfMs) => this.#reading(clock, asOfMs, rules, ticket),
    );
  }

  /**
   * The same readings for many tickets, one by one as they are asked for, in plain numbers and
   * without what needs the whole history kept: warnings, cycles and segments. A ticket that cannot be
   * tracked yields its error, and the rest go on.
   */
  trackMany(
    histories: Iterable<TicketHistory>,
    options: Omit<TrackOptions, "ticket">,
  ): IterableIterator<BulkResult> {
    return this.#trackEach(histories, toEpochMs(options.asOf), this.#rulesWith(options));
  }

  *#trackEach(
    histories: Iterable<TicketHistory>,
    asOfMs: number,
    rules: ClockRules,
  ): Generator<BulkResult, undefined> {
    for (const { ticket, events } of histories) {
      yield this.#result(ticket, () => {
        const clock = new Clock(rules, undefined, false);
        run(clock, readHistory(events, this.#words, ticket), asOfMs);
        return readClock(clock, asOfMs, () => measureFrom(rules, clock, asOfMs));
      });
    }
  }

  #result(ticket: string, read: () => NumericReading): BulkResult {
    try {
      return { ticket, error: null, ...read() };
    } catch (error) {
      if (error instanceof CoreHoursError) return { ticket, error };
      throw error;
    }
  }

  /** The full reading of a clock that has been advanced to `asOfMs` and keeps its stretches. */
  #reading(
    clock: Clock,
    asOfMs: number,
    rules: ClockRules,
    ticket: string | undefined,
  ): SlaReading {
    const numbers = readClock(clock, asOfMs, () => measureFrom(rules, clock, asOfMs));
    const state = clock.save();
    return dressReading(numbers, asOfMs, {
      ticket: ticket ?? null,
      target: this.id,
      title: this.title,
      clause: this.clause,
      zone:
        numbers.startedAtMs === null
          ? this.#context.zone
          : rules.allowanceFor(numbers.severity).zone,
      warnings: warningsOf(this.definition.warnAt ?? [], numbers, asOfMs, state, rules),
      cycles: state.cycles,
      segments: () => segmentsOf(state, rules),
    });
  }

  #rulesWith(options: ChoiceOverrides): ClockRules {
    return hasOverrides(options) ? this.#compile(options) : this.#rules;
  }

  #compile(options: ChoiceOverrides): ClockRules {
    const choices = choose(this.definition, options);
    const compiled = new Map<AllowanceDefinition, Allowance>();
    return {
      ...choices,
      allowanceFor: (severity) => {
        const definition = this.#definitionFor(severity);
        let allowance = compiled.get(definition);
        if (!allowance) {
          allowance = compileAllowance(definition, choices, this.#context);
          compiled.set(definition, allowance);
        }
        return allowance;
      },
    };
  }

  #definitionFor(severity: string | null): AllowanceDefinition {
    const { allowance } = this.definition;
    if (isAllowance(allowance)) return allowance;
    const found = severity !== null && Object.hasOwn(allowance, severity);
    const definition = found ? allowance[severity] : undefined;
    if (definition) return definition;
    const code = severity === null ? "severity-missing" : "severity-without-allowance";
    const what =
      severity === null ? "needs a severity" : `has no allowance for severity ${show(severity)}`;
    throw new HistoryError(
      code,
      `Target "${this.id}" ${what}; it has allowances for ${Object.keys(allowance).join(", ")}.`,
      { target: this.id, given: severity },
    );
  }
}

function rolesOf(definition: TargetDefinition): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>();
  for (const role of ["runs", "pauses", "stops", "cancels"] as const) {
    for (const state of definition[role] ?? []) roles.set(state, role);
  }
  return roles;
}

/** Takes the events up to an instant and brings the clock to it. */
function run(clock: Clock, events: readonly Event[], asOfMs: number): void {
  for (const event of events) {
    if (event.atMs > asOfMs) break;
    clock.take(event.atMs, event);
  }
  clock.advance(asOfMs);
}

/** The measure of a clock that has not started, if it started now. */
function measureFrom(rules: ClockRules, clock: Clock, startMs: number): Measure | null {
  try {
    return rules.allowanceFor(clock.now.severity).from(startMs);
  } catch (error) {
    // A ticket that has not started may not have been graded yet either.
    if (error instanceof HistoryError) return null;
    throw error;
  }
}
