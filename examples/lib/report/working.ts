import { countText } from "./words";

/** The table at the end of an explanation, as cells. */
export interface Working {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Takes apart the table that `explain` ends with, so that it can be laid out in another way. Its
 * columns begin where their headings do.
 */
export function workingOf(explanation: string): Working {
  const [head = "", ...rows] = explanation.slice(tableAt(explanation)).split("\n");
  const starts = [...head.matchAll(/\S+/g)].map(({ index }) => index);
  const cellsOf = (line: string) =>
    starts.map((start, i) => line.slice(start, starts[i + 1]).trim());
  return { head: cellsOf(head), rows: rows.map(cellsOf) };
}

/** The same explanation, its table cut short. */
export function cutExplanation(explanation: string): string {
  const at = tableAt(explanation);
  const [head = "", ...rows] = explanation.slice(at).split("\n");
  const { first, leftOut, last } = cutShort(rows);
  const gap = leftOut > 0 ? [`(${leftOutText(leftOut)})`] : [];
  return [explanation.slice(0, at) + head, ...first, ...gap, ...last].join("\n");
}

function tableAt(explanation: string): number {
  return explanation.lastIndexOf("\n\n") + 2;
}

/** A ticket that was open for years has hundreds of lines, and there are many tickets. */
const MOST_LINES = 60;

/** The first lines of a working and its last, and how many between them are left out. */
export function cutShort<T>(rows: readonly T[]): {
  readonly first: readonly T[];
  readonly leftOut: number;
  readonly last: readonly T[];
} {
  if (rows.length <= MOST_LINES) return { first: rows, leftOut: 0, last: [] };
  const lastCount = MOST_LINES / 3;
  return {
    first: rows.slice(0, MOST_LINES - lastCount),
    leftOut: rows.length - MOST_LINES,
    last: rows.slice(-lastCount),
  };
}

/** What stands in for lines that are left out. */
export function leftOutText(leftOut: number): string {
  const lines = `${countText(leftOut)} ${leftOut === 1 ? "line is" : "lines are"}`;
  return `${lines} left out here; the total goes on below`;
}
