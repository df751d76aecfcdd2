import fc from "fast-check";
import { describe, it } from "vitest";
import { historyColumns } from "../../src/index";
import { holds, holdsLater, outcome, outcomeOf } from "./doors";
import { anything, type Gift, isThenable } from "./hostile";
import {
  available,
  calendarNamed,
  calendarNames,
  call,
  callOn,
  DESK,
  firstOf,
  firstOfStream,
  targetNamed,
  targetNames,
} from "./loosely";

const NOON = "2026-11-20T12:00:00Z";
const office = calendarNamed("office");
const two = fc.tuple(anything, anything);

describe("anything at all, in any place of", () => {
  it("a calendar", () => {
    holds(fc.tuple(calendarNames, two), ([name, [a, b]]) => {
      const calendar = calendarNamed(name);
      for (const combine of ["union", "intersect", "except"]) {
        outcome(() => callOn(calendar, combine, a.make(), b.make()));
        outcome(() => callOn(calendar, combine, office, a.make()));
        outcome(() => callOn(calendar, combine, office, { id: a.make(), title: b.make() }));
      }
      outcome(() => callOn(calendar, "add", a.make(), b.make(), a.make()));
      outcome(() => callOn(calendar, "between", a.make(), b.make()));
    });
  });

  it("a question about one ticket", () => {
    holds(fc.tuple(targetNames, two), ([name, [a, b]]) => {
      const target = targetNamed(name);
      const asOf = NOON;
      const event = { at: 0, state: "open", severity: "1" };
      outcome(() => callOn(target, "due", NOON, a.make()));
      outcome(() => callOn(target, "due", NOON, { severity: a.make(), due: b.make() }));
      outcome(() => callOn(target, "due", NOON, { tie: a.make(), cutoff: b.make() }));
      outcome(() => callOn(target, "track", a.make(), { asOf }));
      outcome(() => callOn(target, "track", [a.make(), b.make()], { asOf }));
      outcome(() => callOn(target, "track", [event], a.make()));
      outcome(() => callOn(target, "track", [event], { asOf, onReopen: a.make() }));
      const odd = { ...event, state: a.make(), severity: b.make() };
      outcome(() => callOn(target, "track", [odd], { asOf, ticket: a.make() }));
      outcome(() => callOn(target, "follow", a.make()));
      outcome(() => callOn(target, "follow", { from: a.make(), ticket: b.make() }));
    });
  });

  it("a question about many", () => {
    holds(fc.tuple(targetNames, two), ([name, [a, b]]) => {
      const target = targetNamed(name);
      const asOf = NOON;
      const odd = { ticket: "T", events: b.make() };
      outcome(() => firstOf(callOn(target, "trackMany", a.make(), { asOf })));
      outcome(() => firstOf(callOn(target, "trackMany", [a.make(), odd], { asOf })));
      outcome(() => firstOf(callOn(target, "trackMany", [odd], b.make())));
      for (const columns of oddColumns(a, b)) {
        outcome(() => callOn(target, "trackMany", columns, { asOf }));
      }
      outcome(() => call(historyColumns, a.make()));
      outcome(() => call(historyColumns, [odd, a.make()]));
    });
  });

  it("a stream", async () => {
    await holdsLater(fc.tuple(targetNames, two), async ([name, [a, b]]) => {
      const target = targetNamed(name);
      const asOf = NOON;
      const events = [a.make(), { ticket: "T", at: 0, state: b.make() }];
      if (events.some(isThenable)) return; // The items of a list are awaited, as they should be.
      for (const [log, options] of [
        [a.make(), { asOf }],
        [events, { asOf }],
        [[], b.make()],
        [[], { asOf, closedBy: b.make() }],
      ]) {
        await outcomeOf(async () => firstOfStream(callOn(target, "trackStream", log, options)));
      }
    });
  });

  it("another part of a policy", () => {
    const { chase } = DESK.milestones;
    const { complain } = DESK.windows;
    const { update, report } = DESK.recurrences;
    const { escalate } = DESK.eligibility;
    holds(two, ([a, b]) => {
      outcome(() => call(chase, NOON, a.make()));
      outcome(() => call(complain, a.make(), b.make()));
      outcome(() => call(complain, NOON, a.make()));
      outcome(() => call(update, NOON, a.make()));
      outcome(() => call(report, NOON, { asOf: NOON, done: a.make(), until: b.make() }));
      outcome(() => call(DESK.availability.service, a.make()));
      outcome(() => available({ month: a.make(), outages: [] }));
      outcome(() => available({ outages: a.make(), maintenance: b.make() }));
      outcome(() => available({ outages: [a.make()], test: b.make() }));
      outcome(() => call(escalate, a.make()));
      outcome(() => call(escalate, { facts: a.make(), parameters: b.make() }));
      outcome(() => call(escalate, { facts: { said: a.make() }, severity: b.make() }));
    });
  });
});

/** Columns, one of which is not what it should be. */
function* oddColumns(a: Gift, b: Gift): Generator<object> {
  const events = [{ at: 0, state: "open", severity: "1" }];
  const columns = historyColumns([{ ticket: "T", events }]);
  for (const name of Object.keys(columns)) {
    yield { ...columns, [name]: a.make() };
    yield { ...columns, [name]: [b.make(), a.make()] };
  }
}
