import { render } from "preact-render-to-string";
import { countText } from "../../../words/amounts";
import { plain } from "../../../words/printable";
import { sha256Base64 } from "../../../words/sha256";
import type { LogReport } from "../../model/log-report";
import { notes } from "../../model/notes";
import { Against } from "./against";
import { Breaches } from "./breaches";
import { EVERY_SCRIPT } from "./every/script";
import { everyTicketParts } from "./every/table";
import { FirstPage } from "./first/first-page";
import { MOST_REMARKS } from "./first/most";
import { Problems } from "./problems";
import { Section } from "./section";
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
          <a href="#breaches">When breaches happened</a>
          {report.against !== null && <a href="#against">Against the tool</a>}
          <a href="#worst">Worst tickets</a>
          <a href="#every">Every ticket</a>
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
        <Breaches weeks={report.breaches} />
        <Against against={report.against} />
        <Worst report={report} />
        <Section id="every" title="Every ticket">
          <div id={EVERY_PLACE} />
        </Section>
        <Problems report={report} />
      </main>
      <Notes report={report} />
    </body>
  );
}

/** Where the table of every ticket goes; the table is too long to render like the rest. */
const EVERY_PLACE = "every-place";
const EVERY_MARK = `<div id="${EVERY_PLACE}"></div>`;

/** Only the page's script runs, and nothing is fetched, whatever the page may hold. */
function contentPolicy(html: string): string {
  // Text from a log is escaped, so each style element is one of ours.
  const styles = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, text = ""]) => text);
  const sums = [...new Set([`\n${STYLE}`, ...styles])].map(
    (text) => `'sha256-${sha256Base64(text)}'`,
  );
  return [
    "default-src 'none'",
    `style-src ${sums.join(" ")}`,
    `script-src 'sha256-${sha256Base64(EVERY_SCRIPT)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** The report as a complete page, a part at a time: one file that needs nothing from elsewhere. */
export function* htmlParts(report: LogReport): Generator<string> {
  const body = render(<Page report={report} />);
  const at = body.indexOf(EVERY_MARK);
  yield headText(report, body);
  yield body.slice(0, at);
  yield* everyTicketParts(report.every);
  yield body.slice(at + EVERY_MARK.length);
  yield "\n</html>\n";
}

function headText(report: LogReport, body: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(body)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${render(<title>{`${plain(report.first.title)}, as of ${report.asOf.text}`}</title>)}
<style>
${STYLE}</style>
</head>
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
