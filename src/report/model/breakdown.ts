import { group } from "d3-array";
import type { Policy } from "../../tickets/log/policies";
import type { ReportRow } from "../../tickets/verdicts/row";
import { natural } from "../../words/order";
import { type By, dateBy } from "./selection";
import { type Tally, tally } from "./tally";

/** What verdicts are grouped by, besides their severity. */
export interface Grouping {
  /** The instant by which a verdict belongs to a month. */
  readonly by: By;
  /** The group of a verdict; null for no groups. */
  readonly groupOf: ((row: ReportRow) => string | null) | null;
}

/** Verdicts that have something in common. */
export interface Group {
  /** The severity, or the month as `2026-11`; null for those without one. */
  readonly key: string | null;
  readonly tally: Tally;
}

/** How one target was kept. */
export interface TargetBreakdown {
  readonly policy: string;
  readonly target: string;
  readonly title: string;
  /** The zone that its months begin and end in. */
  readonly timeZone: string;
  readonly total: Tally;
  /** In the order of the policy's severities. */
  readonly bySeverity: readonly Group[];
  /** By the month in which the clock started, it was due, or it was decided. */
  readonly byMonth: readonly Group[];
  /** By a column of the file; empty if the report groups by none. */
  readonly byGroup: readonly Group[];
}

/** How each target was kept, by severity and by month, in the order in which targets are judged. */
export function breakdown(
  rows: readonly ReportRow[],
  policies: Iterable<Policy>,
  atRiskPercent: number,
  { by, groupOf }: Grouping,
): TargetBreakdown[] {
  const byPolicy = group(
    rows,
    (row) => row.policy,
    (row) => row.target,
  );
  return [...policies].flatMap(({ id, targets, severities, timeZone }) =>
    targets.flatMap((target) => {
      const own = byPolicy.get(id)?.get(target.id);
      if (!own) return [];
      const grouped = (keyOf: (row: ReportRow) => string | null, order?: ReadonlySet<string>) =>
        groups(own, keyOf, order, atRiskPercent);
      return {
        policy: id,
        target: target.id,
        title: target.title,
        timeZone,
        total: tally(own, atRiskPercent),
        bySeverity: grouped((row) => row.severity, severities),
        byMonth: grouped((row) => dateBy(row, by)?.slice(0, 7) ?? null),
        byGroup: groupOf === null ? [] : grouped(groupOf),
      };
    }),
  );
}

function groups(
  rows: readonly ReportRow[],
  keyOf: (row: ReportRow) => string | null,
  order: ReadonlySet<string> | undefined,
  atRiskPercent: number,
): Group[] {
  const ranks = new Map([...(order ?? [])].map((key, rank) => [key, rank]));
  const rank = (key: string) => ranks.get(key) ?? ranks.size;
  return [...group(rows, keyOf)]
    .map(([key, own]) => ({ key, tally: tally(own, atRiskPercent) }))
    .sort(({ key: a }, { key: b }) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      return rank(a) - rank(b) || natural.compare(a, b);
    });
}
