import { countText } from "../../words/amounts";
import { longDate } from "../../words/instants";
import { idFrom, PictureFrame, tenth } from "../parts/frame";
import { render } from "../parts/page";
import type { BreachWeek, BreachWeeks } from "./breach-weeks";
import { countOfBreaches, DAYS, describeBreaches } from "./words";

/** Where its columns lie: the weeks, their hours, and how many there are in all. */
interface Columns {
  readonly left: number;
  readonly right: number;
  /** Where an hour of the week lies. */
  readonly x: (hour: number) => number;
}

function columnsOf(width: number): Columns {
  const left = 92;
  const right = width - 52;
  return { left, right, x: (hour) => tenth(left + ((right - left) * hour) / HOURS) };
}

/** How wide it is on a wide screen, in pixels. */
export const WIDTH = 900;

const ROW_HEIGHT = 14;
const HOURS = 168;
/** The hours of a day that have a line. */
const HOURS_NAMED = [6, 12, 18] as const;
/** The least width of a day whose hours each have a name. */
const LEAST_NAMED_PX = 80;
/** The radius of one breach, and of the most breaches in one hour. */
const LEAST_RADIUS = 2.5;
const MOST_RADIUS = 7;

/** What to draw of a log. */
export interface LogPictureOptions {
  readonly log: BreachWeeks;
  /** The prefix of the ids of its parts. */
  readonly id?: string;
  /** Whether its title is written above it; true by default. */
  readonly heading?: boolean;
  /** How wide it is before it is scaled, in pixels. */
  readonly width?: number;
}

/**
 * When the breaches of a log happened, as an SVG that needs nothing else: a row for each week, with its
 * hours across.
 */
export function logPicture(options: LogPictureOptions): string {
  return render(<LogPicture {...options} />);
}

/** The same, as part of a page. */
export function LogPicture(options: LogPictureOptions) {
  const { log, id = "log", heading = true, width = WIDTH } = options;
  const columns = columnsOf(width);
  const { left, right, x } = columns;
  const isNarrow = x(24) - x(0) < LEAST_NAMED_PX;
  const top = heading ? 74 : 40;
  const end = top + ROW_HEIGHT * Math.max(1, log.weeks.length);
  return (
    <PictureFrame
      id={idFrom(id)}
      width={width}
      height={end + 44}
      title="When breaches happen"
      description={describeBreaches(log)}
    >
      {heading && (
        <text class="title" x="16" y="26">
          When breaches happen
        </text>
      )}
      {heading && (
        <text class="standing" x="16" y="46">
          {countOfBreaches(log)}
        </text>
      )}
      {DAYS.map((name, day) => (
        <g key={name}>
          {day > 4 && (
            <rect
              class="closed-ground"
              x={x(day * 24)}
              y={top}
              width={x(24) - x(0)}
              height={end - top}
            />
          )}
          <text x={x(day * 24 + 12)} y={top - 20} text-anchor="middle">
            {name.slice(0, 3)}
          </text>
          {(isNarrow ? [12] : HOURS_NAMED).map((hour) => (
            <text
              key={hour}
              class="muted small"
              x={x(day * 24 + hour)}
              y={top - 5}
              text-anchor="middle"
            >
              {hour}
            </text>
          ))}
          <path class="frame" d={`M${x(day * 24)} ${top}V${end}`} />
          <path
            class="rule"
            d={HOURS_NAMED.map((h) => `M${x(day * 24 + h)} ${top}V${end}`).join("")}
          />
        </g>
      ))}
      <path
        class="frame"
        d={`M${x(HOURS)} ${top}V${end}M${left} ${top}H${right}M${left} ${end}H${right}`}
      />
      <text class="muted small" x={right + 8} y={top - 5}>
        all
      </text>
      {log.weeks.map((week, row) => (
        <Week
          key={week.monday}
          week={week}
          columns={columns}
          most={log.most}
          y={top + row * ROW_HEIGHT}
          isNamed={row % 2 === 0}
        />
      ))}
      {log.weeks.length === 0 && (
        <text class="muted" x={left + 10} y={top + 11}>
          Nothing was breached.
        </text>
      )}
      <Sizes most={log.most} columns={columns} y={end + 24} />
    </PictureFrame>
  );
}

function radiusOf(count: number, most: number): number {
  if (most <= 1) return LEAST_RADIUS;
  const share = Math.sqrt((count - 1) / (most - 1));
  return tenth(LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * share);
}

interface WeekProps {
  readonly week: BreachWeek;
  readonly columns: Columns;
  readonly most: number;
  readonly y: number;
  readonly isNamed: boolean;
}

function Week({ week, columns, most, y, isNamed }: WeekProps) {
  const middle = y + ROW_HEIGHT / 2;
  return (
    <g class="week">
      {isNamed && (
        <text class="small" x={columns.left - 8} y={middle + 4} text-anchor="end">
          {longDate(week.monday).slice(4)}
        </text>
      )}
      {week.hours.map(({ hour, count }) => (
        <circle
          key={hour}
          class="overdue"
          cx={columns.x(hour + 0.5)}
          cy={middle}
          r={radiusOf(count, most)}
        />
      ))}
      {week.count > 0 && (
        <text class="small" x={columns.right + 8} y={middle + 4}>
          {countText(week.count)}
        </text>
      )}
    </g>
  );
}

/** What the sizes mean. */
function Sizes(props: { most: number; columns: Columns; y: number }) {
  const { most, columns, y } = props;
  const counts = [...new Set([1, Math.ceil(most / 2), most])].filter((count) => count > 0);
  return (
    <g class="legend">
      {counts.map((count, i) => (
        <g key={count}>
          <circle
            class="overdue"
            cx={columns.left + 10 + i * 150}
            cy={y}
            r={radiusOf(count, most)}
          />
          <text x={columns.left + 24 + i * 150} y={y + 4}>
            {count === 1 ? "1 breach in an hour" : `${countText(count)} in an hour`}
          </text>
        </g>
      ))}
    </g>
  );
}
