import { CoreHoursError } from "../timeline/errors";

/** What is known of a law that does not hold. */
export interface BrokenLaw {
  /** The name of the law. */
  readonly law: string;
  /** The law in words. */
  readonly title: string;
  /** Whose law it is, e.g. `calendar "support"`. */
  readonly subject: string;
  /** The smallest example found against it, instants as ISO text; null where none could be tried. */
  readonly counterexample: unknown;
  /** With which seed fast-check finds it again. */
  readonly seed: number;
}

/**
 * A law does not hold. Its message says the law in words, the smallest example against it, what was
 * found there, and the seed that finds it again; its `data` is a {@link BrokenLaw}.
 */
export class LawError extends CoreHoursError {
  static override readonly kind: string = "LawError";
  override readonly name = "LawError";
  declare readonly data: Readonly<Record<string, unknown>> & BrokenLaw;

  /** @internal */
  constructor(broken: BrokenLaw, why: string) {
    const { subject, title, counterexample, seed } = broken;
    const lines = [
      `The ${subject} breaks a law: ${title}.`,
      ...exampleLines(counterexample),
      ...why.split("\n"),
      `Find it again with { seed: ${seed} }.`,
    ];
    super("law-broken", lines.join("\n  "), { ...broken });
  }
}

/** An example as a person reads it: what it consists of, line by line. */
function exampleLines(example: unknown): readonly string[] {
  if (typeof example !== "object" || example === null) return [];
  const parts = Object.entries(example).map(([key, part]) => `  ${key}: ${JSON.stringify(part)}`);
  return ["For example, with", ...parts];
}
