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

/** A state that came, when, and the severity that the ticket had then. */
interface Arrival {
  readonly state: string | undefined;
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
  const hasCome = ({ atMs }: Arrival) => atMs <= asOfMs;
  const readings = rules.map((rule): OrderReading => {
    const { id, title, clause = null, comes, before, after, given, exceptSeverities } = rule;
    const cameTo = (state: string) =>
      arrivals.filter((arrival) => arrival.state === state && hasCome(arrival));
    const came = cameTo(comes);
    const reading = (status: OrderReading["status"], deadline?: Arrival) => {
      const last = came.at(-1);
      return withMs({
        id,
        title,
        clause,
        status,
        cameAt: last ? at(last.atMs) : null,
        deadline: deadline ? at(deadline.atMs) : null,
      });
    };
    if (given !== undefined && cameTo(given).length === 0) return reading("waiting");
    const marks = arrivals.filter(
      ({ state, severity }) =>
        state === (before ?? after) && !exceptSeverities?.some((each) => each === severity),
    );
    const past = marks.filter(hasCome);
    const lastPast = past.at(-1);
    if (before === undefined) {
      if (!lastPast) return reading("waiting");
      return reading(came.some(({ atMs }) => atMs >= lastPast.atMs) ? "kept" : "open");
    }
    const broken = past.filter(({ atMs }, i) => {
      const sinceMs = past[i - 1]?.atMs ?? Number.NEGATIVE_INFINITY;
      return !came.some((each) => each.atMs > sinceMs && each.atMs <= atMs);
    });
    for (const { atMs } of broken) {
      const says = `"${before}" comes without "${comes}" before it: ${title}`;
      const kind = "out-of-order";
      irregularities.push(withMs({ kind, at: at(atMs), state: before, clause, says }));
    }
    const ahead = marks[past.length];
    if (broken.length > 0) return reading("broken", ahead ?? lastPast);
    const isDone = came.some(({ atMs }) => !lastPast || atMs > lastPast.atMs);
    if (isDone) return reading("kept", ahead ?? lastPast);
    if (ahead) return reading("open", ahead);
    return reading(lastPast ? "kept" : "waiting", lastPast);
  });
  return { readings: Object.freeze(readings), irregularities };
}

/** The states that came, each with the severity that held then. All events of one instant are one change. */
function arrivalsIn(events: readonly DatedEvent[]): readonly Arrival[] {
  const severities = new Map<number, string | undefined>();
  let last: string | undefined;
  for (const { atMs, severity = last } of events) {
    last = severity;
    severities.set(atMs, severity);
  }
  return events.map(({ state, atMs }) => ({ state, atMs, severity: severities.get(atMs) }));
}
