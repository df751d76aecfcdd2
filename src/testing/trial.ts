import fc from "fast-check";
import { whyOf } from "./claims";
import { EdgeCounter, type EdgesAt } from "./edges";
import { LawError, untried } from "./law-error";
import type { LawOptions } from "./options";
import type { Place } from "./place";
import { checkedSaved, isOneOf, type SavedExample, savedOf } from "./saved-examples";

/** How many examples are tried for a law by default. */
const RUNS = 50;

/** How many examples are tried even if the time is up. */
const FIRST_RUNS = 2;

/** How many examples may be skipped for each that is tried. */
const PASSED_OVER = 20;

/** How long a law, and all laws together, may take by default, in milliseconds. */
export const LAW_MS = 700;
export const CHECK_MS = 3_000;

/** Tries a claim on random examples; the claim throws if it does not hold. */
export type ForAll = <E>(examples: fc.Arbitrary<E>, claim: (example: E) => void) => void;

/** Tries a claim on each of some examples. */
export type ForEach = <E>(examples: Iterable<E>, claim: (example: E) => void) => void;

/** How a law is tried on one subject. */
export interface Trial {
  readonly forAll: ForAll;
  readonly forEach: ForEach;
}

/** The subject that a law is tried on. */
export interface Subject {
  /** Its name, e.g. `calendar "support"`. */
  readonly name: string;
  readonly place: Place;
  readonly edgesAt: EdgesAt;
}

/** How many examples to try, and for how long. */
export interface Effort {
  readonly numRuns: number;
  readonly seed: number | undefined;
  /** In milliseconds; undefined for no limit. */
  readonly limitMs: number | undefined;
  /** What to try first. */
  readonly saved?: readonly SavedExample[];
  readonly collect?: LawOptions["collect"];
}

/**
 * How many examples the options ask for. If they give a number of examples or a seed, all examples are tried;
 * otherwise there is a time limit.
 *
 * @param usualMs the default limit
 * @param shares how many trials share it
 */
export function effortOf(
  { numRuns, seed, budgetMs, saved, collect }: LawOptions,
  usualMs: number,
  shares = 1,
): Effort {
  const everywhere = fc.readConfigureGlobal()?.numRuns;
  const isCounted = numRuns !== undefined || seed !== undefined || everywhere !== undefined;
  const limitMs = budgetMs ?? (isCounted ? undefined : usualMs);
  return {
    numRuns: numRuns ?? everywhere ?? RUNS,
    seed,
    limitMs: limitMs === undefined ? undefined : limitMs / shares,
    ...(saved === undefined ? {} : { saved: checkedSaved(saved) }),
    ...(collect === undefined ? {} : { collect }),
  };
}

/**
 * The trial of one law on one subject.
 *
 * @param passesOver the errors of a claim after which another example is taken, because they do not judge the law
 */
export function trialOf(
  law: { readonly name: string; readonly title: string },
  subject: Subject,
  effort: Effort,
  passesOver: (error: unknown) => boolean = () => false,
): Trial {
  const about = { law: law.name, title: law.title, subject: subject.name };
  const broken = (counterexample: unknown, seed: number | null, error: unknown) =>
    new LawError({ ...about, counterexample, seed }, whyOf(error), subject.place);

  const replay = (example: unknown, claim: () => void) => {
    try {
      claim();
    } catch (error) {
      if (!passesOver(error)) throw broken(example, null, error);
    }
  };
  const own = savedOf(effort.saved ?? [], about);

  const forAll: ForAll = (examples, claim) => {
    for (const example of own) {
      if (isOneOf(examples, example)) replay(example, () => claim(example));
    }
    const counter = effort.collect ? new EdgeCounter(subject.edgesAt) : null;
    let passedOver: unknown;
    const property = fc.property(examples, (example) => {
      counter?.add(example);
      try {
        claim(example);
      } catch (error) {
        if (!passesOver(error)) throw error;
        passedOver = error;
        fc.pre(false);
      }
    });
    /**
     * @param seed where to begin, and where the first examples began, for errors
     * @returns the seed it ran with
     */
    const run = (
      seed: number | undefined,
      numRuns: number,
      limitMs?: number,
      firstSeed?: number,
    ): number => {
      const outcome = fc.check(property, {
        numRuns,
        maxSkipsPerRun: Math.ceil((PASSED_OVER * effort.numRuns) / numRuns),
        ...(seed === undefined ? {} : { seed }),
        ...(limitMs === undefined ? {} : { interruptAfterTimeLimit: limitMs }),
      });
      if (outcome.counterexample !== null) {
        const [counterexample] = outcome.counterexample;
        throw broken(counterexample, firstSeed ?? outcome.seed, outcome.errorInstance);
      }
      // The global limit may leave no time for the first examples, or count as a failure.
      const isCutShort = outcome.interrupted && limitMs === undefined;
      if (isCutShort && (outcome.failed || firstSeed === undefined)) throw untried(about, noTime());
      if (outcome.failed && !outcome.interrupted) throw untried(about, rarely(passedOver));
      return outcome.seed;
    };
    const first = Math.min(FIRST_RUNS, effort.numRuns);
    const firstSeed = run(effort.seed, first);
    if (effort.numRuns > first) {
      const limitMs = shorterOf(effort.limitMs);
      run(nextSeed(firstSeed), effort.numRuns - first, limitMs, firstSeed);
    }
    if (counter) effort.collect?.(counter.counted(law.name, subject.name));
  };

  return {
    forAll,
    forEach: (examples, claim) => {
      for (const example of examples) replay(example, () => claim(example));
    },
  };
}

/** An asynchronous law, and the examples that it is tried on. */
export interface AsyncLaw<E> {
  readonly name: string;
  readonly title: string;
  readonly examples: fc.Arbitrary<E>;
  /** Throws if the law does not hold. */
  readonly holds: (example: E) => Promise<void>;
  /** What a person reads of an example against it; the example itself by default. */
  readonly shown?: (example: E) => unknown;
  /** The example that is shown so; undefined for another thing. */
  readonly asShown?: (saved: object) => E | undefined;
}

/** Tries an asynchronous law on one subject. @throws {LawError} with the smallest example against it. */
export async function tryAsync<E>(
  { name, title, examples, holds, shown = (example) => example, asShown }: AsyncLaw<E>,
  subject: Subject,
  { numRuns, seed, limitMs, saved, collect }: Effort,
): Promise<void> {
  const about = { law: name, title, subject: subject.name };
  for (const counterexample of savedOf(saved ?? [], about)) {
    const example = asShown?.(counterexample);
    if (example === undefined) continue;
    try {
      await holds(example);
    } catch (error) {
      throw new LawError({ ...about, counterexample, seed: null }, whyOf(error), subject.place);
    }
  }
  const counter = collect ? new EdgeCounter(subject.edgesAt) : null;
  const counted = async (example: E) => {
    counter?.add(example);
    await holds(example);
  };
  const outcome = await fc.check(fc.asyncProperty(examples, counted), {
    numRuns,
    ...(seed === undefined ? {} : { seed }),
    ...(limitMs === undefined ? {} : { interruptAfterTimeLimit: limitMs }),
  });
  if (outcome.counterexample === null) {
    if (counter) collect?.(counter.counted(name, subject.name));
    return;
  }
  const [example] = outcome.counterexample;
  throw new LawError(
    { ...about, counterexample: shown(example), seed: outcome.seed },
    whyOf(outcome.errorInstance),
    subject.place,
  );
}

/** Where the random numbers of the later examples begin, if those of the first examples begin here. */
function nextSeed(seed: number): number {
  return (seed + 0x9e3779b9) | 0;
}

/** The shorter of a limit and the global one; undefined to leave the limit to fast-check. */
function shorterOf(limitMs: number | undefined): number | undefined {
  const everywhere = fc.readConfigureGlobal()?.interruptAfterTimeLimit;
  if (limitMs === undefined || (everywhere !== undefined && everywhere < limitMs)) return undefined;
  return limitMs;
}

function rarely(passedOver: unknown): string {
  const why = passedOver === undefined ? "" : `\n${whyOf(passedOver)}`;
  return `It could not be tried, since hardly any example has an answer.${why}`;
}

function noTime(): string {
  const limitMs = fc.readConfigureGlobal()?.interruptAfterTimeLimit;
  return `There was no time: fc.configureGlobal({ interruptAfterTimeLimit: ${limitMs} }) ended it after ${limitMs} ms. Give more time there, or no limit there and budgetMs here.`;
}
