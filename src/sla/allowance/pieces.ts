import type { DayReason } from "../../calendar/calendar-model";
import type { CountedDays } from "../../calendar/days/counted-days";
import type { DayNumber } from "../../time/civil-date";

/** The reasons why a stretch of time was counted or not counted. */
export const WHYS = [
  "counted",
  /** The date has hours, and this time is outside them. */
  "outside-hours",
  /** A Saturday or Sunday without hours. */
  "weekend",
  /** Another day of the week without hours. */
  "closed-day",
  "bank-holiday",
  /** A date with hours of its own, or none. */
  "exception",
  /** A date on which a rule of the calendar leaves no hours. */
  "rule",
  /** The ticket came after the cutoff, so time counts from the next working day's opening. */
  "after-cutoff",
  /** The date on which a count of days starts: day 0. */
  "day-zero",
  /** A day that counts, but the clock did not run to its due moment. */
  "day-not-over",
  "paused",
  "stopped",
  "cancelled",
  "not-started",
  /** Nothing is promised to the ticket. */
  "not-applicable",
  /** Only an agreed date is promised, so no time is counted. */
  "by-agreement",
  /** Counted once, then left out by a restart. */
  "restarted",
] as const;

/** Why a stretch of time was counted or not counted. */
export type Why = (typeof WHYS)[number];

/** A part of a stretch over which the clock was running, and how much of the allowance it used. */
export interface Piece {
  readonly fromMs: number;
  readonly toMs: number;
  /** In the unit of the allowance. */
  readonly amount: number;
  readonly why: Why;
  /** The name of the bank holiday, the exception or the rule; or of the week, if the hours have changed. */
  readonly title: string | null;
}

/** Why a date has no hours. */
export function whyClosed(weekday: number, reason: DayReason): Pick<Piece, "why" | "title"> {
  const title = reason.title ?? null;
  if (reason.because !== "week") return { why: reason.because, title };
  return { why: weekday >= 5 ? "weekend" : "closed-day", title };
}

/** Pieces in order. Neighbours with the same reason are joined into one. */
export function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.toMs === piece.fromMs && last.why === piece.why && last.title === piece.title) {
      joined[joined.length - 1] = {
        ...last,
        toMs: piece.toMs,
        amount: last.amount + piece.amount,
      };
    } else {
      joined.push(piece);
    }
  }
  return joined;
}

/** Splits a span of time into parts, one for each date. */
export function byDate(days: CountedDays, a: number, b: number) {
  const spans: { readonly day: DayNumber; readonly fromMs: number; readonly toMs: number }[] = [];
  for (let fromMs = a; fromMs < b; ) {
    const day = days.dayAt(fromMs);
    const toMs = Math.min(days.endOf(day), b);
    spans.push({ day, fromMs, toMs });
    fromMs = toMs;
  }
  return spans;
}
