import * as z from "zod";
import { once } from "../../input/once";

/** Words for what happens to a ticket: states of its history, or names of facts that are given beside it. */
export type Words = readonly string[];

/** What begins something in the life of a ticket, and what ends it. */
export interface BoundsDefinition {
  /** The states and facts that begin it. Without them, no history begins it. */
  readonly startsOn?: Words;
  /** The states and facts that end it: nothing more is due from then on. */
  readonly endsOn?: Words;
  /** The states and facts that call it off: nothing comes after them, not even at an early end. */
  readonly cancelsOn?: Words;
}

/** The zod schema of a list of states and facts. */
export const wordList = once(() =>
  z
    .array(z.string().min(1), "expected a list of states and facts")
    .min(1, "expected at least one state or fact")
    .optional(),
);

/** The zod schemas of what begins and ends something. */
export const bounds = once(() => ({
  startsOn: wordList(),
  endsOn: wordList(),
  cancelsOn: wordList(),
}));
