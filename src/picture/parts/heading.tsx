import { fitted } from "../text";

const LEAST_HEIGHT = 58;
const LINE_HEIGHT = 17;

/** How high a heading is with this many lines of detail. */
export function headingHeight(details: readonly string[]): number {
  return LEAST_HEIGHT + LINE_HEIGHT * details.length;
}

interface HeadingProps {
  readonly title: string;
  readonly standing: string;
  readonly details: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** What the picture is of, its standing, and when. */
export function Heading({ title, standing, details, x, y, width }: HeadingProps) {
  return (
    <g class="heading">
      <text class="title" x={x} y={y + 16}>
        {fitted(title, width, 20)}
      </text>
      <text class="standing" x={x} y={y + 38}>
        {fitted(standing, width, 15.5)}
      </text>
      {details.map((detail, i) => (
        <text key={detail} class="muted" x={x} y={y + 57 + LINE_HEIGHT * i}>
          {detail}
        </text>
      ))}
    </g>
  );
}
