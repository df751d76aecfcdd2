import * as z from "zod";
import { own } from "../../input/json";
import { once } from "../../input/once";
import { checkKeys, given } from "../../input/options";
import { DefinitionError, problemsIn } from "../../input/problems";
import { strictObject } from "../../input/schema";
import { short, show } from "../../input/show";
import { CoreHoursError } from "../../timeline";
import { checkReading } from "../reading/check-reading";
import type { SlaStatus } from "../reading/numbers";
import { STATUSES } from "../reading/numbers";
import type { SlaReading } from "../reading/sla-reading";

/** A condition of a ground; exactly one kind of thing is asked. */
export type Condition =
  /** At least this share of the allowance of a target is used; or that of a named parameter. */
  | { readonly usedAtLeast: number | string }
  /** The status of the reading is one of these. */
  | { readonly statusIn: readonly SlaStatus[] }
  /** The target is breached, or is not. */
  | { readonly breached: boolean }
  /** The ticket has been re-opened, or has not. */
  | { readonly reopened: boolean }
  /** The severity is one of these. */
  | { readonly severityIn: readonly string[] }
  /** Something that only people know is so, or is not. */
  | { readonly fact: string; readonly is?: boolean };

/** A reason that is enough by itself, where all its conditions hold. */
export interface GroundDefinition {
  readonly id: string;
  readonly title: string;
  readonly clause?: string;
  readonly all: readonly Condition[];
}

/** When something may be done, and why. */
export interface EligibilityDefinition {
  readonly title?: string;
  readonly clause?: string;
  /** Numbers that a condition names, with their defaults. */
  readonly parameters?: Readonly<Record<string, number>>;
  readonly anyOf: readonly GroundDefinition[];
}

/** What eligibility is judged by. */
export interface EligibilityInput {
  /** The ticket's reading, for conditions on its clock. */
  readonly reading?: SlaReading | undefined;
  /** The severity, where there is no reading or it has none. */
  readonly severity?: string | undefined;
  /** What people know. */
  readonly facts?: Readonly<Record<string, boolean>> | undefined;
  /** Numbers over the defaults of the definition. */
  readonly parameters?: Readonly<Record<string, number>> | undefined;
}

/** One condition, judged. */
export interface ConditionVerdict {
  readonly text: string;
  /** null where what it asks for was not given, and the others decide without it. */
  readonly met: boolean | null;
}

/** One ground, judged. */
export interface GroundVerdict {
  readonly id: string;
  readonly title: string;
  readonly clause: string | null;
  /** null where that depends on what was not given, and another ground holds. */
  readonly met: boolean | null;
  readonly conditions: readonly ConditionVerdict[];
}

/** A verdict with its reasons. */
export interface EligibilityReading {
  readonly title: string;
  readonly clause: string | null;
  readonly eligible: boolean;
  readonly grounds: readonly GroundVerdict[];
  /** Why: the grounds that hold, or, where none does, what each of them lacks. */
  readonly reasons: readonly string[];
}

/** Whether something may be done. @throws {CoreHoursError} where that depends on what was not given. */
export type Eligibility = (input: EligibilityInput) => EligibilityReading;

/** The largest share of an allowance that a condition may ask for: what is larger was meant as a percentage. */
const MOST_SHARE = 10;

const share = once(() =>
  z
    .number()
    .nonnegative("expected a share of zero or more")
    .max(
      MOST_SHARE,
      `expected a share of the allowance of at most ${MOST_SHARE}, such as 0.9 for 90 %`,
    ),
);

const condition = once(() =>
  z.union(
    [
      strictObject({ usedAtLeast: z.union([share(), z.string()]) }),
      strictObject({ statusIn: z.array(z.enum(STATUSES)).min(1) }),
      strictObject({ breached: z.boolean() }),
      strictObject({ reopened: z.boolean() }),
      strictObject({ severityIn: z.array(z.string()).min(1) }),
      strictObject({ fact: z.string(), is: z.boolean().optional() }),
    ],
    'expected one of { "usedAtLeast" }, { "statusIn" }, { "breached" }, { "reopened" }, { "severityIn" } and { "fact" }',
  ),
);

const eligibilityPart = once(() =>
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
          all: z.array(condition()),
        }),
      )
      .min(1, "expected at least one ground"),
  }),
);

/** The zod schema of a policy's eligibilities. */
export const eligibilitySchema = once(() => z.record(z.string(), eligibilityPart()));

/**
 * Judges whether something may be done, ground by ground.
 *
 * @param id what to call it where it has no title
 * @param definition the grounds, any of which is enough
 * @param input the reading, the severity and the facts that they ask about
 * @throws {CoreHoursError} `input-missing` where the verdict depends on what was not given. A
 *   condition that fails decides its ground, and a ground that holds decides all, without the rest.
 * @throws {DefinitionError} for invalid grounds.
 */
export function eligibility(
  id: string,
  definition: EligibilityDefinition,
  input: EligibilityInput,
): EligibilityReading {
  const problems = problemsIn(eligibilityPart(), definition);
  if (problems.length > 0) throw new DefinitionError("eligibility", problems);
  return judgeGrounds(id, definition, input);
}

/** {@link eligibility} by grounds that have been checked. */
export function judgeGrounds(
  id: string,
  definition: EligibilityDefinition,
  input: EligibilityInput,
): EligibilityReading {
  const known = given(input, '{ severity: "1", facts: {} }');
  checkKeys(input, ["reading", "severity", "facts", "parameters"], `eligibility "${short(id)}"`);
  checkKeys(
    given(known.parameters, "{ closeTo: 0.9 }"),
    parametersOf(definition),
    `eligibility "${short(id)}"`,
    "a parameter",
  );
  if (known.reading !== undefined && known.reading !== null) {
    checkReading(known.reading, `Eligibility "${short(id)}"`);
  }
  const numbers = { ...definition.parameters, ...known.parameters };
  const grounds = definition.anyOf.map((ground): GroundVerdict => {
    const conditions = ground.all.map((each) => judge(each, known, numbers));
    return Object.freeze({
      id: ground.id,
      title: ground.title,
      clause: ground.clause ?? definition.clause ?? null,
      met: allMet(conditions),
      conditions: Object.freeze(conditions),
    });
  });
  const holding = grounds.filter(({ met }) => met);
  const undecided = grounds.filter(({ met }) => met === null);
  if (holding.length === 0 && undecided.length > 0) throw inputMissing(undecided);
  return Object.freeze({
    title: definition.title ?? id,
    clause: definition.clause ?? null,
    eligible: holding.length > 0,
    grounds: Object.freeze(grounds),
    reasons: Object.freeze(
      holding.length > 0 ? holding.map(named) : grounds.map((g) => `${named(g)}: no, ${lacks(g)}`),
    ),
  });
}

/** The numbers that the conditions of a definition name. */
function parametersOf({ parameters, anyOf }: EligibilityDefinition): readonly string[] {
  const asked = anyOf.flatMap(({ all }) =>
    all.flatMap((each) =>
      "usedAtLeast" in each && typeof each.usedAtLeast === "string" ? [each.usedAtLeast] : [],
    ),
  );
  return [...new Set([...Object.keys(parameters ?? {}), ...asked])];
}

/** Whether every condition holds; null where that depends on what was not given. */
function allMet(conditions: readonly ConditionVerdict[]): boolean | null {
  if (conditions.some(({ met }) => met === false)) return false;
  return conditions.some(({ met }) => met === null) ? null : true;
}

function named({ title, clause }: GroundVerdict): string {
  return clause === null ? title : `${title} (${clause})`;
}

function lacks({ conditions }: GroundVerdict): string {
  return conditions
    .filter(({ met }) => met === false)
    .map(({ text }) => text)
    .join("; ");
}

function judge(
  each: Condition,
  input: EligibilityInput,
  numbers: Readonly<Record<string, number>>,
): ConditionVerdict {
  if ("fact" in each) {
    const fact: unknown = own(input.facts, each.fact);
    if (fact === undefined || fact === null) return missing(`the fact "${each.fact}"`);
    if (typeof fact !== "boolean") throw factInvalid(each.fact, fact);
    return verdict(`${each.fact} is ${fact ? "so" : "not so"}`, fact === (each.is ?? true));
  }
  if ("severityIn" in each) {
    const severity = input.severity ?? input.reading?.severity ?? null;
    if (severity === null) return missing("the severity");
    if (typeof severity !== "string") throw severityInvalid(severity);
    return verdict(`severity is ${severity}`, each.severityIn.includes(severity));
  }
  const { reading } = input;
  if (reading === undefined || reading === null) return missing("the ticket's reading");
  if ("statusIn" in each) {
    return verdict(`its status is ${reading.status}`, each.statusIn.includes(reading.status));
  }
  if ("breached" in each) {
    const { breached } = reading;
    return verdict(breached ? "it is breached" : "it is not breached", breached === each.breached);
  }
  if ("reopened" in each) {
    const reopened = reading.reopenings > 0;
    const text = reopened ? "it has been re-opened" : "it has not been re-opened";
    return verdict(text, reopened === each.reopened);
  }
  const share =
    typeof each.usedAtLeast === "number" ? each.usedAtLeast : own(numbers, each.usedAtLeast);
  if (share === undefined) return missing(`the parameter "${each.usedAtLeast}"`);
  if (!isShare(share)) throw shareInvalid(each.usedAtLeast, share);
  const { elapsed, allowance, percentElapsed } = reading;
  return verdict(
    `${percentElapsed.toFixed(1)} % is used of the ${(share * 100).toFixed(1)} % it takes`,
    amount(elapsed) >= amount(allowance) * share,
  );
}

/** In whichever unit the allowance has. */
function amount(length: SlaReading["elapsed"]): number {
  return length.days || length.toMillis();
}

function verdict(text: string, met: boolean | null): ConditionVerdict {
  return Object.freeze({ text, met });
}

function missing(what: string): ConditionVerdict {
  return verdict(`${what} is not given`, null);
}

function factInvalid(name: string, fact: unknown): CoreHoursError {
  return new CoreHoursError(
    "fact-invalid",
    `${show(fact)} is not a fact; give "${short(name)}" as true or false.`,
    { fact: name, given: show(fact) },
  );
}

function severityInvalid(severity: unknown): CoreHoursError {
  return new CoreHoursError(
    "severity-invalid",
    `${show(severity)} is not a severity; give one as text, such as "1".`,
    { given: show(severity) },
  );
}

function isShare(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= MOST_SHARE;
}

function shareInvalid(name: number | string, share: unknown): CoreHoursError {
  return new CoreHoursError(
    "parameter-invalid",
    `${show(share)} is not a share; give "${name}" as a share of the allowance from 0 to ${MOST_SHARE}, such as 0.9 for 90 %.`,
    { parameter: name, given: show(share) },
  );
}

function inputMissing(undecided: readonly GroundVerdict[]): CoreHoursError {
  const asked = undecided.flatMap(({ conditions }) =>
    conditions.filter(({ met }) => met === null).map(({ text }) => text),
  );
  const what = [...new Set(asked)];
  return new CoreHoursError(
    "input-missing",
    `This cannot be judged: ${what.join("; ")}. Give what is missing.`,
    { what },
  );
}
