import { counted } from "../../words/amounts";
import { printable } from "../../words/printable";

/** What can be wrong with a log, and what it means for the report. */
export const PROBLEM_KINDS = {
  /** A row that cannot be taken apart, or does not have the cells of the header. */
  "not-a-row": "row",
  /** A quoted cell that holds what looks like rows of their own. */
  "row-in-a-cell": "row",
  "no-ticket": "row",
  "no-policy": "row",
  "another-policy": "row",
  "no-instant": "row",
  "unknown-state": "row",
  "unknown-severity": "row",
  "no-change": "row",
  /** Something happened to a ticket, and the file does not say when. */
  "unknown-when": "row",
  /** A row whose ticket ends before it is opened. */
  "ends-before-its-opening": "row",
  /** A second row of a ticket in a file with one row for each. */
  "second-row": "row",
  "bad-length": "row",
  /** The file breaks off. */
  "cut-short": "row",
  /** A ticket that the library refuses to judge. */
  "not-judged": "ticket",
  /** What a person would ask about, though a verdict can be worked out. */
  "spelled-alike": "doubt",
  "ends-before-it-starts": "doubt",
  "starts-in-the-middle": "doubt",
  /** A change of a field that does not go on from the one before it. */
  "change-missing": "doubt",
  /** An instant of a row that lies before one that it comes after. */
  "out-of-order": "doubt",
  /** A name that a spreadsheet has made of a number, and may be that of several tickets. */
  "shortened-name": "doubt",
  "gap-between-stays": "doubt",
  "impossible-date": "doubt",
  /** A ticket that changes from one policy to another. */
  "policy-changed": "doubt",
  "reopened-late": "doubt",
  /** A row for a ticket that was re-opened does not say when it had stopped before. */
  "reopened-unseen": "doubt",
  "paused-since-unknown": "doubt",
  "paused-beyond-its-life": "doubt",
  "hold-may-decide": "doubt",
} as const satisfies Readonly<Record<string, "row" | "ticket" | "doubt">>;

export type ProblemKind = keyof typeof PROBLEM_KINDS;

/** A row or a ticket that could not be used or is in doubt. The rest of the file still counts. */
export interface Problem {
  readonly kind: ProblemKind;
  /** The line of the file, counted from 1. */
  readonly line: number;
  /** The column at fault, as the file names it. */
  readonly column?: string;
  /** The ticket, if it is the ticket that is at fault rather than one row. */
  readonly ticket?: string;
  readonly reason: string;
}

/** Problems of one kind in one column. */
export interface ProblemGroup {
  readonly kind: ProblemKind;
  readonly column: string | undefined;
  readonly count: number;
  /** The first of them, in the order in which they were found. */
  readonly first: readonly Problem[];
}

/** How many problems of a kind are kept; the rest is counted. */
export const MOST_KEPT = 1000;

/** The problems of a file, counted by kind: however many there are, they take no more room. */
export class Problems {
  readonly #groups = new Map<string, { kind: ProblemKind; first: Problem[]; count: number }>();
  #count = 0;

  /** How many there are. */
  get count(): number {
    return this.#count;
  }

  add(problem: Problem): void {
    const { kind, column } = problem;
    const key = `${kind} ${column ?? ""}`;
    let group = this.#groups.get(key);
    if (!group) {
      group = { kind, first: [], count: 0 };
      this.#groups.set(key, group);
    }
    group.count += 1;
    this.#count += 1;
    if (group.first.length < MOST_KEPT) group.first.push(problem);
  }

  /** Each kind with its number, in the order in which they first occurred. */
  groups(): ProblemGroup[] {
    return [...this.#groups.values()].map(({ kind, first, count }) => ({
      kind,
      column: first[0]?.column,
      count,
      first,
    }));
  }

  /** Those that are kept, in the order of their lines. */
  kept(): Problem[] {
    return this.groups()
      .flatMap(({ first }) => first)
      .sort((a, b) => a.line - b.line);
  }

  /** How many problems do one kind of harm. */
  countOf(harm: (typeof PROBLEM_KINDS)[ProblemKind]): number {
    return this.groups()
      .filter(({ kind }) => PROBLEM_KINDS[kind] === harm)
      .reduce((sum, { count }) => sum + count, 0);
  }
}

/** A problem on one line, as compilers print them: `tickets.csv:12: column "at": ...`. */
export function describeProblem(file: string, problem: Omit<Problem, "kind">): string {
  const where = [`${file}:${problem.line}`];
  if (problem.ticket !== undefined) where.push(`ticket ${problem.ticket}`);
  if (problem.column !== undefined) where.push(`column "${problem.column}"`);
  return printable(`${where.join(": ")}: ${problem.reason}`);
}

/** The most problems that are listed one by one; more are told by kind. */
export const MOST_LISTED = 20;

/**
 * The problems of a file, in the order of its lines: each of them if they are few, and otherwise the
 * first of each kind and how many more there are like it.
 */
export function describeProblems(file: string, problems: Problems): string[] {
  if (problems.count <= MOST_LISTED) {
    return problems.kept().map((problem) => describeProblem(file, problem));
  }
  return firstOfEach(problems).map(({ problem, more }) => {
    const like = more === 0 ? "" : ` (and ${counted(more, "more", "more")} of this kind)`;
    return `${describeProblem(file, problem)}${like}`;
  });
}

/** The first problem of each kind, in the order of their lines, and how many more there are of it. */
export function firstOfEach(problems: Problems): { problem: Problem; more: number }[] {
  return problems
    .groups()
    .flatMap(({ first: [problem], count }) => (problem ? [{ problem, more: count - 1 }] : []))
    .sort((a, b) => a.problem.line - b.problem.line);
}

/** What the command was given cannot be used at all: nothing is worked out, and the exit code is 2. */
export class InputError extends Error {
  override readonly name = "InputError";
}
