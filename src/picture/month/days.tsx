import { DateTime } from "luxon";
import { boxes, type Frame } from "../parts/frame";
import { Path, patternFill } from "../parts/shapes";
import type { Day } from "../time/days";

/** How high the days' letters and numbers are. */
export const DAYS_HEIGHT = 36;

interface DayShadingProps {
  readonly frame: Frame;
  readonly days: readonly Day[];
  readonly y: number;
  readonly height: number;
}

/** The days of one row on which its calendar is closed. */
export function DayShading({ frame, days, y, height }: DayShadingProps) {
  const closed = days.filter(({ kind }) => kind === "weekend" || kind === "closed");
  const holidays = days.filter(({ kind }) => kind === "holiday");
  const fill = (kind: "closed" | "named") => patternFill(frame.id, kind);
  return (
    <g class="shading">
      <Path d={boxes(closed, frame, y, height)} fill={fill("closed")} />
      <Path d={boxes(holidays, frame, y, height)} fill={fill("named")} />
    </g>
  );
}

interface DayHeadsProps {
  readonly frame: Frame;
  readonly days: readonly Day[];
  readonly named: readonly Day[];
  readonly y: number;
  readonly endY: number;
}

/** The days of the month over their columns, by letter and number. */
export function DayHeads({ frame, days, named, y, endY }: DayHeadsProps) {
  return (
    <g class="days">
      {days.map(({ date, fromMs, toMs }) => {
        const x = (frame.x(fromMs) + frame.x(toMs)) / 2;
        const weekday = DateTime.fromISO(date, { zone: "utc", locale: "en-GB" });
        return (
          <g key={date}>
            <text class="muted" x={x} y={y + 14} text-anchor="middle">
              {weekday.toFormat("ccccc")}
            </text>
            <text x={x} y={y + 29} text-anchor="middle">
              {weekday.day}
            </text>
          </g>
        );
      })}
      <Path class="named-shape" d={boxes(named, frame, y, 4)} />
      <path
        class="rule"
        d={days.map(({ fromMs }) => `M${frame.x(fromMs)} ${y}V${endY}`).join("")}
        stroke-opacity="0.6"
      />
      <rect class="frame" x={frame.left} y={y} width={frame.right - frame.left} height={endY - y} />
      <path class="frame" d={`M${frame.left} ${y + DAYS_HEIGHT}H${frame.right}`} />
    </g>
  );
}
