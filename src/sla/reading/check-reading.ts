import { DateTime, Duration } from "luxon";
import { isJsonObject, type JsonObject } from "../../input/json";
import { describe } from "../../input/show";
import { CoreHoursError } from "../../timeline";
import type { SlaReading } from "./by-status";

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isFlag: Check = (value) => typeof value === "boolean";
const isNumber: Check = (value) => typeof value === "number" && Number.isFinite(value);
const isInstant: Check = (value) => DateTime.isDateTime(value) && value.isValid;
const isLength: Check = (value) => Duration.isDuration(value) && value.isValid;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const listOf =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    Array.isArray(value) && value.every((item) => wrongKey(item, checks) === undefined);
const like =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    wrongKey(value, checks) === undefined;

const CYCLE = {
  status: isText,
  breached: isFlag,
  severity: orNull(isText),
  startedAt: isInstant,
  originalDueAt: orNull(isInstant),
  dueAt: orNull(isInstant),
  breachedAt: orNull(isInstant),
  stoppedAt: orNull(isInstant),
  allowance: orNull(isLength),
  elapsed: isLength,
  remaining: orNull(isLength),
  overrun: isLength,
  pausedFor: isLength,
};

const SEGMENT = {
  from: isInstant,
  to: isInstant,
  state: orNull(isText),
  severity: orNull(isText),
  cycle: isNumber,
  counted: isLength,
  why: isText,
  title: orNull(isText),
  total: isLength,
};

/** The check of each part of a reading. If a part is missing here, this does not compile. */
const READING: Readonly<Record<keyof SlaReading, Check>> = {
  ticket: orNull(isText),
  target: isText,
  title: isText,
  clause: orNull(isText),
  rule: orNull(like({ id: isText, document: isText, quotes: Array.isArray })),
  furtherRules: listOf({ id: isText, document: isText, quotes: Array.isArray }),
  choices: (value) => Array.isArray(value) && value.every(isText),
  asOf: isInstant,
  asOfMs: isNumber,
  startedAtMs: orNull(isNumber),
  originalDueAtMs: orNull(isNumber),
  dueAtMs: orNull(isNumber),
  projectedDueAtMs: orNull(isNumber),
  breachedAtMs: orNull(isNumber),
  stoppedAtMs: orNull(isNumber),
  countedFromMs: orNull(isNumber),
  pushedDueAtMs: orNull(isNumber),
  allowanceMs: orNull(isNumber),
  elapsedMs: orNull(isNumber),
  remainingMs: orNull(isNumber),
  overrunMs: orNull(isNumber),
  pausedForMs: orNull(isNumber),
  wallPausedForMs: isNumber,
  wallElapsedMs: isNumber,
  timeZone: isText,
  status: isText,
  breached: isFlag,
  paused: isFlag,
  withinHours: isFlag,
  severity: orNull(isText),
  startedAt: orNull(isInstant),
  originalDueAt: orNull(isInstant),
  dueAt: orNull(isInstant),
  agreedDate: orNull(like({ dueAt: isInstant, givenAt: isInstant })),
  projectedDueAt: orNull(isInstant),
  countedFrom: orNull(isInstant),
  pushedDueAt: orNull(isInstant),
  pause: orNull(
    like({
      since: isInstant,
      dueAt: orNull(isInstant),
      pausedFor: isLength,
      wallPausedFor: isLength,
    }),
  ),
  breachedAt: orNull(isInstant),
  stoppedAt: orNull(isInstant),
  allowance: orNull(isLength),
  elapsed: isLength,
  remaining: orNull(isLength),
  overrun: isLength,
  pausedFor: isLength,
  wallPausedFor: isLength,
  wallElapsed: isLength,
  percentElapsed: orNull(isNumber),
  reopenings: isNumber,
  provisional: isFlag,
  breaches: listOf({ at: isInstant, severity: orNull(isText), takenBackAt: orNull(isInstant) }),
  nextChange: orNull(like({ at: isInstant, kind: isText, share: orNull(isNumber) })),
  escalations: listOf({ id: isText, says: isText, at: orNull(isInstant), passed: isFlag }),
  warnings: listOf({ share: isNumber, at: orNull(isInstant), passed: isFlag }),
  irregularities: listOf({ kind: isText, at: isInstant, says: isText }),
  cycles: listOf(CYCLE),
  segments: listOf(SEGMENT),
};

/**
 * Refuses anything but a reading before it is printed or handed on: a program without types may give
 * anything.
 *
 * @param what the function it was given to
 * @throws {CoreHoursError} `not-a-reading`
 */
export function checkReading(given: unknown, what: string): void {
  const wrong = wrongKey(given, READING);
  if (wrong === undefined) return;
  throw new CoreHoursError(
    "not-a-reading",
    `${what} takes a reading, as track and follow give them, not ${describe(given)}${why(given, wrong)}.`,
    { given: describe(given) },
  );
}

/** The first key of an object whose value is not what it should be; `""` for a value that has no keys. */
function wrongKey(value: unknown, checks: Readonly<Record<string, Check>>): string | undefined {
  try {
    if (!isJsonObject(value)) return "";
    return Object.entries(checks).find(([key, check]) => !check(value[key]))?.[0];
  } catch {
    return ""; // It cannot be read.
  }
}

function why(given: unknown, wrong: string): string {
  if (wrong === "") return "";
  const parts = given as JsonObject; // One of its parts is wrong.
  if (typeof parts["asOf"] === "string") {
    return "; it has been through JSON, so give readingFromJSON(JSON.parse(text))";
  }
  return `; its "${wrong}" is ${describe(parts[wrong])}`;
}
