import type { SlaReading } from "../../../src/index";
import { type Day, dayName } from "./days";
import { plain } from "./text";
import { fullInstant, lengthWords, longDate, standing } from "./words";

/** The facts of a reading as names and values, for a list. */
export function factsOf(reading: SlaReading): (readonly [name: string, value: string])[] {
  const { startedAt, originalDueAt, dueAt, projectedDueAt, breachedAt, stoppedAt } = reading;
  const isLate = breachedAt && breachedAt.toMillis() !== dueAt?.toMillis();
  const isMoved = originalDueAt && originalDueAt.toMillis() !== dueAt?.toMillis();
  const instants: readonly (readonly [string, typeof startedAt])[] = [
    ["Started", startedAt],
    ["First due", isMoved ? originalDueAt : null],
    [breachedAt && !isLate ? "Due and breached" : "Due", startedAt ? dueAt : null],
    ["Due if resumed now", startedAt && !dueAt ? projectedDueAt : null],
    ["Breached", isLate ? breachedAt : null],
    [reading.status === "cancelled" ? "Cancelled" : "Stopped", stoppedAt],
    ["As of", reading.asOf],
  ];
  const paused = reading.pausedFor.valueOf() > 0 ? lengthWords(reading.pausedFor) : null;
  return [
    ["Standing", standing(reading)],
    ...instants.flatMap(([name, at]) => (at ? [[name, fullInstant(at)] as const] : [])),
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

/** What is to be said where the dates of a reading may yet change. */
export function provisionalNote({ provisional }: SlaReading): string[] {
  return provisional ? ["provisional: it rests on bank holidays that are not published yet"] : [];
}

/** More days than these are counted, not named: a page lists them. */
const MOST_NAMES = 24;

/** The picture in words, for those who do not see it. */
export function describe(reading: SlaReading, named: readonly Day[]): string {
  const facts = factsOf(reading).map(([name, value]) => `${name}: ${value}.`);
  return [
    "A timeline of the ticket's states over the hours of its calendar, and beneath it the running total against the allowance.",
    ...facts,
    ...provisionalNote(reading).map((note) => `${note}.`),
    ...namesOf(named),
  ].join(" ");
}

/** The days that are not ordinary, in a sentence, where there are any. */
export function namesOf(named: readonly Day[]): string[] {
  if (named.length === 0) return [];
  if (named.length > MOST_NAMES) return [`${named.length} days are not ordinary.`];
  const days = named.map((day) => `${plain(dayName(day))} on ${longDate(day.date)}`);
  return [`Days that are not ordinary: ${days.join(", ")}.`];
}
