import { WIDTHS } from "../parts/drawings";

/** Where the parts of a month lie, in pixels. */
export interface Layout {
  readonly width: number;
  /** Where names begin. */
  readonly nameX: number;
  /** The first and the last day. */
  readonly left: number;
  readonly right: number;
  /** Where a row ends. */
  readonly endX: number;
  readonly rowHeight: number;
  /** The upper edge of a row's bar, from the top of the row. */
  readonly barTop: number;
  /** Where the words of a row stand, from the top of the row. */
  readonly textY: number;
  /** Whether the words of a row stand over its bar; beside it otherwise. */
  readonly isStacked: boolean;
}

/** Names and standings stand beside the days, or over the bars if there is no room beside them. */
export function layoutOf(width: number): Layout {
  return width < WIDTHS.wide
    ? {
        width,
        ...{ nameX: 14, left: 12, right: width - 12, endX: width - 12 },
        ...{ rowHeight: 56, barTop: 36, textY: 15, isStacked: true },
      }
    : {
        width,
        ...{ nameX: 16, left: 170, right: width - 275, endX: width - 8 },
        ...{ rowHeight: 36, barTop: 16, textY: 22, isStacked: false },
      };
}
