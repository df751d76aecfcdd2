import { HOUR_MS, MINUTE_MS } from "../../timeline/units";

/** The days as opening_hours writes them, Monday first. */
export const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;

/** The months as opening_hours writes them. */
export const MONTHS = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
] as const;

/** A number of at least two digits, as opening_hours writes hours, minutes and days. */
export function two(n: number | string): string {
  return String(n).padStart(2, "0");
}

/** A time of day as opening_hours writes it, `08:00`; beyond `24:00` on the next date. */
export function timeText(ms: number): string {
  return `${two(Math.floor(ms / HOUR_MS))}:${two((ms % HOUR_MS) / MINUTE_MS)}`;
}

/** Words that opening_hours spells in one way and people spell in several. */
const SPELLINGS: Readonly<Record<string, string>> = {
  Mo: "mon monday mondays",
  Tu: "tue tues tuesday tuesdays",
  We: "wed weds wednesday wednesdays",
  Th: "thu thur thurs thursday thursdays",
  Fr: "fri friday fridays",
  Sa: "sat saturday saturdays",
  Su: "sun sunday sundays",
  Jan: "january",
  Feb: "february",
  Mar: "march",
  Apr: "april",
  Jun: "june",
  Jul: "july",
  Aug: "august",
  Sep: "sept september",
  Oct: "october",
  Nov: "november",
  Dec: "december",
  PH: "",
  SH: "",
  off: "",
  closed: "",
  open: "",
  unknown: "",
  easter: "",
  week: "",
  daily: "everyday",
  weekdays: "",
  weekends: "weekend",
  "-": "to till until",
  ",": "and",
};

const meanings = new Map(
  [...DAYS, ...MONTHS, ...Object.keys(SPELLINGS)].flatMap((word) =>
    [word.toLowerCase(), ...(SPELLINGS[word] ?? "").split(" ")].map(
      (spelling) => [spelling, word] as const,
    ),
  ),
);

/** A word as opening_hours spells it; any other word as it is written. */
export function meaningOf(word: string): string {
  return meanings.get(word.toLowerCase()) ?? word;
}
