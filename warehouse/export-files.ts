import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { WorkingCalendar } from "../src/index";
import { InputError } from "../src/tickets/log/problems";
import { readCalendar } from "./calendars";
import { DuckDb } from "./duckdb";
import { loadTables } from "./load-tables";
import { DAYS, PERIODS } from "./schema";
import { type CalendarTables, type Span, tablesOf } from "./tables";

export interface ExportOptions {
  /** The names of calendars, or paths of JSON files. */
  readonly calendars: readonly string[];
  /** The first date, ISO. */
  readonly from: string;
  /** The last date, ISO; undefined for the last whose bank holidays are published. */
  readonly to: string | undefined;
  readonly out: string;
  readonly format: "parquet" | "csv";
}

/** Writes the two tables of some calendars as files, and prints what they hold. */
export async function exportFiles(options: ExportOptions): Promise<void> {
  const { from, out, format } = options;
  const tables: CalendarTables[] = [];
  const ids = new Set<string>();
  for (const given of options.calendars) {
    const calendar = await readCalendar(given);
    if (ids.has(calendar.id)) {
      throw new InputError(`${given}: there are two calendars of the id "${calendar.id}"`);
    }
    ids.add(calendar.id);
    const to = options.to ?? calendar.coverage.publishedUntil ?? calendar.coverage.to;
    const span = spanOf(calendar, from, to);
    tables.push(tablesOf(calendar.id, calendar.timeline, span));
    const provisional = calendar.isProvisional(span.toMs)
      ? ", with bank holidays that are projected, not published"
      : "";
    console.log(`${calendar.id}: ${from} to ${to}${provisional}`);
  }
  await mkdir(out, { recursive: true });
  const engine = await DuckDb.open();
  await loadTables(engine, tables);
  for (const { name, key } of [DAYS, PERIODS]) {
    const file = join(out, `${name}.${format}`);
    await engine.copy(`SELECT * FROM ${name} ORDER BY ${key}`, file, format);
    console.log(file);
  }
  await engine.close();
}

/** From the midnight that begins a date to the one that ends another. */
function spanOf(calendar: WorkingCalendar, from: string, to: string): Span {
  const start = calendar.at(from);
  const end = calendar.at(to).plus({ days: 1 }).startOf("day");
  if (start >= end) throw new InputError(`${calendar.id}: ${to} lies before ${from}`);
  return { fromMs: start.toMillis(), toMs: end.toMillis() };
}
