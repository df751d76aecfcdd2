import { counted, countText } from "../../../words/amounts";
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
