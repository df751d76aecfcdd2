import type { NumericReading } from "./numbers";

/** A reading's numbers at a later instant, if nothing more happens to its ticket until then. */
export interface Continuation {
  (atMs: number): NumericReading;
  /** When each warning will have come due by then; null for a warning that will not have. */
  readonly warnedBy: (atMs: number) => readonly (number | null)[];
}

/** The symbol is the same in every copy of the library that a process may have loaded. */
const CONTINUATION = Symbol.for("core-hours.continuation");

/** Lets a reading that is being made be continued, without a trace in its JSON or among its keys. */
export function continued<T extends object>(reading: T, continuation: Continuation): T {
  return Object.defineProperty(reading, CONTINUATION, { value: continuation });
}

/** How a reading goes on; undefined for a copy of one, and for one that was read back from JSON. */
export function continuationOf(reading: unknown): Continuation | undefined {
  if (typeof reading !== "object" || reading === null) return undefined;
  // Nothing but a reading has anything under this symbol.
  return Reflect.get(reading, CONTINUATION) as Continuation | undefined;
}

const SEGMENTS = Symbol.for("core-hours.segments");

/** What has segments that are worked out when they are first asked for. */
interface WithSegments<S> {
  readonly [SEGMENTS]: () => readonly S[];
}

/**
 * Gives a reading that is being made its segments, worked out when they are first asked for.
 *
 * The getter is one function for all readings. With a function of its own, V8 would keep each reading as
 * a table of its keys, which takes ten times as long to make and to freeze.
 */
export function withSegments<T extends object, S>(
  reading: T,
  make: () => readonly S[],
): T & { readonly segments: readonly S[] } {
  let segments: readonly S[] | undefined;
  Object.defineProperty(reading, SEGMENTS, {
    value: () => {
      segments ??= Object.freeze(make());
      return segments;
    },
  });
  return Object.defineProperty(reading, "segments", ASKED) as T & {
    readonly segments: readonly S[];
  };
}

const ASKED: PropertyDescriptor & ThisType<WithSegments<unknown>> = {
  enumerable: true,
  get() {
    return this[SEGMENTS]();
  },
};
