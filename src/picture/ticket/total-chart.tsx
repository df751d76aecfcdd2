import { scaleLinear } from "d3-scale";
import type { SlaReading, WorkingCalendar } from "../../index";
import { formatDuration } from "../../index";
import { HOUR_MS, MINUTE_MS } from "../../timeline/units";
import { isInDays } from "../../words/amounts";
import { type Frame, tenth } from "../parts/frame";
import { Path, patternFill } from "../parts/shapes";
import { textWidth } from "../text";
import { amountOf, type Point, type TotalLine, totalLines } from "./total-lines";

export const CHART_HEIGHT = 170;

interface ChartProps {
  readonly frame: Frame;
  readonly reading: SlaReading;
  readonly calendar: WorkingCalendar | null;
  readonly y: number;
}

/** The running total against the allowance: what lies above the allowance is hatched. */
export function TotalChart({ frame, reading, calendar, y }: ChartProps) {
  const lines = totalLines(reading, calendar);
  const bottom = y + CHART_HEIGHT;
  const most = mostUsed(reading, lines);
  const scale = amountScale(most, y);
  const unit = unitOf(reading, most);
  const ticks = scale
    .copy()
    .domain(scale.domain().map((amount) => amount / unit.size))
    .ticks(5);
  const plot = (points: readonly Point[]) => corners(points, frame, (used) => tenth(scale(used)));
  return (
    <g class="total-chart">
      {ticks.map((tick) => (
        <g key={tick}>
          <path
            class="rule"
            d={`M${frame.left} ${tenth(scale(tick * unit.size))}H${frame.right}`}
            stroke-opacity="0.6"
          />
          <text
            class="muted"
            x={frame.left - 8}
            y={tenth(scale(tick * unit.size)) + 4}
            text-anchor="end"
          >
            {`${tick} ${unit.name}`}
          </text>
        </g>
      ))}
      {lines.map(({ allowance, points, ahead }, cycle) => {
        const top = tenth(scale(allowance));
        const from = frame.x(points[0]?.atMs ?? frame.span.fromMs);
        const isLast = cycle === lines.length - 1;
        const to = isLast ? frame.right : frame.x(points.at(-1)?.atMs ?? frame.span.toMs);
        const line = plot(points);
        const area = areaData(line, bottom);
        const clipId = `${frame.id}-over-${cycle}`;
        return (
          <g key={clipId}>
            <clipPath id={clipId}>
              <rect x={frame.left} y={y} width={frame.right - frame.left} height={top - y} />
            </clipPath>
            <Path class="area" d={area} />
            <Path d={area} fill={patternFill(frame.id, "over")} clip={`url(#${clipId})`} />
            <Path class="allowance" d={`M${from} ${top}H${to}`} />
            <Path class="total" d={lineData(line)} />
            <Path class="total ahead" d={lineData(plot(ahead))} />
          </g>
        );
      })}
      {lines.length === 0 && (
        <text
          class="halo strong"
          x={(frame.left + frame.right) / 2}
          y={y + CHART_HEIGHT / 2}
          text-anchor="middle"
        >
          the clock has not started
        </text>
      )}
      <rect
        class="frame"
        x={frame.left}
        y={y}
        width={frame.right - frame.left}
        height={CHART_HEIGHT}
      />
    </g>
  );
}

/** The allowance in words over its line. */
export function AllowanceName({ frame, reading, calendar, y }: ChartProps) {
  const lines = totalLines(reading, calendar);
  if (lines.length === 0 || !reading.allowance) return null;
  const scale = amountScale(mostUsed(reading, lines), y);
  const from = frame.x(lines.at(-1)?.points[0]?.atMs ?? frame.span.fromMs);
  const text = `allowance ${formatDuration(reading.allowance)}`;
  // Bold letters are wider.
  const hasRoom = from + 12 + textWidth(text, 13.2) <= frame.right;
  return (
    <text
      class="halo strong"
      x={hasRoom ? from + 6 : frame.right - 6}
      y={tenth(scale(amountOf(reading.allowance))) - 6}
      text-anchor={hasRoom ? "start" : "end"}
    >
      {text}
    </text>
  );
}

function mostUsed({ allowance, elapsed }: SlaReading, lines: readonly TotalLine[]): number {
  // One by one: a ticket can have more points than a function may have arguments.
  let most = allowance ? amountOf(allowance) : 0;
  for (const line of lines) {
    most = Math.max(most, line.allowance);
    for (const { used } of line.points) most = Math.max(most, used);
  }
  // If nothing counted and nothing is promised, the scale is of one day or one hour.
  return most || (isInDays(elapsed) ? 1 : HOUR_MS);
}

function amountScale(most: number, y: number) {
  return scaleLinear([0, 1.2 * most], [y + CHART_HEIGHT, y]);
}

/** The unit of the scale's amounts. */
function unitOf({ elapsed }: SlaReading, most: number): { name: string; size: number } {
  if (isInDays(elapsed)) return { name: "d", size: 1 };
  return most > 2 * HOUR_MS ? { name: "h", size: HOUR_MS } : { name: "min", size: MINUTE_MS };
}

/** A place on the picture. */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

/**
 * The corners of a line through points of time, up to the end of the frame. Those within half a pixel
 * of the one before are left out, so a line has no more corners than the picture has pixels.
 */
export function corners(
  points: readonly Point[],
  frame: Frame,
  yOf: (used: number) => number,
): Corner[] {
  const shown = points.filter(({ atMs }) => atMs <= frame.span.toMs);
  const kept: Corner[] = [];
  for (const [i, { atMs, used }] of shown.entries()) {
    const corner = { x: frame.x(atMs), y: yOf(used) };
    const last = kept.at(-1);
    const isFar = !last || Math.abs(corner.x - last.x) >= 0.5 || Math.abs(corner.y - last.y) >= 0.5;
    if (isFar || i === shown.length - 1) kept.push(corner);
  }
  return kept;
}

/** A line through corners, as the data of a path. */
export function lineData(line: readonly Corner[]): string {
  return line.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${x} ${y}`).join("");
}

/** The area between a line and the ground, as the data of a path. */
export function areaData(line: readonly Corner[], groundY: number): string {
  const first = line[0];
  const last = line.at(-1);
  if (!first || !last) return "";
  return `${lineData(line)}L${last.x} ${groundY}L${first.x} ${groundY}Z`;
}
