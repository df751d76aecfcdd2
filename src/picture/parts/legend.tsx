import { textWidth } from "../text";
import { type MarkKind, patternFill, Shape } from "./shapes";

/** What a fill or a line means. */
export interface LegendItem {
  readonly key: string;
  readonly text: string;
  /** A class, and a fill if it is a pattern. */
  readonly swatch?: string;
  readonly pattern?: Parameters<typeof patternFill>[1];
  readonly isLine?: boolean;
  /** A mark, drawn in place of a swatch. */
  readonly shape?: MarkKind;
}

const SWATCH_PX = 22;
const ROW_HEIGHT = 20;

interface Placed extends LegendItem {
  readonly x: number;
  readonly row: number;
}

/** The items of a legend, in rows that fit a width. */
export function legendRows(items: readonly LegendItem[], width: number) {
  const placed: Placed[] = [];
  let x = 0;
  let row = 0;
  for (const item of items) {
    const size = SWATCH_PX + 6 + textWidth(item.text, 12) + 14;
    if (x > 0 && x + size > width) {
      x = 0;
      row++;
    }
    placed.push({ ...item, x, row });
    x += size;
  }
  return { placed, height: placed.length === 0 ? 0 : (row + 1) * ROW_HEIGHT };
}

interface LegendProps {
  readonly id: string;
  readonly rows: ReturnType<typeof legendRows>;
  readonly x: number;
  readonly y: number;
}

/** What fills, lines and marks mean. */
export function Legend({ id, rows, x, y }: LegendProps) {
  return (
    <g class="swatches" transform={`translate(${x} ${y})`}>
      {rows.placed.map((item) => (
        <g key={item.key} transform={`translate(${Math.round(item.x)} ${item.row * ROW_HEIGHT})`}>
          <Swatch id={id} item={item} />
          <text x={SWATCH_PX + 6} y="13">
            {item.text}
          </text>
        </g>
      ))}
    </g>
  );
}

function Swatch({ id, item }: { readonly id: string; readonly item: LegendItem }) {
  const { swatch = "swatch", pattern, isLine, shape } = item;
  if (shape) return <Shape kind={shape} x={SWATCH_PX / 2} y={9} />;
  if (isLine) return <path class={swatch} d={`M0 9H${SWATCH_PX}`} />;
  const fill = pattern ? { fill: patternFill(id, pattern) } : {};
  return <rect class={swatch} x="0.5" y="3" width={SWATCH_PX - 1} height="12" {...fill} />;
}
