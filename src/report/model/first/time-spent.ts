import { mainTarget } from "../../../tickets/log/policies";
import type { TicketLog } from "../../../tickets/log/ticket-log";
import { eventsFor } from "../../../tickets/verdicts/on-hold";
import type { ReportRow } from "../../../tickets/verdicts/row";
import { stateStretches } from "../../../tickets/verdicts/stretches";

/** Where the time of some tickets went, in milliseconds. The parts add up to the time they were open. */
export interface TimeSpent {
  readonly tickets: number;
  /** Within the hours, with the clock running. */
  readonly countedMs: number;
  /** Within the hours, paused. */
  readonly pausedMs: number;
  readonly outOfHoursMs: number;
  /** Between a stop and a re-opening. */
  readonly stoppedMs: number;
}

/** Where the time went, all of it and in parts. */
export interface WhereTimeWent {
  readonly total: TimeSpent;
  /** The paused time, by the state that pauses it, the longest first. */
  readonly byState: readonly { readonly state: string; readonly ms: number }[];
  /** The time by the group of the ticket, the longest first; empty without groups. */
  readonly byGroup: readonly { readonly group: string | null; readonly spent: TimeSpent }[];
}

/** The most groups and states on a first page. */
export const MOST_PARTS = 8;

type Sums = { -readonly [K in keyof TimeSpent]: TimeSpent[K] };

/**
 * Where the time of tickets went, from the start of their clocks to their last stop or the instant of
 * the report. Each ticket counts once, by the main target of its policy.
 *
 * @param groupOf the group of a verdict; null for no groups
 */
export function whereTimeWent(
  rows: readonly ReportRow[],
  log: TicketLog,
  asOfMs: number,
  groupOf: ((row: ReportRow) => string | null) | null,
): WhereTimeWent {
  const total = nothing();
  const states = new Map<string, number>();
  const groups = new Map<string | null, Sums>();
  for (const row of rows) {
    const history = log.tickets.get(row.ticket);
    const target = history && mainTarget(history.policy);
    if (!history || target?.id !== row.target || row.openedMs === null) continue;
    const { events } = eventsFor(target, history, asOfMs);
    const calendar = target.calendarFor(row.severity);
    const sums = [total];
    if (groupOf) {
      const name = groupOf(row);
      const group = groups.get(name) ?? nothing();
      groups.set(name, group);
      sums.push(group);
    }
    for (const each of sums) each.tickets += 1;
    for (const stretch of stateStretches(target, events, calendar, asOfMs)) {
      for (const each of sums) add(each, stretch);
      if (stretch.role !== "pauses") continue;
      states.set(stretch.state, (states.get(stretch.state) ?? 0) + stretch.openMs);
    }
  }
  return {
    total,
    byState: [...states].map(([state, ms]) => ({ state, ms })).sort((a, b) => b.ms - a.ms),
    byGroup: [...groups]
      .map(([group, spent]) => ({ group, spent }))
      .sort((a, b) => b.spent.countedMs - a.spent.countedMs),
  };
}

function nothing(): Sums {
  return { tickets: 0, countedMs: 0, pausedMs: 0, outOfHoursMs: 0, stoppedMs: 0 };
}

function add(
  sums: Sums,
  { role, fromMs, toMs, openMs }: ReturnType<typeof stateStretches>[number],
): void {
  const wallMs = toMs - fromMs;
  if (role === "stops" || role === "cancels") {
    sums.stoppedMs += wallMs;
    return;
  }
  if (role === "runs") sums.countedMs += openMs;
  else sums.pausedMs += openMs;
  sums.outOfHoursMs += wallMs - openMs;
}
