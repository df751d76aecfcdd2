/** A label to be placed beside the line that it names. */
export interface LabelBox {
  /** Where its line is. */
  readonly x: number;
  readonly width: number;
}

/** Where a label goes. */
export interface Place {
  /** 0 is next to the plot. */
  readonly row: number;
  /** Its left edge: at its line, or further left if it does not fit beside the line. */
  readonly from: number;
  /** `start`: to the right of its line or over it; `end`: to the left of it. */
  readonly side: "start" | "end";
}

/**
 * Places labels in rows. No label covers another or the line of another, which runs from its
 * label through every row down to the plot.
 *
 * @param boxes in order of x
 * @param left the first x for text
 * @param right the last x for text
 * @returns a place for each, in the same order, in as few rows as possible; null if they are too
 *   crowded to place
 */
export function placeLabels(
  boxes: readonly LabelBox[],
  left: number,
  right: number,
): readonly Place[] | null {
  let best: readonly Place[] | null = null;
  // Those on the left are written to the right of their lines, and the rest to the left of theirs.
  for (let turned = 0; turned <= boxes.length; turned++) {
    const labels = boxes.map((box, i) =>
      i < boxes.length - turned ? startingAt(box, right) : endingAt(box),
    );
    if (!labels.every(({ from }) => from >= left)) continue;
    const rows = rowsFor(labels);
    if (!rows) continue;
    const places = labels.map(({ from, side }, i) => ({ row: rows[i] ?? 0, from, side }));
    if (!best || isBetter(places, best, boxes)) best = places;
  }
  return best;
}

/** Fewer rows are better, and then fewer labels that lie over their lines. */
function isBetter(a: readonly Place[], b: readonly Place[], boxes: readonly LabelBox[]): boolean {
  const overLines = (places: readonly Place[]) =>
    places.filter(({ side, from }, i) => side === "start" && from !== boxes[i]?.x).length;
  return (rowCount(a) - rowCount(b) || overLines(a) - overLines(b)) < 0;
}

/** How many rows the places take. */
export function rowCount(places: readonly Place[]): number {
  return Math.max(-1, ...places.map(({ row }) => row)) + 1;
}

interface Label {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly side: Place["side"];
}

function startingAt({ x, width }: LabelBox, right: number): Label {
  const from = Math.min(x, right - width);
  return { x, from, to: from + width, side: "start" };
}

function endingAt({ x, width }: LabelBox): Label {
  return { x, from: x - width, to: x, side: "end" };
}

/** The least row of each label, or undefined if two of them would have to be above each other. */
function rowsFor(labels: readonly Label[]): number[] | undefined {
  const rows = labels.map(() => 0);
  // A row depends on at most all the others, so more rounds than labels mean a circle.
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
  const isCrossed = label.from < other.x && other.x < label.to;
  const crosses = other.from < label.x && label.x < other.to;
  // Labels that overlap while their lines keep clear may be either way round.
  return isCrossed || (!crosses && i < j);
}
