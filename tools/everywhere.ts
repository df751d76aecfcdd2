import * as z from "zod";

/**
 * The places where the built package is run: odd time zones that are far apart, each with a language that is
 * written there. Neither may make a difference.
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

/** The result of `test/everywhere`: its findings, and the place that the engine reports. */
const outcome = z.object({
  passed: z.number(),
  failures: z.array(z.string()),
  timeZone: z.string(),
  locale: z.string(),
});

/** Judges an outcome: facts that do not hold are problems, and so is the wrong place. */
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

/** Prints the results of an engine's runs, and makes the process fail if anything was wrong. */
export function report(engine: string, runs: readonly Run[]): void {
  const problems = runs.flatMap((run) => run.problems);
  const facts = runs.reduce((sum, { passed }) => sum + passed, 0);
  console.log(`${problems.length === 0 ? "ok  " : "FAIL"} ${engine}: ${facts} facts hold`);
  for (const problem of problems) console.log(`     ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}
