import { countText } from "../../../words/amounts";
import { printable } from "../../../words/printable";
import type { LogReport } from "../../model/log-report";
import { MOST_PROBLEMS } from "../../model/tally";
import { NumberHead, Section, WideTable } from "./section";

/** What in the log could not be used or is in doubt, if anything. */
export function Problems({ report }: { report: LogReport }) {
  const { problems, problemCount, source } = report;
  if (problems.length === 0) return null;
  const shown = problems.slice(0, MOST_PROBLEMS);
  const unseen = problemCount - shown.reduce((sum, { more }) => sum + 1 + more, 0);
  return (
    <Section id="problems" title="Rows and tickets not used, or in doubt">
      <p>The rest of the log was judged as it is.</p>
      <WideTable caption={`What could not be used of ${source}, or is in doubt`}>
        <thead>
          <tr>
            <NumberHead>Line</NumberHead>
            <th scope="col">Where</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((problem) => (
            <tr key={`${problem.line} ${problem.column} ${problem.ticket}`}>
              <td class="number">{countText(problem.line)}</td>
              <td>
                <bdi>{whereText(problem)}</bdi>
              </td>
              <td>
                <bdi>{printable(problem.reason)}</bdi>
                {problem.more > 0 && ` (and ${countText(problem.more)} more of this kind)`}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {unseen > 0 && <p>And {countText(unseen)} more.</p>}
    </Section>
  );
}

function whereText({ ticket, column }: LogReport["problems"][number]): string {
  if (ticket !== undefined) return `ticket ${printable(ticket)}`;
  return column === undefined ? "the row" : `column ${printable(column)}`;
}
