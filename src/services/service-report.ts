import { DateTime } from "luxon";
import { alwaysOpen } from "../calendar";
import { checkKeys, given } from "../input/options";
import { ownError } from "../input/own-error";
import type {
  Attainment,
  AttainmentReading,
  AvailabilityReading,
  Outage,
  Sla,
  SlaCycle,
  SlaReading,
  Target,
  TicketHistory,
} from "../sla";
import { attainedPercent, decisionOf } from "../sla/building-blocks/attained";
import { boundsOfMonth } from "../sla/building-blocks/availability";
import { checkSlaGiven } from "../sla/given-sla";
import { withMs } from "../sla/reading/in-ms";
import { type InstantLike, toEpochMs } from "../time/instant";
import type { CoreHoursError } from "../timeline";

/** What a month's report needs to know. */
export interface ServiceReportOptions {
  /** The month, as `"2026-11"`, in the zone of the policy. */
  readonly month: string;
  /** The instant to judge at, if the month is not over. By default, the last millisecond of the month. */
  readonly asOf?: InstantLike | undefined;
  /** What was down in the month. Without it availability is left out, since it is not known. */
  readonly outages?: readonly Outage[] | undefined;
  /** Planned maintenance. */
  readonly maintenance?: readonly Outage[] | undefined;
}

/** One promise to one ticket in a month. */
export interface ReportedPromise {
  readonly ticket: string;
  readonly target: string;
  readonly title: string;
  readonly clause: string | null;
  readonly severity: string | null;
  readonly startedAt: DateTime;
  readonly startedAtMs: number;
  /** When it was due; null while it is paused. */
  readonly dueAt: DateTime | null;
  readonly dueAtMs: number | null;
  readonly breachedAt: DateTime | null;
  readonly breachedAtMs: number | null;
  readonly stoppedAt: DateTime | null;
  readonly stoppedAtMs: number | null;
}

/** How a target was kept in a month for one severity, or for all. */
export interface ReportedAttainment {
  readonly target: string;
  readonly title: string;
  /** null for all severities together. */
  readonly severity: string | null;
  /** How many were begun in the month. */
  readonly begun: number;
  readonly met: number;
  readonly breached: number;
  /** Met ÷ (met + breached), in percent; null if there was neither. */
  readonly percent: number | null;
  /** How many were open at the end, and how many of those had breached by then. */
  readonly open: number;
  readonly openBreached: number;
}

/**
 * Something beside the targets that somebody had to do in a month: one time of a recurrence, or a
 * step of a chain.
 */
export interface ReportedObligation {
  readonly ticket: string;
  readonly kind: "milestone" | "recurrence";
  readonly name: string;
  readonly step: string | null;
  /** Which time of a recurrence it is, from 1. */
  readonly number: number | null;
  readonly title: string;
  readonly clause: string | null;
  readonly from: DateTime;
  readonly fromMs: number;
  readonly dueAt: DateTime;
  readonly dueAtMs: number;
  readonly doneAt: DateTime | null;
  readonly doneAtMs: number | null;
  /** Whether it was done by the time it was due. */
  readonly kept: boolean;
}

/** A ticket that could not be judged by a target. */
export interface ReportedError {
  readonly ticket: string;
  /** The target; null if it is about the obligations beside the targets. */
  readonly target: string | null;
  readonly error: CoreHoursError;
}

/** The report of a month. */
export interface ServiceReport {
  readonly policy: string;
  readonly title: string;
  readonly month: string;
  /** The clauses that ask for a monthly report or review. */
  readonly clauses: readonly string[];
  readonly asOf: DateTime;
  readonly asOfMs: number;
  /** How far each share that the policy promises was kept, in the order of the policy. */
  readonly promised: readonly AttainmentReading[];
  /** Each target that a ticket has begun: for all severities, then for each. */
  readonly attainment: readonly ReportedAttainment[];
  readonly availability: readonly AvailabilityReading[];
  /** What was begun in the month, such as the escalations that a review discusses. */
  readonly begun: readonly ReportedPromise[];
  readonly kept: readonly ReportedPromise[];
  readonly missed: readonly ReportedPromise[];
  readonly open: readonly ReportedPromise[];
  /** What else was due in the month and somebody had to do, such as updates, in order of time. */
  readonly obligations: readonly ReportedObligation[];
  readonly errors: readonly ReportedError[];
}

/**
 * The report of a month: attainment by severity, availability, the promises kept and missed, and what was
 * open at its end, as NHS login's service reporting (NL-07) and GPSoC's service review (GP-07) ask for.
 *
 * Updates, and whatever else recurs, count as kept or missed in the month in which they were due.
 *
 * A promise counts once, in the month in which it was decided. A met promise counts in the month of
 * its stop. A missed promise counts in the month of its breach, even if its ticket is still open.
 *
 * @param histories each ticket with its events; a ticket that cannot be judged is among the `errors`
 * @throws {CoreHoursError} `not-an-sla` if it is not a policy.
 * @throws {InvalidInstantError} `month-invalid` for anything but a month.
 * @example
 * const report = serviceReport(nhsLogin(), histories, { month: "2026-11", outages: [] });
 * report.attainment[0]?.percent; // 66.66666666666667
 */
export function serviceReport(
  sla: Sla,
  histories: Iterable<TicketHistory>,
  options: ServiceReportOptions,
): ServiceReport {
  checkSlaGiven(sla, "serviceReport");
  const asked = given(options, '{ month: "2026-11" }');
  checkKeys(asked, ["month", "asOf", "outages", "maintenance"], "serviceReport");
  const { asOf, outages, maintenance } = asked;
  const month = asked.month as string; // Its bounds refuse anything else.
  const zone = zoneOf(sla);
  const [startMs, endMs] = boundsOfMonth(month, alwaysOpen(zone));
  const lastMs = endMs - 1;
  const asOfMs = asOf === undefined ? lastMs : Math.min(lastMs, toEpochMs(asOf));
  const found = promisesOf(sla, histories, asOfMs);
  // What is later than `asOf`, and with it than the month, has not happened.
  const isIn = (ms: number | null) => ms !== null && ms >= startMs && ms <= asOfMs;
  const pick = (test: (each: Judged) => boolean) => found.judged.filter(test);
  const parts: Parts = {
    begun: pick(({ promise }) => isIn(promise.startedAtMs)),
    kept: pick((each) => decisionOf(each) === "met" && isIn(each.promise.stoppedAtMs)),
    missed: pick((each) => decisionOf(each) === "breached" && isIn(each.promise.breachedAtMs)),
    open: pick(({ isOpen }) => isOpen),
  };
  const input = { month, outages: outages ?? [], maintenance };
  const availability =
    outages === undefined ? [] : Object.values(sla.availability).map((each) => each(input));
  const promises = (list: readonly Judged[]) => Object.freeze(list.map(({ promise }) => promise));
  return Object.freeze({
    policy: sla.id,
    title: sla.title,
    month,
    clauses: Object.freeze(monthlyClauses(sla)),
    asOf: DateTime.fromMillis(asOfMs, { zone }),
    asOfMs,
    promised: Object.freeze(
      Object.values(sla.attainment).map((each: Attainment) => each(found.readings, { month })),
    ),
    attainment: Object.freeze(attainmentOf(sla, parts)),
    availability: Object.freeze(availability),
    begun: promises(parts.begun),
    kept: promises(parts.kept),
    missed: promises(parts.missed),
    open: promises(parts.open),
    obligations: Object.freeze(
      found.obligations
        .filter(({ dueAtMs }) => isIn(dueAtMs))
        .sort((a, b) => a.dueAtMs - b.dueAtMs),
    ),
    errors: Object.freeze(found.errors),
  });
}

/** A promise with the values that the report sorts by. */
interface Judged {
  readonly promise: ReportedPromise;
  readonly status: string;
  readonly isOpen: boolean;
}

/** The promises of a month by what became of them. */
type Parts = Readonly<Record<"begun" | "kept" | "missed" | "open", readonly Judged[]>>;

function promisesOf(sla: Sla, histories: Iterable<TicketHistory>, asOfMs: number) {
  const judged: Judged[] = [];
  const readings: SlaReading[] = [];
  const obligations: ReportedObligation[] = [];
  const errors: ReportedError[] = [];
  const targets: readonly Target[] = Object.values(sla.targets);
  for (const { ticket, events } of histories) {
    for (const target of targets) {
      try {
        const reading = target.track(events, { asOf: asOfMs, ticket });
        readings.push(reading);
        judged.push(...reading.cycles.map((cycle) => judgedOf(reading, cycle, ticket)));
      } catch (error) {
        errors.push(Object.freeze({ ticket, target: target.id, error: ownError(error) }));
      }
    }
    try {
      obligations.push(...dutiesOf(sla, ticket, events, asOfMs));
    } catch (error) {
      const refused = ownError(error);
      // If no target could judge the ticket either, that error is already in the list.
      if (errors.at(-1)?.ticket === ticket) continue;
      errors.push(Object.freeze({ ticket, target: null, error: refused }));
    }
  }
  return { judged, readings, obligations, errors };
}

/** What somebody had to do for a ticket beside the targets, and whether it was done in time. */
function dutiesOf(
  sla: Sla,
  ticket: string,
  events: TicketHistory["events"],
  asOfMs: number,
): ReportedObligation[] {
  const kinds = ["milestone", "recurrence"] as const;
  return sla
    .obligations(events, { asOf: asOfMs, ticket, every: true, kinds })
    .flatMap(({ kind, byItself, dueAt, doneAt, late, status, ...each }) => {
      if (kind !== "milestone" && kind !== "recurrence") return [];
      const isDecided = late || status === "done";
      if (byItself || dueAt === null || !isDecided) return [];
      const { name, step, number, title, clause, from } = each;
      const duty = { ticket, kind, name, step, number, title, clause, from, dueAt, doneAt };
      return [withMs({ ...duty, kept: !late })];
    });
}

function judgedOf(reading: SlaReading, cycle: SlaCycle, ticket: string): Judged {
  const { target, title, clause } = reading;
  const { severity, startedAt, dueAt, breachedAt, stoppedAt } = cycle;
  return {
    promise: withMs({
      ...{ ticket, target, title, clause, severity },
      ...{ startedAt, dueAt, breachedAt, stoppedAt },
    }),
    status: cycle.status,
    // All cycles but the last have been stopped, and a cancelled ticket was stopped by that.
    isOpen: stoppedAt === null,
  };
}

/** Each target that has anything to report: for all severities, then for each that it had. */
function attainmentOf(sla: Sla, parts: Parts): ReportedAttainment[] {
  const all = Object.values(parts).flat();
  const targets: readonly Target[] = Object.values(sla.targets);
  return targets.flatMap(({ id, title, severities }) => {
    const had = all.flatMap(({ promise }) => (promise.target === id ? [promise.severity] : []));
    const graded = new Set(had.filter((severity) => severity !== null));
    const known = [...(severities ?? [])].filter((severity) => graded.has(severity));
    const others = [...graded].filter((severity) => !known.includes(severity)).sort();
    const groups = had.length === 0 ? [] : [null, ...known, ...others];
    return groups.map((severity) => Object.freeze(countsOf(id, title, severity, parts)));
  });
}

function countsOf(target: string, title: string, severity: string | null, parts: Parts) {
  const count = (list: readonly Judged[]) =>
    list.filter(
      ({ promise }) =>
        promise.target === target && (severity === null || promise.severity === severity),
    ).length;
  const met = count(parts.kept);
  const breached = count(parts.missed);
  return {
    ...{ target, title, severity, begun: count(parts.begun), met, breached },
    percent: attainedPercent({ met, breached }),
    open: count(parts.open),
    openBreached: count(parts.open.filter(({ promise }) => promise.breachedAt !== null)),
  };
}

/** The clauses of what recurs once a month. */
function monthlyClauses(sla: Sla): string[] {
  return Object.values(sla.toJSON().recurrences ?? {}).flatMap(({ every, clause }) =>
    "months" in every && every.months === 1 && clause !== undefined ? [clause] : [],
  );
}

/** The zone of the policy's months: its own, or that of its first calendar. */
function zoneOf(sla: Sla): string {
  return sla.toJSON().timeZone ?? Object.values(sla.calendars)[0]?.timeZone ?? "UTC";
}
