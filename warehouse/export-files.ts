import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { readJson } from "../src/cli/files";
import { defineSla, type PolicyDefinition, type Sla } from "../src/index";
import { type Dates, measureOf, spanOf } from "../src/sql/measures";
import { type PolicyTables, tablesOf } from "../src/sql/policy";
import { SqlRefusal } from "../src/sql/refusal";
import { AMOUNTS, INSTANTS, MEASURES, PIECES } from "../src/sql/schema";
import { READ_TABLES } from "../src/sql/setup";
import { policyNamed } from "../src/tickets/log/policies";
import { InputError } from "../src/tickets/log/problems";
import { readCalendar } from "./calendars";
import { DuckDb } from "./duckdb";
import { loadTables } from "./load-tables";

export interface ExportOptions {
  /** The names of calendars, or paths of JSON files. */
  readonly calendars: readonly string[];
  /** A service, or the path of a JSON file; undefined for calendars alone. */
  readonly policy: string | undefined;
  /** The first date, ISO. */
  readonly from: string;
  /** The last date, ISO; undefined for the last whose bank holidays are published. */
  readonly to: string | undefined;
  readonly out: string;
  readonly format: "parquet" | "csv";
}

/** Writes the tables of a policy, or of some calendars, as files, and prints what they hold. */
export async function exportFiles(options: ExportOptions): Promise<void> {
  const { policy, out, format } = options;
  const tables =
    policy === undefined
      ? await calendarTables(options)
      : tablesOfPolicy(await readPolicy(policy), options);
  for (const { calendar, unit, measure, from_ms, to_ms } of tables.measures) {
    const span = [from_ms, to_ms].map((ms) => new Date(ms).toISOString()).join(" to ");
    console.log(`${calendar}, ${unit}: ${span}, fingerprint ${measure}`);
  }
  await mkdir(out, { recursive: true });
  const engine = await DuckDb.open();
  await loadTables(engine, tables);
  const written = policy === undefined ? [MEASURES, PIECES, INSTANTS, AMOUNTS] : READ_TABLES;
  for (const { name, key } of written) {
    const file = join(out, `${name}.${format}`);
    await engine.copy(`SELECT * FROM ${name} ORDER BY ${key}`, file, format);
    console.log(file);
  }
  await engine.close();
}

async function calendarTables(options: ExportOptions): Promise<PolicyTables> {
  const ids = new Set<string>();
  const measures = [];
  for (const given of options.calendars) {
    const calendar = await readCalendar(given);
    if (ids.has(calendar.id)) {
      throw new InputError(`${given}: there are two calendars of the id "${calendar.id}"`);
    }
    ids.add(calendar.id);
    const { publishedUntil, to } = calendar.coverage;
    const dates = { from: options.from, to: options.to ?? publishedUntil ?? to };
    if (dates.to < dates.from) {
      throw new InputError(`${calendar.id}: ${dates.to} lies before ${dates.from}`);
    }
    measures.push(measureOf(calendar, null, spanOf(calendar, dates)));
  }
  return {
    measures: measures.map(({ row }) => row),
    pieces: measures.flatMap(({ pieces }) => pieces),
    targets: [],
    allowances: [],
    severities: [],
    states: [],
  };
}

function tablesOfPolicy(sla: Sla, { from, to }: ExportOptions): PolicyTables {
  try {
    return tablesOf(sla, { from, to: to ?? lastPublished(sla, from) });
  } catch (error) {
    if (error instanceof SqlRefusal) throw new InputError(error.message);
    throw error;
  }
}

/** The last date whose bank holidays are published; where none are used, ten years on. */
function lastPublished(sla: Sla, from: string): Dates["to"] {
  const published = Object.values(sla.calendars).map(({ coverage }) => coverage.publishedUntil);
  const last = published.filter((date) => date !== null).sort();
  return last[0] ?? `${Number(from.slice(0, 4)) + 10}-12-31`;
}

async function readPolicy(given: string): Promise<Sla> {
  const service = policyNamed(given);
  if (service) return service.sla;
  // Whatever the file holds, defineSla checks it.
  return defineSla((await readJson(given)) as PolicyDefinition);
}
