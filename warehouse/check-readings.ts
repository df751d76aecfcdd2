import type { Sla } from "../src/index";
import type { Dialect } from "../src/sql/dialects";
import { type PolicyTables, tablesOf } from "../src/sql/policy";
import { createAs } from "../src/sql/query";
import { readingsQuery } from "../src/sql/readings/readings";
import type { Value } from "../src/sql/schema";
import { createSql, dropSql } from "../src/sql/setup";
import { count } from "./count";
import type { Engine } from "./engine";
import { loadTables } from "./load-tables";
import { checkedPolicies } from "./policies";
import { AS_OF_MS, DATES, type RandomTicket, randomTickets } from "./random-tickets";
import {
  differences,
  differing,
  EVENTS,
  type EventRow,
  EXPECTED,
  expectedRow,
} from "./readings-table";

/** How many tickets are made, tracked and inserted at a time. */
const BATCH = 20_000;
const READINGS = "core_hours_readings";

/** Several policies as rows of the same tables. */
export function tablesOfAll(policies: readonly Sla[]): PolicyTables {
  const all = policies.map((sla) => tablesOf(sla, DATES));
  const measures = new Map(
    all.flatMap(({ measures: rows }) => rows.map((row) => [row.measure, row])),
  );
  const pieces = new Map(
    all.flatMap((one) =>
      one.pieces.map((row) => [`${row.measure} ${row.from_ms} ${row.reached}`, row]),
    ),
  );
  return {
    measures: [...measures.values()],
    pieces: [...pieces.values()],
    targets: all.flatMap(({ targets }) => targets),
    allowances: all.flatMap(({ allowances }) => allowances),
    severities: all.flatMap(({ severities }) => severities),
    states: all.flatMap(({ states }) => states),
  };
}

/** Makes the tables of events and of what the library reads of them, and fills both. */
export async function loadTickets(
  engine: Engine,
  tickets: Iterable<RandomTicket>,
): Promise<number> {
  for (const name of [EVENTS.name, EXPECTED.name]) await engine.run(dropSql(name));
  await engine.run(createSql(EVENTS, engine.dialect));
  await engine.run(createSql(EXPECTED, engine.dialect));
  let events: EventRow[] = [];
  let expected: Readonly<Record<string, Value>>[] = [];
  let total = 0;
  const flush = async () => {
    total += events.length;
    await engine.insert(EVENTS, events);
    await engine.insert(EXPECTED, expected);
    events = [];
    expected = [];
  };
  for (const { sla, ticket, events: history, rows } of tickets) {
    events.push(...rows);
    for (const target of Object.values(sla.targets)) {
      for (const result of target.trackMany([{ ticket, events: history }], { asOf: AS_OF_MS })) {
        expected.push(expectedRow(sla.id, target.id, result));
      }
    }
    if (expected.length >= BATCH) await flush();
  }
  await flush();
  return total;
}

/**
 * Reads random tickets by SQL and by the library, and prints how many differ and how fast it was.
 *
 * @returns whether every number of every ticket is the same
 */
export async function checkReadings(
  engine: Engine,
  dialects: readonly Dialect[],
  tickets: number,
): Promise<boolean> {
  const policies = checkedPolicies();
  await loadTables(engine, tablesOfAll(policies));
  const events = await loadTickets(engine, randomTickets(policies, tickets));
  console.log(`\n  readings of ${count(tickets)} random tickets, ${count(events)} events`);
  const texts = new Map<string, string>();
  for (const dialect of dialects) {
    const asked = { policy: "policy", asOfMs: String(AS_OF_MS), events: EVENTS.name };
    const sql = createAs(READINGS, readingsQuery(dialect, asked), {
      ...dialect,
      createAs: engine.dialect.createAs,
    });
    const title = texts.get(sql);
    texts.set(sql, title === undefined ? dialect.title : `${title}, ${dialect.title}`);
  }
  let agree = true;
  for (const [sql, title] of texts) {
    agree = (await compare(engine, title, sql, events)) && agree;
  }
  return agree;
}

async function compare(engine: Engine, title: string, sql: string, events: number) {
  await engine.run(dropSql(READINGS));
  const startMs = performance.now();
  await engine.run(sql);
  const seconds = (performance.now() - startMs) / 1000;
  let wrong = 0;
  await engine.read(differences(READINGS), (expected, given, differ) => {
    wrong = Number(differ) + Math.abs(Number(expected) - Number(given));
  });
  if (wrong > 0) {
    await engine.read(differing(READINGS), (ticket) => console.error({ ticket }));
  }
  const verdict = wrong === 0 ? "all equal" : `${count(wrong)} WRONG`;
  console.log(
    `  ${title.padEnd(42)}${`${count(events / seconds)} events/s`.padStart(20)}   ${verdict}`,
  );
  return wrong === 0;
}
