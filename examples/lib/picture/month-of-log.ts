import { DateTime } from "luxon";
import type { NumericReading, Target } from "../../../src/index";
import { InputError } from "../input-error";
import type { Policy } from "../policies";
import { quoted } from "../printable";
import type { TicketHistory, TicketLog } from "../ticket-log";
import { type Month, type MonthEntry, monthSpan } from "./month";
import type { Span } from "./span";
import { targetCalendar } from "./target-calendar";
import { targetNamed } from "./ticket-of-log";

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
}

const byId = new Intl.Collator("en", { numeric: true });

/**
 * The tickets of a log that were open in a month, by when they are due. A ticket that cannot be judged
 * becomes one of the log's problems.
 *
 * @throws {InputError} where it is no month, or no policy has the target
 */
export function monthOfLog(log: TicketLog, month: string, options: MonthOptions): Month {
  const policies = [...log.policies()];
  const zone = policies[0]?.timeZone ?? "UTC";
  const span = monthSpan(month, zone);
  if (!span) throw new InputError(`--month ${quoted(month)} is no month; write it as 2026-11`);
  if (policies.length > 0 && !policies.some((policy) => targetNamed(policy, options.target))) {
    throw new InputError(`no policy of the log has a target ${quoted(options.target ?? "")}`);
  }
  const open = policies
    .flatMap((policy) => openIn(span, policy, log, options))
    .sort((a, b) => a.dueMs - b.dueMs || byId.compare(a.history.ticket, b.history.ticket));
  const shown = options.limit === 0 ? open : open.slice(0, options.limit);
  return {
    month,
    span,
    zone,
    asOf: DateTime.fromMillis(options.asOfMs, { zone }),
    entries: shown.map((each) => entryOf(each, options.asOfMs)),
    leftOut: open.length - shown.length,
  };
}

function openIn(span: Span, policy: Policy, log: TicketLog, options: MonthOptions): Open[] {
  const target = targetNamed(policy, options.target);
  if (!target) return [];
  const histories = [...log.tickets.values()].filter((history) => history.policy === policy);
  const open: Open[] = [];
  for (const result of target.trackMany(histories, { asOf: options.asOfMs })) {
    const history = log.tickets.get(result.ticket);
    if (result.error !== null) {
      const { ticket, error } = result;
      log.problems.push({ line: history?.line ?? 1, ticket, reason: error.message });
    } else if (history && isOpenIn(span, result, options.asOfMs)) {
      const dueMs = result.dueAtMs ?? result.projectedDueAtMs ?? Number.MAX_SAFE_INTEGER;
      open.push({ history, target, dueMs });
    }
  }
  return open;
}

/** Whether a clock had started by the end of a span, and not stopped before it. */
function isOpenIn(span: Span, reading: NumericReading, asOfMs: number): boolean {
  const { startedAtMs, stoppedAtMs, projectedDueAtMs } = reading;
  if (startedAtMs === null) return false;
  const endMs = stoppedAtMs ?? Math.max(asOfMs, projectedDueAtMs ?? asOfMs);
  return startedAtMs < span.toMs && endMs >= span.fromMs;
}

function entryOf({ history, target }: Open, asOfMs: number): MonthEntry {
  const { ticket, events, policy } = history;
  const reading = target.track(events, { asOf: asOfMs, ticket });
  return { reading, calendar: targetCalendar(policy.sla, target, reading.severity) };
}
