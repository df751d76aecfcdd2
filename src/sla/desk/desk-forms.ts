import { given, isIterable } from "../../input/options";
import { ownError } from "../../input/own-error";
import { describe, show } from "../../input/show";
import {
  HistoryError,
  type HistoryEvent,
  readHistory,
  readTicket,
  type TicketEvent,
  type TicketHistory,
  ticketNamed,
} from "../clock/history";
import type { SpeltEvent, SpeltFollow, SpeltHistory, SpeltTicket } from "../clock/spelt";
import { asOfIn } from "../target/asked";
import type { Asking } from "../target/asking";
import { checkedTicket, checkStream, closingStates } from "../target/options";
import { resultOf } from "../target/run";
import type { Readings } from "../target/sla-clock";
import {
  type SlaBulkOptions,
  type SlaFollowOptions,
  type SlaStreamOptions,
  type SlaTrackOptions,
  trackTogether,
} from "../target/sla-forms";
import { numberRuns, numbersOf, runTogether } from "../target/together";
import { type AskedPolicy, askedRows } from "./asked-rows";
import { chosen, type DeskRow, factsOf } from "./choose";
import { type DeskClock, followDesk } from "./desk-clock";
import { streamDesk } from "./desk-stream";
import { type DeskRowResult, failed, namedBy } from "./results";
import type { DeskClockState } from "./saved-desk";

/** The options of `desk.follow`. */
export interface DeskFollowOptions<N extends string = string>
  extends Omit<SlaFollowOptions<N>, "from"> {
  /** What a clock of the same desk saved earlier. */
  readonly from?: DeskClockState | undefined;
}

/** One ticket's outcome against one target of its policy, or why its policy cannot be determined. */
export type DeskResult<N extends string = string> = DeskRowResult & {
  readonly target: N | null;
};

/** The forms of a desk: those of a policy, with the policy chosen by ticket. */
export interface DeskForms<
  N extends string = string,
  S extends string = string,
  V extends string = string,
> {
  /**
   * Where every target of the ticket's policy stands, from one pass over its history.
   *
   * The policy is the first that matches the ticket's fields at `asOf` and the date of its first event. It
   * holds for the whole history, as if it had been the ticket's policy from the start.
   *
   * @returns a reading for each target of that policy, by its name
   * @throws {HistoryError} `policy-unmatched` if no policy of the desk matches the ticket.
   */
  track<const E extends HistoryEvent>(
    history: SpeltHistory<E, S, V>,
    options: SlaTrackOptions<N>,
  ): Partial<Readings<N>>;
  /**
   * The same for many tickets, in plain numbers: for each ticket, the result of each target of its policy. A
   * ticket that no policy matches gives one result, with its error and `policy: null`.
   */
  trackMany<const H extends TicketHistory>(
    histories: Iterable<SpeltTicket<H, S, V>>,
    options: SlaBulkOptions<N>,
  ): IterableIterator<DeskResult<N>>;
  /**
   * The same for a log of events of all tickets, in order of time. The events of open tickets are kept,
   * since a ticket's policy can change until it closes.
   */
  trackStream<const E extends TicketEvent>(
    events: Iterable<SpeltEvent<E, S, V>> | AsyncIterable<SpeltEvent<E, S, V>>,
    options: SlaStreamOptions<N, S>,
  ): AsyncIterableIterator<DeskResult<N>>;
  /**
   * The clocks of a ticket's policy, which take its events one by one. A ticket that comes under another
   * policy later needs a clock that keeps its working.
   */
  follow<const E extends HistoryEvent>(
    options?: SpeltFollow<DeskFollowOptions<N>, E, S, V>,
  ): DeskClock<N, S, V>;
}

/** The forms of a desk. Its policies come in the order in which they are tried. */
export function deskForms(rows: readonly DeskRow<Asking>[]): DeskForms {
  const states = new Set(rows.flatMap(({ policy }) => [...policy.states]));
  return {
    track: (history, options) => {
      const asked = askedRows(rows, options, "track", ["asOf", "ticket"]);
      const asOfMs = asOfIn(options);
      const ticket = checkedTicket(options);
      const events = readHistory(history, ticket);
      const { policy } = chosen(asked, factsOf(events, asOfMs), ticket);
      return trackTogether(events, policy.asked, asOfMs, ticket);
    },
    trackMany: (histories, options) => {
      const asked = askedRows(rows, options, "trackMany", ["asOf"]);
      const asOfMs = asOfIn(options);
      if (isIterable(histories)) return trackEach(histories, asked, asOfMs);
      throw new HistoryError(
        "histories-invalid",
        `Histories were expected, not ${describe(histories)}; give a desk a list of { ticket, events }, since columns have no place for fields.`,
        { given: show(histories) },
      );
    },
    trackStream: (events, options) => {
      const asked = askedRows(rows, options, "trackStream", ["asOf", "closedBy"]);
      const asOfMs = asOfIn(options);
      checkStream(events);
      return streamDesk(
        events,
        asked,
        asOfMs,
        closingStates(given(options).closedBy ?? [], states),
      );
    },
    follow: (options) => {
      const keys = ["ticket", "from", "history", "keepWorking"];
      const asked = askedRows(rows, options, "follow", keys);
      return followDesk(asked, { ...given(options), ticket: checkedTicket(options) });
    },
  };
}

/** Tickets whose histories are lists, one by one as they are asked for. */
function* trackEach(
  histories: Iterable<TicketHistory>,
  rows: readonly DeskRow<AskedPolicy>[],
  asOfMs: number,
): Generator<DeskRowResult, undefined> {
  for (const history of histories) {
    const ticket = ticketNamed(history);
    try {
      const events = readHistory(readTicket(history).events, ticket);
      const row = chosen(rows, factsOf(events, asOfMs), ticket);
      const runs = numberRuns(row.policy.asked);
      runTogether(runs, events, asOfMs, ticket);
      for (const run of runs) {
        const give = namedBy(row.id, run.asked.target.id);
        yield give(resultOf(ticket, () => numbersOf(run, asOfMs)));
      }
    } catch (error) {
      yield failed(ticket, ownError(error));
    }
  }
}
