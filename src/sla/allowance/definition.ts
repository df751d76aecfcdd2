import * as z from "zod";
import { type DayDue, DUES, type DueAt } from "../../calendar/days/counted-days";
import { once } from "../../input/once";
import { strictObject } from "../../input/schema";

/** An amount of working time on a calendar of the policy. */
export interface TimeAllowance {
  readonly hours?: number;
  readonly minutes?: number;
  /** The name of a calendar of the policy. */
  readonly calendar: string;
  /** A wall-clock time at or after which a start counts as received at the next working day's opening. */
  readonly cutoff?: string;
}

/** A number of working days of a calendar of the policy. */
export interface WorkingDayAllowance {
  readonly workingDays: number;
  readonly calendar: string;
  /** When the last day is up; `end-of-day` by default. */
  readonly due?: DayDue | DueAt;
  /** A wall-clock time at or after which a start counts as received on the next working day. */
  readonly cutoff?: string;
}

/** A length of civil time: exactly one of days, weeks and months. */
export interface CivilAllowance {
  readonly calendarDays?: number;
  readonly weeks?: number;
  readonly months?: number;
  /** When the last day is up: at the `same-time` as the start (default), or at its `end-of-day`. */
  readonly due?: "same-time" | "end-of-day";
  /**
   * Where months lead from the last day of a month. `clamp` (default): to the same day, or to the last
   * day of a shorter month, so 30 November leads to 30 December. `keep`: to the last day again, 31
   * December.
   */
  readonly monthEnd?: "clamp" | "keep";
}

export type AllowanceDefinition = TimeAllowance | WorkingDayAllowance | CivilAllowance;

/** In the place of an allowance: nothing is due until an agreed date is given, and then that date is. */
export const AGREED = "agreed";

const amount = (what: string) =>
  z.number(`expected a number of ${what}`).nonnegative(`expected ${what} of zero or more`);
const days = (what: string) =>
  z.int(`expected a whole number of ${what}`).nonnegative(`expected ${what} of zero or more`);
const cutoff = once(() =>
  z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
    error: 'expected a time of day such as "17:00"',
  }),
);

const timeAllowance = once(() =>
  strictObject({
    hours: amount("hours").optional(),
    minutes: amount("minutes").optional(),
    calendar: z.string("expected the name of a calendar of the policy"),
    cutoff: cutoff().optional(),
  }).refine(({ hours, minutes }) => hours !== undefined || minutes !== undefined, {
    error: 'expected "hours", "minutes" or both',
  }),
);

const workingDayAllowance = once(() =>
  strictObject({
    workingDays: days("working days"),
    calendar: z.string("expected the name of a calendar of the policy"),
    due: z
      .union(
        [z.enum(DUES), strictObject({ at: cutoff() })],
        'expected "end-of-day", "close", "same-time" or { "at": "16:00" }',
      )
      .optional(),
    cutoff: cutoff().optional(),
  }),
);

const civilAllowance = once(() =>
  strictObject({
    calendarDays: days("days").optional(),
    weeks: days("weeks").optional(),
    months: days("months").optional(),
    due: z.enum(["same-time", "end-of-day"]).optional(),
    monthEnd: z.enum(["clamp", "keep"]).optional(),
  }).refine(
    ({ calendarDays, weeks, months }) =>
      [calendarDays, weeks, months].filter((value) => value !== undefined).length === 1,
    { error: 'expected exactly one of "calendarDays", "weeks" and "months"' },
  ),
);

/** Gives the zod schema of an allowance by the unit that it names; undefined if it names no unit. */
export function allowanceSchemaFor(value: unknown): (() => z.ZodType) | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if ("workingDays" in value) return workingDayAllowance;
  if ("calendarDays" in value || "weeks" in value || "months" in value) return civilAllowance;
  if ("hours" in value || "minutes" in value) return timeAllowance;
  return undefined;
}

/** The units of an allowance, each in the singular and the plural. */
const UNITS: readonly (readonly [string, string, string])[] = [
  ["hours", "h", "h"],
  ["minutes", "min", "min"],
  ["workingDays", "working day", "working days"],
  ["calendarDays", "day", "days"],
  ["weeks", "week", "weeks"],
  ["months", "month", "months"],
];

/** An allowance in words: `2 h 30 min on office`, `1 working day on office`, `2 weeks`. */
export function allowanceInWords(allowance: AllowanceDefinition): string {
  const amounts = UNITS.flatMap(([key, one, many]) => {
    const amount: unknown = Reflect.get(allowance, key);
    return typeof amount === "number" ? [`${amount} ${amount === 1 ? one : many}`] : [];
  });
  const where = "calendar" in allowance ? [`on ${allowance.calendar}`] : [];
  return [...amounts, ...where].join(" ");
}
