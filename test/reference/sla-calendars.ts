import { bankHolidays, type CalendarDefinition } from "../../src/index";
import type { ReferenceCalendar } from "./sla-yardstick";
import { changesIn, DAY } from "./wall-time";
import { type Definition, referenceOf } from "./working-time";

/** The calendars on which random tickets play, and the moments about which they do. */

/** Clock changes of spring and autumn, Christmas, Easter, and the end of what is published. */
export const moments = [
  "2026-03-28T12:00:00Z",
  "2026-10-24T12:00:00Z",
  "2026-12-24T12:00:00Z",
  "2027-03-25T12:00:00Z",
  "2028-12-29T12:00:00Z",
] as const;

const london = "Europe/London";
const holidays = ["2024-01-01", "2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26"];
const moreHolidays = ["2027-03-29", "2028-12-25", "2028-12-26", "2029-01-01", "2031-12-25"];
const own = { bankHolidays: [...holidays, ...moreHolidays] };

/** Days of many shapes: split, touching midnight, over it, around it, and only in a gap of the clocks. */
const ownCalendars: readonly Definition[] = [
  { id: "office", timeZone: london, hours: { weekdays: ["09:00-17:00"] }, ...own },
  { id: "nights", timeZone: london, hours: { daily: ["22:00-06:00"] }, ...own },
  {
    id: "split",
    timeZone: london,
    hours: { weekdays: ["09:00-12:00", "13:00-17:30"], weekend: ["10:00-14:00"] },
    exceptions: { "2026-12-24": ["09:00-12:00"], "2026-12-25": { hours: ["10:00-11:00"] } },
  },
  { id: "always", timeZone: london, hours: { daily: ["00:00-24:00"] } },
  { id: "small-hours", timeZone: london, hours: { daily: ["00:30-02:30"] } },
  { id: "weekend-nights", timeZone: london, hours: { weekend: ["20:00-04:00"] } },
  { id: "new-york", timeZone: "America/New_York", hours: { weekdays: ["08:00-18:00"] } },
  { id: "lord-howe", timeZone: "Australia/Lord_Howe", hours: { daily: ["01:00-03:00"] } },
  { id: "cairo", timeZone: "Africa/Cairo", hours: { weekdays: ["00:00-24:00"] } },
];

/** Its bank holidays are published until the end of 2028. */
const support: Definition = {
  id: "support",
  timeZone: london,
  hours: { weekdays: ["08:00-18:00"] },
  bankHolidays: bankHolidays("england-and-wales").events.map(({ date }) => date),
};

export const calendarNames = [...ownCalendars, support].map(({ id }) => id);

/** A calendar as a policy writes it. */
export function definitionNamed(name: string): CalendarDefinition {
  return name === "support" ? { ...support, bankHolidays: "england-and-wales" } : writtenFor(name);
}

function writtenFor(name: string): Definition {
  const found = [...ownCalendars, support].find(({ id }) => id === name);
  if (found === undefined) throw new Error(`no calendar ${name}`);
  return found;
}

const known = new Map<string, ReferenceCalendar>();

/** The same calendar as the reference knows it, for some days about a moment; worked out once. */
export function referenceNamed(name: string, about: string, days = 100): ReferenceCalendar {
  const key = `${name} ${about} ${days}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = {
    reference: referenceOf(writtenFor(name), Date.parse(about), days),
    publishedUntilMs: name === "support" ? Date.parse("2029-01-01T00:00:00Z") : Infinity,
  };
  known.set(key, made);
  return made;
}

/** Openings, closings, ends of days and clock changes of a calendar about a moment, in order. */
export function edgesOf(name: string, about: string): readonly number[] {
  const key = `${name} ${about}`;
  const found = knownEdges.get(key);
  if (found !== undefined) return found;
  const { open, days, timeZone } = referenceNamed(name, about).reference;
  const [fromMs, toMs] = [Date.parse(about) - 60 * DAY, Date.parse(about) + 60 * DAY];
  const edges = [
    ...open.flatMap(({ openMs, closeMs }) => [openMs, closeMs]),
    ...days.map(({ endMs }) => endMs),
    ...changesIn(timeZone, fromMs, toMs),
  ];
  const inOrder = edges.filter((ms) => fromMs < ms && ms < toMs).toSorted((a, b) => a - b);
  knownEdges.set(key, inOrder);
  return inOrder;
}

const knownEdges = new Map<string, readonly number[]>();
