/** Where reports are written. */
export const FOLDER = "reports/mutation";

/** What the tests saw of the mutants of a part. */
export interface Score {
  /** How many they saw. */
  readonly seen: number;
  /** Each mutant that they did not see. */
  readonly survivors: readonly Survivor[];
}

/** A change that no test saw. */
export interface Survivor {
  readonly file: string;
  /** Where the code is in the file, counted from 1; nothing for a number in JSON. */
  readonly line?: number;
  /** The code or the number that was changed, on one line. */
  readonly code: string;
  /** What stood there instead, on one line. */
  readonly becomes: string;
}

/** The score of several parts together. */
export function together(parts: readonly Score[]): Score {
  return {
    seen: parts.reduce((sum, { seen }) => sum + seen, 0),
    survivors: parts.flatMap(({ survivors }) => survivors),
  };
}

/** A part's share of mutants that were seen, in percent. */
export function percentSeen({ seen, survivors }: Score): number {
  return (100 * seen) / (seen + survivors.length);
}

/** Code on one line. */
export function oneLine(code: string): string {
  return code.replaceAll(/\s+/g, " ").trim();
}
