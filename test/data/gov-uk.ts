import * as z from "zod";
import rows from "./gov-uk-bank-holidays.json";

/** One bank holiday, as GOV.UK writes it. */
interface GovUkEvent {
  readonly title: string;
  readonly date: string;
  readonly notes: string;
  readonly bunting: boolean;
}

const published = z.record(
  z.string(),
  z.array(z.tuple([z.iso.date(), z.string(), z.string(), z.boolean()])),
);

/** What GOV.UK has published for 2011 to 2028, in the shape of its own file. */
export const GOV_UK: Readonly<
  Record<string, { readonly division: string; readonly events: readonly GovUkEvent[] }>
> = Object.fromEntries(
  Object.entries(published.parse(rows.divisions)).map(([division, events]) => [
    division,
    {
      division,
      events: events.map(([date, title, notes, bunting]) => ({ title, date, notes, bunting })),
    },
  ]),
);

/** The dates of a division that GOV.UK has published, in order. */
export function publishedDates(division: string): readonly string[] {
  return (GOV_UK[division]?.events ?? []).map(({ date }) => date).toSorted();
}
