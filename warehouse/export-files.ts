import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { measureOf, spanOf } from "../src/sql/measures";
import type { PolicyTables } from "../src/sql/policy";
import { AMOUNTS, INSTANTS, MEASURES, PIECES } from "../src/sql/schema";
import { READ_TABLES } from "../src/sql/setup";
import { InputError } from "../src/tickets/log/problems";
import { readCalendar } from "./calendars";
import { DuckDb } from "./duckdb";
import { loadTables } from "./load-tables";
import { policyTables } from "./read-policy";

export interface ExportOptions {
  /** The names of calendars, or paths of JSON files. */
  readonly calendars: readonly string[];
  /** A service, or the path of a JSON file; undefined for only calendars. */
  readonly policy: string | undefined;
  /** The first date, ISO. */
  readonly from: string;
  /** The last date, ISO; by default the last whose bank holidays are published. */
  readonly to: string | undefined;
  readonly out: string;
  readonly format: "parquet" | "csv";
}

/** Writes the tables of a policy, or of some calendars, as files, and prints what they hold. */
export async function exportFiles(options: ExportOptions): Promise<void> {
  const { policy, out, format } = options;
  const tables =
    policy === undefined ? await calendarTables(options) : await policyTables(policy, options);
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
