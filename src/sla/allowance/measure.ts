import type { TabledZone } from "../../time/zone";
import type { Piece } from "./pieces";

/** What the amounts of a measure are counted in. */
export type Unit = "milliseconds" | "days";

/** Time while a calendar is open: how much lies between two instants, and when an amount is used up. */
export interface WorkClock {
  between(a: number, b: number): number;
  add(a: number, amountMs: number): number;
}

/**
 * An allowance bound to a start: how much of it lies between two instants, and when an amount of it
 * is used up. The clock knows nothing else about what it counts.
 */
export interface Measure {
  readonly unit: Unit;
  /** How much of it a ticket may use. */
  readonly allowance: number;
  /** How much is used from `a` to `b`, where `a <= b`. */
  between(a: number, b: number): number;
  /** The instant by which `amount`, zero or more, is used up by a clock that runs from `a` on. */
  add(a: number, amount: number): number;
  /** Whether an answer up to an instant rests on projected bank holidays. */
  isProvisional(untilMs: number): boolean;
  /** For a count of days, the working time in the days; null if the measure counts working time. */
  readonly work: WorkClock | null;
  /** Splits a stretch over which the clock runs into parts, each with what it uses and why. */
  split(a: number, b: number): Piece[];
}

/** An allowance before any start; the same one serves every ticket. */
export interface Allowance {
  /** The zone of its calendar. */
  readonly zone: TabledZone;
  /** The calendar and the way of counting. Allowances of one basis differ only in amount. */
  readonly basis: string;
  /** The measure of this allowance from a start, epoch milliseconds. */
  from(startMs: number): Measure;
  /** Whether the calendar is open at an instant; for days, whether its date counts. */
  isOpen(atMs: number): boolean;
}
