import { type InstantLike, toEpochMs } from "../../time/instant";
import { type DatedEvent, type HistoryEvent, readEvent, readHistory } from "../clock/history";
import type { SlaReading } from "../reading/sla-reading";
import type { Asked } from "./asked";
import { FollowedClock, workingsOf } from "./followed";
import { type FollowOptions, workingNotKept } from "./options";
import { outdatedTogether, readTogether, type SlaClockState, savedTogether } from "./saved-sla";
import { lateIn, type TakeOptions } from "./ticket-clock";

/** A reading for each target. */
export type Readings<N extends string = string> = Readonly<Record<N, SlaReading>>;

/** The clocks of all targets for one ticket, which take its events together. */
export class SlaClock<N extends string = string> {
  readonly #policy: string;
  readonly #ticket: string | undefined;
  readonly #clocks: ReadonlyMap<string, FollowedClock>;

  /** @internal Made by `sla.follow`. */
  constructor(
    policy: string,
    ticket: string | undefined,
    clocks: ReadonlyMap<string, FollowedClock>,
  ) {
    this.#policy = policy;
    this.#ticket = ticket;
    this.#clocks = clocks;
  }

  /**
   * Takes the next event. If one target cannot take it, none does, and every clock stays as it was.
   *
   * @param options `late: "replay"` takes an event that comes late, after one that happened later, as
   *   if it had come in time. It needs clocks that keep their working.
   * @throws {HistoryError} as {@link TicketClock.take} does.
   */
  take(event: HistoryEvent, options?: TakeOptions): void {
    const late = lateIn(options);
    const clocks = [...this.#clocks.values()];
    const read = readEvent(event, { ticket: this.#ticket, index: clocks[0]?.taken ?? 0 });
    const waysBack: (() => void)[] = [];
    try {
      for (const clock of clocks) {
        const wayBack = clock.wayBack();
        clock.take(read, late);
        waysBack.push(wayBack);
      }
    } catch (error) {
      for (const goBack of waysBack) goBack();
      throw error;
    }
  }

  /**
   * Where every target stands at an instant, if nothing more happens until then.
   *
   * @throws {HistoryError} if the instant lies before the last event, which cannot be untaken.
   */
  read(asOf: InstantLike): Readings<N> {
    const asOfMs = toEpochMs(asOf);
    const readings = [...this.#clocks].map(([id, clock]) => [id, clock.readAt(asOfMs)] as const);
    // The clocks are those of the targets that are asked, which the type names.
    return Object.freeze(Object.fromEntries(readings)) as Readings<N>;
  }

  /**
   * All that the clocks know, as one value of JSON; `sla.follow({ from })` goes on from it. It says which
   * policy, targets and choices it belongs to, and has the events that it keeps once for all.
   */
  save(): SlaClockState {
    const saved = [...this.#clocks].map(([id, clock]) => [id, clock.save()] as const);
    return savedTogether(this.#policy, saved);
  }
}

/**
 * The clocks of some targets, new or gone on with.
 *
 * @throws {HistoryError} for the saved clocks of another policy, and for those that cannot be gone on
 *   from without the ticket's events.
 */
export function followTogether<N extends string>(
  policy: string,
  asked: readonly Asked[],
  options: Pick<FollowOptions, "ticket" | "history" | "keepWorking"> & {
    readonly from?: unknown;
  },
): SlaClock<N> {
  const { ticket, from, history, keepWorking } = options;
  const saved = from === undefined ? null : readTogether(from, policy, asked);
  const keeps = keepWorking ?? saved?.keepsWorking ?? false;
  const usable = saved && (!keeps || saved.keepsWorking) ? saved.clocks : null;
  if (saved && !usable && history === undefined) {
    throw saved.clocks ? workingNotKept() : outdatedTogether(from, policy, asked);
  }
  let events: readonly DatedEvent[] = [];
  if (!usable && history !== undefined) events = readHistory(history, ticket);
  const clocks = asked.map(({ target, rules }) => {
    const workings = workingsOf(target, rules, ticket, keeps);
    const state = usable?.get(target.id) ?? null;
    return [target.id, new FollowedClock(workings, state, events)] as const;
  });
  return new SlaClock(policy, ticket, new Map(clocks));
}
