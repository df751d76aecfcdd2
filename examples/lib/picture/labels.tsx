import type { ComponentChildren } from "preact";
import { tenth } from "./geometry";
import { type Place, placeLabels } from "./place-labels";
import { fitted, textWidth } from "./text";

const FONT_PX = 12;
const GLYPH_PX = 10;
const GAP_PX = 10;

const ROW_HEIGHT = 18;

/** A label for an instant: a name, and what stands behind it. */
export interface InstantLabel {
  readonly key: string;
  readonly x: number;
  readonly name: string;
  readonly detail: string;
  /** The shape at the head of its line. */
  readonly shape: (x: number, y: number) => ComponentChildren;
  readonly lineClass: string;
  /** ISO, for those who read the picture's source. */
  readonly at: string;
}

/** Labels with their places. */
export interface PlacedLabels {
  readonly labels: readonly InstantLabel[];
  readonly places: readonly Place[];
  readonly rows: number;
}

/** Places labels between two edges so that none covers another. */
export function place(labels: readonly InstantLabel[], left: number, right: number): PlacedLabels {
  const most = (right - left) / 2 - GLYPH_PX - GAP_PX;
  const sorted = labels
    .map((label) => ({ ...label, name: fitted(label.name, most - nameless(label), FONT_PX * 1.1) }))
    .toSorted((a, b) => a.x - b.x);
  const boxes = sorted.map((label) => ({
    x: label.x,
    width: GLYPH_PX + textWidth(label.name, FONT_PX * 1.1) + nameless(label) + GAP_PX,
  }));
  const places = placeLabels(boxes, left - GLYPH_PX, right + GAP_PX);
  const rows = places.length === 0 ? 0 : Math.max(...places.map(({ row }) => row)) + 1;
  return { labels: sorted, places, rows };
}

/** How high the rows of some labels are. */
export function labelsHeight({ rows }: PlacedLabels): number {
  return rows * ROW_HEIGHT;
}

function nameless({ detail }: InstantLabel): number {
  return textWidth(` ${detail}`, FONT_PX);
}

interface LabelsProps {
  readonly placed: PlacedLabels;
  /** The edge of the plot that the labels are at. */
  readonly y: number;
  /** Whether they stand above that edge or hang below it. */
  readonly toward: "above" | "below";
  /** Where their lines end. */
  readonly lineTo: number;
}

/** Placed labels and the lines from each to the plot. */
export function Labels({ placed, y, toward, lineTo }: LabelsProps) {
  const sign = toward === "above" ? -1 : 1;
  return (
    <>
      {placed.labels.map(({ key, x, name, detail, shape, lineClass, at }, i) => {
        const { row, side } = placed.places[i] ?? { row: 0, side: "start" };
        const middle = y + sign * (row + 0.5) * ROW_HEIGHT;
        return (
          <g key={key} class="instant" data-at={at}>
            <path class={lineClass} d={`M${x} ${middle}V${lineTo}`} />
            {shape(x, middle)}
            <text
              x={tenth(side === "start" ? x + GLYPH_PX : x - GLYPH_PX)}
              y={middle + 4}
              text-anchor={side}
              class="halo"
            >
              <tspan class="strong">{name}</tspan> {detail}
            </text>
          </g>
        );
      })}
    </>
  );
}
