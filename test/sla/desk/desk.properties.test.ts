import fc from "fast-check";
import { expect, it } from "vitest";
import {
  CoreHoursError,
  type DeskClockState,
  type DeskResult,
  defineDesk,
  defineSla,
  type HistoryEvent,
  type PolicyDefinition,
} from "../../../src/index";
import { always, office } from "../../reference/desk";
import { RUNS } from "../../reference/histories";

/** A policy with states of its own, so the wrong policy refuses a ticket that the right one takes. */
const policyOf = (id: string, hours: number, extra: string): PolicyDefinition => ({
  id,
  calendars: { office, always },
  targets: {
    fix: {
      allowance: { hours, calendar: "office" },
      runs: ["open"],
      pauses: [extra],
      stops: ["done"],
    },
    reply: { allowance: { hours: 1, calendar: "always" }, runs: ["open"], stops: [extra, "done"] },
  },
});
const START = Date.parse("2026-11-16T06:00:00Z");
const DAY = 86_400_000;
const a = policyOf("a", 2, "parts");
const b = policyOf("b", 5, "visit");
const c = policyOf("c", 9, "parts");
const definition = {
  policies: [
    { when: { customer: ["A"] }, policy: a },
    { when: { customer: ["B"] }, until: "2026-11-17", policy: b },
    { when: { customer: ["B", "C"] }, policy: c },
  ],
} as const;
const desk = defineDesk(definition);
const slas = { a: defineSla(a), b: defineSla(b), c: defineSla(c) };

const event = fc.record(
  {
    at: fc.nat({ max: 12 }).map((step) => START + (step * DAY) / 4),
    state: fc.constantFrom("open", "parts", "visit", "done", "open", "done"),
    fields: fc.record({ customer: fc.constantFrom("A", "B", "C", null) }),
  },
  { requiredKeys: ["at"] },
);
const history: fc.Arbitrary<readonly HistoryEvent[]> = fc.array(event, { maxLength: 8 });

/** The policy of a ticket, the slow way: its last customer by then, and the date of its first event. */
function slowPolicy(events: readonly HistoryEvent[], asOfMs: number): "a" | "b" | "c" | null {
  const inOrder = [...events].sort((x, y) => Number(x.at) - Number(y.at));
  const [first] = inOrder;
  const known = inOrder.filter(({ at }) => Number(at) <= asOfMs || at === first?.at);
  const told = known.flatMap(({ fields }) => (fields ? [fields["customer"]] : []));
  const customer = told.at(-1);
  if (customer === "A") return "a";
  if (customer === "B") return Number(first?.at) < Date.parse("2026-11-18") ? "b" : "c";
  return customer === "C" ? "c" : null;
}

const codeOf = (act: () => unknown): unknown => {
  try {
    return JSON.parse(JSON.stringify(act()));
  } catch (error) {
    if (error instanceof CoreHoursError) return error.code;
    throw error;
  }
};
const plain = ({ error, ...rest }: DeskResult) => JSON.stringify({ ...rest, error: error?.code });

it("every form of a desk says what the ticket's own policy says", async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.nat({ max: 14 }), async (events, step) => {
      const asOf = START + (step * DAY) / 4;
      const id = slowPolicy(events, asOf);
      const expected =
        id === null ? "policy-unmatched" : codeOf(() => slas[id].track(events, { asOf }));
      expect(codeOf(() => desk.track(events, { asOf }))).toEqual(expected);

      const rows = [...desk.trackMany([{ ticket: "T", events }], { asOf })];
      expect(rows.map(({ policy }) => policy)).toEqual(id === null ? [null] : [id, id]);
      const inOrder = [...events].sort((x, y) => Number(x.at) - Number(y.at));
      const streamed: string[] = [];
      const stream = inOrder.map((each) => ({ ticket: "T", ...each }));
      for await (const row of desk.trackStream(stream, { asOf })) streamed.push(plain(row));
      // A stream without events has no tickets.
      if (events.length > 0) expect(streamed).toEqual(rows.map(plain));
    }),
    { numRuns: RUNS * 3 },
  );
});

it("a desk's clock that keeps its working, saved at every event, says so too", () => {
  fc.assert(
    fc.property(history, (events) => {
      let from: DeskClockState | undefined;
      const taken: HistoryEvent[] = [];
      for (const each of [...events].sort((x, y) => Number(x.at) - Number(y.at))) {
        const clock = desk.follow({ keepWorking: true, from });
        const tracked = codeOf(() => desk.track([...taken, each], { asOf: each.at }));
        // A policy that is not the ticket's yet does not refuse the event; the state may be another policy's.
        const refusal = codeOf(() => clock.take(each) ?? null);
        if (refusal === null) taken.push(each);
        else expect(tracked).toBe(refusal);
        if (refusal === null) expect(codeOf(() => clock.read(each.at))).toEqual(tracked);
        from = JSON.parse(JSON.stringify(clock.save()));
      }
    }),
    { numRuns: RUNS * 3 },
  );
});
