import { isJsonObject } from "../../input/json";
import { show } from "../../input/show";
import { type InstantLike, toEpochMs } from "../../time/instant";
import { CoreHoursError } from "../../timeline";
import type { BoundsDefinition, Words } from "../building-blocks/bounds";
import { type DerivedState, derivedState, type Fields } from "../clock/fields";
import type { DatedEvent } from "../clock/history";
import { instantsOf } from "../target/run";
import { fieldsAt } from "../target/shared-fields";

/** A state that a ticket came into, or a fact, and when. */
export interface Arrival {
  readonly word: string;
  readonly atMs: number;
}

/** Facts beside a history: each with its instant, or several instants. */
export type Facts = Readonly<Record<string, InstantLike | readonly InstantLike[] | undefined>>;

/**
 * The states and facts that a ticket came to, in order of time up to an instant. At one instant,
 * states come before facts.
 */
export function arrivalsOf(
  events: readonly DatedEvent[],
  facts: Facts | undefined,
  derive: readonly DerivedState[] | null,
  asOfMs: number,
): readonly Arrival[] {
  const past = events.filter(({ atMs }) => atMs <= asOfMs);
  const states = derive ? derivedArrivals(past, derive) : statesOf(past);
  const given = factsOf(facts).filter(({ atMs }) => atMs <= asOfMs);
  return [...states, ...given].sort((a, b) => a.atMs - b.atMs);
}

function statesOf(events: readonly DatedEvent[]): readonly Arrival[] {
  return events.flatMap(({ state, atMs }) => (state === undefined ? [] : [{ word: state, atMs }]));
}

/** The states that fields name, each as it comes; all events of one instant are one change. */
function derivedArrivals(
  events: readonly DatedEvent[],
  derive: readonly DerivedState[],
): readonly Arrival[] {
  const arrivals: Arrival[] = [];
  let fields: Fields = {};
  for (const instant of instantsOf(events)) {
    fields = fieldsAt(fields, instant, true);
    const word = derivedState(derive, fields);
    const { atMs } = instant[0] as DatedEvent; // An instant has at least one event.
    if (word !== undefined && word !== arrivals.at(-1)?.word) arrivals.push({ word, atMs });
  }
  return arrivals;
}

/** @throws {CoreHoursError} `option-invalid` for facts that are not instants by name. */
function factsOf(facts: Facts | undefined): readonly Arrival[] {
  const all = facts ?? {};
  if (!isJsonObject(all)) throw factsInvalid(facts);
  return Object.entries(all).flatMap(([word, given]) => {
    if (given === undefined) return [];
    if (typeof given === "boolean") throw factsInvalid(given);
    const instants = Array.isArray(given) ? Array.from<InstantLike>(given) : [given as InstantLike];
    return instants.map((at) => ({ word, atMs: toEpochMs(at) }));
  });
}

function factsInvalid(given: unknown): CoreHoursError {
  return new CoreHoursError(
    "option-invalid",
    `${show(given)} is not a fact of a ticket; give each with its instant, such as { facts: { incident: "2026-11-20T16:30:00Z" } }.`,
    { option: "facts", given: show(given) },
  );
}

/** One time that something begins and ends in the life of a ticket. */
export interface Occurrence {
  readonly from: Arrival;
  /** What ended it, and how; null if nothing has. */
  readonly end: (Arrival & { readonly how: "ended" | "cancelled" | "finished" }) | null;
  /** What came in between, including its end. */
  readonly within: readonly Arrival[];
}

/** What begins and ends an occurrence, and what ends it because all of it is done. */
export interface Bounds extends BoundsDefinition {
  readonly finishesOn?: Words | undefined;
}

/** The times that something has begun: the last, or every one of them. */
export function begun(
  bounds: Bounds,
  { arrivals, every }: { readonly arrivals: readonly Arrival[]; readonly every: boolean },
): readonly Occurrence[] {
  const all = occurrencesOf(arrivals, bounds);
  return every ? all : all.slice(-1);
}

/**
 * Every time that something begins and ends. While it goes on, another beginning is ignored, since an
 * audit log may repeat a state.
 */
function occurrencesOf(
  arrivals: readonly Arrival[],
  { startsOn, endsOn, cancelsOn, finishesOn }: Bounds,
): readonly Occurrence[] {
  const occurrences: Occurrence[] = [];
  let open: { from: Arrival; within: Arrival[] } | null = null;
  for (const arrival of arrivals) {
    const { word } = arrival;
    if (open !== null) {
      open.within.push(arrival);
      const how = cancelsOn?.includes(word)
        ? "cancelled"
        : endsOn?.includes(word)
          ? "ended"
          : finishesOn?.includes(word)
            ? "finished"
            : null;
      if (how !== null) {
        occurrences.push({ ...open, end: { ...arrival, how } });
        open = null;
      }
    }
    if (open === null && startsOn?.includes(word)) open = { from: arrival, within: [] };
  }
  if (open !== null) occurrences.push({ ...open, end: null });
  return occurrences;
}
