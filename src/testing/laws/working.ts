import type { SlaReading } from "../../sla/reading/by-status";
import type { TargetDefinition } from "../../sla/target/definition";
import type { Target } from "../../sla/target/target";
import { isoOf } from "../../timeline/errors";
import { Amount } from "../amounts";
import type { ExampleEvent } from "../arbitraries/tickets";
import { inOrder, is, same } from "../claims";
import type { ReplayedTarget } from "../replay/history";
import { isOpen } from "../replay/working-time";
import { read, slaLaw } from "../sla-law";
import { numberOf } from "./reading-numbers";

/** The law of what a reading remembers beside its numbers. */
export const workingLaws = [
  slaLaw(
    "working",
    "the working of a reading is that of its history: its states, what counted, its breaches and re-openings",
    ({ sla, target, plain, tickets, forAll }) => {
      const namesStates = sla.toJSON().derive === undefined;
      forAll(tickets, (ticket) => {
        const reading = read(target, ticket);
        const asOfMs = Date.parse(ticket.asOf);
        breachesAgree(reading);
        for (const { why, counted, total, from } of reading.segments) {
          const isCounted = numberOf(counted) > 0;
          if (isCounted) is(`why the time from ${isoOf(from.toMillis())} counted`, why, "counted");
          inOrder({
            "what a segment counted": new Amount(numberOf(counted)),
            "its total": new Amount(numberOf(total)),
          });
        }
        const hours = plain && openAt(plain, asOfMs);
        const isLive = reading.startedAt !== null && reading.stoppedAt === null;
        if (hours !== null && isLive) is("withinHours", reading.withinHours, hours);
        if (!namesStates) return;
        const happened = inTime(ticket.events.filter(({ at }) => at <= ticket.asOf));
        // After an ending for good, its state stays.
        if (endsForGood(target, happened)) return;
        for (const { fromMs, state } of reading.segments) {
          const last = happened.filter(({ at }) => Date.parse(at) <= fromMs);
          const known = last
            .flatMap((event) => event.state ?? [])
            .filter((each) => target.states.has(each));
          same({
            [`the state of the segment from ${isoOf(fromMs)}`]: state,
            "the last state that came by then": known.at(-1) ?? null,
          });
        }
        if (!target.definition.when) {
          is("reopenings", reading.reopenings, reopeningsIn(target.definition, happened));
        }
        const early = doneBeforeOpen(target, happened);
        const told = reading.irregularities.some(({ kind }) => kind === "done-before-open");
        is('whether an irregularity is "done-before-open"', told, early);
      });
    },
  ),
] as const;

/** Claims that the breach of a reading is one that it remembers and that has not been taken back. */
function breachesAgree({ breachedAt, breaches }: SlaReading): void {
  const standing = breaches.filter(({ takenBackAt }) => takenBackAt === null).at(-1);
  same({
    breachedAt,
    "the last of its breaches that was not taken back": breachedAt && (standing?.at ?? null),
  });
  for (const { at, takenBackAt } of breaches) {
    if (takenBackAt === null) continue;
    inOrder({ "a breach": isoOf(at.toMillis()), "its end": isoOf(takenBackAt.toMillis()) });
  }
}

/** Whether the one calendar of a target is open; null if it counts on several, or days. */
function openAt({ calendars, definition }: ReplayedTarget, atMs: number): boolean | null {
  const text = JSON.stringify(definition.allowance);
  const names = new Set([...text.matchAll(/"calendar":"([^"]*)"/g)].map(([, name]) => name));
  const [name] = names;
  const calendar = name === undefined ? undefined : calendars[name];
  if (names.size !== 1 || calendar === undefined || /Days|weeks|months|null/.test(text))
    return null;
  return isOpen(calendar, atMs);
}

function inTime(events: readonly ExampleEvent[]): readonly ExampleEvent[] {
  return [...events].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Whether a ticket may have ended so that later states change nothing. */
function endsForGood({ definition, choices }: Target, events: readonly ExampleEvent[]): boolean {
  const { cancels = [], reopenWithin } = definition;
  const isCancelled = events.some(({ state }) => state !== undefined && cancels.includes(state));
  return isCancelled || reopenWithin !== undefined || choices.onReopen === "first-only";
}

/** How often a ticket that never ends for good goes on after a stop. */
function reopeningsIn(
  { runs, pauses = [], stops }: TargetDefinition,
  events: readonly ExampleEvent[],
): number {
  const states = events.flatMap(({ state }) => state ?? []);
  let [isStarted, isStopped, count] = [false, false, 0];
  for (const state of states) {
    if (stops.includes(state)) isStopped = isStarted;
    if (!runs.includes(state) && !pauses.includes(state)) continue;
    if (isStopped) count++;
    [isStarted, isStopped] = [true, false];
  }
  return count;
}

/** Whether a state that stops the clock came before any that starts it. */
function doneBeforeOpen({ definition }: Target, events: readonly ExampleEvent[]): boolean {
  const { runs, pauses = [], stops } = definition;
  const states = events.flatMap(({ state }) => state ?? []);
  const first = states.findIndex((state) => runs.includes(state) || pauses.includes(state));
  const before = first === -1 ? states : states.slice(0, first);
  return before.some((state) => stops.includes(state));
}
