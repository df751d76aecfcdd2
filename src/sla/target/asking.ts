import type { CompiledTarget } from "./compiled-target";

/** What the forms need of a policy: its targets, and every state that its tickets may have. */
export interface Asking {
  /** The id of the policy. */
  readonly policy: string;
  readonly targets: Readonly<Record<string, CompiledTarget>>;
  readonly states: ReadonlySet<string>;
}
