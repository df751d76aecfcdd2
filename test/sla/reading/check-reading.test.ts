import { DateTime, Duration } from "luxon";
import { describe, expect, it } from "vitest";
import { explain, summary } from "../../../src/index";
import { nameOf, type Path, pathsIn, valueAt, withValue } from "../../reference/json-paths";
import { refusal, untyped } from "../../reference/refusals";
import { reopened, waiting } from "./full-readings";

/** What a function that prints readings says of a reading with something else at one place; null if nothing. */
function refused(reading: unknown, path: Path, value: unknown): string | null {
  const given = withValue(reading, path, value);
  try {
    summary(given as never); // A program without types may give anything.
  } catch {
    return refusal(untyped(summary, given)).message;
  }
  return null;
}

/** Parts that nothing is printed from, which may be anything. */
const NOT_LOOKED_AT = [
  ...["rule.reading", "rule.alternatives", "rule.inferred", "rule.notActedOn", "rule.quotes.0"],
  ...["furtherRules.reading", "furtherRules.alternatives", "furtherRules.inferred"],
  ...["furtherRules.notActedOn", "furtherRules.quotes.0", "segments.fields"],
  ...["escalations.title", "escalations.share", "irregularities.state", "irregularities.severity"],
];
const isLookedAt = (path: Path) => {
  const name = nameOf(path);
  const inLists = path.at(-1) === 0 && name.endsWith("quotes");
  // The numbers beside the instants of a part are not looked at, other than those of the reading itself.
  const isNumberBeside = path.length > 1 && name.endsWith("Ms");
  return (
    !inLists &&
    !isNumberBeside &&
    !NOT_LOOKED_AT.some((each) => name === each || name.startsWith(`${each}.`))
  );
};

describe.each([
  ["that waits", waiting],
  ["in its second cycle", reopened],
])("every part of the reading of a ticket %s", (_, reading) => {
  const paths = pathsIn(reading).filter(isLookedAt);

  it("is of its kind", () => {
    expect(paths.length).toBeGreaterThan(90);
    for (const path of paths) {
      const value = valueAt(reading, path);
      // Of a flag, everything is another kind but true and false, and of everything else a flag is.
      const other = typeof value === "boolean" ? "yes" : true;
      expect(refused(reading, path, other)).toMatch(new RegExp(`; its "${path[0]}" is .+\\.$`));
      if (typeof path.at(-1) === "string") {
        expect(refused(reading, path, undefined)).toMatch(/ takes a reading, as track and follow /);
      }
    }
  });

  it("is a valid instant, length or number", () => {
    for (const path of paths) {
      const value = valueAt(reading, path);
      const invalid = DateTime.isDateTime(value)
        ? [DateTime.invalid("no"), value.toISO()]
        : Duration.isDuration(value)
          ? [Duration.invalid("no"), 5]
          : typeof value === "number"
            ? [Number.NaN, Number.POSITIVE_INFINITY, String(value)]
            : [];
      for (const each of invalid) {
        expect(refused(reading, path, each), path.join(".")).toMatch(/ takes a reading, as track /);
      }
    }
  });

  it("may be null if nobody knows it, or a ticket need not have it", () => {
    // What SlaReading and its parts say may be null; the numbers beside instants and lengths likewise.
    const MAY_BE_NULL = [
      ...["ticket", "clause", "rule", "severity", "pause", "nextChange", "agreedDate"],
      ...["startedAt", "originalDueAt", "dueAt", "projectedDueAt", "countedFrom", "pushedDueAt"],
      ...["breachedAt", "stoppedAt", "allowance", "remaining", "percentElapsed", "pause.dueAt"],
      ...["startedAtMs", "originalDueAtMs", "dueAtMs", "projectedDueAtMs", "countedFromMs"],
      ...["pushedDueAtMs", "breachedAtMs", "stoppedAtMs", "allowanceMs", "elapsedMs"],
      ...["remainingMs", "overrunMs", "pausedForMs"],
      ...["breaches.severity", "breaches.takenBackAt", "nextChange.share", "warnings.at"],
      ...["escalations.at", "cycles.severity", "cycles.originalDueAt", "cycles.dueAt"],
      ...["cycles.breachedAt", "cycles.stoppedAt", "cycles.allowance", "cycles.remaining"],
      ...["segments.state", "segments.severity", "segments.title"],
    ];
    for (const path of paths) {
      const isRefused = refused(reading, path, null) !== null;
      expect([path.join("."), isRefused]).toEqual([
        path.join("."),
        !MAY_BE_NULL.includes(nameOf(path)),
      ]);
    }
  });
});

describe("the message", () => {
  it.each<[string, unknown, string]>([
    ["text", "reading", 'the text "reading"'],
    ["a list", [], "the list []"],
    ["nothing", undefined, "undefined"],
  ])("of %s says what was given and what is expected", (_, given, shown) => {
    const error = refusal(untyped(explain, given));
    expect(error.message).toBe(
      `explain takes a reading, as track and follow give them, not ${shown}.`,
    );
    expect(error.data).toEqual({ given: shown });
  });

  it("names the first part that is wrong, and what it is", () => {
    expect(refused(waiting, ["dueAt"], 5)).toMatch(/; its "dueAt" is the number 5\.$/);
    expect(refused(waiting, ["pause", "since"], "noon")).toMatch(/; its "pause" is the object \{/);
  });

  it("does not send whoever gives something else to readingFromJSON", () => {
    expect(refused(waiting, ["asOf"], 5)).toMatch(/; its "asOf" is the number 5\.$/);
    expect(refused(waiting, ["asOf"], "2026-11-16T14:00:00Z")).toMatch(
      /; it has been through JSON, so give readingFromJSON\(JSON\.parse\(text\)\)\.$/,
    );
  });
});
