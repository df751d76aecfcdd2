import { DateTime, Duration } from "luxon";

/** The names of what is an instant in a reading, in its parts and in what else a policy answers. */
export const INSTANTS = [
  ...(["asOf", "startedAt", "originalDueAt", "dueAt", "projectedDueAt", "countedFrom"] as const),
  ...(["pushedDueAt", "breachedAt", "stoppedAt", "takenBackAt", "givenAt", "at"] as const),
  ...(["from", "to", "since", "doneAt", "nextDueAt", "closesAt", "opensAt"] as const),
  ...(["cameAt", "deadline"] as const),
];

/** The names of what is a length there. */
export const LENGTHS = [
  ...(["allowance", "elapsed", "remaining", "overrun", "pausedFor", "wallPausedFor"] as const),
  ...(["wallElapsed", "counted", "total", "promised", "lost", "fixedAllowance"] as const),
];

const NAMED: ReadonlySet<string> = new Set([...INSTANTS, ...LENGTHS]);

type Named = (typeof INSTANTS)[number] | (typeof LENGTHS)[number];

/**
 * The numbers beside the instants and lengths of an object: `dueAtMs` beside `dueAt`. Null where the
 * object has null, and for a length in days.
 */
export type InMs<T> = {
  readonly [K in keyof T & Named as T[K] extends DateTime | Duration | null
    ? `${K}Ms`
    : never]: T[K] extends DateTime ? number : number | null;
};

/**
 * Freezes an object with the numbers beside its instants and lengths.
 *
 * @example withMs({ at }) // { at, atMs: 1795192200000 }
 */
export function withMs<const T extends object>(parts: T): Readonly<T> & InMs<T> {
  const numbers: Record<string, number | null> = {};
  for (const [name, value] of Object.entries(parts)) {
    if (NAMED.has(name) && isTime(value)) numbers[`${name}Ms`] = msOf(value);
  }
  // The names that were added are those that the type adds.
  return Object.freeze({ ...parts, ...numbers }) as Readonly<T> & InMs<T>;
}

function isTime(value: unknown): value is DateTime | Duration | null {
  return value === null || DateTime.isDateTime(value) || Duration.isDuration(value);
}

function msOf(value: DateTime | Duration | null): number | null {
  // A number of days has no length in milliseconds.
  return value === null || "days" in value.toObject() ? null : value.toMillis();
}
