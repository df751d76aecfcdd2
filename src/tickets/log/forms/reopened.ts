import type { Cell } from "../cells";
import { type Policy, roleOf } from "../policies";
import { stateMeant } from "../policy-words";
import type { LogRecord } from "../record";
import type { RowDraft } from "../row-draft";
import type { TicketEvent, TicketLog } from "../ticket-log";

/** What a row says about its ticket's re-opening. */
export interface Reopening {
  /** The re-opening as an event, if the row says when it was and the ticket had stopped before. */
  readonly event: TicketEvent | null;
  /** Whether the ticket had stopped before, and the row does not say when. */
  readonly isUnseen: boolean;
}

const NONE: Reopening = { event: null, isUnseen: false };

/** Reads a column with the instant of the last re-opening, or with how many there were. */
export function reopeningIn(
  cell: Cell,
  record: LogRecord,
  draft: RowDraft,
  {
    policy,
    events,
    log,
  }: {
    readonly policy: Policy | undefined;
    readonly events: readonly TicketEvent[];
    readonly log: TicketLog;
  },
): Reopening {
  const text = cell.text(record);
  const wallMs = record.wallMs(cell.index);
  if (!policy || (text === undefined && wallMs === undefined)) return NONE;
  if (wallMs === undefined && /^\d{1,4}$/.test(text ?? "")) {
    return { event: null, isUnseen: Number(text) > 0 };
  }
  if (wallMs === undefined && /^(?:true|yes)$/i.test(text ?? "")) {
    return { event: null, isUnseen: true };
  }
  if (wallMs === undefined && /^(?:false|no)$/i.test(text ?? "")) return NONE;
  const at = draft.instant(cell, record);
  const state = stateMeant({ does: "runs", called: "Reopened" }, "Reopened", policy);
  if (at === undefined || state == null) return NONE;
  const stops = events.filter((event) => isStop(event, policy)).map((event) => event.at);
  const isAfterAStop = stops.some((stoppedAt) => stoppedAt < at);
  if (isAfterAStop) return { event: { at, state }, isUnseen: false };
  log.remark("re-openings before the last resolution are not in the file with their instants");
  return { event: null, isUnseen: true };
}

function isStop({ state }: TicketEvent, { targets }: Policy): boolean {
  return state !== undefined && targets.some((target) => roleOf(target, state) === "stops");
}
