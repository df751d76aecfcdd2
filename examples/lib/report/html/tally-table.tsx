import { printable } from "../../printable";
import { attainmentPercent, attainmentText, type Tally } from "../tally";
import { countText, MOST_GROUPS, moreGroupsText } from "../words";
import { Wide } from "./section";

/** One line of a table of counts. */
export interface TallyLine {
  readonly label: string;
  readonly tally: Tally;
}

const COUNTS = [
  ["Met", "met"],
  ["Breached", "breached"],
  ["At risk", "atRisk"],
  ["Running", "running"],
  ["Paused", "paused"],
  ["Pending", "pending"],
  ["Cancelled", "cancelled"],
  ["All", "all"],
] as const satisfies readonly (readonly [string, keyof Tally])[];

/** Counts and attainment, line by line, with a line for all of them at the end. */
export function TallyTable(props: {
  /** What it is a table of, beside the caption, for who comes to it without the heading. */
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
            <th scope="col" class="number">
              Attainment
            </th>
            {COUNTS.map(([title]) => (
              <th key={title} scope="col" class="number">
                {title}
              </th>
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
                {moreGroupsText(lines.length)}
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
        <span class="percent">{percent === null ? "–" : `${attainmentText(percent)} %`}</span>
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
