import { readFileSync } from "node:fs";
import { join } from "node:path";

const OUTPUT = join(import.meta.dirname, "../../examples/output");

/** The output of an example, or of a command without arguments; the checks of the examples keep it true. */
const outputOf = (name: string) => readFileSync(join(OUTPUT, `${name}.txt`), "utf8");

/** The questions that the services page answers, with one example for each. */
const QUESTIONS = [
  ["when-due", "When is it due?"],
  ["has-it-breached", "Has it breached?"],
  ["reminders", "When do the reminders go out?"],
  ["may-i-escalate", "May I escalate yet?"],
  ["availability", "Was last month's availability met?"],
  ["in-time-to-complain", "Am I in time to complain?"],
] as const;

/** Each question, how to ask it, and what it prints. */
export function questions(): string {
  return QUESTIONS.map(
    ([name, question]) =>
      `**${question}** \`npx tsx examples/${name}.ts\`\n\n\`\`\`text\n${outputOf(name)}\`\`\``,
  ).join("\n\n");
}

/** How many tickets of the sample the README shows. */
const SHOWN = 3;

/** The first rows of the sample's report, and its summary. */
export function sampleReport(): string {
  const lines = outputOf("breaches").trimEnd().split("\n");
  return `\`\`\`text\n${[...lines.slice(0, SHOWN + 1), "...", lines.at(-1)].join("\n")}\n\`\`\``;
}
