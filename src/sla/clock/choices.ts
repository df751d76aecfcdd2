import type { DayDue } from "../../calendar/days/counted-days";
import { oneOf } from "../../input/options";
import { parseWallTime } from "../../time/wall-time";
import type { Tie } from "../../timeline";

/** Whether a clock stopped exactly at its due instant has met the target. */
export type AtDue = "met" | "breached";

/**
 * What a change of severity does: what was used stays used and the new allowance applies; or all is
 * measured anew as if the severity had been so from the start; or the clock starts again.
 */
export type OnSeverityChange = "carry-elapsed" | "retroactive" | "restart";

/**
 * What a re-opening does: the clock goes on and the time while resolved does not count; or it goes on
 * and that time does count; or it starts again; or a second cycle begins and the first keeps its
 * verdict; or nothing, the first stop is final.
 */
export type OnReopen = "resume" | "continue" | "restart" | "new-cycle" | "first-only";

/** The choices a target makes where service desks differ. */
export interface Choices {
  readonly tie: Tie;
  readonly atDue: AtDue;
  readonly onSeverityChange: OnSeverityChange;
  readonly onReopen: OnReopen;
}

/** The words of each choice, the default first. */
export const CHOICES = {
  tie: ["close", "next-open"],
  atDue: ["met", "breached"],
  onSeverityChange: ["carry-elapsed", "retroactive", "restart"],
  onReopen: ["resume", "continue", "restart", "new-cycle", "first-only"],
} as const satisfies { readonly [K in keyof Choices]: readonly [Choices[K], ...Choices[K][]] };

/** Choices made for one call, over those of the target. */
export type ChoiceOverrides = Partial<Choices> & {
  /** When the last day of an allowance in days is up. */
  readonly due?: DayDue;
  /** A wall-clock time at or after which a start counts as received on the next day. */
  readonly cutoff?: string;
};

const OVERRIDES = ["tie", "atDue", "onSeverityChange", "onReopen", "due", "cutoff"] as const;
const DUES: readonly [DayDue, ...DayDue[]] = ["end-of-day", "close", "same-time"];

/** Whether a call chooses anything at all. */
export function hasOverrides(options: ChoiceOverrides): boolean {
  return OVERRIDES.some((name) => options[name] !== undefined);
}

function checkedTime(text: string): string {
  parseWallTime(text);
  return text;
}

/**
 * The choices in force: those of the call, else those of the target, else the defaults.
 *
 * @throws {CoreHoursError} `option-invalid` for a word that is none of a choice's.
 */
export function choose(
  own: Partial<Choices>,
  call: ChoiceOverrides,
): Choices & Pick<ChoiceOverrides, "due" | "cutoff"> {
  const { due, cutoff } = call;
  return {
    tie: oneOf("tie", call.tie ?? own.tie, CHOICES.tie),
    atDue: oneOf("atDue", call.atDue ?? own.atDue, CHOICES.atDue),
    onSeverityChange: oneOf(
      "onSeverityChange",
      call.onSeverityChange ?? own.onSeverityChange,
      CHOICES.onSeverityChange,
    ),
    onReopen: oneOf("onReopen", call.onReopen ?? own.onReopen, CHOICES.onReopen),
    ...(due === undefined ? {} : { due: oneOf("due", due, DUES) }),
    ...(cutoff === undefined ? {} : { cutoff: checkedTime(cutoff) }),
  };
}
