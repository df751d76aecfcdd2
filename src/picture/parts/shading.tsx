import type { WorkingCalendar } from "../../index";
import { DAY_MS } from "../../timeline/units";
import type { Day } from "../time/days";
import { clip, type Span } from "../time/span";
import { boxes, type Frame } from "./frame";
import { Path, patternFill } from "./shapes";

/** A day at least this wide shows its hours; a narrower one is shaded whole. */
const LEAST_PX_FOR_HOURS = 24;

/** A day at least this wide is shaded at all. */
const LEAST_PX_FOR_DAYS = 1.5;

/** How finely the days of a picture are shaded. */
export function shadingOf({ pxPerMs }: Pick<Frame, "pxPerMs">): "hours" | "days" | "none" {
  const dayPx = DAY_MS * pxPerMs;
  if (dayPx >= LEAST_PX_FOR_HOURS) return "hours";
  return dayPx >= LEAST_PX_FOR_DAYS ? "days" : "none";
}

interface ShadingProps {
  readonly frame: Frame;
  readonly calendar: WorkingCalendar | null;
  readonly days: readonly Day[];
  readonly y: number;
  readonly height: number;
}

/** Core hours, weekends and bank holidays behind a plot: three elements, however long its span. */
export function Shading({ frame, calendar, days, y, height }: ShadingProps) {
  const shading = shadingOf(frame);
  if (shading === "none") return null;
  const of = (...kinds: Day["kind"][]) => days.filter(({ kind }) => kinds.includes(kind));
  const open = shading === "hours" ? openHours(calendar, frame.span) : of("working", "exception");
  const closed = [...of("weekend", "closed")].filter(({ isWorking }) => !isWorking || !calendar);
  const layers = [
    { kind: "core", spans: calendar ? open : [] },
    { kind: "closed", spans: closed, fill: patternFill(frame.id, "closed") },
    { kind: "named", spans: of("holiday"), fill: patternFill(frame.id, "named") },
  ];
  return (
    <g class="shading">
      {layers.map(({ kind, spans, ...fill }) => (
        <Path key={kind} class={kind} d={boxes(spans, frame, y, height)} {...fill} />
      ))}
    </g>
  );
}

/** When a calendar is open over the part of a span that it covers. */
function openHours(calendar: WorkingCalendar | null, span: Span): Span[] {
  if (!calendar) return [];
  const { start, end } = calendar.coverage;
  const known = clip(span, { fromMs: start.toMillis(), toMs: end.toMillis() });
  if (!known) return [];
  return Array.from(calendar.timeline.periods(known.fromMs, known.toMs), ({ openMs, closeMs }) => ({
    fromMs: openMs,
    toMs: closeMs,
  }));
}
