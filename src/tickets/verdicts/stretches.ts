import type { Target, WorkingCalendar } from "../../index";
import { type Role, roleOf } from "../log/policies";
import type { TicketEvent } from "../log/ticket-log";

/** A part of a ticket's life in one state, and how much of it lies within the hours of a calendar. */
export interface StateStretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly state: string;
  /** What the clock does meanwhile. */
  readonly role: Exclude<Role, "none">;
  /** Time within the hours of the calendar; all of it without a calendar. */
  readonly openMs: number;
}

/**
 * A ticket's life from the start of a target's clock to its end or to an instant, state by state.
 *
 * It knows what the states do, but none of the target's choices: time between a stop and a re-opening has the role `stops`.
 *
 * @param calendar the calendar to measure on; null for the wall clock
 * @param asOfMs the instant up to which an open ticket is followed, epoch milliseconds
 */
export function stateStretches(
  target: Target,
  events: readonly TicketEvent[],
  calendar: WorkingCalendar | null,
  asOfMs: number,
): StateStretch[] {
  const changes = [...events]
    .filter(({ at, state }) => at <= asOfMs && state !== undefined)
    .sort((a, b) => a.at - b.at);
  const stretches: StateStretch[] = [];
  const close = (open: Open | null, toMs: number) => {
    if (!open || toMs <= open.fromMs) return;
    stretches.push({ ...open, toMs, openMs: openTime(calendar, open.fromMs, toMs) });
  };
  let open: Open | null = null;
  for (const { at, state = "" } of changes) {
    const next: Open | null = opened(open, at, state, roleOf(target, state));
    if (next === open) continue;
    close(open, at);
    open = next;
  }
  if (open && !isEnd(open)) close(open, asOfMs);
  // Between being resolved and being closed, say, nothing is open.
  else while (stretches.length > 0 && isEnd(stretches.at(-1))) stretches.pop();
  return stretches;
}

function isEnd(stretch: Pick<StateStretch, "role"> | undefined): boolean {
  return stretch?.role === "stops" || stretch?.role === "cancels";
}

type Open = Pick<StateStretch, "fromMs" | "state" | "role">;

/** The stretch that a change of state begins; the same as before if it changes nothing. */
function opened(open: Open | null, at: number, state: string, does: Role): Open | null {
  const role = does === "none" ? open?.role : does;
  // Nothing is measured before the clock starts.
  if (role === undefined || (open === null && role !== "runs")) return open;
  return open?.state === state && open.role === role ? open : { fromMs: at, state, role };
}

function openTime(calendar: WorkingCalendar | null, fromMs: number, toMs: number): number {
  return calendar ? calendar.timeline.between(fromMs, toMs) : toMs - fromMs;
}
