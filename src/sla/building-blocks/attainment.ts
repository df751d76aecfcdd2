import { DateTime } from "luxon";
import * as z from "zod";
import { CivilDays } from "../../calendar/days/civil-days";
import { once } from "../../input/once";
import { checkKeys, given, isIterable } from "../../input/options";
import { strictObject } from "../../input/schema";
import { describe, show } from "../../input/show";
import type { TabledZone } from "../../time/zone";
import { CoreHoursError } from "../../timeline";
import type { SlaReading } from "../reading/by-status";
import { checkReading } from "../reading/check-reading";
import type { NumericReading } from "../reading/numbers";
import { attainedShare, type Decided, decisionOf } from "./attained";
import { boundsOfMonth } from "./availability";

/** The credit that is given back if less is attained. */
export interface CreditDefinition {
  /** The share below which it is due. */
  readonly below: number;
  /** The credit, in percent of the charge. */
  readonly percent: number;
}

/** The share of a target's promises to keep, month by month. */
export interface AttainmentDefinition {
  readonly title?: string;
  readonly clause?: string;
  /** The target whose promises are counted. */
  readonly target: string;
  /** The severities that count; all if omitted. */
  readonly severities?: readonly string[];
  /** The share to meet, above 0 and up to 1. */
  readonly share: number;
  readonly per?: "month";
  /**
   * To which month a promise belongs: `stopped` (default), the one in which it was decided, by the stop
   * or, while open, by the breach; `due`; or `started`.
   */
  readonly by?: "stopped" | "due" | "started";
  readonly credits?: readonly CreditDefinition[];
}

/** How far a promised share was kept in a month. */
export interface AttainmentReading extends Decided {
  readonly name: string;
  readonly title: string;
  readonly clause: string | null;
  readonly target: string;
  readonly month: string;
  /** The first instant of the month, and the first after it. */
  readonly from: DateTime;
  readonly fromMs: number;
  readonly to: DateTime;
  readonly toMs: number;
  /** How many promises are decided: met and breached. */
  readonly counted: number;
  /** How many of the breached promises are still open. */
  readonly openBreached: number;
  /** Met ÷ counted, from 0 to 1; null if nothing is decided. */
  readonly share: number | null;
  /** The share to meet. */
  readonly promised: number;
  /** Whether that share was met; null if nothing is decided. */
  readonly verdict: "met" | "missed" | null;
  /** The credit, in percent of the charge; 0 if none is due. */
  readonly credit: number;
  /** How many more breaches there may be before it is missed. */
  readonly breachesLeft: number;
}

/** What of a reading in numbers decides a promise, and to which month it belongs. */
type DecidingNumbers = Pick<
  NumericReading,
  "status" | "severity" | "startedAtMs" | "dueAtMs" | "breachedAtMs" | "stoppedAtMs"
>;

/** A reading to count: one from `track`, or one in numbers from the bulk forms. */
export type AttainmentInput =
  | SlaReading
  | (DecidingNumbers & { readonly error?: null; readonly target?: string })
  | { readonly ticket: string; readonly error: CoreHoursError };

/**
 * How far a promised share was kept in a month.
 *
 * @param readings the readings of its target, of every ticket; readings of other targets, and errors,
 *   are skipped. Each cycle of a reading is a promise. A reading in numbers knows only the present
 *   cycle, so it counts once
 * @param options `month`: as `"2026-11"`, in the zone of the policy
 * @throws {InvalidInstantError} `month-invalid` for anything but a month.
 * @example sla.attainment.sev1(readings, { month: "2026-11" }).breachesLeft // 2
 */
export type Attainment = (
  readings: Iterable<AttainmentInput>,
  options: { readonly month: string },
) => AttainmentReading;

const share = once(() =>
  z
    .number("expected a share such as 0.9")
    .positive("expected a share above 0")
    .max(1, "expected a share of 1 or less, such as 0.9 for 90 %"),
);

/** The zod schema of a policy's attainments. */
export const attainmentSchema = once(() =>
  z.record(
    z.string(),
    strictObject({
      title: z.string().optional(),
      clause: z.string().optional(),
      target: z.string("expected the name of a target"),
      severities: z.array(z.string()).min(1, "expected at least one severity").optional(),
      share: share(),
      per: z.enum(["month"]).optional(),
      by: z.enum(["stopped", "due", "started"]).optional(),
      credits: z
        .array(
          strictObject({
            below: share(),
            percent: z
              .number("expected a credit in percent")
              .nonnegative("expected a credit of zero or more")
              .max(100, "expected a credit of 100 percent or less"),
          }),
        )
        .optional(),
    }),
  ),
);

/** Makes a checked definition into an attainment that can be asked. */
export function compileAttainment(
  name: string,
  definition: AttainmentDefinition,
  zone: TabledZone,
): Attainment {
  const { title = name, clause = null, target, share: promised, credits } = definition;
  return (readings, options) => {
    const asked = given(options, '{ month: "2026-11" }');
    checkKeys(asked, ["month"], `attainment "${name}"`);
    const { month } = asked;
    const [fromMs, toMs] = boundsOfMonth(month, { days: new CivilDays(zone) });
    if (!isIterable(readings)) throw readingsInvalid(name, readings);
    const counted = { met: 0, breached: 0 };
    let openBreached = 0;
    for (const reading of readings) {
      for (const promise of promisesIn(reading, name, definition)) {
        if (promise.atMs === null || promise.atMs < fromMs || promise.atMs >= toMs) continue;
        counted[promise.decision]++;
        if (promise.isOpen) openBreached++;
      }
    }
    const kept = attainedShare(counted);
    const at = (ms: number) => DateTime.fromMillis(ms, { zone });
    return Object.freeze({
      name,
      title,
      clause,
      target,
      month: month as string, // It has bounds, so it is a month.
      from: at(fromMs),
      fromMs,
      to: at(toMs),
      toMs,
      ...counted,
      counted: counted.met + counted.breached,
      openBreached,
      share: kept,
      promised,
      verdict: kept === null ? null : isAtLeast(counted, promised) ? "met" : "missed",
      credit: creditFor(counted, credits),
      breachesLeft: breachesLeft(counted, promised),
    });
  };
}

/** A promise that is decided. */
interface DecidedPromise {
  readonly decision: "met" | "breached";
  readonly isOpen: boolean;
  /** The instant by whose month it counts. */
  readonly atMs: number | null;
}

function promisesIn(
  reading: AttainmentInput,
  name: string,
  { target, severities, by = "stopped" }: AttainmentDefinition,
): readonly DecidedPromise[] {
  return verdictsIn(reading, name, target).flatMap((verdict) => {
    const decision = decisionOf(verdict);
    const { severity, startedAtMs, dueAtMs, breachedAtMs, stoppedAtMs } = verdict;
    const isOther = severities && !severities.some((each) => each === severity);
    if (decision === null || isOther) return [];
    const instants = { started: startedAtMs, due: dueAtMs, stopped: stoppedAtMs ?? breachedAtMs };
    return [{ decision, isOpen: stoppedAtMs === null, atMs: instants[by] }];
  });
}

function verdictsIn(
  reading: AttainmentInput,
  name: string,
  target: string,
): readonly DecidingNumbers[] {
  if (typeof reading !== "object" || reading === null) throw readingInvalid(name, reading);
  if ("error" in reading && reading.error) return [];
  if ("target" in reading && reading.target !== undefined && reading.target !== target) return [];
  if ("startedAtMs" in reading && !("cycles" in reading)) return [reading];
  checkReading(reading, `attainment "${name}"`);
  // It has been checked to be a reading.
  return (reading as SlaReading).cycles.map((cycle) => ({
    status: cycle.status,
    severity: cycle.severity,
    startedAtMs: cycle.startedAt.toMillis(),
    dueAtMs: cycle.dueAt?.toMillis() ?? null,
    breachedAtMs: cycle.breachedAt?.toMillis() ?? null,
    stoppedAtMs: cycle.stoppedAt?.toMillis() ?? null,
  }));
}

/** A share such as 0.9 of 10 is 9, although a float may give a little more or less. */
const HAIR = 1e-9;

function isAtLeast({ met, breached }: Decided, share: number): boolean {
  return met >= share * (met + breached) - HAIR;
}

/** The credit of the lowest share that was not attained. */
function creditFor(decided: Decided, credits: AttainmentDefinition["credits"]): number {
  const due = credits?.filter(({ below }) => !isAtLeast(decided, below));
  return due?.sort((a, b) => a.below - b.below)[0]?.percent ?? 0;
}

/** How many more promises may breach. Each of them is also one more that counts. */
function breachesLeft({ met, breached }: Decided, share: number): number {
  return Math.max(0, Math.floor(met / share - (met + breached) + HAIR));
}

function readingsInvalid(name: string, readings: unknown): CoreHoursError {
  return new CoreHoursError(
    "option-invalid",
    `Attainment "${name}" counts a list of readings, not ${describe(readings)}; give those of its target, of every ticket.`,
    { option: "readings", given: show(readings) },
  );
}

function readingInvalid(name: string, reading: unknown): CoreHoursError {
  return new CoreHoursError(
    "not-a-reading",
    `Attainment "${name}" counts readings, and ${describe(reading)} is among them; give what track or trackMany gave.`,
    { given: describe(reading) },
  );
}
