import type { ObligationShown, WorkingLine } from "./judged";
import type { PromiseSettings } from "./settings";

/** A question about one ticket that nobody has logged. Instants are wall-clock time of the promise's zone. */
export interface Asked {
  readonly promise: PromiseSettings;
  readonly opened: string;
  readonly severity: string;
  readonly target: string;
  readonly pauses: readonly { readonly from: string; readonly to: string }[];
  readonly asOf: string;
  readonly nowMs: number;
}

export interface Due {
  readonly title: string;
  readonly standing: string;
  /** When it is due, in full; null while it is paused or nothing is promised. */
  readonly due: string | null;
  readonly projected: string | null;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly reminders: readonly {
    readonly name: string;
    readonly at: string;
    readonly passed: boolean;
  }[];
  readonly others: readonly (readonly [target: string, due: string])[];
  /** What else the ticket has begun: reminders, windows, updates. */
  readonly obligations: readonly ObligationShown[];
  readonly working: readonly WorkingLine[];
  readonly explained: string;
  readonly svg: string;
  readonly notes: readonly string[];
}
