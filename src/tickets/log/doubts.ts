import { quoted } from "../../words/printable";
import { type Policy, roleOf } from "./policies";
import type { TicketEvent, TicketHistory, TicketLog } from "./ticket-log";

/** Names what a person who looks at a log would ask about, once all of it has been read. */
export function nameDoubts(log: TicketLog): void {
  nameAlike(log);
  nameShortened(log);
  for (const history of log.tickets.values()) nameFalseStart(history, log);
}

/** How a spreadsheet shows a number that is too long for its column: `1.23E+11`. */
const SHORTENED = /^-?\d(?:[.,]\d+)?E\+?\d{1,3}$/i;

/** Tickets whose names were numbers that a spreadsheet has shortened, so several may have become one. */
function nameShortened(log: TicketLog): void {
  for (const ticket of log.tickets.keys()) {
    if (!SHORTENED.test(ticket)) continue;
    const line = log.tickets.known(ticket)?.line ?? 1;
    const reason =
      "its name is a number that a spreadsheet has shortened, and other tickets may have become the same; save the column as text";
    log.doubt({ kind: "shortened-name", line, ticket, reason });
  }
}

/**
 * Tickets whose names differ only in case, blanks, dashes, zeros before a number and commas between
 * thousands, and which may be one ticket.
 */
function nameAlike(log: TicketLog): void {
  const byName = new Map<string, TicketHistory>();
  for (const { ticket, name } of perhapsAlike(log)) {
    const history = log.tickets.get(ticket);
    const other = byName.get(name);
    if (!other && history) byName.set(name, history);
    if (!other || !history) continue;
    const { line } = history;
    const reason = `it is spelled like ${quoted(other.ticket)} of line ${other.line}, and judged as another ticket`;
    log.doubt({ kind: "spelled-alike", line, ticket, reason });
    log.incomplete.add(other.ticket);
  }
}

/**
 * The tickets whose plain names may not be theirs alone. Plain names with a hash of their own are unlike any
 * other, which holds for almost all of a long log and takes less room than its plain names.
 */
function* perhapsAlike({ tickets }: TicketLog) {
  const hashes = new Int32Array(tickets.size);
  let place = 0;
  for (const ticket of tickets.keys()) hashes[place++] = hashOf(plainName(ticket));
  const inOrder = hashes.slice().sort();
  const shared = new Set(inOrder.filter((hash, i) => hash === inOrder[i - 1]));
  if (shared.size === 0) return;
  place = 0;
  for (const ticket of tickets.keys()) {
    if (shared.has(hashes[place++] ?? 0)) yield { ticket, name: plainName(ticket) };
  }
}

/** The 32-bit FNV-1a hash of a text's letters. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash | 0;
}

/** Names in which nothing but the case and the zeros before a number can differ. */
const SIMPLE = /^[A-Za-z]*\d*$/;

/** A ticket's name without what people and systems are careless about. */
function plainName(ticket: string): string {
  // Most names are simple, and each of the steps below takes as long as all else about a row.
  if (SIMPLE.test(ticket)) return withoutZeros(ticket.toLowerCase());
  const name = /^[\x20-\x7e]*$/.test(ticket) ? ticket : ticket.normalize("NFKC");
  return name
    .toLowerCase()
    .replace(/[\s\p{Cf}]+/gu, "")
    .replace(/\p{Pd}/gu, "-")
    .replace(/^(\d{1,3}(?:,\d{3})+)(?:\.0+)?$/, (number) => number.replaceAll(",", ""))
    .replace(/^(\d+)\.0+$/, "$1")
    .replace(/(?<!\d)0+(?=\d)/g, "");
}

/** Letters and then digits, without the zeros before the number. */
function withoutZeros(name: string): string {
  let from = 0;
  while (from < name.length && name.charCodeAt(from) > NINE) from += 1;
  let to = from;
  while (to < name.length - 1 && name.charCodeAt(to) === ZERO) to += 1;
  return from === to ? name : name.slice(0, from) + name.slice(to);
}

const ZERO = 48;
const NINE = 57;

/** A ticket whose first event ends it. */
function nameFalseStart({ ticket, line, policy, events }: TicketHistory, log: TicketLog): void {
  const state = endAtFirst(events, policy);
  if (state === undefined) return;
  const begins = events.length > 1 && events.some(({ state }) => state && begun(policy, state));
  const reason = begins
    ? `it is ${quoted(state)} before it begins`
    : `it is ${quoted(state)}, and nothing in the file begins it`;
  log.doubt({ kind: "ends-before-it-starts", line, ticket, reason });
}

/** The first state of some events, if it ends the ticket; so must every other state of that instant. */
function endAtFirst(events: readonly TicketEvent[], policy: Policy): string | undefined {
  // Several events may share the earliest instant; the file does not say which of them came first.
  let earliest = Number.POSITIVE_INFINITY;
  for (const { at } of events) if (at < earliest) earliest = at;
  let first: string | undefined;
  for (const { at, state } of events) {
    if (at !== earliest || state === undefined) continue;
    if (!onlyEnds(policy, state)) return undefined;
    first ??= state;
  }
  return first;
}

/** Whether a state ends the clock of some target, and begins or pauses none. */
function onlyEnds({ targets }: Policy, state: string): boolean {
  const roles = targets.map((target) => roleOf(target, state));
  return (
    roles.some((role) => role === "stops" || role === "cancels") &&
    roles.every((role) => role !== "runs" && role !== "pauses")
  );
}

function begun({ targets }: Policy, state: string): boolean {
  return targets.some((target) => ["runs", "pauses"].includes(roleOf(target, state)));
}
