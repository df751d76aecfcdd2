import { CivilDays } from "../../calendar/days/civil-days";
import type { CountedDays } from "../../calendar/days/counted-days";
import { HOUR_MS, MINUTE_MS } from "../../timeline/units";
import { type AllowanceContext, calendarNamed } from "../allowance/compile-allowance";
import { told } from "../allowance/told";
import type { Alert } from "../clock/alerts";
import {
  type EscalationDefinition,
  type OffsetDefinition,
  timeInWords,
} from "./escalation-definition";

/** An escalation of a target, ready to say when it is due. */
export interface Escalation {
  readonly id: string;
  readonly title: string | null;
  /** When it is due, in words. */
  readonly says: string;
  readonly share: number | null;
  readonly alert: Alert;
}

/**
 * Makes checked escalations ready.
 *
 * @param calendarOf the name of the calendar that the allowance of a severity is counted on, if any
 */
export function compileEscalations(
  definitions: readonly EscalationDefinition[],
  calendarOf: (severity: string | null) => string | undefined,
  context: AllowanceContext,
): readonly Escalation[] {
  return definitions.map(({ id, title = null, at, severities }): Escalation => {
    const whose = { severities: severities ? new Set(severities) : null };
    const { share, before, after } = at;
    const offset = before ?? after ?? {};
    const direction = before === undefined ? 1 : -1;
    return {
      id: id ?? timeInWords(at),
      title,
      says: timeInWords(at),
      share: share ?? null,
      alert:
        share !== undefined
          ? { ...whose, share }
          : {
              ...whose,
              fromDue: (dueMs, severity) => {
                const calendar = offset.calendar ?? calendarOf(severity);
                return told(() => moved(dueMs, direction, offset, calendar, context));
              },
            },
    };
  });
}

/** An instant at a given length before (-1) or after (1) another. */
function moved(
  fromMs: number,
  direction: 1 | -1,
  { hours = 0, minutes = 0, workingDays, calendarDays }: OffsetDefinition,
  calendar: string | undefined,
  context: AllowanceContext,
): number {
  const compiled = calendar === undefined ? null : calendarNamed(calendar, context);
  if (workingDays !== undefined && compiled) {
    return dayFrom(fromMs, direction * workingDays, compiled.days);
  }
  const days = workingDays ?? calendarDays;
  if (days !== undefined) return dayFrom(fromMs, direction * days, new CivilDays(context.zone));
  const amountMs = Math.round(hours * HOUR_MS + minutes * MINUTE_MS);
  if (!compiled) return fromMs + direction * amountMs;
  const { timeline } = compiled;
  return direction === 1 ? timeline.add(fromMs, amountMs) : timeline.subtract(fromMs, amountMs);
}

/**
 * The same time of another day. The midnight that ends a day becomes the midnight that ends the other
 * day.
 */
function dayFrom(fromMs: number, days: number, counted: CountedDays): number {
  const ending = counted.dayAt(fromMs - 1);
  if (counted.endOf(ending) === fromMs) return counted.endOf(counted.nth(ending, days));
  return counted.dueOn(counted.nth(counted.dayAt(fromMs), days), "same-time", fromMs);
}
