import { CoreHoursError, type Obligation, type Target } from "../../index";
import { natural } from "../../words/order";
import type { Problems } from "../log/problems";
import type { TicketHistory } from "../log/ticket-log";
import { eventsFor } from "./on-hold";

/** One obligation of one ticket. */
export interface ObligationRow {
  readonly ticket: string;
  readonly policy: string;
  readonly obligation: Obligation;
  /** The zone that its instants are shown in. */
  readonly timeZone: string;
}

/** Which obligations are asked for. */
export interface ObligationsWanted {
  /** The instant to judge at, epoch milliseconds. */
  readonly asOfMs: number;
  /** Whether to include those that are done or shut. */
  readonly all: boolean;
}

/** The tickets that are asked about, and where those that refuse to answer are noted. */
export interface AskedTickets {
  readonly histories: Iterable<TicketHistory>;
  readonly problems: Problems;
}

/**
 * What every ticket has begun, worst first. If a ticket's obligations cannot be told, each target
 * that refuses it becomes one of the problems, and the rest is told all the same.
 */
export function obligationsOfLog(asked: AskedTickets, wanted: ObligationsWanted): ObligationRow[] {
  const rows: ObligationRow[] = [];
  for (const history of asked.histories) {
    const { ticket, policy } = history;
    for (const obligation of obligationsOf(history, asked.problems, wanted.asOfMs)) {
      const isOver = obligation.status === "done" || obligation.status === "shut";
      if (isOver && !wanted.all) continue;
      rows.push({ ticket, policy: policy.id, obligation, timeZone: policy.timeZone });
    }
  }
  return rows.sort(worstFirst);
}

function obligationsOf(
  history: TicketHistory,
  problems: Problems,
  asOfMs: number,
): readonly Obligation[] {
  const { ticket, policy, events, line } = history;
  const refused = (error: unknown) => {
    if (!(error instanceof CoreHoursError)) throw error;
    problems.add({ kind: "not-judged", line, ticket, reason: error.message });
    return [];
  };
  const targets = policy.targets
    .filter(({ definition }) => events.some(({ state }) => definition.runs.includes(state ?? "")))
    .flatMap((target) => {
      try {
        return ofTarget(history, target, asOfMs);
      } catch (error) {
        return refused(error);
      }
    });
  try {
    const kinds = ["milestone", "window", "recurrence"] as const;
    return [...targets, ...policy.sla.obligations(events, { asOf: asOfMs, ticket, kinds })];
  } catch (error) {
    return [...targets, ...refused(error)];
  }
}

/** A target that a ticket has begun, with time on hold of which only the length is known. */
function ofTarget(history: TicketHistory, target: Target, asOfMs: number): readonly Obligation[] {
  const { ticket, events } = eventsFor(target, history, asOfMs);
  return history.policy.sla.obligations(events, {
    asOf: asOfMs,
    ticket,
    kinds: ["target"],
    targets: [target.id],
  });
}

const RANK = { late: 0, running: 1, paused: 2, done: 3, shut: 4 } as const;

/** Worst first: what is late, the longest late first; then what is due next; then what waits; then the rest. */
function worstFirst(a: ObligationRow, b: ObligationRow): number {
  const [one, other] = [a.obligation, b.obligation];
  return (
    RANK[one.status] - RANK[other.status] ||
    dueMs(one) - dueMs(other) ||
    natural.compare(a.ticket, b.ticket)
  );
}

function dueMs({ dueAt }: Obligation): number {
  return dueAt?.toMillis() ?? Number.MAX_SAFE_INTEGER;
}
