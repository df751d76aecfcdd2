import type { SlaReading } from "../../index";
import { plain } from "../../words/printable";
import { type Activity, Bars, barOf, leastGapMs } from "../parts/bar";
import { type Frame, tenth } from "../parts/frame";
import { fitted, textWidth } from "../text";
import { countedSpans, type Stretch } from "./stretches";

export const LANE_HEIGHT = 46;

const BAR_TOP = 20;
const BAR_HEIGHT = 20;

/** A name that does not fit its bar is cut short, or left out if less than this much of it can be read. */
const LEAST_PX_FOR_PART = 70;

/** What stands before the name of a state in which the clock does not simply run. */
const PREFIXES: Readonly<Record<Activity, string>> = {
  running: "",
  paused: "paused: ",
  stopped: "stopped: ",
  cancelled: "cancelled: ",
  waiting: "not started: ",
  "left-out": "left out by a restart: ",
};

interface LaneProps {
  readonly frame: Frame;
  readonly stretches: readonly Stretch[];
  readonly y: number;
}

/** The states of a ticket as bars. */
export function StateBars(props: LaneProps & { readonly reading: SlaReading }) {
  const { frame, stretches, reading, y } = props;
  const counted = countedSpans(reading, leastGapMs(frame));
  return (
    <Bars
      frame={frame}
      stretches={stretches}
      counted={counted}
      y={y + BAR_TOP}
      height={BAR_HEIGHT}
    />
  );
}

/** The names of the states over their bars, if there is room. */
export function StateNames({ frame, stretches, y }: LaneProps) {
  return (
    <g class="state-names">
      {stretches.map((stretch, i) => {
        const bar = barOf(stretch, frame);
        if (!bar) return null;
        const text = nameFor(stretch, stretches[i - 1]?.severity ?? null, bar.width - 6);
        return (
          text !== "" && (
            <text key={stretch.fromMs} x={tenth(bar.x + 4)} y={y + 14} class="halo">
              {text}
            </text>
          )
        );
      })}
    </g>
  );
}

/** The longest text that fits: the state, what the clock does in it, and its new severity. */
function nameFor(stretch: Stretch, severityBefore: string | null, widthPx: number): string {
  const { activity, state, severity } = stretch;
  const name = state === activity ? "" : (state ?? "");
  const text = plain(`${PREFIXES[activity]}${name}`.replace(/: $/, ""));
  const isChanged = severity !== null && severityBefore !== null && severity !== severityBefore;
  const whole = isChanged ? `${text} (severity ${plain(severity)})` : text;
  const fitting = [whole, text].find((each) => textWidth(each, 12) <= widthPx);
  // A few letters and an ellipsis say nothing.
  return fitting ?? (widthPx < LEAST_PX_FOR_PART ? "" : fitted(text, widthPx, 12));
}
