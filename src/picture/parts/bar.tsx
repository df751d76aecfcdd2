import { clip, type Span } from "../time/span";
import { boxes, type Frame, tenth } from "./frame";
import { Path, patternFill } from "./shapes";

/** What the clock does over a stretch of a ticket's life. */
export type Activity = "running" | "paused" | "stopped" | "cancelled" | "waiting" | "left-out";

/** Narrower gaps, such as nights, are passed over, so there are no more bars than a picture has room for. */
const LEAST_GAP_PX = 3;

/** The least gap between two counted spans that is drawn as a gap. */
export function leastGapMs({ pxPerMs }: Frame): number {
  return LEAST_GAP_PX / pxPerMs;
}

/** Where the part of a stretch within a frame lies, or null if the stretch lies outside the frame. */
export function barOf(stretch: Span, frame: Frame): { x: number; width: number } | null {
  const part = clip(stretch, frame.span);
  if (!part) return null;
  const x = frame.x(part.fromMs);
  return { x, width: Math.max(1, tenth(frame.x(part.toMs) - x)) };
}

interface BarsProps {
  readonly frame: Frame;
  readonly stretches: readonly (Span & { readonly activity: Activity })[];
  /** When the clock counted. */
  readonly counted: readonly Span[];
  readonly y: number;
  readonly height: number;
}

/** A ticket's stretches: filled where the clock counted, hollow where it ran out of hours. */
export function Bars({ frame, stretches, counted, y, height }: BarsProps) {
  return (
    <g class="bars">
      {stretches.map((stretch) => {
        const bar = barOf(stretch, frame);
        return (
          bar && (
            <rect
              key={stretch.fromMs}
              class={`bar bar-${stretch.activity}`}
              y={y}
              height={height}
              {...bar}
              {...fillOf(frame.id, stretch.activity)}
            />
          )
        );
      })}
      <Path class="counted" d={boxes(counted, frame, y, height)} />
    </g>
  );
}

function fillOf(id: string, activity: Activity) {
  if (activity === "paused") return { fill: patternFill(id, "paused") };
  if (activity === "stopped" || activity === "cancelled") {
    return { fill: patternFill(id, "stopped") };
  }
  return {};
}
