import { checkKeys, given, oneOf } from "../input/options";
import { parseWallTime } from "../time/wall-time";
import type { BackTie, Tie } from "../timeline";
import { type DayDue, DUES, type DueAt } from "./days/counted-days";

/** How to count working days. */
export interface WorkingDayOptions {
  /**
   * `end-of-day` (default): the midnight that ends the day; `close`: its last closing;
   * `same-time`: the wall-clock time of the start; `{ at: "16:00" }`: that wall-clock time, or the last
   * closing if that is earlier.
   */
  readonly due?: DayDue | DueAt | undefined;
  /**
   * A wall-clock time such as `"17:00"`. A start at or after it, or on a day that is not a working
   * day, counts as received on the next working day.
   */
  readonly cutoff?: string | undefined;
}

/** Which of the two dates are counted, as brackets: `"(]"` counts the last and not the first. */
export type DayBounds = "(]" | "[)" | "[]";

/** How to count the working days between two dates. */
export interface DaysBetweenOptions {
  /**
   * A wall-clock time such as `"17:00"`. A first instant at or after it, or on a day that is not a working
   * day, counts as received on the next working day.
   */
  readonly cutoff?: string | undefined;
  /** Which of the two dates are counted. The default, `"(]"`, counts the last and not the first. */
  readonly bounds?: DayBounds | undefined;
}

/** A span of dates, both included. A bound that is left out is taken from the coverage. */
export interface DateSpan {
  /** The first date, ISO. */
  readonly from?: string | undefined;
  /** The last date, ISO. */
  readonly to?: string | undefined;
}

/** A name for a calendar made of others. */
export interface Naming {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
}

export const TIES: readonly [Tie, ...Tie[]] = ["close", "next-open"];

export const BACK_TIES: readonly [BackTie, ...BackTie[]] = ["open", "previous-close"];

export const BOUNDS: readonly [DayBounds, ...DayBounds[]] = ["(]", "[)", "[]"];

/** The moment of the last day at which a count is due: a word or a time of day. */
export function dueOf(due: DayDue | DueAt | undefined): DayDue | DueAt {
  if (typeof due !== "object" || due === null) return oneOf("due", due, DUES);
  checkKeys(due, ["at"], "due");
  parseWallTime(due.at);
  return { at: due.at };
}

/** The options of a call, which may be absent. Refuses an option that the call does not know. */
export function checkedOptions<T extends object>(
  options: T | null | undefined,
  known: readonly (keyof T & string)[],
  what: string,
): Partial<T> {
  const some = given(options, `{ ${known[0]}: ... }`);
  checkKeys(some, known, what);
  return some;
}
