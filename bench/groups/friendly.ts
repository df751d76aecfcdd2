import { DateTime } from "luxon";
import { defineCalendar } from "../../dist/index.js";
import { HOUR_MS, INSTANTS } from "../inputs";
import { type Effort, type Pass, race, ratio } from "../measure";
import { duration, type Section, times } from "../report";

const zone = "Europe/London";

/** Compares the cost of a `DateTime` from core-hours with one that Luxon makes. */
export async function friendly(effort: Effort): Promise<Section> {
  const calendar = defineCalendar({
    timeZone: zone,
    hours: { weekdays: ["09:00-17:00"] },
    bankHolidays: "england-and-wales",
  });
  const starts = Array.from(INSTANTS, (ms) => DateTime.fromMillis(ms, { zone }));
  const dues = INSTANTS.map((ms) => calendar.timeline.add(ms, 48 * HOUR_MS));
  const differs = starts.some((start, i) => {
    const ours = calendar.add(start, { hours: 48 }).toISO();
    return ours !== DateTime.fromMillis(dues[i] ?? 0, { zone }).toISO();
  });
  if (differs) throw new Error("calendar.add gives another DateTime than Luxon does");

  /** Reads the year, which a `DateTime` must work out before it can be shown. */
  const each = (ask: (i: number) => { readonly year: number }): Pass => ({
    ops: starts.length,
    run: () => {
      let sum = 0;
      for (let i = 0; i < starts.length; i++) sum += ask(i).year;
      return sum;
    },
  });
  const amount = { hours: 48 };
  // Every index stays within its column.
  const timings = await race(
    {
      "calendar.add(DateTime, { hours: 48 })": each((i) => calendar.add(starts[i]!, amount)),
      "DateTime.fromMillis": each((i) => DateTime.fromMillis(dues[i]!, { zone })),
    },
    effort,
  );
  const gain = ratio(
    timings["DateTime.fromMillis"],
    timings["calendar.add(DateTime, { hours: 48 })"],
  );
  return {
    title: "With Luxon on both sides",
    tables: [
      {
        head: ["call", "time"],
        rows: Object.entries(timings).map(([name, { ns }]) => [name, duration(ns)]),
      },
    ],
    goals: [
      {
        what: 'calendar.add(DateTime, ...), to one DateTime.fromMillis(ms, { zone: "Europe/London" })',
        goal: "cheaper by ≥ 5 ×",
        measured: times(gain),
        isMet: gain.times >= 5,
      },
    ],
  };
}
