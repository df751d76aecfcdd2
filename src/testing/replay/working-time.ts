import { DAY_MS } from "../../timeline/units";
import { openIn, type PlainCalendar } from "./calendar";
import type { Period } from "./periods";

/** How far a search looks, nearest first; an answer further away is not judged. */
const REACHES = [5 * DAY_MS, 30 * DAY_MS, 200 * DAY_MS];

export function isOpen(calendar: PlainCalendar, atMs: number): boolean {
  return openIn(calendar, atMs, atMs + 1).length > 0;
}

/** The working time from one instant to another, the earlier first, in milliseconds. */
export function between(calendar: PlainCalendar, fromMs: number, toMs: number): number {
  return openIn(calendar, fromMs, toMs).reduce((sum, { open, close }) => sum + close - open, 0);
}

/** The instant itself if it is open, else the next opening; undefined if the search finds none. */
export function nextOpen(calendar: PlainCalendar, atMs: number): number | undefined {
  return ahead(calendar, atMs, ([first]) => first?.open);
}

/** The first closing after an instant. */
export function nextClose(calendar: PlainCalendar, atMs: number): number | undefined {
  return ahead(calendar, atMs, ([first], end) =>
    first === undefined || first.close === end ? undefined : first.close,
  );
}

/** The last opening at or before an instant. */
export function previousOpen(calendar: PlainCalendar, atMs: number): number | undefined {
  return behind(calendar, atMs + 1, ([last], start) =>
    last === undefined || last.open === start ? undefined : last.open,
  );
}

/** The last closing at or before an instant. */
export function previousClose(calendar: PlainCalendar, atMs: number): number | undefined {
  return behind(calendar, atMs + 1, (periods) => periods.find(({ close }) => close <= atMs)?.close);
}

/** The earliest instant by which an amount has been worked. */
export function add(
  calendar: PlainCalendar,
  atMs: number,
  amount: number,
  tie: "close" | "next-open" = "close",
): number | undefined {
  if (amount === 0) return atMs;
  return ahead(calendar, atMs, (periods) => {
    let left = amount;
    for (const { open, close } of periods) {
      const length = close - open;
      if (left < length || (left === length && tie === "close")) return open + left;
      left -= length;
    }
    return undefined;
  });
}

/** The latest instant since which an amount has been worked. */
export function subtract(
  calendar: PlainCalendar,
  atMs: number,
  amount: number,
  tie: "open" | "previous-close" = "open",
): number | undefined {
  if (amount === 0) return atMs;
  return behind(calendar, atMs, (periods) => {
    let left = amount;
    for (const { open, close } of periods) {
      // Nothing is left at the closing before an opening at which the amount ran out.
      if (left === 0) return close;
      const length = close - open;
      if (left < length || (left === length && tie === "open")) return close - left;
      left -= length;
    }
    return undefined;
  });
}

/** Looks for an answer among the periods after an instant, in order of time; the last may be cut off. */
function ahead(
  calendar: PlainCalendar,
  fromMs: number,
  look: (periods: readonly Period[], endMs: number) => number | undefined,
): number | undefined {
  return firstOf(REACHES, (reach) =>
    look(openIn(calendar, fromMs, fromMs + reach), fromMs + reach),
  );
}

/** Looks among the periods before an instant, the latest first; the earliest may be cut off. */
function behind(
  calendar: PlainCalendar,
  toMs: number,
  look: (periods: readonly Period[], startMs: number) => number | undefined,
): number | undefined {
  return firstOf(REACHES, (reach) =>
    look([...openIn(calendar, toMs - reach, toMs)].reverse(), toMs - reach),
  );
}

function firstOf<T, R>(items: readonly T[], look: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = look(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
