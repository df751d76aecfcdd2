import type { Holiday } from "./data";

/** The entry of a date that has been published, or that the statutory rules foretell. */
export interface KnownHoliday extends Holiday {
  readonly status: "published" | "projected";
}

/**
 * One difference between what is known and what is published:
 * - `foretold`: a projected date is published as it was projected
 * - `moved`: a known date is published as another date
 * - `added`, `removed`: a published date was unknown, or a known date is not published
 * - `renamed`: a date has another title or note
 */
export type Change =
  | { readonly kind: "foretold"; readonly was: KnownHoliday; readonly now: Holiday }
  | { readonly kind: "moved"; readonly was: KnownHoliday; readonly now: Holiday }
  | { readonly kind: "renamed"; readonly was: KnownHoliday; readonly now: Holiday }
  | { readonly kind: "added"; readonly now: Holiday }
  | { readonly kind: "removed"; readonly was: KnownHoliday };

/**
 * The differences between the known and the published bank holidays of a division, in order of date. Both
 * cover the same years.
 *
 * A known date that is not published and an unknown date that is published, of the same name and year, count
 * as one date that has moved. Two names are the same if one begins with the other: `Early May bank holiday`
 * was published in 2020 as `Early May bank holiday (VE day)`.
 */
export function compare(known: readonly KnownHoliday[], published: readonly Holiday[]): Change[] {
  const changes: Change[] = [];
  const left = new Map(published.map((now) => [now.date, now]));
  const gone: KnownHoliday[] = [];
  for (const was of known) {
    const now = left.get(was.date);
    if (!now) {
      gone.push(was);
      continue;
    }
    left.delete(was.date);
    if (was.status === "projected") changes.push({ kind: "foretold", was, now });
    if (isRenamed(was, now)) changes.push({ kind: "renamed", was, now });
  }
  for (const was of gone) {
    const now = [...left.values()].find((other) => isSameDay(was, other));
    if (now) left.delete(now.date);
    changes.push(now ? { kind: "moved", was, now } : { kind: "removed", was });
  }
  for (const now of left.values()) changes.push({ kind: "added", now });
  return changes.sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0));
}

/** The date that a change is about: the known one, if there is one. */
export function dateOf(change: Change): string {
  return change.kind === "added" ? change.now.date : change.was.date;
}

function isRenamed(was: Holiday, now: Holiday): boolean {
  return was.title !== now.title || (now.notes !== undefined && was.notes !== now.notes);
}

function isSameDay(was: Holiday, now: Holiday): boolean {
  const ofOneYear = was.date.slice(0, 4) === now.date.slice(0, 4);
  return ofOneYear && (now.title.startsWith(was.title) || was.title.startsWith(now.title));
}
