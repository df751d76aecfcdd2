import { counted, countText } from "../../../../words/amounts";
import { plain } from "../../../../words/printable";
import { chartedTrend } from "../../../model/first/charted";
import type { LogReport } from "../../../model/log-report";
import { TrendChart, TrendTable, trendTitle } from "../charts/trend-chart";
import { Wide } from "../section";
import { firstFit, secondFit } from "./fit";
import { Headlines } from "./headlines";
import { Made } from "./made";
import { MOST_REMARKS, MOST_SEVERITIES } from "./most";
import { Promised, PromisedByMonth } from "./promised";
import { SeverityByMonth } from "./severity-by-month";
import { TenWorst } from "./ten-worst";
import { TimeSpent } from "./time-spent";

/** What a director reads: two printed pages, each of them a sheet. */
export function FirstPage({
  report,
  children,
}: {
  report: LogReport;
  children: preact.ComponentChildren;
}) {
  const { first, warning, summary, asOf, timeZones, remarks } = report;
  const { title, supplier, services, period, trend, promised } = first;
  const charted = chartedTrend(first, report.by);
  return (
    <>
      <header class={`sheet ${firstFit(report)}`}>
        <h1>
          <bdi>{plain(title)}</bdi>
        </h1>
        <p class="of">
          {supplier !== null && (
            <>
              <bdi>{plain(supplier)}</bdi> ·{" "}
            </>
          )}
          <bdi>{services.map(plain).join(", ")}</bdi> · <strong>{period}</strong> · as of{" "}
          <time dateTime={asOf.iso}>{asOf.text}</time>
        </p>
        {warning !== null && <p class="warning">{warning}</p>}
        {promised.length > 0 && <Promised promised={promised} />}
        <Headlines report={report} />
        {charted.months.length > 0 && (
          <figure>
            <figcaption>
              <h2 class="small">
                <bdi>{trendTitle(charted)}</bdi>
              </h2>
            </figcaption>
            <TrendChart trend={charted} />
            <details class="numbers">
              <summary>The numbers of the chart</summary>
              <TrendTable trend={charted} />
            </details>
          </figure>
        )}
        <p class="counts">
          {counted(summary.tickets, "ticket")} from {counted(summary.rows, "row")}, with{" "}
          {counted(summary.verdicts, "verdict")}, judged as of {asOf.text}
          {timeZones.length > 0 && `. Times are those of ${timeZones.join(", ")}`}.
        </p>
        {remarks.length > 0 && (
          <ul class="remarks">
            {remarks.slice(0, MOST_REMARKS).map((text) => (
              <li key={text}>
                <bdi>{plain(text)}</bdi>
              </li>
            ))}
            {remarks.length > MOST_REMARKS && (
              <li>
                <a href="#notes">and {remarks.length - MOST_REMARKS} more, under Terms</a>
              </li>
            )}
          </ul>
        )}
        <Made made={first.made} />
        {children}
      </header>
      <section class={`sheet ${secondFit(report)}`} aria-labelledby="first-more">
        <h2 id="first-more">Where it was won and lost</h2>
        {promised.length > 0 && <PromisedByMonth promised={promised} />}
        {trend.matrix.length > 0 && (
          <Wide label="Attainment by severity and month">
            <SeverityByMonth trend={trend} />
          </Wide>
        )}
        {trend.matrix.length > MOST_SEVERITIES && (
          <p class="further">
            {countText(trend.matrix.length - MOST_SEVERITIES)} more, and what was decided before
            these months, in <a href="#targets">the tables below</a>.
          </p>
        )}
        <TimeSpent report={report} />
        <TenWorst report={report} />
      </section>
    </>
  );
}
