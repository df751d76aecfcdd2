import type { Sla } from "../src/index";
import type { Dates } from "../src/sql/measures";
import { type PolicyTables, tablesOf } from "../src/sql/policy";
import { createSql, dropSql } from "../src/sql/setup";
import type { Engine } from "./engine";
import { incidentLogTickets } from "./incident-log";
import { checkedPolicies } from "./policies";
import { AS_OF_MS, DATES, type ReadTicket, randomTickets } from "./random-tickets";
import { EVENTS, type EventRow, EXPECTED, type ExpectedRow, expectedRow } from "./readings-table";

/** Tickets that the library and SQL both read. */
export interface Case {
  readonly title: string;
  readonly tables: PolicyTables;
  readonly asOfMs: number;
  readonly tickets: () => Iterable<ReadTicket>;
}

/** Random tickets under every combination of choices, and the tickets of an incident log. */
export function casesOf(tickets: number, seed?: number): readonly Case[] {
  const policies = checkedPolicies();
  const log = incidentLogTickets();
  return [
    {
      title: `${tickets} random tickets`,
      tables: tablesOfAll(policies, DATES),
      asOfMs: AS_OF_MS,
      tickets: () => randomTickets(policies, tickets, seed),
    },
    {
      title: `the tickets of ${log.source}`,
      tables: tablesOfAll([...new Set(log.tickets.map(({ sla }) => sla))], {
        from: "2016-01-01",
        to: "2017-12-31",
      }),
      // Some are open, and some events have not happened yet.
      asOfMs: Date.UTC(2016, 4, 20, 12),
      tickets: () => log.tickets,
    },
  ];
}

/** Several policies as rows of the same tables. */
function tablesOfAll(policies: readonly Sla[], dates: Dates): PolicyTables {
  const all = policies.map((sla) => tablesOf(sla, dates));
  // Policies share calendars, and a table has each measure once.
  const once = <T>(rows: readonly T[], key: (row: T) => string) => [
    ...new Map(rows.map((row) => [key(row), row])).values(),
  ];
  return {
    measures: once(
      all.flatMap(({ measures }) => measures),
      ({ measure }) => String(measure),
    ),
    pieces: once(
      all.flatMap(({ pieces }) => pieces),
      ({ measure, from_ms, reached }) => `${measure} ${from_ms} ${reached}`,
    ),
    targets: all.flatMap(({ targets }) => targets),
    allowances: all.flatMap(({ allowances }) => allowances),
    severities: all.flatMap(({ severities }) => severities),
    states: all.flatMap(({ states }) => states),
  };
}

/** How many tickets are tracked and inserted at a time. */
const BATCH = 20_000;

/**
 * Makes and fills the tables of events and of the library's readings.
 *
 * @returns how many events there are
 */
export async function loadTickets(engine: Engine, { tickets, asOfMs }: Case): Promise<number> {
  for (const name of [EVENTS.name, EXPECTED.name]) await engine.run(dropSql(name));
  await engine.run(createSql(EVENTS, engine.dialect));
  await engine.run(createSql(EXPECTED, engine.dialect));
  let events: EventRow[] = [];
  let expected: ExpectedRow[] = [];
  let total = 0;
  const flush = async () => {
    total += events.length;
    await engine.insert(EVENTS, events);
    await engine.insert(EXPECTED, expected);
    events = [];
    expected = [];
  };
  for (const ticket of tickets()) {
    events.push(...ticket.rows);
    expected.push(...expectedRows(ticket, asOfMs));
    if (expected.length >= BATCH) await flush();
  }
  await flush();
  return total;
}

/** The library's readings of a ticket, a row for each target. */
export function expectedRows(
  { sla, ticket, events }: ReadTicket,
  asOfMs: number,
): readonly ExpectedRow[] {
  return Object.values(sla.targets).flatMap((target) =>
    [...target.trackMany([{ ticket, events }], { asOf: asOfMs })].map((result) =>
      expectedRow(sla.id, target.id, result),
    ),
  );
}
