import type { NumericReading, Target } from "../../index";
import type { Policy } from "../log/policies";
import type { TicketHistory, TicketLog } from "../log/ticket-log";
import { holdDoubt } from "./hold-doubts";
import { lateReopening } from "./late-reopening";
import { eventsFor } from "./on-hold";
import type { ReportRow } from "./row";

/**
 * Judges every ticket of a log by every target of its own policy. A target that a ticket has not begun
 * gets no verdict, unless it was asked for or the ticket has begun none. A ticket that cannot be judged
 * becomes one of the log's problems.
 *
 * @param asOfMs the instant to judge at, epoch milliseconds
 * @param withPending whether targets that a ticket has not begun get a verdict too
 */
export function judge(log: TicketLog, asOfMs: number, withPending = false): ReportRow[] {
  const histories = new Map<Policy, TicketHistory[]>();
  for (const history of log.tickets.values()) {
    const own = histories.get(history.policy);
    if (own) own.push(history);
    else histories.set(history.policy, [history]);
  }
  const rows: ReportRow[] = [];
  for (const [policy, own] of histories) {
    nameLateReopenings(own, log, asOfMs);
    const judged = new Judged(policy, log, asOfMs);
    for (const target of policy.targets) {
      judged.add(target, withPending ? own : own.filter((each) => hasBegun(target, each, asOfMs)));
    }
    const [main] = policy.targets;
    const rest = judged.without(own);
    if (main && rest.length > 0) judged.add(main, rest);
    for (const row of judged.rows) rows.push(row);
  }
  return rows;
}

/** Names the tickets that were re-opened when their policy no longer allowed it. */
function nameLateReopenings(histories: readonly TicketHistory[], log: TicketLog, asOfMs: number) {
  for (const history of histories) {
    const reason = lateReopening(history, asOfMs);
    if (reason === null) continue;
    const { line, ticket } = history;
    log.doubt({ kind: "reopened-late", line, ticket, reason });
  }
}

/** Whether a ticket has started the clock of a target. */
function hasBegun(target: Target, { events }: TicketHistory, asOfMs: number): boolean {
  const { runs } = target.definition;
  return events.some(
    ({ at, state }) => at <= asOfMs && state !== undefined && runs.includes(state),
  );
}

/** The verdicts of the tickets of one policy. */
class Judged {
  readonly rows: ReportRow[] = [];
  readonly #judged = new Set<string>();
  readonly #refused = new Set<string>();

  constructor(
    private readonly policy: Policy,
    private readonly log: TicketLog,
    private readonly asOfMs: number,
  ) {}

  add(target: Target, histories: readonly TicketHistory[]): void {
    const { asOfMs, log, policy } = this;
    const given = histories.map((history) => eventsFor(target, history, asOfMs));
    let place = 0;
    for (const result of target.trackMany(given, { asOf: asOfMs })) {
      const { ticket } = result;
      // There is one result for each history, in their order.
      const history = histories[place++];
      if (result.error !== null) {
        this.#refuse(ticket, target, result.error.message);
        continue;
      }
      if (isUngraded(target, result)) {
        this.#refuse(ticket, target, `Ticket ${ticket}: ${UNGRADED}`);
        continue;
      }
      this.#judged.add(ticket);
      if (history?.hold) this.#doubtHold(target, history, result);
      this.rows.push(reportRow(result, target.id, policy, log.incomplete.has(ticket)));
    }
  }

  #doubtHold(target: Target, history: TicketHistory, reading: NumericReading): void {
    const doubt = holdDoubt(target, history, reading, this.asOfMs);
    const { line, ticket } = history;
    if (doubt) this.log.doubt({ ...doubt, line, ticket });
  }

  /** The tickets that have neither a verdict nor a problem yet. */
  without(histories: readonly TicketHistory[]): TicketHistory[] {
    if (this.#judged.size === histories.length) return [];
    return histories.filter(
      ({ ticket }) => !this.#judged.has(ticket) && !this.#refused.has(ticket),
    );
  }

  /** A ticket is reported once, however many targets cannot be judged. */
  #refuse(ticket: string, target: Target, message: string): void {
    if (this.#refused.has(ticket)) return;
    this.#refused.add(ticket);
    const line = this.log.tickets.get(ticket)?.line ?? 1;
    const reason = this.policy.targets.length > 1 ? `target ${target.id}: ${message}` : message;
    this.log.problems.add({ kind: "not-judged", line, ticket, reason });
    this.log.incomplete.add(ticket);
  }
}

const UNGRADED = "it has started without a severity, and what is promised depends on the severity.";

/** Whether a ticket has started while nobody knows yet what is promised to it. */
function isUngraded({ promises }: Target, reading: NumericReading): boolean {
  const { severity, startedAtMs, allowance } = reading;
  const isGraded = promises.every((each) => each.severity !== null);
  return isGraded && severity === null && startedAtMs !== null && allowance === null;
}

/** The verdict, its fields in one literal, so that a log of any size costs little. */
function reportRow(
  reading: NumericReading & { readonly ticket: string },
  target: string,
  { id, timeZone }: Policy,
  incomplete: boolean,
): ReportRow {
  return {
    ticket: reading.ticket,
    policy: id,
    target,
    severity: reading.severity,
    status: reading.status,
    breached: reading.breached,
    openedMs: reading.startedAtMs,
    dueMs: reading.dueAtMs,
    projectedDueMs: reading.projectedDueAtMs,
    stoppedMs: reading.stoppedAtMs,
    breachedMs: reading.breachedAtMs,
    hasAllowance: reading.allowance !== null || reading.status === "not-applicable",
    usedPercent: reading.percentElapsed ?? 0,
    unit: reading.unit,
    elapsed: reading.elapsed,
    remaining: reading.remaining ?? 0,
    overdue: reading.overrun,
    pausedFor: reading.pausedFor,
    provisional: reading.provisional,
    incomplete,
    timeZone,
  };
}
