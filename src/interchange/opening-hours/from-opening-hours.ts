import type { HoursDefinition } from "../../calendar/definition/definition";
import { DAY_NAMES } from "../../calendar/definition/rule-words";
import { DefinitionError } from "../../input/problems";
import { formatDate } from "../../time/civil-date";
import { byLength, type DayKind, datesIn, MOST_DATES } from "../day-kind";
import type { ImportOptions } from "../options";
import { isRecurring, type Recurring } from "../recurring";
import { calendarOf } from "../timetable";
import { clashIn, rulesFinder, startingOn } from "./evaluate";
import { parseRules, WHAT } from "./parse";
import type { Rule } from "./rule";

/**
 * The calendar of an OpenStreetMap `opening_hours` value, if a calendar can say it exactly.
 *
 * It takes days and lists of them, nth days of a month (`We[1,-1]`), times (also over midnight, and up to
 * 48:00), `24/7`, `open`, `closed` and `off`, public holidays, dates with their year, days and months of
 * each year (`Dec 24`, `Jul-Aug`), and rules separated by `;` (which replaces what came before on its
 * days) or `,` (which adds to it). Other spellings with one clear meaning are read too: `Mon–Fri`, `8:00`,
 * `9am to 5pm`, `daily`.
 *
 * If hours run over midnight into a day with a rule of its own, the specification ends them at midnight. The author
 * seldom means that, so the value is refused with a message that says what to write instead.
 *
 * Public holidays of a division are closed on the Saturday or Sunday of a fixed day too, such as a
 * Christmas Day (`bankHolidaysOnWeekends`).
 *
 * @param text such as `Mo-Fr 08:00-18:00; PH off; 2026 Dec 24 08:00-12:00`
 * @param options what to call the calendar, its zone, and which dates `PH` means
 * @throws {DefinitionError} for text that no calendar can say exactly, or that is not opening_hours: each
 *   problem says where it is and what to do.
 * @example
 * calendarFromOpeningHours("Mo-Fr 08:00-18:00; PH off", {
 *   id: "desk",
 *   timeZone: "Europe/London",
 *   bankHolidays: "england-and-wales",
 * }).hours // { weekdays: ["08:00-18:00"] }
 */
export function calendarFromOpeningHours(text: string, options: ImportOptions): HoursDefinition {
  const rules = parseRules(text);
  const { short, long } = byLength(rules.flatMap((rule) => rule.dates ?? []));
  const dates = datesIn(short);
  if (!dates) throw refusal(`its rules name more than ${MOST_DATES} dates`);
  const recurring: Recurring = {
    yearly: rules.flatMap((rule) => rule.yearly ?? []),
    nth: nthIn(rules),
    spans: long,
    dates: new Set(dates),
  };
  if (isTooMuch(recurring, rules.length)) throw refusal(TOO_MUCH);
  const rulesFor = rulesFinder(rules);
  if (!rulesFor) throw refusal(TOO_MUCH);
  const clash = clashIn(rules, rulesFor, dates, recurring);
  if (clash) {
    throw refusal(
      `hours run over midnight into ${nameOf(clash.today)}, which has a rule of its own or comes after one that closes: by the specification that cuts them at midnight. To keep them whole, put "," in place of ";" before the rule, and close by times, as in "PH 18:00-02:00 off"; to end them at midnight, write 24:00`,
    );
  }
  return calendarOf({ what: WHAT, timesOn: startingOn(rulesFor), dates, recurring }, options);
}

const TOO_MUCH = "its rules hold on too many dates to work out; give fewer of either";

/** The most rules, and the most rules and recurring dates together. */
const MOST_WORK = 100_000;

function isTooMuch(recurring: Recurring, rules: number): boolean {
  const { yearly, spans, nth } = recurring;
  const parts = (yearly.length + 1) * (spans.length + 1) * (nth.size + 1);
  return isRecurring(recurring) && parts * rules > MOST_WORK;
}

/** Which days of a month some rules name, by weekday. */
function nthIn(rules: readonly Rule[]): ReadonlyMap<number, ReadonlySet<number>> {
  const all = new Map<number, Set<number>>();
  for (const [weekday, places] of rules.flatMap(({ days }) => [...(days?.nth ?? [])])) {
    all.set(weekday, new Set([...(all.get(weekday) ?? []), ...places]));
  }
  return all;
}

function refusal(message: string): DefinitionError {
  return new DefinitionError(WHAT, [{ path: [], message }]);
}

function nameOf({ weekday, isHoliday, date }: DayKind): string {
  if (date !== undefined) return formatDate(date);
  const day = DAY_NAMES[weekday] ?? "";
  const name = day.slice(0, 1).toUpperCase() + day.slice(1);
  return isHoliday ? `a ${name} that is a public holiday` : name;
}
