import { z } from "zod";
import type { CalendarDefinition } from "../calendar/definition";
import { once } from "../calendar/once";
import type { Tie } from "../timeline";
import { type AllowanceDefinition, allowanceSchemaFor } from "./allowance-definition";
import { type AvailabilityDefinition, availabilitySchema } from "./availability";
import { type AtDue, CHOICES, type OnReopen, type OnSeverityChange } from "./choices";
import { type ClauseDefinition, clausesSchema } from "./clauses";
import { type EligibilityDefinition, eligibilitySchema } from "./eligibility";
import { type MilestonesDefinition, milestonesSchema } from "./milestones";
import { type OptionDefinition, optionsSchema } from "./options";
import { type RecurrenceDefinition, recurrencesSchema } from "./recurrences";
import { type WindowDefinition, windowsSchema } from "./windows";

/** A promise: how long may be used, and in which states of a ticket it is being used. */
export interface TargetDefinition {
  readonly title?: string;
  /** The clause it comes from, as in the policy's clause register: one for all, or by severity. */
  readonly clause?: string | Readonly<Record<string, string>>;
  /** One for all, or one for each severity. */
  readonly allowance: AllowanceDefinition | Readonly<Record<string, AllowanceDefinition>>;
  /** The states in which the clock runs; the first of them to come starts it. */
  readonly runs: readonly string[];
  /** The states in which it pauses. */
  readonly pauses?: readonly string[];
  /** The states in which it stops, and the target is met or missed. */
  readonly stops: readonly string[];
  /** The states in which there is no longer anything to meet. */
  readonly cancels?: readonly string[];
  /** Shares of the allowance at which to warn, between 0 and 1. */
  readonly warnAt?: readonly number[];
  readonly tie?: Tie;
  readonly atDue?: AtDue;
  readonly onSeverityChange?: OnSeverityChange;
  readonly onReopen?: OnReopen;
}

/** A policy, as JSON: its calendars, its severities, its targets, and what else its source promises. */
export interface PolicyDefinition {
  readonly $schema?: string;
  readonly id: string;
  readonly title?: string;
  /** Where the policy comes from. */
  readonly source?: string | Readonly<Record<string, string>>;
  /** The zone of calendar days, weeks and months; that of its calendars if not said. */
  readonly timeZone?: string;
  /** Definitions, or the names of shipped calendars. */
  readonly calendars?: Readonly<Record<string, CalendarDefinition | string>>;
  readonly severities?: readonly string[];
  /** States of tickets that do nothing to any clock, beside those that the targets name. */
  readonly states?: readonly string[];
  readonly targets: Readonly<Record<string, TargetDefinition>>;
  /** Chains of instants after an event. */
  readonly milestones?: Readonly<Record<string, MilestonesDefinition>>;
  /** What may be done until a limit. */
  readonly windows?: Readonly<Record<string, WindowDefinition>>;
  /** What is to be done every so often. */
  readonly recurrences?: Readonly<Record<string, RecurrenceDefinition>>;
  /** When something may be done, and why. */
  readonly eligibility?: Readonly<Record<string, EligibilityDefinition>>;
  /** How available a service is to be, month by month. */
  readonly availability?: Readonly<Record<string, AvailabilityDefinition>>;
  /** The rules of the source documents that all of these come from. */
  readonly clauses?: Readonly<Record<string, ClauseDefinition>>;
  /** The ambiguities of the source, each with its readings. */
  readonly options?: Readonly<Record<string, OptionDefinition>>;
}

const words = once(() => z.array(z.string().min(1), "expected a list of states"));
const target = once(() =>
  z.strictObject(
    {
      title: z.string().optional(),
      clause: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
      allowance: z.record(z.string(), z.unknown(), "expected an allowance"),
      runs: words().min(1, "expected at least one state in which the clock runs"),
      pauses: words().optional(),
      stops: words().min(1, "expected at least one state in which the clock stops"),
      cancels: words().optional(),
      warnAt: z
        .array(
          z.number().positive("expected a share above 0").max(1, "expected a share of 1 or less"),
        )
        .optional(),
      tie: z.enum(CHOICES.tie).optional(),
      atDue: z.enum(CHOICES.atDue).optional(),
      onSeverityChange: z.enum(CHOICES.onSeverityChange).optional(),
      onReopen: z.enum(CHOICES.onReopen).optional(),
    },
    "expected a target",
  ),
);

/** Names become keys of objects and arguments of programs, so they are kept plain. */
const name = once(() =>
  z.string().regex(/^[A-Za-z][\w-]*$/, { error: "expected a name of letters, digits, - and _" }),
);

/** The zod schema of a policy; its calendars and allowances are checked part by part. */
export const policySchema = once(() =>
  z.strictObject(
    {
      $schema: z.string().optional(),
      id: z.string("expected a name").min(1, "expected a name"),
      title: z.string().optional(),
      source: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
      timeZone: z.string("expected an IANA zone").optional(),
      calendars: z.record(name(), z.unknown(), "expected calendars by name").optional(),
      severities: z.array(z.string().min(1), "expected a list of severities").optional(),
      states: words().optional(),
      targets: z.record(name(), target(), "expected targets by name"),
      milestones: milestonesSchema().optional(),
      windows: windowsSchema().optional(),
      recurrences: recurrencesSchema().optional(),
      eligibility: eligibilitySchema().optional(),
      availability: availabilitySchema().optional(),
      clauses: clausesSchema().optional(),
      options: optionsSchema().optional(),
    },
    "expected a policy",
  ),
);

/** The allowances of a target, whether by severity or not. */
export function allowancesOf({ allowance }: TargetDefinition): readonly AllowanceDefinition[] {
  return isAllowance(allowance) ? [allowance] : Object.values(allowance);
}

/** Whether an allowance is one for all severities. */
export function isAllowance(
  allowance: TargetDefinition["allowance"],
): allowance is AllowanceDefinition {
  return allowanceSchemaFor(allowance) !== undefined;
}

/** Whether a policy counts calendar days, weeks or months anywhere. */
export function usesCivilTime(policy: PolicyDefinition): boolean {
  const all = [
    ...Object.values(policy.targets).flatMap(allowancesOf),
    ...Object.values(policy.milestones ?? {}).flatMap(({ steps }) => steps.map((s) => s.after)),
    ...Object.values(policy.windows ?? {}).flatMap(({ anyOf }) =>
      anyOf.flat().map((l) => l.within),
    ),
    ...Object.values(policy.recurrences ?? {}).map(({ every }) => every),
  ];
  return all.some((each) => !("calendar" in each));
}
