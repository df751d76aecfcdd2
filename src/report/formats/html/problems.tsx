import { countText } from "../../../words/amounts";
import { printable } from "../../../words/printable";
import type { ServiceReport } from "../../model/service-report";
import { MOST_PROBLEMS } from "../../model/tally";
import { Section, Wide } from "./section";

/** What of the log could not be used, where there is any. */
export function Problems({ report: { problems, source } }: { report: ServiceReport }) {
  if (problems.length === 0) return null;
  const unseen = problems.length - MOST_PROBLEMS;
  const caption = `What could not be used of ${source}`;
  return (
    <Section id="problems" title="Rows and tickets not used">
      <p>The rest of the log was judged without them.</p>
      <Wide label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col" class="number">
                Line
              </th>
              <th scope="col">Where</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, MOST_PROBLEMS).map((problem) => (
              <tr key={`${problem.line} ${problem.column} ${problem.ticket}`}>
                <td class="number">{countText(problem.line)}</td>
                <td>
                  <bdi>{whereText(problem)}</bdi>
                </td>
                <td>
                  <bdi>{printable(problem.reason)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {unseen > 0 && <p>And {countText(unseen)} more; --format json lists them all.</p>}
    </Section>
  );
}

function whereText({ ticket, column }: ServiceReport["problems"][number]): string {
  if (ticket !== undefined) return `ticket ${printable(ticket)}`;
  return column === undefined ? "the row" : `column ${printable(column)}`;
}
