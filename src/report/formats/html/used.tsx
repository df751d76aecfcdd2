import { sum } from "d3-array";
import { Drawings } from "../../../picture/parts/drawings";
import { countText } from "../../../words/amounts";
import { binText } from "../../../words/sentences";
import type { UsedBin } from "../../model/distribution";
import { Chart } from "./charts/used-chart";
import { NumberHead, Section, WideTable } from "./section";

/** How wide the chart is on a wide screen, in pixels. */
const WIDE_CHART = 832;

/** How much of their allowance tickets have used: the chart, and its numbers. */
export function Distribution({ bins }: { bins: readonly UsedBin[] }) {
  return (
    <Section id="distribution" title="Share of the allowance used">
      {bins.length === 0 ? (
        <p>No clock has started yet.</p>
      ) : (
        <>
          <figure>
            <figcaption>
              <ul class="legend">
                <li class="met">met</li>
                <li class="open">running or paused</li>
                <li class="breached">breached</li>
              </ul>
            </figcaption>
            <Drawings
              label="The chart of the share of the allowance used"
              id="used"
              wide={WIDE_CHART}
              draw={(drawing) => <Chart {...drawing} bins={bins} />}
            />
          </figure>
          <details>
            <summary>The numbers of the chart</summary>
            <Numbers bins={bins} />
          </details>
        </>
      )}
    </Section>
  );
}

const COLUMNS = [
  ["Met", ({ met }: UsedBin) => met],
  ["Running or paused", ({ open }: UsedBin) => open],
  ["Breached", ({ breached }: UsedBin) => breached],
  ["All", ({ met, open, breached }: UsedBin) => met + open + breached],
] as const;

function Numbers({ bins }: { bins: readonly UsedBin[] }) {
  return (
    <WideTable caption="Tickets by the share of their allowance used">
      <thead>
        <tr>
          <th scope="col">Used</th>
          {COLUMNS.map(([title]) => (
            <NumberHead key={title}>{title}</NumberHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {bins.map((bin) => (
          <tr key={bin.from}>
            <th scope="row">{binText(bin)}</th>
            {COLUMNS.map(([title, count]) => (
              <td key={title} class={count(bin) === 0 ? "number zero" : "number"}>
                {countText(count(bin))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">All</th>
          {COLUMNS.map(([title, count]) => (
            <td key={title} class="number">
              {countText(sum(bins, count))}
            </td>
          ))}
        </tr>
      </tfoot>
    </WideTable>
  );
}
