import { countText } from "../../../../words/amounts";
import { plain } from "../../../../words/printable";
import { monthText } from "../../../../words/sentences";
import type { Trend } from "../../../model/first/matrix";
import { attainedText, type Tally } from "../../../model/tally";
import { NumberHead } from "../section";
import { MOST_SEVERITIES } from "./most";

/** Attainment by severity and month, with how many were decided. */
export function SeverityByMonth({ trend: { months, matrix } }: { trend: Trend }) {
  return (
    <table class="matrix stack">
      <caption>Attainment by severity and month, and how many were decided</caption>
      <thead>
        <tr>
          <th scope="col">Severity</th>
          {months.map(({ month }) => (
            <NumberHead key={month}>{monthText(month)}</NumberHead>
          ))}
          <NumberHead>All</NumberHead>
        </tr>
      </thead>
      <tbody>
        {matrix.slice(0, MOST_SEVERITIES).map(({ label, cells, total }) => (
          <tr key={label}>
            <th scope="row">
              <bdi>{plain(label)}</bdi>
            </th>
            {cells.map((tally, i) => (
              <Cell
                key={months[i]?.month ?? ""}
                head={monthText(months[i]?.month ?? "")}
                tally={tally}
              />
            ))}
            <Cell head="All" tally={total} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ head, tally }: { head: string; tally: Tally }) {
  const decided = tally.met + tally.breached;
  return (
    <td class={decided === 0 ? "number zero" : "number"} data-label={head}>
      {attainedText(tally)}
      {decided > 0 && <span class="of-how-many"> of {countText(decided)}</span>}
    </td>
  );
}
