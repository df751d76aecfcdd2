import { DateTime } from "luxon";
import type { HoursDefinition, Target, TargetDefinition } from "../../index";
import { HOUR_MS, MINUTE_MS } from "../../timeline/units";
import type { Policy } from "../log/policies";
import type { TicketEvent } from "../log/ticket-log";
import { allowances, bySeverity, inCalendarDays, isInWorkingDays, onCalendar } from "./definitions";
import { firstGrade, moved, startedAt, stoppedLast, wallTimes } from "./histories";
import { EVERY_DAY, HOURS_OF_OTHERS, type HoursOfOthers, hoursOfAnyDesk } from "./hours-of-others";

/** Another way to read a promise and a history, which another tool may have taken. */
export interface OtherReading {
  readonly id: string;
  /** What it does, as a sentence about the tool: `it counts bank holidays as working days`. */
  readonly says: string;
  /** What it changes; two readings of one kind are not tried together. */
  readonly changes: "calendar" | "clock" | "events" | "figure";
  /** The calendars that it counts on. */
  readonly calendar?: (hours: HoursDefinition) => HoursDefinition;
  /** The promise that it measures by; null if it makes no difference to the target. */
  readonly target?: (definition: TargetDefinition) => TargetDefinition | null;
  /** The history that it sees; null if it makes no difference to the ticket. */
  readonly events?: (
    events: readonly TicketEvent[],
    target: Target,
  ) => readonly TicketEvent[] | null;
  /** Whole steps that it cuts or rounds its lengths to. */
  readonly rounding?: { readonly stepMs: number; readonly how: "floor" | "round" | "ceil" };
}

/** The key of readings that are taken together. */
export function idOf(readings: readonly OtherReading[]): string {
  return readings.map(({ id }) => id).join(" + ");
}

/** The other readings of a target, the most usual first. */
export function otherReadings(policy: Policy, target: Target): OtherReading[] {
  const zone = target.calendarFor(null)?.timeZone ?? policy.timeZone;
  const inDays = isInWorkingDays(target.definition);
  const all = [
    ...(inDays ? [CALENDAR_DAYS] : []),
    ...ofItsDays(),
    ...atAFixedOffset(zone),
    ...ofItsHours(policy, target),
    ...ofTheClock(target),
    ...(inDays ? [] : [CALENDAR_DAYS]),
    ...ofTheEvents(zone),
    ...ofTheFigures(),
  ];
  // Working days around the clock are calendar days, which say it in the words of the promise.
  return inDays ? all.filter(({ id }) => id !== AROUND_THE_CLOCK) : all;
}

/** The reading of all hours of all days. */
const AROUND_THE_CLOCK = "around-the-clock";

/** The reading that takes working days for calendar days. */
const CALENDAR_DAYS: OtherReading = {
  id: "calendar-days",
  says: "it counts calendar days in place of working days",
  changes: "clock",
  target: inCalendarDays,
};

function ofCalendar(
  id: string,
  says: string,
  calendar: (hours: HoursDefinition) => HoursDefinition,
): OtherReading {
  return { id, says, changes: "calendar", calendar };
}

function ofItsDays(): OtherReading[] {
  return [
    ofCalendar("bank-holidays", "it counts bank holidays as working days", withoutHolidays),
    ofCalendar("exceptions", "it leaves out the exceptions and rules of the calendar", plainWeek),
    ofCalendar(
      AROUND_THE_CLOCK,
      "it counts wall time, around the clock, in place of working time",
      (hours) => ({ ...withoutHolidays(plainWeek(hours)), hours: EVERY_DAY }),
    ),
    ofCalendar("weekends", "it counts weekends as working days", (hours) => ({
      ...hours,
      hours: { daily: hours.hours.weekdays ?? hours.hours.monday ?? [] },
    })),
  ];
}

/** The reading of other hours, without and with the bank holidays. */
function ofOtherHours({ id, title, hours }: HoursOfOthers): OtherReading[] {
  return [
    ofCalendar(`hours-${id}`, `it counts the hours ${title}`, (own) => ({
      ...plainWeek(own),
      hours,
    })),
    ofCalendar(
      `hours-${id}-all`,
      `it counts the hours ${title}, bank holidays among them`,
      (own) => ({
        ...withoutHolidays(plainWeek(own)),
        hours,
      }),
    ),
  ];
}

/** Every hours of weekdays that a desk might have, of which nobody has said that a tool uses them. */
export function hoursToSearch(): OtherReading[] {
  return hoursOfAnyDesk().flatMap(ofOtherHours);
}

function ofItsHours(policy: Policy, target: Target): OtherReading[] {
  return [
    ...HOURS_OF_OTHERS.flatMap(ofOtherHours),
    ...otherCalendars(policy, target).map(
      ({ name, title }): OtherReading => ({
        id: `calendar-${name}`,
        says: `it counts on the calendar “${title}”`,
        changes: "calendar",
        target: (definition) => onCalendar(definition, name),
      }),
    ),
  ];
}

/** The policy's own calendars on which the target does not count. */
function otherCalendars(policy: Policy, target: Target) {
  const used = new Set(
    allowances(target.definition).flatMap((each) => ("calendar" in each ? [each.calendar] : [])),
  );
  return Object.entries(policy.sla.calendars)
    .filter(([name]) => !used.has(name))
    .map(([name, { title }]) => ({ name, title: title === "" ? name : title }));
}

function withoutHolidays({ bankHolidays, bankHolidayHours, ...hours }: HoursDefinition) {
  return hours;
}

function plainWeek({ exceptions, rules, hoursFrom, ...hours }: HoursDefinition): HoursDefinition {
  return hours;
}

/** The hours kept at one offset all year round, for each offset in whole hours that the zone has had. */
function atAFixedOffset(zone: string): OtherReading[] {
  const offsets = new Set(
    [1, 4, 7, 10].map((month) => DateTime.fromObject({ year: 2026, month }, { zone }).offset),
  );
  return [...new Set([0, ...offsets])]
    .filter(
      (minutes) => minutes % 60 === 0 && (minutes !== 0 || offsets.size > 1 || zone !== "UTC"),
    )
    .map((minutes) => {
      const hours = minutes / 60;
      const name = hours === 0 ? "UTC" : `UTC${hours > 0 ? "+" : "-"}${Math.abs(hours)}`;
      // The signs in these names are reversed.
      const timeZone = hours === 0 ? "UTC" : `Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}`;
      return {
        id: `offset-${name}`,
        says: `it keeps its hours at ${name} all year round, whatever the clocks in ${zone} do`,
        changes: "calendar" as const,
        calendar: (own: HoursDefinition) => ({ ...own, timeZone }),
      };
    });
}

function ofTheClock({ severities }: Target): OtherReading[] {
  const change = (
    id: string,
    says: string,
    target: (definition: TargetDefinition) => TargetDefinition | null,
  ): OtherReading => ({ id, says, changes: "clock", target });
  return [
    change("pauses", "it does not stop the clock while the ticket is paused", (definition) =>
      (definition.pauses ?? []).length === 0
        ? null
        : { ...definition, runs: [...definition.runs, ...(definition.pauses ?? [])], pauses: [] },
    ),
    ...[
      ["continue", "it counts the time between a stop and a re-opening"],
      ["restart", "it starts again when a ticket is re-opened"],
      ["first-only", "it takes the first stop for final"],
      ["resume", "it does not count the time between a stop and a re-opening"],
    ].map(([onReopen = "", says = ""]) =>
      // Each is a value of the choice.
      change(`reopen-${onReopen}`, says, (definition) => ({
        ...definition,
        onReopen: onReopen as NonNullable<TargetDefinition["onReopen"]>,
      })),
    ),
    change("regrade-retroactive", "it measures the whole by the last severity", (definition) => ({
      ...definition,
      onSeverityChange: "retroactive",
    })),
    change("regrade-restart", "it starts again when the severity changes", (definition) => ({
      ...definition,
      onSeverityChange: "restart",
    })),
    ...[...(severities ?? [])].map((severity) =>
      change(
        `severity-${severity}`,
        `it measures as if it were severity ${severity}`,
        (definition) => bySeverity(definition, severity),
      ),
    ),
    change("next-open", "what runs out at a closing is due at the next opening", (definition) => ({
      ...definition,
      tie: "next-open",
    })),
  ];
}

/** The most events that are tried as the start of a clock. */
const MOST_STARTS = 6;

function ofTheEvents(zone: string): OtherReading[] {
  const change = (
    id: string,
    says: string,
    events: NonNullable<OtherReading["events"]>,
  ): OtherReading => ({ id, says, changes: "events", events });
  const starts = Array.from({ length: MOST_STARTS }, (_, i) => i + 2);
  return [
    ...starts.map((nth) =>
      change(
        `start-${nth}`,
        `it starts at the ${ordinal(nth)} event of the ticket`,
        (events, target) => startedAt(events, nth - 1, target),
      ),
    ),
    change("start-first", "it starts at the first event of the ticket", (events, target) =>
      startedAt(events, 0, target),
    ),
    change(
      "stop-last",
      "it stops at the last event of the ticket, such as its closing",
      stoppedLast,
    ),
    change("severity-first", "it goes by the first severity, and never by a later one", firstGrade),
    change("minutes-cut", "it cuts each instant to the minute", (events) =>
      moved(events, (ms) => Math.floor(ms / MINUTE_MS) * MINUTE_MS),
    ),
    change("minutes-rounded", "it rounds each instant to the minute", (events) =>
      moved(events, (ms) => Math.round(ms / MINUTE_MS) * MINUTE_MS),
    ),
    change(
      "wall-times",
      `it subtracts the wall times of ${zone}, over a clock change too`,
      (events) => wallTimes(events, zone),
    ),
  ];
}

function ofTheFigures(): OtherReading[] {
  const steps = [
    [MINUTE_MS, "whole minutes"],
    [15 * MINUTE_MS, "quarters of an hour"],
    [HOUR_MS / 2, "half hours"],
    [HOUR_MS, "whole hours"],
  ] as const;
  const ways = [
    ["round", "rounds"],
    ["floor", "cuts"],
    ["ceil", "rounds up"],
  ] as const;
  return steps.flatMap(([stepMs, name]) =>
    ways.map(
      ([how, verb]): OtherReading => ({
        id: `${how}-${stepMs / MINUTE_MS}`,
        says: `it ${verb} the time used to ${name}`,
        changes: "figure",
        rounding: { stepMs, how },
      }),
    ),
  );
}

function ordinal(n: number): string {
  return (
    ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh"][n] ?? `${n}th`
  );
}
