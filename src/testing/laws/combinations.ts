import fc from "fast-check";
import { alwaysOpen, defineCalendar } from "../../calendar/define-calendar";
import type { HoursDefinition } from "../../calendar/definition/definition";
import type { WorkingCalendar } from "../../calendar/working-calendar";
import { DAY_MS } from "../../timeline/units";
import { lengths } from "../amounts";
import { anyWeekHours } from "../arbitraries/hours";
import { anyInstantsNear, anySpanNear } from "../arbitraries/instants";
import { anyTimeZone } from "../arbitraries/zones";
import { ask, type Iso, later } from "../ask";
import { calendarLaw } from "../calendar-law";
import { is, same } from "../claims";
import { type Span, wellWithin } from "../options";

/** Combinations are made anew for each example, and know some months around it. */
const NEARBY = { withinDays: 40 };

/** How far to look for the edges of the other calendar. */
const NEXT_MS = 2 * DAY_MS;

/** Laws of union, intersect and except, which are the laws of sets. */
export const combinationLaws = [
  calendarLaw(
    "set-algebra",
    "union is open while either is, intersect while both are, except while only the first is",
    (calendar, { forAll }, span) => {
      forAll(anyMeeting(calendar, ["at"], span), ({ other, at }) => {
        const second = defineCalendar(other);
        const [union, intersection, rest] = combined(calendar, second);
        const [[opening, closing] = [at, at]] = ask(second).periods(at, later(at, NEXT_MS));
        for (const edge of [at, opening, closing]) {
          const [inFirst, inSecond] = [calendar.isOpen(edge), second.isOpen(edge)];
          is(`union(other).isOpen(${edge})`, union.isOpen(edge), inFirst || inSecond);
          is(`intersect(other).isOpen(${edge})`, intersection.isOpen(edge), inFirst && inSecond);
          is(`except(other).isOpen(${edge})`, rest.isOpen(edge), inFirst && !inSecond);
        }
      });
    },
  ),

  calendarLaw(
    "inclusion-exclusion",
    "what two calendars have in common is counted once in their union, and not at all in their difference",
    (calendar, { forAll }, span) => {
      forAll(anyMeeting(calendar, ["a", "b"], span), ({ other, a, b }) => {
        const second = defineCalendar(other);
        const [union, intersection, rest] = combined(calendar, second);
        const [inOne, inOther] = [length(calendar, a, b), length(second, a, b)];
        const inBoth = length(intersection, a, b);
        same(
          lengths({
            "between(a, b) of the union and of the intersection": length(union, a, b) + inBoth,
            "of the one and of the other": inOne + inOther,
          }),
        );
        same(
          lengths({
            "between(a, b) of the difference and of the intersection": length(rest, a, b) + inBoth,
            "of the one": inOne,
          }),
        );
      });
    },
  ),

  calendarLaw(
    "itself-and-the-whole",
    "a calendar joined or met with itself is itself, and without itself it is empty; the calendar that never closes is the whole",
    (calendar, { forAll }, span) => {
      const [union, intersection, rest] = combined(calendar, calendar);
      const whole = alwaysOpen(calendar.timeZone);
      const [joined, met, without] = combined(calendar, whole);
      forAll(anySpanNear(calendar, { ...span, ...NEARBY }), ({ a, b }) => {
        same(
          lengths({
            "between(a, b)": length(calendar, a, b),
            "of its union with itself": length(union, a, b),
            "of its intersection with itself": length(intersection, a, b),
            "of its intersection with alwaysOpen": length(met, a, b),
          }),
        );
        same(
          lengths({
            nothing: 0,
            "between(a, b) of it without itself": length(rest, a, b),
            "between(a, b) of it without alwaysOpen": length(without, a, b),
          }),
        );
        same(
          lengths({
            "between(a, b) of its union with alwaysOpen": length(joined, a, b),
            "of alwaysOpen": length(whole, a, b),
          }),
        );
      });
    },
  ),
] as const;

/** Another calendar, with any week in any zone, and instants near the edges of the first. */
function anyMeeting<const K extends string>(
  calendar: WorkingCalendar,
  names: readonly K[],
  span: Span,
): fc.Arbitrary<Readonly<Record<K, Iso>> & { readonly other: HoursDefinition }> {
  const hours = fc.record(
    { id: fc.constant("other"), timeZone: anyTimeZone(), hours: anyWeekHours() },
    { noNullPrototype: true },
  );
  const instants = anyInstantsNear(calendar, names, { ...wellWithin(calendar, span), ...NEARBY });
  return fc.tuple(hours, instants).map(([other, instants]) => ({ other, ...instants }));
}

type Three = readonly [WorkingCalendar, WorkingCalendar, WorkingCalendar];

function combined(one: WorkingCalendar, other: WorkingCalendar): Three {
  return [one.union(other), one.intersect(other), one.except(other)];
}

function length(calendar: WorkingCalendar, a: Iso, b: Iso): number {
  return calendar.between(a, b).toMillis();
}
