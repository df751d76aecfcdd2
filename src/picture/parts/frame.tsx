import { scaleLinear } from "d3-scale";
import type { ComponentChildren } from "preact";
import { clip, joinSpans, type Span } from "../time/span";
import { PICTURE_STYLE } from "./style";

interface PictureFrameProps {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** The picture in words. */
  readonly description: string;
  readonly children: ComponentChildren;
}

/** An SVG with its name, its text alternative and its style: it needs nothing else. */
export function PictureFrame(props: PictureFrameProps) {
  const { id, width, height, title, description, children } = props;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      class="core-hours"
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <style>{PICTURE_STYLE}</style>
      <rect class="paper" width={width} height={height} />
      {children}
    </svg>
  );
}

/** Where time lies on a picture. */
export interface Frame {
  /** The prefix of the ids of its parts, so several pictures can be on one page. */
  readonly id: string;
  readonly zone: string;
  readonly span: Span;
  readonly left: number;
  readonly right: number;
  /** Where an instant lies, to a tenth of a pixel. */
  readonly x: (ms: number) => number;
  readonly pxPerMs: number;
}

export function frameOf(options: Pick<Frame, "id" | "zone" | "span" | "left" | "right">): Frame {
  const { span, left, right } = options;
  const scale = scaleLinear([span.fromMs, span.toMs], [left, right]);
  const pxPerMs = (right - left) / (span.toMs - span.fromMs);
  return { ...options, x: (ms) => tenth(scale(ms)), pxPerMs };
}

/** A coordinate to a tenth of a pixel, which is as fine as anybody sees. */
export function tenth(px: number): number {
  return Math.round(px * 10) / 10;
}

/** The boxes of some spans as the data of one path; boxes that touch on the screen become one. */
export function boxes(spans: readonly Span[], frame: Frame, y: number, height: number): string {
  const shown = spans.flatMap((span) => {
    const part = clip(span, frame.span);
    return part ? [{ fromMs: frame.x(part.fromMs), toMs: frame.x(part.toMs) }] : [];
  });
  return joinSpans(shown)
    .map(({ fromMs, toMs }) => `M${fromMs} ${y}H${toMs}V${y + height}H${fromMs}Z`)
    .join("");
}

/**
 * Keeps letters and digits, and replaces anything else by its number, so different names have different
 * ids.
 */
export function idFrom(name: string): string {
  return name.replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)}_`);
}
