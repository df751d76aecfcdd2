import { breaches } from "../cli/run-breaches";
import type { Report } from "./page";

/**
 * What the command says of a file as data. The page is asked the same, and must say the same, but for the
 * time-zone data, which browsers do not report.
 */
export async function byCommand(path: string, ...args: readonly string[]): Promise<Report> {
  const { stdout, stderr } = await breaches([path, "--format", "json", ...args]);
  if (stdout === "") throw new Error(stderr);
  const report = JSON.parse(stdout);
  report.first.madeFrom.timeZoneData = null;
  return report;
}

/** What it says of a file by a promise, as of a wall-clock time in UTC as the page takes it. */
export function byPromise(
  path: string,
  policy: string,
  asOf: string,
  ...args: readonly string[]
): Promise<Report> {
  return byCommand(path, "--policy", policy, "--as-of", `${asOf}Z`, ...args);
}

/** What the command prints of a file in a format, but for the time-zone data, which browsers do not report. */
export async function printedBy(path: string, ...args: readonly string[]): Promise<string> {
  return (await breaches([path, ...args])).stdout.replace(/, time-zone data [^<]*/, "");
}
