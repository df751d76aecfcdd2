import type { WorkingCalendar } from "../../dist/index.js";
import { OFFICE } from "../desks";
import { type Prepared, plainAdd, plainBetween, prepare, tightAdd, tightBetween } from "../floor";
import { DAY_MS, HOUR_MS, INPUTS } from "../inputs";
import { type Effort, race, ratio } from "../measure";
import { addOf, betweenOf } from "../passes";
import { calendarFor } from "../peers/core-hours";
import { duration, type Goal, type Section, times } from "../report";

const SPAN_MS = 30 * DAY_MS;
const AMOUNT_MS = 48 * HOUR_MS;

/** Measures how far `between` and `add` are from look-ups written out by hand. */
export async function floor(effort: Effort): Promise<Section> {
  const calendar = calendarFor(OFFICE);
  const prepared = prepare(calendar, Date.UTC(2012, 0, 1), Date.UTC(2028, 0, 1));
  const rows: string[][] = [];
  const goals: Goal[] = [];
  for (const [input, instants] of Object.entries(INPUTS)) {
    for (const [question, passes] of Object.entries(questions(calendar, prepared, instants))) {
      const sums = new Set(Object.values(passes).map(({ run }) => run()));
      if (sums.size > 1) throw new Error(`${question}: ${[...sums].join(", ")} are not the same`);
      const { ours, plain, tight } = await race(passes, effort);
      const factor = ratio(ours, tight);
      rows.push([
        `${question}, ${input}`,
        duration(ours.ns),
        duration(plain.ns),
        times(ratio(ours, plain)),
        duration(tight.ns),
        times(factor),
      ]);
      goals.push({
        what: `timeline.${question}, to the floor, ${input}`,
        goal: "≤ 1.3 ×",
        measured: times(factor),
        isMet: factor.times <= 1.3,
      });
    }
  }
  return {
    title: "Against the floor",
    text: [
      "The floor is the same look-up written out in the loop, over arrays that were prepared, with no check of what comes in and with every trick that makes the loop faster. Beside it, the same as one would write it at first.",
    ],
    tables: [
      {
        head: ["question", "core-hours", "as one writes it", "ratio", "the floor", "ratio"],
        rows,
      },
    ],
    goals,
  };
}

function questions(calendar: WorkingCalendar, prepared: Prepared, instants: Float64Array) {
  const { timeline } = calendar;
  return {
    "between, over 30 days": {
      ours: betweenOf(timeline, instants, SPAN_MS),
      plain: plainBetween(prepared, instants, SPAN_MS),
      tight: tightBetween(prepared, instants, SPAN_MS),
    },
    "add, 48 h": {
      ours: addOf(timeline, instants, AMOUNT_MS),
      plain: plainAdd(prepared, instants, AMOUNT_MS),
      tight: tightAdd(prepared, instants, AMOUNT_MS),
    },
  };
}
