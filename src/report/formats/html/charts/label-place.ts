/** Where the figure of a point stands, from the point. */
export interface LabelPlace {
  readonly dx: number;
  readonly dy: number;
  readonly anchor: "start" | "middle" | "end";
}

const ABOVE: LabelPlace = { dx: 0, dy: -9, anchor: "middle" };
const BELOW: LabelPlace = { dx: 0, dy: 19, anchor: "middle" };
const RIGHT: LabelPlace = { dx: 3, dy: -8, anchor: "start" };
const LEFT: LabelPlace = { dx: -3, dy: -8, anchor: "end" };

/** How much room a figure under its point needs. */
const ROOM_BELOW_PX = 20;

/**
 * Where a line leaves room for the figure of one of its points: over a peak, under a low, and on the outer side
 * of a slope.
 *
 * @param value The point's.
 * @param neighbours The value before it and the value after it; undefined at an end of the line.
 * @param belowPx How much room there is under the point.
 */
export function labelPlace(
  value: number,
  [before, after]: readonly [number | undefined, number | undefined],
  belowPx: number,
): LabelPlace {
  const known = [before, after].filter((each) => each !== undefined);
  if (known.every((each) => each <= value)) return ABOVE;
  if (known.every((each) => each >= value)) return belowPx < ROOM_BELOW_PX ? ABOVE : BELOW;
  // One is higher and one is lower: the line falls if the higher one came first.
  return before !== undefined && before > value ? RIGHT : LEFT;
}
