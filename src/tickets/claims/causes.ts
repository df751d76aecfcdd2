import type { Target } from "../../index";
import type { Claim } from "../log/claims/claim";
import type { Policy } from "../log/policies";
import type { TicketHistory } from "../log/ticket-log";
import { oneMore, seen, usualPairs } from "./combinations";
import { compared, isAll } from "./compare";
import { hoursToSearch, idOf, type OtherReading, otherReadings } from "./other-readings";
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

/** The most tickets for which to try readings together, the worst first: more would take minutes. */
const MOST_TRIED_TOGETHER = 200;

/** The most tickets on which hours are looked for. */
const MOST_SEARCHED = 12;

/**
 * Finds which other readings of a target give exactly what a tool says, by ticket. It tries them one at a
 * time; then together, first those that explain other tickets, since a tool errs in few ways and on many
 * tickets; and looks for hours that nobody has named.
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
  const attempt = (some: readonly OtherReading[], tickets: readonly Disputed[]) => {
    const id = idOf(some);
    if (tickets.length === 0 || contradicted.has(id)) return;
    const variant = variantOf(policy, target, some);
    if (!variant || addMatches(matches, variant, tickets, asOfMs) === 0) return;
    contradicted.set(id, contradictions(variant, agreed.slice(0, MOST_CHECKED), asOfMs));
  };
  const attemptAll = (all: readonly (readonly OtherReading[])[], open: () => Disputed[]) => {
    for (const some of all) {
      const tickets = open();
      if (tickets.length === 0) break;
      attempt(some, tickets);
    }
  };
  const readings = disputed.length === 0 ? [] : otherReadings(policy, target);
  for (const reading of readings) attempt([reading], disputed);

  const withFigures = disputed.filter(({ claim }) => hasFigure(claim));
  const unexplained = () =>
    withFigures.filter(({ history }) => !matches.has(history.ticket)).slice(0, MOST_TRIED_TOGETHER);
  const alone = () => seen(matches.values(), 1).flat();
  const ofSeen = (size: number) => oneMore(seen(matches.values(), size), readings, alone());
  // A ticket that one reading explains, and no other ticket with it, may be explained by chance.
  const doubtful = () => [...unexplained(), ...explainedAlone(withFigures, matches)];
  attemptAll(ofSeen(1), doubtful);
  attemptAll(usualPairs(readings), unexplained);
  const searched = unexplained().length === 0 ? [] : doubtful().slice(0, MOST_SEARCHED);
  const hours = hoursFound(policy, target, searched, asOfMs);
  for (const each of hours) attempt([each], doubtful());
  if (hours.length > 0) attemptAll(ofSeen(1), unexplained);
  attemptAll(ofSeen(2), unexplained);
  return { matches, contradicted };
}

/** The tickets of which each match explains no other ticket. */
function explainedAlone(
  tickets: readonly Disputed[],
  matches: ReadonlyMap<string, readonly Match[]>,
): Disputed[] {
  const counts = new Map<string, number>();
  for (const own of matches.values()) {
    for (const { readings } of own) {
      counts.set(idOf(readings), (counts.get(idOf(readings)) ?? 0) + 1);
    }
  }
  return tickets.filter(({ history }) => {
    const own = matches.get(history.ticket);
    return own?.every(({ readings }) => counts.get(idOf(readings)) === 1) ?? false;
  });
}

/**
 * The hours that explain most of some tickets, if they explain several of them: with so many hours to choose
 * from, some explain a single ticket by chance.
 */
function hoursFound(
  policy: Policy,
  target: Target,
  tickets: readonly Disputed[],
  asOfMs: number,
): OtherReading[] {
  let [best, most]: [OtherReading[], number] = [[], 1];
  if (tickets.length < 2) return best;
  for (const reading of hoursToSearch()) {
    const variant = variantOf(policy, target, [reading]);
    const count = variant ? addMatches(new Map(), variant, tickets, asOfMs) : 0;
    if (count > most) [best, most] = [[reading], count];
    else if (count === most && count > 1) best = [...best, reading];
  }
  return 3 * most >= tickets.length ? best : [];
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
    const own = found.get(history.ticket) ?? [];
    // If some of the readings are enough, the others say nothing.
    const isMore = own.some((match) => match.readings.every((each) => readings.includes(each)));
    if (isMore) continue;
    found.set(history.ticket, [...own, { readings, figures: comparison.figures.length }]);
    count += 1;
  }
  return count;
}

/** Two readings together often give the right verdict by chance, but seldom the right figure. */
function hasFigure({ figures }: Claim): boolean {
  return Object.keys(figures).length > 0;
}
