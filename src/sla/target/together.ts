import { ownError } from "../../input/own-error";
import type { CoreHoursError } from "../../timeline";
import { Clock } from "../clock/clock";
import type { DatedEvent } from "../clock/history";
import type { ClockMemory } from "../clock/mark";
import type { NumericReading } from "../reading/numbers";
import type { Asked } from "./asked";
import { type Filler, instantsOf, NUMBERS_ONLY, readRun, stepInPlace, takeInstant } from "./run";
import { SharedFields } from "./shared-fields";

/** A clock that takes a ticket's events alongside other clocks, until it refuses one. */
export interface Run {
  readonly asked: Asked;
  readonly clock: Clock;
  /** Why it has stopped taking events; null as long as it takes them. */
  error: CoreHoursError | null;
}

/** New clocks of several targets for one ticket. */
export function newRuns(asked: readonly Asked[], memory?: ClockMemory): readonly Run[] {
  return asked.map((each) => ({
    asked: each,
    clock: new Clock(each.rules, undefined, memory),
    error: null,
  }));
}

/** Does something with each clock that has not refused an event yet, and notes any refusal. */
function each(runs: readonly Run[], act: (run: Run) => void): void {
  for (const run of runs) {
    if (run.error) continue;
    try {
      act(run);
    } catch (error) {
      run.error = ownError(error);
    }
  }
}

/** Goes once through the events of a ticket up to an instant, and advances every clock to it. */
export function runTogether(
  runs: readonly Run[],
  events: readonly DatedEvent[],
  asOfMs: number,
  ticket: string | undefined,
): void {
  const shared = new SharedFields();
  for (const instant of instantsOf(events, asOfMs)) {
    each(runs, ({ clock, asked: { words } }) => {
      takeInstant(clock, instant, { words, ticket, shared });
    });
  }
  each(runs, ({ clock }) => clock.advance(asOfMs));
}

/** The same for a plain history, read in place; see {@link trackInPlace}. */
export function runInPlace(runs: readonly Run[], count: number, put: Filler, asOfMs: number): void {
  const event = { atMs: 0, state: undefined, severity: undefined };
  for (let index = 0; index < count; index++) {
    put(index, event);
    if (event.atMs > asOfMs) break;
    each(runs, ({ clock, asked: { words } }) => {
      if (!clock.isFinal) stepInPlace(clock, event, words);
    });
  }
  each(runs, ({ clock }) => clock.advance(asOfMs));
}

/** The numbers of a clock that has been advanced to an instant. @throws the clock's refusal, if any */
export function numbersOf({ asked, clock, error }: Run, asOfMs: number): NumericReading {
  if (error) throw error;
  return readRun(clock, asOfMs, asked.rules);
}

/** New clocks that give only numbers. */
export function numberRuns(asked: readonly Asked[]): readonly Run[] {
  return newRuns(asked, NUMBERS_ONLY);
}
