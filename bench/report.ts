import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { markdownTable } from "markdown-table";
import type { Ratio } from "./measure";

/** The results of one group of questions. */
export interface Section {
  readonly title: string;
  readonly text?: readonly string[];
  readonly tables?: readonly Table[];
  readonly goals: readonly Goal[];
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A goal of the library. The report says whether it is met; nothing fails if it is missed. */
export interface Goal {
  readonly what: string;
  readonly goal: string;
  readonly measured: string;
  readonly isMet: boolean;
}

/** The goals of all sections in one table. */
export function goalTable(sections: readonly Section[]): Table {
  const goals = sections.flatMap((section) => section.goals);
  return {
    head: ["what", "goal", "measured", ""],
    rows: goals.map(({ what, goal, measured, isMet }) => [
      what,
      goal,
      measured,
      isMet ? "met" : "**missed**",
    ]),
  };
}

/** A section as Markdown. */
export function markdownOf({ title, text = [], tables = [] }: Section): string {
  return [`## ${title}`, ...text, ...tables.map(tableText)].join("\n\n");
}

/** A table as Markdown, aligned for people who read the source. */
export function tableText({ head, rows }: Table): string {
  return markdownTable([head, ...rows]);
}

/** The machine that it ran on, and when. */
export function machine(): string {
  const [first] = cpus();
  const date = new Date().toISOString().slice(0, 10);
  return `${first?.model.trim() ?? "unknown"}, ${cpus().length} cores; Node.js ${process.version} on ${process.platform}; ${date}.`;
}

/** Writes the results into the file to which the README links. */
export function writeResults(text: string): string {
  const file = join(import.meta.dirname, "RESULTS.md");
  writeFileSync(file, text);
  return file;
}

/** Nanoseconds in a suitable unit. */
export function duration(ns: number): string {
  if (ns < 1e3) return `${ns.toFixed(1)} ns`;
  if (ns < 1e6) return `${(ns / 1e3).toFixed(1)} µs`;
  return `${(ns / 1e6).toFixed(2)} ms`;
}

/** A ratio, with its spread over the rounds. */
export function times({ times, least, most }: Ratio): string {
  const figure = (value: number) =>
    value >= 100 ? Math.round(value).toLocaleString("en-GB") : value.toFixed(2);
  return `${figure(times)} × (${figure(least)} to ${figure(most)})`;
}
