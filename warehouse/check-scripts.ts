import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sla } from "../src/index";
import type { DialectName } from "../src/sql/dialects";
import { tablesOf } from "../src/sql/policy";
import { selectOf } from "../src/sql/query";
import { ATTAINED_BY, attainmentQuery, dueSoonQuery, READINGS } from "../src/sql/questions";
import { scriptOf } from "../src/sql/script";
import { HOUR_MS } from "../src/timeline/units";
import { type Case, expectedRows, loadTickets } from "./cases";
import type { Engines } from "./check-readings";
import { checkMixedTables } from "./check-tables";
import { DuckDb } from "./duckdb";
import type { Answer, Engine } from "./engine";
import { incidentLogTickets } from "./incident-log";
import { Postgres } from "./postgres";
import { translated } from "./python";
import { differences, EVENTS, EXPECTED, type ExpectedRow } from "./readings-table";
import { runSparkScript } from "./spark";

/** One in this many tickets of the log is taken, so all its months are there. */
const EVERY = 12;
const HOURS = 10 * 24;
const DATES = { from: "2016-01-01", to: "2017-12-31" };
/** May 2016, whose last weeks have yet to come at the instant of the readings. */
const MONTH = {
  name: "2016-05",
  fromMs: Date.UTC(2016, 3, 30, 23),
  toMs: Date.UTC(2016, 4, 31, 23),
};
const AS_OF_MS = Date.UTC(2016, 4, 20, 12);

/**
 * Runs the scripts of `core-hours sql` as they are, and compares their answers with the library's: the
 * readings, what is due next, and the attainment of a month.
 *
 * @returns whether all answers are the same
 */
export async function checkScripts(options: Engines): Promise<boolean> {
  const log = incidentLogTickets();
  const tickets = log.tickets.filter((_, i) => i % EVERY === 0);
  // The log has tickets.
  const { sla } = tickets[0] as { readonly sla: Sla };
  const each: Case = {
    title: `the script of ${sla.title}, for ${tickets.length} tickets of ${log.source}`,
    tables: tablesOf(sla, DATES),
    asOfMs: AS_OF_MS,
    tickets: () => tickets,
  };
  const rows = tickets.flatMap((ticket) => expectedRows(ticket, AS_OF_MS));
  console.log(`\n${each.title}`);
  const engine = await DuckDb.open();
  await loadTickets(engine, each);
  let agree = await runAndAsk(engine, engine.title, [scriptFor(sla, "duckdb")], rows);
  for (const dialect of ["bigquery", "tsql"] as const) {
    const python = options.sqlglotPython;
    if (python === undefined) continue;
    const statements = await translated(python, dialect, [scriptFor(sla, dialect)]);
    agree =
      (await runAndAsk(engine, `${dialect}, by sqlglot in DuckDB`, statements, rows)) && agree;
  }
  agree = (await checkMixedTables(engine, each)) && agree;
  agree = (await runInSpark(engine, scriptFor(sla, "spark"), rows, options.sparkPython)) && agree;
  await engine.close();
  if (options.postgresUrl === undefined) return agree;
  const postgres = await Postgres.open(options.postgresUrl);
  await loadTickets(postgres, each);
  agree = (await runAndAsk(postgres, postgres.title, [scriptFor(sla, "postgres")], rows)) && agree;
  await postgres.close();
  return agree;
}

function scriptFor(sla: Sla, dialect: DialectName): string {
  return scriptOf({
    dialect,
    sla,
    targets: Object.values(sla.targets),
    dates: DATES,
    asOfMs: AS_OF_MS,
    events: {
      name: EVENTS.name,
      ticket: "ticket",
      at: "at_ms",
      isTimestamp: false,
      state: "state",
      severity: "severity",
      order: "ordinal",
    },
    tables: "inline",
    hours: HOURS,
    month: MONTH,
    by: "stopped",
  });
}

async function runAndAsk(
  engine: Engine,
  title: string,
  script: readonly string[],
  rows: readonly ExpectedRow[],
): Promise<boolean> {
  for (const statement of script) await engine.run(statement);
  const wrong = wrongIn(await engine.answers(differences(READINGS)));
  let agree = told(title, "readings", wrong === 0, rows.length);
  agree =
    compared(
      title,
      "due soon",
      await engine.answers(selectOf(dueSoonQuery(HOURS))),
      dueSoon(rows),
    ) && agree;
  for (const by of ATTAINED_BY) {
    const answers = await engine.answers(selectOf(attainmentQuery(engine.dialect, MONTH, by)));
    agree = compared(title, `attainment, by ${by}`, answers, attainment(rows, by)) && agree;
  }
  return agree;
}

/** Runs a script by Spark's own command, from its first line to its last. */
async function runInSpark(
  engine: DuckDb,
  script: string,
  rows: readonly ExpectedRow[],
  python: string | undefined,
): Promise<boolean> {
  if (python === undefined) return true;
  const folder = await mkdtemp(join(tmpdir(), "core-hours-script-"));
  try {
    const views: string[] = [];
    for (const { name } of [EVENTS, EXPECTED]) {
      const file = join(folder, `${name}.parquet`);
      await engine.copy(`SELECT * FROM ${name}`, file, "parquet");
      views.push(`CREATE TABLE ${name} USING parquet LOCATION '${file}';`);
    }
    const file = join(folder, "script.sql");
    await writeFile(file, [...views, script, `${differences(READINGS)};`, ""].join("\n"));
    const answers = await runSparkScript(python, file, folder);
    const title = "Apache Spark, by spark-sql -f";
    // The script asks its two questions, of eight columns and of six; ours has three.
    const of = (columns: number) => answers.filter(({ length }) => length === columns);
    let agree = told(title, "readings", wrongIn(of(3)) === 0, rows.length);
    agree = compared(title, "due soon", of(8), dueSoon(rows)) && agree;
    return compared(title, "attainment, by stopped", of(6), attainment(rows, "stopped")) && agree;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How many readings are wrong, missing or too many. */
function wrongIn([counts]: readonly Answer[]): number {
  const [expected, given, wrong] = (counts ?? []).map(Number);
  return Number(wrong) + Math.abs(Number(expected) - Number(given));
}

/** The library's readings that are due within the hours. */
function dueSoon(rows: readonly ExpectedRow[]): readonly Answer[] {
  return rows
    .filter((row) => row["status"] === "running")
    .map((row) => ({ ...row, left_ms: Number(row["due_at_ms"]) - AS_OF_MS }))
    .filter(({ left_ms }) => left_ms >= 0 && left_ms < HOURS * HOUR_MS)
    .map((row: ExpectedRow) =>
      ["policy", "target", "ticket", "severity", "due_at_ms", "left_ms", "remaining", "unit"].map(
        (name) => row[name] ?? null,
      ),
    );
}

/** The month's attainment, counted ticket by ticket. */
function attainment(
  rows: readonly ExpectedRow[],
  by: (typeof ATTAINED_BY)[number],
): readonly Answer[] {
  const counts = new Map<string, { row: ExpectedRow; met: number; breached: number }>();
  for (const row of rows) {
    const { status, target, severity } = row;
    if (status !== "met" && status !== "breached") continue;
    const stoppedMs = row["stopped_at_ms"] ?? row["breached_at_ms"];
    const atMs = {
      stopped: stoppedMs,
      due: row["projected_due_at_ms"],
      started: row["started_at_ms"],
    }[by];
    if (typeof atMs !== "number" || atMs < MONTH.fromMs || atMs >= MONTH.toMs) continue;
    const key = JSON.stringify([target, severity]);
    const count = counts.get(key) ?? { row, met: 0, breached: 0 };
    count[status] += 1;
    counts.set(key, count);
  }
  return [...counts.values()].map(({ row, met, breached }) => [
    row["policy"] ?? null,
    row["target"] ?? null,
    row["severity"] ?? null,
    met,
    breached,
    met / (met + breached),
  ]);
}

function compared(
  title: string,
  question: string,
  given: readonly Answer[],
  expected: readonly Answer[],
): boolean {
  const [ours, theirs] = [given, expected].map((answers) => answers.map(textOf).sort());
  const same = JSON.stringify(ours) === JSON.stringify(theirs);
  // An empty answer would prove nothing.
  return told(title, question, same && expected.length > 0, expected.length);
}

/** A row as text, in which numbers are written by their value. */
function textOf(answer: Answer): string {
  return JSON.stringify(
    answer.map((value) => {
      if (value === null || value === "NULL") return null;
      return Number.isNaN(Number(value)) ? value : Number(value);
    }),
  );
}

function told(title: string, question: string, agree: boolean, rows: number): boolean {
  const verdict = agree ? "all equal" : "WRONG";
  console.log(
    `  ${title.padEnd(42)} ${question.padEnd(24)} ${String(rows).padStart(6)}   ${verdict}`,
  );
  return agree;
}
