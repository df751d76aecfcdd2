import type { NumericReading } from "../../index";
import type { Policy } from "../log/policies";
import type { TicketHistory, TicketLog } from "../log/ticket-log";
import type { ReportRow } from "./row";

/**
 * Judges every ticket of a log, each under its own policy. A ticket that cannot be judged becomes one
 * of the log's problems.
 *
 * @param asOfMs the instant to judge at, epoch milliseconds
 */
export function judge(log: TicketLog, asOfMs: number): ReportRow[] {
  const histories = [...log.tickets.values()];
  return [...log.policies()].flatMap((policy) => {
    const own = histories.filter((history) => history.policy === policy);
    return judgeUnder(policy, own, log, asOfMs);
  });
}

function judgeUnder(
  policy: Policy,
  histories: readonly TicketHistory[],
  log: TicketLog,
  asOfMs: number,
): ReportRow[] {
  const rows: ReportRow[] = [];
  for (const target of policy.targets) {
    for (const result of target.trackMany(histories, { asOf: asOfMs })) {
      const { ticket, error } = result;
      if (error === null) {
        const incomplete = log.incomplete.has(ticket);
        rows.push({ ...reportRow(result, policy, target.id), ticket, incomplete });
      } else {
        const line = log.tickets.get(ticket)?.line ?? 1;
        log.problems.push({ line, ticket, reason: error.message });
      }
    }
  }
  return rows;
}

function reportRow(
  reading: NumericReading,
  policy: Policy,
  target: string,
): Omit<ReportRow, "ticket" | "incomplete"> {
  return {
    policy: policy.id,
    target,
    severity: reading.severity,
    status: reading.status,
    breached: reading.breached,
    openedMs: reading.startedAtMs,
    dueMs: reading.dueAtMs,
    projectedDueMs: reading.projectedDueAtMs,
    stoppedMs: reading.stoppedAtMs,
    usedPercent: reading.percentElapsed,
    unit: reading.unit,
    elapsed: reading.elapsed,
    remaining: reading.remaining,
    overdue: reading.overrun,
    pausedFor: reading.pausedFor,
    provisional: reading.provisional,
    timeZone: policy.timeZone,
  };
}
