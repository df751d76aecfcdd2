import * as z from "zod";

/**
 * Where the built package is run: time zones of a process that are far apart and odd, each with a
 * language that is written there. Neither may make a difference.
 */
export const PLACES = [
  { timeZone: "UTC", language: "en-US" },
  { timeZone: "Europe/London", language: "en-GB" },
  { timeZone: "America/Sao_Paulo", language: "pt-BR" },
  { timeZone: "Pacific/Apia", language: "sm-WS" },
  { timeZone: "Asia/Tehran", language: "fa-IR" },
] as const;

export type Place = (typeof PLACES)[number];

/** One run of the checks: how many facts held, and what was wrong. */
export interface Run {
  readonly passed: number;
  readonly problems: readonly string[];
}

/** What `test/everywhere` gives back: its findings, and where the engine says that it is. */
const outcome = z.object({
  passed: z.number(),
  failures: z.array(z.string()),
  timeZone: z.string(),
  locale: z.string(),
});

/** Judges an outcome: facts that do not hold are problems, and so is a place that is not the one meant. */
export function judge(given: unknown, place: Place): Run {
  const { passed, failures, timeZone, locale } = outcome.parse(given);
  const problems = [
    ...failures,
    ...(passed + failures.length > 0 ? [] : ["no fact was checked"]),
    ...(timeZone === place.timeZone ? [] : [`the engine is in ${timeZone}`]),
    ...(locale === place.language ? [] : [`the engine's language is ${locale}`]),
  ];
  return { passed, problems: problems.map((problem) => `${place.timeZone}: ${problem}`) };
}

/** Prints what became of an engine's runs, and has the process fail where anything was wrong. */
export function report(engine: string, runs: readonly Run[]): void {
  const problems = runs.flatMap((run) => run.problems);
  const facts = runs.reduce((sum, { passed }) => sum + passed, 0);
  console.log(`${problems.length === 0 ? "ok  " : "FAIL"} ${engine}: ${facts} facts hold`);
  for (const problem of problems) console.log(`     ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}
