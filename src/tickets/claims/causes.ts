import type { Target } from "../../index";
import type { Claim } from "../log/claims/claim";
import type { Policy } from "../log/policies";
import type { TicketHistory } from "../log/ticket-log";
import { compared, isAll } from "./compare";
import { type OtherReading, otherReadings } from "./other-readings";
import { type Variant, variantOf } from "./variants";

/** A ticket on which a tool differs from us, and what the tool says. */
export interface Disputed {
  readonly history: TicketHistory;
  readonly claim: Claim;
}

/** Other readings that give what a tool says of one ticket. */
export interface Match {
  readonly readings: readonly OtherReading[];
  /** How many of the tool's figures it gives exactly; 0 if the tool gives only a verdict. */
  readonly figures: number;
}

/** What trying other readings has found. */
export interface Tried {
  readonly matches: ReadonlyMap<string, readonly Match[]>;
  /** By reading: on how many of the tickets where the tool and we agree it gives something else. */
  readonly contradicted: ReadonlyMap<string, number>;
}

/** The most tickets where the tool and we agree on which to try each reading that explains others. */
const MOST_CHECKED = 300;

/** The most tickets for which to try readings two at a time, the worst first: more would take minutes. */
const MOST_TRIED_IN_PAIRS = 200;

/**
 * Finds which other readings of a target give exactly what a tool says, by ticket. It tries them one at a
 * time, and two at a time for tickets that none explains.
 *
 * @param agreed tickets on which the tool and we agree
 */
export function tryReadings(
  policy: Policy,
  target: Target,
  { disputed, agreed }: { disputed: readonly Disputed[]; agreed: readonly Disputed[] },
  asOfMs: number,
): Tried {
  const matches = new Map<string, Match[]>();
  const contradicted = new Map<string, number>();
  const readings = disputed.length === 0 ? [] : otherReadings(policy, target);
  const attempt = (some: readonly OtherReading[], tickets: readonly Disputed[]) => {
    const variant = variantOf(policy, target, some);
    if (!variant || addMatches(matches, variant, tickets, asOfMs) === 0) return;
    const checked = agreed.slice(0, MOST_CHECKED);
    contradicted.set(idOf(some), contradictions(variant, checked, asOfMs));
  };
  for (const reading of readings) attempt([reading], disputed);
  const open = disputed
    .filter(({ history, claim }) => !matches.has(history.ticket) && hasFigure(claim))
    .slice(0, MOST_TRIED_IN_PAIRS);
  for (const pair of open.length === 0 ? [] : pairsOf(readings)) {
    const left = open.filter(({ history }) => !matches.has(history.ticket));
    if (left.length === 0) break;
    attempt(pair, left);
  }
  return { matches, contradicted };
}

/** The key of readings that are taken together. */
export function idOf(readings: readonly OtherReading[]): string {
  return readings.map(({ id }) => id).join(" + ");
}

function contradictions(variant: Variant, agreed: readonly Disputed[], asOfMs: number): number {
  const outcomes = variant.outcomes(
    agreed.map(({ history }) => history),
    asOfMs,
  );
  return agreed.filter(({ history, claim }) => {
    const outcome = outcomes.get(history.ticket);
    return outcome !== undefined && !isAll(compared(claim, outcome));
  }).length;
}

/** Notes what a reading explains, and gives how many tickets that is. */
function addMatches(
  found: Map<string, Match[]>,
  variant: Variant,
  disputed: readonly Disputed[],
  asOfMs: number,
): number {
  const { readings } = variant;
  let count = 0;
  const outcomes = variant.outcomes(
    disputed.map(({ history }) => history),
    asOfMs,
  );
  for (const { history, claim } of disputed) {
    const outcome = outcomes.get(history.ticket);
    const comparison = outcome && compared(claim, outcome);
    if (!comparison || !isAll(comparison)) continue;
    const match = { readings, figures: comparison.figures.length };
    found.set(history.ticket, [...(found.get(history.ticket) ?? []), match]);
    count += 1;
  }
  return count;
}

/** Two readings together often give the right verdict by chance, but seldom the right figure. */
function hasFigure({ figures }: Claim): boolean {
  return Object.keys(figures).length > 0;
}

/** Readings to try in pairs: the usual ones of the calendar, and the other usual ones. */
const IN_PAIRS = {
  calendar: ["bank-holidays", "around-the-clock", "weekends", "offset-", "hours-9-17"],
  others: ["pauses", "reopen-", "minutes-", "start-", "stop-last", "severity-first", "round-"],
} as const;

function pairsOf(readings: readonly OtherReading[]): (readonly OtherReading[])[] {
  const named = (starts: readonly string[]) =>
    readings.filter(({ id }) => starts.some((start) => id.startsWith(start)));
  const [calendar, others] = [named(IN_PAIRS.calendar), named(IN_PAIRS.others)];
  const ofCalendars = calendar.flatMap((a, i) => calendar.slice(i + 1).map((b) => [a, b]));
  const pauses = others.filter(({ id }) => id === "pauses");
  return [
    ...calendar.flatMap((a) => others.map((b) => [a, b])),
    ...pauses.flatMap((a) => others.filter((b) => b !== a).map((b) => [a, b])),
    ...ofCalendars,
  ];
}
