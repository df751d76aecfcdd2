import type { LegendItem } from "./legend";
import type { Month } from "./month";

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
