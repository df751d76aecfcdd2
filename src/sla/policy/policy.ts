import * as z from "zod";
import type { CalendarDefinition } from "../../calendar/definition/definition";
import { once } from "../../input/once";
import { strictObject } from "../../input/schema";
import { type AttainmentDefinition, attainmentSchema } from "../building-blocks/attainment";
import { type AvailabilityDefinition, availabilitySchema } from "../building-blocks/availability";
import { type ContactDefinition, contactsSchema } from "../building-blocks/eligibility/contacts";
import {
  type EligibilityDefinition,
  eligibilitySchema,
} from "../building-blocks/eligibility/definition";
import { type FormDefinition, formsSchema } from "../building-blocks/forms";
import { type MilestonesDefinition, milestonesSchema } from "../building-blocks/milestones";
import { type RecurrenceDefinition, recurrencesSchema } from "../building-blocks/recurrences";
import { type WindowDefinition, windowsSchema } from "../building-blocks/windows";
import { type ClauseDefinition, clausesSchema } from "../clauses/clauses";
import { type OptionDefinition, optionsSchema } from "../clauses/options";
import type { DerivedState } from "../clock/fields";
import { type LifecycleDefinition, lifecycleSchema } from "../lifecycle/definition";
import {
  allowancesOf,
  furtherAllowances,
  type TargetDefinition,
  target,
  when,
  words,
} from "../target/definition";

/** A policy, as JSON: its calendars, its severities, its targets, and what else its source promises. */
export interface PolicyDefinition {
  readonly $schema?: string;
  readonly id: string;
  readonly title?: string;
  /** Where the policy comes from. */
  readonly source?: string | Readonly<Record<string, string>>;
  /** The zone of calendar days, weeks and months; the zone of its calendars if omitted. */
  readonly timeZone?: string;
  /** Definitions, or the names of shipped calendars. */
  readonly calendars?: Readonly<Record<string, CalendarDefinition | string>>;
  readonly severities?: readonly string[];
  /** States of tickets, besides those that the targets name, that do nothing to any clock. */
  readonly states?: readonly string[];
  /** The states that the fields of a ticket name: the first row that they match gives the state. */
  readonly derive?: readonly DerivedState[];
  readonly targets: Readonly<Record<string, TargetDefinition>>;
  /** Chains of instants after an event. */
  readonly milestones?: Readonly<Record<string, MilestonesDefinition>>;
  /** What may be done until a limit. */
  readonly windows?: Readonly<Record<string, WindowDefinition>>;
  /** What has to be done repeatedly. */
  readonly recurrences?: Readonly<Record<string, RecurrenceDefinition>>;
  /** When something may be done, and why. */
  readonly eligibility?: Readonly<Record<string, EligibilityDefinition>>;
  /** The contacts that the eligibilities name. */
  readonly contacts?: Readonly<Record<string, ContactDefinition>>;
  /** What must be told before something can begin. */
  readonly forms?: Readonly<Record<string, FormDefinition>>;
  /** The states of tickets, how they follow each other, and what must come before what. */
  readonly lifecycle?: LifecycleDefinition;
  /** How available a service must be, month by month. */
  readonly availability?: Readonly<Record<string, AvailabilityDefinition>>;
  /** The share of a target's promises to keep, month by month, and the credit if it is missed. */
  readonly attainment?: Readonly<Record<string, AttainmentDefinition>>;
  /** The rules of the source documents that all of these come from. */
  readonly clauses?: Readonly<Record<string, ClauseDefinition>>;
  /** The ambiguities of the source, each with its readings. */
  readonly options?: Readonly<Record<string, OptionDefinition>>;
}

/** Names become keys of objects and arguments of programs, so they must be plain. */
const name = once(() =>
  z.string().regex(/^[A-Za-z][\w-]*$/, {
    error: "expected a name that begins with a letter and has only letters, digits, - and _",
  }),
);

/** The zod schema of a policy; its calendars and allowances are checked part by part. */
export const policySchema = once(() =>
  strictObject(
    {
      $schema: z.string().optional(),
      id: z.string("expected a name").min(1, "expected a name"),
      title: z.string().optional(),
      source: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
      timeZone: z.string("expected an IANA zone").optional(),
      calendars: z.record(name(), z.unknown(), "expected calendars by name").optional(),
      severities: z.array(z.string().min(1), "expected a list of severities").optional(),
      states: words().optional(),
      derive: z
        .array(strictObject({ state: z.string().min(1), when: when().optional() }))
        .min(1, "expected at least one state")
        .optional(),
      targets: z.record(name(), target(), "expected targets by name"),
      milestones: milestonesSchema().optional(),
      windows: windowsSchema().optional(),
      recurrences: recurrencesSchema().optional(),
      eligibility: eligibilitySchema().optional(),
      contacts: contactsSchema().optional(),
      forms: formsSchema().optional(),
      lifecycle: lifecycleSchema().optional(),
      availability: availabilitySchema().optional(),
      attainment: attainmentSchema().optional(),
      clauses: clausesSchema().optional(),
      options: optionsSchema().optional(),
    },
    "expected a policy",
  ),
);

/** Whether a policy counts calendar days, weeks or months anywhere. */
export function usesCivilTime(policy: PolicyDefinition): boolean {
  const all = [
    ...Object.values(policy.targets).flatMap(allowancesOf),
    ...Object.values(policy.targets).flatMap(furtherAllowances),
    ...Object.values(policy.milestones ?? {}).flatMap(({ steps }) => steps.map((s) => s.after)),
    ...Object.values(policy.windows ?? {}).flatMap(({ anyOf }) =>
      anyOf.flat().map((l) => l.within),
    ),
    ...Object.values(policy.recurrences ?? {}).map(({ every }) => every),
  ];
  const told = Object.values(policy.targets).flatMap(({ escalations = [] }) => escalations);
  return (
    all.some((each) => !("calendar" in each)) ||
    told.some(({ at }) => (at.before ?? at.after)?.calendarDays !== undefined)
  );
}

/** Every state and fact that begins, continues or ends a milestone, window or recurrence of a policy. */
export function obligationWords(policy: PolicyDefinition): readonly string[] {
  const { milestones = {}, windows = {}, recurrences = {} } = policy;
  const bounds = [...Object.values(milestones), ...Object.values(recurrences)];
  const done = [
    ...Object.values(milestones).flatMap(({ steps }) => steps),
    ...Object.values(windows),
    ...Object.values(recurrences),
  ];
  return [
    ...bounds.flatMap(({ startsOn, endsOn, cancelsOn }) => [startsOn, endsOn, cancelsOn]),
    ...done.map(({ doneOn }) => doneOn),
    ...Object.values(windows).flatMap(({ events = {}, endsOn }) => [
      ...Object.values(events),
      endsOn,
    ]),
  ].flatMap((words) => words ?? []);
}
