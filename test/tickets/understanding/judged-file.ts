import { breaches, file, type Run } from "../../cli/run-breaches";
import { DESK } from "../small-desk";

/** The verdicts on a file without a mapping, as a person writes them down: `met 75 %`. */
export interface FileVerdicts {
  readonly run: Run;
  readonly verdicts: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

let files = 0;

/** Judges a file by its columns alone, under a desk, as of Friday 5 June 2026, 13:00 in London. */
export async function judgedFile(
  content: string | Uint8Array,
  args: readonly string[] = [],
  policy: object = DESK,
): Promise<FileVerdicts> {
  files += 1;
  const run = await breaches([
    file(`export-${files}`, content),
    ...["--policy", file(`desk-${files}.json`, JSON.stringify(policy))],
    ...["--as-of", "2026-06-05T12:00Z", "--format", "json", ...args],
  ]);
  if (run.stdout === "") return { run, verdicts: {}, notes: [] };
  const { rows, notes } = JSON.parse(run.stdout);
  const verdicts: Record<string, string> = {};
  for (const { ticket, status, usedPercent, incomplete } of rows) {
    const used = Math.round(usedPercent * 100) / 100;
    verdicts[ticket] = `${status} ${used} %${incomplete ? " !" : ""}`;
  }
  return { run, verdicts, notes };
}

/**
 * What the exports of the tests tell, worked out by hand for 4 h (severity 1) and 10 h (severity 2) of
 * 09:00 to 17:00 in London:
 *
 * - A: Friday 29 May 09:00 to 11:00, severity 2: 2 h of 10.
 * - B: Monday 1 June 09:00 to 12:00, severity 1: 3 h of 4.
 * - C: Monday 16:00 to Tuesday 15:00, severity 2: 1 h and 6 h of 10.
 * - D: Thursday 09:00, open on Friday at 13:00, severity 1: 8 h and 4 h of 4.
 */
export const STORY = {
  A: "met 20 %",
  B: "met 75 %",
  C: "met 70 %",
  D: "breached 300 %",
} as const;

/** The story under the names that an export gives its tickets. */
export function story(names: Readonly<Record<keyof typeof STORY, string>>) {
  return Object.fromEntries(
    Object.entries(STORY).map(([key, verdict]) => [names[key as keyof typeof STORY], verdict]),
  );
}
