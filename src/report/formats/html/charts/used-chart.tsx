import { greatest, max, sum } from "d3-array";
import { type ScaleBand, type ScaleLinear, scaleBand, scaleLinear } from "d3-scale";
import { counted, countText } from "../../../../words/amounts";
import { binText } from "../../../../words/sentences";
import type { UsedBin } from "../../../model/distribution";

const HEIGHT = 280;
/** Over the plot stand the counts of the highest columns, and over them the name of the line at 100 %. */
const PLOT = { left: 56, top: 44, bottom: HEIGHT - 40 } as const;
/** How much room the name of the last column takes, with the half of another beside it. */
const LAST_NAME_PX = 80;
/** The least width of a column that has its count in full over it. */
const LEAST_FULL_PX = 36;
const STACK = ["met", "open", "breached"] as const;

const totalOf = ({ met, open, breached }: UsedBin) => met + open + breached;

/** A column for each step of the used share, met below, breached on top, and a line at 100 %. */
export function Chart(props: { bins: readonly UsedBin[]; id: string; width: number }) {
  const { bins, id, width } = props;
  const right = width - 8;
  const x = scaleBand<number>()
    .domain(bins.map(({ from }) => from))
    .range([PLOT.left, right])
    .paddingInner(0.16)
    .paddingOuter(0.08);
  const y = scaleLinear()
    .domain([0, max(bins, totalOf) ?? 1])
    .nice(4)
    .range([PLOT.bottom, PLOT.top]);
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>Tickets by the share of their allowance used</title>
      <desc id={`${id}-desc`}>{description(bins)}</desc>
      <defs>
        <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path class="hatch" d="M-1 1L1 -1M0 6L6 0M5 7L7 5" />
        </pattern>
      </defs>
      <CountAxis y={y} right={right} />
      {bins.map((bin) => (
        <Column key={bin.from} bin={bin} x={x} y={y} id={id} />
      ))}
      <ShareAxis bins={bins} x={x} right={right} />
    </svg>
  );
}

function CountAxis({ y, right }: { y: ScaleLinear<number, number>; right: number }) {
  return (
    <g>
      {y
        .ticks(4)
        .filter(Number.isInteger)
        .map((count) => (
          <g key={count} transform={`translate(0 ${y(count)})`}>
            <line class={count === 0 ? "axis" : "grid"} x1={PLOT.left} x2={right} />
            <text x={PLOT.left - 6} dy="0.32em" text-anchor="end">
              {countText(count)}
            </text>
          </g>
        ))}
    </g>
  );
}

interface ColumnProps {
  readonly bin: UsedBin;
  readonly x: ScaleBand<number>;
  readonly y: ScaleLinear<number, number>;
  readonly id: string;
}

function Column({ bin, x, y, id }: ColumnProps) {
  const total = totalOf(bin);
  if (total === 0) return null;
  const width = x.bandwidth();
  return (
    <g transform={`translate(${x(bin.from)} 0)`}>
      {STACK.map((kind, i) => {
        const below = sum(STACK.slice(0, i), (each) => bin[each]);
        const top = y(below + bin[kind]);
        const box = { y: top, width, height: y(below) - top };
        return (
          <g key={kind}>
            <rect class={kind} {...box} />
            {kind === "breached" && <rect fill={`url(#${id}-hatch)`} {...box} />}
          </g>
        );
      })}
      <text class="count" x={width / 2} y={y(total) - 4} text-anchor="middle">
        {x.step() < LEAST_FULL_PX ? shortCount(total) : countText(total)}
      </text>
    </g>
  );
}

/** A count in at most four characters, for a narrow column: `812`, `1.6k`, `12k`. The table has all digits. */
function shortCount(n: number): string {
  if (n < 1000) return `${n}`;
  const [size, letter] = n < 999_500 ? [1000, "k"] : [1_000_000, "m"];
  const share = n / size;
  return `${share < 9.95 ? share.toFixed(1) : Math.round(share)}${letter}`;
}

interface ShareAxisProps {
  readonly bins: readonly UsedBin[];
  readonly x: ScaleBand<number>;
  readonly right: number;
}

function ShareAxis({ bins, x, right }: ShareAxisProps) {
  const gap = (x.step() - x.bandwidth()) / 2;
  const startOf = (from: number) => (x(from) ?? right) - gap;
  const last = bins.at(-1);
  const isOpenEnded = last?.to === Number.POSITIVE_INFINITY;
  const edges = bins.map(({ from }) => from).filter((from) => from % 20 === 0);
  const dueX = startOf(100);
  return (
    <g transform={`translate(0 ${PLOT.bottom})`}>
      {edges
        .filter((edge) => !isOpenEnded || startOf(edge) < right - LAST_NAME_PX)
        .map((edge) => (
          <text key={edge} x={startOf(edge)} y="16" text-anchor="middle">
            {edge}
          </text>
        ))}
      <text x={right} y="16" text-anchor="end">
        {isOpenEnded ? binText(last) : last?.to}
      </text>
      <line class="due" x1={dueX} x2={dueX} y1={6 - PLOT.bottom} y2="0" />
      <text class="due" x={dueX - 6} y={15 - PLOT.bottom} text-anchor="end">
        100 % used
      </text>
      <text x={(PLOT.left + right) / 2} y="34" text-anchor="middle">
        % of the allowance used
      </text>
    </g>
  );
}

/** What the chart shows, for readers who cannot see it. */
function description(bins: readonly UsedBin[]): string {
  const inTime = sum(
    bins.filter(({ to }) => to <= 100),
    totalOf,
  );
  const most = greatest(bins, totalOf);
  const commonest = most ? ` Most of all, ${countText(totalOf(most))}, used ${binText(most)}.` : "";
  return `Of ${counted(sum(bins, totalOf), "ticket")}, ${countText(inTime)} used 100 % or less.${commonest} The numbers are in the table below.`;
}
