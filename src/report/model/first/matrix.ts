import { group } from "d3-array";
import type { Policy } from "../../../tickets/log/policies";
import type { ReportRow } from "../../../tickets/verdicts/row";
import { type By, dateBy } from "../selection";
import { type Tally, tally } from "../tally";
import { MOST_MONTHS, monthsFrom } from "./months";

/** A month of a trend. */
export interface TrendMonth {
  /** ISO: `2026-11`. */
  readonly month: string;
  readonly tally: Tally;
}

/** One row of the table of severities by months. */
export interface MatrixRow {
  /** The severity, after its policy if there are several policies. */
  readonly label: string;
  /** In the order of the months. */
  readonly cells: readonly Tally[];
  readonly total: Tally;
}

/** Attainment by month, and by severity and month. */
export interface Trend {
  /** The last months in which anything was decided, without a gap. */
  readonly months: readonly TrendMonth[];
  readonly matrix: readonly MatrixRow[];
  /** How many earlier months are not shown. */
  readonly earlier: number;
}

/** Attainment by month, and by severity and month. */
export function trendOf(rows: readonly ReportRow[], policies: readonly Policy[], by: By): Trend {
  const decided = rows.filter(({ status }) => status === "met" || status === "breached");
  const byMonth = group(decided, (row) => dateBy(row, by)?.slice(0, 7) ?? "");
  byMonth.delete("");
  const known = [...byMonth.keys()].sort();
  const [first] = known;
  const all = first === undefined ? [] : monthsFrom(first, known.at(-1) ?? first);
  const shown = all.slice(-MOST_MONTHS);
  const several = policies.length > 1;
  const keys = policies.flatMap(({ id, severities }) => {
    const own = decided.filter(({ policy }) => policy === id);
    const found = new Set(own.map(({ severity }) => severity));
    const ordered = [...(severities ?? [])].filter((each) => found.has(each));
    const rest = [...found].filter((each) => each === null || !severities?.has(each));
    return [...ordered, ...rest].map((severity) => ({ id, severity }));
  });
  return {
    months: shown.map((month) => ({ month, tally: tally(byMonth.get(month) ?? [], 100) })),
    matrix: keys.map(({ id, severity }) => {
      const own = (some: readonly ReportRow[]) =>
        some.filter((row) => row.policy === id && row.severity === severity);
      return {
        label: several ? `${id}: ${severity ?? "no severity"}` : (severity ?? "none"),
        cells: shown.map((month) => tally(own(byMonth.get(month) ?? []), 100)),
        total: tally(own(decided), 100),
      };
    }),
    earlier: all.length - shown.length,
  };
}
