import { measureOf } from "../src/sql/measures";
import type { PolicyTables } from "../src/sql/policy";
import { setupOf } from "../src/sql/setup";
import type { Exported } from "./calendars";
import type { Engine } from "./engine";

/** The working time of some calendars as tables, without a policy. */
export function calendarTables(calendars: readonly Exported[]): PolicyTables {
  const measures = calendars.map(({ calendar, span }) => measureOf(calendar, null, span));
  return {
    measures: measures.map(({ row }) => row),
    pieces: measures.flatMap(({ pieces }) => pieces),
    targets: [],
    allowances: [],
    severities: [],
    states: [],
  };
}

/** Makes the tables in an engine, with the statements of the script. */
export async function loadTables(engine: Engine, tables: PolicyTables): Promise<void> {
  for (const statement of setupOf(tables, engine.dialect)) await engine.run(statement);
}
