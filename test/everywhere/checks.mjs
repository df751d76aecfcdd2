/**
 * Facts about the built package, each worked out by hand. Plain JavaScript that needs nothing but what
 * it is given, so the same files run on every Node.js, in a browser's page and in its workers.
 *
 * The dates stay clear of what time zone data has lately changed, as each engine brings its own.
 *
 * Europe/London is at +01:00 from 29 March 2026 01:00Z to 25 October 01:00Z, and again from 28 March
 * 2027 01:00Z. 16 November 2026 is a Monday.
 */
import { calendarFacts } from "./calendar-facts.mjs";
import { errorFacts } from "./error-facts.mjs";
import { serviceFacts } from "./service-facts.mjs";
import { slaFacts } from "./sla-facts.mjs";
import { temporalFacts } from "./temporal-facts.mjs";
import { testingFacts } from "./testing-facts.mjs";
import { timelineFacts } from "./timeline-facts.mjs";

/**
 * Checks the whole package.
 *
 * @param coreHours what `core-hours` exports
 * @param timeline what `core-hours/timeline` exports
 * @param testing what `core-hours/testing` exports
 * @param luxon the Luxon beside it
 */
export function checks(coreHours, timeline, testing, luxon) {
  return judge([
    ...calendarFacts(coreHours, luxon),
    ...serviceFacts(coreHours),
    ...slaFacts(coreHours),
    ...temporalFacts(coreHours, luxon),
    ...errorFacts(coreHours, timeline),
    ...timelineFacts(timeline),
    ...testingFacts(coreHours, testing),
  ]);
}

/**
 * Checks `core-hours/timeline` alone.
 *
 * @param timeline what it exports
 */
export function timelineChecks(timeline) {
  return judge(timelineFacts(timeline));
}

/** Compares each fact, `[what, how to find out, what it must be]`, and says which do not hold. */
async function judge(facts) {
  const failures = [];
  for (const [what, find, expected] of facts) {
    let found;
    try {
      found = text(await find());
    } catch (error) {
      found = `it threw ${error?.stack ?? error}`;
    }
    if (found !== text(expected)) {
      failures.push(`${what}: expected ${text(expected)}, found ${found}`);
    }
  }
  return { passed: facts.length - failures.length, failures };
}

/** A value as text that tells NaN and infinities from null, and undefined from nothing. */
function text(value) {
  const plain = (_, part) =>
    part === undefined || (typeof part === "number" && !Number.isFinite(part))
      ? String(part)
      : part;
  return JSON.stringify(value, plain);
}
