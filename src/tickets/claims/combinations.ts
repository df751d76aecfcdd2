import type { Match } from "./causes";
import type { OtherReading } from "./other-readings";
import { idOf } from "./other-readings";

/** Readings that are tried in pairs, whatever else has been found: the usual ones of the calendar, and of the rest. */
const USUAL = {
  calendar: ["bank-holidays", "around-the-clock", "weekends", "offset-", "hours-9-17"],
  others: ["pauses", "reopen-", "minutes-", "start-", "stop-last", "severity-first", "round-"],
} as const;

const named = (readings: readonly OtherReading[], starts: readonly string[]) =>
  readings.filter(({ id }) => starts.some((start) => id.startsWith(start)));

/** The usual pairs. */
export function usualPairs(readings: readonly OtherReading[]): (readonly OtherReading[])[] {
  const [calendar, others] = [named(readings, USUAL.calendar), named(readings, USUAL.others)];
  const pauses = others.filter(({ id }) => id === "pauses");
  return [
    ...calendar.flatMap((a) => others.map((b) => [a, b])),
    ...pauses.flatMap((a) => others.filter((b) => b !== a).map((b) => [a, b])),
    ...calendar.flatMap((a, i) => calendar.slice(i + 1).map((b) => [a, b])),
  ];
}

/** The most readings that are taken for the tool's own ways, and combined with others. */
const MOST_SEEN = 6;

/** Readings, alone or together, that have explained a figure, those with the most tickets first. */
export function seen(
  matches: Iterable<readonly Match[]>,
  size: number,
): (readonly OtherReading[])[] {
  const found = new Map<string, { readonly readings: readonly OtherReading[]; tickets: number }>();
  for (const own of matches) {
    for (const { readings, figures } of own) {
      if (readings.length !== size || figures === 0) continue;
      const each = found.get(idOf(readings)) ?? { readings, tickets: 0 };
      each.tickets += 1;
      found.set(idOf(readings), each);
    }
  }
  return [...found.values()]
    .sort((a, b) => b.tickets - a.tickets)
    .slice(0, MOST_SEEN)
    .map(({ readings }) => readings);
}

/** Combinations that were seen, each with one more of the usual readings or of those that were seen alone. */
export function oneMore(
  combinations: readonly (readonly OtherReading[])[],
  readings: readonly OtherReading[],
  alone: readonly OtherReading[],
): (readonly OtherReading[])[] {
  const usual = [...named(readings, USUAL.calendar), ...named(readings, USUAL.others)];
  const more = [...new Set([...alone, ...usual])];
  const tried = new Set<string>();
  return combinations.flatMap((some) =>
    more.flatMap((one) => {
      const together = [...some, one];
      const key = together
        .map(({ id }) => id)
        .sort()
        .join(" + ");
      if (some.includes(one) || tried.has(key) || !canGoTogether(some, one)) return [];
      tried.add(key);
      return [inOrder(together)];
    }),
  );
}

/** Two sets of hours, two offsets, or two ways to round cannot both be what a tool does. */
function canGoTogether(some: readonly OtherReading[], { id }: OtherReading): boolean {
  const kindOf = (name: string) => KINDS.find((start) => name.startsWith(start));
  const kind = kindOf(id);
  return kind === undefined || some.every((each) => kindOf(each.id) !== kind);
}

const KINDS = [
  "hours-",
  "calendar-",
  "offset-",
  "round-",
  "floor-",
  "ceil-",
  "minutes-",
  "start-",
  "reopen-",
  "severity-",
];

/** Hours replace a whole calendar, so what changes its days comes after them. */
function inOrder(readings: readonly OtherReading[]): readonly OtherReading[] {
  const rank = ({ id }: OtherReading) => (/^(?:hours|calendar|around)-/.test(id) ? 0 : 1);
  return [...readings].sort((a, b) => rank(a) - rank(b));
}
