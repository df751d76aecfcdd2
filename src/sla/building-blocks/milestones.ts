import { DateTime } from "luxon";
import * as z from "zod";
import { once } from "../../input/once";
import { checkKeys, given } from "../../input/options";
import { strictObject } from "../../input/schema";
import { type InstantLike, toEpochMs } from "../../time/instant";
import type { Tie } from "../../timeline";
import {
  type AllowanceContext,
  calendarNamed,
  compileAllowance,
} from "../allowance/compile-allowance";
import type { AllowanceDefinition } from "../allowance/definition";
import { valuesOf } from "../clock/choices";
import { type BoundsDefinition, bounds, type Words, wordList } from "./bounds";

/** One instant of a chain, at a given length after the one before it. */
export interface StepDefinition {
  readonly id: string;
  readonly title?: string;
  readonly clause?: string;
  readonly after: AllowanceDefinition;
  /** Whether `after` counts from the step before (default) or from the event that begins the chain. */
  readonly from?: "previous" | "start";
  /** A calendar of the policy: an instant on a date without hours moves to the next date with some. */
  readonly rollTo?: string;
  /** When the step falls if its time runs out exactly at a closing; `close` by default. */
  readonly tie?: Tie;
  /** Whether the step comes at once if the chain ends before it. By default it does not come. */
  readonly atEarlyEnd?: boolean;
  /** The states and facts that say it has been done. Without them, it happens by itself. */
  readonly doneOn?: Words;
}

/** A chain of instants after an event, such as reminders. */
export interface MilestonesDefinition extends BoundsDefinition {
  readonly title?: string;
  readonly clause?: string;
  readonly steps: readonly StepDefinition[];
}

/** One instant of a chain, worked out. */
export interface Milestone {
  readonly id: string;
  readonly title: string;
  readonly clause: string | null;
  readonly at: DateTime;
  readonly atMs: number;
  /** Whether it rests on bank holidays that are projected and may yet change. */
  readonly provisional: boolean;
}

/**
 * The chain that an event begins.
 *
 * @param startedAt the event
 * @param options `until`: when the chain ends early. A step that would come at or after this instant
 *   does not come, unless an early end brings it about. Such a step comes at this instant, or at the
 *   event itself if the chain ended before the event.
 */
export type Milestones = (
  startedAt: InstantLike,
  options?: { readonly until?: InstantLike | undefined },
) => readonly Milestone[];

/** The zod schema of a policy's milestones; their allowances are checked part by part. */
export const milestonesSchema = once(() =>
  z.record(
    z.string(),
    strictObject({
      title: z.string().optional(),
      clause: z.string().optional(),
      ...bounds(),
      steps: z
        .array(
          strictObject({
            id: z.string(),
            title: z.string().optional(),
            clause: z.string().optional(),
            after: z.record(z.string(), z.unknown(), "expected an allowance"),
            from: z.enum(["previous", "start"]).optional(),
            rollTo: z.string().optional(),
            tie: z.enum(valuesOf("tie")).optional(),
            atEarlyEnd: z.boolean().optional(),
            doneOn: wordList(),
          }),
        )
        .min(1, "expected at least one step"),
    }),
  ),
);

/** Makes a checked definition into a chain that can be asked. */
export function compileMilestones(
  id: string,
  definition: MilestonesDefinition,
  context: AllowanceContext,
): Milestones {
  const steps = definition.steps.map((step) => ({
    ...step,
    allowance: compileAllowance(step.after, { tie: step.tie ?? "close" }, context),
    roll: rollForward(step.rollTo, context),
    rollPublishedUntilMs:
      step.rollTo === undefined
        ? Number.POSITIVE_INFINITY
        : calendarNamed(step.rollTo, context).publishedUntilMs,
  }));
  return (startedAt, options) => {
    const { until } = given(options, '{ until: "2026-11-20T16:30:00Z" }');
    checkKeys(options, ["until"], `milestones "${id}"`);
    const startMs = toEpochMs(startedAt);
    const untilMs = until === undefined ? Number.POSITIVE_INFINITY : toEpochMs(until);
    const milestones: Milestone[] = [];
    let previousMs = startMs;
    let hasEnded = false;
    for (const step of steps) {
      const { title, clause, from, allowance, roll, rollPublishedUntilMs } = step;
      const fromMs = from === "start" ? startMs : previousMs;
      const measure = allowance.from(fromMs);
      const timedMs: number = hasEnded ? untilMs : roll(measure.add(fromMs, measure.allowance));
      hasEnded ||= timedMs >= untilMs;
      if (hasEnded && step.atEarlyEnd !== true) continue;
      const atMs = hasEnded ? Math.max(startMs, untilMs) : timedMs;
      previousMs = atMs;
      milestones.push(
        Object.freeze({
          id: step.id,
          title: title ?? step.id,
          clause: clause ?? definition.clause ?? null,
          at: DateTime.fromMillis(atMs, { zone: allowance.zone }),
          atMs,
          // A given instant does not rest on bank holidays.
          provisional: !hasEnded && (measure.isProvisional(atMs) || atMs > rollPublishedUntilMs),
        }),
      );
    }
    return Object.freeze(milestones);
  };
}

/**
 * Moves an instant that falls on a date without hours to the same wall-clock time of the next date
 * that has some.
 *
 * @param calendar the name of the calendar that decides; without one, nothing moves.
 */
export function rollForward(
  calendar: string | undefined,
  context: AllowanceContext,
): (ms: number) => number {
  if (calendar === undefined) return (ms) => ms;
  const { days } = calendarNamed(calendar, context);
  return (ms) => {
    const day = days.dayAt(ms);
    return days.has(day) ? ms : days.dueOn(days.nth(day, 1), "same-time", ms);
  };
}
