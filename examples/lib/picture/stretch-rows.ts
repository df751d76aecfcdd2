import type { SlaReading, SlaSegment } from "../../../src/index";
import { type Stretch, stretchesOf } from "./stretches";
import type { Column } from "./table";
import { plain } from "./text";
import { fullInstant, lengthWords, reasonOf } from "./words";

/** Up to so many parts of a life are told one by one; of more, only those where the state changes. */
const MOST_ROWS = 300;

export const STRETCH_COLUMNS: readonly Column[] = [
  { head: "from", kind: "instant" },
  { head: "to", kind: "instant" },
  { head: "state" },
  { head: "counted", kind: "number" },
  { head: "total", kind: "number" },
  { head: "why" },
];

/** A ticket's life as the rows of a table. */
export function stretchRows(reading: SlaReading): string[][] {
  const { segments } = reading;
  if (segments.length > MOST_ROWS) return stretchesOf(reading).map(rowOfStretch);
  return segments.map((segment) => [
    ...timesOf(segment),
    plain(segment.state ?? ""),
    lengthWords(segment.counted),
    lengthWords(segment.total),
    reasonOf(segment),
  ]);
}

/** A stretch of many parts as one row: why it counted or did not, and how often. */
function rowOfStretch({ segments, state }: Stretch): string[] {
  const first = segments[0];
  const last = segments.at(-1);
  if (!first || !last) return [];
  const counted = segments.map((segment) => segment.counted).reduce((a, b) => a.plus(b));
  const times = new Map<string, number>();
  for (const segment of segments) {
    const reason = reasonOf(segment);
    times.set(reason, (times.get(reason) ?? 0) + 1);
  }
  const reasons = [...times].map(([reason, n]) => (n === 1 ? reason : `${reason} (${n} times)`));
  return [
    fullInstant(first.from),
    fullInstant(last.to),
    plain(state ?? ""),
    lengthWords(counted),
    lengthWords(last.total),
    reasons.join(", "),
  ];
}

function timesOf({ from, to }: SlaSegment): [from: string, to: string] {
  return [fullInstant(from), fullInstant(to)];
}
