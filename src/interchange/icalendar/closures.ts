import type { DateException, HoursRule } from "../../calendar/definition/definition";
import { MOST_RULES } from "../../calendar/definition/rule-words";
import { checkKeys, given } from "../../input/options";
import { DefinitionError } from "../../input/problems";
import { show } from "../../input/show";
import { type DayNumber, formatDate } from "../../time/civil-date";
import { isZoneName, type TabledZone, zoneNamed } from "../../time/zone";
import { zoneProblem } from "../../time/zone-names";
import { MOST_DATES } from "../day-kind";
import { type ClosedDays, closedDaysIn, eachOf, refuserOf } from "./closed-days";
import { propertiesOf, WHAT } from "./events";
import { lasting, saidByRules } from "./said-by-rules";
import { type Starts, startsOf } from "./starts";

/** How to read an iCalendar file. */
export interface ICalendarOptions {
  /** The IANA zone of the calendar that closes; needed only if the events have times in a zone. */
  readonly timeZone?: string | undefined;
}

/** The closures of an iCalendar file, as parts of a calendar's definition. */
export interface Closures {
  /** The rules for events that come again. Put them after other rules, over which they win. */
  readonly rules: readonly HoursRule[];
  /** The exceptions for single dates. */
  readonly exceptions: Readonly<Record<string, DateException>>;
}

/**
 * The days on which an iCalendar file (RFC 5545) has events, as the parts of a definition that close on them.
 *
 * An event that comes again (RRULE) becomes rules, with `since` and `until`, if rules can say exactly its days.
 * Single dates and RDATE become exceptions, and so do the days of a series that ends, if rules cannot say them. EXDATE
 * and changed occurrences (RECURRENCE-ID) split a rule, and cancelled events are left out. Events must
 * last whole days: dates, or midnights on the calendar's clock.
 *
 * Rules lose to bank holidays, and exceptions win over everything, as in any definition.
 *
 * @param file its text, or its bytes, in UTF-8 or with a byte order mark
 * @throws {DefinitionError} naming, by line and name, every event that cannot be said: one with a time of day,
 *   or one that comes again without an end on days that no rules say; or if the file is not iCalendar.
 * @example
 * const { rules, exceptions } = closuresFromICalendar(text);
 * // rules: [{ title: "Christmas closure", from: "12-24", to: "01-01", hours: [], since: "2026-12-24" }]
 * defineCalendar({ timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] }, rules, exceptions });
 */
export function closuresFromICalendar(
  file: string | Uint8Array,
  options?: ICalendarOptions,
): Closures {
  const zone = zoneIn(options, "closuresFromICalendar");
  const found = eachOf(closedDaysIn(file, zone), closuresOf);
  const rules = found.flatMap((each) => each.rules);
  if (rules.length > MOST_RULES) {
    throw refused(`${rules.length} rules would be needed; a definition has at most ${MOST_RULES}`);
  }
  const dates = found.flatMap(({ title, dates }) => dates.map((day) => ({ day, title })));
  const exceptions = exceptionsOf(dates);
  const count = Object.keys(exceptions).length;
  if (count > MOST_DATES) {
    throw refused(`${count} single dates given; at most ${MOST_DATES} are read`);
  }
  return { rules, exceptions };
}

/**
 * The zone in some options.
 *
 * @throws {DefinitionError} if it is not an IANA zone.
 */
export function zoneIn(
  options: ICalendarOptions | undefined,
  what: string,
): TabledZone | undefined {
  const some = given(options, '{ timeZone: "Europe/London" }');
  checkKeys(some, ["timeZone"], what);
  const { timeZone } = some;
  if (timeZone === undefined) return undefined;
  if (typeof timeZone === "string" && isZoneName(timeZone)) return zoneNamed(timeZone);
  const message =
    typeof timeZone === "string"
      ? zoneProblem(timeZone)
      : `${show(timeZone)} given; expected an IANA zone such as "Europe/London"`;
  throw new DefinitionError("option", [{ path: ["timeZone"], message }]);
}

function refused(message: string): DefinitionError {
  return new DefinitionError(WHAT, [{ path: [], message }]);
}

interface ClosuresOfEvent {
  readonly title: string | undefined;
  readonly rules: readonly HoursRule[];
  readonly dates: readonly DayNumber[];
}

function closuresOf(days: ClosedDays): ClosuresOfEvent {
  const { title } = days;
  const starts = startsOf(days);
  const rules = saidByRules(days, starts);
  const dates = starts.isBounded ? datesOf(days, starts) : undefined;
  if (rules && (!dates || rules.length < dates.length)) {
    return { title, rules, dates: lastingFrom(days, added(days, starts.removed)) };
  }
  if (dates) return { title, rules: [], dates };
  const [rule = "RRULE"] = propertiesOf(days.event, "RRULE");
  return refuserOf(days.event)(
    rule,
    "no rules of a calendar are closed on exactly these days; end it with UNTIL or COUNT, so that its dates can be listed",
  );
}

/** The days of an event that ends, one by one. */
export function datesOf(
  days: ClosedDays,
  { all, removed }: Starts = startsOf(days),
): readonly DayNumber[] {
  const kept = [...all.filter((day) => !removed.has(day)), ...added(days, removed)];
  return lastingFrom(days, kept);
}

function added(days: ClosedDays, removed: ReadonlySet<DayNumber>): readonly DayNumber[] {
  return days.added.filter((day) => !removed.has(day));
}

function lastingFrom({ length }: ClosedDays, starts: readonly DayNumber[]): readonly DayNumber[] {
  // One occurrence may begin before another ends.
  return [...new Set(starts.flatMap((start) => lasting(start, length)))];
}

interface TitledDay {
  readonly day: DayNumber;
  readonly title: string | undefined;
}

/** The days in order of date; a day of two events has both names. */
function exceptionsOf(dates: readonly TitledDay[]): Closures["exceptions"] {
  const titles = new Map<DayNumber, Set<string>>();
  for (const { day, title } of [...dates].sort((a, b) => a.day - b.day)) {
    const all = titles.get(day) ?? new Set();
    if (title !== undefined) all.add(title);
    titles.set(day, all);
  }
  return Object.fromEntries(
    [...titles].map(([day, all]) => [
      formatDate(day),
      all.size > 0 ? { hours: [], title: [...all].join("; ") } : [],
    ]),
  );
}
