import type { ComponentChildren } from "preact";
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
