import { dayAt } from "../../calendar/days/counted-days";
import { show, showNames } from "../../input/show";
import { type DayNumber, dayOf, formatDate } from "../../time/civil-date";
import type { TabledZone } from "../../time/zone";
import { type Fields, matches, type When } from "../clock/fields";
import { type DatedEvent, HistoryError } from "../clock/history";
import { instantsOf } from "../target/run";
import { fieldsAt } from "../target/shared-fields";
import type { DeskPolicyDefinition } from "./definition";

/** A compiled policy of a desk, and the tickets that it is for. */
export interface DeskRow<P> {
  /** The id of the policy. */
  readonly id: string;
  readonly policy: P;
  readonly when: When;
  /** The first and the last opening date of its tickets. */
  readonly from: DayNumber | null;
  readonly until: DayNumber | null;
  /** The zone of those dates. */
  readonly zone: TabledZone;
}

/** A policy that has been compiled, as a row of a desk. */
export function rowOf<P>(
  { when = {}, from, until }: DeskPolicyDefinition,
  id: string,
  policy: P,
  zone: TabledZone,
): DeskRow<P> {
  return {
    id,
    policy,
    when,
    from: from === undefined ? null : dayOf(from),
    until: until === undefined ? null : dayOf(until),
    zone,
  };
}

/** The facts of a ticket on which its policy depends. */
export interface TicketFacts {
  readonly fields: Fields;
  /** When it was opened; null if this is not given. */
  readonly openedAtMs: number | null;
}

/**
 * The policy of a ticket: the first that matches it; undefined if no policy matches.
 *
 * @throws {HistoryError} `opened-at-missing` if it depends on the opening of the ticket, which is not given.
 */
export function choose<P>(
  rows: readonly DeskRow<P>[],
  { fields, openedAtMs }: TicketFacts,
): DeskRow<P> | undefined {
  return rows.find((row) => {
    if (!matches(row.when, fields)) return false;
    if (row.from === null && row.until === null) return true;
    if (openedAtMs === null) throw openedAtMissing(row);
    const day = dayAt(row.zone, openedAtMs);
    return (row.from === null || row.from <= day) && (row.until === null || day <= row.until);
  });
}

/**
 * What a history says about its ticket up to an instant: when its first event was, and its fields, with
 * its state and its severity among them. Before the first event, it is what the first event says.
 */
export function factsOf(events: readonly DatedEvent[], asOfMs: number): TicketFacts {
  let fields: Fields = {};
  const openedAtMs = events[0]?.atMs ?? null;
  const untilMs = Math.max(asOfMs, openedAtMs ?? asOfMs);
  for (const instant of instantsOf(events, untilMs)) fields = fieldsAt(fields, instant, true);
  return { fields, openedAtMs };
}

function openedAtMissing({ id, from, until }: DeskRow<unknown>): HistoryError {
  return new HistoryError(
    "opened-at-missing",
    `Whether policy "${id}" matches the ticket depends on when the ticket was opened (${datesOf(from, until)}); give { openedAt }, or a history with an event.`,
    { policy: id },
  );
}

function datesOf(from: DayNumber | null, until: DayNumber | null): string {
  return [
    ...(from === null ? [] : [`from ${formatDate(from)}`]),
    ...(until === null ? [] : [`until ${formatDate(until)}`]),
  ].join(" ");
}

/** The same, for a ticket that must have one. @throws {HistoryError} `policy-unmatched` if it has none. */
export function chosen<P>(
  rows: readonly DeskRow<P>[],
  facts: TicketFacts,
  ticket: string | undefined,
): DeskRow<P> {
  const row = choose(rows, facts);
  if (!row) throw unmatched(rows, facts, ticket);
  return row;
}

/** The error for a ticket that no policy of a desk matches. */
export function unmatched(
  rows: readonly DeskRow<unknown>[],
  { fields, openedAtMs }: TicketFacts,
  ticket: string | undefined,
): HistoryError {
  const subject = ticket === undefined ? "the ticket" : `ticket ${ticket}`;
  const opened = openedAtMs === null ? "" : `, opened ${new Date(openedAtMs).toISOString()}`;
  const wanted = rows.map(({ id, when, from, until }) => {
    const parts = [
      ...Object.entries(when).map(([name, values]) => `${name} ${values.join(" or ")}`),
      ...(from === null && until === null ? [] : [datesOf(from, until)]),
    ];
    return `"${id}" (${parts.join(", ")})`;
  });
  return new HistoryError(
    "policy-unmatched",
    `No policy of the desk matches ${subject} with ${show(fields)}${opened}; the desk has ${showNames(wanted)}. Add a policy for such tickets, or one without "when" as the last.`,
    { ticket, fields, openedAtMs },
  );
}
