import { Duration } from "luxon";
import { formatDuration, type SlaReading, type Target, type WorkingCalendar } from "../../index";
import { quoted } from "../../words/printable";
import { mainTarget, type Policy } from "../log/policies";
import { InputError } from "../log/problems";
import type { TicketLog } from "../log/ticket-log";
import { eventsFor } from "./on-hold";

/** A ticket's reading, and what a page needs beside it. */
export interface JudgedTicket {
  readonly reading: SlaReading;
  /** The calendar that its clock runs on; null if the allowance is in civil time. */
  readonly calendar: WorkingCalendar | null;
  /** What else a page says about the ticket. */
  readonly notes?: readonly string[];
}

/**
 * A ticket of a log, judged.
 *
 * @throws {InputError} if the log has no such ticket, or if its policy has no such target
 */
export function ticketOfLog(
  log: TicketLog,
  ticket: string,
  options: { readonly asOfMs: number; readonly target: string | undefined },
): JudgedTicket {
  const history = log.tickets.get(ticket);
  if (!history) throw new InputError(withoutPolicy(log, ticket) ?? noSuchTicket(log, ticket));
  const { policy, hold } = history;
  const target = targetNamed(policy, options.target);
  if (!target) {
    const names = Object.keys(policy.sla.targets).join(", ");
    throw new InputError(
      `${policy.id} has no target ${quoted(options.target ?? "")}; it has ${names}`,
    );
  }
  const { events } = eventsFor(target, history, options.asOfMs);
  const reading = target.track(events, { asOf: options.asOfMs, ticket });
  return {
    reading,
    calendar: target.calendarFor(reading.severity),
    notes: [
      ...(log.settings.chosen ? [`judged by ${policy.id} (${policy.sla.title})`] : []),
      ...(log.incomplete.has(ticket)
        ? ["a row of it was not used or is in doubt, so its verdict may be wrong"]
        : []),
      ...(hold
        ? [
            `only the length of its time on hold is known, ${formatDuration(Duration.fromMillis(hold.ms))}; the place shown is not real, and moves when it was due`,
          ]
        : []),
    ],
  };
}

/** The target of a policy that is meant: the one named, or its main one. */
export function targetNamed(policy: Policy, name: string | undefined): Target | undefined {
  if (name === undefined) return mainTarget(policy);
  return Object.values(policy.sla.targets).find(({ id }) => id === name);
}

/** Why a ticket has no policy; null if it has one, or is not there at all. */
function withoutPolicy({ settings }: TicketLog, ticket: string): string | null {
  const chosen = settings.chosen?.of(ticket);
  if (!chosen || chosen.policy) return null;
  return chosen.isLeftAlone
    ? `ticket ${quoted(ticket)} has no policy, as the command or the mapping says`
    : `ticket ${quoted(ticket)} has no policy: ${chosen.reason}`;
}

function noSuchTicket({ tickets }: TicketLog, ticket: string): string {
  const wanted = ticket.toLowerCase();
  const alike = [...tickets.keys()].filter((each) => each.toLowerCase().includes(wanted));
  const some = alike.slice(0, 5).map(quoted).join(", ");
  const hint =
    some === "" ? "without a ticket, the command lists them" : `the nearest to it are ${some}`;
  return `the log has no ticket ${quoted(ticket)}; ${hint}`;
}
