import { own } from "../../input/json";
import { show, showNames } from "../../input/show";
import type { HistoryEvent } from "../../sla";
import type { Trail, Value } from "./changes";
import type { Want } from "./options";
import { problemAt, type Source } from "./place";

/** A wanted field, and its life in the log. */
export interface WantedTrail {
  readonly want: Want;
  readonly trail: Trail;
}

/** A word of the policy that holds from an instant on. */
interface Word {
  readonly atMs: number;
  readonly want: Want;
  readonly word: string;
}

/** What happens at one instant: the states in turn, with the severity and fields that hold for all of them. */
interface Instant {
  readonly states: string[];
  severity: string | undefined;
  readonly fields: Map<string, string>;
}

/**
 * The life of a ticket as a history: its creation first, then an event for each instant at which
 * something changed, and one more for each further state of that instant.
 *
 * @throws {HistoryError} for a change before the creation, and for a value that a map does not have.
 */
export function eventsOf(
  createdMs: number,
  trails: readonly WantedTrail[],
  source: Source,
): HistoryEvent[] {
  const instants = new Map<number, Instant>();
  const at = (atMs: number) => {
    const known = instants.get(atMs);
    if (known) return known;
    const made: Instant = { states: [], severity: undefined, fields: new Map() };
    instants.set(atMs, made);
    return made;
  };
  at(createdMs);
  for (const { atMs, want, word } of trails.flatMap((each) => wordsOf(each, createdMs, source))) {
    const instant = at(atMs);
    if (want.kind === "state") instant.states.push(word);
    else if (want.kind === "severity") instant.severity = word;
    else instant.fields.set(want.name, word);
  }
  return [...instants].sort(([a], [b]) => a - b).flatMap(([atMs, each]) => written(atMs, each));
}

/** The words of one field over the ticket's life, each with the instant from which it holds. */
function wordsOf({ want, trail }: WantedTrail, createdMs: number, source: Source): readonly Word[] {
  const words: Word[] = [];
  const put = (atMs: number, value: Value | null) => {
    const word = wordFor(want, value, source);
    if (word !== null && word !== words.at(-1)?.word) words.push({ atMs, want, word });
  };
  if (trail.initial) put(createdMs, trail.initial);
  for (const { atMs, from, to } of trail.changes) {
    if (atMs < createdMs) {
      const path = (to ?? from)?.path ?? [];
      const created = new Date(createdMs).toISOString();
      throw problemAt(
        source,
        path,
        "history-invalid",
        `it changed at ${new Date(atMs).toISOString()}, before the ticket was created at ${created}`,
      );
    }
    put(atMs, to);
  }
  return words;
}

/** The policy's word for a value; null if the value means nothing to it. An emptied field is an empty text. */
function wordFor(want: Want, value: Value | null, source: Source): string | null {
  const { kind, values, option } = want;
  if (value === null) return kind === "field" ? "" : null;
  if (values === undefined) return value.texts[0];
  for (const text of value.texts) {
    const word = own(values, text);
    if (word !== undefined) return word;
  }
  throw problemAt(
    source,
    value.path,
    `${kind}-unknown`,
    `${show(value.texts[0])} is missing from the map "${option}"; it has ${showNames(Object.keys(values))}. Add it, with null if it says nothing to the policy`,
    value.texts[0],
  );
}

/** The events of one instant. The first carries the severity and fields of them all. */
function written(
  atMs: number,
  { states: [first, ...rest], severity, fields }: Instant,
): readonly HistoryEvent[] {
  const event = {
    at: atMs,
    ...(first === undefined ? {} : { state: first }),
    ...(severity === undefined ? {} : { severity }),
    ...(fields.size === 0 ? {} : { fields: Object.fromEntries(fields) }),
  };
  return [event, ...rest.map((state) => ({ at: atMs, state }))];
}
