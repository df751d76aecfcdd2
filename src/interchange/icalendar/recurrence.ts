import { show } from "../../input/show";
import type { DayNumber } from "../../time/civil-date";
import type { Refuse } from "./days";
import type { Property } from "./events";

const FREQUENCIES = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY"] as const;
type Frequency = (typeof FREQUENCIES)[number];

/** A day of the week, perhaps the nth of its month or year, from the end if negative. */
export interface ByDay {
  /** 0 for Monday to 6 for Sunday. */
  readonly weekday: number;
  readonly nth: number | undefined;
}

/** A recurrence rule of whole days (RFC 5545, 3.3.10). */
export interface Recurrence {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | undefined;
  readonly until: DayNumber | undefined;
  readonly months: readonly number[] | undefined;
  readonly monthDays: readonly number[] | undefined;
  readonly yearDays: readonly number[] | undefined;
  readonly days: readonly ByDay[] | undefined;
  readonly positions: readonly number[] | undefined;
  /** The first day of the week, 0 for Monday. */
  readonly weekStart: number;
}

/** The days of the week as RFC 5545 writes them, Monday first. */
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

const KNOWN = [
  "FREQ",
  "INTERVAL",
  "COUNT",
  "UNTIL",
  "WKST",
  "BYMONTH",
  "BYMONTHDAY",
  "BYYEARDAY",
  "BYDAY",
  "BYSETPOS",
];

/**
 * Reads the value of an RRULE.
 *
 * @param readUntil the last day of UNTIL
 */
export function recurrenceOf(
  property: Property,
  readUntil: (value: string) => DayNumber,
  refuse: Refuse,
): Recurrence {
  const parts = partsOf(property, refuse);
  const wrong = (name: string, expected: string): never =>
    refuse(property, `${name}=${parts.get(name) ?? ""} given; expected ${expected}`);
  const number = (name: string) => {
    const value = parts.get(name);
    if (value === undefined) return undefined;
    return /^[1-9]\d{0,5}$/.test(value) ? Number(value) : wrong(name, "a whole number from 1");
  };
  const numbers = (name: string, least: number, most: number) => {
    const list = parts.get(name)?.split(",");
    return list?.map((text) => {
      const value = /^[+-]?\d{1,3}$/.test(text) ? Number(text) : 0;
      const isIn = value !== 0 && value >= least && value <= most;
      return isIn ? value : wrong(name, `numbers from ${least} to ${most}`);
    });
  };
  const frequency = FREQUENCIES.find((each) => each === parts.get("FREQ")?.toUpperCase());
  if (!frequency) return wrong("FREQ", `one of ${FREQUENCIES.join(", ")}; a closure is of days`);
  const days = parts
    .get("BYDAY")
    ?.split(",")
    .map((text) => byDay(text) ?? wrong("BYDAY", "days such as MO, 1MO or -1FR"));
  const weekStart = WEEKDAYS.indexOf((parts.get("WKST") ?? "MO").toUpperCase());
  if (weekStart < 0) return wrong("WKST", "a day such as MO");
  const until = parts.get("UNTIL");
  const count = number("COUNT");
  if (until !== undefined && count !== undefined) {
    return refuse(property, "UNTIL and COUNT given; expected one of them");
  }
  const recurrence: Recurrence = {
    frequency,
    interval: number("INTERVAL") ?? 1,
    count,
    until: until === undefined ? undefined : readUntil(until),
    months: numbers("BYMONTH", 1, 12),
    monthDays: numbers("BYMONTHDAY", -31, 31),
    yearDays: numbers("BYYEARDAY", -366, 366),
    days,
    positions: numbers("BYSETPOS", -366, 366),
    weekStart,
  };
  refuseUnlawful(recurrence, (message) => refuse(property, message));
  return recurrence;
}

/** Refuses the combinations that RFC 5545 forbids. */
function refuseUnlawful(recurrence: Recurrence, refuse: (message: string) => never): void {
  const { frequency, yearDays, monthDays, days, positions } = recurrence;
  const isNumbered = days?.some(({ nth }) => nth !== undefined) ?? false;
  if (isNumbered && (frequency === "WEEKLY" || frequency === "DAILY")) {
    refuse(`FREQ=${frequency} with a numbered BYDAY; expected days alone, such as MO`);
  }
  if (positions && frequency === "WEEKLY") {
    refuse("FREQ=WEEKLY with BYSETPOS means two things in the week of DTSTART; give BYDAY alone");
  }
  if (monthDays && frequency === "WEEKLY") refuse("FREQ=WEEKLY with BYMONTHDAY; leave it out");
  if (yearDays && frequency !== "YEARLY") refuse(`FREQ=${frequency} with BYYEARDAY; leave it out`);
  if (positions && !days && !monthDays && !yearDays && !recurrence.months) {
    refuse("BYSETPOS chooses among days, and no BYDAY, BYMONTHDAY or BYMONTH gives them");
  }
}

function partsOf(property: Property, refuse: Refuse): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const part of property.value.trim().split(";")) {
    if (part === "") continue;
    const [name = "", value = "", more] = part.split("=");
    const key = name.toUpperCase();
    if (!KNOWN.includes(key) || more !== undefined) {
      refuse(
        property,
        `${show(part)} cannot be read as dates; there are ${KNOWN.slice(0, -1).join(", ")} and ${KNOWN.at(-1)}`,
      );
    }
    if (parts.has(key)) refuse(property, `${key} given twice; expected it once`);
    parts.set(key, value);
  }
  return parts;
}

function byDay(text: string): ByDay | undefined {
  const [, nth, name = ""] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(text.toUpperCase()) ?? [];
  const weekday = WEEKDAYS.indexOf(name);
  const number = nth === undefined ? undefined : Number(nth);
  const isIn = number === undefined || (number !== 0 && Math.abs(number) <= 53);
  return weekday >= 0 && isIn ? { weekday, nth: number } : undefined;
}
