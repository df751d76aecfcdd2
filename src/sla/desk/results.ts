import type { CoreHoursError } from "../../timeline";
import type { BulkResult } from "../target/run";

/** One ticket's outcome against one target of its policy, or why its policy cannot be determined. */
export type DeskRowResult =
  | (BulkResult & { readonly policy: string; readonly target: string })
  | {
      readonly ticket: string;
      readonly policy: null;
      readonly target: null;
      readonly error: CoreHoursError;
    };

/** The result of a ticket whose policy cannot be determined. */
export function failed(ticket: string, error: CoreHoursError): DeskRowResult {
  return { ticket, policy: null, target: null, error };
}

/** Adds the names of the policy and the target to a result. */
export function namedBy(policy: string, target: string): (result: BulkResult) => DeskRowResult {
  // The result is not shared, so it need not be copied.
  return (result) => Object.assign(result, { policy, target });
}
