import type { LawOptions } from "./options";

/**
 * A statement that must hold for every subject and can be tried on any: a calendar or a policy.
 *
 * It needs no particular test runner: `check` returns if the law holds and throws if it does not.
 */
export interface Law<Subject, Options extends LawOptions = LawOptions> {
  /** Its name in programs; it never changes within a major version. */
  readonly name: string;
  /** The law in words, to list it in a test runner. */
  readonly title: string;
  /**
   * Tries the law on random examples.
   *
   * @param subject the calendar or policy to try it on
   * @param options how many examples, for how long, from which seed, and on which part of time
   * @throws {LawError} with the smallest example against it.
   * @throws {CoreHoursError} `law-untried` if no example of it could be tried.
   */
  readonly check: (subject: Subject, options?: Options) => void;
}
