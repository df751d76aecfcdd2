import { DAY_MS, MINUTE_MS } from "../timeline/units";

/** A period of one day's wall-clock time, in milliseconds from its midnight; beyond 24 h if over midnight. */
export interface DayPeriod {
  readonly openMs: number;
  readonly closeMs: number;
}

const DAY_MINUTES = DAY_MS / MINUTE_MS;

/** `HH:MM-HH:MM`; only the end may be `24:00`. */
export const PERIOD_PATTERN = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/**
 * Reads `"08:00-18:00"`, `"22:00-07:00"` (over midnight) or `"00:00-24:00"`.
 *
 * @returns `undefined` where the text is not a period; one of no length has `openMs === closeMs`.
 */
export function parsePeriod(text: string): DayPeriod | undefined {
  const match = PERIOD_PATTERN.exec(text);
  if (!match) return undefined;
  const open = Number(match[1]) * 60 + Number(match[2]);
  const close = match[3] === undefined ? DAY_MINUTES : Number(match[3]) * 60 + Number(match[4]);
  return {
    openMs: open * MINUTE_MS,
    closeMs: (close < open ? close + DAY_MINUTES : close) * MINUTE_MS,
  };
}

/** Sorted, with those that touch made one. */
export function sortPeriods(periods: readonly DayPeriod[]): DayPeriod[] {
  const sorted: DayPeriod[] = [];
  for (const period of [...periods].sort((a, b) => a.openMs - b.openMs)) {
    const last = sorted.at(-1);
    if (last?.closeMs === period.openMs) {
      sorted[sorted.length - 1] = { openMs: last.openMs, closeMs: period.closeMs };
    } else {
      sorted.push(period);
    }
  }
  return sorted;
}

/**
 * Writes a period of wall-clock time on a date the way a definition has it, e.g. `22:00-07:00`. One
 * of a day or more, made of two that touch, becomes two again.
 */
export function formatPeriod({ openMs, closeMs }: DayPeriod): string[] {
  const lengthMs = closeMs - openMs;
  const isWholeDate = lengthMs === DAY_MS && openMs % DAY_MS === 0;
  // Only where the zone skips a date does the wall-clock close lie beyond the next one.
  if (lengthMs >= DAY_MS && !isWholeDate && closeMs < 2 * DAY_MS) {
    // Both parts open on the date, and neither is a day long.
    const earliestMs = Math.max(openMs, closeMs - DAY_MS);
    const middleMs = Math.floor((earliestMs + DAY_MS) / 2 / MINUTE_MS) * MINUTE_MS;
    return [
      ...formatPeriod({ openMs, closeMs: middleMs }),
      ...formatPeriod({ openMs: middleMs, closeMs }),
    ];
  }
  const close = closeMs % DAY_MS === 0 ? "24:00" : formatTime(closeMs);
  return [`${formatTime(openMs)}-${close}`];
}

/** `HH:MM`, with seconds or milliseconds where they are not zero. */
function formatTime(wallMs: number): string {
  const text = new Date(wallMs).toISOString().slice(11, 23);
  return text.replace(/\.000$/, "").replace(/(:\d\d):00$/, "$1");
}
