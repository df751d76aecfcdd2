import type { DayDue } from "../../calendar/days/counted-days";
import { oneOf } from "../../input/options";
import { parseWallTime } from "../../time/wall-time";
import type { Tie } from "../../timeline";

/** A named choice: what it decides, and what each of its values means. The default comes first. */
interface NamedChoice<Value extends string = string> {
  /** What the choice decides. It begins a sentence that a value completes. */
  readonly says: string;
  readonly values: Readonly<Record<Value, string>>;
}

/**
 * The points on which service desks differ. A target makes these choices, and a call may override them.
 *
 * This table is their only definition. The types, the schema of a target, the list of what a call may
 * override, the help of the JSON Schema and the README's table are all derived from it.
 */
export const CHOICES = {
  tie: {
    says: "an amount that runs out exactly at a closing is due",
    values: {
      close: "at that closing",
      "next-open": "at the next opening",
    },
  },
  atDue: {
    says: "a clock that stops exactly at the due instant has",
    values: {
      met: "met the target",
      breached: "breached it",
    },
  },
  onSeverityChange: {
    says: "after a change of severity",
    values: {
      "carry-elapsed": "what was used stays used, and the new allowance applies",
      retroactive:
        "everything is measured again, as if the severity had been the same from the start",
      restart: "the clock starts again",
    },
  },
  onReopen: {
    says: "after a re-opening",
    values: {
      resume: "the clock goes on, and the time while resolved does not count",
      continue: "the clock goes on, and the time while resolved counts",
      restart: "the clock starts again",
      "new-cycle": "a second cycle begins, and the first keeps its verdict",
      "first-only": "nothing changes, since the first stop is final",
    },
  },
  onLateReopen: {
    says: "a re-opening after `reopenWithin`",
    values: {
      "new-cycle": "begins a second cycle, and the first keeps its verdict",
      ignore: "changes nothing",
      "go-on": "goes on as after any re-opening, and is reported as an irregularity",
    },
  },
  onceBreached: {
    says: "after a breach, a larger allowance",
    values: {
      rejudge: "takes the breach back",
      keep: "leaves it a breach",
    },
  },
  dayPauses: {
    says: "for an allowance in days, a pause",
    values: {
      "day-ends": "saves the days whose end it covers",
      push: "moves the due instant on by the working time paused",
    },
  },
  agreedDates: {
    says: "an agreed date",
    values: {
      replaces: "takes the place of the instant at which the allowance is up",
      earlier: "counts if it comes before the allowance is up",
      later: "counts if it comes after the allowance is up",
      ignore: "changes nothing",
    },
  },
  onUnknownState: {
    says: "an unknown state",
    values: {
      refuse: "is an error",
      ignore: "is ignored",
    },
  },
} as const satisfies { readonly tie: NamedChoice<Tie>; readonly [name: string]: NamedChoice };

/** How a call may count days, in place of the rule of a target's allowances. */
export const DAY_CHOICES = {
  due: {
    says: "the last day of an allowance in days is up",
    values: {
      "end-of-day": "at the midnight that ends it (the default for working days)",
      close: "at its last closing",
      "same-time": "at the wall-clock time of the start (the default for civil days)",
    },
  },
} as const satisfies { readonly due: NamedChoice<DayDue> };

type Named = typeof CHOICES & typeof DAY_CHOICES;

/** The name of a choice that a target makes. */
export type ChoiceName = keyof typeof CHOICES;

/** The choices a target makes where service desks differ. */
export type Choices = { readonly [K in ChoiceName]: keyof Named[K]["values"] };

/** Choices, any of which may be left open. */
export type SomeChoices = { readonly [K in ChoiceName]?: Choices[K] | undefined };

/** Whether a clock stopped exactly at its due instant has met the target. */
export type AtDue = Choices["atDue"];

/** What a change of severity does to the amount used. */
export type OnSeverityChange = Choices["onSeverityChange"];

/** Whether a larger allowance takes a breach back. */
export type OnceBreached = Choices["onceBreached"];

/** What a re-opening does to the clock and to the verdict. */
export type OnReopen = Choices["onReopen"];

/** Choices for one call. They override those of the target. */
export type ChoiceOverrides = SomeChoices & {
  /** When the last day of an allowance in days is up. */
  readonly due?: DayDue | undefined;
  /**
   * A wall-clock time at or after which a start counts as received on the next day. For an allowance in
   * hours, it counts as received at the next working day's opening.
   */
  readonly cutoff?: string | undefined;
};

/** The choices in force for a clock. */
export type InForce = Choices & { readonly due?: DayDue; readonly cutoff?: string };

/** The names of the choices that a target makes. */
export const CHOICE_NAMES = Object.keys(CHOICES) as readonly ChoiceName[]; // It has no other keys.

const TABLE: Named = { ...CHOICES, ...DAY_CHOICES };

/** The values of a choice, the default first. */
export function valuesOf<K extends keyof Named>(name: K): readonly [Value<K>, ...Value<K>[]] {
  // A choice has at least one value, and every key is a value.
  return Object.keys(TABLE[name].values) as [Value<K>, ...Value<K>[]];
}

type Value<K extends keyof Named> = keyof Named[K]["values"] & string;

/** The names of what a call may choose. They are the keys of a record, so a missing name does not compile. */
export const OVERRIDES = Object.keys({
  ...CHOICES,
  ...DAY_CHOICES,
  cutoff: "",
} satisfies Record<keyof ChoiceOverrides, unknown>) as readonly (keyof ChoiceOverrides)[];

/** Whether a call makes any choice. */
export function hasOverrides(options: ChoiceOverrides): boolean {
  return OVERRIDES.some((name) => options[name] !== undefined);
}

/**
 * The choices in force: the call's, else the target's, else the defaults.
 *
 * @throws {CoreHoursError} `option-invalid` for an unknown value.
 */
export function choose(own: SomeChoices, call: ChoiceOverrides): InForce {
  const chosen = CHOICE_NAMES.map((name) => [
    name,
    oneOf(name, call[name] ?? own[name], valuesOf(name)),
  ]);
  const { due, cutoff } = call;
  if (cutoff !== undefined) parseWallTime(cutoff); // Throws unless it is a time of day.
  return {
    // Each name of a choice has one of its own values.
    ...(Object.fromEntries(chosen) as Choices),
    ...(due === undefined ? {} : { due: oneOf("due", due, valuesOf("due")) }),
    ...(cutoff === undefined ? {} : { cutoff }),
  };
}
