import {
  bankHolidays,
  defineCalendar,
  type HoursDefinition,
  type HoursRule,
  type WorkingCalendar,
  type WorkingDayOptions,
} from "../../../src/index";
import { wrongCalendar } from "./broken";

/**
 * Faults that are consistent in themselves: the calendar of another definition that says it is of this
 * one. Only a law that works out the definition finds them.
 */

const definition: HoursDefinition = {
  id: "desk",
  timeZone: "Europe/London",
  hours: {
    weekdays: ["09:00-12:30", "13:30-17:30"],
    friday: ["09:00-12:30", "13:30-17:30", "22:00-02:00"],
    sunday: ["01:30-04:00"],
  },
  bankHolidays: "england-and-wales",
  // 25 December 2026 is a Friday.
  exceptions: { "2026-12-24": ["09:00-12:00"], "2026-12-25": ["10:00-11:00"] },
};
const desk = defineCalendar(definition);
const holidays = bankHolidays("england-and-wales");

/** A calendar of other hours that says it is the desk. */
const posing = (other: WorkingCalendar, as: WorkingCalendar = desk): WorkingCalendar =>
  wrongCalendar(other, { toJSON: () => as.toJSON(), id: as.id, title: as.title });
const posingAs = (changes: Partial<HoursDefinition>): WorkingCalendar =>
  posing(defineCalendar({ ...definition, ...changes }));

const isFriday = (date: string) => new Date(date).getUTCDay() === 5;
const nightsOfHolidays = holidays.events
  .filter(({ date }) => isFriday(date) && !(date in (definition.exceptions ?? {})))
  .map(({ date }) => [date, ["22:00-02:00"]] as const);

const apia = defineCalendar({
  id: "apia",
  timeZone: "Pacific/Apia",
  hours: { weekdays: ["09:00-17:00"] },
});
const SKIPPED = "2011-12-30";

/** The hour from the first 01:30 to the second, on the days on which London's clocks go back. */
const repeatedHour = defineCalendar({
  id: "repeated-hour",
  timeZone: "UTC",
  hours: {},
  exceptions: Object.fromEntries(
    Array.from({ length: 44 }, (_, i) => [lastSundayOfOctober(1998 + i), ["00:30-01:30"]]),
  ),
});

function lastSundayOfOctober(year: number): string {
  const last = new Date(Date.UTC(year, 9, 31));
  last.setUTCDate(31 - last.getUTCDay());
  return last.toISOString().slice(0, 10);
}

const withDays = (
  add: (
    at: Parameters<WorkingCalendar["addWorkingDays"]>[0],
    n: number,
    options: WorkingDayOptions,
  ) => ReturnType<WorkingCalendar["addWorkingDays"]>,
) => wrongCalendar(desk, { addWorkingDays: (at, n, options = {}) => add(at, n, options) });

const aMinuteLater = (time: string) =>
  new Date(Date.parse(`2026-01-01T${time}Z`) + 60_000).toISOString().slice(11, 16);

const changingRules: readonly HoursRule[] = [
  { title: "December", from: "12-01", to: "01-06", hours: ["10:00-11:00"] },
  { title: "Review", on: { weekday: "friday", nth: -1 }, hours: ["11:00-12:00"] },
  { title: "Eve", on: "day-before-bank-holiday", hours: ["09:00-10:00"] },
  {
    title: "August",
    from: "08-01",
    to: "08-31",
    hours: { daily: ["12:00-13:00"] },
    since: "2030-01-01",
  },
];
const changingDefinition: HoursDefinition = {
  id: "changing",
  timeZone: "Europe/London",
  hours: { weekdays: ["09:00-17:30"], sunday: ["01:30-04:00"] },
  hoursFrom: { "2026-04-01": { weekdays: ["08:00-18:00"], sunday: ["01:30-04:00"] } },
  bankHolidays: ["england-and-wales", "2026-06-10"],
  bankHolidayHours: ["10:00-11:00"],
  bankHolidaysOnWeekends: "closed",
  rules: changingRules,
};
const changing = defineCalendar(changingDefinition);
const changed = (changes: Partial<HoursDefinition>) =>
  defineCalendar({ ...changingDefinition, ...changes });

export const PLANTED: Readonly<Record<string, WorkingCalendar>> = {
  "bank holidays are ignored": posingAs({ bankHolidays: { ...holidays, events: [] } }),
  "bank holidays are ignored overnight": posingAs({
    exceptions: { ...Object.fromEntries(nightsOfHolidays), ...definition.exceptions },
  }),
  "another division's bank holidays are kept": posingAs({ bankHolidays: "scotland" }),
  "a bank holiday beats an exception": posingAs({ exceptions: { "2026-12-24": ["09:00-12:00"] } }),
  "the second period of a day is dropped": posingAs({
    hours: { ...definition.hours, weekdays: ["09:00-12:30"] },
  }),
  "Saturday is a weekday": posingAs({
    hours: { ...definition.hours, saturday: ["09:00-12:30", "13:30-17:30"] },
  }),
  "an hour that occurs twice is read as the second": posing(desk.except(repeatedHour)),
  "a date that the zone skips is worked": wrongCalendar(apia, {
    isWorkingDay: (date) => date === SKIPPED || apia.isWorkingDay(date),
    hoursOn: (date) => (date === SKIPPED ? ["09:00-17:00"] : apia.hoursOn(date)),
  }),
  "a cutoff is ignored": withDays((at, n, { due }) =>
    desk.addWorkingDays(at, n, due === undefined ? {} : { due }),
  ),
  "what comes exactly at the cutoff is in time": withDays((at, n, { cutoff, ...options }) =>
    desk.addWorkingDays(at, n, {
      ...options,
      ...(cutoff === undefined
        ? {}
        : { cutoff: cutoff === "23:59" ? cutoff : aMinuteLater(cutoff) }),
    }),
  ),
  "the close of a day is that of its lunch": withDays((at, n, options) => {
    const due = desk.addWorkingDays(at, n, options);
    if (options.due !== "close") return due;
    const [first] = [...desk.periods(due.startOf("day"), due)];
    return first?.end ?? due;
  }),
  "a change of hours is ignored": posing(changed({ hoursFrom: {} }), changing),
  "hours change a day late": posing(
    changed({ hoursFrom: { "2026-04-02": { weekdays: ["08:00-18:00"] } } }),
    changing,
  ),
  "rules are ignored": posing(changed({ rules: [] }), changing),
  "an earlier rule wins over a later one": posing(
    changed({ rules: [...changingRules].reverse() }),
    changing,
  ),
  "a rule of the year after next holds already": posing(
    changed({ rules: changingRules.map(({ since: _, ...rule }) => rule) }),
    changing,
  ),
  "a rule that does not open opens": posing(
    changed({ rules: changingRules.map((rule) => ({ ...rule, opens: true })) }),
    changing,
  ),
  "the last Friday of a month is the fourth": posing(
    changed({
      rules: changingRules.map((rule) =>
        "on" in rule && typeof rule.on === "object"
          ? { ...rule, on: { weekday: "friday", nth: 4 } }
          : rule,
      ),
    }),
    changing,
  ),
  "bank holidays with hours are closed": posing(changed({ bankHolidayHours: [] }), changing),
  "weekends that are closed like bank holidays are open": posing(
    changed({ bankHolidaysOnWeekends: "open" }),
    changing,
  ),
  "a date beside a division is forgotten": posing(
    changed({ bankHolidays: "england-and-wales" }),
    changing,
  ),
  "a year of an exception is mistyped": posingAs({
    exceptions: { "2036-12-24": ["09:00-12:00"], "2026-12-25": ["10:00-11:00"] },
  }),
};
