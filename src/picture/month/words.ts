import type { Month } from "../../tickets/verdicts/month";
import { counted, countText } from "../../words/amounts";
import { fullInstant } from "../../words/instants";
import { monthName } from "../../words/periods";
import type { LegendItem } from "../parts/legend";
import { namesOf } from "../ticket/words";
import type { Day } from "../time/days";

/**
 * How many tickets there were of each status, drawn or not:
 * `6 tickets: 3 met, 3 breached; 2 of them, due later, are not drawn`.
 */
export function countsOf({ entries, leftOut, counts }: Month): string {
  const all = entries.length + leftOut;
  // Object.entries gives the statuses that the table has.
  const each = Object.entries(counts).map(([status, count]) => `${countText(count)} ${status}`);
  const more = leftOut === 0 ? "" : `; ${countText(leftOut)} of them, due later, are not drawn`;
  return `${counted(all, "ticket")}${each.length === 0 ? "" : `: ${each.join(", ")}`}${more}`;
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
