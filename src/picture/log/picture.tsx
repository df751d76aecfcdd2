import { countText } from "../../words/amounts";
import { longDate } from "../../words/instants";
import { idFrom, PictureFrame, tenth } from "../parts/frame";
import { render } from "../parts/page";
import type { BreachWeek, BreachWeeks } from "./breach-weeks";
import { countOfBreaches, DAYS, describeBreaches } from "./words";

const WIDTH = 900;
const LEFT = 128;
const RIGHT = WIDTH - 52;
const ROW_HEIGHT = 14;
const HOURS = 168;
/** The radius of one breach, and of the most breaches in one hour. */
const LEAST_RADIUS = 2.5;
const MOST_RADIUS = 7;

const xOf = (hour: number) => tenth(LEFT + ((RIGHT - LEFT) * hour) / HOURS);

/** What to draw of a log. */
export interface LogPictureOptions {
  readonly log: BreachWeeks;
  /** The prefix of the ids of its parts. */
  readonly id?: string;
  /** Whether its title is written above it; true by default. */
  readonly heading?: boolean;
}

/**
 * When the breaches of a log happened, as an SVG that needs nothing else: a row for each week, with its
 * hours across.
 */
export function logPicture(options: LogPictureOptions): string {
  return render(<LogPicture {...options} />);
}

/** The same, as part of a page. */
export function LogPicture({ log, id = "log", heading = true }: LogPictureOptions) {
  const top = heading ? 74 : 40;
  const end = top + ROW_HEIGHT * Math.max(1, log.weeks.length);
  return (
    <PictureFrame
      id={idFrom(id)}
      width={WIDTH}
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
              x={xOf(day * 24)}
              y={top}
              width={xOf(24) - xOf(0)}
              height={end - top}
            />
          )}
          <text x={xOf(day * 24 + 12)} y={top - 20} text-anchor="middle">
            {name.slice(0, 3)}
          </text>
          {[6, 12, 18].map((hour) => (
            <text
              key={hour}
              class="muted small"
              x={xOf(day * 24 + hour)}
              y={top - 5}
              text-anchor="middle"
            >
              {hour}
            </text>
          ))}
          <path class="frame" d={`M${xOf(day * 24)} ${top}V${end}`} />
          <path
            class="rule"
            d={[6, 12, 18].map((h) => `M${xOf(day * 24 + h)} ${top}V${end}`).join("")}
          />
        </g>
      ))}
      <path
        class="frame"
        d={`M${xOf(HOURS)} ${top}V${end}M${LEFT} ${top}H${RIGHT}M${LEFT} ${end}H${RIGHT}`}
      />
      <text class="muted small" x={RIGHT + 8} y={top - 5}>
        all
      </text>
      {log.weeks.map((week, row) => (
        <Week
          key={week.monday}
          week={week}
          most={log.most}
          y={top + row * ROW_HEIGHT}
          isNamed={row % 2 === 0}
        />
      ))}
      {log.weeks.length === 0 && (
        <text class="muted" x={LEFT + 10} y={top + 11}>
          Nothing was breached.
        </text>
      )}
      <Sizes most={log.most} y={end + 24} />
    </PictureFrame>
  );
}

function radiusOf(count: number, most: number): number {
  if (most <= 1) return LEAST_RADIUS;
  const share = Math.sqrt((count - 1) / (most - 1));
  return tenth(LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * share);
}

function Week(props: { week: BreachWeek; most: number; y: number; isNamed: boolean }) {
  const { week, most, y, isNamed } = props;
  const middle = y + ROW_HEIGHT / 2;
  return (
    <g class="week">
      {isNamed && (
        <text class="small" x={LEFT - 8} y={middle + 4} text-anchor="end">
          {longDate(week.monday).slice(4)}
        </text>
      )}
      {week.hours.map(({ hour, count }) => (
        <circle
          key={hour}
          class="overdue"
          cx={xOf(hour + 0.5)}
          cy={middle}
          r={radiusOf(count, most)}
        />
      ))}
      {week.count > 0 && (
        <text class="small" x={RIGHT + 8} y={middle + 4}>
          {countText(week.count)}
        </text>
      )}
    </g>
  );
}

/** What the sizes mean. */
function Sizes({ most, y }: { most: number; y: number }) {
  const counts = [...new Set([1, Math.ceil(most / 2), most])].filter((count) => count > 0);
  return (
    <g class="legend">
      {counts.map((count, i) => (
        <g key={count}>
          <circle class="overdue" cx={LEFT + 10 + i * 150} cy={y} r={radiusOf(count, most)} />
          <text x={LEFT + 24 + i * 150} y={y + 4}>
            {count === 1 ? "1 breach in an hour" : `${countText(count)} in an hour`}
          </text>
        </g>
      ))}
    </g>
  );
}
