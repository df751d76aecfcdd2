import { type DatedEvent, readHistory } from "../clock/history";
import type { ClockState } from "../clock/saved-clock";
import type { SlaReading } from "../reading/by-status";
import type { Asked } from "./asked";
import { FollowedClock, type Late, workingsOf } from "./followed";
import { type FollowOptions, workingNotKept } from "./options";
import { outdatedTogether, readTogether, type SlaClockState, savedTogether } from "./saved-sla";

/** How the clocks of several targets begin. */
interface Beginning {
  readonly ticket: string | undefined;
  readonly keepWorking: boolean;
  /** What each clock saved; null for new clocks. */
  readonly saved: ReadonlyMap<string, ClockState> | null;
  /** The events that new clocks take first. */
  readonly events: readonly DatedEvent[];
}

/** The clocks of several targets for one ticket. They take an event together or not at all. */
export class FollowedTogether {
  readonly #policy: string;
  readonly #clocks: ReadonlyMap<string, FollowedClock>;

  constructor(policy: string, asked: readonly Asked[], beginning: Beginning) {
    const { ticket, keepWorking, saved, events } = beginning;
    this.#policy = policy;
    this.#clocks = new Map(
      asked.map(({ target, rules }) => {
        const workings = workingsOf(target, rules, ticket, keepWorking);
        const clock = new FollowedClock(workings, saved?.get(target.id) ?? null, events);
        return [target.id, clock];
      }),
    );
  }

  /** How many events they have taken, which is the place of the next. */
  get taken(): number {
    return [...this.#clocks.values()][0]?.taken ?? 0;
  }

  /** When the last event was; null before the first. */
  get lastMs(): number | null {
    return [...this.#clocks.values()][0]?.lastMs ?? null;
  }

  /** Takes an event that has been read. If one clock cannot take it, all stay as they were. */
  take(read: DatedEvent, late: Late): void {
    const waysBack: (() => void)[] = [];
    try {
      for (const clock of this.#clocks.values()) {
        const wayBack = clock.wayBack();
        clock.take(read, late);
        waysBack.push(wayBack);
      }
    } catch (error) {
      for (const goBack of waysBack) goBack();
      throw error;
    }
  }

  /** Where each clock stands at an instant. @throws {HistoryError} if that is before the last event. */
  readAt(asOfMs: number): Readonly<Record<string, SlaReading>> {
    const readings = [...this.#clocks].map(([id, clock]) => [id, clock.readAt(asOfMs)] as const);
    return Object.freeze(Object.fromEntries(readings));
  }

  /** All that the clocks know, as one JSON value. */
  save(): SlaClockState {
    const saved = [...this.#clocks].map(([id, clock]) => [id, clock.save()] as const);
    return savedTogether(this.#policy, saved);
  }
}

/**
 * The clocks of several targets, new or continued.
 *
 * @throws {HistoryError} for the saved clocks of another policy, and for saved clocks that cannot continue
 *   without the ticket's events.
 */
export function followTogether(
  policy: string,
  asked: readonly Asked[],
  options: Pick<FollowOptions, "ticket" | "history" | "keepWorking"> & {
    readonly from?: unknown;
  },
): FollowedTogether {
  const { ticket, from, history, keepWorking } = options;
  const saved = from === undefined ? null : readTogether(from, policy, asked);
  const keeps = keepWorking ?? saved?.keepsWorking ?? false;
  const usable = saved && (!keeps || saved.keepsWorking) ? saved.clocks : null;
  if (saved && !usable && history === undefined) {
    throw saved.clocks ? workingNotKept() : outdatedTogether(saved, policy, asked);
  }
  let events: readonly DatedEvent[] = [];
  if (!usable && history !== undefined) events = readHistory(history, ticket);
  return new FollowedTogether(policy, asked, { ticket, keepWorking: keeps, saved: usable, events });
}
