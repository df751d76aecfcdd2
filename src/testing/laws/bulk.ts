import fc from "fast-check";
import type { WorkingCalendar } from "../../calendar/working-calendar";
import { anySpanNear } from "../arbitraries/instants";
import { ask, type Iso } from "../ask";
import { calendarLaw } from "../calendar-law";
import { is } from "../claims";
import type { Span } from "../options";

/** Laws of questions asked in bulk. */
export const bulkLaws = [
  calendarLaw(
    "bulk-between",
    "betweenMany gives what between gives, pair by pair",
    (calendar, forAll, span) => {
      const { timeline } = calendar;
      const { between } = ask(calendar);
      forAll(anySpans(calendar, span), ({ spans }) => {
        const { starts, ends } = columnsOf(spans);
        const worked = spans.map(({ a, b }) => between(a, b));
        const back = spans.map(({ a, b }) => between(b, a));
        is("betweenMany of the spans", [...timeline.betweenMany(starts, ends)], worked);
        is("betweenMany of them backwards", [...timeline.betweenMany(ends, starts)], back);
      });
    },
  ),

  calendarLaw(
    "bulk-add",
    "addMany gives what add gives, start by start, with one amount for all or one for each",
    (calendar, forAll, span) => {
      const { timeline } = calendar;
      const { between, add } = ask(calendar);
      forAll(anySpans(calendar, span), ({ spans }) => {
        const { starts } = columnsOf(spans);
        const amounts = spans.map(({ a, b }) => between(a, b));
        const least = Math.min(...amounts);
        const added = spans.map(({ a }, i) => Date.parse(add(a, amounts[i] ?? least)));
        const addedLeast = spans.map(({ a }) => Date.parse(add(a, least)));
        const each = timeline.addMany(starts, Float64Array.from(amounts));
        is("addMany of the starts, with the amount of each", [...each], added);
        is(
          "addMany of the starts, with the least",
          [...timeline.addMany(starts, least)],
          addedLeast,
        );
      });
    },
  ),
] as const;

interface Spans {
  readonly spans: readonly Readonly<Record<"a" | "b", Iso>>[];
}

function anySpans(calendar: WorkingCalendar, span: Span): fc.Arbitrary<Spans> {
  const spans = fc.array(anySpanNear(calendar, span), { minLength: 1, maxLength: 6 });
  return fc.record({ spans });
}

function columnsOf(spans: Spans["spans"]) {
  return {
    starts: Float64Array.from(spans, ({ a }) => Date.parse(a)),
    ends: Float64Array.from(spans, ({ b }) => Date.parse(b)),
  };
}
