import type { Target } from "../../index";
import { roleOf } from "../log/policies";
import type { TicketEvent, TicketHistory } from "../log/ticket-log";

/** What the library is given of a ticket. */
export interface JudgedHistory {
  readonly ticket: string;
  readonly events: readonly TicketEvent[];
}

/** A ticket's events for one target, with the time on hold put in if only its length is known. */
export function eventsFor(target: Target, history: TicketHistory, asOfMs: number): JudgedHistory {
  const { ticket, hold } = history;
  if (!hold || roleOf(target, hold.state) !== "pauses") return { ticket, events: history.events };
  return { ticket, events: withHold(target, history.events, hold, asOfMs) };
}

/**
 * Where the hold lies in a ticket's life changes when it was due, but not how much was used. It is put at
 * the end if the ticket is on hold now, and otherwise at the start.
 */
function withHold(
  target: Target,
  events: readonly TicketEvent[],
  hold: NonNullable<TicketHistory["hold"]>,
  asOfMs: number,
): readonly TicketEvent[] {
  const inOrder = [...events].sort((a, b) => a.at - b.at);
  const start = inOrder.find((event) => is(target, event, "runs"));
  if (!start) return events;
  const calendar = hold.measured === "calendar" ? target.calendarFor(start.severity ?? null) : null;
  if (hold.isNow) {
    const from = calendar
      ? calendar.subtract(asOfMs, { milliseconds: hold.ms }).toMillis()
      : asOfMs - hold.ms;
    return [...inOrder, { at: Math.max(start.at, from), state: hold.state }];
  }
  const stop = inOrder.find((event) => event.at > start.at && is(target, event, "stops"));
  const ends = calendar
    ? calendar.add(start.at, { milliseconds: hold.ms }).toMillis()
    : start.at + hold.ms;
  const isToTheStop = stop !== undefined && ends >= stop.at;
  const resumedAt = isToTheStop ? stop.at : Math.min(ends, Math.max(asOfMs, start.at));
  const isWithin = ({ at }: TicketEvent) => at >= start.at && at < resumedAt;
  // The clock stands still until it is resumed, whatever the ticket does meanwhile.
  const running = inOrder.filter((event) => isWithin(event) && is(target, event, "runs")).at(-1);
  const kept = inOrder.filter(
    (event) => event === start || !isWithin(event) || !is(target, event, "runs"),
  );
  const state = running?.state ?? start.state;
  return [
    ...kept,
    { at: start.at, state: hold.state },
    ...(state === undefined || isToTheStop ? [] : [{ at: resumedAt, state }]),
  ].sort((a, b) => a.at - b.at);
}

function is(target: Target, { state }: TicketEvent, role: "runs" | "stops"): boolean {
  return state !== undefined && roleOf(target, state) === role;
}
