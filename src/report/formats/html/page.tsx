import { render } from "preact-render-to-string";
import { countText } from "../../../words/amounts";
import { plain } from "../../../words/printable";
import type { LogReport } from "../../model/log-report";
import { notes } from "../../model/notes";
import { Against } from "./against";
import { FirstPage, MOST_REMARKS } from "./first/first-page";
import { Problems } from "./problems";
import { STYLE } from "./style";
import { Summary } from "./summary";
import { Targets } from "./targets";
import { Distribution } from "./used";
import { Worst } from "./worst";

/** Everything that the page shows. */
export function Page({ report }: { report: LogReport }) {
  const { problems, problemCount } = report;
  return (
    <body>
      <FirstPage report={report}>
        <nav aria-label="Contents">
          <a href="#first-more">Severities, time, the ten worst</a>
          <a href="#summary">Summary</a>
          <a href="#targets">Severity and month</a>
          <a href="#distribution">Share used</a>
          {report.against !== null && <a href="#against">Against the tool</a>}
          <a href="#worst">Worst tickets</a>
          {problems.length > 0 && (
            <a href="#problems">Not used or in doubt: {countText(problemCount)}</a>
          )}
          <a href="#notes">Terms</a>
        </nav>
      </FirstPage>
      <main>
        <Summary report={report} />
        <Targets report={report} />
        <Distribution bins={report.distribution} />
        <Against against={report.against} />
        <Worst report={report} />
        <Problems report={report} />
      </main>
      <Notes report={report} />
    </body>
  );
}

/** Nothing runs, and nothing is fetched, whatever the page may hold. */
const CONTENT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
/** The report as a page of its own: one file without scripts that needs nothing from elsewhere. */
export function htmlText(report: LogReport): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${render(<title>{`${plain(report.first.title)}, as of ${report.asOf.text}`}</title>)}
<style>
${STYLE}</style>
</head>
${render(<Page report={report} />)}
</html>
`;
}

/** What the words of the page mean. */
export function Notes({ report }: { report: LogReport }) {
  const { remarks } = report;
  return (
    <footer>
      <h2 id="notes">Terms</h2>
      {remarks.length > MOST_REMARKS && (
        <ul class="remarks">
          {remarks.map((text) => (
            <li key={text}>
              <bdi>{plain(text)}</bdi>
            </li>
          ))}
        </ul>
      )}
      <dl class="notes">
        {notes(report).map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </footer>
  );
}
