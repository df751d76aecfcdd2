import type { DateTime } from "luxon";
import type { SlaStatus } from "./numbers";
import type { ReadingParts, SlaPause } from "./sla-reading";

/** A reading whose status narrows the types of its other parts. */
type Of<S extends SlaStatus, Known extends Partial<ReadingParts>> = ReadingParts & {
  readonly status: S;
} & Readonly<Known>;

interface NotPaused {
  readonly paused: false;
  readonly pause: null;
}

interface NotBreached {
  readonly breached: false;
  readonly breachedAt: null;
  readonly breachedAtMs: null;
}

interface Started {
  readonly startedAt: DateTime;
  readonly startedAtMs: number;
}

interface NotStopped {
  readonly stoppedAt: null;
  readonly stoppedAtMs: null;
}

interface NotPromised {
  readonly allowance: null;
  readonly allowanceMs: null;
  readonly remaining: null;
  readonly remainingMs: null;
  readonly percentElapsed: null;
  readonly dueAt: null;
  readonly dueAtMs: null;
}

interface NotStarted extends NotStopped {
  readonly startedAt: null;
  readonly startedAtMs: null;
  readonly dueAt: null;
  readonly dueAtMs: null;
}

interface Stopped {
  readonly stoppedAt: DateTime;
  readonly stoppedAtMs: number;
}

interface Breached {
  readonly breached: true;
  readonly breachedAt: DateTime;
  readonly breachedAtMs: number;
  readonly dueAt: DateTime;
  readonly dueAtMs: number;
}

/**
 * The answer to "when is it due, and has it breached", as of one instant. Immutable; plain JSON. Its status
 * says which of its parts are there: `if (reading.status === "breached") reading.breachedAt.toISO()`.
 */
export type SlaReading =
  | Of<"pending", NotPaused & NotBreached & NotStarted>
  | Of<"running", NotPaused & NotBreached & Started & NotStopped>
  // With an agreed date it is due while it is paused, too.
  | Of<"paused", NotBreached & Started & NotStopped & { paused: true; pause: SlaPause }>
  // An agreed date may be met or breached where there is no allowance.
  | Of<"met", NotPaused & NotBreached & Started & Stopped>
  | Of<"breached", Started & Breached>
  // It may have been cancelled before it started.
  | Of<"cancelled", NotPaused>
  | Of<"not-applicable", NotBreached & NotPromised>;
