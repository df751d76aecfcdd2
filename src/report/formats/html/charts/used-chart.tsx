import { greatest, max, sum } from "d3-array";
import { type ScaleBand, type ScaleLinear, scaleBand, scaleLinear } from "d3-scale";
import { counted, countText } from "../../../../words/amounts";
import { binText } from "../../../../words/sentences";
import type { UsedBin } from "../../../model/distribution";

const WIDTH = 720;
const HEIGHT = 280;
const PLOT = { left: 56, right: WIDTH - 8, top: 34, bottom: HEIGHT - 40 } as const;
const STACK = ["met", "open", "breached"] as const;

const totalOf = ({ met, open, breached }: UsedBin) => met + open + breached;

/** A column for each step of the used share, met below, breached on top, and a line at 100 %. */
export function Chart({ bins }: { bins: readonly UsedBin[] }) {
  const x = scaleBand<number>()
    .domain(bins.map(({ from }) => from))
    .range([PLOT.left, PLOT.right])
    .paddingInner(0.16)
    .paddingOuter(0.08);
  const y = scaleLinear()
    .domain([0, max(bins, totalOf) ?? 1])
    .nice(4)
    .range([PLOT.bottom, PLOT.top]);
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="ct cd">
      <title id="ct">Tickets by the share of their allowance used</title>
      <desc id="cd">{description(bins)}</desc>
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse">
          <path class="hatch" d="M-1 1L1 -1M0 6L6 0M5 7L7 5" />
        </pattern>
      </defs>
      <CountAxis y={y} />
      {bins.map((bin) => (
        <Column key={bin.from} bin={bin} x={x} y={y} />
      ))}
      <ShareAxis bins={bins} x={x} />
    </svg>
  );
}

function CountAxis({ y }: { y: ScaleLinear<number, number> }) {
  return (
    <g>
      {y
        .ticks(4)
        .filter(Number.isInteger)
        .map((count) => (
          <g key={count} transform={`translate(0 ${y(count)})`}>
            <line class={count === 0 ? "axis" : "grid"} x1={PLOT.left} x2={PLOT.right} />
            <text x={PLOT.left - 6} dy="0.32em" text-anchor="end">
              {countText(count)}
            </text>
          </g>
        ))}
    </g>
  );
}

function Column(props: { bin: UsedBin; x: ScaleBand<number>; y: ScaleLinear<number, number> }) {
  const { bin, x, y } = props;
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
            {kind === "breached" && <rect fill="url(#hatch)" {...box} />}
          </g>
        );
      })}
      <text class="count" x={width / 2} y={y(total) - 4} text-anchor="middle">
        {countText(total)}
      </text>
    </g>
  );
}

function ShareAxis({ bins, x }: { bins: readonly UsedBin[]; x: ScaleBand<number> }) {
  const gap = (x.step() - x.bandwidth()) / 2;
  const startOf = (from: number) => (x(from) ?? PLOT.right) - gap;
  const last = bins.at(-1);
  const isOpenEnded = last?.to === Number.POSITIVE_INFINITY;
  const edges = bins.map(({ from }) => from).filter((from) => from % 20 === 0);
  const dueX = startOf(100);
  return (
    <g transform={`translate(0 ${PLOT.bottom})`}>
      {edges
        .filter((edge) => !isOpenEnded || edge < last.from)
        .map((edge) => (
          <text key={edge} x={startOf(edge)} y="16" text-anchor="middle">
            {edge}
          </text>
        ))}
      <text x={PLOT.right} y="16" text-anchor="end">
        {isOpenEnded ? binText(last) : last?.to}
      </text>
      <line class="due" x1={dueX} x2={dueX} y1={PLOT.top - PLOT.bottom - 14} y2="0" />
      <text class="due" x={dueX - 6} y={PLOT.top - PLOT.bottom - 8} text-anchor="end">
        100 % used
      </text>
      <text x={(PLOT.left + PLOT.right) / 2} y="34" text-anchor="middle">
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
