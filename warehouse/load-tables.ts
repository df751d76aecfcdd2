import type { Engine } from "./engine";
import { DAYS, PERIODS } from "./schema";
import { createSql } from "./sql";
import type { CalendarTables } from "./tables";

/**
 * Makes the two tables in an engine, with the rows of some calendars.
 *
 * @returns how many rows there are
 */
export async function loadTables(
  engine: Engine,
  tables: readonly CalendarTables[],
): Promise<number> {
  const days = tables.flatMap((one) => one.days);
  const periods = tables.flatMap((one) => one.periods);
  await engine.run(createSql(DAYS, engine.dialect));
  await engine.run(createSql(PERIODS, engine.dialect));
  await engine.insert(DAYS, days);
  await engine.insert(PERIODS, periods);
  return days.length + periods.length;
}
