import {
  DAYS,
  type Division,
  type Draft,
  type DraftAllowance,
  type DraftCalendar,
  type DraftClosure,
  type DraftDay,
  type DraftTarget,
  FIRST_DRAFT,
  isCounted,
  NO_ALLOWANCE,
  type Rest,
  SHUT,
  UNITS,
} from "./draft";
import { isInDays, periodsOf, policyOf } from "./policy-of";

/**
 * The draft that a policy file describes. What the form does not show stays in the draft, and is saved again
 * as it was. Null if the value is not a policy at all.
 */
export function draftOf(json: unknown): Draft | null {
  if (!isObject(json) || !isObject(json["targets"])) return null;
  const { id, title, timeZone, calendars: allCalendars, severities, targets, ...rest } = json;
  const calendars = isObject(allCalendars) ? allCalendars : {};
  const [calendar = null] = Object.entries(calendars).flatMap(([name, each]) => {
    const shown = calendarOf(name, each);
    return shown ? [shown] : [];
  });
  const names = textsIn(severities) ?? severitiesOf(Object.values(targets));
  const statesZone = timeZone !== undefined && timeZone === calendar?.timeZone;
  return {
    id: typeof id === "string" ? id : "",
    title: typeof title === "string" ? title : "",
    calendar,
    calendars: Object.fromEntries(
      Object.entries(calendars).filter(([name]) => name !== calendar?.id),
    ),
    statesZone,
    severities: names.join(", "),
    listsSeverities: severities !== undefined || names.length === 0,
    targets: Object.entries(targets).map(([name, each]) => targetOf(name, each, names, calendar)),
    rest: statesZone || timeZone === undefined ? rest : { ...rest, timeZone },
  };
}

/** Everything of a file that the form keeps without showing it, in words. */
export function keptParts({ rest, calendar, calendars, targets }: Draft): string[] {
  const { $schema: _, ...parts } = rest;
  const names = (kept: Rest) => Object.keys(kept).join(", ");
  return [
    ...Object.keys(parts),
    ...(calendar === null || Object.keys(calendar.rest).length === 0
      ? []
      : [`of the calendar “${calendar.id}”: ${names(calendar.rest)}`]),
    ...(Object.keys(calendars).length === 0 ? [] : [`the calendars ${names(calendars)}`]),
    ...targets.flatMap((each) =>
      Object.keys(each.rest).length === 0
        ? []
        : [`of the target “${each.title || each.id}”: ${names(each.rest)}`],
    ),
  ];
}

/** A calendar as the form shows it; null if its hours are of another kind. */
function calendarOf(id: string, json: unknown): DraftCalendar | null {
  if (!isObject(json)) return null;
  const { timeZone, hours, bankHolidays, exceptions, ...rest } = json;
  const week = isObject(hours) ? weekOf(hours) : null;
  if (!week || typeof timeZone !== "string") return null;
  const division = DIVISIONS.find((each) => each === bankHolidays);
  const { closures, others } = closuresOf(exceptions);
  return {
    id,
    timeZone,
    ...week,
    bankHolidays: division ?? (bankHolidays === undefined ? "" : "as-in-the-file"),
    closures,
    rest: {
      ...rest,
      ...(division || bankHolidays === undefined ? {} : { bankHolidays }),
      ...(others === undefined ? {} : { exceptions: others }),
    },
  };
}

const DIVISIONS: readonly Division[] = ["england-and-wales", "scotland", "northern-ireland"];

type Week = Pick<DraftCalendar, "days" | "lunchFrom" | "lunchTo">;

/** A week of at most two periods a day, the gap between them being the same lunch on all days; null for others. */
function weekOf(hours: Rest): Week | null {
  const periods = DAYS.map((name, i) => {
    const group = i < 5 ? "weekdays" : "weekend";
    return textsIn(hours[name] ?? hours[group] ?? hours["daily"] ?? []);
  });
  const gaps = periods.flatMap((day) => {
    const [, from, to] =
      /^\d\d:\d\d-(\d\d:\d\d) (\d\d:\d\d)-\d\d:\d\d$/.exec(day?.join(" ") ?? "") ?? [];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  const [{ from: lunchFrom, to: lunchTo } = { from: "", to: "" }] = gaps;
  const days = periods.map((day) => {
    if (day?.length === 0) return SHUT;
    const [from = "", to = ""] = [day?.[0]?.slice(0, 5), day?.at(-1)?.slice(-5)];
    const shown: DraftDay = { isOpen: true, from, to: to === "24:00" ? "00:00" : to };
    // The form shows a day only if it would write the same periods again, and none over midnight.
    const written = periodsOf(shown, lunchFrom, lunchTo);
    return day && written.join() === day.join() && from < to ? shown : null;
  });
  const shown = days.filter((day) => day !== null);
  return shown.length === days.length ? { days: shown, lunchFrom, lunchTo } : null;
}

function closuresOf(exceptions: unknown): { closures: DraftClosure[]; others: unknown } {
  if (!isObject(exceptions)) return { closures: [], others: exceptions };
  const others: Record<string, unknown> = {};
  const closures = Object.entries(exceptions).flatMap(([date, each]) => {
    const { hours = each, title = "", ...more } = isObject(each) ? each : {};
    const isClosed = Array.isArray(hours) && hours.length === 0 && Object.keys(more).length === 0;
    if (isClosed && typeof title === "string") return [{ date, title }];
    others[date] = each;
    return [];
  });
  return { closures, others: Object.keys(others).length === 0 ? undefined : others };
}

/** The severities that the targets have amounts for, if the policy does not list them. */
function severitiesOf(targets: readonly unknown[]): string[] {
  const found = targets.flatMap((each) => {
    const allowance = isObject(each) ? each["allowance"] : undefined;
    return isObject(allowance) && !isAllowance(allowance) ? Object.keys(allowance) : [];
  });
  return [...new Set(found)];
}

function targetOf(
  id: string,
  json: unknown,
  severities: readonly string[],
  calendar: DraftCalendar | null,
): DraftTarget {
  const { title, allowance, runs, pauses, stops, cancels, warnAt, ...others } = isObject(json)
    ? json
    : {};
  const { onSeverityChange = "", onReopen = "", ...rest } = others;
  const isOne = isAllowance(allowance) || typeof allowance === "string";
  const isBySeverity =
    isObject(allowance) &&
    !isOne &&
    Object.keys(allowance).length > 0 &&
    Object.keys(allowance).sort().join("\n") === [...severities].sort().join("\n");
  const given = isBySeverity ? Object.values(allowance) : [allowance];
  const rule = dayRuleOf(given.filter(isAllowance));
  const none = { ...NO_ALLOWANCE, calendar: calendar?.id ?? "" };
  const shown = (each: unknown) => allowanceOf(each, rule, none);
  return {
    id,
    title: typeof title === "string" ? title : "",
    by: isOne ? "all" : isBySeverity ? "severity" : "as-in-the-file",
    each: isBySeverity
      ? Object.fromEntries(Object.entries(allowance).map(([name, each]) => [name, shown(each)]))
      : {},
    all: isOne ? shown(allowance) : none,
    ...rule,
    runs: listed(runs),
    pauses: listed(pauses),
    stops: listed(stops),
    cancels: listed(cancels),
    warnAt: Array.isArray(warnAt)
      ? warnAt.map((share) => Number((Number(share) * 100).toPrecision(12))).join(", ")
      : "",
    onSeverityChange: String(onSeverityChange),
    onReopen: String(onReopen),
    rest: isOne || isBySeverity ? rest : { ...rest, allowance },
  };
}

type DayRule = Pick<DraftTarget, "due" | "dueAt" | "cutoff">;

/** How the first of some allowances counts days; others that do it in another way are kept as they are. */
function dayRuleOf(allowances: readonly Rest[]): DayRule {
  const due = allowances.find((each) => isInDays(unitOf(each)))?.["due"];
  const cutoff = allowances.find((each) => isCounted(unitOf(each)))?.["cutoff"];
  const named = (["end-of-day", "close", "same-time"] as const).find((each) => each === due);
  const at = isObject(due) && typeof due["at"] === "string" ? due["at"] : null;
  return {
    due: at === null ? (named ?? "") : "at",
    dueAt: at ?? "16:00",
    cutoff: typeof cutoff === "string" ? cutoff : "",
  };
}

function allowanceOf(json: unknown, rule: DayRule, none: DraftAllowance): DraftAllowance {
  if (json === null) return none;
  const kept = { ...none, kept: json };
  if (!isAllowance(json)) return kept;
  const { hours, minutes, calendar = none.calendar, due, cutoff, ...others } = json;
  const unit = unitOf(json);
  const amount =
    unit === "minutes"
      ? Number(minutes) + 60 * Number(hours ?? 0)
      : unit === "hours"
        ? hours
        : others[unit];
  const { [unit]: _, ...more } = others;
  const asRule =
    (!isInDays(unit) || sameDue(due, rule)) && (!isCounted(unit) || (cutoff ?? "") === rule.cutoff);
  if (typeof amount !== "number" || typeof calendar !== "string" || !asRule) return kept;
  return Object.keys(more).length > 0
    ? kept
    : { amount: String(amount), unit, calendar, kept: null };
}

function sameDue(due: unknown, rule: DayRule): boolean {
  if (isObject(due)) return rule.due === "at" && due["at"] === rule.dueAt;
  return (due ?? "") === rule.due;
}

function unitOf(allowance: Rest): (typeof UNITS)[number][0] {
  if ("minutes" in allowance) return "minutes";
  return UNITS.find(([unit]) => unit in allowance)?.[0] ?? "hours";
}

function isAllowance(value: unknown): value is Rest {
  return isObject(value) && UNITS.some(([unit]) => unit in value);
}

function isObject(value: unknown): value is Rest {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textsIn(value: unknown): string[] | null {
  return Array.isArray(value) && value.every((each) => typeof each === "string") ? value : null;
}

function listed(value: unknown): string {
  return (textsIn(value) ?? []).join(", ");
}

/** The draft that the page kept; that to begin with if it kept none, or one of another form. */
export function draftOrFirst(kept: unknown): Draft {
  if (!isObject(kept)) return FIRST_DRAFT;
  try {
    // The page wrote it. If it is of another form, neither of these can read it.
    const draft = kept as unknown as Draft;
    policyOf(draft);
    keptParts(draft);
    return draft;
  } catch {
    return FIRST_DRAFT;
  }
}
