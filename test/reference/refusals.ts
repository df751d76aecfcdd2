import { expect, it } from "vitest";
import { CoreHoursError } from "../../src/index";

/** One error, word for word: a title, the call, the code, the message and, where it matters, the data. */
export type Refused =
  | readonly [what: string, act: () => unknown, code: string, message: string]
  | readonly [what: string, act: () => unknown, code: string, message: string, data: object];

/** The `CoreHoursError` that a call throws; an error of another kind is thrown on. */
export function refusal(act: () => unknown): CoreHoursError {
  try {
    act();
  } catch (error) {
    if (error instanceof CoreHoursError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** Calls a function as a program without types may. */
export const untyped = (act: (given: never) => unknown, given: unknown) => () =>
  act(given as never);

/**
 * Checks errors word for word: a person has nothing to go by but what was given, what was expected
 * and what to do.
 */
export function wordForWord(rows: readonly Refused[]): void {
  for (const [what, act, code, message, data] of rows) {
    it(what, () => {
      const error = refusal(act);
      expect({ code: error.code, message: error.message }).toEqual({ code, message });
      if (data !== undefined) expect(error.data).toMatchObject(data);
    });
  }
}
