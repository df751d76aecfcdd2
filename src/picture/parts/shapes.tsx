/** The kinds of marked instant; each kind has its own shape and line. */
export type MarkKind =
  | "breached"
  | "due"
  | "projected-due"
  | "first-due"
  | "stopped"
  | "cancelled"
  | "warning"
  | "started"
  | "as-of";

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

interface PathProps {
  readonly d: string;
  readonly class?: string;
  readonly fill?: string;
  readonly clip?: string;
}

/** A path, or nothing if there is nothing to draw. */
export function Path({ d, clip, ...rest }: PathProps) {
  return d === "" ? null : <path d={d} {...(clip ? { "clip-path": clip } : {})} {...rest} />;
}

/** The patterns that tell fills apart without their colour. */
export function Patterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}-closed`} width="9" height="9" patternUnits="userSpaceOnUse">
        <rect class="closed-ground" width="9" height="9" />
        <path class="closed-hatch" d="M0 9L9 0" />
      </pattern>
      <pattern id={`${id}-named`} width="12" height="12" patternUnits="userSpaceOnUse">
        <rect class="named-ground" width="12" height="12" />
        <path class="named-hatch" d="M0 0L12 12M0 12L12 0" />
      </pattern>
      <pattern
        id={`${id}-paused`}
        width="9"
        height="9"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="paper" width="9" height="9" />
        <path class="pause-hatch" d="M0 0V9" />
      </pattern>
      <pattern id={`${id}-stopped`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect class="paper" width="6" height="6" />
        <circle class="stop-dot" cx="3" cy="3" r="1" />
      </pattern>
      <pattern
        id={`${id}-over`}
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <path class="over-hatch" d="M0 0V7" />
      </pattern>
    </defs>
  );
}

/** The fill of a bar or a box, by name. */
export function patternFill(id: string, name: "closed" | "named" | "paused" | "stopped" | "over") {
  return `url(#${id}-${name})`;
}
