/**
 * The slowest timeline there is: a row of equal slots, each open or closed, of which every question
 * is answered by walking along it slot by slot. Shares no code with the engine.
 */
export interface Slots {
  readonly startMs: number;
  /** The length of a slot. */
  readonly slotMs: number;
  readonly open: readonly boolean[];
}

export const endOf = ({ startMs, slotMs, open }: Slots) => startMs + slotMs * open.length;

/** The slots one by one, from the first or from the last. */
function walk({ startMs, slotMs, open }: Slots) {
  return open.map((isOpen, i) => ({
    from: startMs + i * slotMs,
    to: startMs + (i + 1) * slotMs,
    isOpen,
  }));
}

export function isOpen(slots: Slots, ms: number): boolean {
  return walk(slots).some(({ from, to, isOpen }) => isOpen && from <= ms && ms < to);
}

export function between(slots: Slots, a: number, b: number): number {
  if (b < a) return 0 - between(slots, b, a);
  let worked = 0;
  for (const { from, to, isOpen } of walk(slots)) {
    if (isOpen) worked += Math.max(0, Math.min(b, to) - Math.max(a, from));
  }
  return worked;
}

/** The earliest instant, from `ms` on, until which the amount has been worked; `null` if none. */
export function add(slots: Slots, ms: number, amount: number): number | null {
  if (amount < 0) return subtract(slots, ms, -amount);
  if (amount === 0) return ms;
  let left = amount;
  for (const { from, to, isOpen } of walk(slots)) {
    const begin = Math.max(ms, from);
    if (!isOpen || to <= begin) continue;
    if (left <= to - begin) return begin + left;
    left -= to - begin;
  }
  return null;
}

/** The latest instant, up to `ms`, since which the amount has been worked; `null` if none. */
export function subtract(slots: Slots, ms: number, amount: number): number | null {
  if (amount < 0) return add(slots, ms, -amount);
  if (amount === 0) return ms;
  let left = amount;
  for (const { from, to, isOpen } of walk(slots).reverse()) {
    const end = Math.min(ms, to);
    if (!isOpen || end <= from) continue;
    if (left <= end - from) return end - left;
    left -= end - from;
  }
  return null;
}

/** The instants at which it opens or closes; the bounds of the row are neither. */
function changes(slots: Slots, what: "opens" | "closes"): number[] {
  const wanted = what === "opens";
  return walk(slots)
    .filter((slot, i) => i > 0 && slot.isOpen === wanted && slots.open[i - 1] !== wanted)
    .map(({ from }) => from);
}

export function nextOpen(slots: Slots, ms: number): number | null {
  return isOpen(slots, ms) ? ms : (changes(slots, "opens").find((at) => at >= ms) ?? null);
}

export function nextClose(slots: Slots, ms: number): number | null {
  return changes(slots, "closes").find((at) => at > ms) ?? null;
}

export function previousOpen(slots: Slots, ms: number): number | null {
  return changes(slots, "opens").findLast((at) => at <= ms) ?? null;
}

export function previousClose(slots: Slots, ms: number): number | null {
  return changes(slots, "closes").findLast((at) => at <= ms) ?? null;
}
