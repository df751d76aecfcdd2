import { reference } from "./annotate";
import type { JsonSchema } from "./json";

/** What an editor says of a schema's own key, in calendars and policies alike. */
export const SCHEMA_KEY: JsonSchema = {
  description:
    "Where this schema lies, for editors. It is kept with the definition and changes nothing.",
};

const SOURCE: JsonSchema = {
  description: "Where it comes from, as text or by name: the document, the clause, the reading.",
};

/** What is said of everything that has a name. */
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
  "hours.monday": day("Monday"),
  "hours.tuesday": day("Tuesday"),
  "hours.wednesday": day("Wednesday"),
  "hours.thursday": day("Thursday"),
  "hours.friday": day("Friday"),
  "hours.saturday": day("Saturday"),
  "hours.sunday": day("Sunday"),
  "hours.weekdays": group("Monday to Friday", "A named day wins over it."),
  "hours.weekend": group("Saturday and Sunday", "A named day wins over it."),
  "hours.daily": group("every day", "Weekdays, weekend and named days win over it."),
  bankHolidays: {
    description:
      "Closed on these: the name of a division, a custom list of dates, or the data of a division. A list covers the years of its dates and no others.",
    examples: ["england-and-wales", "scotland", "northern-ireland"],
  },
  "bankHolidays[].date": { description: "The date that is a holiday." },
  "bankHolidays[].title": { description: "What the holiday is called." },
  "bankHolidays.division": { description: "The name of the division." },
  "bankHolidays.events": { description: "Its bank holidays." },
  "bankHolidays.events[].date": { description: "The date that is a holiday." },
  "bankHolidays.events[].title": { description: "What the holiday is called." },
  "bankHolidays.events[].notes": { description: "What is noted of it, such as Substitute day." },
  "bankHolidays.events[].status": {
    description: "published: a fact of record. projected: by the statutory rules, and may change.",
  },
  "bankHolidays.from": { description: "The first date that the data covers." },
  "bankHolidays.to": { description: "The last date that the data covers." },
  "bankHolidays.publishedUntil": {
    description: "The last date of the last year that has been published.",
  },
  exceptions: {
    description:
      "Dates with hours of their own, which win over the week and over bank holidays; [] for closed.",
    examples: [{ "2026-12-24": { hours: ["08:00-12:00"], title: "Christmas Eve" } }],
  },
  "exceptions.*.hours": { description: "The hours of the date; [] for closed." },
  "exceptions.*.title": { description: "What the date is called." },
};

/** What the schema of a calendar of hours could not tell by itself. */
export const HOURS_PARTS: Readonly<Record<string, JsonSchema>> = {
  timeZone: { type: "string", pattern: "^[A-Za-z]" },
  "exceptions@": reference("date"),
  "bankHolidays[]|0": reference("date"),
  "bankHolidays[].date": reference("date"),
  "bankHolidays.events[].date": reference("date"),
  "bankHolidays.from": reference("date"),
  "bankHolidays.to": reference("date"),
  "bankHolidays.publishedUntil": reference("date"),
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

/** What its schema could not tell by itself. */
export const COMBINED_PARTS: Readonly<Record<string, JsonSchema>> = {
  "union[]": reference("calendar"),
  "intersect[]": reference("calendar"),
  "except[]": reference("calendar"),
};
