import { type Change, dateOf } from "./compare";
import type { Data } from "./data";

/** The changes of one division. */
export interface DivisionChanges {
  readonly division: string;
  readonly changes: readonly Change[];
}

const HEADINGS = [
  ["moved", "unlike what was known"],
  ["added", "added"],
  ["removed", "removed"],
  ["renamed", "renamed"],
] as const;

/** The changes, as lines; a change that several divisions share is said once. */
export function changeLines(all: readonly DivisionChanges[]): readonly string[] {
  const lines = HEADINGS.flatMap(([kind, heading]) => {
    const said = sentences(all, kind);
    return said.length === 0 ? [] : [heading, ...said.map((line) => `  ${line}`), ""];
  });
  return [...lines, ...foretoldLines(all)];
}

function sentences(all: readonly DivisionChanges[], kind: Change["kind"]): readonly string[] {
  const divisions = new Map<string, string[]>();
  const dates = new Map<string, string>();
  for (const { division, changes } of all) {
    for (const change of changes.filter((each) => each.kind === kind)) {
      const sentence = sentenceOf(change);
      divisions.set(sentence, [...(divisions.get(sentence) ?? []), division]);
      dates.set(sentence, dateOf(change));
    }
  }
  return [...divisions]
    .sort(([a], [b]) => ((dates.get(a) ?? "") < (dates.get(b) ?? "") ? -1 : 1))
    .map(([sentence, names]) => `${sentence} (${names.join(", ")})`);
}

/** A change in words. */
export function sentenceOf(change: Change): string {
  switch (change.kind) {
    case "foretold":
      return `${change.was.date} ${change.was.title} is published as it was projected`;
    case "added":
      return `${change.now.date} ${named(change.now)} is published, and was not known`;
    case "removed":
      return `${change.was.date} was ${change.was.status} as ${change.was.title}; it is not published now`;
    case "moved": {
      const { was, now } = change;
      const name = now.title === was.title ? "" : ` as ${now.title}`;
      return `${was.date} was ${was.status} as ${was.title}; published is ${now.date}${name}`;
    }
    case "renamed":
      return `${change.was.date} ${named(change.was)} is now ${named(change.now)}`;
  }
}

function named({ title, notes }: { readonly title: string; readonly notes: string | undefined }) {
  return notes ? `${title} (${notes})` : title;
}

/** How many dates of each year were published as they were projected. */
function foretoldLines(all: readonly DivisionChanges[]): readonly string[] {
  const lines = all.flatMap(({ division, changes }) => {
    const years = changes
      .filter(({ kind }) => kind === "foretold")
      .map((c) => dateOf(c).slice(0, 4));
    return [...new Set(years)].map((year) => {
      const count = years.filter((other) => other === year).length;
      return `  ${year} ${division}: ${count} ${count === 1 ? "date" : "dates"}`;
    });
  });
  return lines.length === 0 ? [] : ["published as projected", ...lines.toSorted(), ""];
}

/** The contents of the data, as lines. */
export function summaryLines({ about, divisions }: Data): readonly string[] {
  const years = (date: string) => date.slice(0, 4);
  return [
    `Bank holidays from ${years(about.from)} to ${years(about.to)}, published to ${years(about.publishedUntil)}, projected after that.`,
    ...[...divisions].map(([division, holidays]) => {
      const projected = holidays.filter(({ date }) => date > about.publishedUntil).length;
      return `  ${division}: ${holidays.length - projected} published, ${projected} projected`;
    }),
  ];
}
