import { isoOf } from "../../timeline/errors";
import { lengths } from "../amounts";
import { found } from "../arbitraries/edges";
import { anyInstantsNear, anySpanNear } from "../arbitraries/instants";
import { ask, type Iso, later, wallMs } from "../ask";
import { calendarLaw } from "../calendar-law";
import { inOrder, same } from "../claims";

/** More working days than the laws of definitions count. */
const MANY_DAYS = 100;

/** Laws of measuring, adding and subtracting working time. */
export const workingTimeLaws = [
  calendarLaw(
    "additivity",
    "working time adds up: a to b and b to c make a to c, and back from c to a is its negative",
    (calendar, { forAll }, span) => {
      const { between } = ask(calendar);
      const three = anyInstantsNear(calendar, ["a", "b", "c"], { ...span, sorted: true });
      forAll(three, ({ a, b, c }) => {
        same(
          lengths({
            "between(a, c)": between(a, c),
            "between(a, b) + between(b, c)": between(a, b) + between(b, c),
            "0 - between(c, a)": 0 - between(c, a),
          }),
        );
      });
    },
  ),

  // It follows from additivity and time-as-defined, and stays since it says shortly what is wrong.
  calendarLaw(
    "wall-clock",
    "working time is never negative, and never more than the time on the wall",
    (calendar, { forAll }, span) => {
      const { between } = ask(calendar);
      forAll(anySpanNear(calendar, span), ({ a, b }) => {
        inOrder(
          lengths({ nothing: 0, "between(a, b)": between(a, b), "from a to b": wallMs(a, b) }),
        );
      });
    },
  ),

  calendarLaw(
    "add-inverse",
    "what is worked from a to add(a, amount) is the amount",
    (calendar, { forAll }, span) => {
      const { between, add } = ask(calendar);
      forAll(anySpanNear(calendar, span), ({ a, b }) => {
        const amount = between(a, b);
        same(lengths({ amount, "between(a, add(a, amount))": between(a, add(a, amount)) }));
      });
    },
  ),

  calendarLaw(
    "add-least",
    "add gives the earliest instant by which the amount has been worked, and the start itself for none",
    (calendar, { forAll }, span) => {
      const { between, add } = ask(calendar);
      forAll(anySpanNear(calendar, span), ({ a, b }) => {
        const amount = between(a, b);
        const due = add(a, amount);
        inOrder({ a, "add(a, amount)": due });
        if (amount === 0) same({ a, "add(a, 0)": due });
        else
          inOrder(
            lengths({ "between(a, due - 1 ms) + 1 ms": between(a, later(due, -1)) + 1, amount }),
          );
      });
    },
  ),

  calendarLaw(
    "subtract-latest",
    "subtract mirrors add: it gives the latest instant since which exactly the amount has been worked",
    (calendar, { forAll }, span) => {
      const { between, subtract, add } = ask(calendar);
      forAll(anySpanNear(calendar, span), ({ a, b }) => {
        const amount = between(a, b);
        const since = subtract(b, amount);
        same(lengths({ amount, "between(since, b)": between(since, b) }));
        same({ "subtract(b, amount)": since, "add(b, -amount)": add(b, -amount) });
        if (amount === 0) same({ b, "subtract(b, 0)": since });
        else
          inOrder(
            lengths({ "between(since + 1 ms, b) + 1 ms": between(later(since, 1), b) + 1, amount }),
          );
      });
    },
  ),

  calendarLaw(
    "monotony",
    "whoever starts later, or has more to do, in hours or in working days, is never done earlier",
    (calendar, { forAll }, span) => {
      const { between, add, subtract } = ask(calendar);
      const three = anyInstantsNear(calendar, ["a", "b", "c"], { ...span, sorted: true });
      forAll(three, ({ a, b, c }) => {
        inOrder(lengths({ "between(a, b)": between(a, b), "between(a, c)": between(a, c) }));
        const [more, back] = [between(b, c), between(a, b)];
        const half = Math.floor(more / 2);
        inOrder({ "add(a, more)": add(a, more), "add(b, more)": add(b, more) });
        inOrder({ "add(b, half)": add(b, half), "add(b, more)": add(b, more) });
        inOrder({ "subtract(b, back)": subtract(b, back), "subtract(c, back)": subtract(c, back) });
        for (const due of ["end-of-day", "close"] as const) {
          for (const n of [1, MANY_DAYS]) {
            const days = (at: Iso, n: number) =>
              found(() => isoOf(calendar.addWorkingDays(at, n, { due }).toMillis()));
            const [first, second, third] = [days(a, n), days(b, n), days(b, n + 1)];
            if (first === undefined || second === undefined || third === undefined) continue;
            inOrder({
              "addWorkingDays(a, n)": first,
              "addWorkingDays(b, n)": second,
              "addWorkingDays(b, n + 1)": third,
            });
          }
        }
      });
    },
  ),

  calendarLaw(
    "tie",
    'with tie: "next-open" an amount that runs out at a closing is due at the next opening, with "previous-close" one that runs out backwards at an opening begins at the closing before it, any other as ever',
    (calendar, { forAll }, span) => {
      const { isOpen, between, add, subtract, nextOpen, previousClose, start } = ask(calendar);
      forAll(anySpanNear(calendar, span), ({ a, b }) => {
        const amount = between(a, b);
        if (amount === 0) {
          same({ a, "add(a, 0)": add(a, 0, "next-open") });
          same({ b, "subtract(b, 0)": subtract(b, 0, "previous-close") });
          return;
        }
        const since = subtract(b, amount);
        const isInside = since > start && isOpen(later(since, -1));
        const before = isInside ? since : previousClose(since);
        if (before !== null) {
          same({
            "previousClose(subtract(b, amount)), or within a period itself": before,
            'subtract(b, amount, { tie: "previous-close" })': subtract(b, amount, "previous-close"),
          });
        }
        const opening = nextOpen(add(a, amount));
        if (opening === null) return; // The coverage ends before it.
        same({
          "nextOpen(add(a, amount))": opening,
          'add(a, amount, { tie: "next-open" })': add(a, amount, "next-open"),
        });
      });
    },
  ),
] as const;
