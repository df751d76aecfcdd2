import { render } from "preact-render-to-string";
import type { ServiceReport } from "../service-report";
import { Page } from "./page";
import { STYLE } from "./style";

/** Nothing runs, and nothing is fetched, whatever the page may hold. */
const CONTENT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The report as a page of its own: one file without scripts that needs nothing from elsewhere. */
export function htmlText(report: ServiceReport): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${render(<title>{`Service levels of ${report.source}, as of ${report.asOf.text}`}</title>)}
<style>
${STYLE}</style>
</head>
${render(<Page report={report} />)}
</html>
`;
}
