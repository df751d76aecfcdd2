/** A span of time, `[open, close)`, in milliseconds: since midnight on the wall, or since 1970. */
export interface Period {
  readonly open: number;
  readonly close: number;
}

/** Sorts periods, merges those that touch or overlap, and leaves out those of no length. */
export function merged(periods: readonly Period[]): readonly Period[] {
  const result: Period[] = [];
  const sorted = periods.filter(({ open, close }) => open < close).sort((a, b) => a.open - b.open);
  for (const next of sorted) {
    const last = result.at(-1);
    if (last === undefined || last.close < next.open) result.push(next);
    else result[result.length - 1] = { open: last.open, close: Math.max(last.close, next.close) };
  }
  return result;
}

/** The part of some periods that lies within another. */
export function within(periods: readonly Period[], { open, close }: Period): readonly Period[] {
  return periods
    .map((period) => ({
      open: Math.max(period.open, open),
      close: Math.min(period.close, close),
    }))
    .filter((period) => period.open < period.close);
}

/** The part of a period that lies outside some others, which are in order and apart. */
export function outside(periods: readonly Period[], { open, close }: Period): readonly Period[] {
  const taken = within(periods, { open, close });
  const opens = [open, ...taken.map((period) => period.close)];
  const closes = [...taken.map((period) => period.open), close];
  return opens
    .map((start, i) => ({ open: start, close: closes[i] ?? start }))
    .filter((period) => period.open < period.close);
}
