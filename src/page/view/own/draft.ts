/** Opening hours of a day of the week, as typed. */
export interface DraftDay {
  readonly isOpen: boolean;
  readonly from: string;
  readonly to: string;
}

export interface DraftClosure {
  readonly date: string;
  readonly title: string;
}

export type Division = "england-and-wales" | "scotland" | "northern-ireland";

/** Parts of a file that the form does not show. They are saved as they were. */
export type Rest = Readonly<Record<string, unknown>>;

/** Opening hours as a week, the lunch of each day, and the days on which they do not hold. */
export interface DraftCalendar {
  /** Its name within the policy. */
  readonly id: string;
  readonly timeZone: string;
  readonly days: readonly DraftDay[];
  readonly lunchFrom: string;
  readonly lunchTo: string;
  /** A division, none, or those that the file states in another way. */
  readonly bankHolidays: "" | Division | "as-in-the-file";
  readonly closures: readonly DraftClosure[];
  readonly rest: Rest;
}

export type Unit = "hours" | "minutes" | "workingDays" | "calendarDays" | "weeks" | "months";

/** How soon something must be done, as typed. */
export interface DraftAllowance {
  /** Empty for no promise. */
  readonly amount: string;
  readonly unit: Unit;
  /** The name of the calendar on which it is counted. */
  readonly calendar: string;
  /** An allowance of a file that the form does not show; null for what was typed. */
  readonly kept: unknown;
}

/** One thing that is promised, as somebody is writing it. */
export interface DraftTarget {
  /** Its name in the policy; null until a file gives it one, so its title does. */
  readonly id: string | null;
  readonly title: string;
  /** Whether there is an amount by severity, one for all, or one that the form does not show. */
  readonly by: "severity" | "all" | "as-in-the-file";
  readonly each: Readonly<Record<string, DraftAllowance>>;
  readonly all: DraftAllowance;
  /** When the last of its days is up; an empty text for what is usual. */
  readonly due: "" | "end-of-day" | "close" | "same-time" | "at";
  readonly dueAt: string;
  /** A wall-clock time; empty for none. */
  readonly cutoff: string;
  readonly runs: string;
  readonly pauses: string;
  readonly stops: string;
  readonly cancels: string;
  readonly warnAt: string;
  /** Empty for what is usual. */
  readonly onSeverityChange: string;
  readonly onReopen: string;
  readonly rest: Rest;
}

/** A promise as somebody is writing it. */
export interface Draft {
  /** Its name; null until a file gives it one, so its title does. */
  readonly id: string | null;
  readonly title: string;
  /** Null if the form can show none of the file's calendars. */
  readonly calendar: DraftCalendar | null;
  /** The other calendars, by name. */
  readonly calendars: Rest;
  /** Whether the policy states the zone of the calendar as its own too. */
  readonly statesZone: boolean;
  /** Separated by commas; empty if tickets have none. */
  readonly severities: string;
  /** Whether the policy lists its severities, besides using them. */
  readonly listsSeverities: boolean;
  readonly targets: readonly DraftTarget[];
  readonly rest: Rest;
}

export const DAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

export const UNITS = [
  ["hours", "hours"],
  ["minutes", "minutes"],
  ["workingDays", "working days"],
  ["calendarDays", "calendar days"],
  ["weeks", "weeks"],
  ["months", "months"],
] as const;

/** Whether an amount of a unit is counted on a calendar. */
export function isCounted(unit: Unit): boolean {
  return unit === "hours" || unit === "minutes" || unit === "workingDays";
}

/** The calendar that never closes, which the form offers beside the one that it shows. */
export const ALWAYS = "around-the-clock";

const OPEN: DraftDay = { isOpen: true, from: "09:00", to: "17:00" };
export const SHUT: DraftDay = { isOpen: false, from: "09:00", to: "13:00" };

export const NO_ALLOWANCE: DraftAllowance = {
  amount: "",
  unit: "hours",
  calendar: "desk",
  kept: null,
};

const hours = (amount: string): DraftAllowance => ({ ...NO_ALLOWANCE, amount });

const FIX: DraftTarget = {
  id: null,
  title: "Fix",
  by: "severity",
  each: { 1: hours("4"), 2: hours("8"), 3: hours("24"), 4: hours("40") },
  all: hours("8"),
  due: "",
  dueAt: "16:00",
  cutoff: "",
  runs: "new, in progress",
  pauses: "on hold, awaiting user info",
  stops: "resolved, closed",
  cancels: "",
  warnAt: "75, 90",
  onSeverityChange: "carry-elapsed",
  onReopen: "",
  rest: {},
};

/** A target as it is added: the first response, which the start of work ends. */
export const RESPONSE: DraftTarget = {
  ...FIX,
  title: "First response",
  each: { 1: hours("1"), 2: hours("2"), 3: hours("4"), 4: hours("8") },
  all: hours("1"),
  runs: "new",
  pauses: "",
  stops: "in progress, on hold, awaiting user info, resolved, closed",
  warnAt: "75",
};

/** A promise to begin with: office hours, and four severities. */
export const FIRST_DRAFT: Draft = {
  id: null,
  title: "Our service desk",
  calendar: {
    id: "desk",
    timeZone: "Europe/London",
    days: [OPEN, OPEN, OPEN, OPEN, OPEN, SHUT, SHUT],
    lunchFrom: "",
    lunchTo: "",
    bankHolidays: "england-and-wales",
    closures: [],
    rest: {},
  },
  calendars: {},
  statesZone: true,
  severities: "1, 2, 3, 4",
  listsSeverities: true,
  targets: [FIX],
  rest: {},
};

/** The words of a text, which commas separate. A word that holds a comma stands in quotation marks. */
export function wordsIn(text: string): string[] {
  const words = text.matchAll(/[^\S\n]*"((?:[^"]|"")*)"[^\S\n]*(?=[,\n]|$)|[^,\n]+/g);
  return [...words]
    .map(([plain, quoted]) => quoted?.replaceAll('""', '"') ?? plain.trim())
    .filter((word) => word !== "");
}

/** The text of some words, from which they are read again. */
export function textOf(words: readonly string[]): string {
  return words
    .map((word) => (/[",\n]|^\s|\s$/.test(word) ? `"${word.replaceAll('"', '""')}"` : word))
    .join(", ");
}
