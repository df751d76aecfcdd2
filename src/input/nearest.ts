import { short } from "./show";

/** Names longer than this are not compared; no known name is. */
const LONGEST = 64;

/**
 * The known name that a misspelt one was probably meant to be: the same but for its case, hyphens or
 * underscores, one that it is a part of, or the one with the fewest letters wrong.
 *
 * @returns undefined if none is near.
 * @example nearest("cutof", ["due", "cutoff"]) // "cutoff"
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (name.length === 0 || name.length > LONGEST) return undefined;
  const plainName = plain(name);
  let best: string | undefined;
  // At most a third of the letters may be wrong, and one of two.
  let fewest = Math.max(1, Math.floor(plainName.length / 3)) + 1;
  for (const candidate of known) {
    const errors = errorsBetween(plainName, plain(candidate), fewest);
    if (errors >= fewest) continue;
    fewest = errors;
    best = candidate;
  }
  return best ?? known.find((candidate) => isPart(plainName, plain(candidate)));
}

/** What an error says of a name that is not known: the one that was meant, all that there are, or to take it out. */
export function didYouMean(name: string, known: readonly string[]): string {
  if (known.length === 0) return "take it out";
  const meant = nearest(name, known);
  return meant === undefined
    ? `the known names are ${known.map(short).join(", ")}`
    : `did you mean "${short(meant)}"?`;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, "");
}

/** Whether one name is a part of the other, and long enough to say which. */
function isPart(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 4 && (a.includes(b) || b.includes(a));
}

/**
 * How many letters must be put in, taken out, changed or swapped with the next to make one name the
 * other (the restricted Damerau–Levenshtein distance).
 *
 * @param most where the answer is of no more interest
 */
function errorsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) >= most) return most;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      // Rows have one more entry than `b` has letters.
      let errors = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        errors = Math.min(errors, before[j - 2]! + 1);
      }
      next.push(errors);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
