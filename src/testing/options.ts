import type { WorkingCalendar } from "../calendar/working-calendar";
import { checkKeys, given } from "../input/options";
import { show } from "../input/show";
import { type InstantLike, toEpochMs } from "../time/instant";
import { CoreHoursError, isoOf } from "../timeline/errors";
import { DAY_MS } from "../timeline/units";
import type { CountedExamples } from "./edges";
import type { SavedExample } from "./saved-examples";

/** A part of a calendar's time; the whole coverage by default. */
export interface Span {
  /** Its first instant; the start of the coverage by default, or if the coverage starts later. */
  readonly from?: InstantLike | undefined;
  /** The instant at which it ends; the end of the coverage by default, or if the coverage ends earlier. */
  readonly until?: InstantLike | undefined;
}

/** How thoroughly laws are tried, and on which part of time. */
export interface LawOptions extends Span {
  /**
   * How many random examples to try for each law: by default 50, or what `fc.configureGlobal` says. Unless
   * this, a seed or `budgetMs` is given, a law ends after 0.7 s and a whole check after some 4 s, with as
   * many examples as that allows.
   */
  readonly numRuns?: number | undefined;
  /**
   * How long to go on trying examples, in milliseconds: for one law, or for all laws of a check together. Each
   * law tries at least two examples, and finishes the example that it has begun.
   */
  readonly budgetMs?: number | undefined;
  /**
   * Where fast-check's random numbers begin; by default a new seed each time. The error of a broken law
   * names the seed that broke it.
   */
  readonly seed?: number | undefined;
  /**
   * Examples that once broke a law, as JSON: the `data` of its `LawError`s. They are tried before all others, so
   * what has failed once is tried for ever.
   */
  readonly saved?: readonly SavedExample[] | undefined;
  /** Called after each set of examples, with how many of them lay at openings, clock changes and other edges. */
  readonly collect?: ((counted: CountedExamples) => void) | undefined;
}

/** The same for the laws of policies. */
export interface SlaLawOptions<T extends string = string> extends LawOptions {
  /** The names of the targets to try; all targets of the policy by default. */
  readonly targets?: readonly T[] | undefined;
}

/** A span in numbers: `[fromMs, untilMs)`, epoch milliseconds. */
export interface Bounds {
  readonly fromMs: number;
  readonly untilMs: number;
}

/**
 * The part of a span that all of some calendars cover.
 *
 * @throws {CoreHoursError} `span-empty` if they do not all cover a part of it.
 * @throws {InvalidInstantError} for an invalid bound.
 */
export function boundsOf(calendars: readonly WorkingCalendar[], { from, until }: Span): Bounds {
  const starts = calendars.map(({ timeline }) => timeline.startMs);
  const ends = calendars.map(({ timeline }) => timeline.endMs);
  const fromMs = Math.max(...starts, ...(from === undefined ? [] : [toEpochMs(from)]));
  const untilMs = Math.min(...ends, ...(until === undefined ? [] : [toEpochMs(until)]));
  if (fromMs < untilMs) return { fromMs, untilMs };
  throw new CoreHoursError(
    "span-empty",
    `There is no time to ask about from ${isoOf(fromMs)} until ${isoOf(untilMs)}: give from and until in this order, within what the calendar covers.`,
    { fromMs, untilMs },
  );
}

/** A day more than the clocks of any two zones can differ, or than a period can last. */
export const APART_MS = 3 * DAY_MS;

/** The part of a span that lies so far within a calendar's coverage that the same dates of any other zone do too. */
export function wellWithin(calendar: WorkingCalendar, span: Span): Span {
  const { startMs, endMs } = calendar.timeline;
  const { fromMs, untilMs } = boundsOf([calendar], span);
  return {
    from: isoOf(Math.max(fromMs, startMs + APART_MS)),
    until: isoOf(Math.min(untilMs, endMs - APART_MS)),
  };
}

/** The instant of a span that is nearest to an instant. */
export function within({ fromMs, untilMs }: Bounds, ms: number): number {
  return Math.min(Math.max(ms, fromMs), untilMs - 1);
}

const SPAN_KEYS = ["from", "until"];
const LAW_KEYS = [...SPAN_KEYS, "numRuns", "budgetMs", "seed", "saved", "collect"];

/**
 * The options of a law, checked.
 *
 * @param what the function that takes them, for errors
 * @param more the names of further options
 * @throws {CoreHoursError} `options-invalid` if they are not an object, `option-unknown` for an unknown key,
 *   `option-invalid` for an invalid number.
 */
export function lawOptions<T extends LawOptions>(
  options: T | null | undefined,
  what: string,
  more: readonly string[] = [],
): Partial<T> {
  const checked = given(options, "{ numRuns: 200 }");
  checkKeys(checked, [...LAW_KEYS, ...more], what);
  checkValues(checked);
  return checked;
}

/** The options of an arbitrary that draws from a part of time, checked in the same way. */
export function drawOptions<T extends object>(
  options: T | null | undefined,
  what: string,
  keys: readonly string[] = SPAN_KEYS,
): Partial<T> {
  const checked = given(options, '{ from: "2026-01-01T00:00:00Z" }');
  checkKeys(checked, keys, what);
  return checked;
}

/** The id of a definition that is drawn at random, from the option `id`; `example` by default. */
export function idOf(options: { readonly id?: string | undefined } | undefined, what: string) {
  const { id = "example" } = drawOptions(options, what, ["id"]);
  if (typeof id === "string" && id !== "") return id;
  throw invalid("id", id, 'a name, such as "ours"');
}

function checkValues({ numRuns, budgetMs, seed, collect }: LawOptions): void {
  if (numRuns !== undefined && !(Number.isSafeInteger(numRuns) && numRuns > 0)) {
    throw invalid("numRuns", numRuns, "a whole number of examples, 1 or more");
  }
  if (budgetMs !== undefined && !(Number.isFinite(budgetMs) && budgetMs > 0)) {
    throw invalid("budgetMs", budgetMs, "a number of milliseconds above 0, such as 2000");
  }
  if (collect !== undefined && typeof collect !== "function") {
    throw invalid("collect", collect, "a function that takes the counts");
  }
  if (seed !== undefined && !Number.isSafeInteger(seed)) {
    throw invalid("seed", seed, "the whole number that the error of a broken law gave");
  }
}

/** The error for an option with an invalid value. */
export function invalid(option: string, given: unknown, expected: string): CoreHoursError {
  return new CoreHoursError(
    "option-invalid",
    `${show(given)} is not a valid ${option}; give ${expected}.`,
    { option, given: show(given) },
  );
}
