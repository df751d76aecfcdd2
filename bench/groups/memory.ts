import * as z from "zod";
import { numbersFrom } from "../processes/json";
import type { Section } from "../report";

const figures = z.object({ defined: z.number(), timed: z.number(), counted: z.number() });

/** Measures how much memory a calendar keeps. */
export function memory(): Section {
  const { defined, timed, counted } = figures.parse(numbersFrom("memory.mjs"));
  const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;
  return {
    title: "Memory",
    text: ["Each of 200 calendars, heap and typed arrays together."],
    tables: [
      {
        head: ["a calendar that has", "holds"],
        rows: [
          ["been defined", kilobytes(defined)],
          ["answered for ten years of working time", kilobytes(timed)],
          ["counted ten years of working days as well", kilobytes(counted)],
        ],
      },
    ],
    goals: [
      {
        what: "memory of a calendar that has answered for ten years",
        goal: "≤ 100 kB",
        measured: kilobytes(counted),
        isMet: counted <= 100_000,
      },
    ],
  };
}
