import type { By } from "../selection";
import type { Tally } from "../tally";
import type { FirstPage } from "./first-page";
import type { PromisedMonth } from "./promised";
import { promiseName } from "./words";

/** A month of the trend that is drawn. */
export interface ChartedMonth {
  readonly month: string;
  readonly tally: Pick<Tally, "met" | "breached">;
  /** How a promised share was kept in it; null if the trend is of verdicts without such a promise. */
  readonly promised: PromisedMonth | null;
}

/** The trend that a first page draws. */
export interface ChartedTrend {
  /** The promised share it is of; null if it is of all verdicts. */
  readonly name: string | null;
  /** The instant by which a verdict belongs to a month. */
  readonly by: By;
  readonly months: readonly ChartedMonth[];
  /** The share to reach, in percent; null for none. */
  readonly targetPercent: number | null;
  readonly hasCredits: boolean;
  readonly earlier: number;
}

/**
 * The trend that a first page draws. Of several promised shares it is the first that was missed in the month
 * shown or, if none was, the first of the policy. Without promised shares it is of all verdicts.
 */
export function chartedTrend({ promised, headlines, trend }: FirstPage, by: By): ChartedTrend {
  const drawn =
    promised.find(({ shown }) => shown.standing.isReached === false) ?? promised[0] ?? null;
  if (drawn !== null) {
    return {
      name: promiseName(drawn, promised),
      by: drawn.by,
      months: drawn.trend.map((each) => ({ ...each, promised: each })),
      targetPercent: drawn.sharePercent,
      hasCredits: drawn.hasCredits,
      earlier: drawn.earlier,
    };
  }
  return {
    name: null,
    by,
    months: trend.months.map((each) => ({ ...each, promised: null })),
    targetPercent: headlines[0]?.standing?.targetPercent ?? null,
    hasCredits: false,
    earlier: trend.earlier,
  };
}
