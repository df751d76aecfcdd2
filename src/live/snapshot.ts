// Not from the room's index: a page that loads the files as they are built would load the engine too.
import {
  CoreHoursError,
  CoverageError,
  given,
  InvalidInstantError,
  isoOf,
} from "../timeline/errors";

/** Where a ticket's clock stands; as in a reading. */
export type LiveStatus =
  | "pending"
  | "running"
  | "paused"
  | "met"
  | "breached"
  | "cancelled"
  | "not-applicable";

/** What holds from an instant on, until the next such instant. */
export interface Stage {
  readonly fromMs: number;
  readonly status: LiveStatus;
  readonly breached: boolean;
  readonly paused: boolean;
  /** Whether the clock has stopped, or was cancelled. */
  readonly stopped: boolean;
  /**
   * How much may be used, in the snapshot's unit, what is lost since the snapshot included; null where
   * nothing is promised, or not known yet.
   */
  readonly allowance: number | null;
  readonly dueAtMs: number | null;
  readonly provisional: boolean;
}

/** When the time until an agreed date shrinks although nothing is used. */
export interface Lost {
  readonly periods: readonly (readonly [fromMs: number, toMs: number])[];
  readonly dayEnds: readonly number[];
}

/** A share of the allowance at which to warn. */
export interface LiveWarning {
  readonly share: number;
  /** When it is used up; null if the clock never comes to it, or nobody knows when. */
  readonly atMs: number | null;
}

/**
 * A reading that can be read at every instant up to another, if nothing more happens to the ticket.
 * Plain JSON, which `snapshot` of `core-hours` makes where the calendar is known.
 */
export interface Snapshot {
  readonly version: 1;
  readonly ticket: string | null;
  /** The name of the target in its policy. */
  readonly target: string;
  /** What the target is called. */
  readonly title: string;
  readonly severity: string | null;
  /** The zone of its calendar, to show instants in. */
  readonly timeZone: string;
  /** The first instant that it can be read at, and the last. */
  readonly asOfMs: number;
  readonly untilMs: number;
  /** What amounts are counted in. */
  readonly unit: "milliseconds" | "days";
  /** What has been used by `asOfMs`. */
  readonly elapsed: number;
  /** The periods, in order, over which the time that passes is used; none for a count of days. */
  readonly periods: readonly (readonly [fromMs: number, toMs: number])[];
  /** The instants, in order, at each of which one more day is used; none for an amount of time. */
  readonly dayEnds: readonly number[];
  /**
   * The same of time that is lost: it passes while nothing is used, and an agreed date comes nearer. Left
   * out if nothing is lost.
   */
  readonly lost?: Lost | undefined;
  /** What holds from when on; the first from `asOfMs`. */
  readonly stages: readonly Stage[];
  readonly warnings: readonly LiveWarning[];
}

/**
 * Refuses an invalid snapshot, and an instant beyond what the snapshot covers.
 *
 * @throws {CoreHoursError} `snapshot-invalid`
 * @throws {InvalidInstantError} `instant-not-finite`
 * @throws {CoverageError} `coverage-start` or `coverage-end`
 */
export function check(snapshot: Snapshot, nowMs: number): void {
  if (!isSnapshot(snapshot)) {
    throw new CoreHoursError(
      "snapshot-invalid",
      "This is not a snapshot of version 1; give what snapshot(reading, { until }) made, or the same read back from JSON.",
    );
  }
  if (!Number.isFinite(nowMs)) {
    throw new InvalidInstantError(
      "instant-not-finite",
      `${given(nowMs)} is not an instant; give epoch milliseconds, such as 1795192200000.`,
    );
  }
  const { asOfMs, untilMs } = snapshot;
  if (nowMs >= asOfMs && nowMs <= untilMs) return;
  const isLate = nowMs > untilMs;
  const remedy = isLate ? "take a newer one." : "is the clock of this machine right?";
  throw new CoverageError(
    isLate ? "coverage-end" : "coverage-start",
    `The snapshot tells of ${isoOf(asOfMs)} to ${isoOf(untilMs)}, not of ${isoOf(nowMs)}; ${remedy}`,
    { boundMs: isLate ? untilMs : asOfMs, givenMs: nowMs },
  );
}

function isSnapshot(value: unknown): value is Snapshot {
  // Whatever it is, only these are looked at.
  const { version, unit, asOfMs, untilMs, elapsed, periods, dayEnds, stages } = Object(value);
  return (
    version === 1 &&
    (unit === "milliseconds" || unit === "days") &&
    [asOfMs, untilMs, elapsed].every(Number.isFinite) &&
    [periods, dayEnds, stages].every(Array.isArray) &&
    stages.length > 0
  );
}
