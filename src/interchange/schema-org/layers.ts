import { type DayNumber, formatDate } from "../../time/civil-date";
import { byDate } from "../by-date";
import { type DayKind, includes, onDate, shortOnly, type TimesOn, WEEK } from "../day-kind";
import { CLOSED, isClosed, joined } from "../day-times";
import type { Entry } from "./entry";
import { DAYS } from "./words";

/** The entries of a place. */
export interface Entries {
  readonly general: readonly Entry[];
  /** The special ones, which win over the general ones. */
  readonly special: readonly Entry[];
}

/** Finds the entries that decide a day. */
export type Decide = (day: DayKind) => readonly Entry[];

/** The hours that start on a day. */
export function timesOf(decide: Decide): TimesOn {
  return (day) =>
    decide(day)
      .map(({ times }) => times)
      .reduce(joined, CLOSED);
}

/** What the entries call a date, if an entry for dates decides it. */
export function titleOf(decide: Decide, date: DayNumber): string | undefined {
  const deciding = decide(onDate(date, false));
  return deciding.find(({ dates, name }) => dates && name !== undefined)?.name;
}

/**
 * The entries that decide a day. The layers are special hours, dates, public holidays, the days of the week of a
 * season, and those of every week; the first layer that says anything about the day decides it. Undefined if
 * there are too many entries for too many dates.
 */
export function decider({ general, special }: Entries): Decide | undefined {
  const rangesOf = ({ dates }: Entry) => shortOnly(dates && [dates]);
  const generalOn = byDate(general, rangesOf);
  const specialOn = byDate(special, rangesOf);
  if (!generalOn || !specialOn) return undefined;
  return (day) => {
    const all = generalOn(day.date);
    const now = all.filter((entry) => entry.dates && holdsOn(entry, day));
    const always = all.filter((entry) => !entry.dates);
    const layers = [
      specialOn(day.date).filter((entry) => holdsOn(entry, day) && names(entry, day)),
      now.filter((entry) => isForDates(entry) && names(entry, day)),
      ...[now, always].map((some) => some.filter(({ holidays }) => holidays && day.isHoliday)),
      ...[now, always].map((some) => some.filter(({ weekdays }) => weekdays?.has(day.weekday))),
    ];
    return layers.find((layer) => layer.length > 0) ?? [];
  };
}

function holdsOn({ dates }: Entry, { date }: DayKind): boolean {
  return dates !== undefined && date !== undefined && includes(dates, date);
}

function names({ weekdays, holidays }: Entry, { weekday, isHoliday }: DayKind): boolean {
  return weekdays === undefined || weekdays.has(weekday) || (holidays && isHoliday);
}

/** Whether an entry is for dates, rather than for the weeks of a season. */
function isForDates({ dates, weekdays }: Entry): boolean {
  return weekdays === undefined || dates?.from === dates?.to;
}

/** The first day for which two entries contradict each other; undefined if they never do. */
export function disagreement(decide: Decide, dates: readonly DayNumber[]): string | undefined {
  const days = [false, true].flatMap((isHoliday) => [
    ...WEEK.map((weekday): DayKind => ({ weekday, isHoliday })),
    ...dates.map((date) => onDate(date, isHoliday)),
  ]);
  for (const day of days) {
    const deciding = decide(day);
    const ranges = new Set(deciding.map(({ dates }) => `${dates?.from} ${dates?.to}`));
    if (ranges.size > 1) {
      return `${nameOf(day)} lies in the dates of two entries, and nothing says which of them wins; give each date to one entry`;
    }
    const closed = deciding.filter(({ times }) => isClosed(times));
    if (closed.length > 0 && closed.length < deciding.length) {
      return `one entry says that ${nameOf(day)} is closed and another that it is open; remove one of them`;
    }
  }
  return undefined;
}

function nameOf({ weekday, isHoliday, date }: DayKind): string {
  if (date !== undefined) return formatDate(date);
  return isHoliday ? "a public holiday" : (DAYS[weekday] ?? "a day");
}
