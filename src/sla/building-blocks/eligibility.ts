import * as z from "zod";
import { own } from "../../input/json";
import { nearest } from "../../input/nearest";
import { once } from "../../input/once";
import { checkKeys, given, givenList } from "../../input/options";
import { DefinitionError, problemsIn } from "../../input/problems";
import { strictObject } from "../../input/schema";
import { short, show } from "../../input/show";
import { CoreHoursError } from "../../timeline";
import { checkReading } from "../reading/check-reading";
import type { SlaStatus } from "../reading/numbers";
import { STATUSES } from "../reading/numbers";
import type { SlaReading } from "../reading/sla-reading";
import { formatInstant } from "../reading/working";
import type { Window } from "./windows";

/** A condition of which exactly one kind of thing is asked. */
export type PlainCondition =
  /** At least this share of the allowance of a target is used; or that of a named parameter. */
  | { readonly usedAtLeast: number | string }
  /** The status of the reading is one of these. */
  | { readonly statusIn: readonly SlaStatus[] }
  /** The target is breached, or is not. */
  | { readonly breached: boolean }
  /**
   * The ticket has started and has neither stopped nor been cancelled; or the opposite. `assumed` is
   * what holds where no ticket is given.
   */
  | { readonly open: boolean; readonly assumed?: boolean }
  /** The ticket has been re-opened, or has not. */
  | { readonly reopened: boolean }
  /** This window of the policy, counted from the stop of the reading, is open at its `asOf`. */
  | { readonly inWindow: string }
  /** The severity is one of these. */
  | { readonly severityIn: readonly string[] }
  /** Something that only people know is so, or is not; `assumed` is what holds until they say. */
  | { readonly fact: string; readonly is?: boolean; readonly assumed?: boolean };

/** A condition of a ground: a plain one, or several of which one is enough. */
export type Condition = PlainCondition | { readonly any: readonly PlainCondition[] };

/** A reason that is enough by itself, where all its conditions hold. */
export interface GroundDefinition {
  readonly id: string;
  readonly title: string;
  readonly clause?: string;
  /** The target whose readings the conditions are about; any reading will do if not said. */
  readonly target?: string;
  readonly all: readonly Condition[];
  /** The contacts of the policy who are to be told on this ground, in this order. */
  readonly tell?: readonly string[];
  /** How soon, in words, and in which calendar's hours whatever is on this ground is passed on. */
  readonly routed?: { readonly when: string; readonly calendar: string };
}

/** When something may be done, and why. */
export interface EligibilityDefinition {
  readonly title?: string;
  readonly clause?: string;
  /** Numbers that a condition names, with their defaults. */
  readonly parameters?: Readonly<Record<string, number>>;
  readonly anyOf: readonly GroundDefinition[];
  /** The contacts of the policy to turn to where no ground holds, in this order. */
  readonly otherwise?: readonly string[];
}

/** Somebody whom a policy names, to be told or asked. */
export interface ContactDefinition {
  readonly title: string;
  /** An e-mail address, a telephone number or a page, as the document gives it. */
  readonly address?: string;
}

/** What eligibility is judged by. */
export interface EligibilityInput {
  /** The ticket's reading, for conditions on its clock. */
  readonly reading?: SlaReading | undefined;
  /**
   * Several readings: a ground holds if all of its conditions hold of one of them. They are taken for
   * all that there are, so an empty list says that there is no ticket at all.
   */
  readonly readings?: readonly SlaReading[] | undefined;
  /** The severity, where there is no reading or it has none. */
  readonly severity?: string | undefined;
  /** What people know. */
  readonly facts?: Readonly<Record<string, boolean | undefined>> | undefined;
  /** Numbers over the defaults of the definition. */
  readonly parameters?: Readonly<Record<string, number | undefined>> | undefined;
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

/** Somebody to be told. */
export interface Contact {
  readonly id: string;
  readonly title: string;
  readonly address: string | null;
}

/** A verdict with its reasons. */
export interface EligibilityReading {
  readonly title: string;
  readonly clause: string | null;
  readonly eligible: boolean;
  readonly grounds: readonly GroundVerdict[];
  /** Why: the grounds that hold, or, where none does, what each of them lacks. */
  readonly reasons: readonly string[];
  /** Who is to be told, in this order: on the grounds that hold, or else whom to turn to instead. */
  readonly tell: readonly Contact[];
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

/** What the conditions and contacts of a policy's eligibilities refer to. */
export interface EligibilityContext {
  readonly windows: Readonly<Record<string, Window>>;
  readonly contacts: Readonly<Record<string, ContactDefinition>>;
}

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
    'expected one of { "usedAtLeast" }, { "statusIn" }, { "breached" }, { "open" }, { "reopened" }, { "inWindow" }, { "severityIn" }, { "fact" } and { "any" }',
  ),
);

/** A plain condition, or a list of them of which one is enough; such lists do not nest. */
const condition = once(() =>
  z.union([plainCondition(), strictObject({ any: z.array(plainCondition()).min(1) })], {
    error: ({ input }) =>
      typeof input === "object" && input !== null && "any" in input
        ? 'expected { "any" } with a list of conditions'
        : 'expected one of { "usedAtLeast" }, { "statusIn" }, { "breached" }, { "open" }, { "reopened" }, { "inWindow" }, { "severityIn" }, { "fact" } and { "any" }',
  }),
);

const names = once(() => z.array(z.string(), "expected a list of contacts of the policy"));

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

/** The zod schema of a policy's contacts. */
export const contactsSchema = once(() =>
  z.record(z.string(), strictObject({ title: z.string(), address: z.string().optional() })),
);

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

/** {@link eligibility} by grounds that have been checked, within the policy that they belong to. */
export function judgeGrounds(
  id: string,
  definition: EligibilityDefinition,
  input: EligibilityInput,
  context: EligibilityContext = { windows: {}, contacts: {} },
): EligibilityReading {
  const known = given(input, '{ severity: "1", facts: {} }');
  checkKeys(
    input,
    ["reading", "readings", "severity", "facts", "parameters"],
    `eligibility "${short(id)}"`,
  );
  checkFacts(id, definition, known.facts);
  checkKeys(
    given(known.parameters, "{ closeTo: 0.9 }"),
    parametersOf(definition),
    `eligibility "${short(id)}"`,
    "a parameter",
  );
  const readings = givenList("readings", known.readings ?? [], (reading) => reading);
  const alone = known.reading === undefined || known.reading === null ? [] : [known.reading];
  for (const reading of [...alone, ...readings]) {
    checkReading(reading, `Eligibility "${short(id)}"`);
  }
  const numbers = { ...definition.parameters, ...known.parameters };
  const grounds = definition.anyOf.map((ground): GroundVerdict => {
    const conditions = judgeGround(ground, known, numbers, context);
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
  const told =
    holding.length > 0
      ? definition.anyOf.flatMap(({ tell = [] }, i) => (grounds[i]?.met ? tell : []))
      : (definition.otherwise ?? []);
  return Object.freeze({
    title: definition.title ?? id,
    clause: definition.clause ?? null,
    eligible: holding.length > 0,
    grounds: Object.freeze(grounds),
    reasons: Object.freeze(
      holding.length > 0 ? holding.map(named) : grounds.map((g) => `${named(g)}: no, ${lacks(g)}`),
    ),
    tell: Object.freeze([...new Set(told)].map((each) => contactOf(each, context))),
  });
}

/** The plain conditions of a definition. */
function conditionsOf({ anyOf }: EligibilityDefinition): readonly PlainCondition[] {
  return anyOf.flatMap(({ all }) => all.flatMap((each) => ("any" in each ? each.any : [each])));
}

/** The numbers that the conditions of a definition name. */
function parametersOf(definition: EligibilityDefinition): readonly string[] {
  const asked = conditionsOf(definition).flatMap((each) =>
    "usedAtLeast" in each && typeof each.usedAtLeast === "string" ? [each.usedAtLeast] : [],
  );
  return [...new Set([...Object.keys(definition.parameters ?? {}), ...asked])];
}

/** Refuses a fact that is spelt almost as one that is asked for, and would be ignored. */
function checkFacts(id: string, definition: EligibilityDefinition, facts: object | undefined) {
  const asked = conditionsOf(definition).flatMap((each) => ("fact" in each ? [each.fact] : []));
  const names = [...new Set(asked)];
  const misspelt = Object.keys(facts ?? {}).filter(
    (name) => !names.includes(name) && nearest(name, names) !== undefined,
  );
  const known = [...names, ...Object.keys(facts ?? {}).filter((name) => !misspelt.includes(name))];
  checkKeys(facts ?? {}, known, `eligibility "${short(id)}"`, "a fact");
}

function contactOf(id: string, { contacts }: EligibilityContext): Contact {
  const contact = own(contacts, id);
  return Object.freeze({ id, title: contact?.title ?? id, address: contact?.address ?? null });
}

/** The conditions of a ground, judged of the reading of which most of them hold. */
function judgeGround(
  { all, target }: GroundDefinition,
  input: EligibilityInput,
  numbers: Numbers,
  context: EligibilityContext,
): readonly ConditionVerdict[] {
  const given = [...(input.reading ? [input.reading] : []), ...(input.readings ?? [])];
  const readings = given.filter((reading) => target === undefined || reading.target === target);
  const candidates: readonly Subject[] =
    readings.length > 0 ? readings : [input.readings === undefined ? "unknown" : "none"];
  const judged = candidates.map((subject) => {
    const conditions = all.map((each) => judge(each, { subject, input, numbers, context }));
    return readings.length > 1 && typeof subject === "object" && subject.ticket !== null
      ? conditions.map(({ text, met }) => verdict(`${subject.ticket}: ${text}`, met))
      : conditions;
  });
  return judged.reduce((best, each) => (unmet(each) < unmet(best) ? each : best));
}

/** How much keeps a ground from holding: a missing fact weighs less than a condition that fails. */
function unmet(conditions: readonly ConditionVerdict[]): number {
  const failing = conditions.filter(({ met }) => met === false).length;
  const unknown = conditions.filter(({ met }) => met === null).length;
  return failing > 0 ? conditions.length + failing : unknown;
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

type Numbers = Readonly<Record<string, number | undefined>>;

/** The reading that conditions are about; or that there is none, or that nobody has said. */
type Subject = SlaReading | "none" | "unknown";

/** What a condition is judged by. */
interface Case {
  readonly subject: Subject;
  readonly input: EligibilityInput;
  readonly numbers: Numbers;
  readonly context: EligibilityContext;
}

function judge(each: Condition, by: Case): ConditionVerdict {
  const { subject, input } = by;
  if ("any" in each) return anyMet(each.any.map((one) => judge(one, by)));
  if ("fact" in each) return judgeFact(each, input);
  if ("severityIn" in each) {
    const ofReading = typeof subject === "object" ? subject.severity : null;
    const severity = input.severity ?? ofReading;
    if (severity === null) return missing("the severity");
    if (typeof severity !== "string") throw severityInvalid(severity);
    return verdict(`severity is ${severity}`, each.severityIn.includes(severity));
  }
  if (typeof subject !== "object" && "open" in each && each.assumed !== undefined) {
    return verdict("no ticket is given", each.assumed === each.open);
  }
  if (subject === "unknown") return missing("the ticket's reading");
  if (subject === "none") return verdict("there is no such ticket", false);
  return judgeReading(each, subject, by);
}

/** What at least one of some conditions makes of them. */
function anyMet(verdicts: readonly ConditionVerdict[]): ConditionVerdict {
  const holding = verdicts.find(({ met }) => met);
  if (holding) return holding;
  const unknown = verdicts.filter(({ met }) => met === null);
  const told = unknown.length > 0 ? unknown : verdicts;
  const text = told.map((each) => each.text).join(" and ");
  return verdict(text, unknown.length > 0 ? null : false);
}

function judgeFact(
  { fact: name, is = true, assumed }: Extract<PlainCondition, { readonly fact: string }>,
  { facts }: EligibilityInput,
): ConditionVerdict {
  const fact: unknown = own(facts, name) ?? assumed;
  if (fact === undefined || fact === null) return missing(`the fact "${name}"`);
  if (typeof fact !== "boolean") throw factInvalid(name, fact);
  return verdict(`${name} is ${fact ? "so" : "not so"}`, fact === is);
}

type OfReading = Exclude<
  PlainCondition,
  { readonly fact: string } | { readonly severityIn: unknown }
>;

/** A condition on a ticket's clock. */
function judgeReading(
  each: OfReading,
  reading: SlaReading,
  { numbers, context }: Case,
): ConditionVerdict {
  if ("statusIn" in each) {
    return verdict(`its status is ${reading.status}`, each.statusIn.includes(reading.status));
  }
  if ("breached" in each) {
    const { breached } = reading;
    return verdict(breached ? "it is breached" : "it is not breached", breached === each.breached);
  }
  if ("open" in each) {
    const open = isOpen(reading);
    return verdict(open ? "it is still open" : "it is not open", open === each.open);
  }
  if ("reopened" in each) {
    const reopened = reading.reopenings > 0;
    const text = reopened ? "it has been re-opened" : "it has not been re-opened";
    return verdict(text, reopened === each.reopened);
  }
  if ("inWindow" in each) return judgeWindow(each.inWindow, reading, context);
  const share =
    typeof each.usedAtLeast === "number" ? each.usedAtLeast : own(numbers, each.usedAtLeast);
  if (share === undefined) return missing(`the parameter "${each.usedAtLeast}"`);
  if (!isShare(share)) throw shareInvalid(each.usedAtLeast, share);
  const { elapsed, allowance, percentElapsed } = reading;
  if (allowance === null || percentElapsed === null) return verdict("nothing is promised", false);
  return verdict(
    `${percentElapsed.toFixed(1)} % is used of the ${(share * 100).toFixed(1)} % it takes`,
    amount(elapsed) >= amount(allowance) * share,
  );
}

/** Whether the ticket of a reading has begun and has not ended, late or not. */
function isOpen({ startedAt, stoppedAt, status }: SlaReading): boolean {
  return startedAt !== null && stoppedAt === null && status !== "cancelled";
}

function judgeWindow(
  name: string,
  { stoppedAt, asOf }: SlaReading,
  { windows }: EligibilityContext,
): ConditionVerdict {
  const window = own(windows, name);
  if (window === undefined) return missing(`the window "${name}"`);
  if (stoppedAt === null) return verdict("it has not stopped", false);
  const { title, status, closesAt } = window(stoppedAt, { asOf });
  const says = status === "open" ? "is open until" : "closed";
  const text = `the window "${title}" ${says} ${formatInstant(closesAt, false)}`;
  return verdict(text, status === "open");
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
