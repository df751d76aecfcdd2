import type { AllowanceDefinition, Target } from "../index";

/**
 * The allowance of each severity, null for one without a promise and `"agreed"` for an agreed date alone;
 * or null if one allowance serves all.
 */
export function allowancesBySeverity({
  promises,
}: Target): ReadonlyMap<string, AllowanceDefinition | "agreed" | null> | null {
  const graded = promises.flatMap(({ severity, allowance }) =>
    severity === null ? [] : [[severity, allowance] as const],
  );
  return graded.length < promises.length ? null : new Map(graded);
}
