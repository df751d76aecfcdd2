import { type AllowanceDefinition, allowanceInWords } from "../allowance/definition";
import type { Clause } from "../clauses/clauses";
import { CHOICES, DAY_CHOICES, type InForce } from "../clock/choices";
import type { OddEvent } from "../clock/irregularities";
import type { ClockNow } from "../clock/state";
import type { NumericReading } from "./numbers";

/** Something that may happen to a ticket and gives a clause beside the main one a say. */
export const OCCASIONS = ["always", "pause", "reopen", "severityChange"] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** What a verdict rests on beside the clause of its target. */
export interface Basis {
  readonly furtherRules: readonly Clause[];
  readonly choices: readonly string[];
}

/** The occasions in a ticket's life, from what every clock knows, whether or not it keeps its working. */
export function occasionsIn(now: ClockNow, numbers: NumericReading) {
  const { gradedAtMs, startedAtMs } = now;
  const had: Readonly<Record<Occasion, boolean>> = {
    always: true,
    pause: numbers.paused || numbers.wallPausedMs > 0,
    reopen: numbers.reopenings > 0,
    severityChange: gradedAtMs !== null && startedAtMs !== null && gradedAtMs > startedAtMs,
  };
  return new Set(OCCASIONS.filter((occasion) => had[occasion]));
}

/** The choices that had a say in a verdict, each as a sentence without its full stop. */
export function choicesIn(
  choices: InForce,
  occasions: ReadonlySet<Occasion>,
  { stoppedAtMs, dueAtMs }: NumericReading,
  oddities: readonly Pick<OddEvent, "kind">[],
): readonly string[] {
  const table: Readonly<
    Record<string, { says: string; values: Readonly<Record<string, string>> }>
  > = { ...CHOICES, ...DAY_CHOICES };
  const hadSay = (name: string, isDefault: boolean) => {
    // A stop for good keeps the clock from seeing a re-opening.
    const isForGood = choices.onReopen === "first-only" && stoppedAtMs !== null;
    if (name === "onLateReopen") return oddities.some(({ kind }) => kind === "reopened-late");
    if (name === "onReopen") return occasions.has("reopen") || isForGood;
    if (name === "onSeverityChange") return occasions.has("severityChange");
    if (name === "atDue") {
      // A ticket may also have been paused, stopped before a re-opening, or regraded at the due instant.
      const isTouched = !isDefault && occasions.size > 1;
      return isTouched || (stoppedAtMs !== null && stoppedAtMs === dueAtMs);
    }
    return !isDefault;
  };
  return Object.entries(choices).flatMap(([name, value]) => {
    const choice = table[name];
    if (choice === undefined) return [`${name} ${value}`]; // Only a cutoff is not in the tables.
    const [first] = Object.keys(choice.values);
    const meaning = choice.values[String(value)];
    // The `due` of a call stands beside the allowance's own, so its first value is not a default.
    const isDefault = value === first && name !== "due";
    if (meaning === undefined || !hadSay(name, isDefault)) return [];
    return [`${name} "${value}": ${choice.says} ${meaning}`];
  });
}

/** What a reading says of itself if its target promises an agreed date alone. */
export const ONLY_AGREED = 'allowance "agreed": only an agreed date is promised';

/** The limit of pauses, if it had a say. */
export function limitIn(
  { pauseLimit }: { readonly pauseLimit?: AllowanceDefinition | undefined },
  occasions: ReadonlySet<Occasion>,
): readonly string[] {
  if (!pauseLimit || !occasions.has("pause")) return [];
  return [`pauseLimit ${allowanceInWords(pauseLimit)}: what is paused beyond it counts`];
}
