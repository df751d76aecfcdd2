import { readFileSync } from "node:fs";
import { join } from "node:path";

const OUTPUT = join(import.meta.dirname, "../examples/output");

/** The questions that the README answers, each by one example. */
const QUESTIONS = [
  ["when-due", "When is it due?"],
  ["has-it-breached", "Has it breached?"],
  ["reminders", "When do the reminders go out?"],
  ["may-i-escalate", "May I escalate yet?"],
  ["availability", "Was last month's availability met?"],
  ["in-time-to-complain", "Am I in time to complain?"],
] as const;

/** What each example prints, as the README shows it. */
export function readmeExamples(): string {
  return QUESTIONS.map(
    ([name, question]) =>
      `**${question}** \`npx tsx examples/${name}.ts\`\n\n\`\`\`text\n${readFileSync(join(OUTPUT, `${name}.txt`), "utf8")}\`\`\`\n`,
  ).join("\n");
}
