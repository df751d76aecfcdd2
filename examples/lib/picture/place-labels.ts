/** A label to be placed beside the line that it names. */
export interface LabelBox {
  /** Where its line is. */
  readonly x: number;
  readonly width: number;
}

/** Where a label goes: which row, 0 being next to the plot, and on which side of its line. */
export interface Place {
  readonly row: number;
  /** `start`: to the right of the line; `end`: to the left of it. */
  readonly side: "start" | "end";
}

/**
 * Places labels in rows so that none covers another, nor the line of another, which runs from its
 * label through every row down to the plot.
 *
 * @param boxes in order of x
 * @param left the first x that may be written on
 * @param right the last
 * @returns a place for each, in the same order, in as few rows as can be
 */
export function placeLabels(boxes: readonly LabelBox[], left: number, right: number): Place[] {
  let best: { readonly places: Place[]; readonly rows: number } | undefined;
  // Those on the left are written to the right of their lines, and the rest to the left of theirs.
  for (let turned = 0; turned <= boxes.length; turned++) {
    const labels = boxes.map((box, i) => labelAt(box, i < boxes.length - turned ? "start" : "end"));
    if (!labels.every(({ from, to }) => from >= left && to <= right)) continue;
    const rows = rowsFor(labels);
    if (!rows) continue;
    const count = Math.max(0, ...rows) + 1;
    if (best && best.rows <= count) continue;
    best = {
      rows: count,
      places: labels.map(({ side }, i) => ({ side, row: rows[i] ?? 0 })),
    };
  }
  return best?.places ?? oneByOne(boxes, right);
}

interface Label {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly side: Place["side"];
}

function labelAt({ x, width }: LabelBox, side: Place["side"]): Label {
  return side === "start"
    ? { x, from: x, to: x + width, side }
    : { x, from: x - width, to: x, side };
}

/** The least row of each label, or undefined where two of them would have to be above each other. */
function rowsFor(labels: readonly Label[]): number[] | undefined {
  const rows = labels.map(() => 0);
  // A row depends on at most all the others, so that more rounds than labels mean a circle.
  for (let round = 0; round <= labels.length; round++) {
    let isSettled = true;
    for (const [i, label] of labels.entries()) {
      for (const [j, other] of labels.entries()) {
        const least = (rows[j] ?? 0) + 1;
        if (i === j || !isAbove(label, i, other, j) || (rows[i] ?? 0) >= least) continue;
        rows[i] = least;
        isSettled = false;
      }
    }
    if (isSettled) return rows;
  }
  return undefined;
}

/** Whether a label must be further from the plot than another, whose line would cross it. */
function isAbove(label: Label, i: number, other: Label, j: number): boolean {
  if (label.from > other.to || other.from > label.to) return false;
  const isCrossed = label.from <= other.x && other.x <= label.to;
  const crosses = other.from <= label.x && label.x <= other.to;
  // Labels that overlap and whose lines keep clear may be either way round.
  return isCrossed || (!crosses && i < j);
}

/** Where nothing else will do: each in a row of its own. */
function oneByOne(boxes: readonly LabelBox[], right: number): Place[] {
  return boxes.map(({ x, width }, i) => ({
    row: boxes.length - 1 - i,
    side: x + width <= right ? "start" : "end",
  }));
}
