import { DateTime } from "luxon";
import type { Month, MonthEntry } from "../../src/tickets/verdicts/month";
import { monthSpan } from "../../src/words/periods";

/** A month of some tickets, in London, as of the end of the sample. */
export function monthOf(month: string, entries: readonly MonthEntry[]): Month {
  const zone = "Europe/London";
  const span = monthSpan(month, zone);
  if (!span) throw new Error(`${month} is not a month`);
  const asOf = DateTime.fromISO("2027-04-05T12:00", { zone });
  const counts: Partial<Record<MonthEntry["reading"]["status"], number>> = {};
  for (const { reading } of entries) counts[reading.status] = (counts[reading.status] ?? 0) + 1;
  return { month, span, zone, asOf, entries, leftOut: 0, counts };
}
