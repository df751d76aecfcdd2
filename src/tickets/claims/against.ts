import { natural } from "../../words/order";
import type { Claim } from "../log/claims/claim";
import type { ClaimColumn } from "../log/claims/kinds";
import { mainTarget, type Policy } from "../log/policies";
import type { TicketHistory, TicketLog } from "../log/ticket-log";
import type { ReportRow } from "../verdicts/row";
import { type Disputed, type Match, type Tried, tryReadings } from "./causes";
import { circumstance } from "./circumstances";
import { type ComparedFigure, compared, ourOutcome, saidBreached } from "./compare";
import { idOf } from "./other-readings";

/** Why a tool differs from us: another reading gives what the tool says. */
export interface Cause {
  /** What the tool does: `it counts bank holidays as working days`. */
  readonly says: string;
  /** What in the ticket makes the difference, such as the bank holiday; null if it is not one thing. */
  readonly turnsOn: string | null;
  /** Whether it gives each figure of the tool exactly; false if only the verdict could be tried. */
  readonly isExact: boolean;
  /** Other readings that give the same, the likelier first. */
  readonly orElse: readonly string[];
  /** On how many of the tickets where the tool and we agree it gives something else. */
  readonly contradicted: number;
}

/** A verdict on which a tool and we differ. */
export interface Difference {
  readonly row: ReportRow;
  readonly claim: Claim;
  /** Whether the tool says that it is breached; null if it does not say. */
  readonly theirsBreached: boolean | null;
  /** Whether the verdict differs, or only a figure. */
  readonly about: "verdict" | "figure";
  readonly figures: readonly ComparedFigure[];
  readonly cause: Cause | null;
}

/** The result of comparing one ticket. */
export type Agreement =
  | "agrees"
  | "verdict-differs"
  | "figure-differs"
  | "not-compared"
  | "no-claim";

/** A log compared with what a tool says of it. */
export interface AgainstClaims {
  readonly columns: readonly ClaimColumn[];
  /** What is compared: of each policy, the main one of the targets that are judged. */
  readonly targets: readonly string[];
  readonly counts: Readonly<Record<Agreement, number>>;
  /** The result for each verdict of those targets. */
  readonly judged: ReadonlyMap<ReportRow, Agreement>;
  /** Worst first: breached by us alone, breached by the tool alone, then the figures furthest apart. */
  readonly differences: readonly Difference[];
  /** Each cause with the number of tickets it explains, the most frequent first. */
  readonly causes: readonly CauseCount[];
  /** Differences that no reading explains. */
  readonly unexplained: number;
  /** Cells that could not be read; null if all could. */
  readonly unread: string | null;
}

/** A cause, and how many tickets it explains. */
export interface CauseCount {
  readonly says: string;
  readonly tickets: number;
  /** How many of them it explains to the figure. */
  readonly exact: number;
  /** On how many of the tickets where the tool and we agree it was tried and gives something else. */
  readonly contradicted: number;
}

/**
 * Compares verdicts with what a tool says in columns of the same file, and tries other readings of the
 * promise to find where the differences come from.
 *
 * @param asOfMs the instant at which the verdicts were judged, epoch milliseconds
 * @returns null if the log was read without claims
 */
export function againstClaims(
  log: TicketLog,
  rows: readonly ReportRow[],
  asOfMs: number,
): AgainstClaims | null {
  const { claims } = log;
  if (!claims) return null;
  const counts: Record<Agreement, number> = {
    agrees: 0,
    "verdict-differs": 0,
    "figure-differs": 0,
    "not-compared": 0,
    "no-claim": 0,
  };
  const found: Found[] = [];
  const agreed: Disputed[] = [];
  const judged = new Map<ReportRow, Agreement>();
  for (const row of rows) {
    const history = log.tickets.get(row.ticket);
    if (!history || mainTarget(history.policy)?.id !== row.target) continue;
    const claim = claims.of(row.ticket);
    const { agreement, difference } = agreementOf(row, claim);
    counts[agreement] += 1;
    judged.set(row, agreement);
    if (claim && agreement === "agrees") agreed.push({ history, claim });
    if (claim && difference) found.push({ ...difference, row, claim, history });
  }
  found.sort(worseFirst);
  const differences = explained(found, agreed, asOfMs);
  return {
    columns: claims.columns,
    targets: [...log.policies()].flatMap((policy) => {
      const target = mainTarget(policy);
      return target ? [`${policy.id}: ${target.title}`] : [];
    }),
    counts,
    judged,
    differences,
    causes: causeCounts(differences),
    unexplained: differences.filter(({ cause }) => cause === null).length,
    unread: claims.unreadText,
  };
}

interface Found extends Omit<Difference, "cause"> {
  readonly history: TicketHistory;
}

/** Compares one verdict with what a tool says of its ticket. */
function agreementOf(
  row: ReportRow,
  claim: Claim | undefined,
): {
  readonly agreement: Agreement;
  readonly difference: Omit<Difference, "row" | "claim" | "cause"> | null;
} {
  if (!claim) return { agreement: "no-claim", difference: null };
  const isOpenOrDecided = ["met", "breached", "running", "paused"].includes(row.status);
  const ours = ourOutcome(row);
  const { isSameVerdict, figures } = compared(claim, ours);
  const differs = figures.filter(({ isSame }) => !isSame);
  const isNothing = isSameVerdict === null && figures.length === 0;
  if (!isOpenOrDecided || isNothing) return { agreement: "not-compared", difference: null };
  if (isSameVerdict !== false && differs.length === 0) {
    return { agreement: "agrees", difference: null };
  }
  const about = isSameVerdict === false ? "verdict" : "figure";
  return {
    agreement: `${about}-differs`,
    difference: { theirsBreached: saidBreached(claim, ours), about, figures },
  };
}

/** Worst first: breached by us alone, then by the tool alone, then by how far apart the figures are. */
function worseFirst(a: Found, b: Found): number {
  return (
    rankOf(a) - rankOf(b) || apartOf(b) - apartOf(a) || natural.compare(a.row.ticket, b.row.ticket)
  );
}

function rankOf({ about, row }: Found): number {
  if (about === "figure") return 2;
  return row.breached ? 0 : 1;
}

/**
 * How far apart the figures are. Without a figure to compare, it is how far the share used is from the whole
 * allowance.
 */
function apartOf({ figures, row }: Found): number {
  const lengths = figures.filter(({ name }) => name !== "percent");
  const apart = (lengths.length > 0 ? lengths : figures).map(({ ours, theirs }) =>
    Math.abs(ours - theirs.value),
  );
  return apart.length > 0 ? Math.max(...apart) : Math.abs(row.usedPercent - 100);
}

function explained(
  found: readonly Found[],
  agreed: readonly Disputed[],
  asOfMs: number,
): Difference[] {
  const tried = new Map<Policy, Tried>();
  for (const policy of new Set(found.map(({ history }) => history.policy))) {
    const target = mainTarget(policy);
    const ofPolicy = ({ history }: Disputed) => history.policy === policy;
    const cases = { disputed: found.filter(ofPolicy), agreed: agreed.filter(ofPolicy) };
    if (target) tried.set(policy, tryReadings(policy, target, cases, asOfMs));
  }
  const weights = new Map([...tried].map(([policy, each]) => [policy, weightsOf(each)]));
  return found.map(({ history, ...difference }) => {
    const { row } = difference;
    const matches = tried.get(history.policy)?.matches.get(row.ticket) ?? [];
    const weight = (match: Match) => weights.get(history.policy)?.get(idOf(match.readings)) ?? 0;
    const contradicted = (match: Match) =>
      tried.get(history.policy)?.contradicted.get(idOf(match.readings)) ?? 0;
    const inOrder = [...matches].sort((a, b) => weight(b) - weight(a));
    return { ...difference, cause: causeOf(inOrder, contradicted, { row, history, asOfMs }) };
  });
}

/** How likely each reading is: a tool errs in one way, on many tickets, and not on those where it agrees. */
function weightsOf({ matches, contradicted }: Tried): ReadonlyMap<string, number> {
  const together = new Map<string, number>();
  const weights = new Map([...contradicted].map(([id, count]) => [id, -10 * count]));
  for (const own of matches.values()) {
    for (const { readings, figures } of own) {
      const id = idOf(readings);
      weights.set(id, (weights.get(id) ?? 0) + (figures > 0 ? 3 : 1));
      // A reading that is a part of other explanations is the likelier for it.
      for (const part of readings.length > 1 ? readings : []) {
        weights.set(part.id, (weights.get(part.id) ?? 0) + 1);
      }
    }
  }
  // Ways in which a tool errs elsewhere are likely here too.
  for (const own of matches.values()) {
    for (const { readings } of own) {
      if (readings.length < 2) continue;
      const alone = readings.map((each) => weights.get(each.id) ?? 0);
      together.set(idOf(readings), Math.max(0, Math.min(...alone)));
    }
  }
  for (const [id, weight] of together) weights.set(id, (weights.get(id) ?? 0) + weight);
  return weights;
}

/** The likeliest of the readings that explain a ticket, and the others that would. */
function causeOf(
  [best, ...others]: readonly Match[],
  contradicted: (match: Match) => number,
  { row, history, asOfMs }: { row: ReportRow; history: TicketHistory; asOfMs: number },
): Cause | null {
  const target = mainTarget(history.policy);
  if (!best || !target) return null;
  const turnsOn = best.readings.flatMap((each) => {
    const text = circumstance(each, row, history, target, asOfMs);
    return text === null ? [] : [text];
  });
  // If there was no bank holiday, the same hours with and without bank holidays are one answer.
  const ids = new Set([best, ...others].map(({ readings }) => idOf(readings)));
  const isSameAnswer = (id: string) => id.endsWith("-all") && ids.has(id.slice(0, -"-all".length));
  const distinct = others.filter(({ readings }) => !isSameAnswer(idOf(readings)));
  return {
    says: saysOf(best),
    turnsOn: turnsOn.length === 0 ? null : turnsOn.join("; "),
    isExact: best.figures > 0,
    orElse: distinct.slice(0, MOST_OTHERS).map(saysOf),
    contradicted: contradicted(best),
  };
}

/** The most other readings that a cause names: hours alone give many. */
const MOST_OTHERS = 12;

function saysOf({ readings }: Match): string {
  return readings.map(({ says }) => says).join(", and ");
}

function causeCounts(differences: readonly Difference[]): CauseCount[] {
  const counts = new Map<string, { -readonly [K in keyof CauseCount]: CauseCount[K] }>();
  for (const { cause } of differences) {
    if (!cause) continue;
    const { says, contradicted } = cause;
    const count = counts.get(says) ?? { says, tickets: 0, exact: 0, contradicted };
    count.tickets += 1;
    if (cause.isExact) count.exact += 1;
    counts.set(says, count);
  }
  return [...counts.values()].sort((a, b) => b.tickets - a.tickets);
}
