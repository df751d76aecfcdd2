import { type Alert, isFor } from "../clock/alerts";
import type { Clock } from "../clock/clock";
import type { ClockRules } from "../clock/rules";
import type { Escalation } from "./compile-escalations";
import type { NumericReading } from "./numbers";
import { aheadAtMs } from "./warnings";

/** An escalation as an instant. */
export interface NumericEscalation extends Pick<Escalation, "id" | "title" | "says" | "share"> {
  /**
   * When it was due, but not before the change of severity that made it due; or when it will be if the
   * clock runs on. Null if nobody knows, since the clock is paused, has stopped or has not started.
   */
  readonly atMs: number | null;
  readonly passed: boolean;
}

/** What a target escalates, and where that stands among the alerts of its clock. */
export interface EscalationRules extends ClockRules {
  readonly warnAt: readonly number[];
  readonly escalations: readonly Escalation[];
}

/** The escalations of a ticket's severity as instants, as of the instant that a clock has been advanced to. */
export function escalationsOf(
  clock: Clock,
  { severity, dueAtMs }: Pick<NumericReading, "severity" | "dueAtMs">,
  asOfMs: number,
  rules: EscalationRules,
): NumericEscalation[] {
  const { now } = clock;
  const { warnedAtMs } = now.verdict ?? now;
  // When one will be due that is not due yet, if the clock runs on.
  const aheadMs = (alert: Alert) => {
    if ("share" in alert) return aheadAtMs(alert.share, clock, asOfMs);
    if (now.activity !== "running" || dueAtMs === null) return null;
    return alert.fromDue(dueAtMs, severity);
  };
  return rules.escalations.flatMap(({ alert, id, title, says, share }, i) => {
    if (!isFor(alert, severity)) return [];
    const reachedMs = warnedAtMs[rules.warnAt.length + i] ?? null;
    const atMs = reachedMs ?? aheadMs(alert);
    return [{ id, title, says, share, atMs, passed: reachedMs !== null }];
  });
}
