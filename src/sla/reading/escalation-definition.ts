import * as z from "zod";
import { once } from "../../input/once";
import { strictObject } from "../../input/schema";

/** A length of time before or after the due instant. */
export interface OffsetDefinition {
  readonly hours?: number;
  readonly minutes?: number;
  /** Working days of the calendar, to the same time of day, or from midnight to midnight. */
  readonly workingDays?: number;
  readonly calendarDays?: number;
  /** A calendar of the policy; the one that the allowance is counted on if omitted. */
  readonly calendar?: string;
}

/**
 * When an escalation is due: exactly one of a used share, and a length of time before or after the
 * due instant.
 */
export interface EscalationTime {
  /** A share of the allowance, which may be above 1: 1.5 is half of it again after the due instant. */
  readonly share?: number;
  readonly before?: OffsetDefinition;
  readonly after?: OffsetDefinition;
}

/** An instant in the life of a ticket at which to tell somebody. */
export interface EscalationDefinition {
  /** What it is called. By default, when it is due in words, such as "30 min before". */
  readonly id?: string;
  readonly title?: string;
  readonly at: EscalationTime;
  /** The severities that it is for; all if omitted. */
  readonly severities?: readonly string[];
}

/** The largest share of an allowance: a larger number was meant as a percentage. */
const MOST_SHARE = 10;

const offset = once(() =>
  strictObject(
    {
      hours: z.number().nonnegative("expected hours of zero or more").optional(),
      minutes: z.number().nonnegative("expected minutes of zero or more").optional(),
      workingDays: z.int().nonnegative("expected working days of zero or more").optional(),
      calendarDays: z.int().nonnegative("expected calendar days of zero or more").optional(),
      calendar: z.string("expected the name of a calendar of the policy").optional(),
    },
    'expected an amount such as { "minutes": 30 }',
  ).refine(
    ({ hours, minutes, workingDays, calendarDays }) =>
      [hours ?? minutes, workingDays, calendarDays].filter((each) => each !== undefined).length ===
      1,
    { error: 'expected "hours", "minutes" or both, or "workingDays", or "calendarDays"' },
  ),
);

/** The zod schema of the escalations of a target. */
export const escalationsSchema = once(() =>
  z.array(
    strictObject({
      id: z.string().min(1, "expected a name").optional(),
      title: z.string().optional(),
      at: strictObject(
        {
          share: z
            .number()
            .positive("expected a share above 0")
            .max(MOST_SHARE, `expected a share of ${MOST_SHARE} or less, such as 0.9 for 90 %`)
            .optional(),
          before: offset().optional(),
          after: offset().optional(),
        },
        'expected when it is due, such as { "share": 0.75 } or { "before": { "minutes": 30 } }',
      ).refine(
        ({ share, before, after }) =>
          [share, before, after].filter((each) => each !== undefined).length === 1,
        { error: 'expected exactly one of "share", "before" and "after"' },
      ),
      severities: z.array(z.string()).min(1, "expected at least one severity").optional(),
    }),
    "expected a list of escalations",
  ),
);

/** What an escalation is called: its own id, or when it is due in words. */
export function escalationId({ id, at }: Pick<EscalationDefinition, "id" | "at">): string {
  return id ?? timeInWords(at);
}

/** When an escalation is due, in words: `75 %`, `30 min before`, `1 h after`. */
export function timeInWords({ share, before, after }: EscalationTime): string {
  if (share !== undefined) return `${Number((share * 100).toFixed(6))} %`;
  const { hours, minutes, workingDays, calendarDays, calendar } = before ?? after ?? {};
  const parts = [
    inWords(hours, "h", "h"),
    inWords(minutes, "min", "min"),
    inWords(workingDays, "working day", "working days"),
    inWords(calendarDays, "calendar day", "calendar days"),
    calendar === undefined ? [] : [`on ${calendar}`],
  ];
  return [...parts.flat(), before === undefined ? "after" : "before"].join(" ");
}

function inWords(amount: number | undefined, one: string, many: string): readonly string[] {
  return amount === undefined ? [] : [`${amount} ${amount === 1 ? one : many}`];
}
