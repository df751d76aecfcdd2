import * as z from "zod";
import { once } from "../../../input/once";
import { strictObject } from "../../../input/schema";
import { type SlaStatus, STATUSES } from "../../reading/numbers";

/** A condition that asks one thing. */
export type PlainCondition =
  /** At least this share of a target's allowance is used; text names a parameter that holds the share. */
  | { readonly usedAtLeast: number | string }
  /** The status of the reading is one of these. */
  | { readonly statusIn: readonly SlaStatus[] }
  /** The target is breached, or is not. */
  | { readonly breached: boolean }
  /**
   * The ticket has started and has neither stopped nor been cancelled; or the opposite. `assumed` is
   * what holds if no ticket is given.
   */
  | { readonly open: boolean; readonly assumed?: boolean }
  /** The ticket has been re-opened, or has not. */
  | { readonly reopened: boolean }
  /** This window of the policy, counted from the stop of the reading, is open at its `asOf`. */
  | { readonly inWindow: string }
  /** The severity is one of these. */
  | { readonly severityIn: readonly string[] }
  /** A fact that only people know is true, or is not; `assumed` is what holds until they say. */
  | { readonly fact: string; readonly is?: boolean; readonly assumed?: boolean };

/** A condition of a ground: a plain one, or several of which one is enough. */
export type Condition = PlainCondition | { readonly any: readonly PlainCondition[] };

/** A reason that is enough by itself if all its conditions hold. */
export interface GroundDefinition {
  readonly id: string;
  readonly title: string;
  readonly clause?: string;
  /** The target whose readings the conditions are about; any reading will do if omitted. */
  readonly target?: string;
  readonly all: readonly Condition[];
  /** The contacts of the policy to tell on this ground, in this order. */
  readonly tell?: readonly string[];
  /** How soon a request on this ground is passed on, in words, and in which calendar's hours. */
  readonly routed?: { readonly when: string; readonly calendar: string };
}

/** When something may be done, and why. */
export interface EligibilityDefinition {
  readonly title?: string;
  readonly clause?: string;
  /** Numbers that a condition names, with their defaults. */
  readonly parameters?: Readonly<Record<string, number>>;
  readonly anyOf: readonly GroundDefinition[];
  /** The contacts of the policy to turn to if no ground holds, in this order. */
  readonly otherwise?: readonly string[];
}

/** The largest share of an allowance that a condition may ask for: a larger number was meant as a percentage. */
export const MOST_SHARE = 10;

/** Whether a value is a share of an allowance that a condition may ask for. */
export function isShare(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= MOST_SHARE;
}

const share = once(() =>
  z
    .number()
    .nonnegative("expected a share of zero or more")
    .max(
      MOST_SHARE,
      `expected a share of the allowance of at most ${MOST_SHARE}, such as 0.9 for 90 %`,
    ),
);

const ONE_OF =
  'expected one of { "usedAtLeast" }, { "statusIn" }, { "breached" }, { "open" }, { "reopened" }, { "inWindow" }, { "severityIn" }, { "fact" } and { "any" }';

const plainCondition = once(() =>
  z.union(
    [
      strictObject({ usedAtLeast: z.union([share(), z.string()]) }),
      strictObject({ statusIn: z.array(z.enum(STATUSES)).min(1) }),
      strictObject({ breached: z.boolean() }),
      strictObject({ open: z.boolean(), assumed: z.boolean().optional() }),
      strictObject({ reopened: z.boolean() }),
      strictObject({ inWindow: z.string() }),
      strictObject({ severityIn: z.array(z.string()).min(1) }),
      strictObject({
        fact: z.string(),
        is: z.boolean().optional(),
        assumed: z.boolean().optional(),
      }),
    ],
    ONE_OF,
  ),
);

/** A plain condition, or a list of them of which one is enough; such lists do not nest. */
const condition = once(() =>
  z.union([plainCondition(), strictObject({ any: z.array(plainCondition()).min(1) })], {
    error: ({ input }) =>
      typeof input === "object" && input !== null && "any" in input
        ? 'expected { "any" } with a list of conditions'
        : ONE_OF,
  }),
);

const names = once(() => z.array(z.string(), "expected a list of contacts of the policy"));

/** The zod schema of one eligibility. */
export const eligibilityPart = once(() =>
  strictObject({
    title: z.string().optional(),
    clause: z.string().optional(),
    parameters: z.record(z.string(), share()).optional(),
    anyOf: z
      .array(
        strictObject({
          id: z.string(),
          title: z.string(),
          clause: z.string().optional(),
          target: z.string().optional(),
          all: z.array(condition()),
          tell: names().optional(),
          routed: strictObject({ when: z.string(), calendar: z.string() }).optional(),
        }),
      )
      .min(1, "expected at least one ground"),
    otherwise: names().optional(),
  }),
);

/** The zod schema of a policy's eligibilities. */
export const eligibilitySchema = once(() => z.record(z.string(), eligibilityPart()));

/** The facts that the conditions of a definition ask for. */
export function factsOf(definition: EligibilityDefinition): readonly string[] {
  const asked = conditionsOf(definition).flatMap((each) => ("fact" in each ? [each.fact] : []));
  return [...new Set(asked)];
}

/** The numbers that the conditions of a definition name. */
export function parametersOf(definition: EligibilityDefinition): readonly string[] {
  const asked = conditionsOf(definition).flatMap((each) =>
    "usedAtLeast" in each && typeof each.usedAtLeast === "string" ? [each.usedAtLeast] : [],
  );
  return [...new Set([...Object.keys(definition.parameters ?? {}), ...asked])];
}

function conditionsOf({ anyOf }: EligibilityDefinition): readonly PlainCondition[] {
  return anyOf.flatMap(({ all }) => all.flatMap((each) => ("any" in each ? each.any : [each])));
}
