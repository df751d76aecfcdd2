import fc from "fast-check";
import { whyOf } from "./claims";
import { LawError } from "./law-error";
import { checkNumbers, type LawOptions } from "./options";

/** How many examples a law must stand where nobody says. */
const RUNS = 50;

/** How many examples may be passed over for each that is tried. */
const PASSED_OVER = 20;

/**
 * Something that must be so of every subject, and can be tried on any: a calendar, or a policy.
 *
 * It needs no particular test runner: a law that holds returns, one that does not throws.
 */
export interface Law<Subject, Options extends LawOptions = LawOptions> {
  /** What to call it in programs; never changes within a major version. */
  readonly name: string;
  /** The law in words, to list it in a test runner. */
  readonly title: string;
  /**
   * Tries the law on random examples.
   *
   * @param subject the calendar or policy it is to hold for
   * @param options how many examples, from which seed, and on which part of time
   * @throws {LawError} with the smallest example against it.
   */
  readonly check: (subject: Subject, options?: Options) => void;
}

/** Tries a claim on random examples; the claim throws where it does not hold. */
export type ForAll = <E>(examples: fc.Arbitrary<E>, claim: (example: E) => void) => void;

/**
 * The trial of one law on one subject.
 *
 * @param subject whose law it is, for errors
 * @param passesOver the errors of a claim that say nothing of the law, so that another example is taken
 */
export function trialOf(
  law: { readonly name: string; readonly title: string },
  subject: string,
  options: LawOptions,
  passesOver: (error: unknown) => boolean = () => false,
): ForAll {
  checkNumbers(options);
  const { numRuns = fc.readConfigureGlobal()?.numRuns ?? RUNS, seed } = options;
  return (examples, claim) => {
    let passedOver: unknown = "no example was found";
    const property = fc.property(examples, (example) => {
      try {
        claim(example);
      } catch (error) {
        if (!passesOver(error)) throw error;
        passedOver = error;
        fc.pre(false);
      }
    });
    const outcome = fc.check(property, {
      numRuns,
      maxSkipsPerRun: PASSED_OVER,
      ...(seed === undefined ? {} : { seed }),
    });
    if (!outcome.failed) return;
    const [counterexample] = outcome.counterexample ?? [null];
    throw new LawError(
      { law: law.name, title: law.title, subject, counterexample, seed: outcome.seed },
      outcome.counterexample === null ? untried(passedOver) : whyOf(outcome.errorInstance),
    );
  };
}

function untried(passedOver: unknown): string {
  return `It could not be tried, since hardly any example has an answer.\n${whyOf(passedOver)}`;
}
