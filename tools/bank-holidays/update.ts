import type { KnownHoliday } from "./compare";
import type { Data, Holiday } from "./data";
import type { Published } from "./published";

/** The years of a file that the data has too. */
export function sharedYears({ about }: Data, { years }: Published): readonly string[] {
  const [from, to] = [about.from.slice(0, 4), about.to.slice(0, 4)];
  return years.filter((year) => from <= year && year <= to);
}

/** What the data says about a division in some years. */
export function knownIn(data: Data, division: string, years: readonly string[]): KnownHoliday[] {
  return inYears(data.divisions.get(division) ?? [], years).map((holiday) => ({
    ...holiday,
    status: holiday.date <= data.about.publishedUntil ? "published" : "projected",
  }));
}

/** The holidays of some years. */
export function inYears(holidays: readonly Holiday[], years: readonly string[]): Holiday[] {
  return holidays.filter(({ date }) => years.includes(date.slice(0, 4)));
}

/**
 * The data, with the published dates in place of its dates of the same years. It counts as published up to
 * the last year, without a gap, that is published for every division.
 */
export function updated(data: Data, published: readonly Published[]): Data {
  const divisions = new Map(data.divisions);
  for (const each of published) {
    const years = sharedYears(data, each);
    const known = divisions.get(each.division) ?? [];
    const kept = known.filter(({ date }) => !years.includes(date.slice(0, 4)));
    const notes = new Map(known.map((holiday) => [holiday.date, holiday.notes]));
    const news = inYears(each.holidays, years).map((holiday) => ({
      ...holiday,
      // A source without notes leaves the notes as they are.
      notes: holiday.notes ?? notes.get(holiday.date),
    }));
    const all = [...kept, ...news].sort((a, b) => (a.date < b.date ? -1 : 1));
    divisions.set(each.division, all);
  }
  const publishedUntil = lastPublished(data, published);
  return { about: { ...data.about, publishedUntil }, divisions };
}

function lastPublished(data: Data, published: readonly Published[]): string {
  const isPublished = (year: string) =>
    [...data.divisions.keys()].every((division) =>
      published.some(
        (each) => each.division === division && sharedYears(data, each).includes(year),
      ),
    );
  let year = Number(data.about.publishedUntil.slice(0, 4));
  while (isPublished(String(year + 1))) year++;
  return `${year}-12-31`;
}
