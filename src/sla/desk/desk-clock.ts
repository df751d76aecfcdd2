import { type InstantLike, toEpochMs } from "../../time/instant";
import type { ErrorCode } from "../../timeline";
import {
  type DatedEvent,
  HistoryError,
  type HistoryEvent,
  inOrder,
  readEvent,
  readHistory,
} from "../clock/history";
import { FORM } from "../clock/saved-clock";
import type { SpeltEvent } from "../clock/spelt";
import { dated, type Late, saved, tooLate } from "../target/followed";
import { FollowedTogether, followTogether } from "../target/followed-together";
import { workingNotKept } from "../target/options";
import { fieldsAt } from "../target/shared-fields";
import type { Readings } from "../target/sla-clock";
import { lateIn, type TakeOptions } from "../target/ticket-clock";
import type { AskedPolicy } from "./asked-rows";
import { choose, type DeskRow, factsOf, type TicketFacts, unmatched } from "./choose";
import { type DeskClockState, outdatedDesk, policyChanged, readSavedDesk } from "./saved-desk";

/** What a desk's clock needs to run. */
export interface DeskFollowing {
  readonly rows: readonly DeskRow<AskedPolicy>[];
  readonly ticket: string | undefined;
  readonly keepWorking: boolean;
}

/** Where a desk's clock stands: the facts of the ticket, its policy, and the clocks of that policy. */
interface Standing {
  readonly facts: TicketFacts;
  /** When the last event was. */
  readonly lastMs: number | null;
  readonly row: DeskRow<AskedPolicy> | undefined;
  readonly clocks: FollowedTogether | null;
  /** Every event; null once the events are forgotten. */
  readonly events: DatedEvent[] | null;
}

/** A ticket's clocks under its policy of a desk. The policy may change. */
export class DeskClock<
  N extends string = string,
  S extends string = string,
  V extends string = string,
> {
  readonly #following: DeskFollowing;
  #standing: Standing;
  #taken: number;

  /** @internal Made by `desk.follow`. */
  constructor(following: DeskFollowing, standing: Standing, taken: number) {
    this.#following = following;
    this.#standing = standing;
    this.#taken = taken;
  }

  /** The id of the ticket's policy; null as long as no policy of the desk matches it. */
  get policy(): string | null {
    return idOf(this.#standing.row);
  }

  /**
   * Takes the next event. One that cannot be taken leaves the clock as it was.
   *
   * @throws {HistoryError} as `sla.follow` does. `policy-changed` for an event that brings the ticket
   *   under another policy, unless the clock keeps its working or is still at the ticket's first instant.
   */
  take<const E extends HistoryEvent>(event: SpeltEvent<E, S, V>, options?: TakeOptions): void {
    const late = lateIn(options);
    const read = readEvent(event, { ticket: this.#following.ticket, index: this.#taken });
    const { lastMs } = this.#standing;
    this.#standing =
      lastMs !== null && read.atMs < lastMs
        ? this.#withLate(read, lastMs, late)
        : this.#withNext(read, late);
    this.#taken++;
  }

  /**
   * Where every target of the ticket's policy stands at an instant, if nothing more happens until then.
   *
   * @throws {HistoryError} `policy-unmatched` if no policy of the desk matches the ticket;
   *   `as-of-before-last-event` if the instant lies before the last event.
   */
  read(asOf: InstantLike): Partial<Readings<N>> {
    const asOfMs = toEpochMs(asOf);
    const { clocks, facts } = this.#standing;
    const { rows, ticket } = this.#following;
    if (!clocks) throw unmatched(rows, facts, ticket);
    // The type names the targets of these clocks.
    return clocks.readAt(asOfMs) as Partial<Readings<N>>;
  }

  /** All that the clock knows, as JSON; `desk.follow({ from })` goes on from it. */
  save(): DeskClockState {
    const { facts, row, clocks, events } = this.#standing;
    return {
      version: FORM,
      policy: idOf(row),
      keepWorking: this.#following.keepWorking,
      taken: this.#taken,
      ...facts,
      events: events ? events.map(saved) : null,
      clocks: clocks && !events ? clocks.save() : null,
    };
  }

  #withNext(read: DatedEvent, late: Late): Standing {
    const before = this.#standing;
    const { rows, keepWorking } = this.#following;
    const fields = fieldsAt(before.facts.fields, [read], true);
    const facts = { fields, openedAtMs: before.facts.openedAtMs ?? read.atMs };
    const row = choose(rows, facts);
    if (row !== before.row) {
      if (!before.events) throw policyChanged(idOf(before.row), idOf(row));
      return standingOn([...before.events, read], this.#following);
    }
    before.clocks?.take(read, late);
    before.events?.push(read);
    return withoutOld({ ...before, facts, lastMs: read.atMs }, keepWorking);
  }

  #withLate(read: DatedEvent, lastMs: number, late: Late): Standing {
    const { events } = this.#standing;
    if (!events || late === "refuse") throw tooLate(read.atMs, lastMs, late);
    return standingOn(inOrder([...events, read]), this.#following);
  }
}

/** The id of a policy; null if there is none. */
function idOf(row: DeskRow<AskedPolicy> | undefined): string | null {
  return row ? row.id : null;
}

/** Where a clock stands after some events, in order of time. */
function standingOn(events: DatedEvent[], { rows, ticket, keepWorking }: DeskFollowing): Standing {
  const facts = factsOf(events, Number.POSITIVE_INFINITY);
  const lastMs = events.at(-1)?.atMs ?? null;
  const row = events.length === 0 ? undefined : choose(rows, facts);
  if (!row) return { facts, lastMs, row, clocks: null, events };
  const beginning = { ticket, keepWorking, saved: null, events };
  const clocks = new FollowedTogether(row.id, row.policy.asked, beginning);
  return withoutOld({ facts, lastMs, row, clocks, events }, keepWorking);
}

/** The same, without the events once the ticket has a policy and has left its first instant. */
function withoutOld(standing: Standing, keepWorking: boolean): Standing {
  const { facts, lastMs, row } = standing;
  const isLater = lastMs !== facts.openedAtMs;
  return row !== undefined && isLater && !keepWorking ? { ...standing, events: null } : standing;
}

/** A desk's clock, new or continued. */
export function followDesk<N extends string>(
  rows: readonly DeskRow<AskedPolicy>[],
  options: {
    readonly ticket: string | undefined;
    readonly from?: unknown;
    readonly history?: readonly HistoryEvent[] | undefined;
    readonly keepWorking?: boolean | undefined;
  },
): DeskClock<N> {
  const { ticket, from, history } = options;
  const state = from === undefined ? null : readSavedDesk(from);
  const keepWorking = options.keepWorking ?? state?.keepWorking ?? false;
  const following = { rows, ticket, keepWorking };
  const anew = (events: DatedEvent[]) =>
    new DeskClock<N>(following, standingOn(events, following), events.length);
  if (!state) return anew(history === undefined ? [] : readHistory(history, ticket));
  if (state.events) {
    const events = state.events.map(dated);
    return new DeskClock<N>(following, standingOn(events, following), state.taken);
  }
  try {
    return new DeskClock<N>(following, standingFrom(state, following), state.taken);
  } catch (error) {
    const isOutdated = error instanceof HistoryError && REPLAYED.includes(error.code);
    if (!isOutdated || history === undefined) throw error;
    return anew(readHistory(history, ticket));
  }
}

/** The refusals of a saved clock that let the ticket's events be taken again, if they are given. */
const REPLAYED: readonly ErrorCode[] = ["saved-clock-outdated", "working-not-kept"];

/** Where a clock stood that kept no events. @throws {HistoryError} if no clock can go on from it. */
function standingFrom(
  { fields, openedAtMs, policy, clocks: from }: DeskClockState,
  { rows, ticket, keepWorking }: DeskFollowing,
): Standing {
  const facts = { fields, openedAtMs };
  const row = choose(rows, facts);
  if (!row || row.id !== policy) throw outdatedDesk(policy, idOf(row));
  if (keepWorking) throw workingNotKept();
  const clocks = followTogether(row.id, row.policy.asked, { ticket, from });
  return { facts, lastMs: clocks.lastMs, row, clocks, events: null };
}
