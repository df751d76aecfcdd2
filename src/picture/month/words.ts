import type { Month } from "../../tickets/verdicts/month";
import { fullInstant } from "../../words/instants";
import { monthName } from "../../words/periods";
import type { LegendItem } from "../parts/legend";
import { namesOf } from "../ticket/words";
import type { Day } from "../time/days";

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

/** What the fills and marks of a month mean. */
export function monthLegend({ asOf }: Month): LegendItem[] {
  return [
    { key: "counted", text: "clock counted", swatch: "counted" },
    { key: "running", text: "running, not counted", swatch: "bar bar-running" },
    { key: "paused", text: "paused", swatch: "bar bar-paused", pattern: "paused" },
    {
      key: "between",
      text: "stopped, then re-opened",
      swatch: "bar bar-stopped",
      pattern: "stopped",
    },
    { key: "ahead", text: "until due", swatch: "line line-ahead", isLine: true },
    { key: "overdue", text: "overdue", swatch: "overdue" },
    { key: "closed", text: "weekend or closed day", pattern: "closed" },
    { key: "named", text: "bank holiday", pattern: "named" },
    { key: "started", text: "started", shape: "started" },
    { key: "due", text: "due", shape: "due" },
    { key: "projected-due", text: "due if resumed now", shape: "projected-due" },
    { key: "breached", text: "due and breached", shape: "breached" },
    { key: "stopped", text: "stopped", shape: "stopped" },
    { key: "cancelled", text: "cancelled", shape: "cancelled" },
    { key: "as-of", text: `as of ${asOf.toFormat("d LLL yyyy HH:mm")}`, shape: "as-of" },
  ];
}
