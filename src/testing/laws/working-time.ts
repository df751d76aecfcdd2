import { lengths } from "../amounts";
import { anyInstantsNear, anySpanNear } from "../arbitraries/instants";
import { ask, later, wallMs } from "../ask";
import { calendarLaw } from "../calendar-law";
import { inOrder, same } from "../claims";

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
    "whoever starts later, or has more to do, is never done earlier",
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
      });
    },
  ),

  calendarLaw(
    "tie",
    'with tie: "next-open" an amount that runs out at a closing is due at the next opening, any other as ever',
    (calendar, { forAll }, span) => {
      const { between, add, nextOpen } = ask(calendar);
      forAll(anySpanNear(calendar, span), ({ a, b }) => {
        const amount = between(a, b);
        if (amount === 0) {
          same({ a, "add(a, 0)": add(a, 0, "next-open") });
          return;
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
