import type { Frame } from "./geometry";
import type { Point } from "./total-lines";

/** A place on the picture. */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

/**
 * The corners of a line through points of time, up to the end of the frame. Those within half a pixel
 * of the one before are left out, so that a line has no more corners than the picture has pixels.
 */
export function corners(
  points: readonly Point[],
  frame: Frame,
  yOf: (used: number) => number,
): Corner[] {
  const shown = points.filter(({ atMs }) => atMs <= frame.span.toMs);
  const kept: Corner[] = [];
  for (const [i, { atMs, used }] of shown.entries()) {
    const corner = { x: frame.x(atMs), y: yOf(used) };
    const last = kept.at(-1);
    const isFar = !last || Math.abs(corner.x - last.x) >= 0.5 || Math.abs(corner.y - last.y) >= 0.5;
    if (isFar || i === shown.length - 1) kept.push(corner);
  }
  return kept;
}

/** A line through corners, as the data of a path. */
export function lineData(line: readonly Corner[]): string {
  return line.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${x} ${y}`).join("");
}

/** The area between a line and the ground, as the data of a path. */
export function areaData(line: readonly Corner[], groundY: number): string {
  const first = line[0];
  const last = line.at(-1);
  if (!first || !last) return "";
  return `${lineData(line)}L${last.x} ${groundY}L${first.x} ${groundY}Z`;
}
