import type { CalendarsOf, SeveritiesOf } from "./policy/checked";

/** The names of the parts of a policy, by kind, and the words of its tickets. */
export interface SlaNames {
  readonly targets: string;
  readonly milestones: string;
  readonly windows: string;
  readonly recurrences: string;
  readonly eligibility: string;
  readonly forms: string;
  readonly availability: string;
  readonly attainment: string;
  /** Any, if omitted. */
  readonly calendars?: string;
  /** Any, if omitted. */
  readonly states?: string;
  /** Any, if omitted. */
  readonly severities?: string;
}

type Parts =
  | "targets"
  | "milestones"
  | "windows"
  | "recurrences"
  | "eligibility"
  | "forms"
  | "availability"
  | "attainment";

/**
 * The names of the parts of a policy that TypeScript has seen written out, with the words of its
 * tickets.
 */
export type NamesOf<P> = {
  readonly [K in Parts]: K extends keyof P ? Extract<keyof P[K], string> : never;
} & {
  readonly calendars: CalendarsOf<P>;
  readonly states: StatesOf<P>;
  readonly severities: SeveritiesOf<P>;
};

/** The values of a record; `never` if the record is absent. */
type Each<P, K extends string> = P extends { readonly [key in K]: infer R } ? R[keyof R] : never;
type Items<P, K extends string> = P extends { readonly [key in K]: readonly (infer I)[] }
  ? I
  : never;
type Text<P, K extends string> = P extends { readonly [key in K]: infer S extends string }
  ? S
  : never;
type Words<P, K extends string> = Extract<Items<P, K>, string> | Text<P, K>;

type Role = "runs" | "pauses" | "stops" | "cancels";
type Bound = "startsOn" | "endsOn" | "cancelsOn" | "doneOn";
type WordsAt<P, K extends string> = K extends string ? Words<P, K> : never;
type Chains<P> = Each<P, "milestones">;
type Windows<P> = Each<P, "windows">;
type Lines<P> = P extends { readonly lifecycle: infer L } ? Each<L, "lines"> : never;
type Orders<P> = P extends { readonly lifecycle: infer L } ? Items<L, "order"> : never;
type Moves<L> = L extends { readonly moves: infer M }
  ? Extract<keyof M, string> | Extract<M[keyof M] extends readonly (infer S)[] ? S : never, string>
  : never;

/** Every state that a policy names; any state if its options may change it. */
type StatesOf<P> = P extends { readonly options: object }
  ? string
  :
      | WordsAt<Each<P, "targets">, Role>
      | Words<P, "states">
      | Text<Items<P, "derive">, "state">
      | WordsAt<Chains<P> | Windows<P> | Each<P, "recurrences">, Bound>
      | WordsAt<Items<Chains<P>, "steps">, Bound>
      | Extract<Each<Windows<P>, "events">, string>
      | Words<Lines<P>, "starts">
      | Moves<Lines<P>>
      | WordsAt<Orders<P>, "comes" | "before" | "after" | "given">;

/** The states of a policy's tickets. */
export type StateOf<N extends SlaNames> = N extends { readonly states: infer S extends string }
  ? S
  : string;

/** The severities of a policy's tickets. */
export type SeverityOf<N extends SlaNames> = N extends {
  readonly severities: infer S extends string;
}
  ? S
  : string;

/** The calendars of a policy. */
export type CalendarOf<N extends SlaNames> = N extends {
  readonly calendars: infer S extends string;
}
  ? S
  : string;
