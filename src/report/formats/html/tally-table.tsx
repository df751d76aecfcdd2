import { countText } from "../../../words/amounts";
import { printable } from "../../../words/printable";
import { capitalised, moreGroupsText } from "../../../words/sentences";
import {
  attainedText,
  attainmentPercent,
  COUNTS,
  MOST_GROUPS,
  type Tally,
  type TallyLine,
} from "../../model/tally";
import { NumberHead, Wide } from "./section";

/** Counts and attainment, line by line, with a line for all of them at the end. */
export function TallyTable(props: {
  /** The subject of the table, for readers who reach it without the heading. */
  name: string;
  caption: string;
  head: string;
  lines: readonly TallyLine[];
  total: Tally;
}) {
  const { name, caption, head, lines, total } = props;
  return (
    <Wide label={`${name}: ${caption}`}>
      <table class="tally">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <NumberHead>Attainment</NumberHead>
            {COUNTS.map(([title]) => (
              <NumberHead key={title}>{capitalised(title)}</NumberHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, MOST_GROUPS).map(({ label, tally }) => (
            <Line key={label} label={label} tally={tally} />
          ))}
          {lines.length > MOST_GROUPS && (
            <tr>
              <td class="left-out" colSpan={COUNTS.length + 2}>
                {moreGroupsText(lines.length - MOST_GROUPS)}
              </td>
            </tr>
          )}
        </tbody>
        {lines.length > 1 && (
          <tfoot>
            <Line label="All" tally={total} />
          </tfoot>
        )}
      </table>
    </Wide>
  );
}

function Line({ label, tally }: TallyLine) {
  const percent = attainmentPercent(tally);
  return (
    <tr>
      <th scope="row">
        <bdi>{printable(label)}</bdi>
      </th>
      <td class="number">
        {percent !== null && <ShareBar percent={percent} />}
        <span class="percent">{attainedText(tally)}</span>
      </td>
      {COUNTS.map(([title, key]) => (
        <td key={title} class={tally[key] === 0 ? "number zero" : "number"}>
          {countText(tally[key])}
        </td>
      ))}
    </tr>
  );
}

/** The share met against the share breached, as one bar. */
function ShareBar({ percent }: { percent: number }) {
  return (
    <svg class="share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="breached" width="100" height="10" />
      <rect class="met" width={percent} height="10" />
    </svg>
  );
}
