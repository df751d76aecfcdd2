import type { SlaReading } from "../../index";
import { formatDuration } from "../../index";
import { fullDue, fullInstant, longDate } from "../../words/instants";
import { plain } from "../../words/printable";
import { standing } from "../../words/sentences";
import type { Activity } from "../parts/bar";
import type { LegendItem } from "../parts/legend";
import { type Day, dayName } from "../time/days";
import type { Stretch } from "./stretches";

/** The facts of a reading as names and values, for a list. */
export function factsOf(reading: SlaReading): (readonly [name: string, value: string])[] {
  const { startedAt, originalDueAt, dueAt, projectedDueAt, breachedAt, stoppedAt } = reading;
  const isLate = breachedAt && breachedAt.toMillis() !== dueAt?.toMillis();
  const isMoved = originalDueAt && originalDueAt.toMillis() !== dueAt?.toMillis();
  const instants: readonly (readonly [string, typeof startedAt, typeof fullInstant])[] = [
    ["Started", startedAt, fullInstant],
    ["First due", isMoved ? originalDueAt : null, fullDue],
    [breachedAt && !isLate ? "Due and breached" : "Due", startedAt ? dueAt : null, fullDue],
    ["Due if resumed now", startedAt && !dueAt ? projectedDueAt : null, fullDue],
    ["Breached", isLate ? breachedAt : null, fullInstant],
    [reading.status === "cancelled" ? "Cancelled" : "Stopped", stoppedAt, fullInstant],
    ["As of", reading.asOf, fullInstant],
  ];
  const paused = reading.pausedFor.valueOf() > 0 ? formatDuration(reading.pausedFor) : null;
  return [
    ["Standing", standing(reading)],
    ...instants.flatMap(([name, at, write]) => (at ? [[name, write(at)] as const] : [])),
    ...(paused === null ? [] : [["Paused for", `${paused} of the calendar's time`] as const]),
    ["Times in", reading.asOf.zoneName ?? "UTC"],
  ];
}

/** The instants of a reading and what they rest on, for the lines under a title. */
export function instantTexts(reading: SlaReading): string[] {
  const [, ...facts] = factsOf(reading);
  const texts = facts.map(([name, value]) => `${name[0]?.toLowerCase()}${name.slice(1)} ${value}`);
  return [...texts, ...provisionalNote(reading)];
}

/** The remark on a reading whose dates may yet change. */
export function provisionalNote({ provisional }: SlaReading): string[] {
  return provisional ? ["provisional: it rests on bank holidays that are not published yet"] : [];
}

/** Up to this many days are named. More are only counted, and a page lists them. */
const MOST_NAMES = 24;

/** The picture in words, for people who do not see it. */
export function describe(reading: SlaReading, named: readonly Day[]): string {
  const facts = factsOf(reading).map(([name, value]) => `${name}: ${value}.`);
  return [
    "A timeline of the ticket's states over the hours of its calendar, and beneath it the running total against the allowance.",
    ...facts,
    ...provisionalNote(reading).map((note) => `${note}.`),
    ...namesOf(named),
  ].join(" ");
}

/** The days that are not ordinary, in a sentence, if there are any. */
export function namesOf(named: readonly Day[]): string[] {
  if (named.length === 0) return [];
  if (named.length > MOST_NAMES) return [`${named.length} days are not ordinary.`];
  const days = named.map((day) => `${plain(dayName(day))} on ${longDate(day.date)}`);
  return [`Days that are not ordinary: ${days.join(", ")}.`];
}

interface Shown {
  readonly reading: SlaReading;
  readonly stretches: readonly Stretch[];
  readonly days: readonly Day[];
  readonly shading: "hours" | "days" | "none";
  readonly hasCalendar: boolean;
}

/** The meanings of the fills that a ticket's picture has. */
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
      pattern: "closed",
      isShown: has("weekend", "closed"),
    },
    {
      key: "named",
      text: "bank holiday",
      pattern: "named",
      isShown: has("holiday"),
    },
  ];
  return items.filter(({ isShown }) => isShown);
}
