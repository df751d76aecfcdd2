import { type DateFormat, dateFormat } from "./format";
import type { Refusal } from "./format-parts";
import { dateShape, ordersOf } from "./shapes";

/** Stands, among the formats of a file, for instants that need none. */
export const ISO = "ISO 8601";

const LIKE = /^like\s+(.+)$/is;

/**
 * The formats that a text of a mapping means: a format, `ISO 8601`, or `like` with an example such as
 * `like 25/11/2026 09:00`. An example that leaves the order of day and month open means each order. Then
 * only a date that they read alike can be used.
 */
export function formatsMeant(text: string): readonly (DateFormat | typeof ISO)[] | Refusal {
  if (text.trim().toUpperCase() === ISO) return [ISO];
  const [, example] = LIKE.exec(text.trim()) ?? [];
  if (example === undefined) {
    const format = dateFormat(text);
    return "reason" in format ? format : [format];
  }
  const shape = dateShape(example);
  if (shape === null) return { reason: `"${example}" is not a date and time in any usual way` };
  if (shape.kind === "iso") return [ISO];
  const formats =
    shape.kind === "format" ? [shape.format] : ordersOf(shape).map(([, each]) => each);
  return formats.flatMap((each) => {
    const format = dateFormat(each);
    return "reason" in format ? [] : [format];
  });
}

/** Whether a text in the format is an instant without a zone beside it. */
export function statesOffset(text: string): boolean {
  const meant = formatsMeant(text);
  // Each text in ISO 8601 may state its own.
  return !("reason" in meant) && meant.every((format) => format === ISO || format.isAbsolute);
}
