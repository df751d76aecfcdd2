/** Where reports are written. */
export const FOLDER = "reports/mutation";

/** What the tests saw of the mutants of a part. */
export interface Score {
  /** How many they saw. */
  readonly seen: number;
  /** Each mutant that they did not see: its place, and what stood there instead. */
  readonly survivors: readonly string[];
}

/** A part's share of mutants that were seen, in percent. */
export function percentSeen({ seen, survivors }: Score): number {
  return (100 * seen) / (seen + survivors.length);
}
