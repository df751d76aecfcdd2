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
  textOf,
  UNITS,
} from "./draft";
import { isInDays, periodsOf, policyOf } from "./policy-of";

/**
 * The draft that a policy file describes. What the form does not show stays in the draft, and is saved again
 * as it was. Null if the value is not a policy at all.
 */
export function draftOf(json: unknown): Draft | null {
  if (!isObject(json) || !isObject(json["targets"])) return null;
  const { id, title, timeZone, calendars: allCalendars, severities, targets, ...others } = json;
  const calendars = isObject(allCalendars) ? allCalendars : {};
  const listed = textsIn(severities);
  const [calendar = null] = Object.entries(calendars).flatMap(([name, each]) => {
    const shown = calendarOf(name, each);
    return shown ? [shown] : [];
  });
  const names = listed ?? severitiesOf(Object.values(targets));
  const statesZone = timeZone !== undefined && timeZone === calendar?.timeZone;
  return {
    id: typeof id === "string" ? id : "",
    title: typeof title === "string" ? title : "",
    calendar,
    calendars: Object.fromEntries(
      Object.entries(calendars).filter(([name]) => name !== calendar?.id),
    ),
    statesZone,
    severities: textOf(names),
    listsSeverities: listed !== null || (severities === undefined && names.length === 0),
    targets: Object.entries(targets).map(([name, each]) => targetOf(name, each, names, calendar)),
    rest: {
      ...others,
      ...unless(statesZone, { timeZone }),
      // What is of another kind is wrong, and is still refused.
      ...unless(isChoice(title), { title }),
      ...unless(listed !== null && listed.length > 0, { severities }),
      ...unless(isObject(allCalendars), { calendars: allCalendars }),
    },
  };
}

/** A part of a file to keep, if it has the part and the form does not show it. */
function unless(isShown: boolean, part: Rest): Rest {
  return isShown || Object.values(part).includes(undefined) ? {} : part;
}

/** Everything of a file that the form keeps without showing it, in words. */
export function keptParts({ rest, calendar, calendars, targets }: Draft): string[] {
  const { $schema: _, ...parts } = rest;
  const namesOf = (kept: Rest) =>
    Object.entries(kept).flatMap(([name, part]) =>
      Array.isArray(part) && part.length === 0 ? [] : [name],
    );
  const of = (what: string, kept: Rest) => {
    const names = namesOf(kept);
    return names.length === 0 ? [] : [`${what}${names.join(", ")}`];
  };
  return [
    ...namesOf(parts),
    ...(calendar === null ? [] : of(`of the calendar “${calendar.id}”: `, calendar.rest)),
    ...of("the calendars ", calendars),
    ...targets.flatMap((each) => of(`of the target “${each.title || each.id}”: `, each.rest)),
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

const WEEK_KEYS: ReadonlySet<string> = new Set([...DAYS, "weekdays", "weekend", "daily"]);

type Week = Pick<DraftCalendar, "days" | "lunchFrom" | "lunchTo">;

/** A week of at most two periods a day, the gap between them being the same lunch on all days; null for others. */
function weekOf(hours: Rest): Week | null {
  if (!Object.keys(hours).every((key) => WEEK_KEYS.has(key))) return null;
  const periods = DAYS.map((name, i) => {
    const group = i < 5 ? "weekdays" : "weekend";
    const key = [name, group, "daily"].find((each) => each in hours);
    return key === undefined ? [] : textsIn(hours[key]);
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
  const { title, allowance, onSeverityChange, onReopen, ...others } = isObject(json) ? json : {};
  const { lists, rest } = listsOf(others);
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
    ...lists,
    onSeverityChange: isChoice(onSeverityChange) ? onSeverityChange : "",
    onReopen: isChoice(onReopen) ? onReopen : "",
    rest: {
      ...rest,
      ...unless(isOne || isBySeverity, { allowance }),
      ...unless(isChoice(onSeverityChange), { onSeverityChange }),
      ...unless(isChoice(onReopen), { onReopen }),
      ...unless(isChoice(title), { title }),
    },
  };
}

function isChoice(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

type Lists = Pick<DraftTarget, "runs" | "pauses" | "stops" | "cancels" | "warnAt">;

/** The lists of a target as texts. What is not such a list stays in the file, so it is still refused. */
function listsOf({ warnAt, ...json }: Rest): { lists: Lists; rest: Rest } {
  const rest: Record<string, unknown> = { ...json };
  const take = (name: string) => {
    const words = textsIn(rest[name]) ?? [];
    if (words.length > 0) delete rest[name];
    return textOf(words);
  };
  const states = {
    runs: take("runs"),
    pauses: take("pauses"),
    stops: take("stops"),
    cancels: take("cancels"),
  };
  const isShares =
    Array.isArray(warnAt) && warnAt.length > 0 && warnAt.every((each) => typeof each === "number");
  if (warnAt !== undefined && !isShares) rest["warnAt"] = warnAt;
  const percents: number[] = isShares ? warnAt.map((share) => share * 100) : [];
  const shown = percents.map((percent) => Number(percent.toPrecision(12))).join(", ");
  return { lists: { ...states, warnAt: shown }, rest };
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
  const { hours, minutes, calendar, due, cutoff, ...others } = json;
  const unit = unitOf(json);
  const amount =
    unit === "minutes"
      ? Number(minutes) + 60 * Number(hours ?? 0)
      : unit === "hours"
        ? hours
        : others[unit];
  const { [unit]: _, ...more } = others;
  const asRule =
    (!isInDays(unit) || sameDue(due, rule)) && (!isCounted(unit) || isSame(cutoff, rule.cutoff));
  const hasItsCalendar = isCounted(unit) ? isChoice(calendar) : calendar === undefined;
  if (typeof amount !== "number" || !hasItsCalendar || !asRule) return kept;
  if (Object.keys(more).length > 0) return kept;
  const on = isChoice(calendar) ? calendar : none.calendar;
  return { amount: String(amount), unit, calendar: on, kept: null };
}

function sameDue(due: unknown, rule: DayRule): boolean {
  if (rule.due !== "at") return isSame(due, rule.due);
  return JSON.stringify(due) === JSON.stringify({ at: rule.dueAt });
}

/** Whether a part of a file is what the form shows; an empty text of the form stands for no part. */
function isSame(part: unknown, shown: string): boolean {
  return shown === "" ? part === undefined : part === shown;
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
