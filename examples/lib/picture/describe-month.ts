import type { Day } from "./days";
import { namesOf } from "./describe";
import { type Month, monthName } from "./month";
import { fullInstant } from "./words";

/** How many tickets there were, and of which status: `6 tickets: 3 met, 3 breached`. */
export function countsOf({ entries, leftOut }: Month): string {
  const statuses = new Map<string, number>();
  for (const { reading } of entries) {
    statuses.set(reading.status, (statuses.get(reading.status) ?? 0) + 1);
  }
  const counts = [...statuses].map(([status, count]) => `${count} ${status}`).join(", ");
  const tickets = `${entries.length} ${entries.length === 1 ? "ticket" : "tickets"}`;
  const more = leftOut === 0 ? "" : `; ${leftOut} more, due later, are not shown`;
  return `${tickets}${counts === "" ? "" : `: ${counts}`}${more}`;
}

/** A month in words, for those who do not see its picture. */
export function describeMonth(month: Month, named: readonly Day[]): string {
  return [
    `${countsOf(month)}, as of ${fullInstant(month.asOf)}.`,
    `A row for each ticket that was open in ${monthName(month.month)}, by when it is due, with a column for each day.`,
    ...namesOf(named),
  ].join(" ");
}
