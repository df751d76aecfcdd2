import fc from "fast-check";
import type { HoursRule, RuleDay, Weekday, WeekHours } from "../../calendar/definition/definition";
import { BEFORE_HOLIDAYS, DAY_NAMES } from "../../calendar/definition/rule-words";
import { dayOf, formatDate, weekdayOf } from "../../time/civil-date";
import { type DateDraft, dateDraft } from "./date-drafts";
import { anyPeriods, anyWeekHours } from "./hours";

/** A rule whose dates have yet to be read. */
export interface RuleDraft {
  readonly kind: "date" | "range" | "nth" | "every" | "before";
  readonly date: DateDraft;
  readonly days: number;
  readonly nth: readonly number[];
  readonly months: readonly number[] | undefined;
  readonly every: number;
  readonly hours: readonly string[] | WeekHours;
  readonly opens: boolean | undefined;
  readonly since: DateDraft | undefined;
  readonly until: DateDraft | undefined;
  readonly titled: boolean;
}

const PLACES_IN_MONTH = [1, 2, 3, 4, 5, -1, -2, -3, -4, -5] as const;
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

const given = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 });

/** A rule of any kind, without its dates. */
export const ruleDraft: fc.Arbitrary<RuleDraft> = fc.record({
  kind: fc.constantFrom("date", "range", "nth", "every", "before"),
  date: dateDraft,
  days: fc.oneof(fc.nat({ max: 14 }), fc.nat({ max: 364 })),
  nth: fc.uniqueArray(fc.constantFrom(...PLACES_IN_MONTH), { minLength: 1, maxLength: 2 }),
  months: given(fc.subarray(MONTHS, { minLength: 1 })),
  every: fc.integer({ min: 1, max: 6 }),
  hours: fc.oneof(
    { withCrossShrink: true },
    { weight: 1, arbitrary: fc.constant<readonly string[]>([]) },
    { weight: 3, arbitrary: anyPeriods() },
    { weight: 2, arbitrary: anyWeekHours() },
  ),
  opens: given(fc.boolean()),
  since: given(dateDraft),
  until: given(dateDraft),
  titled: fc.boolean(),
});

/** The rule that a draft means, given a reader of its dates. */
export function readRule(draft: RuleDraft, dateOf: (draft: DateDraft) => string): HoursRule {
  const date = dateOf(draft.date);
  const { kind, days, hours, opens, titled } = draft;
  const [since, until] = inOrder(
    draft.since && dateOf(draft.since),
    draft.until && dateOf(draft.until),
  );
  const terms = {
    ...(titled ? { title: "A rule" } : {}),
    hours,
    ...(opens === undefined ? {} : { opens }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
  if (kind !== "range") return { on: dayOfRule(draft, date), ...terms };
  const to = formatDate(dayOf(date) + days);
  return { from: date.slice(5), to: to.slice(5), ...terms };
}

function dayOfRule({ kind, nth, months, every }: RuleDraft, date: string): RuleDay {
  // A weekday is 0 to 6.
  const weekday = DAY_NAMES[weekdayOf(dayOf(date))] as Weekday;
  if (kind === "nth") return { weekday, nth, ...(months === undefined ? {} : { months }) };
  if (kind === "every") return { weekday, every, from: date };
  return kind === "before" ? BEFORE_HOLIDAYS : date.slice(5);
}

/** Two dates, the earlier first, if there are two. */
function inOrder(
  a: string | undefined,
  b: string | undefined,
): readonly [string | undefined, string | undefined] {
  return a !== undefined && b !== undefined && a > b ? [b, a] : [a, b];
}
