import { readFileSync, writeFileSync } from "node:fs";
import type { PartName } from "./parts";
import { REASONS, reasonOf, reasonsOf } from "./reasons";
import { percentSeen, type Score, type Survivor, together } from "./score";

/** The score of a part. */
export interface PartScore extends Score {
  readonly name: PartName;
}

interface ExplainedSurvivor extends Survivor {
  readonly because: keyof typeof REASONS;
  readonly note?: string | undefined;
}

const PAGE = "docs/mutation.md";
/** What stands below it is written by `--report`. */
const MARK = "<!-- What follows is written by `npm run mutation -- --report`. -->";

/** Writes the scores, and each survivor with its reason, at the end of the page. */
export function writeReport(parts: readonly PartScore[]): void {
  const page = readFileSync(PAGE, "utf8");
  const [head = ""] = page.split(MARK);
  const survivors = parts.flatMap(({ name, survivors }) => explained(name, survivors));
  const sections = Object.entries(REASONS).flatMap(([because, { title, says }]) => {
    const own = survivors.filter((each) => each.because === because);
    return own.length === 0 ? [] : [`### ${title}: ${own.length}`, says, filesOf(own)];
  });
  const text = [MARK, "## Scores", table(parts), "## Survivors", ...sections].join("\n\n");
  writeFileSync(PAGE, `${head}${text}\n`);
}

function explained(part: PartName, survivors: readonly Survivor[]): ExplainedSurvivor[] {
  const reasons = reasonsOf(part);
  return survivors.map((survivor) => {
    const { because = "not-looked-at", note } = reasonOf(survivor, reasons) ?? {};
    return { ...survivor, because, note };
  });
}

function table(parts: readonly PartScore[]): string {
  const rows = [...parts, { name: "in all", ...together(parts) }].map(
    (part) =>
      `| ${part.name} | ${part.seen} | ${part.seen + part.survivors.length} | ${percentSeen(part).toFixed(1)} |`,
  );
  return ["| part | seen | of mutants | % |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

/** A line for each file, and one below it for each of its changes. */
function filesOf(survivors: readonly ExplainedSurvivor[]): string {
  return [...new Set(survivors.map(({ file }) => file))]
    .map((name) => {
      const own = survivors.filter(({ file }) => file === name);
      return [`- \`${name}\``, ...own.map((each) => `  - ${changeOf(each)}`)].join("\n");
    })
    .join("\n");
}

function changeOf({ line, code, becomes, note }: ExplainedSurvivor): string {
  const place = line === undefined ? "" : `${line}: `;
  const words = note === undefined ? "" : `: ${note}`;
  return `${place}\`\` ${short(code)} \`\` → \`\` ${short(becomes)} \`\`${words}`;
}

/** The start of code that is long. */
function short(code: string): string {
  return code.length <= 80 ? code : `${code.slice(0, 79)}…`;
}
