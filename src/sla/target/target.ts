import { DateTime } from "luxon";
import type { WorkingCalendar } from "../../calendar/working-calendar";
import { checkKeys, given, isIterable } from "../../input/options";
import { type InstantLike, toEpochMs } from "../../time/instant";
import { type ChoiceOverrides, type Choices, OVERRIDES } from "../clock/choices";
import { Clock } from "../clock/clock";
import {
  checkSeverity,
  type HistoryEvent,
  readHistory,
  type TicketEvent,
  type TicketHistory,
} from "../clock/history";
import type { Spelt, SpeltEvent, SpeltFollow, SpeltHistory, SpeltTicket } from "../clock/spelt";
import type { SlaReading } from "../reading/by-status";
import { asOfIn } from "./asked";
import { trackEach } from "./bulk";
import { type HistoryColumns, historiesInvalid, type ReadingColumns } from "./columns";
import type { CompiledTarget } from "./compiled-target";
import { promisesOf, type SeverityPromise, type TargetDefinition } from "./definition";
import { followed } from "./followed";
import {
  type BulkOptions,
  checkedTicket,
  checkStream,
  closingStates,
  type FollowOptions,
  type StreamOptions,
  type TrackOptions,
} from "./options";
import { type BulkResult, type BulkWork, runClock } from "./run";
import { trackStream } from "./stream";
import { TicketClock } from "./ticket-clock";
import { trackColumns } from "./track-columns";

/** One promise of a policy. It tells when a ticket is due and whether the promise was kept. */
export class Target<S extends string = string, V extends string = string> {
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
  /**
   * What it promises: one entry for each severity, or a single one with the severity null. It has none if
   * its document states no amount.
   */
  readonly promises: readonly SeverityPromise[];
  readonly #compiled: CompiledTarget;

  /** @internal Made by {@link defineSla}. */
  constructor(compiled: CompiledTarget) {
    this.id = compiled.id;
    this.title = compiled.title;
    this.clauses = compiled.clauses;
    this.states = compiled.states;
    this.severities = compiled.severities;
    this.definition = compiled.definition;
    this.choices = compiled.choices;
    this.promises = promisesOf(compiled.definition);
    this.#compiled = compiled;
    Object.freeze(this);
  }

  /**
   * When the target is due for a ticket that starts at an instant and never pauses.
   *
   * @param startedAt the start. It may be out of hours: nothing is used until the calendar opens
   * @param options the severity, if the allowance depends on it; choices that override the target's
   * @throws {HistoryError} if the severity is missing or has no allowance.
   * @throws {AllowanceError} `allowance-agreed` if the target promises an agreed date and no amount.
   * @throws {CoverageError} if the calendar does not reach that far.
   * @example nhsmail().targets.incidentResolution.due("2026-11-20T17:00:00Z").toISO() //
   *   "2026-11-25T20:00:00.000+00:00"
   */
  due<const G extends string = V>(
    startedAt: InstantLike,
    options?: ChoiceOverrides & { readonly severity?: G | undefined } & {
      readonly severity?: Spelt<G, V> | undefined;
    },
  ): DateTime {
    checkKeys(given(options), ["severity", ...OVERRIDES], "due");
    const startMs = toEpochMs(startedAt);
    const { severity } = given(options);
    if (severity !== undefined) {
      const subject = `Target "${this.id}"`;
      checkSeverity(
        severity,
        { ...this.#compiled.words, graded: null },
        { ticket: undefined, subject },
      );
    }
    const allowance = this.#compiled.rulesWith(options).allowanceFor(severity ?? null);
    const measure = allowance.from(startMs);
    return DateTime.fromMillis(measure.add(startMs, measure.allowance), { zone: allowance.zone });
  }

  /**
   * The calendar that the target's clock runs on.
   *
   * @param severity the ticket's severity. Without one, or if it has no allowance, the first allowance
   *   gives the calendar
   * @returns null if the allowance is in calendar days, weeks or months, since every day counts
   * @example nhsmail().targets.incidentResolution.calendarFor(null)?.title // "NHSmail core hours"
   */
  calendarFor(severity: string | null): WorkingCalendar | null {
    return this.#compiled.calendarFor(severity);
  }

  /**
   * Where the target stands for a ticket, from its history.
   *
   * @param history its events in any order; events of one instant keep their order
   * @throws {HistoryError} for an unknown state or severity. It names the ticket and the event. A history
   *   that never starts is no error: its reading is `pending`.
   */
  track<const E extends HistoryEvent>(
    history: SpeltHistory<E, S, V>,
    options: TrackOptions,
  ): SlaReading {
    checkKeys(given(options), ["asOf", "ticket", ...OVERRIDES], "track");
    const ticket = checkedTicket(options);
    const asOfMs = asOfIn(options);
    const rules = this.#compiled.rulesWith(options);
    const clock = new Clock(rules);
    runClock(clock, readHistory(history, ticket), {
      asOfMs,
      words: this.#compiled.wordsBy(rules),
      ticket,
    });
    return this.#compiled.reading(clock, asOfMs, rules, ticket);
  }

  /**
   * A clock that takes events one by one, as they happen. It can be read, saved and continued at any point
   * between them. A clock that has taken every event of a history reads as {@link track} does, except that
   * it has segments only if it keeps its working.
   *
   * @param options `from`: what an earlier clock of the same target, with the same choices, saved;
   *   `history`: the ticket's events so far, to go on under a policy that has changed since;
   *   `keepWorking`: whether to explain readings and replay late events
   * @throws {HistoryError} `saved-clock-of-another` for the saved clock of another policy or target;
   *   `saved-clock-outdated` for a clock saved before the policy or the choices changed, if `history` is
   *   not given.
   */
  follow<const E extends HistoryEvent>(
    options?: SpeltFollow<FollowOptions, E, S, V>,
  ): TicketClock<S, V> {
    checkKeys(given(options), ["ticket", "from", "history", "keepWorking", ...OVERRIDES], "follow");
    const rules = this.#compiled.rulesWith(options);
    const ticket = checkedTicket(options);
    const clock = followed(this.#compiled, rules, { ...given(options), ticket });
    return new TicketClock(clock, ticket);
  }

  /**
   * The same readings for many tickets, in plain numbers. They lack what needs the whole history: warnings,
   * cycles and segments. A ticket that cannot be tracked gives its error, and the rest go on.
   *
   * Histories as lists give results one by one, as they are asked for; as {@link HistoryColumns} they
   * give columns, all at once.
   */
  trackMany(histories: HistoryColumns, options: BulkOptions): ReadingColumns;
  trackMany<const T extends TicketHistory>(
    histories: Iterable<SpeltTicket<T, S, V>>,
    options: BulkOptions,
  ): IterableIterator<BulkResult>;
  trackMany(
    histories: HistoryColumns | Iterable<TicketHistory>,
    options: BulkOptions,
  ): ReadingColumns | IterableIterator<BulkResult> {
    const bulk = this.#bulk(options, "trackMany", ["asOf"]);
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
   * @param events the events of all tickets; each ticket's events in order of time. A ticket with an event
   *   that is out of order or cannot be read gives its error.
   * @param options `closedBy`: the states that close a ticket for good. Its result is given as soon as
   *   the log goes on to another instant, and only its name is remembered. An event that comes after
   *   that and would have changed the result gives an error beside it.
   */
  trackStream<const E extends TicketEvent>(
    events: Iterable<SpeltEvent<E, S, V>> | AsyncIterable<SpeltEvent<E, S, V>>,
    options: StreamOptions<S>,
  ): AsyncIterableIterator<BulkResult> {
    const { closedBy = [] } = given(options);
    checkStream(events);
    const work = this.#bulk(options, "trackStream", ["asOf", "closedBy"]);
    const targets = [{ work, give: (result: BulkResult) => result }];
    return trackStream(events, targets, closingStates(closedBy, this.states));
  }

  #bulk(options: BulkOptions, form: string, keys: readonly string[]): BulkWork {
    checkKeys(given(options), [...keys, ...OVERRIDES], form);
    const asOfMs = asOfIn(options);
    const rules = this.#compiled.rulesWith(options);
    return { asOfMs, rules, words: this.#compiled.wordsBy(rules) };
  }
}
