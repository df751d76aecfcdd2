import {
  ALWAYS,
  DAYS,
  type Draft,
  type DraftAllowance,
  type DraftCalendar,
  type DraftDay,
  type DraftTarget,
  isCounted,
  NO_ALLOWANCE,
  type Rest,
  type Unit,
  wordsIn,
} from "./draft";

/** The policy that a draft describes. The desk reports whatever is wrong with it, as with any policy. */
export function policyOf(draft: Draft): Rest {
  const { title, calendar, severities, rest } = draft;
  const zone = calendar?.timeZone;
  const names = wordsIn(severities);
  return {
    ...rest,
    id: draft.id ?? plainName(title, "own"),
    ...(title === "" ? {} : { title }),
    ...(draft.statesZone && zone !== undefined ? { timeZone: zone } : {}),
    ...calendarsOf(draft),
    ...(names.length > 0 && draft.listsSeverities ? { severities: names } : {}),
    targets: targetsOf(draft, names),
  };
}

function calendarsOf(draft: Draft): Rest {
  const { calendar, calendars } = draft;
  const zone = calendar?.timeZone ?? "Europe/London";
  const always = {
    title: "Every hour of every day",
    timeZone: zone,
    hours: { daily: ["00:00-24:00"] },
  };
  const all = {
    ...(calendar === null ? {} : { [calendar.id]: definitionOf(calendar, draft) }),
    ...(usesAlways(draft) ? { [ALWAYS]: always } : {}),
    ...calendars,
  };
  return Object.keys(all).length === 0 ? {} : { calendars: all };
}

function usesAlways({ targets, severities }: Draft): boolean {
  const used = targets.flatMap((each) => usedBy(each, wordsIn(severities)));
  return used.some(
    ([, { kept, amount, unit, calendar }]) =>
      kept === null && amount.trim() !== "" && calendar === ALWAYS && isCounted(unit),
  );
}

/** The allowances that a target writes, each with its severity; null for one that is for all. */
export function usedBy(
  { by, all, each }: DraftTarget,
  severities: readonly string[],
): readonly (readonly [severity: string | null, allowance: DraftAllowance])[] {
  if (by === "as-in-the-file") return [];
  if (by === "all" || severities.length === 0) return [[null, all]];
  return severities.map((name) => [name, each[name] ?? NO_ALLOWANCE]);
}

function definitionOf(calendar: DraftCalendar, { id, title }: Draft): Rest {
  const { timeZone, bankHolidays, closures, rest } = calendar;
  const closed = closures
    .filter(({ date }) => date !== "")
    .map((each) => [each.date, each.title === "" ? [] : { hours: [], title: each.title }]);
  const exceptions = { ...Object(rest["exceptions"]), ...Object.fromEntries(closed) };
  return {
    ...(id === null ? { title: `Hours of ${title}` } : {}),
    ...rest,
    timeZone,
    hours: hoursOf(calendar),
    ...(bankHolidays === "" || bankHolidays === "as-in-the-file" ? {} : { bankHolidays }),
    ...(Object.keys(exceptions).length === 0 ? {} : { exceptions }),
  };
}

/** The periods of the days of the week; days that are all alike are written once. */
function hoursOf({ days, lunchFrom, lunchTo }: DraftCalendar): Rest {
  const periods = days.map((day) => (day.isOpen ? periodsOf(day, lunchFrom, lunchTo) : []));
  const [monday = []] = periods;
  const isAlike = (some: readonly string[][]) => some.every((day) => day.join() === monday.join());
  if (isAlike(periods)) return { daily: monday };
  const named = DAYS.map((name, i) => [name, periods[i] ?? []] as const);
  const weekdays = isAlike(periods.slice(0, 5))
    ? [["weekdays", monday] as const]
    : named.slice(0, 5);
  return Object.fromEntries([...weekdays, ...named.slice(5)].filter(([, day]) => day.length > 0));
}

/** The periods of a day around its lunch, if lunch lies within the day. */
export function periodsOf({ from, to }: DraftDay, lunchFrom: string, lunchTo: string): string[] {
  const end = to === "00:00" ? "24:00" : to;
  const hasLunch = lunchFrom !== "" && lunchTo !== "";
  if (!hasLunch || lunchTo <= from || lunchFrom >= end) return [`${from}-${end}`];
  return [
    ...(lunchFrom > from ? [`${from}-${lunchFrom}`] : []),
    ...(lunchTo < end ? [`${lunchTo}-${end}`] : []),
  ];
}

function targetsOf({ targets }: Draft, severities: readonly string[]): Rest {
  const named = new Map<string, Rest>();
  for (const target of targets) {
    const plain = target.id ?? plainName(target.title, "target");
    let name = plain;
    for (let i = 2; named.has(name); i += 1) name = `${plain}-${i}`;
    named.set(name, targetOf(target, severities));
  }
  return Object.fromEntries(named);
}

function targetOf(target: DraftTarget, severities: readonly string[]): Rest {
  const { title, rest, onSeverityChange, onReopen } = target;
  const warnAt = wordsIn(target.warnAt).map((percent) => Number(percent) / 100);
  const list = (name: string, text: string, isNeeded = false) => {
    const words = wordsIn(text);
    const isLeftOut = words.length === 0 && (!isNeeded || name in rest);
    return isLeftOut ? {} : { [name]: words };
  };
  const used = usedBy(target, severities).map(
    ([severity, each]) => [severity, allowanceOf(each, target)] as const,
  );
  const [first] = used;
  const allowance = first?.[0] === null ? first[1] : Object.fromEntries(used);
  return {
    ...rest,
    ...(title === "" ? {} : { title }),
    ...(target.by === "as-in-the-file" ? {} : { allowance }),
    ...(onSeverityChange === "" ? {} : { onSeverityChange }),
    ...(onReopen === "" ? {} : { onReopen }),
    ...list("runs", target.runs, true),
    ...list("pauses", target.pauses),
    ...list("stops", target.stops, true),
    ...list("cancels", target.cancels),
    ...(warnAt.length === 0 ? {} : { warnAt }),
  };
}

function allowanceOf(
  { amount, unit, calendar, kept }: DraftAllowance,
  { due, dueAt, cutoff }: DraftTarget,
): unknown {
  if (kept !== null) return kept;
  if (amount.trim() === "") return null;
  return {
    [unit]: Number(amount),
    ...(isCounted(unit) ? { calendar } : {}),
    ...(isInDays(unit) && due !== "" ? { due: due === "at" ? { at: dueAt } : due } : {}),
    ...(isCounted(unit) && cutoff !== "" ? { cutoff } : {}),
  };
}

/** Whether an amount of a unit is up at the end of a day, or at a time of it. */
export function isInDays(unit: Unit): boolean {
  return unit !== "hours" && unit !== "minutes";
}

/** A name that a policy accepts, in the letters of a title. */
function plainName(title: string, other: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-$/g, "");
  return plain === "" ? other : plain;
}
