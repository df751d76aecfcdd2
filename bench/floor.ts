import type { WorkingCalendar } from "../dist/index.js";
import { DAY_MS } from "./inputs";
import { type Pass, passOver } from "./measure";

/** A stretch of a calendar in arrays that hold every instant asked about, and every answer. */
export interface Prepared {
  /** Where the arrays begin. */
  readonly fromMs: number;
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  /** The working time before each period opens. */
  readonly worked: Float64Array;
  /** The first period that closes after the start of each day. */
  readonly byDay: Int32Array;
  /** For each number of shares, the first period by whose close they have been worked. */
  readonly byShare: Int32Array;
  readonly shareMs: number;
}

export function prepare({ timeline }: WorkingCalendar, fromMs: number, toMs: number): Prepared {
  const periods = [...timeline.periods(fromMs, toMs)];
  const lengths = periods.map(({ openMs, closeMs }) => closeMs - openMs);
  let total = 0;
  const worked = lengths.map((length) => {
    total += length;
    return total - length;
  });
  const shareMs = Math.max(...lengths);
  return {
    fromMs,
    opens: Float64Array.from(periods, ({ openMs }) => openMs),
    closes: Float64Array.from(periods, ({ closeMs }) => closeMs),
    worked: Float64Array.from([...worked, total]),
    byDay: Int32Array.from({ length: Math.floor((toMs - fromMs) / DAY_MS) }, (_, day) =>
      periods.findIndex(({ closeMs }) => closeMs > fromMs + day * DAY_MS),
    ),
    byShare: Int32Array.from({ length: Math.floor(total / shareMs) }, (_, share) =>
      lengths.findIndex((length, i) => (worked[i] ?? 0) + length >= share * shareMs),
    ),
    shareMs,
  };
}

/*
 * The least that the same answers can cost: the look-ups are written out in the loop, and the input is not
 * checked. Every index stays within its array, because the arrays hold everything that is asked about.
 */

/** As one writes it. */
export function plainBetween(prepared: Prepared, starts: Float64Array, spanMs: number): Pass {
  const { fromMs, opens, closes, worked, byDay } = prepared;
  return passOver(starts, (slice) => {
    let sum = 0;
    for (let n = 0; n < slice.length; n++) {
      const a = slice[n]!;
      const b = a + spanMs;
      let i = byDay[Math.floor((a - fromMs) / DAY_MS)]!;
      while (closes[i]! <= a) i++;
      let j = byDay[Math.floor((b - fromMs) / DAY_MS)]!;
      while (closes[j]! <= b) j++;
      const before = worked[i]! + Math.max(0, a - opens[i]!);
      sum += worked[j]! + Math.max(0, b - opens[j]!) - before;
    }
    return sum;
  });
}

/** As one writes it. */
export function plainAdd(prepared: Prepared, starts: Float64Array, amountMs: number): Pass {
  const { fromMs, opens, closes, worked, byDay, byShare, shareMs } = prepared;
  return passOver(starts, (slice) => {
    let sum = 0;
    for (let n = 0; n < slice.length; n++) {
      const a = slice[n]!;
      let i = byDay[Math.floor((a - fromMs) / DAY_MS)]!;
      while (closes[i]! <= a) i++;
      const target = worked[i]! + Math.max(0, a - opens[i]!) + amountMs;
      let j = byShare[Math.floor(target / shareMs)]!;
      while (worked[j + 1]! < target) j++;
      sum += opens[j]! + (target - worked[j]!);
    }
    return sum;
  });
}

/** With every trick: arrays in variables of the loop's own function, no division, no `Math`. */
export function tightBetween(prepared: Prepared, starts: Float64Array, spanMs: number): Pass {
  return passOver(starts, (slice) => {
    const { fromMs, opens, closes, worked, byDay } = prepared;
    const count = slice.length;
    const span = spanMs;
    let sum = 0;
    for (let n = 0; n < count; n++) {
      const a = slice[n]!;
      const b = a + span;
      let i = byDay[((a - fromMs) * (1 / 86_400_000)) | 0]!;
      while (closes[i]! <= a) i++;
      let j = byDay[((b - fromMs) * (1 / 86_400_000)) | 0]!;
      while (closes[j]! <= b) j++;
      const intoA = a - opens[i]!;
      const intoB = b - opens[j]!;
      sum += worked[j]! + (intoB > 0 ? intoB : 0) - (worked[i]! + (intoA > 0 ? intoA : 0));
    }
    return sum;
  });
}

/** With every trick. */
export function tightAdd(prepared: Prepared, starts: Float64Array, amountMs: number): Pass {
  return passOver(starts, (slice) => {
    const { fromMs, opens, closes, worked, byDay, byShare, shareMs } = prepared;
    const count = slice.length;
    const amount = amountMs;
    const shares = 1 / shareMs;
    let sum = 0;
    for (let n = 0; n < count; n++) {
      const a = slice[n]!;
      let i = byDay[((a - fromMs) * (1 / 86_400_000)) | 0]!;
      while (closes[i]! <= a) i++;
      const into = a - opens[i]!;
      const target = worked[i]! + (into > 0 ? into : 0) + amount;
      let j = byShare[(target * shares) | 0]!;
      while (worked[j + 1]! < target) j++;
      sum += opens[j]! + (target - worked[j]!);
    }
    return sum;
  });
}
