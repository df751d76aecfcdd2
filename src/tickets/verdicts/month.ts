import { DateTime } from "luxon";
import type { NumericReading, SlaReading, SlaStatus, Target, WorkingCalendar } from "../../index";
import { natural } from "../../words/order";
import { type MonthSpan, monthSpan } from "../../words/periods";
import { quoted } from "../../words/printable";
import type { Policy } from "../log/policies";
import { InputError } from "../log/problems";
import type { TicketHistory, TicketLog } from "../log/ticket-log";
import { eventsFor } from "./on-hold";
import { targetNamed } from "./one-ticket";

/** One ticket of a month. */
export interface MonthEntry {
  readonly reading: SlaReading;
  /** The calendar that its clock runs on; null if the allowance is in civil time. */
  readonly calendar: WorkingCalendar | null;
}

/** A month, and the tickets that were open in it. */
export interface Month {
  /** ISO: `2026-11`. */
  readonly month: string;
  readonly span: MonthSpan;
  /** The zone whose midnights its days begin at. */
  readonly zone: string;
  readonly asOf: DateTime;
  readonly entries: readonly MonthEntry[];
  /** How many tickets there are besides those shown. */
  readonly leftOut: number;
  /** How many tickets have each status, including those that are not shown. */
  readonly counts: Readonly<Partial<Record<SlaStatus, number>>>;
}

/** When a ticket is due, as far as that is known: while paused, as if it were resumed now. */
export function dueOf({ dueAt, projectedDueAt }: SlaReading): DateTime | null {
  return dueAt ?? projectedDueAt;
}

export interface MonthOptions {
  readonly asOfMs: number;
  readonly target: string | undefined;
  /** Most tickets; 0 for all. */
  readonly limit: number;
}

/** A ticket that was open in a month. */
interface Open {
  readonly history: TicketHistory;
  readonly target: Target;
  readonly dueMs: number;
  readonly status: SlaStatus;
}

/**
 * The tickets of a log that were open in a month, by when they are due. A ticket that cannot be judged
 * becomes one of the log's problems.
 *
 * @throws {InputError} if the text is not a month, or no policy has the target
 */
export function monthOfLog(log: TicketLog, month: string, options: MonthOptions): Month {
  const policies = [...log.policies()];
  const zone = policies[0]?.timeZone ?? "UTC";
  const span = monthSpan(month, zone);
  if (!span) throw new InputError(`--month ${quoted(month)} is not a month; write one as 2026-11`);
  if (policies.length > 0 && !policies.some((policy) => targetNamed(policy, options.target))) {
    throw new InputError(`no policy of the log has a target ${quoted(options.target ?? "")}`);
  }
  const open = policies
    .flatMap((policy) => openIn(span, policy, log, options))
    .sort((a, b) => a.dueMs - b.dueMs || natural.compare(a.history.ticket, b.history.ticket));
  const shown = options.limit === 0 ? open : open.slice(0, options.limit);
  return {
    month,
    span,
    zone,
    asOf: DateTime.fromMillis(options.asOfMs, { zone }),
    entries: shown.map((each) => entryOf(each, options.asOfMs)),
    leftOut: open.length - shown.length,
    counts: countedBy(open),
  };
}

function countedBy(open: readonly Open[]): Month["counts"] {
  const counts: Partial<Record<SlaStatus, number>> = {};
  for (const { status } of open) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function openIn(span: MonthSpan, policy: Policy, log: TicketLog, options: MonthOptions): Open[] {
  const target = targetNamed(policy, options.target);
  if (!target) return [];
  const open: Open[] = [];
  const given = function* () {
    for (const history of log.tickets.of(policy)) yield eventsFor(target, history, options.asOfMs);
  };
  for (const result of target.trackMany(given(), { asOf: options.asOfMs })) {
    const history = log.tickets.get(result.ticket);
    if (result.error !== null) {
      const { ticket, error } = result;
      const line = history?.line ?? 1;
      log.problems.add({ kind: "not-judged", line, ticket, reason: error.message });
    } else if (history && isOpenIn(span, result, options.asOfMs)) {
      const dueMs = result.dueAtMs ?? result.projectedDueAtMs ?? Number.MAX_SAFE_INTEGER;
      open.push({ history, target, dueMs, status: result.status });
    }
  }
  return open;
}

/** Whether a clock had started by the end of a span, and not stopped before it. */
function isOpenIn(span: MonthSpan, reading: NumericReading, asOfMs: number): boolean {
  const { startedAtMs, stoppedAtMs, projectedDueAtMs } = reading;
  if (startedAtMs === null) return false;
  const endMs = stoppedAtMs ?? Math.max(asOfMs, projectedDueAtMs ?? asOfMs);
  return startedAtMs < span.toMs && endMs >= span.fromMs;
}

function entryOf({ history, target }: Open, asOfMs: number): MonthEntry {
  const { ticket, events } = eventsFor(target, history, asOfMs);
  const reading = target.track(events, { asOf: asOfMs, ticket });
  return { reading, calendar: target.calendarFor(reading.severity) };
}
