import { min } from "d3-array";
import { scaleLinear, scalePoint } from "d3-scale";
import { countText } from "../../../../words/amounts";
import { plain } from "../../../../words/printable";
import { monthText } from "../../../../words/sentences";
import type { ChartedTrend } from "../../../model/first/charted";
import { creditText, shareText, standingText } from "../../../model/first/words";
import { BY } from "../../../model/selection";
import { attainedText, attainmentPercent, attainmentText } from "../../../model/tally";
import { NumberHead, WideTable } from "../section";
import { labelPlace } from "./label-place";

const WIDTH = 600;
const HEIGHT = 190;
const PLOT = { left: 44, right: WIDTH - 84, top: 26, bottom: HEIGHT - 40 } as const;

/** Attainment month by month, with the promised share as a line. */
export function TrendChart({ trend }: { trend: ChartedTrend }) {
  const { months, targetPercent: target } = trend;
  const points = months.flatMap(({ month, tally }) => {
    const percent = attainmentPercent(tally);
    return percent === null ? [] : [{ month, percent }];
  });
  const lowest = Math.min(min(points, ({ percent }) => percent) ?? 100, target ?? 100);
  const floor = floorUnder(lowest);
  const x = scalePoint<string>()
    .domain(months.map(({ month }) => month))
    .range([PLOT.left, PLOT.right])
    .padding(0.5);
  const y = scaleLinear().domain([floor, 100]).range([PLOT.bottom, PLOT.top]);
  const line = points.map(({ month, percent }) => `${x(month)} ${y(percent)}`).join("L");
  return (
    <svg
      class="chart trend"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMinYMid"
      role="img"
      aria-labelledby="tt td"
    >
      <title id="tt">{trendTitle(trend)}</title>
      <desc id="td">{description(trend)}</desc>
      {y.ticks(4).map((percent) => (
        <g key={percent} transform={`translate(0 ${y(percent)})`}>
          <line class={percent === floor ? "axis" : "grid"} x1={PLOT.left} x2={PLOT.right} />
          <text x={PLOT.left - 6} dy="0.32em" text-anchor="end">
            {percent} %
          </text>
        </g>
      ))}
      {target !== null && (
        <g transform={`translate(0 ${y(target)})`}>
          <line class="due" x1={PLOT.left} x2={PLOT.right} />
          <text class="due" x={PLOT.right + 6} dy="0.32em">
            target {shareText(target)}
          </text>
        </g>
      )}
      {line !== "" && <path class="trend-line" d={`M${line}`} />}
      {points.map(({ month, percent }, i) => {
        const isMissed = target !== null && percent < target;
        const at = { x: x(month) ?? 0, y: y(percent) };
        const neighbours = [points[i - 1]?.percent, points[i + 1]?.percent] as const;
        const label = labelPlace(percent, neighbours, PLOT.bottom - at.y);
        return (
          <g key={month}>
            {isMissed ? (
              <path class="missed" d={`M${at.x - 5} ${at.y - 5}l10 10m0 -10l-10 10`} />
            ) : (
              <circle class="reached" cx={at.x} cy={at.y} r="4.5" />
            )}
            <text class="count" x={at.x + label.dx} y={at.y + label.dy} text-anchor={label.anchor}>
              {attainmentText(percent)}
            </text>
          </g>
        );
      })}
      {months.map(({ month }, i) => {
        const [year, number] = month.split("-");
        return (
          <g key={month}>
            <text x={x(month)} y={PLOT.bottom + 16} text-anchor="middle">
              {monthText(month).slice(0, 3)}
            </text>
            {(i === 0 || number === "01") && (
              <text x={x(month)} y={PLOT.bottom + 31} text-anchor="middle">
                {year}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** Where the scale begins: a little under the lowest share, and at one of the ticks. */
function floorUnder(lowest: number): number {
  const tens = Math.max(0, Math.min(90, Math.floor(lowest / 10) * 10 - (lowest % 10 < 4 ? 10 : 0)));
  // From less than half on, the ticks are twenties.
  return tens < 50 ? Math.floor(tens / 20) * 20 : tens;
}

/** What the chart is of. */
export function trendTitle({ name }: ChartedTrend): string {
  return name === null ? "Attainment by month" : `Attainment by month: ${plain(name)}`;
}

/** The same as a table. */
export function TrendTable({ trend }: { trend: ChartedTrend }) {
  const { name, by, months, hasCredits, earlier } = trend;
  const of = name === null ? "" : `: ${plain(name)}`;
  return (
    <>
      <WideTable caption={`Attainment by the month in which ${BY[by]}${of}`}>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <NumberHead>Attainment</NumberHead>
            <NumberHead>Met</NumberHead>
            <NumberHead>Breached</NumberHead>
            {name !== null && <th scope="col">Verdict</th>}
            {hasCredits && <th scope="col">Credit</th>}
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, tally, promised }) => (
            <tr key={month}>
              <th scope="row">{monthText(month)}</th>
              <td class="number">{attainedText(tally)}</td>
              <td class="number">{countText(tally.met)}</td>
              <td class="number">{countText(tally.breached)}</td>
              {promised !== null && <td>{standingText(promised.standing)}</td>}
              {hasCredits && <td>{promised !== null && creditText(promised)}</td>}
            </tr>
          ))}
        </tbody>
      </WideTable>
      {earlier > 0 && <p>{countText(earlier)} earlier months are not shown.</p>}
    </>
  );
}

function description({ months, targetPercent }: ChartedTrend): string {
  const texts = months.map(({ month, tally }) => `${monthText(month)} ${attainedText(tally)}`);
  const line = targetPercent === null ? "" : ` The target is ${shareText(targetPercent)}.`;
  return `${texts.join(", ")}.${line}`;
}
