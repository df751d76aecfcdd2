import { type Claim, FIGURES, type Figure, type FigureName, isWritten } from "../log/claims/claim";
import { allowanceOf, type ReportRow } from "../verdicts/row";
import type { Outcome } from "./variants";

/** Our verdict, in the shape of what other readings give. */
export function ourOutcome(row: ReportRow): Outcome {
  return {
    breached: row.breached,
    dueMs: row.dueMs,
    stoppedMs: row.stoppedMs,
    unit: row.unit,
    elapsed: row.elapsed,
    allowance: allowanceOf(row),
  };
}

/** The value that an outcome gives a figure; null if it gives none that can be compared. */
function figureOf(outcome: Outcome, name: FigureName): number | null {
  const { dueMs, stoppedMs, unit, elapsed, allowance } = outcome;
  if (name === "due") return dueMs;
  // What an open ticket has used depends on when the file was made.
  if (stoppedMs === null || allowance === null) return null;
  if (name === "percent") return allowance === 0 ? null : (100 * elapsed) / allowance;
  if (unit === "days") return null;
  return name === "used" ? elapsed : allowance - elapsed;
}

/** A figure of the tool beside ours. */
export interface ComparedFigure {
  readonly name: FigureName;
  readonly theirs: Figure;
  readonly ours: number;
  readonly isSame: boolean;
}

/** How a claim compares with an outcome. */
export interface Comparison {
  /** Whether the verdicts are the same; null if the claim has none. */
  readonly isSameVerdict: boolean | null;
  readonly figures: readonly ComparedFigure[];
}

/** Compares a claim with an outcome, each figure as exactly as it is written. */
export function compared(claim: Claim, outcome: Outcome): Comparison {
  const figures = FIGURES.flatMap((name): ComparedFigure[] => {
    const theirs = claim.figures[name];
    const ours = figureOf(outcome, name);
    if (!theirs || ours === null) return [];
    return [{ name, theirs, ours, isSame: isWritten(ours, theirs) }];
  });
  const said = saidBreached(claim, outcome);
  return { isSameVerdict: said === null ? null : said === outcome.breached, figures };
}

/** Whether the tool says that a ticket is breached. If nothing else says it, the due instant does. */
export function saidBreached(claim: Claim, outcome: Outcome): boolean | null {
  return claim.breached ?? byDue(claim, outcome);
}

function byDue({ figures: { due } }: Claim, { stoppedMs }: Outcome): boolean | null {
  if (!due || stoppedMs === null) return null;
  return stoppedMs >= due.value + due.precision;
}

/** Whether an outcome matches all that a tool says: its verdict and each of its figures. */
export function isAll({ isSameVerdict, figures }: Comparison): boolean {
  const says = isSameVerdict !== null || figures.length > 0;
  return says && isSameVerdict !== false && figures.every(({ isSame }) => isSame);
}
