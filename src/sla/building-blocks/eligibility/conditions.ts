import { own } from "../../../input/json";
import { short, show } from "../../../input/show";
import { CoreHoursError } from "../../../timeline";
import type { SlaReading } from "../../reading/by-status";
import { formatInstant } from "../../reading/working";
import type { Window } from "../windows";
import { type Condition, isShare, MOST_SHARE, type PlainCondition } from "./definition";
import type { EligibilityInput } from "./input";

/** One condition, judged. */
export interface ConditionVerdict {
  readonly text: string;
  /** null if its input was not given and the other conditions decide without it. */
  readonly met: boolean | null;
}

/** The reading that conditions are about; `none` if there is no ticket, `unknown` if nobody has said. */
export type Subject = SlaReading | "none" | "unknown";

/** What a condition is judged by. */
export interface Case {
  readonly subject: Subject;
  readonly input: EligibilityInput;
  /** The numbers that a condition may name. */
  readonly numbers: Readonly<Record<string, number | undefined>>;
  /** The windows of the policy. */
  readonly windows: Readonly<Record<string, Window>> | undefined;
}

/** Judges one condition. @throws {CoreHoursError} if a fact, the severity or a number is of another type. */
export function judge(each: Condition, by: Case): ConditionVerdict {
  const { subject, input } = by;
  if ("any" in each) return anyMet(each.any.map((one) => judge(one, by)));
  if ("fact" in each) return judgeFact(each, input);
  if ("severityIn" in each) return judgeSeverity(each.severityIn, by);
  if (typeof subject !== "object" && "open" in each && each.assumed !== undefined) {
    return verdict("no ticket is given", each.assumed === each.open);
  }
  if (subject === "unknown") return missing("the ticket's reading");
  if (subject === "none") return verdict("there is no such ticket", false);
  return judgeReading(each, subject, by);
}

/** A condition's verdict, as a person reads it. */
export function verdict(text: string, met: boolean | null): ConditionVerdict {
  return Object.freeze({ text, met });
}

function missing(what: string): ConditionVerdict {
  return verdict(`${what} is not given`, null);
}

/** One verdict for several conditions of which one is enough. */
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
  if (fact === undefined) return missing(`the fact "${name}"`);
  if (typeof fact !== "boolean") throw factInvalid(name, fact);
  return verdict(`${name} is ${fact ? "so" : "not so"}`, fact === is);
}

function judgeSeverity(severities: readonly string[], { subject, input }: Case): ConditionVerdict {
  const ofReading = typeof subject === "object" ? subject.severity : null;
  const severity = input.severity ?? ofReading;
  if (severity === null) return missing("the severity");
  if (typeof severity !== "string") throw severityInvalid(severity);
  return verdict(`severity is ${severity}`, severities.includes(severity));
}

type OfReading = Exclude<
  PlainCondition,
  { readonly fact: string } | { readonly severityIn: unknown }
>;

/** A condition on a ticket's clock. */
function judgeReading(each: OfReading, reading: SlaReading, by: Case): ConditionVerdict {
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
  return "inWindow" in each
    ? judgeWindow(each.inWindow, reading, by)
    : judgeUse(each.usedAtLeast, reading, by);
}

/** Whether the ticket of a reading has begun and has not ended, late or not. A cancellation stops it too. */
function isOpen({ startedAt, stoppedAt }: SlaReading): boolean {
  return startedAt !== null && stoppedAt === null;
}

/** Whether at least a share of the allowance is used. */
function judgeUse(least: number | string, reading: SlaReading, { numbers }: Case) {
  const share = typeof least === "number" ? least : own(numbers, least);
  if (share === undefined) return missing(`the parameter "${least}"`);
  if (!isShare(share)) throw shareInvalid(least, share);
  const { elapsed, allowance, percentElapsed } = reading;
  if (allowance === null || percentElapsed === null) return verdict("nothing is promised", false);
  return verdict(
    `${percentElapsed.toFixed(1)} % is used of the ${(share * 100).toFixed(1)} % it takes`,
    amount(elapsed) >= amount(allowance) * share,
  );
}

/** A length in the unit of the allowance: days, or milliseconds. */
function amount(length: SlaReading["elapsed"]): number {
  return length.days || length.toMillis();
}

function judgeWindow(name: string, { stoppedAt, asOf }: SlaReading, { windows }: Case) {
  const window = own(windows, name);
  if (window === undefined) return missing(`the window "${name}"`);
  if (stoppedAt === null) return verdict("it has not stopped", false);
  const { title, status, closesAt } = window(stoppedAt, { asOf });
  const says = status === "open" ? "is open until" : "closed";
  const text = `the window "${title}" ${says} ${formatInstant(closesAt, false)}`;
  return verdict(text, status === "open");
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

function shareInvalid(name: number | string, share: unknown): CoreHoursError {
  return new CoreHoursError(
    "parameter-invalid",
    `${show(share)} is not a share; give "${name}" as a share of the allowance from 0 to ${MOST_SHARE}, such as 0.9 for 90 %.`,
    { parameter: name, given: show(share) },
  );
}
