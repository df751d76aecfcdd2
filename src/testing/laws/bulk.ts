import fc from "fast-check";
import type { WorkingCalendar } from "../../calendar/working-calendar";
import { isoOf } from "../../timeline/errors";
import { Amount } from "../amounts";
import { found } from "../arbitraries/edges";
import { anySpanNear } from "../arbitraries/instants";
import { ask, type Iso } from "../ask";
import { calendarLaw } from "../calendar-law";
import { is } from "../claims";
import type { Span } from "../options";

/** Laws about questions asked in numbers, one by one and in bulk. */
export const bulkLaws = [
  calendarLaw(
    "timeline",
    "the timeline answers in numbers what the calendar answers",
    (calendar, { forAll }, span) => {
      const { timeline } = calendar;
      const asked = ask(calendar);
      forAll(anySpanNear(calendar, { ...span, withinDays: 40 }), ({ a, b }) => {
        const [aMs, bMs] = [Date.parse(a), Date.parse(b)];
        const worked = asked.between(a, b);
        const at = (search: () => number) => {
          const ms = found(search);
          return ms === undefined ? null : isoOf(ms);
        };
        is("timeline.isOpen(a)", timeline.isOpen(aMs), asked.isOpen(a));
        is(
          "timeline.between(a, b)",
          new Amount(timeline.between(aMs, bMs)),
          new Amount(asked.between(a, b)),
        );
        is(
          "timeline.between(b, a)",
          new Amount(timeline.between(bMs, aMs)),
          new Amount(asked.between(b, a)),
        );
        const searches: Readonly<Record<string, readonly [() => number, () => Iso | null]>> = {
          "timeline.add(a, amount)": [() => timeline.add(aMs, worked), () => asked.add(a, worked)],
          'timeline.add(a, amount, "next-open")': [
            () => timeline.add(aMs, worked, "next-open"),
            () => asked.add(a, worked, "next-open"),
          ],
          "timeline.subtract(b, amount)": [
            () => timeline.subtract(bMs, worked),
            () => asked.subtract(b, worked),
          ],
          'timeline.subtract(b, amount, "previous-close")': [
            () => timeline.subtract(bMs, worked, "previous-close"),
            () => asked.subtract(b, worked, "previous-close"),
          ],
          "timeline.nextOpen(a)": [() => timeline.nextOpen(aMs), () => asked.nextOpen(a)],
          "timeline.nextClose(a)": [() => timeline.nextClose(aMs), () => asked.nextClose(a)],
          "timeline.previousOpen(a)": [
            () => timeline.previousOpen(aMs),
            () => asked.previousOpen(a),
          ],
          "timeline.previousClose(a)": [
            () => timeline.previousClose(aMs),
            () => asked.previousClose(a),
          ],
        };
        for (const [question, [search, expected]] of Object.entries(searches)) {
          is(question, at(search), found(expected) ?? null);
        }
        is(
          "timeline.periods(a, b)",
          Array.from(timeline.periods(aMs, bMs), ({ openMs, closeMs }) => [
            isoOf(openMs),
            isoOf(closeMs),
          ]),
          asked.periods(a, b),
        );
      });
    },
  ),

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
        const column = new Float64Array(starts.length);
        timeline.betweenMany(starts, ends, column);
        is("betweenMany of the spans, in a given column", amounts(column), amounts(worked));
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
        const column = new Float64Array(starts.length);
        timeline.addMany(starts, least, column);
        is("addMany of the starts, in a given column", instants(column), addedLeast);
        const onward = found(() =>
          spans.map(({ a }, i) => add(a, worked[i] ?? least, "next-open")),
        );
        if (onward === undefined) return; // The coverage ends before an opening.
        is(
          'addMany of the starts, with the tie "next-open"',
          instants(timeline.addMany(starts, Float64Array.from(worked), column, "next-open")),
          onward,
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
