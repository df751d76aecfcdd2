import { Amount, lengths } from "../amounts";
import { anyInstantsNear, anySpanNear } from "../arbitraries/instants";
import { ask, type Iso, later, wallMs } from "../ask";
import { calendarLaw } from "../calendar-law";
import { inOrder, is, same } from "../claims";

/** Laws about openings, closings and the periods between them. */
export const openingLaws = [
  calendarLaw(
    "next-edges",
    "isOpen agrees with nextOpen and nextClose: a calendar is open from an opening until just before its closing",
    (calendar, { forAll }, span) => {
      const { isOpen, between, nextOpen, nextClose, end } = ask(calendar);
      forAll(anyInstantsNear(calendar, ["at"], span), ({ at }) => {
        const opening = nextOpen(at);
        same({ "isOpen(at)": isOpen(at), "nextOpen(at) is at": opening === at });
        if (opening === null) {
          is(
            "between(at, the end of the coverage), if it never opens",
            new Amount(between(at, end)),
            new Amount(0),
          );
          return;
        }
        inOrder({ at, "nextOpen(at)": opening });
        is("isOpen(nextOpen(at))", isOpen(opening), true);
        is("between(at, nextOpen(at))", new Amount(between(at, opening)), new Amount(0));
        const closing = nextClose(at);
        const until = closing ?? end; // It may still be open where the coverage ends.
        inOrder({ "nextOpen(at) + 1 ms": later(opening, 1), "nextClose(at)": until });
        same(
          lengths({
            "between(nextOpen(at), nextClose(at))": between(opening, until),
            "from nextOpen(at) to nextClose(at)": wallMs(opening, until),
          }),
        );
        if (closing !== null) is("isOpen(nextClose(at))", isOpen(closing), false);
      });
    },
  ),

  calendarLaw(
    "previous-edges",
    "isOpen agrees with previousOpen and previousClose: a calendar is as the later of the two left it",
    (calendar, { forAll }, span) => {
      const { isOpen, between, previousOpen, previousClose, start } = ask(calendar);
      forAll(anyInstantsNear(calendar, ["at"], span), ({ at }) => {
        const [opening, closing] = [previousOpen(at), previousClose(at)];
        if (opening !== null) {
          inOrder({ "previousOpen(at)": opening, at });
          is("isOpen(previousOpen(at))", isOpen(opening), true);
          const before = later(opening, -1);
          if (before >= start) is("isOpen(previousOpen(at) - 1 ms)", isOpen(before), false);
        }
        if (closing !== null) {
          inOrder({ "previousClose(at)": closing, at });
          is("isOpen(previousClose(at))", isOpen(closing), false);
          is("isOpen(previousClose(at) - 1 ms)", isOpen(later(closing, -1)), true);
        }
        const last = lastOf(opening, closing);
        if (last === null) return; // Neither lies within the coverage.
        const wasOpening = last === opening;
        same({ "isOpen(at)": isOpen(at), "previousOpen(at) is the later": wasOpening });
        same(
          lengths({
            "between(the later, at)": between(last, at),
            "the time since then, if it was an opening": wasOpening ? wallMs(last, at) : 0,
          }),
        );
      });
    },
  ),

  calendarLaw(
    "periods-tile",
    "periods tile the time between two instants: in order, apart, open throughout, and none left out",
    (calendar, { forAll }, span) => {
      const { isOpen, between, periods } = ask(calendar);
      forAll(anySpanNear(calendar, { ...span, withinDays: 40 }), ({ a, b }) => {
        let worked = 0;
        let earliest = a;
        for (const [opening, closing] of periods(a, b)) {
          inOrder({ "a, or after the last closing": earliest, opening });
          inOrder({ "opening + 1 ms": later(opening, 1), closing, b });
          is(`isOpen(${opening}), an opening`, isOpen(opening), true);
          if (closing < b) is(`isOpen(${closing}), a closing`, isOpen(closing), false);
          worked += wallMs(opening, closing);
          earliest = later(closing, 1); // Periods that touch would be one.
        }
        same(lengths({ "the periods together": worked, "between(a, b)": between(a, b) }));
        is("periods(b, a)", periods(b, a), []);
      });
    },
  ),
] as const;

function lastOf(opening: Iso | null, closing: Iso | null): Iso | null {
  if (opening === null || closing === null) return opening ?? closing;
  return opening > closing ? opening : closing;
}
