import { DateTime } from "luxon";
import { type InstantStyle, shortDate, shortDue, shortInstant } from "../../words/instants";
import { plain } from "../../words/printable";
import type { Frame } from "../parts/frame";
import { type InstantLabel, type PlacedLabels, place } from "../parts/labels";
import { type MarkKind, Shape } from "../parts/shapes";
import { type ClockChange, changeText } from "../time/clock-changes";
import { type Day, dayName } from "../time/days";
import { holds } from "../time/span";
import type { Mark } from "./marks";

/** More names than this would hide what they name; the page lists them. */
const MOST_NAMES = 24;

/** The marks of instants at which something is due or a share of it is used, of which a midnight ends a day. */
const ENDS: ReadonlySet<MarkKind> = new Set([
  ...(["due", "projected-due", "first-due", "breached", "warning"] as const),
]);

/** The labels of the marks within the frame, and of later marks, which point out of it. */
export function markLabels(
  marks: readonly Mark[],
  frame: Frame,
  style: InstantStyle,
): PlacedLabels {
  const shown = marks.filter(({ kind, atMs }) =>
    kind === "as-of" || kind === "first-due" ? holds(frame.span, atMs) : true,
  );
  const labels = shown.map(({ kind, name, atMs }): InstantLabel => {
    const isOut = atMs > frame.span.toMs;
    const instant = ENDS.has(kind) ? shortDue(atMs, style) : shortInstant(atMs, style);
    return {
      key: `${kind} ${atMs}`,
      x: isOut ? frame.right : frame.x(atMs),
      name,
      detail: isOut ? `${instant} →` : instant,
      shape: (x, y) => <Shape kind={kind} x={x} y={y} />,
      lineClass: `line line-${kind}`,
      at: isoOf(atMs, frame.zone),
    };
  });
  return place(labels, frame.left, frame.right);
}

/** The labels of bank holidays, dates with hours of their own, and clock changes. */
export function dayLabels(
  days: readonly Day[],
  changes: readonly ClockChange[],
  frame: Frame,
  style: InstantStyle,
): PlacedLabels {
  const hasRoom = days.length + changes.length <= MOST_NAMES;
  const named = (hasRoom ? days : []).map((day): InstantLabel => {
    const fromMs = Math.max(day.fromMs, frame.span.fromMs);
    const toMs = Math.min(day.toMs, frame.span.toMs);
    return {
      key: day.date,
      x: frame.x((fromMs + toMs) / 2),
      name: plain(dayName(day)),
      detail: shortDate(day.date, style),
      shape: (x, y) => <rect class="named-shape" x={x - 4} y={y - 4} width="8" height="8" rx="1" />,
      lineClass: "named-line",
      at: day.date,
    };
  });
  const turned = (hasRoom ? changes : [])
    .filter(({ atMs }) => holds(frame.span, atMs))
    .map(
      (change): InstantLabel => ({
        key: `clocks ${change.atMs}`,
        x: frame.x(change.atMs),
        name: changeText(change),
        detail: shortInstant(change.atMs, { ...style, withOffset: true }),
        shape: (x, y) => (
          <path class="named-shape" d="M-5 -5H5L-5 5H5Z" transform={`translate(${x} ${y})`} />
        ),
        lineClass: "named-line",
        at: isoOf(change.atMs, frame.zone),
      }),
    );
  return place([...named, ...turned], frame.left, frame.right);
}

function isoOf(ms: number, zone: string): string {
  return DateTime.fromMillis(ms, { zone }).toISO() ?? "";
}
