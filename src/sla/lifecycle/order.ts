import type { DateTime } from "luxon";
import type { DatedEvent } from "../clock/history";
import { withMs } from "../reading/in-ms";
import type { OrderDefinition } from "./definition";
import type { LifecycleIrregularity } from "./lifecycle";

/** Where a rule of order stands for a ticket. */
export interface OrderReading {
  readonly id: string;
  readonly title: string;
  readonly clause: string | null;
  /**
   * `waiting`: nothing asks for it yet. `open`: it is asked for and has not come. `kept`: it came
   * when it should have. `broken`: it had not come when it should have.
   */
  readonly status: "waiting" | "open" | "kept" | "broken";
  /** When it came; null if it has not. */
  readonly cameAt: DateTime | null;
  readonly cameAtMs: number | null;
  /** The instant before which it must come, once what it comes before has happened or is planned. */
  readonly deadline: DateTime | null;
  readonly deadlineMs: number | null;
}

/** A state, when it came, and the severity that the ticket had then. */
interface Arrival {
  readonly atMs: number;
  readonly severity: string | undefined;
}

/** Every rule of order for a ticket, and where the ticket broke one. Events after `asOf` are planned. */
export function readOrder(
  rules: readonly OrderDefinition[],
  events: readonly DatedEvent[],
  asOfMs: number,
  at: (ms: number) => DateTime,
): {
  readonly readings: readonly OrderReading[];
  readonly irregularities: readonly LifecycleIrregularity[];
} {
  const arrivals = arrivalsIn(events);
  const irregularities: LifecycleIrregularity[] = [];
  const readings = rules.map((rule): OrderReading => {
    const { id, title, clause = null, comes, before, after, given } = rule;
    const happened = (state: string | undefined) =>
      (state === undefined ? [] : (arrivals.get(state) ?? [])).filter(({ atMs }) => atMs <= asOfMs);
    const came = happened(comes);
    const isAsked = given === undefined || happened(given).length > 0;
    const marks = (arrivals.get(before ?? after ?? "") ?? []).filter(
      ({ severity }) => severity === undefined || !rule.exceptSeverities?.includes(severity),
    );
    const reading = (status: OrderReading["status"], deadlineMs?: number) => {
      const last = came.at(-1);
      return withMs({
        id,
        title,
        clause,
        status,
        cameAt: last ? at(last.atMs) : null,
        deadline: deadlineMs === undefined ? null : at(deadlineMs),
      });
    };
    if (!isAsked) return reading("waiting");
    if (before === undefined) {
      const mark = marks.filter(({ atMs }) => atMs <= asOfMs).at(-1);
      if (!mark) return reading("waiting");
      return reading(came.some(({ atMs }) => atMs >= mark.atMs) ? "kept" : "open");
    }
    let sinceMs = Number.NEGATIVE_INFINITY;
    const broken = marks.filter(({ atMs }) => {
      if (atMs > asOfMs) return false;
      const isKept = came.some((each) => each.atMs > sinceMs && each.atMs <= atMs);
      sinceMs = atMs;
      return !isKept;
    });
    for (const { atMs } of broken) {
      const says = `"${before}" comes without "${comes}" before it: ${title}`;
      const kind = "out-of-order";
      irregularities.push(withMs({ kind, at: at(atMs), state: before, clause, says }));
    }
    const next = marks.find(({ atMs }) => atMs > asOfMs) ?? marks.at(-1);
    if (broken.length > 0) return reading("broken", next?.atMs);
    const isDone =
      came.some(({ atMs }) => atMs > sinceMs) || (next !== undefined && next.atMs <= asOfMs);
    if (isDone) return reading("kept", next?.atMs);
    return reading(next === undefined ? "waiting" : "open", next?.atMs);
  });
  return { readings: Object.freeze(readings), irregularities };
}

/** When each state came, each with the severity that held then. */
function arrivalsIn(events: readonly DatedEvent[]): ReadonlyMap<string, readonly Arrival[]> {
  const arrivals = new Map<string, Arrival[]>();
  let severity: string | undefined;
  for (const event of events) {
    severity = event.severity ?? severity;
    if (event.state === undefined) continue;
    const known = arrivals.get(event.state);
    if (known) known.push({ atMs: event.atMs, severity });
    else arrivals.set(event.state, [{ atMs: event.atMs, severity }]);
  }
  return arrivals;
}
