import type { DayNumber } from "../time/civil-date";
import { type DateRange, MOST_DATES } from "./day-kind";

/** The most dates that items may hold for, summed over all items. It bounds time and memory. */
const MOST_HELD = 100 * MOST_DATES;

/**
 * Finds the items that hold on a date without going through all of them.
 *
 * @param rangesOf the dates for which an item holds; undefined if it holds on every date
 * @returns a function that gives the items of a date in their order. Undefined if the items hold on
 *   more dates together than can be worked out.
 */
export function byDate<T>(
  items: readonly T[],
  rangesOf: (item: T) => readonly DateRange[] | undefined,
): ((date: DayNumber | undefined) => readonly T[]) | undefined {
  const always = items.flatMap((item, order) => (rangesOf(item) ? [] : [{ item, order }]));
  const dated = new Map<DayNumber, { readonly item: T; readonly order: number }[]>();
  let held = 0;
  for (const [order, item] of items.entries()) {
    for (const { from, to } of rangesOf(item) ?? []) {
      held += to - from + 1;
      if (held > MOST_HELD) return undefined;
      for (let date = from; date <= to; date++) {
        const list = dated.get(date) ?? [];
        // Two ranges of one item may overlap.
        if (list.at(-1)?.order !== order) list.push({ item, order });
        dated.set(date, list);
      }
    }
  }
  if (dated.size * always.length > MOST_HELD) return undefined;
  const everyDay = always.map(({ item }) => item);
  return (date) => {
    const onDate = date === undefined ? undefined : dated.get(date);
    if (!onDate) return everyDay;
    return [...always, ...onDate].sort((a, b) => a.order - b.order).map(({ item }) => item);
  };
}
