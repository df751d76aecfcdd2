import { DateTime, Duration } from "luxon";
import * as z from "zod";
import { isJsonObject } from "../../input/json";
import { once } from "../../input/once";
import { ownError } from "../../input/own-error";
import { DefinitionError, problemsIn } from "../../input/problems";
import { looseObject } from "../../input/schema";
import { toEpochMs } from "../../time/instant";
import { isZoneName, zoneNamed } from "../../time/zone";
import { WHYS } from "../allowance/pieces";
import { IRREGULARITY_KINDS } from "../clock/irregularities";
import type { SlaReading } from "./by-status";
import { INSTANTS, LENGTHS, withMs } from "./in-ms";
import { STATUSES } from "./numbers";

const instant = once(() =>
  z.string().refine(isInstant, { error: 'expected an instant such as "2026-11-20T16:30:00Z"' }),
);
const length = once(() =>
  z.string().refine(isLength, { error: 'expected a length such as "PT1800S" or "P2D"' }),
);
const word = once(() => z.string().nullable());
const status = once(() => z.enum(STATUSES));

const cycle = once(() =>
  looseObject({
    status: status(),
    breached: z.boolean(),
    severity: word(),
    startedAt: instant(),
    originalDueAt: instant().nullable(),
    dueAt: instant().nullable(),
    breachedAt: instant().nullable(),
    stoppedAt: instant().nullable(),
    allowance: length().nullable(),
    elapsed: length(),
    remaining: length().nullable(),
    overrun: length(),
    pausedFor: length(),
  }),
);

const segment = once(() =>
  looseObject({
    from: instant(),
    to: instant(),
    state: word(),
    severity: word(),
    fields: z.record(z.string(), z.string()),
    cycle: z.int().nonnegative(),
    counted: length(),
    why: z.enum(WHYS),
    title: word(),
    total: length(),
  }),
);

const rule = once(() =>
  looseObject({
    id: z.string(),
    document: z.string(),
    quotes: z.array(z.string()),
    reading: word(),
    alternatives: z.array(
      looseObject({ option: z.string(), value: z.string(), reading: z.string() }),
    ),
    inferred: z.boolean(),
    notActedOn: word(),
  }),
);

const readingShape = once(() =>
  looseObject(
    {
      ticket: word(),
      target: z.string(),
      title: z.string(),
      clause: word(),
      rule: rule().nullable(),
      furtherRules: z.array(rule()),
      choices: z.array(z.string()),
      asOf: instant(),
      timeZone: z.string().refine(isZoneName, { error: "expected an IANA zone" }),
      status: status(),
      breached: z.boolean(),
      paused: z.boolean(),
      withinHours: z.boolean(),
      severity: word(),
      startedAt: instant().nullable(),
      originalDueAt: instant().nullable(),
      dueAt: instant().nullable(),
      agreedDate: looseObject({ dueAt: instant(), givenAt: instant() }).nullable(),
      projectedDueAt: instant().nullable(),
      countedFrom: instant().nullable(),
      pushedDueAt: instant().nullable(),
      pause: looseObject({
        since: instant(),
        dueAt: instant().nullable(),
        pausedFor: length(),
        wallPausedFor: length(),
      }).nullable(),
      breachedAt: instant().nullable(),
      stoppedAt: instant().nullable(),
      allowance: length().nullable(),
      elapsed: length(),
      remaining: length().nullable(),
      overrun: length(),
      pausedFor: length(),
      wallPausedFor: length(),
      wallElapsed: length(),
      percentElapsed: z.number().nonnegative().nullable(),
      reopenings: z.int().nonnegative(),
      provisional: z.boolean(),
      breaches: z.array(
        looseObject({ at: instant(), severity: word(), takenBackAt: instant().nullable() }),
      ),
      nextChange: looseObject({
        at: instant(),
        kind: z.enum(["warning", "escalation", "breach", "pause-limit"]),
        share: z.number().positive().nullable(),
        id: z.string().optional(),
      }).nullable(),
      escalations: z.array(
        looseObject({
          id: z.string(),
          title: word(),
          says: z.string(),
          share: z.number().positive().nullable(),
          at: instant().nullable(),
          passed: z.boolean(),
        }),
      ),
      warnings: z.array(
        looseObject({
          share: z.number().positive(),
          at: instant().nullable(),
          passed: z.boolean(),
        }),
      ),
      irregularities: z.array(
        looseObject({
          kind: z.enum(IRREGULARITY_KINDS),
          at: instant(),
          state: word(),
          severity: word(),
          says: z.string(),
        }),
      ),
      cycles: z.array(cycle()),
      segments: z.array(segment()),
      // The numbers beside instants and lengths are worked out again from those.
    } satisfies Record<Exclude<keyof SlaReading, `${string}Ms`>, z.ZodType>,
    "expected a reading that has been through JSON",
  ),
);

/**
 * A reading that has been through JSON, as it was: with its instants as `DateTime`s in its zone and its
 * lengths as `Duration`s, frozen in all its parts.
 *
 * @param json a reading that has been through `JSON.stringify` and `JSON.parse`
 * @throws {DefinitionError} with every problem found.
 * @example
 * const reading = readingFromJSON(JSON.parse(JSON.stringify(target.track(history, { asOf }))));
 * explain(reading); // what it said of the reading itself
 */
export function readingFromJSON(json: unknown): SlaReading {
  const problems = problemsIn(readingShape(), json);
  if (problems.length > 0) throw new DefinitionError("reading", problems);
  // Nothing was wrong with it, so it has a zone.
  const { timeZone } = json as SlaReading;
  const zone = zoneNamed(timeZone);
  const at = (text: string) => DateTime.fromMillis(toEpochMs(text), { zone });
  // Its status says the same as that of the original reading.
  return dressed(json, at, inMs) as SlaReading;
}

const INSTANT_NAMES: ReadonlySet<string> = new Set(INSTANTS);
const LENGTH_NAMES: ReadonlySet<string> = new Set(LENGTHS);

/** How the text of a length becomes the length. */
type LengthOf = (name: string, text: string) => Duration;

const inMs: LengthOf = (_, text) => Duration.fromMillis(Duration.fromISO(text).toMillis());

const inDays: LengthOf = (name, text) =>
  name.startsWith("wall")
    ? inMs(name, text)
    : Duration.fromObject({ days: Duration.fromISO(text).as("days") });

/**
 * A part of a reading with its instants and lengths in place of their texts, and their numbers.
 *
 * @param length for a part that does not tell its own unit
 */
function dressed(part: unknown, at: (text: string) => DateTime, length: LengthOf): unknown {
  if (Array.isArray(part)) return Object.freeze(part.map((item) => dressed(item, at, length)));
  if (!isJsonObject(part)) return part;
  const own = "elapsed" in part ? lengthsOf(part) : length;
  const entries = Object.entries(part).map(([key, value]): [string, unknown] => {
    if (typeof value !== "string") return [key, dressed(value, at, own)];
    if (INSTANT_NAMES.has(key)) return [key, at(value)];
    return [key, LENGTH_NAMES.has(key) ? own(key, value) : value];
  });
  return withMs(Object.fromEntries(entries));
}

/**
 * Lengths in the unit of a reading, or of one of its cycles, which may have another: days or milliseconds. No
 * time at all has one text for both, and then `elapsedMs` tells: it is null for days.
 */
function lengthsOf({ allowance, elapsed, overrun, elapsedMs }: Record<string, unknown>): LengthOf {
  const told = [allowance, elapsed, overrun].find((text) => text !== null && text !== "PT0S");
  const isDays = told === undefined ? elapsedMs === null : String(told).endsWith("D");
  return isDays ? inDays : inMs;
}

function isInstant(text: string): boolean {
  try {
    toEpochMs(text);
    return true;
  } catch (error) {
    ownError(error);
    return false;
  }
}

const LENGTH = /^-?P(?:\d+D|T(?:-?\d+(?:\.\d+)?[HMS])+)$/;

function isLength(text: string): boolean {
  return LENGTH.test(text);
}
