import { type Division, statutoryBankHolidays } from "../reference/statutory-bank-holidays";

/**
 * A calendar in London minute by minute, about one change of the clocks: what the clock on the wall
 * shows in each minute, and whether the calendar's hours say that it is open then. Every answer is a
 * look along that row of minutes. It shares nothing with the library.
 */

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How far the row reaches to either side of the day of the change: an Easter and 48 hours of work. */
const BEFORE = 8 * DAY;
const AFTER = 17 * DAY;

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** What the shipped calendars are made of. */
export interface Hours {
  readonly hours: Readonly<Record<string, readonly string[]>>;
  readonly bankHolidays?: string | undefined;
}

/** A day on which the clocks change, and the instant at which they do. */
export interface Change {
  readonly date: string;
  readonly toSummer: boolean;
}

export const CHANGES: readonly Change[] = [
  { date: "2024-03-31", toSummer: true },
  { date: "2024-10-27", toSummer: false },
  { date: "2025-03-30", toSummer: true },
  { date: "2025-10-26", toSummer: false },
  { date: "2026-03-29", toSummer: true },
  { date: "2026-10-25", toSummer: false },
  { date: "2027-03-28", toSummer: true },
  { date: "2027-10-31", toSummer: false },
];

/** A row of minutes, and what the clock on the wall shows in each. */
export interface Wall {
  readonly startMs: number;
  readonly shown: readonly WallMinute[];
  /** The first minute of the day of the change, and the one after its last. */
  readonly from: number;
  readonly to: number;
}

interface WallMinute {
  readonly date: string;
  readonly weekday: string;
  readonly minuteOfDay: number;
}

export function wallAbout({ date, toSummer }: Change): Wall {
  const changeMs = Date.parse(`${date}T01:00Z`);
  const startMs = changeMs - HOUR - BEFORE;
  const shown = Array.from({ length: (BEFORE + AFTER) / MINUTE }, (_, i) => {
    const ms = startMs + i * MINUTE;
    const isSummer = ms < changeMs ? !toSummer : toSummer;
    return wallMinute(isSummer ? ms + HOUR : ms);
  });
  // The day begins at midnight by the clocks before the change, and has 23 or 25 hours.
  const dayMs = Date.parse(`${date}T00:00Z`) - (toSummer ? 0 : HOUR);
  const from = (dayMs - startMs) / MINUTE;
  return { startMs, shown, from, to: from + (toSummer ? 23 : 25) * 60 };
}

function wallMinute(ms: number): WallMinute {
  const wall = new Date(ms);
  return {
    date: wall.toISOString().slice(0, 10),
    weekday: WEEKDAYS[wall.getUTCDay()] ?? "",
    minuteOfDay: wall.getUTCHours() * 60 + wall.getUTCMinutes(),
  };
}

/**
 * The instant at which the wall shows a time of the day of the change: the first of two, and for a time
 * that is skipped, the one an hour later.
 */
export function instantShowing({ startMs, shown, from, to }: Wall, minuteOfDay: number): number {
  const day = shown.slice(from, to);
  const first = day.findIndex((minute) => minute.minuteOfDay === minuteOfDay);
  const found = first < 0 ? day.findIndex((m) => m.minuteOfDay === minuteOfDay + 60) : first;
  return startMs + (from + found) * MINUTE;
}

function isOpenAt({ hours, bankHolidays }: Hours, minute: WallMinute): boolean {
  const { date, weekday, minuteOfDay } = minute;
  if (bankHolidays !== undefined && holidaysOf(bankHolidays, date.slice(0, 4)).has(date)) {
    return false;
  }
  const group = weekday === "saturday" || weekday === "sunday" ? "weekend" : "weekdays";
  const periods = hours[weekday] ?? hours[group] ?? hours["daily"] ?? [];
  return periods.some((period) => {
    const [opens = "", closes = ""] = period.split("-");
    return minuteOf(opens) <= minuteOfDay && minuteOfDay < minuteOf(closes);
  });
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

const known = new Map<string, ReadonlySet<string>>();

function holidaysOf(division: string, year: string): ReadonlySet<string> {
  const key = `${division} ${year}`;
  const holidays =
    // The shipped calendars name no other divisions; the statute would refuse one.
    known.get(key) ?? new Set(statutoryBankHolidays(division as Division, Number(year)));
  known.set(key, holidays);
  return holidays;
}

// ------------------------------------------------------ answers, from one walk along the row each way

/** Where the row has no answer. */
export const NONE = -1;

/** For each minute, what a walk along the row has met last: instants, or NONE. */
export interface Answers {
  readonly startMs: number;
  readonly open: readonly boolean[];
  /** How many minutes before each were open. */
  readonly worked: readonly number[];
  /** The places of the open minutes, in order. */
  readonly counted: readonly number[];
  readonly nextOpen: readonly number[];
  readonly nextClose: readonly number[];
  readonly previousOpen: readonly number[];
  readonly previousClose: readonly number[];
}

export function answersOf({ startMs, shown }: Wall, calendar: Hours): Answers {
  const open = shown.map((minute) => isOpenAt(calendar, minute));
  const [worked, counted]: [number[], number[]] = [[], []];
  const [previousOpen, previousClose]: [number[], number[]] = [[], []];
  let [lastOpen, lastClose] = [NONE, NONE];
  for (const [i, isOpen] of open.entries()) {
    worked.push(counted.length);
    if (i > 0 && isOpen && !open[i - 1]) lastOpen = startMs + i * MINUTE;
    if (i > 0 && !isOpen && open[i - 1]) lastClose = startMs + i * MINUTE;
    if (isOpen) counted.push(i);
    previousOpen.push(lastOpen);
    previousClose.push(lastClose);
  }
  const nextOpen = new Array<number>(open.length);
  const nextClose = new Array<number>(open.length);
  let [opensAt, closesAt] = [NONE, NONE];
  for (let i = open.length - 1; i >= 0; i--) {
    nextClose[i] = closesAt; // A closing at the minute itself is not after it.
    if (i > 0 && !open[i] && open[i - 1]) closesAt = startMs + i * MINUTE;
    if (open[i]) opensAt = startMs + i * MINUTE;
    nextOpen[i] = opensAt;
  }
  return { startMs, open, worked, counted, nextOpen, nextClose, previousOpen, previousClose };
}

/** The working time from one minute to another, in milliseconds. */
export function between({ worked }: Answers, from: number, to: number): number {
  return ((worked[to] ?? Number.NaN) - (worked[from] ?? Number.NaN)) * MINUTE;
}

/** The instant by which so many minutes, one or more, have been worked from a minute on. */
export function addMinutes(
  { startMs, worked, counted, nextOpen }: Answers,
  from: number,
  amount: number,
  tie: "close" | "next-open",
): number {
  const last = counted[(worked[from] ?? 0) + amount - 1];
  if (last === undefined) return NONE;
  const due = last + 1;
  return tie === "close" ? startMs + due * MINUTE : (nextOpen[due] ?? NONE);
}
