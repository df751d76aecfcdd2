import { DIALECTS, type Dialect } from "../src/sql/dialects";
import { selectOf } from "../src/sql/query";
import { createSql } from "../src/sql/setup";
import { addQuery, betweenQuery } from "../src/sql/working-time";
import { ALTERNATIVES } from "./alternatives";
import { checkedCalendars, type Exported } from "./calendars";
import { count } from "./count";
import type { Engine } from "./engine";
import { incidentLogQuestions } from "./incident-log";
import { type Answer, type Library, libraryAnswers } from "./library-answers";
import { calendarTables, loadTables } from "./load-tables";
import { type Questions, randomQuestions } from "./questions";
import { TICKETS, type TicketRow } from "./tickets-table";

/** A query, and the library's answer to each of its questions. */
interface Query {
  readonly title: string;
  /** A statement to run before it; none if empty. */
  readonly index: string;
  readonly sql: string;
  readonly answer: Answer;
}

/**
 * Asks an engine and the library the same questions of `between` and `add`, and prints where they differ and
 * how fast the engine is.
 *
 * @param dialects the dialects of the queries that it is given: its own, or others that it reads
 * @returns whether they agree in everything, to the millisecond
 */
export async function checkWorkingTime(
  engine: Engine,
  dialects: readonly Dialect[],
  rows: number,
): Promise<boolean> {
  const exported = await checkedCalendars();
  const log = incidentLogQuestions("nhs-login-support");
  const library = libraryAnswers(exported);
  const queries = queriesOf(dialects, library);
  const alternative =
    engine.dialect === DIALECTS.postgres ? ALTERNATIVES.postgres : ALTERNATIVES.duckdb;
  return await checkEngine(
    engine,
    exported,
    [randomQuestions(exported, rows), log],
    [...queries, { ...alternative, answer: library.between }],
  );
}

/** The three queries in the given dialects; the same text only once. */
function queriesOf(dialects: readonly Dialect[], library: Library): readonly Query[] {
  const byText = new Map<string, Query>();
  const ask = ({ title }: Dialect, what: string, sql: string, answer: Answer) => {
    const same = byText.get(sql);
    const titles = same?.title.replace(":", `, ${title}:`) ?? `${title}: ${what}`;
    byText.set(sql, { title: titles, index: "", sql, answer });
  };
  for (const dialect of dialects) {
    ask(dialect, "between", selectOf(betweenQuery(dialect)), library.between);
    ask(dialect, "add, tie close", selectOf(addQuery(dialect, "close")), library.addClose);
    ask(
      dialect,
      "add, tie next-open",
      selectOf(addQuery(dialect, "next-open")),
      library.addNextOpen,
    );
  }
  return [...byText.values()];
}

async function checkEngine(
  engine: Engine,
  exported: readonly Exported[],
  all: readonly Questions[],
  queries: readonly Query[],
): Promise<boolean> {
  let agree = true;
  const tables = calendarTables(exported);
  await loadTables(engine, tables);
  console.log(`\n${engine.title}`);
  console.log(
    `${count(tables.measures.length)} calendars in ${count(tables.pieces.length)} pieces`,
  );
  for (const { title, tickets } of all) {
    console.log(`\n  ${count(tickets.length)} ${title}`);
    await engine.run(`DROP TABLE IF EXISTS ${TICKETS.name}`);
    await engine.run(createSql(TICKETS, engine.dialect));
    await engine.insert(TICKETS, tickets);
    const asked = new Set(queries.map(({ answer }) => answer));
    const answers = new Map([...asked].map((answer) => [answer, tickets.map(answer)]));
    for (const query of queries) {
      const expected = answers.get(query.answer) ?? [];
      agree = (await checkQuery(engine, query, tickets, expected)) && agree;
    }
  }
  return agree;
}

/** Measures the time until the answers are in a table of the engine. */
async function checkQuery(
  engine: Engine,
  { title, index, sql }: Query,
  tickets: readonly TicketRow[],
  expected: readonly (number | null)[],
): Promise<boolean> {
  await engine.run(`DROP TABLE IF EXISTS answers; ${index}`);
  const startMs = performance.now();
  await engine.run(`CREATE TABLE answers AS ${sql}`);
  const seconds = (performance.now() - startMs) / 1000;

  let read = 0;
  let wrong = 0;
  await engine.read("SELECT * FROM answers ORDER BY ticket", (ticket, given) => {
    const row = read++;
    if (ticket === row && given === expected[row]) return;
    if (wrong++ < 5)
      console.error({ question: tickets[row], expected: expected[row], ticket, given });
  });
  wrong += Math.abs(read - tickets.length);
  const nulls = expected.filter((answer) => answer === null).length;
  const verdict = wrong === 0 ? `all equal, ${count(nulls)} null` : `${count(wrong)} WRONG`;
  const rate = `${count(tickets.length / seconds)} rows/s`;
  console.log(`  ${title.padEnd(42)}${rate.padStart(18)}   ${verdict}`);
  return wrong === 0;
}
