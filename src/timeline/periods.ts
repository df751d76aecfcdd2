import { CoreHoursError, given } from "./errors";

/**
 * Open periods as two columns: period `i` is `[opens[i], closes[i])` in epoch milliseconds.
 *
 * Sorted, of positive length, and apart: `closes[i] < opens[i + 1]`, so periods that touch are one.
 */
export interface Periods {
  readonly opens: readonly number[];
  readonly closes: readonly number[];
}

/**
 * Says when time counts: the open periods of `[fromMs, toMs)`, clipped to it.
 *
 * Must be a pure function of the two bounds. It is only asked about spans inside the coverage of
 * the timeline it belongs to.
 */
export type PeriodSource = (fromMs: number, toMs: number) => Periods;

/**
 * Puts loose periods into the form of {@link Periods}: sorted, clipped to `[fromMs, toMs)`, those
 * that touch or overlap made one, those of no length dropped.
 *
 * @throws {CoreHoursError} `length-mismatch` if the columns differ in length, `periods-invalid` if
 *   they hold anything but numbers.
 */
export function tidyPeriods(
  opens: readonly number[],
  closes: readonly number[],
  fromMs = Number.NEGATIVE_INFINITY,
  toMs = Number.POSITIVE_INFINITY,
): Periods {
  checkColumns(opens, closes);
  if (Number.isNaN(fromMs) || Number.isNaN(toMs)) throw invalid(`from ${fromMs} to ${toMs}`);
  // The indexes in `order` are those of both columns, so no look-up can miss.
  const order = opens.map((_, i) => i).sort((i, j) => opens[i]! - opens[j]!);
  const tidy: { opens: number[]; closes: number[] } = { opens: [], closes: [] };
  let lastClose = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    const open = Math.max(opens[i]!, fromMs);
    const close = Math.min(closes[i]!, toMs);
    if (open >= close) continue;
    if (open > lastClose) tidy.opens.push(open);
    else tidy.closes.pop();
    lastClose = Math.max(lastClose, close);
    tidy.closes.push(lastClose);
  }
  return tidy;
}

/**
 * Sweeps two sets of periods and keeps the time for which `keep` says so.
 *
 * @param keep asked with whether the first and the second are open; `keep(false, false)` must be
 *   false, since what lies outside both is unbounded.
 */
function sweep(a: Periods, b: Periods, keep: (inA: boolean, inB: boolean) => boolean): Periods {
  const opens: number[] = [];
  const closes: number[] = [];
  let nextA = 0; // Boundaries passed: an odd count means inside a period.
  let nextB = 0;
  let open = false;
  const boundary = ({ opens, closes }: Periods, n: number) =>
    (n % 2 === 0 ? opens : closes)[n >> 1] ?? Number.POSITIVE_INFINITY;

  for (;;) {
    const atA = boundary(a, nextA);
    const atB = boundary(b, nextB);
    const at = Math.min(atA, atB);
    if (at === Number.POSITIVE_INFINITY) return { opens, closes };
    if (atA === at) nextA++;
    if (atB === at) nextB++;
    const kept = keep(nextA % 2 === 1, nextB % 2 === 1);
    if (kept !== open) (kept ? opens : closes).push(at);
    open = kept;
  }
}

/** A way of making one source of two, by what to keep of them. */
const combining =
  (keep: (inA: boolean, inB: boolean) => boolean) =>
  (a: PeriodSource, b: PeriodSource): PeriodSource => {
    checkSource(a);
    checkSource(b);
    return (from, to) => sweep(a(from, to), b(from, to), keep);
  };

/** Open where either is. */
export const unionOf = /* @__PURE__ */ combining((inA, inB) => inA || inB);

/** Open where both are. */
export const intersectionOf = /* @__PURE__ */ combining((inA, inB) => inA && inB);

/** Open where the first is and the second is not. */
export const differenceOf = /* @__PURE__ */ combining((inA, inB) => inA && !inB);

/**
 * A source that answers from periods held in memory (any order, overlaps allowed).
 *
 * @throws {CoreHoursError} `length-mismatch` if the columns differ in length, `periods-invalid` if
 *   they hold anything but numbers.
 */
export function periodsFrom(opens: ArrayLike<number>, closes: ArrayLike<number>): PeriodSource {
  checkColumns(opens, closes);
  const all = tidyPeriods(Array.from(opens), Array.from(closes));
  return (from, to) => tidyPeriods(all.opens, all.closes, from, to);
}

/** @throws {CoreHoursError} `periods-invalid` if a value is not a source of periods. */
export function checkSource(source: unknown): void {
  if (typeof source === "function") return;
  throw new CoreHoursError(
    "periods-invalid",
    `${given(source)} is not a source of periods; give a function of two instants, such as periodsFrom(opens, closes) makes.`,
    { given: given(source) },
  );
}

/**
 * What a source said of a span, if it kept to the form of {@link Periods}.
 *
 * @throws {CoreHoursError} `periods-invalid` if it did not.
 */
export function periodsOf(source: PeriodSource, fromMs: number, toMs: number): Periods {
  const periods = source(fromMs, toMs);
  checkColumns(periods?.opens, periods?.closes);
  const { opens, closes } = periods;
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < opens.length; i++) {
    const open = opens[i]!;
    const close = closes[i]!; // Both columns have one length.
    const isWhole = Number.isInteger(open) && Number.isInteger(close);
    if (!isWhole || open < fromMs || open <= last || open >= close || close > toMs) {
      throw invalid(`[${open}, ${close}) of [${fromMs}, ${toMs})`);
    }
    last = close;
  }
  return periods;
}

/** Whether a value is a list, or a column of numbers. */
export function isColumn(value: unknown): boolean {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value);
}

function checkColumns(opens: ArrayLike<number>, closes: ArrayLike<number>): void {
  for (const column of [opens, closes]) {
    if (!isColumn(column)) throw invalid(given(column));
    for (let i = 0; i < column.length; i++) {
      const at: unknown = column[i];
      if (typeof at !== "number" || Number.isNaN(at)) throw invalid(`${given(at)}, at ${i}`);
    }
  }
  if (opens.length === closes.length) return;
  throw new CoreHoursError(
    "length-mismatch",
    `The columns must have one length; they have ${opens.length}, ${closes.length}.`,
    { lengths: [opens.length, closes.length] },
  );
}

function invalid(what: string): CoreHoursError {
  return new CoreHoursError(
    "periods-invalid",
    `Open periods were expected, not ${what}; give two lists of whole epoch milliseconds, openings and closings, in order, apart and within the span.`,
    { given: what },
  );
}
