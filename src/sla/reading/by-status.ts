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
}

interface Started {
  readonly startedAt: DateTime;
}

/**
 * The answer to "when is it due, and has it breached", as of one instant. Immutable; plain JSON. Its status
 * says which of its parts are there: `if (reading.status === "breached") reading.breachedAt.toISO()`.
 */
export type SlaReading =
  | Of<"pending", NotPaused & NotBreached & { startedAt: null; dueAt: null; stoppedAt: null }>
  | Of<"running", NotPaused & NotBreached & Started & { stoppedAt: null }>
  // With an agreed date it is due while it is paused, too.
  | Of<"paused", NotBreached & Started & { paused: true; pause: SlaPause; stoppedAt: null }>
  // An agreed date may be met or breached where there is no allowance.
  | Of<"met", NotPaused & NotBreached & Started & { stoppedAt: DateTime }>
  | Of<"breached", Started & { breached: true; breachedAt: DateTime; dueAt: DateTime }>
  // It may have been cancelled before it started.
  | Of<"cancelled", NotPaused>
  | Of<
      "not-applicable",
      NotBreached & { allowance: null; remaining: null; percentElapsed: null; dueAt: null }
    >;
