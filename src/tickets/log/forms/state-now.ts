import { quoted } from "../../../words/printable";
import { type Role, roleOf } from "../policies";
import type { TicketHistory, TicketLog } from "../ticket-log";

/**
 * Adds a ticket whose row gives some instants, and the state that it is in now without saying since when.
 * If the two agree, the state adds nothing. A ticket that has been cancelled is cancelled, whenever that
 * was. A ticket that is on hold is paused now, with a doubt. If a ticket has stopped or runs again, nobody
 * can say when, so its row is refused.
 */
export function stateNow(
  history: TicketHistory,
  now: string | undefined,
  column: string,
  log: TicketLog,
): void {
  const { ticket, line, policy, events } = history;
  const { asOfMs } = log.settings;
  const last = latestOf(history);
  const draft = log.draft(line);
  // The state now does not matter to a report as of an instant before the last change.
  if (now === undefined || last.at > asOfMs || last.state === undefined) {
    draft.begin(history);
    return;
  }
  const was = last.state;
  const changes = policy.targets
    .map((target): [Role, Role] => [roleOf(target, was), roleOf(target, now)])
    .filter(([before, after]) => before !== after);
  const roles = new Set(changes.map(([, after]) => after));
  if (roles.size === 0) {
    draft.begin(history);
  } else if (isOnly(roles, "cancels")) {
    draft.begin({ ...history, events: cancelled(history, now, last.at) });
  } else if (isOnly(roles, "pauses") && changes.every(([before]) => before === "runs")) {
    draft.begin({ ...history, events: [...events, { at: asOfMs, state: now }] });
    if (history.hold?.isNow) return;
    const reason = `it is ${quoted(now)} and the row does not say since when; until now it is counted as ${quoted(was)}`;
    log.doubt({ kind: "paused-since-unknown", line, ticket, reason });
  } else {
    const reason = `the ticket is ${quoted(now)} now, and after ${quoted(was)} the row does not say since when`;
    draft.wrong("unknown-when", column, reason);
    draft.refuse(ticket);
  }
}

/**
 * The events of a ticket that is withdrawn now. A system that closes a withdrawn ticket gives it a closing
 * instant; at that instant the ticket was withdrawn rather than done.
 */
function cancelled(
  { events, policy }: TicketHistory,
  state: string,
  lastMs: number,
): TicketHistory["events"] {
  const stops = (event: TicketHistory["events"][number]) =>
    policy.targets.some((target) => roleOf(target, event.state ?? "") === "stops");
  const at = Math.min(lastMs, ...events.filter(stops).map((event) => event.at));
  return [...events.filter((event) => !stops(event)), { at, state }];
}

function isOnly(roles: ReadonlySet<Role>, role: Role): boolean {
  return roles.size === 1 && roles.has(role);
}

/** The last event of a history; if several share an instant, the last of them. */
export function latestOf({
  events,
}: Pick<TicketHistory, "events">): TicketHistory["events"][number] {
  const [first, ...rest] = events;
  if (!first) throw new Error("a history has an event");
  return rest.reduce((latest, event) => (event.at >= latest.at ? event : latest), first);
}
