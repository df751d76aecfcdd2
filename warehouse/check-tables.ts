import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineSla } from "../src/index";
import { DIALECTS } from "../src/sql/dialects";
import { tablesOf } from "../src/sql/policy";
import { createAs } from "../src/sql/query";
import { READINGS } from "../src/sql/questions";
import { readingsQuery } from "../src/sql/readings/readings";
import { dropSql, READ_TABLES } from "../src/sql/setup";
import type { Case } from "./cases";
import { DuckDb } from "./duckdb";
import { loadTables } from "./load-tables";
import { differences, EVENTS } from "./readings-table";

/**
 * Exports the tables of two different policies as Parquet, and loads them from the files. The tables of one
 * export give the library's readings. With any one table from the other export, or with one loaded twice, no
 * ticket is judged.
 *
 * @param engine an engine that has the events and the library's readings of them
 * @returns whether all this holds
 */
export async function checkMixedTables(engine: DuckDb, each: Case): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), "core-hours-tables-"));
  try {
    const [ours, others] = [join(folder, "ours"), join(folder, "others")];
    await exportTables(each.tables, ours);
    await exportTables(await changed(each), others);
    await load(engine, ours);
    await read(engine, each);
    const [counts] = await engine.answers(differences(READINGS));
    const [expected, given, wrong] = (counts ?? []).map(Number);
    let agree = told("of one export", wrong === 0 && expected === given);
    for (const { name } of READ_TABLES) {
      await load(engine, ours);
      await load(engine, others, name);
      agree = told(`${name} of another`, (await judged(engine, each)) === 0) && agree;
      await load(engine, ours);
      await engine.run(`INSERT INTO ${name} SELECT * FROM ${name}`);
      agree = told(`${name} loaded twice`, (await judged(engine, each)) === 0) && agree;
    }
    return agree;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same policy with another calendar and another choice, so that all its tables differ. */
async function changed(each: Case): Promise<Case["tables"]> {
  const [ticket] = each.tickets();
  if (ticket === undefined) throw new Error("there are no tickets");
  const { targets, ...policy } = ticket.sla.toJSON();
  const calendars = Object.fromEntries(
    Object.keys(policy.calendars ?? {}).map((name) => [name, "nhsmail-core"]),
  );
  const others = Object.entries(targets).map(([id, target]) => [
    id,
    { ...target, atDue: "breached" as const },
  ]);
  const sla = defineSla({ ...policy, calendars, targets: Object.fromEntries(others) });
  return tablesOf(sla, { from: "2016-01-01", to: "2017-12-31" });
}

async function exportTables(tables: Case["tables"], folder: string): Promise<void> {
  await mkdir(folder);
  const engine = await DuckDb.open();
  await loadTables(engine, tables);
  for (const { name } of READ_TABLES) {
    await engine.copy(`SELECT * FROM ${name}`, join(folder, `${name}.parquet`), "parquet");
  }
  await engine.close();
}

/** Loads one table, or all, as the script does. */
async function load(engine: DuckDb, folder: string, only?: string): Promise<void> {
  await engine.run(`SET file_search_path = '${folder}'`);
  for (const { name } of READ_TABLES) {
    if (only !== undefined && name !== only) continue;
    await engine.run(dropSql(name));
    await engine.run(DIALECTS.duckdb.load(name));
  }
}

async function read(engine: DuckDb, { asOfMs }: Case): Promise<void> {
  const asked = { policy: "policy", asOfMs: String(asOfMs), events: EVENTS.name };
  await engine.run(dropSql(READINGS));
  await engine.run(createAs(READINGS, readingsQuery(engine.dialect, asked), engine.dialect));
}

/** How many tickets have a reading in spite of the mixed tables. */
async function judged(engine: DuckDb, each: Case): Promise<number> {
  await read(engine, each);
  const [counts] = await engine.answers(
    `SELECT COUNT(*) FROM ${READINGS} WHERE error IS DISTINCT FROM 'tables-mixed'`,
  );
  return Number(counts?.[0]);
}

function told(title: string, agree: boolean): boolean {
  console.log(`  ${`tables ${title}`.padEnd(74)}   ${agree ? "as expected" : "WRONG"}`);
  return agree;
}
