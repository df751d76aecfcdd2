import type { NumericReading, Target } from "../../index";
import type { Policy } from "../log/policies";
import type { TicketHistory, TicketLog } from "../log/ticket-log";
import { holdDoubt } from "./hold-doubts";
import { lateReopening, limitsReopening } from "./late-reopening";
import { eventsFor } from "./on-hold";
import type { ReportRow } from "./row";
import { VerdictColumns } from "./verdict-columns";

/**
 * Judges every ticket of a log by every target of its own policy. A target that a ticket has not begun
 * gets no verdict, unless it was asked for or the ticket has begun none. A ticket that cannot be judged
 * becomes one of the log's problems.
 *
 * @param asOfMs the instant to judge at, epoch milliseconds
 * @param withPending whether targets that a ticket has not begun get a verdict too
 */
export function judge(log: TicketLog, asOfMs: number, withPending = false): ReportRow[] {
  const verdicts = new VerdictColumns();
  for (const policy of log.policies()) {
    nameLateReopenings(policy, log, asOfMs);
    const judged = new Judged(policy, log, asOfMs, verdicts);
    let areAllJudged = false;
    for (const target of policy.targets) {
      const isWanted = (history: TicketHistory) => withPending || hasBegun(target, history, asOfMs);
      if (judged.add(target, isWanted)) areAllJudged = true;
    }
    const [main] = policy.targets;
    if (areAllJudged || !main) continue;
    // A ticket that has begun no target is judged by the main one.
    judged.add(main, (history) => policy.targets.every((each) => !hasBegun(each, history, asOfMs)));
  }
  return verdicts.rows;
}

/** Names the tickets that were re-opened when their policy no longer allowed it. */
function nameLateReopenings(policy: Policy, log: TicketLog, asOfMs: number) {
  if (!limitsReopening(policy)) return;
  for (const history of log.tickets.of(policy)) {
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
  readonly #refused = new Set<string>();

  constructor(
    private readonly policy: Policy,
    private readonly log: TicketLog,
    private readonly asOfMs: number,
    private readonly verdicts: VerdictColumns,
  ) {}

  /**
   * Judges some of the policy's tickets by a target, one after the other.
   *
   * @returns whether all of them were wanted
   */
  add(target: Target, isWanted: (history: TicketHistory) => boolean): boolean {
    const { asOfMs, log, policy, verdicts } = this;
    const by = { policy: policy.id, target: target.id, timeZone: policy.timeZone };
    const waiting: TicketHistory[] = [];
    let areAllWanted = true;
    const given = function* () {
      for (const history of log.tickets.of(policy)) {
        if (!isWanted(history)) {
          areAllWanted = false;
          continue;
        }
        waiting.push(history);
        yield eventsFor(target, history, asOfMs);
      }
    };
    for (const result of target.trackMany(given(), { asOf: asOfMs })) {
      const { ticket } = result;
      // There is one result for each history, in their order.
      const history = waiting.shift();
      if (result.error !== null) {
        this.#refuse(ticket, target, result.error.message);
        continue;
      }
      if (isUngraded(target, result)) {
        this.#refuse(ticket, target, `Ticket ${ticket}: ${UNGRADED}`);
        continue;
      }
      if (history?.hold) this.#doubtHold(target, history, result);
      verdicts.add(result, by, log.incomplete.has(ticket));
    }
    return areAllWanted;
  }

  #doubtHold(target: Target, history: TicketHistory, reading: NumericReading): void {
    const doubt = holdDoubt(target, history, reading, this.asOfMs);
    const { line, ticket } = history;
    if (doubt) this.log.doubt({ ...doubt, line, ticket });
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
