import type { Path } from "./place";

/** A value of a field, as the other system writes it. */
export interface Value {
  /** The keys by which a map of words may name it: its name, then its identifier if it has one. */
  readonly texts: readonly [string, ...string[]];
  readonly path: Path;
}

/** A place among the changes of one instant: by a whole number as text, then by a number within it. */
export interface Order {
  readonly id: string;
  readonly within: number;
}

/** One change of one field. */
export interface Change {
  readonly atMs: number;
  /** Where the system puts it among the changes of its instant; null if the system does not say. */
  readonly order: Order | null;
  /** The values before and after; null if there was none. */
  readonly from: Value | null;
  readonly to: Value | null;
}

/** A field over the life of a ticket. */
export interface Trail {
  /** Its value when the ticket was created; null if it had none. */
  readonly initial: Value | null;
  /** Its changes in order of time; changes of one instant are in the order in which they happened. */
  readonly changes: readonly Change[];
}

/**
 * The life of a field from its changes in any order.
 *
 * @param changes changes of one instant are put in their `order`. If they have none, they are put in a chain in which
 *   each begins with the value that the one before it left. If there is no such chain, they stay as given
 * @param current the value of the field now, which a field that never changed always had
 */
export function trailOf(changes: readonly Change[], current: Value | null): Trail {
  const isNewestFirst = (changes[0]?.atMs ?? 0) > (changes.at(-1)?.atMs ?? 0);
  const inTime = (isNewestFirst ? [...changes].reverse() : [...changes]).sort(
    (a, b) => a.atMs - b.atMs,
  );
  const arranged: Change[] = [];
  for (let start = 0; start < inTime.length; ) {
    const atMs = inTime[start]?.atMs;
    let end = start + 1;
    while (inTime[end]?.atMs === atMs) end++;
    arranged.push(...arrange(inTime.slice(start, end), arranged.at(-1)));
    start = end;
  }
  const [first] = arranged;
  return { initial: first ? first.from : current, changes: arranged };
}

/** The changes of one instant in the order in which they happened. */
function arrange(changes: readonly Change[], before: Change | undefined): readonly Change[] {
  if (changes.length === 1) return changes;
  const ordered = changes.filter(isOrdered).sort((a, b) => compareOrders(a.order, b.order));
  const isTold = ordered.every(({ order }, i) => {
    const last = ordered[i - 1];
    return last === undefined || compareOrders(last.order, order) < 0;
  });
  if (isTold && ordered.length === changes.length) return ordered;
  return chained(changes, before ? keyOf(before.to) : undefined) ?? changes;
}

function isOrdered(change: Change): change is Change & { readonly order: Order } {
  return change.order !== null;
}

function compareOrders(a: Order, b: Order): number {
  return compareWholeNumbers(a.id, b.id) || a.within - b.within;
}

/** The order by an identifier that counts up; null if it is not a whole number. */
export function orderBy(id: string | undefined, within: number): Order | null {
  return id !== undefined && /^\d+$/.test(id) ? { id: id.replace(/^0+(?=\d)/, ""), within } : null;
}

/** Whole numbers as text, which may be too long for a number. */
function compareWholeNumbers(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/**
 * All changes in a chain in which each begins with the value that the one before it left: a trail that uses every edge
 * of a graph once (Hierholzer's algorithm).
 *
 * @param start the value that the first of them begins with; if undefined, it is worked out from the changes
 * @returns undefined if there is no such chain
 */
function chained(changes: readonly Change[], start?: string): readonly Change[] | undefined {
  const leaving = new Map<string, Change[]>();
  for (const change of [...changes].reverse()) {
    const key = keyOf(change.from);
    const others = leaving.get(key);
    if (others) others.push(change);
    else leaving.set(key, [change]);
  }
  const chain: Change[] = [];
  const path: { readonly at: string; readonly by: Change | null }[] = [
    { at: start ?? startOf(changes), by: null },
  ];
  for (let last = path.at(-1); last; last = path.at(-1)) {
    const next = leaving.get(last.at)?.pop();
    if (next) {
      path.push({ at: keyOf(next.to), by: next });
    } else {
      path.pop();
      if (last.by) chain.push(last.by);
    }
  }
  chain.reverse();
  const isWhole = chain.every(
    (change, i) => i === 0 || keyOf(change.from) === keyOf(chain[i - 1]?.to ?? null),
  );
  return chain.length === changes.length && isWhole ? chain : undefined;
}

/** The value that changes leave once more often than they reach it; without such a value, the first one left. */
function startOf(changes: readonly Change[]): string {
  const surplus = new Map<string, number>();
  for (const { from, to } of changes) {
    surplus.set(keyOf(from), (surplus.get(keyOf(from)) ?? 0) + 1);
    surplus.set(keyOf(to), (surplus.get(keyOf(to)) ?? 0) - 1);
  }
  const found = [...surplus].find(([, count]) => count > 0);
  return found ? found[0] : keyOf(changes[0]?.from ?? null);
}

/** The key of a value: its identifier if it has one, otherwise its name. */
function keyOf(value: Value | null): string {
  return value?.texts.at(-1) ?? "";
}
