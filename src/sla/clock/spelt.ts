import type { HistoryEvent } from "./history";

/** A word that is known, or any text where TypeScript does not know which words were given. */
export type Spelt<Given, Known extends string> = string extends Given ? string : Known;

/** What events have under a key; nothing of those that lack it. */
type Given<E, K extends string> = E extends unknown ? (K extends keyof E ? E[K] : never) : never;

interface KnownWords<E, S extends string, V extends string>
  extends Omit<HistoryEvent, "state" | "severity"> {
  readonly state?: Spelt<Given<E, "state">, S> | undefined;
  readonly severity?: Spelt<Given<E, "severity">, V> | undefined;
}

/** An event whose state and severity are known ones, as far as TypeScript knows what was given. */
export type SpeltEvent<E extends HistoryEvent, S extends string, V extends string> = E &
  KnownWords<E, S, V>;

/** A history of such events. */
export type SpeltHistory<
  E extends HistoryEvent,
  S extends string,
  V extends string,
> = readonly E[] & readonly KnownWords<E, S, V>[];
