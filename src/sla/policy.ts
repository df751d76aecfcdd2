import { z } from "zod";
import type { DayDue } from "../calendar/calendar-days";
import type { CalendarDefinition } from "../calendar/definition";
import type { Tie } from "../timeline";
import { type AtDue, CHOICES, type OnReopen, type OnSeverityChange } from "./choices";

/** An amount of working time on a calendar of the policy. */
export interface TimeAllowance {
  readonly hours?: number;
  readonly minutes?: number;
  /** The name of a calendar of the policy. */
  readonly calendar: string;
}

/** A number of working days of a calendar of the policy. */
export interface WorkingDayAllowance {
  readonly workingDays: number;
  readonly calendar: string;
  /** When the last day is up; `end-of-day` if not said. */
  readonly due?: DayDue;
  /** A wall-clock time at or after which a start counts as received on the next working day. */
  readonly cutoff?: string;
}

/** A length of civil time: exactly one of days, weeks and months. Month ends clamp. */
export interface CivilAllowance {
  readonly calendarDays?: number;
  readonly weeks?: number;
  readonly months?: number;
  /** When the last day is up: at the `same-time` as the start if not said, or at its `end-of-day`. */
  readonly due?: "same-time" | "end-of-day";
}

export type AllowanceDefinition = TimeAllowance | WorkingDayAllowance | CivilAllowance;

/** A promise: how long may be used, and in which states of a ticket it is being used. */
export interface TargetDefinition {
  readonly title?: string;
  /** The clause it comes from, as in the policy's clause register. */
  readonly clause?: string;
  /** One for all, or one for each severity. */
  readonly allowance: AllowanceDefinition | Readonly<Record<string, AllowanceDefinition>>;
  /** The states in which the clock runs; the first of them to come starts it. */
  readonly runs: readonly string[];
  /** The states in which it pauses. */
  readonly pauses?: readonly string[];
  /** The states in which it stops, and the target is met or missed. */
  readonly stops: readonly string[];
  /** The states in which there is no longer anything to meet. */
  readonly cancels?: readonly string[];
  /** Shares of the allowance at which to warn, between 0 and 1. */
  readonly warnAt?: readonly number[];
  readonly tie?: Tie;
  readonly atDue?: AtDue;
  readonly onSeverityChange?: OnSeverityChange;
  readonly onReopen?: OnReopen;
}

/** A policy, as JSON: its calendars, its severities, its targets. */
export interface PolicyDefinition {
  readonly $schema?: string;
  readonly id: string;
  readonly title?: string;
  /** Where the policy comes from. */
  readonly source?: string | Readonly<Record<string, string>>;
  /** The zone of calendar days, weeks and months; that of its calendars if not said. */
  readonly timeZone?: string;
  /** Definitions, or the names of shipped calendars. */
  readonly calendars?: Readonly<Record<string, CalendarDefinition | string>>;
  readonly severities?: readonly string[];
  readonly targets: Readonly<Record<string, TargetDefinition>>;
}

const amount = (what: string) =>
  z.number(`expected a number of ${what}`).nonnegative(`expected ${what} of zero or more`);
const days = (what: string) =>
  z.int(`expected a whole number of ${what}`).nonnegative(`expected ${what} of zero or more`);
const words = z.array(z.string().min(1), "expected a list of states");
const cutoff = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
  error: 'expected a time of day such as "17:00"',
});

const timeAllowance = z
  .strictObject({
    hours: amount("hours").optional(),
    minutes: amount("minutes").optional(),
    calendar: z.string("expected the name of a calendar of the policy"),
  })
  .refine(({ hours, minutes }) => hours !== undefined || minutes !== undefined, {
    error: 'expected "hours", "minutes" or both',
  });

const workingDayAllowance = z.strictObject({
  workingDays: days("working days"),
  calendar: z.string("expected the name of a calendar of the policy"),
  due: z.enum(["end-of-day", "close", "same-time"]).optional(),
  cutoff: cutoff.optional(),
});

const civilAllowance = z
  .strictObject({
    calendarDays: days("days").optional(),
    weeks: days("weeks").optional(),
    months: days("months").optional(),
    due: z.enum(["same-time", "end-of-day"]).optional(),
  })
  .refine(
    ({ calendarDays, weeks, months }) =>
      [calendarDays, weeks, months].filter((value) => value !== undefined).length === 1,
    { error: 'expected exactly one of "calendarDays", "weeks" and "months"' },
  );

/** The zod schema that fits an allowance by the unit it names, or undefined where it names none. */
export function allowanceSchemaFor(value: unknown): z.ZodType | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if ("workingDays" in value) return workingDayAllowance;
  if ("calendarDays" in value || "weeks" in value || "months" in value) return civilAllowance;
  if ("hours" in value || "minutes" in value) return timeAllowance;
  return undefined;
}

const target = z.strictObject(
  {
    title: z.string().optional(),
    clause: z.string().optional(),
    allowance: z.record(z.string(), z.unknown(), "expected an allowance"),
    runs: words.min(1, "expected at least one state in which the clock runs"),
    pauses: words.optional(),
    stops: words.min(1, "expected at least one state in which the clock stops"),
    cancels: words.optional(),
    warnAt: z
      .array(
        z.number().positive("expected a share above 0").max(1, "expected a share of 1 or less"),
      )
      .optional(),
    tie: z.enum(CHOICES.tie).optional(),
    atDue: z.enum(CHOICES.atDue).optional(),
    onSeverityChange: z.enum(CHOICES.onSeverityChange).optional(),
    onReopen: z.enum(CHOICES.onReopen).optional(),
  },
  "expected a target",
);

/** Names become keys of objects and arguments of programs, so they are kept plain. */
const name = z
  .string()
  .regex(/^[A-Za-z][\w-]*$/, { error: "expected a name of letters, digits, - and _" });

/** The zod schema of a policy; its calendars and allowances are checked part by part. */
export const policySchema = z.strictObject(
  {
    $schema: z.string().optional(),
    id: z.string("expected a name").min(1, "expected a name"),
    title: z.string().optional(),
    source: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
    timeZone: z.string("expected an IANA zone").optional(),
    calendars: z.record(name, z.unknown(), "expected calendars by name").optional(),
    severities: z.array(z.string().min(1), "expected a list of severities").optional(),
    targets: z.record(name, target, "expected targets by name"),
  },
  "expected a policy",
);

/** The allowances of a target, whether by severity or not. */
export function allowancesOf({ allowance }: TargetDefinition): readonly AllowanceDefinition[] {
  return isAllowance(allowance) ? [allowance] : Object.values(allowance);
}

/** Whether an allowance is one for all severities. */
export function isAllowance(
  allowance: TargetDefinition["allowance"],
): allowance is AllowanceDefinition {
  return allowanceSchemaFor(allowance) !== undefined;
}

/** Whether a target counts calendar days, weeks or months. */
export function usesCivilTime(target: TargetDefinition): boolean {
  return allowancesOf(target).some((each) => !("calendar" in each));
}
