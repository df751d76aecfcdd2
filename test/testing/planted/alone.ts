import type { LawOptions } from "../../../src/testing";
import { type Fault, withFault } from "./library";

/** Something wrong that one law finds and every other law passes. */
export interface Alone<T> {
  /** What is wrong with it. */
  readonly what: string;
  /** What is wrong in the library itself while the subject is made and tried. */
  readonly fault?: Fault;
  readonly make: () => T;
  /** Where it is tried, if it is wrong only there. */
  readonly options?: LawOptions;
}

/** Tries something on a subject while it is wrong. */
export function whileWrong<T, R>({ fault = {}, make }: Alone<T>, act: (subject: T) => R): R {
  return withFault(fault, () => act(make()));
}
