import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CoreHoursError,
  defineSla,
  explain,
  type HistoryEvent,
  SERVICES,
  type Sla,
  type SlaReading,
  type Target,
} from "../../src/index";

/** What an explanation says of clauses, choices and agreed dates, without the ticket's own numbers. */
const basisOf = (reading: SlaReading) =>
  explain(reading)
    .split("\n")
    .filter((line) => /^(?:[A-Z]{2}-\w+, |read as|chosen: |agreed on )/.test(line))
    .join("\n");

const verdictOf = ({ status, dueAt, breachedAt, stoppedAt, elapsed }: SlaReading) =>
  JSON.stringify([status, dueAt, breachedAt, stoppedAt, elapsed]);

const START = Date.parse("2026-12-21T08:00:00Z");
const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

/** Histories over Christmas in some states: an event up to two days after the one before. */
function histories(states: readonly string[], severities: readonly string[]) {
  const event = fc.record({
    // Two openings and closings among them, so some events fall exactly on one.
    after: fc.oneof(fc.constantFrom(0, 60, 120, 600, 720, 840), fc.nat({ max: 2 * DAY_MINUTES })),
    state: fc.constantFrom(...states),
    severity: severities.length > 0 ? fc.option(fc.constantFrom(...severities)) : fc.constant(null),
    dueIn: fc.option(fc.integer({ min: -DAY_MINUTES, max: 7 * DAY_MINUTES }), { freq: 6 }),
  });
  return fc.array(event, { minLength: 1, maxLength: 7 }).map((events) => {
    let at = START;
    return events.map(({ after, state, severity, dueIn }): HistoryEvent => {
      at += after * MINUTE;
      return {
        at,
        state,
        ...(severity === null ? {} : { severity }),
        ...(dueIn === null ? {} : { dueAt: at + dueIn * MINUTE }),
      };
    });
  });
}

/** Some choices, and the same with another value of one of them. */
function pairs(
  values: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<readonly [object, object]> {
  const all = Object.entries(values);
  const some = Object.fromEntries(all.map(([name, each]) => [name, fc.constantFrom(...each)]));
  const changed = fc
    .constantFrom(...all)
    .chain(([name, each]) => fc.constantFrom(...each).map((value) => ({ [name]: value })));
  return fc
    .tuple(fc.record(some, { requiredKeys: [] }), changed)
    .map(([one, change]) => [one, { ...one, ...change }]);
}

/** A reading; null if the policy cannot judge the ticket. */
function readingOf(track: () => SlaReading): SlaReading | null {
  try {
    return track();
  } catch (error) {
    if (error instanceof CoreHoursError) return null;
    throw error;
  }
}

/** Counts the pairs that were compared, so a property that compares nothing is not taken for a proof. */
function differIfVerdictsDo(a: SlaReading | null, b: SlaReading | null): number {
  if (!a || !b || verdictOf(a) === verdictOf(b)) return 0;
  expect(basisOf(a), verdictOf(a)).not.toBe(basisOf(b));
  return 1;
}

describe.each(SERVICES)(
  "$id: two readings of one ticket with two verdicts",
  ({ define, example }) => {
    const options = Object.entries(define(example).toJSON().options ?? {});
    const chosen = pairs(
      Object.fromEntries(options.map(([name, { values }]) => [name, Object.keys(values)])),
    );
    const policies = new Map<string, Sla | null>();
    const policyOf = (choices: object): Sla | null => {
      const key = JSON.stringify(choices);
      let sla = policies.get(key);
      if (sla === undefined) {
        try {
          sla = define({ ...example, ...choices });
        } catch (error) {
          // The example's fix times are hours and days, of which none can be carried over.
          if (!(error instanceof CoreHoursError)) throw error;
          sla = null;
        }
        policies.set(key, sla);
      }
      return sla;
    };

    it.each(Object.keys(define(example).targets))("of %s are never explained alike", (name) => {
      const target = define(example).targets[name] as Target; // It has been asked for its names.
      const { runs, pauses = [], stops, cancels = [] } = target.definition;
      const others = ["awaiting-user-info", "awaiting-information", "replied", "response-provided"];
      const states = [...runs, ...runs, ...pauses, ...stops, ...cancels, ...others].filter(
        (state) => target.states.has(state),
      );
      const severities = [...(target.severities ?? []), ...(name === "fix" ? ["1", "2"] : [])];
      fc.assert(
        fc.property(histories(states, severities), chosen, (events, both) => {
          const asOf = START + 12 * DAY_MINUTES * MINUTE;
          const [a, b] = both.map((choices) => {
            const asked = policyOf(choices)?.targets[name];
            return asked ? readingOf(() => asked.track(events, { asOf })) : null;
          });
          differIfVerdictsDo(a ?? null, b ?? null);
        }),
        { numRuns: 60 },
      );
    });
  },
);

describe("two choices of a call with two verdicts", () => {
  it("at the due instant are explained in two ways, if the clock pauses there", () => {
    // One working day from Monday at 08:00 is due on Tuesday at 08:00, when the ticket is put on hold.
    const history = [
      { at: "2026-12-21T08:00:00Z", state: "open", severity: "1" },
      { at: "2026-12-22T08:00:00Z", state: "waiting" },
    ];
    const [met, breached] = (["met", "breached"] as const).map((atDue) =>
      sla.targets.days.track(history, { asOf: "2026-12-22T09:00Z", due: "same-time", atDue }),
    );
    expect([met?.breached, breached?.breached]).toEqual([false, true]);
    expect(differIfVerdictsDo(met ?? null, breached ?? null)).toBe(1);
  });

  const week = { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } };
  const states = { runs: ["open"], pauses: ["waiting"], stops: ["done"], cancels: ["void"] };
  const sla = defineSla({
    id: "desk",
    calendars: { office: { ...week, bankHolidays: "england-and-wales" } },
    severities: ["1", "2"],
    targets: {
      time: {
        ...states,
        allowance: {
          "1": { hours: 4, calendar: "office" },
          "2": { hours: 16, calendar: "office" },
        },
        reopenWithin: { hours: 8, calendar: "office" },
      },
      days: {
        ...states,
        allowance: {
          "1": { workingDays: 1, calendar: "office" },
          "2": { workingDays: 3, calendar: "office" },
        },
        pauseLimit: { workingDays: 1, calendar: "office" },
      },
    },
  });
  const { due, ...named } = {
    atDue: ["met", "breached"],
    onSeverityChange: ["carry-elapsed", "retroactive", "restart"],
    onReopen: ["resume", "continue", "restart", "new-cycle", "first-only"],
    onLateReopen: ["go-on", "new-cycle", "ignore"],
    onceBreached: ["rejudge", "keep"],
    agreedDates: ["replaces", "earlier", "later", "ignore"],
    cutoff: ["12:00", "16:00"],
    due: ["end-of-day", "close", "same-time"],
  };
  const ofTime = { ...named, tie: ["close", "next-open"] };
  const ofDays = { ...named, due, dayPauses: ["day-ends", "push"] };

  it.each([
    ["time", ofTime],
    ["days", ofDays],
  ] as const)("of %s are never explained alike", (name, choices) => {
    const words = ["open", "open", "waiting", "done", "done", "void"];
    const history = histories(words, ["1", "2"]);
    let compared = 0;
    fc.assert(
      fc.property(history, pairs(choices), (events, both) => {
        const asOf = START + 12 * DAY_MINUTES * MINUTE;
        const [a, b] = both.map((made) =>
          readingOf(() => sla.targets[name].track(events, { asOf, ...made })),
        );
        compared += differIfVerdictsDo(a ?? null, b ?? null);
      }),
      { numRuns: 1_000 },
    );
    expect(compared).toBeGreaterThan(20);
  });
});
