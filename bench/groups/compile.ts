import * as z from "zod";
import { median } from "../measure";
import { numbersFrom } from "../processes/json";
import { duration, type Section } from "../report";

const figures = z.object({
  cold: z.number(),
  further: z.array(z.number()),
  first: z.array(z.number()),
});

/** Measures the time from a definition to its first answer. */
export function compile(processes: number): Section {
  const runs = Array.from({ length: processes }, () => figures.parse(numbersFrom("compile.mjs")));
  const rows = [
    ["the first of a process", runs.map(({ cold }) => cold)],
    ["the first of a zone, 40 zones", runs.flatMap(({ first }) => first)],
    ["each further one of a zone, 100 of them", runs.flatMap(({ further }) => further)],
  ] as const;
  return {
    title: "Compiling",
    text: [
      "A calendar with bank holidays, from its definition to an answer in 2026, in fresh processes; the median, and the longest.",
    ],
    tables: [
      {
        head: ["calendar", "time", "at most"],
        rows: rows.map(([what, ms]) => [
          what,
          duration(median(ms) * 1e6),
          duration(Math.max(...ms) * 1e6),
        ]),
      },
    ],
    // The first of a process waits for Luxon and zod to warm up, which the first answer measures.
    goals: rows.slice(1).map(([what, ms]) => ({
      what: `compiling ${what}`,
      goal: "< 2 ms",
      measured: duration(median(ms) * 1e6),
      isMet: median(ms) < 2,
    })),
  };
}
