import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readIso } from "../tickets/log/instants";
import { InputError } from "../tickets/log/problems";
import { SECOND_MS } from "../timeline/units";
import { quoted } from "../words/printable";

const file = fileURLToPath(new URL("../../examples/data/tickets.csv", import.meta.url));

/** The log that comes with the project, and a fixed instant to judge it at, so its report never changes. */
export const SAMPLE = {
  path: relative(process.cwd(), file),
  asOf: "2027-04-05T12:00:00+01:00",
} as const;

/** Whether a path leads to the sample. */
export function isSample(path: string): boolean {
  return resolve(path) === file;
}

/**
 * The instant to judge at, in epoch milliseconds: the one given, the sample's own, or else now,
 * to the second.
 *
 * @throws {InputError} if it is not an instant, or states no offset
 */
export function chooseAsOf(given: string | undefined, path: string, nowMs: number): number {
  const text = given ?? (isSample(path) ? SAMPLE.asOf : undefined);
  if (text === undefined) return nowMs - (nowMs % SECOND_MS);
  const read = readIso(text.trim());
  if (typeof read === "number") return read;
  throw new InputError(`--as-of ${quoted(text)} cannot be read: ${read.reason}`);
}
