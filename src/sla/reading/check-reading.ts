import { DateTime, Duration } from "luxon";
import { isJsonObject } from "../../input/json";
import { describe } from "../../input/show";
import { CoreHoursError } from "../../timeline";

const INSTANTS = [
  "startedAt",
  "originalDueAt",
  "dueAt",
  "projectedDueAt",
  "countedFrom",
  "pushedDueAt",
  "breachedAt",
  "stoppedAt",
] as const;
const LENGTHS = [
  "allowance",
  "elapsed",
  "remaining",
  "overrun",
  "pausedFor",
  "wallPausedFor",
  "wallElapsed",
] as const;
const TEXTS = ["target", "title", "status", "timeZone"] as const;
const LISTS = ["warnings", "cycles", "segments", "irregularities"] as const;

/**
 * Refuses what is not a reading before it is printed or handed on, as a program without types may give.
 *
 * @param what the function it was given to
 * @throws {CoreHoursError} `not-a-reading`
 */
export function checkReading(given: unknown, what: string): void {
  if (!isJsonObject(given)) throw notAReading(given, what, "");
  if (typeof given["asOf"] === "string") {
    const remedy = "; it has been through JSON, so give readingFromJSON(JSON.parse(text))";
    throw notAReading(given, what, remedy);
  }
  const isInstant = (name: string) => DateTime.isDateTime(given[name]) || given[name] === null;
  const wrong =
    INSTANTS.find((name) => !isInstant(name)) ??
    LENGTHS.find((name) => !Duration.isDuration(given[name])) ??
    TEXTS.find((name) => typeof given[name] !== "string") ??
    LISTS.find((name) => !Array.isArray(given[name])) ??
    (DateTime.isDateTime(given["asOf"]) ? undefined : "asOf");
  if (wrong !== undefined)
    throw notAReading(given, what, `; its "${wrong}" is ${describe(given[wrong])}`);
}

function notAReading(given: unknown, what: string, why: string): CoreHoursError {
  return new CoreHoursError(
    "not-a-reading",
    `${what} takes a reading, as track and follow give them, not ${describe(given)}${why}.`,
    { given: describe(given) },
  );
}
