import { type Axis, axisOf, ticksOf } from "../time/axis";
import type { Span } from "../time/span";
import { boxes, type Frame, tenth } from "./frame";
import { Path } from "./shapes";

export const AXIS_HEIGHT = 40;

const FONT_PX = 12;
const ROW_HEIGHT = AXIS_HEIGHT / 2;
const STRIP = 4;

interface TimeAxisProps {
  readonly frame: Frame;
  /** The days that have names, which are marked at its foot. */
  readonly named: readonly Span[];
  readonly y: number;
}

/** The axis that suits a frame: a coarse row over a fine one. */
export function TimeAxis({ frame, named, y }: TimeAxisProps) {
  const axis = axisOf(frame.span, frame.zone, frame.right - frame.left, FONT_PX);
  const rows = [axis.upper, axis.lower];
  return (
    <g class="time-axis">
      {rows.map((bands, row) =>
        bands
          .filter(({ label }) => label !== "")
          .map(({ fromMs, label }) => (
            <text
              key={`${row} ${fromMs}`}
              x={tenth(frame.x(fromMs) + 4)}
              y={y + row * ROW_HEIGHT + 14}
              class={row === 0 ? "strong" : "muted"}
            >
              {label}
            </text>
          )),
      )}
      <Path class="named-shape" d={boxes(named, frame, y + AXIS_HEIGHT - STRIP, STRIP)} />
      <Path class="rule" d={rows.map((bands, row) => tickPath(frame, bands, y, row)).join("")} />
      <rect
        class="frame"
        x={frame.left}
        y={y}
        width={frame.right - frame.left}
        height={AXIS_HEIGHT}
      />
    </g>
  );
}

function tickPath(frame: Frame, bands: Axis["upper"], y: number, row: number): string {
  const from = y + row * ROW_HEIGHT;
  return ticksOf(bands)
    .map((ms) => `M${frame.x(ms)} ${from}V${from + ROW_HEIGHT}`)
    .join("");
}
