import type { ReportRow } from "../../../tickets/verdicts/row";
import { groupText } from "../../../words/sentences";
import type { Report } from "../log-report";
import { textOf } from "../selection";
import { type Tally, tally } from "../tally";
import { type MadeFrom, madeFrom } from "./made-from";
import { type Trend, trendOf } from "./matrix";
import { type PromisedShare, promisedShares } from "./promised";
import { comparedSpans, type NamedSpan, rowsIn, spanText } from "./spans";
import { type Standing, standingOf } from "./standing";
import { type WhereTimeWent, whereTimeWent } from "./time-spent";

/** How one target was kept, or all of them. */
export interface Headline {
  readonly name: string;
  readonly tally: Tally;
  /** How it compares with the share that the report was given as its target; null if it was given none. */
  readonly standing: Standing | null;
  /** The same for each span that it is compared with. */
  readonly compared: readonly Tally[];
}

/** What the first page of a report says. */
export interface FirstPage {
  readonly title: string;
  /** The supplier, if one was given. */
  readonly supplier: string | null;
  /** The services, by the titles of their policies. */
  readonly services: readonly string[];
  readonly period: string;
  /** The shares that the policies promise for each month; empty if the report was given a target of its own. */
  readonly promised: readonly PromisedShare[];
  /** All verdicts first if there are several targets; then each target. */
  readonly headlines: readonly Headline[];
  /** How many targets have no headline of their own. */
  readonly furtherTargets: number;
  readonly spans: readonly NamedSpan[];
  readonly trend: Trend;
  readonly time: WhereTimeWent;
  readonly made: MadeFrom;
}

/** The most targets that a first page shows one by one. */
const MOST_TARGETS = 8;

/** What the first page of a report says. */
export function firstPage(report: Report, rows: readonly ReportRow[], file: string): FirstPage {
  const { log, asOfMs, options, history = rows, madeBy } = report;
  const { selection, title, supplier, targetShare } = options;
  const { by, from, to, groupBy } = selection;
  const policies = [...log.policies()];
  const spans = comparedSpans(rows, selection);
  // Which verdicts lie in a span takes their dates, so it is worked out once for all headlines.
  const past = spans.map((span) => rowsIn(history, span, by));
  const headline = (name: string, isIts: (row: ReportRow) => boolean): Headline => {
    const counts = tally(rows.filter(isIts), options.atRisk);
    return {
      name,
      tally: counts,
      standing: targetShare == null ? null : standingOf(counts, targetShare),
      compared: past.map((own) => tally(own.filter(isIts), options.atRisk)),
    };
  };
  const targets = policies.flatMap(({ id, targets: own }) =>
    own
      .filter((target) => rows.some((row) => row.policy === id && row.target === target.id))
      .map((target) => ({ id, target })),
  );
  const each = targets.map(({ id, target }) =>
    headline(
      policies.length > 1 ? `${id}: ${target.title}` : target.title,
      (row) => row.policy === id && row.target === target.id,
    ),
  );
  return {
    title: title ?? `Service levels of ${file}`,
    supplier: supplier ?? null,
    services: policies.map(({ sla }) => sla.title),
    period: periodText(from, to),
    promised: targetShare == null ? promisedShares(policies, history, selection, asOfMs) : [],
    headlines:
      each.length === 1
        ? each
        : [headline("All targets", () => true), ...each.slice(0, MOST_TARGETS)],
    furtherTargets: Math.max(0, each.length - MOST_TARGETS),
    spans,
    trend: trendOf(from === null && to === null ? rows : trendRows(history, to, by), policies, by),
    time: whereTimeWent(
      rows,
      log,
      asOfMs,
      groupBy === null ? null : (row) => groupText(textOf(row, groupBy, log)),
    ),
    made: madeFrom(file, log, asOfMs, madeBy),
  };
}

/** The trend of a period ends with that period. */
function trendRows(
  history: readonly ReportRow[],
  to: string | null,
  by: Report["options"]["selection"]["by"],
): readonly ReportRow[] {
  return to === null ? history : rowsIn(history, { from: "0000-01-01", to }, by);
}

function periodText(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return spanText(from, to);
  if (from !== null) return `from ${spanText(from, from)}`;
  return to === null ? "all dates of the file" : `to the end of ${spanText(to, to)}`;
}
