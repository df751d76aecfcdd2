import type { Sla, WorkingCalendar } from "../../../src/index";
import type { Alone } from "./alone";
import { ALONE_CALENDARS } from "./alone-calendars";
import { ALONE_SLAS } from "./alone-slas";
import { type Subject, wrongCalendarSubjects, wrongSlaSubjects, YEARS } from "./subjects";

/** What is wrong with a subject of another table that its law alone finds. */
const CALENDARS: Readonly<Record<string, string>> = {
  "periods-tile": "periods(b, a)",
  coverage: "isWorkingDay guesses",
  "json-round-trip": "its JSON has another title each time",
  "set-algebra": "a union says that it never closes, and counts as it should",
  "inclusion-exclusion":
    "a union with a third counts a millisecond more, and is open when it should be",
  "itself-and-the-whole": "of its union with itself",
  "bulk-between": "betweenMany has no sign",
  "bulk-add": "addMany takes the first amount for all",
  "hours-as-defined": "every reason is the week",
  "days-as-defined": "a cutoff makes nothing late",
  "provisional-as-defined": "nothing is provisional",
};

const SLAS: Readonly<Record<string, string>> = {
  bulk: "from trackMany of a list",
  follow: "a clock that keeps its working forgets what was saved",
  "late-events": "a late event is lost",
  "follow-numbers": "a clock that keeps no working is forgotten",
  together: "the clocks of a policy are forgotten",
  desk: "a policy is written with another allowance",
  obligations: "no obligation is late",
  snapshot: "dueAt is another",
  "warnings-as-defined": "a pause after a re-opening is ignored",
};

function named<T>(
  names: Readonly<Record<string, string>>,
  subjects: readonly Subject<T>[],
): Readonly<Record<string, Alone<T>>> {
  return Object.fromEntries(
    Object.entries(names).map(([law, what]) => {
      const found = subjects.find((each) => each.what === what && [law, null].includes(each.law));
      if (!found) throw new Error(`nothing is planted of which ${what}`);
      return [law, { what, make: () => found.subject }];
    }),
  );
}

/** For each law, a subject that it finds and every other law passes. */
export const CALENDARS_ALONE: Readonly<Record<string, Alone<WorkingCalendar>>> = {
  ...named(CALENDARS, wrongCalendarSubjects),
  ...ALONE_CALENDARS,
};
export const SLAS_ALONE: Readonly<Record<string, Alone<Sla>>> = {
  ...named(SLAS, wrongSlaSubjects),
  ...ALONE_SLAS,
};

/**
 * Laws that follow from others, so no subject breaks one of them alone, each with the reason and with what it is kept
 * for.
 */
export const IMPLIED: Readonly<Record<string, string>> = {
  "wall-clock":
    "By additivity, between is a difference of totals, and by time-as-defined these grow over any twenty days as the definition's do: never backwards, never faster than the wall. It stays since it says in a line what is wrong with a negative or an endless working time.",
  "zone-shift":
    "By the laws that replay a definition, a calendar and the same one in UTC both do what definitions say that differ by the shift alone. It stays since it needs no replay, so the two routes check each other.",
};

export { YEARS };
