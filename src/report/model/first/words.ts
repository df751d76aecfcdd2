import type { SlaReading } from "../../../index";
import type { ReportRow } from "../../../tickets/verdicts/row";
import { counted, countText, remainingText } from "../../../words/amounts";
import { breachText, earlierBreachText } from "../../../words/breaches";
import { dueText } from "../../../words/instants";
import { plain } from "../../../words/printable";
import { monthText } from "../../../words/sentences";
import { attainedText, type Tally } from "../tally";
import type { PromisedMonth, PromisedShare } from "./promised";
import type { Standing } from "./standing";

/** `passes` or `fails`. */
export function standingText({ isReached }: Standing): string {
  if (isReached === null) return "undecided";
  return isReached ? "passes" : "fails";
}

/** The promised share: `target 90 %`. */
export function targetText({ targetPercent }: Standing): string {
  return `target ${shareText(targetPercent)}`;
}

/** A share without needless decimals: `90 %`, `99.95 %`. */
export function shareText(percent: number): string {
  return `${Math.round(percent * 1e6) / 1e6} %`;
}

/** How many breaches are left, or how many met verdicts would reach the target. */
export function leftText({ isReached, breachesLeft, metNeeded }: Standing): string {
  if (isReached === null) return "nothing decided yet";
  if (!Number.isFinite(breachesLeft)) return "any number may breach";
  if (isReached) {
    return breachesLeft === 0
      ? "the next breach misses it"
      : `${counted(breachesLeft, "more breach", "more breaches")} before it is missed`;
  }
  return metNeeded === null
    ? "it cannot be reached any more"
    : `${counted(metNeeded, "more met", "more met")} in a row would reach it`;
}

/** The number of breaches that are left; a dash while nothing is decided. */
export function breachesLeftText({ isReached, breachesLeft }: Standing): string {
  if (isReached === null) return "–";
  return Number.isFinite(breachesLeft) ? countText(breachesLeft) : "any";
}

/** Attainment, and of how many: `94.2 % of 18`; a dash while nothing is decided. */
export function withCountText(tally: Pick<Tally, "met" | "breached">): string {
  const decided = tally.met + tally.breached;
  return decided === 0 ? "–" : `${attainedText(tally)} of ${countText(decided)}`;
}

/** How a verdict stands: `breached, 2h 00m over; breached by the change to severity 1 at …`. */
export function standsText(row: ReportRow, reading: SlaReading): string {
  const left = remainingText(row);
  const how = breachText(reading) ?? earlierBreachText(reading);
  return `${row.status}${left === "" ? "" : `, ${left}`}${how === null ? "" : `; ${how}`}`;
}

/** When a verdict is due, or why no instant is known. */
export function dueOrWhy({ status, dueMs, timeZone }: ReportRow): string {
  if (dueMs !== null) return dueText(dueMs, timeZone);
  return status === "paused" ? "when it goes on" : "no date is set";
}

/** The credit for a month: `credit 2 %`, `no credit`. */
export function creditText({ creditPercent }: PromisedMonth): string {
  return creditPercent === 0 ? "no credit" : `credit ${shareText(creditPercent)}`;
}

/** What a promised share is called, with its policy if there are several. */
export function promiseName(
  { policy, title }: PromisedShare,
  all: readonly PromisedShare[],
): string {
  const isAlone = all.every((each) => each.policy === policy);
  return isAlone ? title : `${policy}: ${title}`;
}

/** How a promised share was kept in the month shown: `16 of 18 decided in Nov 2026 were met · target 90 % a month · …`. */
export function promiseText(share: PromisedShare): string {
  const { shown, months, hasCredits } = share;
  const { standing, tally, month } = shown;
  const decided = tally.met + tally.breached;
  return [
    decided === 0
      ? `none decided in ${monthText(month)}`
      : `${countText(tally.met)} of ${countText(decided)} decided in ${monthText(month)} were met`,
    `${targetText(standing)} a month`,
    leftText(standing),
    ...(hasCredits && decided > 0 ? [creditText(shown)] : []),
    ...keptText(months),
  ].join(" · ");
}

/** The months of which a page shows how each promised share was kept. */
export function promisedMonths(promised: readonly PromisedShare[]): string[] {
  return [...new Set(promised.flatMap(({ months }) => months.map(({ month }) => month)))].sort();
}

/** How a promised share was kept in a month: `88.9 % of 18, missed`. */
export function keptInText({ months }: PromisedShare, month: string): string {
  const kept = months.find((each) => each.month === month);
  if (!kept) return "–";
  return `${withCountText(kept.tally)}${kept.standing.isReached === false ? ", missed" : ""}`;
}

/** In how many of several months a share was kept. */
function keptText(months: readonly PromisedMonth[]): string[] {
  const decided = months.filter(({ standing }) => standing.isReached !== null);
  if (decided.length < 2) return [];
  const kept = decided.filter(({ standing }) => standing.isReached).length;
  return [`kept in ${countText(kept)} of ${countText(decided.length)} months`];
}

/** A promised share in a line of text: `Fix, severity 1: 88.9 %, fails; 16 of 18 decided …`. */
export function promiseLine(share: PromisedShare, all: readonly PromisedShare[]): string {
  const { tally, standing } = share.shown;
  return `${plain(promiseName(share, all))}: ${attainedText(tally)}, ${standingText(standing)}; ${promiseText(share)}`;
}
