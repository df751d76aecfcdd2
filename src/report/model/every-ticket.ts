import type { Clause } from "../../index";
import type { TicketHistory, TicketLog } from "../../tickets/log/ticket-log";
import { eventsFor } from "../../tickets/verdicts/on-hold";
import type { ReportRow } from "../../tickets/verdicts/row";
import { type StateStretch, stateStretches } from "../../tickets/verdicts/stretches";

/** A verdict in the table of every ticket, with what happened to its ticket. */
export interface EveryRow {
  readonly row: ReportRow;
  /** The title of its target. */
  readonly title: string;
  /** From the start of its clock to its stop, state by state. */
  readonly stretches: readonly StateStretch[];
  /** Its place, from 1, among the worst verdicts whose whole working is on the page; null if it has none. */
  readonly worst: number | null;
}

/** A target of the table, and the clause that it comes from. */
export interface EveryTarget {
  readonly policy: string;
  readonly target: string;
  readonly title: string;
  readonly clause: Clause | null;
}

/** Every verdict that a report covers. */
export interface EveryTicket {
  readonly targets: readonly EveryTarget[];
  /** Made one by one, because a log may have very many. */
  readonly rows: () => Generator<EveryRow>;
  readonly count: number;
}

/**
 * Every verdict of a report, in the order given.
 *
 * @param worst the verdicts whose whole working is on the page, worst first
 */
export function everyTicket(
  rows: readonly ReportRow[],
  worst: readonly ReportRow[],
  log: TicketLog,
  asOfMs: number,
): EveryTicket {
  const places = new Map(worst.map((row, i) => [row, i + 1]));
  return {
    targets: [...log.policies()].flatMap(({ id, targets, sla }) =>
      targets.map((target) => ({
        policy: id,
        target: target.id,
        title: target.title,
        clause: clauseOf(target.clauses[0], sla.clauses),
      })),
    ),
    count: rows.length,
    *rows() {
      for (const row of rows) {
        const history = log.tickets.get(row.ticket);
        if (history) yield everyRow(row, history, asOfMs, places.get(row) ?? null);
      }
    },
  };
}

function clauseOf(
  id: string | undefined,
  register: Readonly<Record<string, Clause>>,
): Clause | null {
  return id === undefined ? null : (register[id] ?? null);
}

function everyRow(
  row: ReportRow,
  history: TicketHistory,
  asOfMs: number,
  worst: number | null,
): EveryRow {
  const target = history.policy.targets.find(({ id }) => id === row.target);
  if (!target) return { row, title: row.target, stretches: [], worst };
  const { events } = eventsFor(target, history, asOfMs);
  const calendar = target.calendarFor(row.severity);
  return {
    row,
    title: target.title,
    stretches: stateStretches(target, events, calendar, asOfMs),
    worst,
  };
}
