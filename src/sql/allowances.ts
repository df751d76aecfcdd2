import type { AllowanceDefinition, TargetDefinition } from "../index";

/** The allowance of each severity, null for one without a promise; or null if one allowance serves all. */
export function allowancesBySeverity({
  allowance,
}: TargetDefinition): ReadonlyMap<string, AllowanceDefinition | null> | null {
  const entries = Object.entries(allowance);
  if (entries.some(([, value]) => typeof value !== "object")) return null;
  return new Map(entries as [string, AllowanceDefinition | null][]); // None is a text or a number.
}
