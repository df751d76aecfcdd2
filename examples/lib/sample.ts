import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("../data/tickets.csv", import.meta.url));

/** The log that comes with the project, and the instant it is judged at, so that it never changes. */
export const SAMPLE = {
  path: relative(process.cwd(), file),
  asOf: "2027-04-05T12:00:00+01:00",
} as const;

/** Whether a path leads to the sample. */
export function isSample(path: string): boolean {
  return resolve(path) === file;
}
