import { Column } from "../../columns/column";
import type { Histories } from "../histories/histories";

/** One change of a field of a ticket. */
export interface Change {
  readonly field: string;
  readonly kind: "state" | "severity";
  readonly line: number;
  /** What the field was before, if the file says it. */
  readonly before: string | undefined;
  readonly after: string;
  /** The instant of its event, epoch milliseconds. */
  readonly at: number;
  /** The number of its event. */
  readonly number: number;
}

/** What a change says besides its line and its event: few changes of a file say something new. */
type Words = Pick<Change, "field" | "kind" | "before" | "after">;

/** No change. */
const NONE = -1;

/** The changes of a file with a row for each, kept in columns as their events are. */
export class Changes {
  /** By the number of its event, the place of a change's words. */
  readonly #said = new Column(Int32Array);
  /** By the number of its event. */
  readonly #line = new Column(Int32Array);
  readonly #words: Words[] = [];
  /** The places of words, by the field, by what it was before and by what it is after. */
  readonly #known = new Map<string, Map<string | undefined, Map<string, number>>>();

  add(number: number, line: number, words: Words): void {
    // An opening is an event without a change.
    this.#said.put(number, this.#placeOf(words), NONE);
    this.#line.put(number, line, NONE);
  }

  /** The changes of a ticket, in the order of their rows. */
  of(ticket: string, tickets: Histories): Change[] {
    const changes: Change[] = [];
    for (const number of tickets.rowsOf(ticket)) {
      const words = this.#words[this.#said.get(number)];
      if (!words) continue;
      const { field, kind, before, after } = words;
      const line = this.#line.get(number);
      changes.push({ field, kind, before, after, line, at: tickets.atOf(number), number });
    }
    return changes;
  }

  #placeOf(words: Words): number {
    const { field, before, after } = words;
    const ofField = this.#known.get(field) ?? new Map<string | undefined, Map<string, number>>();
    this.#known.set(field, ofField);
    const fromBefore = ofField.get(before) ?? new Map<string, number>();
    ofField.set(before, fromBefore);
    const place = fromBefore.get(after) ?? this.#words.push(words) - 1;
    fromBefore.set(after, place);
    return place;
  }
}
