import { DAYS, PERIODS } from "./schema";
import { addSql, betweenSql, createSql, type Dialect } from "./sql";

/** Everything to be run in an engine, with comments: the tables, how they are filled, the three queries. */
export function scriptOf(dialect: Dialect): string {
  const { title, load, toMs, fromMs } = dialect;
  return [
    `-- ${title}: working time between two instants, and when an amount of it has been worked.`,
    `-- Instants are epoch milliseconds: ${toMs("opened_at")} makes one of a timestamp,`,
    `-- and ${fromMs("due_ms")} a timestamp of one.`,
    "",
    createSql(DAYS, dialect),
    createSql(PERIODS, dialect),
    "-- Filled from what `npm run warehouse -- export` writes:",
    load(DAYS.name),
    load(PERIODS.name),
    "",
    "-- between(start_ms, end_ms); negative where the end is before the start.",
    `${betweenSql(dialect)};`,
    "",
    "-- add(start_ms, amount_ms); an amount that runs out at a closing is due then.",
    `${addSql(dialect, "close")};`,
    "",
    "-- The same, but such an amount is due at the next opening.",
    `${addSql(dialect, "next-open")};`,
  ].join("\n");
}
