import { percentText } from "../../../../words/amounts";
import { plain } from "../../../../words/printable";
import { dueOrWhy, standsText } from "../../../model/first/words";
import { type LogReport, tenWorst, verdictName } from "../../../model/log-report";
import { NumberHead, WideTable } from "../section";

/** The ten worst verdicts, each with a link to its working. */
export function TenWorst({ report }: { report: LogReport }) {
  const ten = tenWorst(report);
  if (ten.length === 0) return null;
  const hasTargets = report.first.headlines.length > 1;
  return (
    <WideTable
      caption="The ten worst, by the share of their allowance used"
      class="ten-worst stack"
    >
      <thead>
        <tr>
          <th scope="col">Ticket</th>
          {hasTargets && <th scope="col">Target</th>}
          <th scope="col">Severity</th>
          <th scope="col">Due</th>
          <NumberHead>Used</NumberHead>
          <th scope="col">Stands</th>
        </tr>
      </thead>
      <tbody>
        {ten.map(({ row, reading }, i) => (
          <tr key={`${row.ticket} ${row.target}`}>
            <th scope="row">
              <a href={`#worst-${i + 1}`}>
                <bdi>{plain(row.ticket)}</bdi>
              </a>
            </th>
            {hasTargets && (
              <td data-label="Target">{plain(verdictName(report, { row, reading }))}</td>
            )}
            <td data-label="Severity">{row.severity === null ? "" : plain(row.severity)}</td>
            <td data-label="Due">{dueOrWhy(row)}</td>
            <td class="number" data-label="Used">
              {row.hasAllowance && `${percentText(row.usedPercent)} %`}
            </td>
            <td data-label="Stands">{standsText(row, reading)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
