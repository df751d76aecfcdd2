import * as z from "zod";
import { once } from "../../input/once";
import { strictObject } from "../../input/schema";
import { type AllowanceDefinition, allowanceSchemaFor } from "../allowance/definition";
import { CHOICE_NAMES, type SomeChoices, valuesOf } from "../clock/choices";
import type { When } from "../clock/fields";
import { OCCASIONS, type Occasion } from "../reading/basis";
import { type EscalationDefinition, escalationsSchema } from "../reading/escalation-definition";

/** A promise: how much time may be used, and in which states of a ticket it is being used. */
export interface TargetDefinition extends SomeChoices {
  readonly title?: string;
  /** The clause it comes from, as in the policy's clause register: one for all, or by severity. */
  readonly clause?: string | Readonly<Record<string, string>>;
  /** Further clauses that matter: always, or for a ticket that was paused, re-opened or regraded. */
  readonly clausesFor?: { readonly [K in Occasion]?: readonly string[] };
  /** One for all, or one for each severity; null for a severity that is promised nothing. */
  readonly allowance: AllowanceDefinition | Readonly<Record<string, AllowanceDefinition | null>>;
  /** Why there is no allowance, and who has one. An empty `allowance` needs this text, and errors show it. */
  readonly unstated?: string;
  /** The fields of the tickets that it applies to, such as `{ "type": ["incident"] }`; all if omitted. */
  readonly when?: When;
  /** The states in which the clock runs; the first of them to come starts it. */
  readonly runs: readonly string[];
  /** The states in which it pauses. */
  readonly pauses?: readonly string[];
  /** The states in which it stops, so the target is met or missed. */
  readonly stops: readonly string[];
  /** The states that cancel the clock, so there is nothing left to meet. */
  readonly cancels?: readonly string[];
  /** How long after a stop a ticket may be re-opened; `onLateReopen` decides about a later re-opening. */
  readonly reopenWithin?: AllowanceDefinition;
  /**
   * How long a ticket may be paused, in all its pauses since the start or the last restart. Paused time
   * beyond the limit counts.
   */
  readonly pauseLimit?: AllowanceDefinition;
  /** Shares of the allowance at which to warn, between 0 and 1. */
  readonly warnAt?: readonly number[];
  /** Instants at which to tell somebody, before and after the due instant. */
  readonly escalations?: readonly EscalationDefinition[];
}

/** The schema of each choice that a target makes: one of the choice's values. */
const choices = once(() =>
  Object.fromEntries(CHOICE_NAMES.map((name) => [name, z.enum(valuesOf(name)).optional()])),
);
export const words = once(() => z.array(z.string().min(1), "expected a list of states"));
export const when = once(() =>
  z.record(
    z.string(),
    z.array(z.string(), "expected a list of values").min(1, "expected at least one value"),
    "expected lists of values by field",
  ),
);
export const target = once(() =>
  strictObject(
    {
      title: z.string().optional(),
      clause: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
      clausesFor: strictObject(
        Object.fromEntries(OCCASIONS.map((name) => [name, z.array(z.string()).optional()])),
      ).optional(),
      allowance: z.record(z.string(), z.unknown(), "expected an allowance"),
      unstated: z.string().optional(),
      when: when().optional(),
      runs: words().min(1, "expected at least one state in which the clock runs"),
      pauses: words().optional(),
      stops: words().min(1, "expected at least one state in which the clock stops"),
      cancels: words().optional(),
      reopenWithin: z.record(z.string(), z.unknown(), "expected an allowance").optional(),
      pauseLimit: z.record(z.string(), z.unknown(), "expected an allowance").optional(),
      warnAt: z
        .array(
          z.number().positive("expected a share above 0").max(1, "expected a share of 1 or less"),
        )
        .optional(),
      escalations: escalationsSchema().optional(),
      ...choices(),
    },
    "expected a target",
  ),
);

/** The allowances of a target, by severity or as one for all. */
export function allowancesOf({ allowance }: TargetDefinition): readonly AllowanceDefinition[] {
  if (isAllowance(allowance)) return [allowance];
  return Object.values(allowance).filter((each) => each !== null);
}

/** Whether an allowance is one for all severities. */
export function isAllowance(
  allowance: TargetDefinition["allowance"],
): allowance is AllowanceDefinition {
  return allowanceSchemaFor(allowance) !== undefined;
}

/** The allowances of a target besides those that its clock counts. */
export function furtherAllowances({
  reopenWithin,
  pauseLimit,
}: Pick<TargetDefinition, "reopenWithin" | "pauseLimit">): readonly AllowanceDefinition[] {
  return [reopenWithin, pauseLimit].filter((each) => each !== undefined);
}
