import { defineCalendar } from "../../calendar/define-calendar";
import type { WorkingCalendar } from "../../calendar/working-calendar";
import { targetNamed } from "../../sla/given-sla";
import type { Sla } from "../../sla/sla";
import { allowancesOf } from "../../sla/target/definition";
import type { Target } from "../../sla/target/target";
import { dayOfWall, formatDate } from "../../time/civil-date";
import { zoneNamed } from "../../time/zone";
import { APART_MS, type Bounds, boundsOf, type Span } from "../options";
import { found, nextOpening } from "./edges";

/** A target, and the span in which to ask about it. */
export interface AskedTarget {
  readonly target: Target;
  readonly calendars: readonly [WorkingCalendar, ...WorkingCalendar[]];
  readonly bounds: Bounds;
  /** The fields that the policy asks for, each with the values that it asks for. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/**
 * A target of a policy by its name, and the part of a span in which it can be asked.
 *
 * @throws {CoreHoursError} `target-unknown` if the policy does not have it; `span-empty` if its
 *   calendars cover nothing of the span.
 */
export function askedTarget(sla: Sla, name: string, span: Span): AskedTarget {
  const target = targetNamed(sla, name);
  const calendars = calendarsOf(sla, target);
  const fields = fieldsOf(sla, target);
  return { target, calendars, bounds: askable(target, calendars, span), fields };
}

/** The fields that name the states of a policy, or the tickets of a target, apart from state and severity. */
function fieldsOf(sla: Sla, { definition }: Target): AskedTarget["fields"] {
  const asked = [...(sla.toJSON().derive ?? []), definition].flatMap(({ when = {} }) =>
    Object.entries(when),
  );
  const known = new Map<string, readonly string[]>();
  for (const [name, values] of asked) {
    if (name === "state" || name === "severity") continue;
    known.set(name, [...new Set([...(known.get(name) ?? []), ...values])]);
  }
  return known;
}

/**
 * The calendars that a target's allowances are measured on. Civil days need none; for them these are all calendars
 * of the policy, or one that opens with each day if the policy has none.
 */
function calendarsOf(sla: Sla, target: Target): AskedTarget["calendars"] {
  const names = allowancesOf(target.definition).flatMap((allowance) =>
    "calendar" in allowance ? [allowance.calendar] : [],
  );
  const all = Object.entries(sla.calendars);
  const measuring = all.filter(([name]) => names.includes(name));
  const chosen = measuring.length > 0 ? measuring : all;
  const [first, ...others] = chosen.map(([, calendar]) => calendar);
  if (first) return [first, ...others];
  // A ticket without events is read in the zone of the policy's civil days.
  const timeZone = target.track([], { asOf: 0 }).asOf.zoneName ?? "UTC";
  return [defineCalendar({ id: "days", timeZone, hours: { daily: ["00:00-12:00"] } })];
}

/** The severities that a target may be given: those with an allowance, or all severities of the policy. */
export function severitiesOf({ promises, severities }: Target): readonly string[] {
  const own = promises.flatMap(({ severity }) => severity ?? []);
  return own.length < promises.length ? [...(severities ?? [])] : own;
}

/**
 * The part of a span in which a target can be asked: up to the last instant from which its allowances fit in the
 * coverage, so a ticket that begins again by then is due within it.
 *
 * If no allowance fits, as on a calendar that never opens, this is the whole span.
 */
function askable(target: Target, calendars: readonly WorkingCalendar[], span: Span): Bounds {
  const covered = boundsOf(calendars, span);
  // Some days apart from the start, so all zones have begun their first date.
  const fromMs = Math.min(
    Math.max(covered.fromMs, ...calendars.map(({ timeline }) => timeline.startMs + APART_MS)),
    covered.untilMs - 1,
  );
  const isDue = (ms: number) => found(() => longestDue(target, ms)) !== undefined;
  if (!isDue(fromMs) || isDue(covered.untilMs - 1)) return { ...covered, fromMs };
  let [fits, tooLate] = [fromMs, covered.untilMs - 1];
  while (tooLate - fits > 1) {
    const middle = Math.floor((fits + tooLate) / 2);
    if (isDue(middle)) fits = middle;
    else tooLate = middle;
  }
  return { fromMs, untilMs: tooLate };
}

/** The latest of the due instants that a ticket which starts then may have; the start if it has none. */
function longestDue(target: Target, startMs: number): number {
  const dues = dueOptionsOf(target).map((options) => target.due(startMs, options).toMillis());
  return Math.max(startMs, ...dues);
}

/** What `due` may be asked with: each severity that is promised an amount, or nothing if all have the same. */
export function dueOptionsOf(target: Target): readonly { readonly severity?: string }[] {
  const measured = target.promises.filter(
    ({ allowance }) => allowance !== null && allowance !== "agreed",
  );
  if (measured.length === 0) return [];
  const graded = measured.flatMap(({ severity }) => severity ?? []);
  const severities = graded.length > 0 ? graded : severitiesOf(target);
  return severities.length > 0 ? severities.map((severity) => ({ severity })) : [{}];
}

/** The next opening, closing or midnight of some calendars after an instant; the instant itself if nothing follows it. */
export function nextEdge(calendars: readonly WorkingCalendar[], ms: number): number {
  const edges = calendars.flatMap((calendar) => [
    found(() => calendar.timeline.nextClose(ms)),
    nextOpening(calendar, ms),
    nextMidnight(calendar, ms),
  ]);
  const ahead = edges.flatMap((edge) => (edge !== undefined && edge > ms ? [edge] : []));
  return ahead.length === 0 ? ms : Math.min(...ahead);
}

function nextMidnight(calendar: WorkingCalendar, ms: number): number {
  const day = dayOfWall(zoneNamed(calendar.timeZone).offsets.wallAt(ms));
  return calendar.at(formatDate(day + 1)).toMillis();
}
