import type { SlaReading } from "../../../src/index";
import type { Day } from "./days";
import type { LegendItem } from "./legend";
import type { Activity, Stretch } from "./stretches";

interface Shown {
  readonly reading: SlaReading;
  readonly stretches: readonly Stretch[];
  readonly days: readonly Day[];
  readonly shading: "hours" | "days" | "none";
  readonly hasCalendar: boolean;
}

/** What the fills of a ticket's picture mean: of all there are, those that it has. */
export function ticketLegend(shown: Shown): LegendItem[] {
  const { reading, stretches, days, shading, hasCalendar } = shown;
  const does = (...activities: readonly Activity[]) =>
    stretches.some(({ activity }) => activities.includes(activity));
  const has = (...kinds: readonly Day["kind"][]) =>
    shading !== "none" && days.some(({ kind }) => kinds.includes(kind));
  const isAhead = !reading.stoppedAt && !reading.breached && reading.startedAt !== null;
  const items: readonly (LegendItem & { readonly isShown: boolean })[] = [
    { key: "counted", text: "clock counted", swatch: "counted", isShown: does("running") },
    {
      key: "running",
      text: hasCalendar ? "running, not counted" : "running",
      swatch: "bar bar-running",
      isShown: does("running"),
    },
    {
      key: "paused",
      text: "paused",
      swatch: "bar bar-paused",
      pattern: "paused",
      isShown: does("paused"),
    },
    {
      key: "stopped",
      text: "stopped",
      swatch: "bar bar-stopped",
      pattern: "stopped",
      isShown: does("stopped", "cancelled"),
    },
    {
      key: "total",
      text: "running total",
      swatch: "total",
      isLine: true,
      isShown: reading.startedAt !== null,
    },
    { key: "ahead", text: "if it runs on", swatch: "total ahead", isLine: true, isShown: isAhead },
    {
      key: "over",
      text: "over the allowance",
      swatch: "rule",
      pattern: "over",
      isShown: reading.overrun.valueOf() > 0,
    },
    {
      key: "core",
      text: shading === "hours" ? "core hours" : "working days",
      swatch: "core",
      isShown: hasCalendar && has("working", "exception"),
    },
    {
      key: "closed",
      text: has("closed") ? "weekend or closed day" : "weekend",
      swatch: "rule",
      pattern: "closed",
      isShown: has("weekend", "closed"),
    },
    {
      key: "named",
      text: "bank holiday",
      swatch: "rule",
      pattern: "named",
      isShown: has("holiday"),
    },
  ];
  return items.filter(({ isShown }) => isShown);
}
