import fc from "fast-check";
import type { Obligation } from "../../sla/obligations/obligations";
import type { SlaReading } from "../../sla/reading/by-status";
import type { Sla } from "../../sla/sla";
import type { Target } from "../../sla/target/target";
import { DAY_MS, HOUR_MS } from "../../timeline/units";
import { dueOptionsOf } from "../arbitraries/asked-target";
import type { ExampleEvent, ExampleTicket } from "../arbitraries/tickets";
import { later } from "../ask";
import { alike, amountOf, inOrder, same } from "../claims";
import { read, slaLaw } from "../sla-law";

/** Laws about what a reading depends on: the history up to its instant, and nothing else. */
export const historyLaws = [
  slaLaw(
    "event-order",
    "the order in which events are given does not matter if no two are of one instant, for readings or for obligations",
    ({ sla, target, tickets, forAll }) => {
      const order = fc.array(fc.nat({ max: 9 }), { maxLength: 8 });
      forAll(fc.record({ ticket: tickets, order }), ({ ticket, order }) => {
        const distinct = withoutTwins(ticket);
        const shuffled = { ...distinct, events: shuffle(distinct.events, order) };
        alike({ "in order": read(target, distinct), "in another order": read(target, shuffled) });
        sameObligations({
          "obliged, in order": obligationsOf(sla, target, distinct),
          "obliged, in another order": obligationsOf(sla, target, shuffled),
        });
      });
    },
  ),

  slaLaw(
    "one-instant",
    "one instant is one change: what is given in a row for each, in either order, is the same as in one row",
    ({ target, tickets, forAll }) => {
      forAll(tickets, (ticket) => {
        const { events } = withoutTwins(ticket);
        const rows = events.map(rowsOf);
        alike({
          "in one row": tidy(read(target, { ...ticket, events })),
          "in a row for each": tidy(read(target, { ...ticket, events: rows.flat() })),
          "in a row for each, the last first": tidy(
            read(target, { ...ticket, events: rows.flatMap((row) => [...row].reverse()) }),
          ),
        });
      });
    },
  ),

  slaLaw(
    "later-events",
    "what comes after asOf has not happened yet, for readings or for obligations",
    ({ sla, target, tickets, forAll }) => {
      forAll(tickets, (ticket) => {
        const happened = upToAsOf(ticket);
        alike({
          "with all events": read(target, ticket),
          "with those until asOf": read(target, happened),
        });
        sameObligations({
          "obliged, with all events": obligationsOf(sla, target, ticket),
          "obliged, with those until asOf": obligationsOf(sla, target, happened),
        });
      });
    },
  ),

  slaLaw(
    "time-passes",
    "as time passes and nothing happens, elapsed never falls, and what was read about the past stays",
    ({ target, tickets, forAll }) => {
      const laterMs = fc.oneof(
        { withCrossShrink: true },
        fc.constantFrom(1, HOUR_MS, DAY_MS, 7 * DAY_MS),
        fc.integer({ min: 0, max: 7 * DAY_MS }),
      );
      forAll(fc.record({ ticket: tickets, laterMs }), ({ ticket, laterMs }) => {
        const happened = upToAsOf(ticket);
        const before = read(target, happened);
        const after = read(target, { ...happened, asOf: later(ticket.asOf, laterMs) });
        inOrder({
          "elapsed at asOf": amountOf(before.elapsed),
          "elapsed later": amountOf(after.elapsed),
        });
        inOrder({
          "pausedFor at asOf": amountOf(before.pausedFor),
          "pausedFor later": amountOf(after.pausedFor),
        });
        const { startedAt, originalDueAt, breachedAt, stoppedAt } = before;
        if (startedAt) same({ startedAt, "startedAt, told later": after.startedAt });
        if (startedAt) same({ originalDueAt, "originalDueAt, told later": after.originalDueAt });
        if (breachedAt) same({ breachedAt, "breachedAt, told later": after.breachedAt });
        same({ stoppedAt, "stoppedAt, told later": after.stoppedAt });
      });
    },
  ),

  slaLaw(
    "due",
    "due is the original due instant of a ticket that starts then",
    ({ sla, target, instants, forAll }) => {
      const known = startOf(sla, target);
      const options = dueOptionsOf(target);
      if (options.length === 0) return; // Nothing is promised but agreed dates.
      const start = fc.record({ startedAt: instants, given: fc.constantFrom(...options) });
      forAll(start, ({ startedAt, given }) => {
        const event = { at: startedAt, ...known, ...given };
        const reading = read(target, { events: [event], asOf: startedAt });
        const { originalDueAt, status } = reading;
        // Its fields may name another state first, or another target.
        if (known.fields && (reading.startedAt === null || status === "not-applicable")) return;
        same({ "due(startedAt)": target.due(startedAt, given), originalDueAt });
      });
    },
  ),
] as const;

/** The obligations of a ticket under a target, and under all that its policy has beside targets. */
function obligationsOf(sla: Sla, { id }: Target, { events, asOf }: ExampleTicket) {
  return sla.obligations(events, { asOf, targets: [id], every: true });
}

/** Claims that lists of obligations are the same. @throws with the first in which they differ. */
function sameObligations(lists: Readonly<Record<string, readonly Obligation[]>>): void {
  const all = Object.values(lists);
  const longest = Math.max(...all.map(({ length }) => length));
  for (let place = 0; place < longest; place++) {
    const here = Object.entries(lists).map(([name, list]) => [name, list[place] ?? "none"]);
    same(Object.fromEntries(here));
  }
}

/** What starts the clock of a target: a state in which it runs, or fields that name it. */
function startOf(sla: Sla, { definition }: Target): Omit<ExampleEvent, "at"> {
  const { derive } = sla.toJSON();
  const state = definition.runs[0] as string; // Every target has a state in which it runs.
  if (!derive && !definition.when) return { state };
  const row = derive?.find((each) => definition.runs.includes(each.state));
  const asked = Object.entries({ state: [state], ...definition.when, ...row?.when });
  return { state, fields: Object.fromEntries(asked.map(([name, [value = ""]]) => [name, value])) };
}

/** An event as an audit log writes it: a row for each thing that it gives. */
function rowsOf({
  at,
  state,
  severity,
  dueAt,
  fields = {},
}: ExampleEvent): readonly ExampleEvent[] {
  return [
    ...(severity === undefined ? [] : [{ at, severity }]),
    ...(dueAt === undefined ? [] : [{ at, dueAt }]),
    ...Object.entries(fields).map(([name, value]) => ({ at, fields: { [name]: value } })),
    ...(state === undefined ? [] : [{ at, state }]),
  ];
}

/** A reading with the fields of its segments in the order of their names. */
function tidy({ segments, ...reading }: SlaReading): object {
  const inOrder = (fields: SlaReading["segments"][number]["fields"]) =>
    Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    ...reading,
    segments: segments.map(({ fields, ...segment }) => ({ ...segment, fields: inOrder(fields) })),
  };
}

/** The first event of each instant. */
function withoutTwins({ events, asOf }: ExampleTicket): ExampleTicket {
  const isFirst = ({ at }: { readonly at: string }, i: number) =>
    events.findIndex((event) => event.at === at) === i;
  return { events: events.filter(isFirst), asOf };
}

function upToAsOf({ events, asOf }: ExampleTicket): ExampleTicket {
  return { events: events.filter(({ at }) => at <= asOf), asOf };
}

/** Items in the order of some numbers; in their own order if there are no numbers. */
function shuffle<T>(items: readonly T[], order: readonly number[]): readonly T[] {
  return items
    .map((item, i) => ({ item, key: order[i] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
