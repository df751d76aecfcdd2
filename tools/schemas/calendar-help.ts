import { reference } from "./annotate";
import type { JsonSchema } from "./json";

/** What an editor says about the key `$schema`, in calendars and policies alike. */
export const SCHEMA_KEY: JsonSchema = {
  description:
    "Where this schema lies, for editors. It is kept with the definition and changes nothing.",
};

const SOURCE: JsonSchema = {
  description: "Where it comes from, as text or by name: the document, the clause, the reading.",
};

/** Notes for everything that has a name. */
export const NAMING: Readonly<Record<string, JsonSchema>> = {
  $schema: SCHEMA_KEY,
  title: { description: "What it is called in full." },
};

const group = (days: string, wins: string) => ({
  description: `The hours of ${days}; [] for closed. ${wins}`,
});
const day = (name: string) => group(name, "It wins over the groups that the day belongs to.");

/** The properties of a calendar of hours. */
export const HOURS_HELP: Readonly<Record<string, JsonSchema>> = {
  ...NAMING,
  id: {
    description: "What the calendar is called, in policies and in errors.",
    examples: ["support"],
  },
  source: SOURCE,
  timeZone: {
    description:
      "The IANA zone of its hours. That the zone exists is checked when the calendar is made.",
    examples: ["Europe/London", "UTC"],
  },
  hours: {
    description:
      "The hours of a week, by day or group of days. A named day wins over weekdays and weekend, and these over daily; a day that none of them names is closed.",
    examples: [{ weekdays: ["08:00-18:00"] }],
  },
  hoursFrom: {
    description:
      "Hours that change: by date, the week that holds from that date on, until the next such date.",
    examples: [{ "2027-04-01": { weekdays: ["08:00-18:00"] } }],
  },
  bankHolidays: {
    description:
      "The dates of bank holidays: the name of a division, a list of dates, the name of a division and dates beside it, or the data of a division. They are closed unless bankHolidayHours says otherwise.",
    examples: [
      "england-and-wales",
      "scotland",
      "northern-ireland",
      ["england-and-wales", "2027-06-01"],
    ],
  },
  "bankHolidays[].date": { description: "The date that is a holiday." },
  "bankHolidays[].title": { description: "What the holiday is called." },
  "bankHolidays.dates": { description: "The dates that are holidays." },
  "bankHolidays.dates[].date": { description: "The date that is a holiday." },
  "bankHolidays.dates[].title": { description: "What the holiday is called." },
  "bankHolidays.from": {
    description:
      "The first date for which the list is complete; 1 January of its first year if not said.",
  },
  "bankHolidays.to": {
    description:
      "The last date for which the list is complete; 31 December of its last year if not said.",
  },
  bankHolidayHours: {
    description: "The hours of bank holidays, in place of closed.",
    examples: [["10:00-14:00"]],
  },
  bankHolidaysOnWeekends: {
    description:
      "Whether it is closed on a Saturday or Sunday that is a fixed day such as 25 December. open: the day is like any other, since only the day in lieu is the bank holiday. closed: it is closed too.",
  },
  rules: {
    description:
      "Hours for dates that come again, under exceptions and bank holidays and over the week. A later rule wins over an earlier one.",
    examples: [
      [
        { title: "Christmas Eve", on: "12-24", hours: ["09:00-12:00"] },
        { title: "Christmas closure", from: "12-25", to: "01-01", hours: [] },
        { title: "Training", on: { weekday: "wednesday", nth: 1 }, hours: ["13:00-17:00"] },
      ],
    ],
  },
  exceptions: {
    description: "Dates with hours of their own, which win over everything else; [] for closed.",
    examples: [{ "2026-12-24": { hours: ["08:00-12:00"], title: "Christmas Eve" } }],
  },
  "exceptions.*.hours": { description: "The hours of the date; [] for closed." },
  "exceptions.*.title": { description: "What the date is called." },
};

/** The parts that zod's schema of a calendar of hours cannot express. */
export const HOURS_PARTS: Readonly<Record<string, JsonSchema>> = {
  timeZone: { type: "string", pattern: "^[A-Za-z]" },
  hours: reference("week"),
  "hoursFrom@": reference("date"),
  "hoursFrom.*": reference("week"),
  "exceptions@": reference("date"),
  "bankHolidays[]|0": reference("dateOrDivision"),
  "bankHolidays[].date": reference("date"),
  "bankHolidays[]|2": reference("divisionData"),
  "bankHolidays|2": reference("divisionData"),
  "bankHolidays.dates[]|0": reference("date"),
  "bankHolidays.dates[].date": reference("date"),
  "bankHolidays.from": reference("date"),
  "bankHolidays.to": reference("date"),
  "rules[]": reference("rule"),
};

/** The properties of the hours of a week. */
export const WEEK_HELP: Readonly<Record<string, JsonSchema>> = {
  monday: day("Monday"),
  tuesday: day("Tuesday"),
  wednesday: day("Wednesday"),
  thursday: day("Thursday"),
  friday: day("Friday"),
  saturday: day("Saturday"),
  sunday: day("Sunday"),
  weekdays: group("Monday to Friday", "A named day wins over it."),
  weekend: group("Saturday and Sunday", "A named day wins over it."),
  daily: group("every day", "Weekdays, weekend and named days win over it."),
};

/** The properties of the data of a division. */
export const DIVISION_HELP: Readonly<Record<string, JsonSchema>> = {
  division: { description: "The name of the division." },
  events: { description: "Its bank holidays." },
  "events[].date": { description: "The date that is a holiday." },
  "events[].title": { description: "What the holiday is called." },
  "events[].notes": { description: "A note on it, such as Substitute day." },
  "events[].status": {
    description: "published: a fact of record. projected: by the statutory rules, and may change.",
  },
  from: { description: "The first date that the data covers." },
  to: { description: "The last date that the data covers." },
  publishedUntil: { description: "The last date of the last year that has been published." },
};

/** The parts that its zod schema cannot express. */
export const DIVISION_PARTS: Readonly<Record<string, JsonSchema>> = {
  "events[].date": reference("date"),
  from: reference("date"),
  to: reference("date"),
  publishedUntil: reference("date"),
};

/** The properties of a rule. */
export const RULE_HELP: Readonly<Record<string, JsonSchema>> = {
  title: { description: "What the rule is called; it is the reason of the dates that it decides." },
  on: {
    description:
      "The dates it is for: a day of each year, the nth such weekday of a month, such a weekday every few weeks, or the last working day before each bank holiday.",
    examples: [
      "12-24",
      "day-before-bank-holiday",
      { weekday: "wednesday", nth: [1, -1] },
      { weekday: "saturday", every: 2, from: "2027-01-09" },
    ],
  },
  "on.weekday": { description: "The day of the week." },
  "on.nth": {
    description: "Which of them in a month: 1 for the first, -1 for the last; or a list of these.",
    examples: [1, [1, 3], -1],
  },
  "on.months": { description: "The months it counts in, from 1 to 12; all of them if not said." },
  "on.every": { description: "The number of weeks from one such day to the next.", examples: [2] },
  "on.from": { description: "The first such day, which falls on that weekday." },
  from: {
    description:
      "The first day of each year that it is for; if it comes after to, the rule runs over the new year.",
    examples: ["12-25"],
  },
  to: { description: "The last day of each year that it is for.", examples: ["01-01"] },
  hours: {
    description:
      "The periods of each of its dates, which changes nothing on a date that the week leaves closed; or a week, which brings its own closed days.",
    examples: [["09:00-12:00"], [], { weekdays: ["08:00-14:00"] }],
  },
  opens: { description: "Whether a list of periods also opens dates that the week leaves closed." },
  since: { description: "The first date on which it holds." },
  until: { description: "The last date on which it holds." },
};

/** The parts that its zod schema cannot express. */
export const RULE_PARTS: Readonly<Record<string, JsonSchema>> = {
  "on|0": { anyOf: [{ const: "day-before-bank-holiday" }, reference("monthDay")] },
  "on.nth|0": reference("nth"),
  "on.nth[]": reference("nth"),
  "on.from": reference("date"),
  from: reference("monthDay"),
  to: reference("monthDay"),
  "hours|1": reference("week"),
  since: reference("date"),
  until: reference("date"),
};

const combined = (what: string) => ({ description: `Open where ${what}.` });

/** The properties of a calendar made of two others. */
export const COMBINED_HELP: Readonly<Record<string, JsonSchema>> = {
  ...NAMING,
  id: { description: "What the calendar is called, in policies and in errors." },
  union: combined("either of two calendars is"),
  intersect: combined("both of two calendars are"),
  except: combined("the first of two calendars is and the second is not"),
};

/** The parts that its zod schema cannot express. */
export const COMBINED_PARTS: Readonly<Record<string, JsonSchema>> = {
  "union[]": reference("calendar"),
  "intersect[]": reference("calendar"),
  "except[]": reference("calendar"),
};
