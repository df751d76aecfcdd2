import { printable } from "../../words/printable";

/** A row or a ticket that could not be used. The rest of the file still is. */
export interface Problem {
  /** The line of the file, counted from 1. */
  readonly line: number;
  /** The column at fault, as the file names it. */
  readonly column?: string;
  /** The ticket, where the whole ticket is at fault rather than one row. */
  readonly ticket?: string;
  readonly reason: string;
}

/** A problem on one line, as compilers print them: `tickets.csv:12: column "at": ...`. */
export function describeProblem(file: string, problem: Problem): string {
  const where = [`${file}:${problem.line}`];
  if (problem.ticket !== undefined) where.push(`ticket ${problem.ticket}`);
  if (problem.column !== undefined) where.push(`column "${problem.column}"`);
  return printable(`${where.join(": ")}: ${problem.reason}`);
}

/** The first problems of a file, in the order of its lines, and how many more there are. */
export function describeProblems(file: string, problems: readonly Problem[], most = 20): string[] {
  const inOrder = [...problems].sort((a, b) => a.line - b.line);
  const lines = inOrder.slice(0, most).map((problem) => describeProblem(file, problem));
  const unseen = problems.length - most;
  return unseen > 0 ? [...lines, `... and ${unseen} more; --format json lists them all`] : lines;
}

/** What the command was given cannot be used at all: nothing is worked out, and the exit code is 2. */
export class InputError extends Error {
  override readonly name = "InputError";
}
