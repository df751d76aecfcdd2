import type { ComponentChildren } from "preact";

/** How wide pictures are drawn, in pixels: for the screen of a desk, and for one of 600 pixels. */
export const WIDTHS = { wide: 1120, narrow: 560 } as const;

interface DrawingsProps {
  /** What it is of, as a screen reader says it. */
  readonly label: string;
  /** Tells pictures on one page apart. */
  readonly id: string;
  readonly draw: (drawing: { readonly id: string; readonly width: number }) => ComponentChildren;
  readonly wide?: number;
}

/**
 * A picture drawn twice, of which the page's style shows the one that fits the screen. So the words on a
 * narrow screen have the size of those on a wide one.
 */
export function Drawings({ label, id, draw, wide = WIDTHS.wide }: DrawingsProps) {
  return (
    // A screen narrower than the narrow drawing scrolls it, by the keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable.
    <section class="drawings" aria-label={label} tabIndex={0}>
      <div class="for-wide">{draw({ id, width: wide })}</div>
      <div class="for-narrow">{draw({ id: `${id}-narrow`, width: WIDTHS.narrow })}</div>
    </section>
  );
}

/** Shows one of the two drawings. A sheet of paper that stands upright is narrow. */
export const DRAWINGS_STYLE = `
.drawings { overflow-x: auto; margin-bottom: 1rem; }
.drawings svg { display: block; width: 100%; height: auto; }
.for-narrow { display: none; }
.for-narrow svg { min-width: ${0.8 * WIDTHS.narrow}px; max-width: ${1.3 * WIDTHS.narrow}px; }
@media (max-width: 60rem) { .for-wide { display: none; } .for-narrow { display: block; } }
@media print { .drawings { overflow: visible; } .drawings svg { break-inside: avoid; } .for-narrow svg { min-width: 0; max-width: ${WIDTHS.narrow}px; } }
`;
