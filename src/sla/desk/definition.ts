import * as z from "zod";
import { isoDate } from "../../calendar/definition/week-schema";
import { once } from "../../input/once";
import { reporterOf, strictObject } from "../../input/schema";
import { isZoneName } from "../../time/zone";
import type { When } from "../clock/fields";
import type { PolicyDefinition } from "../policy/policy";
import { when } from "../target/definition";

/** A policy of a desk, and the tickets that it is for. */
export interface DeskPolicyDefinition {
  /** The fields of its tickets, such as `{ "customer": ["A", "B"] }`; any ticket if omitted. */
  readonly when?: When;
  /** The first opening date of its tickets, such as `"2027-04-01"`; any date if omitted. */
  readonly from?: string;
  /** The last opening date of its tickets; any date if omitted. */
  readonly until?: string;
  readonly policy: PolicyDefinition;
}

/** A policy of a desk as a file states it: a definition, or the name of a service with its options. */
export interface DeskPolicyFile extends Omit<DeskPolicyDefinition, "policy"> {
  readonly policy: PolicyDefinition | string;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** A desk as a file states it. */
export interface DeskFile extends Omit<DeskDefinition, "policies"> {
  readonly policies: readonly DeskPolicyFile[];
}

/** A desk, as JSON: its policies in the order in which they are tried. */
export interface DeskDefinition {
  readonly $schema?: string;
  readonly id?: string;
  readonly title?: string;
  /** The zone of the dates `from` and `until`; each policy's own zone if omitted. */
  readonly timeZone?: string;
  /** The first policy that matches a ticket is its policy. */
  readonly policies: readonly DeskPolicyDefinition[];
}

/** The zod schema of a desk; its policies are checked one by one. */
export const deskSchema = once(() =>
  strictObject(
    {
      $schema: z.string().optional(),
      id: z.string().min(1, "expected a name").optional(),
      title: z.string().optional(),
      timeZone: z
        .string("expected an IANA zone")
        .refine(isZoneName, { error: "expected an IANA zone" })
        .optional(),
      policies: z
        .array(
          strictObject(
            {
              when: when().optional(),
              from: isoDate().optional(),
              until: isoDate().optional(),
              policy: z.union(
                [z.string(), z.record(z.string(), z.unknown())],
                "expected a policy, or the name of a service",
              ),
              options: z.record(z.string(), z.unknown(), "expected options by name").optional(),
            },
            'expected { "policy": { … } }, with "when", "from" and "until" where they matter',
          ).superRefine(({ from, until }, context) => {
            if (from === undefined || until === undefined || from <= until) return;
            reporterOf(context)(["until"], 'expected a date that is not before "from"');
          }),
          "expected a list of policies",
        )
        .min(1, "expected at least one policy"),
    },
    "expected a desk",
  ),
);
