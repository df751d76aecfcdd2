import { isJsonObject } from "../../input/json";
import { didYouMean, nearest } from "../../input/nearest";
import { describe, short, show, showNames } from "../../input/show";
import { type InstantLike, toEpochMs } from "../../time/instant";
import { CoreHoursError, type ErrorCode, type InvalidInstantError } from "../../timeline";
import type { DerivedState, When } from "./fields";
import type { Role } from "./rules";

/** One entry of a ticket's history: the state, the severity, or both, from an instant on. */
export interface HistoryEvent {
  readonly at: InstantLike;
  readonly state?: string | undefined;
  readonly severity?: string | undefined;
  /** Fields that have a new value from then on; null removes a value. */
  readonly fields?: Readonly<Record<string, string | null>> | undefined;
  /**
   * An agreed date: the instant at which the ticket is due from then on, in place of the allowance's due
   * instant. Null takes it back.
   */
  readonly dueAt?: InstantLike | null | undefined;
}

/** One event of a log of many tickets. */
export interface TicketEvent extends HistoryEvent {
  readonly ticket: string;
}

/** One ticket and what happened to it. */
export interface TicketHistory {
  readonly ticket: string;
  readonly events: readonly HistoryEvent[];
}

/** A history that cannot be tracked. Its `data` names the ticket, the event and what was given. */
export class HistoryError extends CoreHoursError {
  static override readonly kind: string = "HistoryError";
  override readonly name = "HistoryError";
}

/** What a history may say: the states and severities there are, and what each state does. */
export interface Vocabulary {
  readonly roles: ReadonlyMap<string, Role>;
  /** Every state of the policy, also those that do nothing to this clock. */
  readonly states: ReadonlySet<string>;
  /** Every severity of the policy; null if any word will do. */
  readonly severities: ReadonlySet<string> | null;
  /** The states that fields name, of which the first match counts; null if events name their own states. */
  readonly derive: readonly DerivedState[] | null;
  /** The fields of the tickets that the target applies to; null if it applies to every ticket. */
  readonly when: When | null;
  /** Whether an unknown state is ignored. */
  readonly ignoresUnknown: boolean;
  /** The severities that have an allowance; null if one allowance serves every severity. */
  readonly graded: ReadonlySet<string> | null;
  /** Why no severity has an allowance, if the target says why. */
  readonly unstated?: string | undefined;
}

/** Whether a ticket's state or its target depends on its fields. */
export function usesFields({ derive, when }: Vocabulary): boolean {
  return derive !== null || when !== null;
}

/** An event whose instant has been read and whose words are yet to be checked. */
export interface DatedEvent {
  /** Its place in the list given. */
  readonly index: number;
  readonly atMs: number;
  readonly state: string | undefined;
  readonly severity: string | undefined;
  readonly fields: Readonly<Record<string, string | null>> | undefined;
  /** An agreed date; null if it is taken back. */
  readonly dueAtMs?: number | null | undefined;
}

/**
 * Reads the instants of a history and puts it in order of time; events of one instant keep their order.
 *
 * Its states and severities are checked later, as far as they matter. Events after the instant of a
 * reading, or after a final stop, may say anything.
 *
 * @throws {HistoryError} for an event that is not an object with an instant, naming the ticket and the
 *   event by its place in the list given.
 */
export function readHistory(history: readonly HistoryEvent[], ticket?: string): DatedEvent[] {
  if (!Array.isArray(history)) {
    throw problem("history-invalid", `a list of events was expected, not ${describe(history)}`, {
      ticket,
    });
  }
  const events: DatedEvent[] = [];
  // Array methods would skip the holes of a list.
  for (let index = 0; index < history.length; index++) {
    events.push(readEvent(history[index], { ticket, index }));
  }
  return inOrder(events);
}

/** Events in order of time; events of one instant keep their order. */
export function inOrder(events: DatedEvent[]): DatedEvent[] {
  return events.sort((a, b) => a.atMs - b.atMs);
}

/** Where an event stands, for errors. */
export interface Place {
  readonly ticket: string | undefined;
  readonly index?: number;
  /** What an error is about, if it is about something other than a history. */
  readonly subject?: string | undefined;
}

/** Reads the instant of an event. @throws {HistoryError} as {@link readHistory} does. */
export function readEvent(
  event: HistoryEvent | undefined,
  place: Place & { readonly index: number },
): DatedEvent {
  if (typeof event !== "object" || event === null) {
    throw problem(
      "event-invalid",
      `expected { at, state, severity }, not ${describe(event)}`,
      place,
    );
  }
  const { at, state, severity, fields, dueAt } = readable(event, place);
  const atMs = readInstant(at, place);
  const read = { index: place.index, atMs, state, severity, fields: readFields(fields, place) };
  if (dueAt === undefined) return read;
  return { ...read, dueAtMs: dueAt === null ? null : readInstant(dueAt, place, "dueAt") };
}

/** A copy of an event with its known keys and their values. A getter or a proxy may throw here. */
function readable(event: HistoryEvent, place: Place): HistoryEvent {
  try {
    checkEventKeys(event, place);
    const { at, state, severity, fields, dueAt } = event;
    return { at, state, severity, fields, dueAt };
  } catch (error) {
    if (error instanceof CoreHoursError) throw error;
    throw problem("event-invalid", `${show(event)} cannot be read; give a plain object`, place);
  }
}

const EVENT_KEYS: readonly string[] = ["at", "state", "severity", "fields", "dueAt", "ticket"];

/** The fields of an event, each with text or null. @throws {HistoryError} if they are anything else. */
function readFields(fields: HistoryEvent["fields"], place: Place): DatedEvent["fields"] {
  if (fields === undefined) return undefined;
  const entries = isJsonObject(fields) ? Object.entries(fields) : null;
  const wrong = entries?.find(([, value]) => typeof value !== "string" && value !== null);
  if (entries && !wrong) return Object.fromEntries(entries) as DatedEvent["fields"]; // All of them are.
  const what = wrong
    ? `the field ${show(wrong[0])} is ${describe(wrong[1])}`
    : `the fields are ${describe(fields)}`;
  throw problem("event-invalid", `${what}; give text by name, such as { group: "network" }`, place);
}

/** Whether every key of an event is known. */
export function hasKnownKeys(event: object): boolean {
  for (const key in event) {
    if (!EVENT_KEYS.includes(key)) return false;
  }
  return true;
}

/** Refuses an unknown key, such as a misspelt one, which would be ignored. @throws {HistoryError} */
export function checkEventKeys(event: object, place: Place): void {
  if (hasKnownKeys(event)) return;
  for (const key of Object.keys(event)) {
    if (EVENT_KEYS.includes(key) || Reflect.get(event, key) === undefined) continue;
    throw new HistoryError(
      "event-key-unknown",
      `${placeText(place)}: "${short(key)}" is not a key of an event; ${didYouMean(key, EVENT_KEYS)}`,
      { ...place, given: short(key), meant: nearest(key, EVENT_KEYS) },
    );
  }
}

/** Refuses an unknown state. @throws {HistoryError} */
export function checkState(
  state: string,
  words: Pick<Vocabulary, "states"> & Partial<Pick<Vocabulary, "ignoresUnknown">>,
  place: Place,
  atMs: number,
): void {
  if (words.states.has(state) || (words.ignoresUnknown && typeof state === "string")) return;
  const states = quoted(words.states);
  const details = { ...place, atMs, given: state };
  if (typeof state !== "string") {
    const what = describe(state);
    throw problem("state-unknown", `the state is ${what}; give text, one of ${states}`, details);
  }
  throw problem(
    "state-unknown",
    `unknown state ${show(state)}; the policy has ${states}. Add it to the policy, or map it to one of those`,
    details,
  );
}

/** Names in quotes, to distinguish them from numbers. */
function quoted(names: Iterable<string>): string {
  return showNames([...names].map((name) => `"${name}"`));
}

/** Whether a severity is text that the policy and the target know. */
export function hasSeverity({ severities, graded }: Vocabulary, severity: unknown): boolean {
  return (
    typeof severity === "string" &&
    (severities?.has(severity) ?? true) &&
    (graded?.has(severity) ?? true)
  );
}

/** Refuses a severity that the policy or the target does not know. */
export function checkSeverity(
  severity: string,
  words: Vocabulary,
  place: Place,
  atMs?: number,
): void {
  const { severities, graded, unstated } = words;
  if (typeof severity !== "string") {
    const known = severities ?? graded;
    const remedy = known ? `one of ${quoted(known)}` : 'such as "1"';
    throw problem(
      "severity-unknown",
      `the severity is ${describe(severity)}; give text, ${remedy}`,
      { ...place, atMs, given: severity },
    );
  }
  if (severities && !severities.has(severity)) {
    throw problem(
      "severity-unknown",
      `unknown severity ${show(severity)}; the policy has ${quoted(severities)}`,
      { ...place, atMs, given: severity },
    );
  }
  if (graded && !graded.has(severity)) {
    throw problem(
      "severity-without-allowance",
      graded.size === 0 && unstated !== undefined
        ? `the target has no allowance. ${unstated}`
        : `severity ${show(severity)} has no allowance; there are allowances for ${quoted(graded)}`,
      { ...place, atMs, given: severity },
    );
  }
}

function readInstant(at: InstantLike, place: Place, key: "at" | "dueAt" = "at"): number {
  try {
    return toEpochMs(at);
  } catch (error) {
    // An invalid instant throws an InvalidInstantError.
    const said = (error as InvalidInstantError).message.replace(/\.$/, "");
    const what = key === "at" ? said : `${key}: ${said}`;
    throw problem("event-instant-invalid", what, { ...place, given: show(at) });
  }
}

/** The further details of an error about an event. */
interface ErrorDetails {
  readonly atMs?: number | undefined;
  readonly lastMs?: number | undefined;
  readonly given?: unknown;
  readonly meant?: string | undefined;
}

/** A {@link HistoryError} that begins with the ticket and the event it is about. */
export function problem(
  code: ErrorCode,
  what: string,
  { subject, ...place }: Place & ErrorDetails,
): HistoryError {
  return new HistoryError(code, `${placeText({ subject, ...place })}: ${what}.`, { ...place });
}

/** The ticket and the event that an error is about. */
function placeText({ subject = "The history", ticket, index }: Place): string {
  const named = ticket === undefined ? subject : `Ticket ${nameOfTicket(ticket)}`;
  return index === undefined ? named : `${named}, event ${index}`;
}

/** A ticket in a message; programs without types may give one that is not text. */
function nameOfTicket(ticket: unknown): string {
  return typeof ticket === "string" ? short(ticket) : show(ticket);
}

/** The ticket that an event names, or an error if it names no ticket. */
export function ticketOf(
  event: { readonly ticket: string } | null | undefined,
): string | HistoryError {
  try {
    const ticket: unknown = event?.ticket;
    if (typeof ticket === "string") return ticket;
    if (ticket !== undefined) return ticketNotText(ticket);
  } catch {
    // The event cannot be read, so it names no ticket.
  }
  return new HistoryError(
    "ticket-missing",
    `No ticket is named by ${show(event)}; give { ticket: "...", ... }.`,
    {
      given: show(event),
    },
  );
}

/** The ticket of a history, as its results name it; an empty text if the history names no ticket. */
export function ticketNamed(history: TicketHistory): string {
  const ticket = ticketOf(history);
  return ticket instanceof HistoryError ? "" : ticket;
}

function ticketNotText(ticket: unknown): HistoryError {
  const remedy = typeof ticket === "number" ? `such as "${ticket}"` : 'such as "INC1"';
  return new HistoryError(
    "ticket-missing",
    `The ticket is ${describe(ticket)}; give its name as text, ${remedy}.`,
    { given: show(ticket) },
  );
}

const HISTORY_KEYS: readonly string[] = ["ticket", "events"];

/**
 * A copy of a history. Its getters are read once, so every reader sees the same values.
 *
 * @throws {HistoryError} if it names no ticket, has a key that would be ignored, or cannot be read.
 */
export function readTicket(history: TicketHistory): TicketHistory {
  const ticket = ticketOf(history);
  if (ticket instanceof HistoryError) throw ticket;
  try {
    for (const key in history) {
      if (!HISTORY_KEYS.includes(key)) throw historyKeyUnknown(ticket, key);
    }
    return { ticket, events: history.events };
  } catch (error) {
    if (error instanceof CoreHoursError) throw error;
    throw problem("history-invalid", "it cannot be read; give { ticket, events }", { ticket });
  }
}

function historyKeyUnknown(ticket: string, key: string): HistoryError {
  return new HistoryError(
    "history-invalid",
    `${placeText({ ticket })}: "${short(key)}" is not a key of a history; ${didYouMean(key, HISTORY_KEYS)}`,
    { ticket, given: short(key), meant: nearest(key, HISTORY_KEYS) },
  );
}
