import { given, isIterable } from "../../input/options";
import {
  type DatedEvent,
  type HistoryEvent,
  readHistory,
  type TicketEvent,
  type TicketHistory,
} from "../clock/history";
import type { SpeltEvent, SpeltFollow, SpeltHistory, SpeltTicket } from "../clock/spelt";
import { type Asked, askedOf, asOfIn, type WhichTargets } from "./asked";
import type { Asking } from "./asking";
import { type NamedResult, trackEachTogether } from "./bulk";
import { type HistoryColumns, historiesInvalid, type ReadingColumns } from "./columns";
import { followTogether } from "./followed-together";
import {
  type BulkOptions,
  checkedTicket,
  checkStream,
  closingStates,
  type FollowOptions,
  type StreamOptions,
  type TrackOptions,
} from "./options";
import type { BulkResult } from "./run";
import type { SlaClockState } from "./saved-sla";
import { type Readings, SlaClock } from "./sla-clock";
import { trackStream } from "./stream";
import { newRuns, runTogether } from "./together";
import { trackColumnsTogether } from "./track-columns";

/** The options of `sla.track`. */
export interface SlaTrackOptions<N extends string = string> extends TrackOptions, WhichTargets<N> {}

/** The options of `sla.trackMany`. */
export interface SlaBulkOptions<N extends string = string> extends BulkOptions, WhichTargets<N> {}

/** The options of `sla.trackStream`. */
export interface SlaStreamOptions<N extends string = string, S extends string = string>
  extends StreamOptions<S>,
    WhichTargets<N> {}

/** The options of `sla.follow`. */
export interface SlaFollowOptions<N extends string = string>
  extends Omit<FollowOptions, "from">,
    WhichTargets<N> {
  /** What clocks of the same policy saved together earlier. */
  readonly from?: SlaClockState | undefined;
}

/** One ticket's outcome against one target: its reading in numbers, or why there is none. */
export type SlaResult<N extends string = string> = BulkResult & { readonly target: N };

/** The forms of a policy that ask all its targets in one pass over the events. */
export interface SlaForms<
  N extends string = string,
  S extends string = string,
  V extends string = string,
> {
  /**
   * Where every target stands for a ticket, from one pass over its history.
   *
   * @param history its events in any order; events of one instant keep their order
   * @param options `targets`: the targets to ask, all if omitted; the rest as for {@link Target.track}
   * @returns a reading for each target, by its name: the same that each target gives if it is asked alone
   * @throws {HistoryError} the error that the first target to refuse the history gives if it is asked alone.
   * @example
   * const { respond, fix } = sla.track(history, { asOf: "2026-11-20T16:30:00Z" });
   * respond.status; // "met"
   */
  track<const E extends HistoryEvent, const T extends N = N>(
    history: SpeltHistory<E, S, V>,
    options: SlaTrackOptions<T>,
  ): Readings<T>;
  /**
   * The same for many tickets, in plain numbers: for each ticket, the result of each target in turn.
   * Histories as {@link HistoryColumns} give the columns of each target, all at once.
   */
  trackMany<const T extends N = N>(
    histories: HistoryColumns,
    options: SlaBulkOptions<T>,
  ): Readonly<Record<T, ReadingColumns>>;
  trackMany<const H extends TicketHistory, const T extends N = N>(
    histories: Iterable<SpeltTicket<H, S, V>>,
    options: SlaBulkOptions<T>,
  ): IterableIterator<SlaResult<T>>;
  /**
   * The same for a log of events too large to hold: the results of a ticket come when an event closes it,
   * or else when the log ends; see {@link Target.trackStream}.
   */
  trackStream<const E extends TicketEvent>(
    events: Iterable<SpeltEvent<E, S, V>> | AsyncIterable<SpeltEvent<E, S, V>>,
    options: SlaStreamOptions<N, S>,
  ): AsyncIterableIterator<SlaResult<N>>;
  /**
   * The clocks of every target for one ticket. They take its events one by one; see
   * {@link Target.follow}. They save one value, which only the same policy can go on from.
   */
  follow<const E extends HistoryEvent, const T extends N = N>(
    options?: SpeltFollow<SlaFollowOptions<T>, E, S, V>,
  ): SlaClock<T, S, V>;
}

/** Makes the forms of a policy, over its targets. */
export function slaForms({ policy, targets, states }: Asking): SlaForms {
  return {
    track: (history, options) => {
      const asked = askedOf(targets, options, "track", ["asOf", "ticket"]);
      const asOfMs = asOfIn(options);
      const ticket = checkedTicket(options);
      return trackTogether(readHistory(history, ticket), asked, asOfMs, ticket);
    },
    // The result has the form of the histories, as both overloads say.
    trackMany: ((histories: HistoryColumns | Iterable<TicketHistory>, options: SlaBulkOptions) => {
      const asked = askedOf(targets, options, "trackMany", ["asOf"]);
      const asOfMs = asOfIn(options);
      if (typeof histories === "object" && histories !== null) {
        if ("atMs" in histories) return trackColumnsTogether(histories, asked, asOfMs);
        if (isIterable(histories)) return trackEachTogether(histories, asked, asOfMs);
      }
      throw historiesInvalid(histories);
    }) as SlaForms["trackMany"],
    trackStream: (events, options) => {
      const asked = askedOf(targets, options, "trackStream", ["asOf", "closedBy"]);
      const asOfMs = asOfIn(options);
      checkStream(events);
      const streamed = asked.map(({ target, rules, words }) => ({
        work: { asOfMs, rules, words },
        give: (result: BulkResult): NamedResult => Object.assign(result, { target: target.id }),
      }));
      return trackStream(events, streamed, closingStates(given(options).closedBy ?? [], states));
    },
    follow: (options) => {
      const keys = ["ticket", "from", "history", "keepWorking"];
      const asked = askedOf(targets, options, "follow", keys);
      const ticket = checkedTicket(options);
      return new SlaClock(ticket, followTogether(policy, asked, { ...given(options), ticket }));
    },
  };
}

/** A reading for each target, from one pass over a history that has been read. */
export function trackTogether(
  events: readonly DatedEvent[],
  asked: readonly Asked[],
  asOfMs: number,
  ticket: string | undefined,
): Readings {
  const runs = newRuns(asked);
  runTogether(runs, events, asOfMs, ticket);
  const readings = runs.map(({ asked: { target, rules }, clock, error }) => {
    if (error) throw error;
    return [target.id, target.reading(clock, asOfMs, rules, ticket)] as const;
  });
  return Object.freeze(Object.fromEntries(readings));
}
