import { file } from "../cli/run-breaches";

/** Names that a ticket may have through malice, or by accident. */
export const HOSTILE = [
  "<script>document.title='ran'</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "javascript:alert(1)",
  "</style></title><svg/onload=alert(1)>",
  "<!-- --><iframe src=https://example.org>",
  "&lt;b&gt;",
  "[x](javascript:alert(1))",
  "![x](https://example.org/x.png)",
  "<https://example.org> www.example.org @admin #1",
  "a | b \\| c",
  "`tick` ``ticks`` ```fence",
  '=HYPERLINK("https://example.org")',
  "# heading",
  "one\n\n## two\n```\n| x | y |\n|---|---|",
  "\u202etxt.exe",
] as const;

const MARKUP = "<img src=x onerror=alert(2)>";

/** A policy whose own words are no better. */
const POLICY = {
  id: `desk${MARKUP}`,
  calendars: {
    core: { id: "core", timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } },
  },
  targets: {
    fix: {
      title: `Fix | ${MARKUP}`,
      clause: "D-1",
      allowance: { hours: 4, calendar: "core" },
      runs: [MARKUP],
      stops: ["done"],
    },
  },
  clauses: {
    "D-1": { document: MARKUP, quotes: [`</blockquote>${MARKUP}`], reading: MARKUP },
  },
};

/** The arguments that judge hostile tickets, severities and states, from a file of a hostile name. */
export function hostileLog(): string[] {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = HOSTILE.flatMap((ticket, i) => [
    [cell(ticket), "2026-06-29T08:00Z", MARKUP, cell(HOSTILE[HOSTILE.length - 1 - i] ?? "")],
    [cell(ticket), "<script>alert(3)</script>", MARKUP, ""],
    [cell(ticket), "2026-06-29T08:00Z", "<script>alert(4)</script> | `x`", ""],
  ]);
  const lines = rows.map((cells) => cells.join(","));
  const path = file(`${MARKUP}.csv`, ["ticket,at,state,severity", ...lines, ""].join("\n"));
  const policy = file("hostile.json", JSON.stringify(POLICY));
  return [path, "--policy", policy, "--as-of", "2026-07-01T12:00Z"];
}
