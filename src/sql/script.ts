import type { Sla, Target } from "../index";
import { DIALECTS, type Dialect, type DialectName } from "./dialects";
import type { Dates } from "./measures";
import { tablesOf } from "./policy";
import { createAs, selectOf } from "./query";
import {
  type AttainedBy,
  attainmentQuery,
  dueSoonQuery,
  type MonthSpan,
  READINGS,
} from "./questions";
import { readingsQuery } from "./readings/readings";
import { dropSql, READ_TABLES, setupOf } from "./setup";

/** What a script contains. */
export interface ScriptOptions {
  readonly dialect: DialectName;
  readonly sla: Sla;
  /** Which of the policy's targets. */
  readonly targets: readonly Target[];
  /** The dates of its calendars that the tables hold. */
  readonly dates: Dates;
  /** The instant of the readings, epoch milliseconds; null for the engine's own clock. */
  readonly asOfMs: number | null;
  readonly events: EventsTable;
  /** Whether the rows of the tables are in the script, or in files that it loads. */
  readonly tables: "inline" | "files";
  /** How many hours ahead to look. */
  readonly hours: number;
  readonly month: MonthSpan & { readonly name: string };
  readonly by: AttainedBy;
}

/** Where the events are. */
export interface EventsTable {
  readonly name: string;
  readonly ticket: string;
  /** The column of the instant: epoch milliseconds, or a timestamp of the engine. */
  readonly at: string;
  readonly isTimestamp: boolean;
  readonly state: string;
  /** The column of the severity; null for a table that has no such column. */
  readonly severity: string | null;
  /** What puts the events of one instant in order. */
  readonly order: string;
}

/** Everything to be run in an engine, with comments: the tables, the readings, and two questions. */
export function scriptOf(options: ScriptOptions): string {
  const dialect: Dialect = DIALECTS[options.dialect];
  const { sla, targets, dates, month } = options;
  const tables = tablesOf(sla, dates, targets);
  const setup =
    options.tables === "inline"
      ? setupOf(tables, dialect)
      : READ_TABLES.flatMap(({ name }) => [dropSql(name), dialect.load(name)]);
  const readings = readingsQuery(dialect, {
    policy: dialect.quote(sla.id),
    asOfMs: options.asOfMs === null ? dialect.nowMs : String(options.asOfMs),
    events: eventsSql(options.events, dialect),
  });
  return [
    `-- ${dialect.title}: where every ticket stands with ${sla.title}.`,
    `-- Targets: ${targets.map(({ id }) => id).join(", ")}.`,
    `-- Calendars: ${dates.from} to ${dates.to}; a ticket that leads beyond has the error outside-tables.`,
    "-- Instants are epoch milliseconds:",
    `-- ${dialect.toMs("opened_at")} makes one of a timestamp,`,
    `-- and ${dialect.fromMs("due_at_ms")} a timestamp of one.`,
    "",
    "-- 1. The calendars and the policy.",
    ...setup,
    "",
    `-- 2. The readings, in the table ${READINGS}: one for each ticket and target.`,
    dropSql(READINGS),
    createAs(READINGS, readings, dialect),
    "",
    `-- 3. What is due in the next ${options.hours} hours.`,
    `${selectOf(dueSoonQuery(options.hours))};`,
    "",
    `-- 4. The attainment of ${month.name}, by when tickets were ${options.by}.`,
    `${selectOf(attainmentQuery(dialect, month, options.by))};`,
    "",
  ].join("\n");
}

function eventsSql(events: EventsTable, { toMs, types }: Dialect): string {
  const at = events.isTimestamp ? toMs(events.at) : events.at;
  const severity = events.severity ?? `CAST(NULL AS ${types.text})`;
  return `(
  SELECT ${events.ticket} AS ticket, ${at} AS at_ms, ${events.state} AS state,
    ${severity} AS severity, ${events.order} AS ordinal
  FROM ${events.name}
) AS events`;
}
