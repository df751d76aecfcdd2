/** Something in a ticket's history that a person should look at. */
export type IrregularityKind = keyof typeof IRREGULARITIES;

/** An irregularity, with its instant and what was given then. */
export interface OddEvent {
  readonly kind: IrregularityKind;
  readonly atMs: number;
  readonly state: string | null;
  readonly severity: string | null;
}

/** How many irregularities a reading lists. A history with more of them gains nothing from a longer list. */
export const MOST_ODDITIES = 100;

type Words = Pick<OddEvent, "state" | "severity">;

/** The message of each kind of irregularity. */
const IRREGULARITIES = {
  "done-before-open": ({ state }: Words) => `"${state}" came before the clock had started`,
  "state-after-ending": ({ state }: Words) =>
    `"${state}" came after the clock had ended, and changed nothing`,
  "reopened-late": ({ state }: Words) =>
    `"${state}" re-opened the ticket after the time allowed for re-opening`,
  "graded-as-stopped": ({ severity }: Words) =>
    `severity ${severity} was given at the instant of the stop, and the verdict takes account of it`,
  "agreed-as-stopped": (_: Words) =>
    "an agreed date was given or taken back at the instant of the stop, and the verdict takes account of it",
  "agreed-in-the-past": (_: Words) =>
    "the agreed date had passed before it was given or the clock started",
  "severity-jumped": ({ severity }: Words) =>
    `severity ${severity} is more than one step from the severity before it`,
  "breached-by-severity-change": ({ severity }: Words) =>
    `the change to severity ${severity} breached the target, since more had been used than its allowance`,
} as const;

export const IRREGULARITY_KINDS = Object.keys(IRREGULARITIES) as IrregularityKind[]; // It has no other keys.

/** What an irregularity says, as a sentence without its full stop. */
export function describeOddity({ kind, state, severity }: OddEvent): string {
  return IRREGULARITIES[kind]({ state, severity });
}
