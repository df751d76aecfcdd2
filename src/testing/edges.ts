import type { WorkingCalendar } from "../calendar/working-calendar";
import { dayOfWall, formatDate } from "../time/civil-date";
import { zoneNamed } from "../time/zone";
import { DAY_MS } from "../timeline/units";
import { found } from "./arbitraries/edges";
import { clockChanges } from "./arbitraries/zones";
import { isInstant } from "./place";

/** Where clocks go wrong. */
export type Edge =
  | "opening"
  | "closing"
  | "midnight"
  | "clock change"
  | "bank holiday"
  | "exception"
  | "rule";

/** How many examples of a law lay on each kind of edge. */
export interface CountedExamples {
  /** The name of the law. */
  readonly law: string;
  /** What it was tried on, e.g. `calendar "support"`. */
  readonly subject: string;
  /** How many examples were tried. */
  readonly examples: number;
  /**
   * How many of them have an instant at an opening, a closing or a midnight or a millisecond beside it, on a day
   * with a clock change or the day after it, or on a date whose hours are not those of its week.
   */
  readonly edges: Readonly<Record<Edge, number>>;
}

/** The edges on which an instant lies. */
export type EdgesAt = (atMs: number) => readonly Edge[];

/** The edges of a calendar and of its zone. */
export function edgesOf(calendar: WorkingCalendar): EdgesAt {
  const { timeZone, timeline } = calendar;
  const { offsets } = zoneNamed(timeZone);
  const isNear = (edge: () => number, atMs: number) => {
    const edgeMs = found(edge);
    return edgeMs !== undefined && Math.abs(edgeMs - atMs) <= 1;
  };
  return (atMs) => {
    const wallMs = offsets.wallAt(atMs);
    const intoDay = ((wallMs % DAY_MS) + DAY_MS) % DAY_MS;
    const { because } = found(() => calendar.reasonFor(formatDate(dayOfWall(wallMs)))) ?? {};
    const lies: Readonly<Record<Edge, boolean>> = {
      opening: isNear(() => timeline.previousOpen(atMs + 1), atMs),
      closing: isNear(() => timeline.nextClose(atMs - 2), atMs),
      midnight: intoDay <= 1 || intoDay === DAY_MS - 1,
      "clock change": clockChanges(timeZone, atMs - DAY_MS, atMs + DAY_MS).length > 0,
      "bank holiday": because === "bank-holiday",
      exception: because === "exception",
      rule: because === "rule",
    };
    // It has no other keys.
    return (Object.keys(lies) as Edge[]).filter((edge) => lies[edge]);
  };
}

/** Counts the edges on which examples lie. */
export class EdgeCounter {
  #examples = 0;
  readonly #edges: Record<Edge, number> = {
    opening: 0,
    closing: 0,
    midnight: 0,
    "clock change": 0,
    "bank holiday": 0,
    exception: 0,
    rule: 0,
  };

  constructor(private readonly edgesAt: EdgesAt) {}

  add(example: unknown): void {
    this.#examples++;
    const edges = new Set(instantsIn(example).flatMap(this.edgesAt));
    for (const edge of edges) this.#edges[edge]++;
  }

  counted(law: string, subject: string): CountedExamples {
    const edges = Object.freeze({ ...this.#edges });
    return Object.freeze({ law, subject, examples: this.#examples, edges });
  }
}

/** Every instant of an example, epoch milliseconds. */
function instantsIn(example: unknown): readonly number[] {
  if (typeof example === "string") return isInstant(example) ? [Date.parse(example)] : [];
  if (typeof example !== "object" || example === null) return [];
  return Object.values(example).flatMap(instantsIn);
}
