import type { CalendarDefinition, HoursDefinition, TargetDefinition } from "../../index";

type Allowances = TargetDefinition["allowance"];

/** Every allowance of a definition that is an amount, whether it has one for all or one for each severity. */
export function allowances({ allowance }: TargetDefinition): object[] {
  const all: unknown[] = isOne(allowance) ? [allowance] : Object.values(allowance);
  return all.filter((each) => typeof each === "object" && each !== null);
}

const UNITS = ["hours", "minutes", "workingDays", "calendarDays", "weeks", "months"];

/** Whether one allowance serves all severities: it then has amounts rather than allowances. */
function isOne(allowance: Allowances): boolean {
  if (typeof allowance === "string") return true;
  return UNITS.some(
    (unit) => typeof Object.entries(allowance).find(([k]) => k === unit)?.[1] === "number",
  );
}

function eachAllowance(
  definition: TargetDefinition,
  change: (allowance: object) => object,
): TargetDefinition {
  const { allowance } = definition;
  const changedOne = (each: unknown) =>
    typeof each === "object" && each !== null ? change(each) : each;
  const changed = isOne(allowance)
    ? changedOne(allowance)
    : Object.fromEntries(
        Object.entries(allowance).map(([severity, each]) => [severity, changedOne(each)]),
      );
  // The change keeps the shape of an allowance, and defineSla checks it.
  return { ...definition, allowance: changed as Allowances };
}

export function onCalendar(definition: TargetDefinition, calendar: string): TargetDefinition {
  return eachAllowance(definition, (each) => ("calendar" in each ? { ...each, calendar } : each));
}

export function bySeverity(
  definition: TargetDefinition,
  severity: string,
): TargetDefinition | null {
  const { allowance } = definition;
  if (isOne(allowance)) return null;
  const one = Object.entries(allowance).find(([name]) => name === severity)?.[1];
  // The allowance of one severity has the shape of an allowance for all.
  return one == null ? null : { ...definition, allowance: one as Allowances };
}

export function inCalendarDays(definition: TargetDefinition): TargetDefinition | null {
  if (!allowances(definition).some((each) => "workingDays" in each)) return null;
  return eachAllowance(definition, (each) => {
    if (!("workingDays" in each)) return each;
    const isEndOfDay = !("due" in each) || each.due === "end-of-day";
    return { calendarDays: each.workingDays, due: isEndOfDay ? "end-of-day" : "same-time" };
  });
}

/** Whether every amount that a target promises is one of working days. */
export function isInWorkingDays(definition: TargetDefinition): boolean {
  const all = allowances(definition);
  return all.length > 0 && all.every((each) => "workingDays" in each);
}

/** A calendar with each of its hours changed, even if it is made of other calendars. */
export function changedCalendar(
  definition: CalendarDefinition,
  change: (hours: HoursDefinition) => HoursDefinition,
): CalendarDefinition {
  if ("hours" in definition) return change(definition);
  const both = (pair: readonly [CalendarDefinition, CalendarDefinition] | undefined) =>
    pair && ([changedCalendar(pair[0], change), changedCalendar(pair[1], change)] as const);
  const { union, intersect, except, ...rest } = definition;
  return {
    ...rest,
    ...(union && { union: both(union) }),
    ...(intersect && { intersect: both(intersect) }),
    ...(except && { except: both(except) }),
  } as CalendarDefinition;
}
