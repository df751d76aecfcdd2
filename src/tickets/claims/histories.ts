import { DateTime } from "luxon";
import type { Target } from "../../index";
import { MINUTE_MS } from "../../timeline/units";
import { roleOf } from "../log/policies";
import type { TicketEvent } from "../log/ticket-log";

function inOrder(events: readonly TicketEvent[]): TicketEvent[] {
  return [...events].sort((a, b) => a.at - b.at);
}

/** The history from one of its events on; that event starts the clock. */
export function startedAt(
  events: readonly TicketEvent[],
  index: number,
  target: Target,
): readonly TicketEvent[] | null {
  const [runs] = target.definition.runs;
  const all = inOrder(events);
  const first = all[index];
  const before = all.slice(0, index);
  const hasStopped = [...before, ...(first ? [first] : [])].some(
    ({ state }) => state !== undefined && ["stops", "cancels"].includes(roleOf(target, state)),
  );
  if (!first || runs === undefined || hasStopped) return null;
  const severity =
    first.severity ?? before.filter((each) => each.severity !== undefined).at(-1)?.severity;
  const state =
    first.state !== undefined && roleOf(target, first.state) === "runs" ? first.state : runs;
  const start = { at: first.at, state, ...(severity === undefined ? {} : { severity }) };
  return [start, ...all.slice(index + 1)];
}

/** The history with its last event as the only stop. */
export function stoppedLast(
  events: readonly TicketEvent[],
  target: Target,
): readonly TicketEvent[] | null {
  const isStop = ({ state }: TicketEvent) =>
    state !== undefined && roleOf(target, state) === "stops";
  const all = inOrder(events);
  const last = all.filter(isStop).at(-1);
  return all.filter(isStop).length < 2
    ? null
    : all.filter((each) => !isStop(each) || each === last);
}

export function firstGrade(events: readonly TicketEvent[]): readonly TicketEvent[] | null {
  const all = inOrder(events);
  const first = all.find(({ severity }) => severity !== undefined);
  const isRegraded = all.some(
    ({ severity }) => severity !== undefined && severity !== first?.severity,
  );
  if (!isRegraded) return null;
  return all.map((event) => {
    if (event === first || event.severity === undefined) return event;
    const { severity, ...rest } = event;
    return rest;
  });
}

export function moved(events: readonly TicketEvent[], to: (ms: number) => number) {
  return events.some(({ at }) => to(at) !== at)
    ? events.map((event) => ({ ...event, at: to(event.at) }))
    : null;
}

/** Moves each instant to where its wall time would be if the zone had kept the offset of the first. */
export function wallTimes(events: readonly TicketEvent[], zone: string) {
  const offset = (ms: number) => DateTime.fromMillis(ms, { zone }).offset * MINUTE_MS;
  const first = Math.min(...events.map(({ at }) => at));
  return moved(events, (ms) => ms + offset(ms) - offset(first));
}
