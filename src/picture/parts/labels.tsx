import type { ComponentChildren } from "preact";
import { fitted, textWidth, wrapped } from "../text";
import { tenth } from "./frame";
import { type Place, placeLabels, rowCount } from "./place-labels";

const FONT_PX = 12;

/** Bold letters are wider. */
const NAME_PX = FONT_PX * 1.1;
const GLYPH_PX = 10;
const GAP_PX = 10;
const ROW_HEIGHT = 18;

/** Labels in more rows than this are numbered, and a list says what the numbers mean. */
const MOST_ROWS = 7;

/**
 * How much of the width a label may take. A label of at most half of it always fits beside its line, on one
 * side or the other.
 */
const SHARES = [1, 0.5] as const;

/** A label for an instant: a name, and the detail after it. */
export interface InstantLabel {
  readonly key: string;
  readonly x: number;
  readonly name: string;
  readonly detail: string;
  /** The shape at the head of its line. */
  readonly shape: (x: number, y: number) => ComponentChildren;
  readonly lineClass: string;
  /** ISO, for readers of the picture's source. */
  readonly at: string;
}

/** Labels with their places. */
export interface PlacedLabels {
  readonly labels: readonly InstantLabel[];
  readonly places: readonly Place[];
  /** The meaning of each label, in lines, if the labels are only numbers. */
  readonly list: readonly string[];
}

/**
 * Places labels between two edges; no label covers another. If they have room only with their names cut short, and
 * would be whole in a list, they are numbered and listed.
 */
export function place(given: readonly InstantLabel[], left: number, right: number): PlacedLabels {
  const sorted = [...given].sort((a, b) => a.x - b.x);
  const listed = sorted.map((label) => shortened(label, right - left));
  for (const share of SHARES) {
    const labels = sorted.map((label) => shortened(label, share * (right - left)));
    if (labels.some(({ name }, i) => name !== listed[i]?.name)) continue;
    const places = placesFor(labels, left, right);
    if (places && rowCount(places) <= MOST_ROWS) return { labels, places, list: [] };
  }
  const numbered = sorted.map((label, i) => ({ ...label, name: `${i + 1}`, detail: "" }));
  const list = listed.map(({ name, detail }, i) => `${i + 1}: ${name} ${detail}`);
  return {
    labels: numbered,
    places: placesFor(numbered, left, right) ?? inRowsOfTheirOwn(numbered),
    list: wrapped(list, right - left, FONT_PX),
  };
}

/** A label whose name is cut short if the whole is wider than some pixels. */
function shortened(label: InstantLabel, widthPx: number): InstantLabel {
  const room = widthPx - GLYPH_PX - GAP_PX - detailWidth(label);
  return { ...label, name: fitted(label.name, room, NAME_PX) };
}

function placesFor(labels: readonly InstantLabel[], left: number, right: number) {
  const boxes = labels.map((label) => ({
    x: label.x,
    width: GLYPH_PX + textWidth(label.name, NAME_PX) + detailWidth(label) + GAP_PX,
  }));
  return placeLabels(boxes, left - GLYPH_PX, right + 2 * GAP_PX);
}

function detailWidth({ detail }: InstantLabel): number {
  return detail === "" ? 0 : textWidth(` ${detail}`, FONT_PX);
}

function inRowsOfTheirOwn(labels: readonly InstantLabel[]): Place[] {
  return labels.map(({ x }, i) => ({ row: labels.length - 1 - i, from: x, side: "start" }));
}

/** The height of some labels and of the list of what they mean. */
export function labelsHeight({ places, list }: PlacedLabels): number {
  return (rowCount(places) + list.length) * ROW_HEIGHT;
}

interface LabelsProps {
  readonly placed: PlacedLabels;
  /** The edge of the plot that the labels are at. */
  readonly y: number;
  /** Whether the labels stand above that edge or hang below it. */
  readonly toward: "above" | "below";
  /** Where their lines end. */
  readonly lineTo: number;
  /** Where a list begins. */
  readonly x: number;
}

/** Placed labels and the lines from each to the plot. */
export function Labels({ placed, y, toward, lineTo, x }: LabelsProps) {
  const { labels, places, list } = placed;
  const sign = toward === "above" ? -1 : 1;
  const rows = rowCount(places);
  return (
    <>
      {labels.map((label, i) => {
        const own = places[i] ?? { row: 0, from: label.x, side: "start" };
        const middle = y + sign * (own.row + 0.5) * ROW_HEIGHT;
        return <Label key={label.key} label={label} own={own} y={middle} lineTo={lineTo} />;
      })}
      {list.map((line, i) => {
        const row = toward === "above" ? rows + list.length - 1 - i : rows + i;
        return (
          <text key={line} x={x} y={y + sign * (row + 0.5) * ROW_HEIGHT + 4}>
            {line}
          </text>
        );
      })}
    </>
  );
}

interface LabelProps {
  readonly label: InstantLabel;
  readonly own: Place;
  readonly y: number;
  readonly lineTo: number;
}

function Label({ label, own, y, lineTo }: LabelProps) {
  const { x, name, detail, shape, lineClass, at } = label;
  const isStart = own.side === "start";
  // Text that does not fit beside its line lies over it, and its shape before it.
  const isOverLine = isStart && own.from < x;
  const shapeX = isOverLine ? own.from : x;
  const lineFrom = isOverLine ? y + Math.sign(lineTo - y) * 8 : y;
  return (
    <g class="instant" data-at={at}>
      <path class={lineClass} d={`M${x} ${lineFrom}V${lineTo}`} />
      {shape(tenth(shapeX), y)}
      <text
        x={tenth(isStart ? shapeX + GLYPH_PX : x - GLYPH_PX)}
        y={y + 4}
        text-anchor={own.side}
        class="halo"
      >
        <tspan class="strong">{name}</tspan>
        {detail !== "" && ` ${detail}`}
      </text>
    </g>
  );
}
