import fc from "fast-check";
import type { WorkingCalendar } from "../../calendar/working-calendar";
import { isoOf } from "../../timeline/errors";
import { Amount } from "../amounts";
import { anySpanNear } from "../arbitraries/instants";
import { ask, type Iso } from "../ask";
import { calendarLaw } from "../calendar-law";
import { is } from "../claims";
import type { Span } from "../options";

/** Laws about questions asked in bulk. */
export const bulkLaws = [
  calendarLaw(
    "bulk-between",
    "betweenMany gives what between gives, pair by pair",
    (calendar, { forAll }, span) => {
      const { timeline } = calendar;
      const { between } = ask(calendar);
      forAll(anySpans(calendar, span), ({ spans }) => {
        const { starts, ends } = columnsOf(spans);
        const worked = spans.map(({ a, b }) => between(a, b));
        const back = spans.map(({ a, b }) => between(b, a));
        is(
          "betweenMany of the spans",
          amounts(timeline.betweenMany(starts, ends)),
          amounts(worked),
        );
        is(
          "betweenMany of them backwards",
          amounts(timeline.betweenMany(ends, starts)),
          amounts(back),
        );
      });
    },
  ),

  calendarLaw(
    "bulk-add",
    "addMany gives what add gives, start by start, with one amount for all or one for each",
    (calendar, { forAll }, span) => {
      const { timeline } = calendar;
      const { between, add } = ask(calendar);
      forAll(anySpans(calendar, span), ({ spans }) => {
        const { starts } = columnsOf(spans);
        const worked = spans.map(({ a, b }) => between(a, b));
        const least = Math.min(...worked);
        const added = spans.map(({ a }, i) => add(a, worked[i] ?? least));
        const addedLeast = spans.map(({ a }) => add(a, least));
        const each = timeline.addMany(starts, Float64Array.from(worked));
        is("addMany of the starts, with the amount of each", instants(each), added);
        is(
          "addMany of the starts, with the least",
          instants(timeline.addMany(starts, least)),
          addedLeast,
        );
      });
    },
  ),
] as const;

const amounts = (column: ArrayLike<number>) => Array.from(column, (ms) => new Amount(ms));
const instants = (column: ArrayLike<number>) => Array.from(column, isoOf);

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
