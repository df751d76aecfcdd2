import { CivilDays } from "../../calendar/days/civil-days";
import type { DayDue, DueAt } from "../../calendar/days/counted-days";
import type { WorkingCalendar } from "../../calendar/working-calendar";
import { showNames } from "../../input/show";
import { type TabledZone, zoneNamed } from "../../time/zone";
import { CoreHoursError, type Tie } from "../../timeline";
import { HOUR_MS, MINUTE_MS } from "../../timeline/units";
import { DayCount } from "./day-count";
import type { AllowanceDefinition, CivilAllowance } from "./definition";
import type { Allowance, WorkClock } from "./measure";
import { WorkingTime } from "./working-time";

const DAYS_IN_WEEK = 7;

const ALL_TIME: WorkClock = { between: (a, b) => b - a, add: (a, amountMs) => a + amountMs };

/** The choices that affect how an allowance is measured. A given choice wins over the definition. */
export interface AllowanceChoices {
  readonly tie: Tie;
  readonly due?: DayDue;
  readonly cutoff?: string;
}

/** Where an allowance is measured. */
export interface AllowanceContext {
  /** The calendars of the policy by name. */
  readonly calendars: ReadonlyMap<string, WorkingCalendar>;
  /** The zone of civil days. */
  readonly zone: TabledZone;
}

/** Turns a checked definition into an allowance that a clock can measure. */
export function compileAllowance(
  definition: AllowanceDefinition,
  choices: AllowanceChoices,
  context: AllowanceContext,
): Allowance {
  if ("workingDays" in definition) {
    const calendar = calendarNamed(definition.calendar, context);
    const due = choices.due ?? definition.due ?? "end-of-day";
    const cutoff = choices.cutoff ?? definition.cutoff;
    return new DayCount(
      {
        zone: zoneNamed(calendar.timeZone),
        days: calendar.days,
        due,
        cutoff,
        publishedUntilMs: calendar.publishedUntilMs,
        work: calendar.timeline,
      },
      { days: definition.workingDays },
      basisOf("working days", definition.calendar, due, cutoff),
    );
  }
  if ("calendar" in definition) {
    const { hours = 0, minutes = 0 } = definition;
    const calendar = calendarNamed(definition.calendar, context);
    const amountMs = Math.round(hours * HOUR_MS + minutes * MINUTE_MS);
    const { tie, cutoff = definition.cutoff } = choices;
    const basis = basisOf("working time", definition.calendar, tie, cutoff);
    return new WorkingTime(calendar, amountMs, { tie, cutoff }, basis);
  }
  const due = choices.due ?? definition.due ?? "same-time";
  return new DayCount(
    {
      zone: context.zone,
      days: new CivilDays(context.zone),
      due,
      cutoff: choices.cutoff,
      publishedUntilMs: Number.POSITIVE_INFINITY,
      work: ALL_TIME,
    },
    civilAmount(definition),
    basisOf("civil days", due, choices.cutoff),
  );
}

function basisOf(...parts: readonly (string | DueAt | undefined)[]): string {
  return JSON.stringify(parts);
}

function civilAmount({ calendarDays, weeks, months, monthEnd = "clamp" }: CivilAllowance) {
  if (months !== undefined) return { months, monthEnd };
  return { days: calendarDays ?? (weeks ?? 0) * DAYS_IN_WEEK };
}

/** The zone of calendar days if neither the policy nor its calendars name one. */
const DEFAULT_ZONE = "Europe/London";

/**
 * The zone of civil days: the policy's zone, else the zone that all its calendars share, else London.
 *
 * @returns undefined if the calendars have several zones, so the policy must name one.
 */
export function civilZoneName(
  timeZone: string | undefined,
  calendarZones: readonly string[],
): string | undefined {
  const zones = new Set(timeZone === undefined ? calendarZones : [timeZone]);
  if (zones.size > 1) return undefined;
  return [...zones][0] ?? DEFAULT_ZONE;
}

export function calendarNamed(name: string, { calendars }: AllowanceContext): WorkingCalendar {
  const calendar = calendars.get(name);
  if (calendar) return calendar;
  throw new CoreHoursError(
    "calendar-unknown",
    `The policy has no calendar "${name}"; it has ${showNames(calendars.keys())}.`,
    { given: name },
  );
}
