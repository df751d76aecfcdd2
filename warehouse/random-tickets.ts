import type { Sla, TicketHistory, WorkingCalendar } from "../src/index";
import { MINUTE_MS } from "../src/timeline/units";
import { picker, type Random, randomNumbers } from "../tools/random";
import type { EventRow } from "./readings-table";

/** The time of the tickets: the clocks of Lord Howe and London change in it, and it has a Christmas. */
const FROM_MS = Date.UTC(2026, 8, 25);
const TO_MS = Date.UTC(2027, 0, 6);
/** The instant at which they are read; some events lie after it. */
export const AS_OF_MS = Date.UTC(2026, 11, 29, 10);
/** The dates whose calendars are exported: every answer lies within them. */
export const DATES = { from: "2026-01-01", to: "2027-12-31" };

/** A ticket to be read, as a history and as rows, and the policy that it is judged by. */
export interface ReadTicket extends TicketHistory {
  readonly sla: Sla;
  readonly rows: readonly EventRow[];
}

/**
 * Random tickets, the same in every run, mostly about cases that are easy to get wrong: several events at one
 * instant, out of order; openings, closings and midnights to the millisecond; allowances that run out
 * exactly there; words that the policy does not have.
 */
export function* randomTickets(
  policies: readonly Sla[],
  count: number,
  seed = 20_261_120,
): Generator<ReadTicket> {
  const random = randomNumbers(seed);
  const pick = picker(random);
  const boundaries = boundariesOf(policies);
  for (let ticket = 0; ticket < count; ticket++) {
    const sla = policies[ticket % policies.length] as Sla; // The index is one of the list.
    const rows = shuffledRows(ticket, sla, boundaries, random);
    const events = rows.map(({ at_ms, state, severity }) => ({
      at: at_ms,
      ...(state === null ? {} : { state }),
      ...(severity === null ? {} : { severity }),
    }));
    // The order of the rows does not matter, because events of one instant keep their ordinals.
    yield { sla, ticket: String(ticket), events, rows: pick([rows, [...rows].reverse()]) };
  }
}

function shuffledRows(
  ticket: number,
  sla: Sla,
  boundaries: readonly number[],
  random: Random,
): readonly EventRow[] {
  const pick = picker(random);
  const instant = instantsFrom(boundaries, random);
  const rows: EventRow[] = [];
  let atMs = pick(boundaries);
  const events = 1 + Math.floor(random() * 9);
  const isGradedAtOnce = random() < 0.9;
  for (let ordinal = 0; ordinal < events; ordinal++) {
    const isFirst = ordinal === 0;
    const isGraded = isFirst ? isGradedAtOnce : random() < 0.35;
    rows.push({
      policy: sla.id,
      ticket,
      at_ms: atMs,
      state: isFirst && random() < 0.8 ? "new" : random() < 0.2 ? null : pick(STATES),
      severity: isGraded ? pick(random() < 0.995 ? GRADES : ODD_GRADES) : null,
      ordinal,
    });
    // Now and then an event comes before the previous one in the list.
    atMs = random() < 0.03 ? pick(boundaries) : instant(atMs);
  }
  return rows;
}

const GRADES = ["1", "2", "1", "2", "3"];
const ODD_GRADES = ["3", "4", "9"];
const STATES = [
  ...["new", "open", "open", "waiting", "waiting", "solved", "solved", "closed", "note"],
  ...["open", "waiting", "solved", "open", "waiting", "void", "note"],
];

/** The next instant after another: the same instant, a boundary, or some round time later. */
function instantsFrom(boundaries: readonly number[], random: Random) {
  const pick = picker(random);
  return (atMs: number): number => {
    const kind = random();
    if (kind < 0.2) return atMs;
    if (kind < 0.6) {
      const next = firstAfter(boundaries, atMs) + Math.floor(random() * 4);
      return (
        (boundaries[Math.min(next, boundaries.length - 1)] ?? atMs) + pick([0, 0, 0, 0, 1, -1])
      );
    }
    if (kind < 0.9) return atMs + 30 * MINUTE_MS * Math.floor(random() * 20);
    return atMs + Math.floor(random() * 10 * 24 * 60 * MINUTE_MS);
  };
}

function firstAfter(sorted: readonly number[], ms: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Openings, closings and midnights of the calendars of some policies, in order. */
function boundariesOf(policies: readonly Sla[]): readonly number[] {
  const all = new Set<number>();
  const calendars = new Map<string, WorkingCalendar>();
  for (const { calendars: some } of policies) {
    for (const calendar of Object.values(some)) calendars.set(calendar.id, calendar);
  }
  for (const { timeline } of calendars.values()) {
    for (const { openMs, closeMs } of timeline.periods(FROM_MS, TO_MS)) {
      all.add(openMs).add(closeMs);
    }
  }
  for (let ms = FROM_MS; ms < TO_MS; ms += 12 * 60 * MINUTE_MS) all.add(ms);
  return [...all].sort((a, b) => a - b);
}
