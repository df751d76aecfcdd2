import { DateTime } from "luxon";
import { fullInstant } from "../../words/instants";
import { mainTarget, type Policy, roleOf } from "../log/policies";
import type { TicketHistory } from "../log/ticket-log";

/** Whether a policy says until when its tickets may be re-opened. */
export function limitsReopening(policy: Policy): boolean {
  return windowOf(policy) !== undefined;
}

/**
 * Why a ticket should not have been re-opened when it was: the window `reopen` of its policy had shut. Null
 * if it was not re-opened, or if it was in time.
 */
export function lateReopening({ policy, events }: TicketHistory, asOfMs: number): string | null {
  const window = windowOf(policy);
  const target = mainTarget(policy);
  if (!window || !target) return null;
  let stoppedAt: number | null = null;
  for (const { at, state } of [...events].sort((a, b) => a.at - b.at)) {
    if (at > asOfMs || state === undefined) continue;
    const role = roleOf(target, state);
    if (role === "stops") stoppedAt ??= at;
    if (role !== "runs") continue;
    if (stoppedAt !== null) {
      const { closesAt, title, clause, inclusive } = window(DateTime.fromMillis(stoppedAt));
      const closesMs = closesAt.toMillis();
      if (inclusive ? at > closesMs : at >= closesMs) {
        const zone = policy.timeZone;
        const when = fullInstant(DateTime.fromMillis(at, { zone }));
        const rule = clause === null ? title : `${title} (${clause})`;
        return `it was re-opened on ${when}; ${rule} was possible until ${fullInstant(closesAt.setZone(zone))}`;
      }
    }
    stoppedAt = null;
  }
  return null;
}

function windowOf({ sla }: Policy) {
  return Object.entries(sla.windows).find(([name]) => name === "reopen")?.[1];
}
