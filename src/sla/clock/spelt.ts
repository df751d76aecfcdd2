import type { HistoryEvent, TicketHistory } from "./history";

/** A known word, or any text if TypeScript does not know which words were given. */
export type Spelt<Given, Known extends string> = string extends Given ? string : Known;

/** The type of an event's value under a key; never for an event that lacks the key. */
type Given<E, K extends string> = E extends unknown ? (K extends keyof E ? E[K] : never) : never;

interface KnownWords<E, S extends string, V extends string>
  extends Omit<HistoryEvent, "state" | "severity"> {
  readonly state?: Spelt<Given<E, "state">, S> | undefined;
  readonly severity?: Spelt<Given<E, "severity">, V> | undefined;
}

/** An event with a known state and severity, as far as TypeScript can tell from what was given. */
export type SpeltEvent<E extends HistoryEvent, S extends string, V extends string> = E &
  KnownWords<E, S, V>;

/** A history of such events. */
export type SpeltHistory<
  E extends HistoryEvent,
  S extends string,
  V extends string,
> = readonly E[] & readonly KnownWords<E, S, V>[];

/** A ticket with a history of such events. */
export type SpeltTicket<T extends TicketHistory, S extends string, V extends string> = T & {
  readonly events: readonly KnownWords<T["events"][number], S, V>[];
};

/** The options of a clock that may begin with a history of such events. */
export type SpeltFollow<O, E extends HistoryEvent, S extends string, V extends string> = Omit<
  O,
  "history"
> & { readonly history?: SpeltHistory<E, S, V> | undefined };
