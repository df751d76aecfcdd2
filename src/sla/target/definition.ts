import * as z from "zod";
import { once } from "../../input/once";
import { strictObject } from "../../input/schema";
import { AGREED, type AllowanceDefinition, allowanceSchemaFor } from "../allowance/definition";
import { CHOICE_NAMES, type SomeChoices, valuesOf } from "../clock/choices";
import type { When } from "../clock/fields";
import { OCCASIONS, type Occasion } from "../reading/basis";
import { type EscalationDefinition, escalationsSchema } from "../reading/escalation-definition";

/** What is promised to a ticket: an amount, or `"agreed"` for an agreed date alone. */
export type OneAllowance = AllowanceDefinition | typeof AGREED;

/** A promise: how much time may be used, and in which states of a ticket it is being used. */
export interface TargetDefinition extends SomeChoices {
  readonly title?: string;
  /** The clause it comes from, as in the policy's clause register: one for all, or by severity. */
  readonly clause?: string | Readonly<Record<string, string>>;
  /** Further clauses that matter: always, or for a ticket that was paused, re-opened or regraded. */
  readonly clausesFor?: { readonly [K in Occasion]?: readonly string[] };
  /**
   * One for all, or one for each severity; null for a severity that is promised nothing. `"agreed"`
   * stands for an agreed date alone: nothing is due until an event gives one with `dueAt`.
   */
  readonly allowance: OneAllowance | Readonly<Record<string, OneAllowance | null>>;
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
      allowance: z.union([
        z.literal(AGREED, 'expected an allowance, or "agreed"'),
        z.record(z.string(), z.unknown()),
      ]),
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

/** The allowances of a target that are measured, by severity or as one for all. */
export function allowancesOf({ allowance }: TargetDefinition): readonly AllowanceDefinition[] {
  const all = isOneForAll(allowance) ? [allowance] : Object.values(allowance);
  return all.filter((each) => each !== null && each !== AGREED);
}

/** What a target promises to the tickets of one severity. */
export interface SeverityPromise {
  /** Null if one promise serves every severity. */
  readonly severity: string | null;
  /** `"agreed"` for an agreed date alone; null if nothing is promised. */
  readonly allowance: OneAllowance | null;
}

/** What a target promises, severity by severity in the order of its definition. */
export function promisesOf({ allowance }: TargetDefinition): readonly SeverityPromise[] {
  const all: readonly (readonly [string | null, OneAllowance | null])[] = isOneForAll(allowance)
    ? [[null, allowance]]
    : Object.entries(allowance);
  return Object.freeze(all.map(([severity, each]) => Object.freeze({ severity, allowance: each })));
}

/** Whether an allowance is one for all severities. */
export function isOneForAll(allowance: TargetDefinition["allowance"]): allowance is OneAllowance {
  return allowance === AGREED || allowanceSchemaFor(allowance) !== undefined;
}

/** The allowances of a target besides those that its clock counts. */
export function furtherAllowances({
  reopenWithin,
  pauseLimit,
}: Pick<TargetDefinition, "reopenWithin" | "pauseLimit">): readonly AllowanceDefinition[] {
  return [reopenWithin, pauseLimit].filter((each) => each !== undefined);
}
