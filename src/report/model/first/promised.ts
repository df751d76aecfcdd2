import type { Attainment, AttainmentDefinition } from "../../../index";
import type { Policy } from "../../../tickets/log/policies";
import type { ReportRow } from "../../../tickets/verdicts/row";
import { type By, instantBy, type Selection } from "../selection";
import { MOST_MONTHS, monthOf, monthsFrom, monthsToCompare } from "./months";
import { type Standing, standingOf } from "./standing";

/** How far a promised share was kept in a month. */
export interface PromisedMonth {
  /** ISO: `2026-11`. */
  readonly month: string;
  readonly tally: { readonly met: number; readonly breached: number };
  readonly standing: Standing;
  /** The credit, in percent of the charge; 0 if none is due. */
  readonly creditPercent: number;
}

/** A share of a target's promises that a policy says is to be kept each month. */
export interface PromisedShare {
  readonly policy: string;
  readonly name: string;
  readonly title: string;
  readonly clause: string | null;
  readonly target: string;
  /** The severities that count; null for all. */
  readonly severities: readonly string[] | null;
  readonly sharePercent: number;
  /** The instant by which a verdict belongs to a month. */
  readonly by: By;
  /** Whether a month in which it is missed is worth a credit. */
  readonly hasCredits: boolean;
  /** The month that the first page shows: the last of the period in which anything was decided. */
  readonly shown: PromisedMonth;
  /** The month before it, and the same month a year earlier. */
  readonly compared: readonly [before: PromisedMonth, lastYear: PromisedMonth];
  /** The months of the report's period, oldest first; without a period, those of the trend. */
  readonly months: readonly PromisedMonth[];
  /** The last months up to the one shown, without a gap. */
  readonly trend: readonly PromisedMonth[];
  /** How many earlier months the trend does not show. */
  readonly earlier: number;
}

/** What the report calls the instants of the library. */
const BY: Readonly<Record<NonNullable<AttainmentDefinition["by"]>, By>> = {
  stopped: "stopped",
  due: "due",
  started: "opened",
};

/**
 * How the shares that policies promise were kept, by the library's own attainment: each month is counted
 * whole, and by the instant that the policy names.
 *
 * @param history the verdicts of every period
 * @param asOfMs the instant of the report: if nothing was ever decided, its month is shown
 */
export function promisedShares(
  policies: readonly Policy[],
  history: readonly ReportRow[],
  selection: Pick<Selection, "from" | "to">,
  asOfMs: number,
): PromisedShare[] {
  return policies.flatMap((policy) => {
    const { sla, targets } = policy;
    const definitions = Object.entries(sla.toJSON().attainment ?? {});
    return definitions.flatMap(([name, definition]) => {
      const target = targets.find(({ id }) => id === definition.target);
      const attainment = sla.attainment[name];
      if (!target || !attainment) return [];
      const by = BY[definition.by ?? "stopped"];
      const kept = monthsKept(attainment, decidedOf(history, policy.id, definition), by);
      return [
        {
          policy: policy.id,
          name,
          title: definition.title ?? titleOf(target.title, definition.severities),
          clause: definition.clause ?? null,
          target: target.id,
          severities: definition.severities ?? null,
          sharePercent: shareInPercent(definition.share),
          by,
          hasCredits: (definition.credits ?? []).length > 0,
          ...shownOf(kept, selection, monthOf(asOfMs, policy.timeZone)),
        },
      ];
    });
  });
}

function titleOf(target: string, severities: readonly string[] | undefined): string {
  if (!severities) return target;
  return `${target}, ${severities.length === 1 ? "severity" : "severities"} ${severities.join(", ")}`;
}

/** A share in percent, without the noise of a product: 0.9995 is 99.95 %. */
function shareInPercent(share: number): number {
  return Math.round(share * 1e8) / 1e6;
}

/** The decided verdicts that an attainment may count. */
function decidedOf(
  history: readonly ReportRow[],
  policy: string,
  { target, severities }: AttainmentDefinition,
): ReportRow[] {
  return history.filter(
    (row) =>
      row.policy === policy &&
      row.target === target &&
      (row.status === "met" || row.status === "breached") &&
      (!severities || (row.severity !== null && severities.includes(row.severity))),
  );
}

interface MonthsKept {
  /** The months from the first in which anything was decided to the last; empty if nothing was. */
  readonly all: readonly string[];
  readonly of: (month: string) => PromisedMonth;
}

function monthsKept(attainment: Attainment, rows: readonly ReportRow[], by: By): MonthsKept {
  let [firstMs, lastMs] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    const ms = instantBy(row, by) ?? Number.NaN;
    if (ms < firstMs) firstMs = ms;
    if (ms > lastMs) lastMs = ms;
  }
  const [row] = rows;
  const zone = row?.timeZone ?? "UTC";
  return {
    all: firstMs > lastMs ? [] : monthsFrom(monthOf(firstMs, zone), monthOf(lastMs, zone)),
    of: (month) => {
      const { from, to } = attainment([], { month });
      const [fromMs, toMs] = [from.toMillis(), to.toMillis()];
      const own = rows.filter((each) => {
        const ms = instantBy(each, by);
        return ms !== null && ms >= fromMs && ms < toMs;
      });
      const { met, breached, promised, verdict, credit, breachesLeft } = attainment(
        own.map(readingOf),
        { month },
      );
      return {
        month,
        tally: { met, breached },
        standing: {
          ...standingOf({ met, breached }, shareInPercent(promised)),
          isReached: verdict === null ? null : verdict === "met",
          breachesLeft,
        },
        creditPercent: credit,
      };
    },
  };
}

/** A verdict as the library counts it. */
function readingOf(row: ReportRow) {
  return {
    status: row.status,
    severity: row.severity,
    startedAtMs: row.openedMs,
    dueAtMs: row.dueMs,
    breachedAtMs: row.breachedMs,
    stoppedAtMs: row.stoppedMs,
  };
}

function shownOf(
  { all, of }: MonthsKept,
  { from, to }: Pick<Selection, "from" | "to">,
  now: string,
): Pick<PromisedShare, "shown" | "compared" | "months" | "trend" | "earlier"> {
  const [first, end] = [from?.slice(0, 7) ?? null, to?.slice(0, 7) ?? null];
  const ended = all.filter((month) => end === null || month <= end);
  const decided = [...ended].reverse().find((month) => {
    const { met, breached } = of(month).tally;
    return met + breached > 0;
  });
  const isInPeriod = decided !== undefined && (first === null || decided >= first);
  const last = isInPeriod ? decided : (end ?? now);
  const upTo = monthsFrom(ended[0] ?? last, last);
  const trend = upTo.slice(-MOST_MONTHS);
  const [before, lastYear] = monthsToCompare(last);
  return {
    shown: of(last),
    compared: [of(before), of(lastYear)],
    months: (first === null ? trend : monthsFrom(first, end ?? last).slice(-MOST_MONTHS)).map(of),
    trend: trend.map(of),
    earlier: upTo.length - trend.length,
  };
}
