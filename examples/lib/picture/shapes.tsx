import type { MarkKind } from "./marks";

/** Shapes of some ten pixels around (0, 0), one for each kind of mark. */
const SHAPES: Readonly<Record<MarkKind, string>> = {
  started: "M-4.5 0A4.5 4.5 0 1 0 4.5 0A4.5 4.5 0 1 0 -4.5 0Z",
  warning: "M0 -5L5.5 4.5H-5.5Z",
  due: "M0 -6L5.5 0L0 6L-5.5 0Z",
  "first-due": "M0 -6L5.5 0L0 6L-5.5 0Z",
  "projected-due": "M0 -6L5.5 0L0 6L-5.5 0Z",
  breached: "M-4.5 -4.5L4.5 4.5M-4.5 4.5L4.5 -4.5",
  stopped: "M-4.5 -4.5H4.5V4.5H-4.5Z",
  cancelled: "M-4.5 -4.5H4.5V4.5H-4.5ZM-4.5 4.5L4.5 -4.5",
  "as-of": "M0 5L5.5 -4.5H-5.5Z",
};

/** The shape of a kind of mark, at a place. */
export function Shape(props: { readonly kind: MarkKind; readonly x: number; readonly y: number }) {
  const { kind, x, y } = props;
  return <path class={`shape shape-${kind}`} d={SHAPES[kind]} transform={`translate(${x} ${y})`} />;
}
