import { DateTime } from "luxon";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../timeline/units";
import { inEnglish } from "../../words/in-english";
import { textWidth } from "../text";
import type { Span } from "./span";

/** A stretch of an axis between two of its ticks. */
export interface Band extends Span {
  /** Empty if there is no room for one. */
  readonly label: string;
}

/** The two rows of an axis: days over hours, months over days, years over months. */
export interface Axis {
  readonly upper: readonly Band[];
  readonly lower: readonly Band[];
}

type Unit = "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year";

/** A way to divide an axis. */
interface Division {
  readonly unit: Unit;
  /** How many of the unit make a band. */
  readonly every: number;
  /** The least width of a band. */
  readonly leastPx: number;
  /** Labels as Luxon formats, the longest first; the first that fits is taken. */
  readonly formats: readonly string[];
}

const LENGTH_MS: Readonly<Record<Unit, number>> = {
  minute: MINUTE_MS,
  hour: HOUR_MS,
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 30 * DAY_MS,
  quarter: 91 * DAY_MS,
  year: 365 * DAY_MS,
};

const clock = (unit: "minute" | "hour", every: number): Division => ({
  unit,
  every,
  leastPx: 48,
  formats: ["HH:mm"],
});

const day: Division = { unit: "day", every: 1, leastPx: 20, formats: ["ccc d", "d"] };
const week: Division = { unit: "week", every: 1, leastPx: 48, formats: ["d LLL", "d"] };
const month: Division = { unit: "month", every: 1, leastPx: 36, formats: ["LLLL", "LLL"] };
const quarter: Division = { unit: "quarter", every: 1, leastPx: 36, formats: ["LLL"] };
const years = (every: number, leastPx: number): Division => ({
  unit: "year",
  every,
  leastPx,
  formats: ["yyyy"],
});

const year = years(1, 42);
const wholeDay: Division = { ...day, formats: ["cccc d LLLL yyyy", "ccc d LLL", "ccc d", "d"] };
const wholeMonth: Division = { ...month, formats: ["LLLL yyyy", "LLL yyyy", "LLL"] };

/** From fine to coarse: how to divide the lower row, and the row above it. */
const DIVISIONS: readonly (readonly [lower: Division, upper: Division | null])[] = [
  ...[1, 5, 15, 30].map((every) => [clock("minute", every), wholeDay] as const),
  ...[1, 2, 3, 6, 12].map((every) => [clock("hour", every), wholeDay] as const),
  [day, wholeMonth],
  [week, wholeMonth],
  [month, year],
  [quarter, year],
  [year, null],
  [years(5, 8), null],
];

/**
 * The axis of a span, as fine as its width allows.
 *
 * @param widthPx how wide the span is drawn
 */
export function axisOf(span: Span, zone: string, widthPx: number, fontPx: number): Axis {
  const pxPerMs = widthPx / (span.toMs - span.fromMs);
  const division = DIVISIONS.find(
    ([{ unit, every, leastPx }]) => LENGTH_MS[unit] * every * pxPerMs >= leastPx,
  );
  const [lower, upper] = division ?? [years(10, 0), null];
  // The upper row is bold, and so wider.
  return {
    lower: bandsOf(lower, span, zone, pxPerMs, fontPx),
    upper: upper ? bandsOf(upper, span, zone, pxPerMs, fontPx * 1.1) : [],
  };
}

function bandsOf(
  division: Division,
  span: Span,
  zone: string,
  pxPerMs: number,
  fontPx: number,
): Band[] {
  const starts = startsOf(division, span, zone);
  const fits = (text: string, lengthMs: number) =>
    textWidth(text, fontPx) + 8 <= lengthMs * pxPerMs;
  // All labels share one format, but the bands that are cut off may use a shorter one.
  const whole = starts
    .slice(1, -1)
    .map((startMs, i) => [startMs, starts[i + 2] ?? startMs] as const);
  const common = division.formats.findIndex((format) =>
    whole.every(([startMs, endMs]) => fits(textAt(startMs, format, zone), endMs - startMs)),
  );
  const formats = division.formats.slice(Math.max(0, common));
  return starts.flatMap((startMs, i) => {
    const fromMs = Math.max(startMs, span.fromMs);
    const toMs = Math.min(starts[i + 1] ?? span.toMs, span.toMs);
    if (fromMs >= toMs) return [];
    // A label that names an instant, such as 06:00, does not fit a band that begins before the picture.
    const isNamed = startMs >= span.fromMs || ["day", "month", "year"].includes(division.unit);
    const texts = formatsAt(startMs, formats, division, zone);
    const label = isNamed ? texts.find((text) => fits(text, toMs - fromMs)) : undefined;
    return [{ fromMs, toMs, label: label ?? "" }];
  });
}

/** The labels that a band may have, the longest first; for an hour that comes twice, they say which it is. */
function formatsAt(
  ms: number,
  formats: readonly string[],
  { unit }: Division,
  zone: string,
): string[] {
  const isClock = unit === "hour" || unit === "minute";
  const isTwice = isClock && DateTime.fromMillis(ms, { zone }).getPossibleOffsets().length > 1;
  const all = isTwice ? ["HH:mm ZZZZ", ...formats] : formats;
  return all.map((format) => textAt(ms, format, zone));
}

function textAt(ms: number, format: string, zone: string): string {
  return inEnglish(DateTime.fromMillis(ms, { zone }), format);
}

/** Where the bands of a span begin. */
function startsOf({ unit, every }: Division, span: Span, zone: string): number[] {
  if (unit === "minute") return clockStarts(every, span, zone);
  if (unit === "hour") return clockStarts(60 * every, span, zone);
  const starts: number[] = [];
  let start = DateTime.fromMillis(span.fromMs, { zone }).startOf(unit);
  while (start.toMillis() < span.toMs) {
    if (unit !== "year" || start.year % every === 0) starts.push(start.toMillis());
    // One and a half lengths on is always within the next band, though bands differ in length.
    start = start.plus(LENGTH_MS[unit] * 1.5).startOf(unit);
  }
  return starts;
}

/** The instants at multiples of some minutes on the wall clock, which may strike an hour twice or omit it. */
function clockStarts(minutes: number, span: Span, zone: string): number[] {
  // The offsets of all zones are of whole quarters of an hour.
  const stepMs = Math.min(minutes, 15) * MINUTE_MS;
  const starts = [span.fromMs - 1];
  for (let ms = Math.ceil(span.fromMs / stepMs) * stepMs; ms < span.toMs; ms += stepMs) {
    const { hour, minute } = DateTime.fromMillis(ms, { zone });
    if ((60 * hour + minute) % minutes === 0) starts.push(ms);
  }
  return starts;
}

/** The lines between the bands of a row. */
export function ticksOf(bands: readonly Band[]): number[] {
  return bands.slice(1).map(({ fromMs }) => fromMs);
}
