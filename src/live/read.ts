import { check, type LiveStatus, type Lost, type Snapshot, type Stage } from "./snapshot";

/** What a snapshot says at an instant. */
export interface LiveReading extends Omit<Stage, "fromMs"> {
  /** Whether what is used grows at that very moment: not out of hours, while paused or once stopped. */
  readonly counting: boolean;
  /** How much of the allowance has been used, in the snapshot's unit. */
  readonly elapsed: number;
  /** How much is left, never below zero; null where nothing is promised, or not known yet. */
  readonly remaining: number | null;
  /** How much more than the allowance has been used; never below zero. */
  readonly overrun: number;
}

/**
 * Where the ticket stands at an instant, if nothing has happened to it since the snapshot.
 *
 * It is what the target itself says as of that instant, to the millisecond.
 *
 * @param nowMs epoch milliseconds, from the snapshot's `asOfMs` to its `untilMs`, both included
 * @throws {CoverageError} `coverage-start` or `coverage-end` for any other instant.
 * @throws {InvalidInstantError} if the number is not finite.
 * @throws {CoreHoursError} `snapshot-invalid` for any other JSON.
 * @example
 * const { status, remaining } = readAt(snapshot, nowMs);
 */
export function readAt(snapshot: Snapshot, nowMs: number): LiveReading {
  check(snapshot, nowMs);
  const { fromMs: _, ...stage } = stageAt(snapshot.stages, nowMs);
  const elapsed = snapshot.elapsed + passedBy(snapshot, nowMs);
  const { stopped, paused, status } = stage;
  const lost = snapshot.lost ? passedBy(snapshot.lost, nowMs) : 0;
  const allowance = stage.allowance === null ? null : stage.allowance - lost;
  return {
    ...stage,
    allowance,
    counting: isInside(snapshot, nowMs) ?? !(stopped || paused || status === "pending"),
    elapsed,
    remaining: allowance === null ? null : Math.max(0, allowance - elapsed),
    overrun: allowance === null ? 0 : Math.max(0, elapsed - allowance),
  };
}

/**
 * How much of the allowance is left at an instant; see {@link readAt} for what is thrown.
 *
 * @returns milliseconds of working time, or days, as the snapshot's `unit` says; 0 once all is used;
 *   null where nothing is promised, or the severity that decides it is not known yet
 * @example remainingAt(snapshot, nowMs) // 8040000
 */
export function remainingAt(snapshot: Snapshot, nowMs: number): number | null {
  return readAt(snapshot, nowMs).remaining;
}

/** How much of the allowance has been used at an instant; see {@link readAt} for what is thrown. */
export function elapsedAt(snapshot: Snapshot, nowMs: number): number {
  return readAt(snapshot, nowMs).elapsed;
}

/** The status at an instant; see {@link readAt} for what is thrown. */
export function statusAt(snapshot: Snapshot, nowMs: number): LiveStatus {
  return readAt(snapshot, nowMs).status;
}

function stageAt(stages: readonly Stage[], nowMs: number): Stage {
  let at = 0;
  while (at + 1 < stages.length && (stages[at + 1]?.fromMs ?? 0) <= nowMs) at++;
  // A checked snapshot has at least one.
  return stages[at] as Stage;
}

/** How much has passed since the snapshot was taken. */
function passedBy({ periods, dayEnds }: Lost, nowMs: number): number {
  let used = 0;
  for (const [fromMs, toMs] of periods) {
    if (fromMs >= nowMs) break;
    used += Math.min(toMs, nowMs) - fromMs;
  }
  for (const endMs of dayEnds) {
    if (endMs > nowMs) break;
    used++;
  }
  return used;
}

/** Whether the instant lies in a period in which time is used; undefined for a count of days. */
function isInside({ unit, periods }: Snapshot, nowMs: number): boolean | undefined {
  if (unit === "days") return undefined;
  return periods.some(([fromMs, toMs]) => fromMs <= nowMs && nowMs < toMs);
}
