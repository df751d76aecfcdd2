import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

/** The parts of the page. */
export interface PageParts {
  /** The program of the page. */
  readonly script: string;
  /** The program of its worker. */
  readonly worker: string;
  readonly style: string;
  readonly version: string;
  /** The licences of everything in it. */
  readonly notices: string;
}

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The only policy that a page from disk can have: what it may run and show, and that it sends nothing. */
export function contentPolicy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "worker-src blob:",
    "img-src data: blob:",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
}

/** The whole page as one file. The worker is packed, because it is the largest part. */
export function pageText({ script, worker, style, version, notices }: PageParts): string {
  // A script ends at the first end tag, wherever it stands; browsers turn CR LF into LF before they hash.
  const program = script
    .replaceAll("\r\n", "\n")
    .replace(/<\/(script)/gi, "<\\/$1")
    .trim();
  const looks = style.replaceAll("\r\n", "\n").trim();
  const packed = gzipSync(worker, { level: 9 }).toString("base64");
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(program, looks)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="core-hours ${version}">
<title>core-hours: check tickets against a service promise</title>
<link rel="icon" href="data:,">
<style>${looks}</style>
</head>
<body>
<div id="app"><p class="starting">Starting…</p></div>
<noscript><p>This page works out its answers in your browser, and needs JavaScript for that. Nothing is sent anywhere.</p></noscript>
<script type="text/plain" id="notices">
${notices.replace(/<\/(script)/gi, "< /$1")}
</script>
<script type="text/plain" id="desk">${packed}</script>
<script>${program}</script>
</body>
</html>
`;
}
