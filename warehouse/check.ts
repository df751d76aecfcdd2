import { ALTERNATIVES } from "./alternatives";
import { checkedCalendars, type Exported } from "./calendars";
import { count } from "./count";
import { DuckDb } from "./duckdb";
import type { Engine } from "./engine";
import { incidentLogQuestions } from "./incident-log";
import { type Answer, type Library, libraryAnswers } from "./library-answers";
import { loadTables } from "./load-tables";
import { Postgres } from "./postgres";
import { type Questions, randomQuestions } from "./questions";
import { TICKETS, type TicketRow } from "./schema";
import { addSql, betweenSql, createSql, DIALECTS, type Dialect } from "./sql";
import { tablesOf } from "./tables";

export interface CheckOptions {
  /** How many random questions DuckDB is asked. */
  readonly rows: number;
  /** How many PostgreSQL is asked. */
  readonly postgresRows: number;
  /** Where PostgreSQL is; undefined for not at all. */
  readonly postgresUrl: string | undefined;
}

/** A query, and what the library says to each of its questions. */
interface Query {
  readonly title: string;
  /** A statement to run before it; none if empty. */
  readonly index: string;
  readonly sql: string;
  readonly answer: Answer;
}

/**
 * Asks engines and library alike, and prints where they differ and how fast they are.
 *
 * @returns whether they agree in everything, to the millisecond
 */
export async function check({ rows, postgresRows, postgresUrl }: CheckOptions): Promise<boolean> {
  const exported = await checkedCalendars();
  const log = incidentLogQuestions("nhs-login-support");
  const questions = (count: number) => [randomQuestions(exported, count), log];

  const library = libraryAnswers(exported);
  const alternative = (name: keyof typeof ALTERNATIVES): Query => ({
    ...ALTERNATIVES[name],
    answer: library.between,
  });
  const { duckdb, spark, bigquery, postgres } = DIALECTS;

  // DuckDB reads the text that is for Spark SQL and BigQuery, too.
  let agree = await checkEngine(await DuckDb.open(), exported, questions(rows), [
    ...queriesOf([duckdb, spark, bigquery], library),
    alternative("duckdb"),
  ]);
  if (postgresUrl === undefined) {
    console.log("\nPostgreSQL was not asked: DATABASE_URL is not set.");
  } else {
    const engine = await Postgres.open(postgresUrl);
    const queries = [...queriesOf([postgres], library), alternative("postgres")];
    agree = (await checkEngine(engine, exported, questions(postgresRows), queries)) && agree;
  }
  return agree;
}

/** The three queries in the given dialects; once where the text is the same. */
function queriesOf(dialects: readonly Dialect[], library: Library): readonly Query[] {
  const byText = new Map<string, Query>();
  const ask = ({ title }: Dialect, what: string, sql: string, answer: Answer) => {
    const same = byText.get(sql);
    const titles = same?.title.replace(":", `, ${title}:`) ?? `${title}: ${what}`;
    byText.set(sql, { title: titles, index: "", sql, answer });
  };
  for (const dialect of dialects) {
    ask(dialect, "between", betweenSql(dialect), library.between);
    ask(dialect, "add, tie close", addSql(dialect, "close"), library.addClose);
    ask(dialect, "add, tie next-open", addSql(dialect, "next-open"), library.addNextOpen);
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
  try {
    const tables = exported.map((one) => tablesOf(one.name, one.calendar.timeline, one.span));
    const rows = await loadTables(engine, tables);
    console.log(`\n${engine.title}`);
    console.log(`${count(tables.length)} calendars in ${count(rows)} rows`);
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
  } finally {
    await engine.close();
  }
  return agree;
}

/** Timed until the answers are in a table of the engine. */
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
