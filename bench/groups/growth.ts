import { type CalendarDefinition, defineCalendar } from "../../dist/index.js";
import { DAY_MS, HOUR_MS, INPUTS } from "../inputs";
import { type Effort, race, ratio } from "../measure";
import { addOf, betweenOf } from "../passes";
import { duration, type Goal, type Section, times } from "../report";

const DEFINITION: CalendarDefinition = {
  timeZone: "Europe/London",
  hours: { weekdays: ["09:00-17:00"] },
  bankHolidays: "england-and-wales",
};

/** 500 Wednesdays from 2013 on with hours of their own, over the whole span of the instants. */
const EXCEPTIONS = Object.fromEntries(
  Array.from({ length: 500 }, (_, week) => {
    const day = new Date(Date.UTC(2013, 0, 2) + week * 7 * DAY_MS);
    return [day.toISOString().slice(0, 10), ["10:00-12:00", "13:00-16:30"]];
  }),
);

/** Measures whether answers cost more over longer spans, or with more exceptions. */
export async function growth(effort: Effort): Promise<Section> {
  const { timeline } = defineCalendar(DEFINITION);
  const odd = defineCalendar({ ...DEFINITION, exceptions: EXCEPTIONS }).timeline;
  const rows: string[][] = [];
  const goals: Goal[] = [];
  for (const [input, instants] of Object.entries(INPUTS)) {
    const timings = await race(
      {
        "add 48 h": addOf(timeline, instants, 48 * HOUR_MS),
        "add 4,800 h": addOf(timeline, instants, 4_800 * HOUR_MS),
        "add 48 h with 500 exceptions": addOf(odd, instants, 48 * HOUR_MS),
        "between over 30 days": betweenOf(timeline, instants, 30 * DAY_MS),
        "between over 3 years": betweenOf(timeline, instants, 3 * 365 * DAY_MS),
        "between over 30 days with 500 exceptions": betweenOf(odd, instants, 30 * DAY_MS),
      },
      effort,
    );
    for (const [name, { ns }] of Object.entries(timings)) {
      rows.push([`${name}, ${input}`, duration(ns)]);
    }
    const compare = (slower: keyof typeof timings, faster: keyof typeof timings, most: number) => {
      const factor = ratio(timings[slower], timings[faster]);
      goals.push({
        what: `${slower}, to ${faster}, ${input}`,
        goal: `≤ ${most} ×`,
        measured: times(factor),
        isMet: factor.times <= most,
      });
    };
    compare("add 4,800 h", "add 48 h", 1.3);
    compare("between over 3 years", "between over 30 days", 1.3);
    compare("add 48 h with 500 exceptions", "add 48 h", 1.2);
    compare("between over 30 days with 500 exceptions", "between over 30 days", 1.2);
  }
  return { title: "Growth", tables: [{ head: ["question", "time"], rows }], goals };
}
