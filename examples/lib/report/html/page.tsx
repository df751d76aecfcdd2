import type { ServiceReport } from "../service-report";
import { counted, countText } from "../words";
import { Distribution } from "./distribution";
import { Notes } from "./notes";
import { Problems } from "./problems";
import { Summary } from "./summary";
import { Targets } from "./targets";
import { Worst } from "./worst";

/** Everything that the page shows. */
export function Page({ report }: { report: ServiceReport }) {
  const { source, asOf, summary, timeZones, problems } = report;
  return (
    <body>
      <header>
        <h1>
          Service levels of <bdi>{source}</bdi>
        </h1>
        <p>
          {counted(summary.tickets, "ticket")} from {counted(summary.rows, "row")}, judged as of{" "}
          <time dateTime={asOf.iso}>{asOf.text}</time>
          {timeZones.length > 0 && `. Times are those of ${timeZones.join(", ")}`}.
        </p>
        <nav aria-label="Contents">
          <a href="#summary">Summary</a>
          <a href="#targets">Severity and month</a>
          <a href="#distribution">Share used</a>
          <a href="#worst">Worst tickets</a>
          {problems.length > 0 && <a href="#problems">Not used: {countText(problems.length)}</a>}
          <a href="#notes">Terms</a>
        </nav>
      </header>
      <main>
        <Summary report={report} />
        <Targets report={report} />
        <Distribution bins={report.distribution} />
        <Worst report={report} />
        <Problems report={report} />
      </main>
      <Notes report={report} />
    </body>
  );
}
