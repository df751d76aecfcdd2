import type { Dialect } from "../dialects";
import { instantOf, joinAmount, joinInstant, lastShare, nextOpenAt, reachedAt } from "../lookups";
import type { Step } from "../query";
import { ALLOWANCES, MEASURES } from "../schema";
import { PROBLEMS } from "./events";

/** The numbers of each reading, from its counts. */
export function numberSteps(dialect: Dialect): readonly Step[] {
  return [...startSteps(dialect), ...endSteps(dialect), readingStep(dialect)];
}

/** When the whole allowance would be used up from the start, or from now on if the clock has not started. */
function startSteps(dialect: Dialect): readonly Step[] {
  return [
    {
      name: "starts",
      sql: `SELECT
  counts.*,
  CASE WHEN is_started = 1 THEN promised_from_ms WHEN ending = 0 THEN as_of_ms END AS from_ms,
  CASE WHEN is_ungraded = 1 THEN NULL WHEN is_started = 1 THEN started_code
    WHEN ending = 0 THEN code END AS from_code
FROM counts`,
    },
    {
      name: "measured_starts",
      sql: `SELECT
  s.*, a.measure AS from_measure, a.amount AS from_allowance, a.tie AS from_tie,
  m.unit AS from_unit, m.share_size AS from_share_size,
  m.published_until_ms AS from_published_until_ms,
  ${nextOpenAt("f", "s.from_ms")} AS open_from_ms,
  CASE WHEN f.received > ${reachedAt("f", "s.from_ms")} THEN f.received
    ELSE ${reachedAt("f", "s.from_ms")} END + a.amount AS from_aim
FROM starts AS s
LEFT JOIN ${ALLOWANCES.name} AS a ON a.rule = s.rule AND a.code = s.from_code
LEFT JOIN ${MEASURES.name} AS m ON m.measure = a.measure
${joinInstant(dialect, "f", "a.measure", "s.from_ms")}`,
    },
    {
      name: "aimed_starts",
      sql: `SELECT
  measured_starts.*,
  CASE WHEN from_allowance > 0 THEN ${lastShare(dialect, "from_aim", "from_share_size")} END
    AS from_share
FROM measured_starts`,
    },
    {
      name: "due_starts",
      sql: `SELECT
  s.*,
  CASE WHEN s.from_allowance IS NULL THEN NULL
    WHEN s.from_allowance > 0 THEN ${instantOf("q", "s.from_aim", "s.from_tie")}
    WHEN s.from_tie = 'next-open' THEN s.open_from_ms
    ELSE s.from_ms END AS whole_due_ms
FROM aimed_starts AS s
${joinAmount("q", "s.from_measure", "s.from_share", "s.from_aim")}`,
    },
  ];
}

/** When the remaining allowance would be used up by a clock that runs from the end of the count on. */
function endSteps(dialect: Dialect): readonly Step[] {
  return [
    {
      name: "ends",
      sql: `SELECT
  due_starts.*,
  CASE WHEN allowance > elapsed THEN allowance - elapsed ELSE 0 END AS remaining,
  CASE WHEN elapsed > allowance THEN elapsed - allowance ELSE 0 END AS overrun,
  counted_to + allowance - elapsed AS end_aim,
  CASE WHEN is_started = 1 AND is_ungraded = 0 AND breached_at_ms IS NULL AND ending <> 4
    THEN 1 ELSE 0 END AS is_ahead
FROM due_starts`,
    },
    {
      name: "aimed_ends",
      sql: `SELECT
  ends.*,
  CASE WHEN is_ahead = 1 AND remaining > 0 THEN ${lastShare(dialect, "end_aim", "share_size")} END
    AS end_share
FROM ends`,
    },
    {
      name: "due_ends",
      sql: `SELECT
  e.*,
  CASE WHEN e.is_started = 0 THEN e.whole_due_ms
    WHEN e.is_ahead = 0 THEN e.breached_at_ms
    WHEN e.remaining > 0 THEN ${instantOf("q", "e.end_aim", "e.tie")}
    WHEN e.tie = 'next-open' THEN e.open_to_ms
    ELSE e.end_ms END AS projected_ms
FROM aimed_ends AS e
${joinAmount("q", "e.measure", "e.end_share", "e.end_aim")}`,
    },
    {
      name: "told_ends",
      says: "Why there is no reading, if there is none.",
      sql: `SELECT
  due_ends.*,
  CASE WHEN mixed = 1 THEN 'tables-mixed'
${Object.entries(PROBLEMS)
  .map(([code, name]) => `    WHEN ${dialect.mod("first_problem", 8)} = ${code} THEN '${name}'`)
  .join("\n")}
    WHEN is_outside = 1 THEN 'outside-tables'
    WHEN from_allowance IS NOT NULL AND whole_due_ms IS NULL AND from_ms IS NOT NULL
      THEN 'outside-tables'
    WHEN is_ahead = 1 AND projected_ms IS NULL THEN 'outside-tables' END AS error
FROM due_ends`,
    },
  ];
}

/** The columns that a reading has even if its ticket has an error. */
const ALWAYS = ["policy", "ticket", "target", "error", "as_of_ms"];

const readingStep = ({ types, fraction }: Dialect): Step => {
  const flag = (sql: string) => `CASE WHEN ${sql} THEN 1 ELSE 0 END`;
  const started = (sql: string) => `CASE WHEN is_started = 1 THEN ${sql} END`;
  const counted = (sql: string) => `CASE WHEN is_started = 1 THEN ${sql} ELSE 0 END`;
  // If a ticket runs without a severity, nobody knows how much it may use.
  const known = (sql: string) =>
    `CASE WHEN is_started = 0 THEN COALESCE(from_allowance, 0) WHEN is_ungraded = 0 THEN ${sql} END`;
  const columns: Readonly<Record<string, string>> = {
    status: `CASE WHEN ending = 0 THEN 'pending' WHEN ending = 4 THEN 'cancelled'
    WHEN breached_at_ms IS NOT NULL THEN 'breached'
    WHEN ending = 3 AND is_ungraded = 1 THEN 'not-applicable' WHEN ending = 3 THEN 'met'
    WHEN ending = 2 THEN 'paused' ELSE 'running' END`,
    breached: flag("breached_at_ms IS NOT NULL"),
    paused: flag("ending = 2"),
    severity: "severity",
    started_at_ms: "started_at_ms",
    original_due_at_ms: started("whole_due_ms"),
    due_at_ms: `CASE WHEN is_started = 1 AND (ending <> 2 OR breached_at_ms IS NOT NULL)
    THEN projected_ms END`,
    projected_due_at_ms: "projected_ms",
    breached_at_ms: "breached_at_ms",
    stopped_at_ms: "CASE WHEN is_started = 1 AND ending IN (3, 4) THEN end_ms END",
    unit: `CASE WHEN is_started = 1 THEN unit ELSE COALESCE(from_unit, 'milliseconds') END`,
    allowance: known("allowance"),
    elapsed: counted("elapsed"),
    remaining: known("remaining"),
    overrun: `CASE WHEN is_started = 1 AND is_ungraded = 0 THEN overrun ELSE 0 END`,
    paused_for: counted("paused_for"),
    wall_paused_ms: counted("wall_paused_ms"),
    wall_elapsed_ms: counted("end_ms - started_at_ms"),
    percent_elapsed: `CASE WHEN is_started = 0 THEN 0e0 WHEN is_ungraded = 1 THEN NULL WHEN allowance = 0 THEN 1e2
    ELSE CAST(elapsed AS ${types.fraction}) / ${fraction("allowance")} * 1e2 END`,
    reopenings: counted("reopenings"),
    provisional: flag(
      `(is_started = 1 AND (provisional = 1
      OR (is_ungraded = 0 AND whole_due_ms > from_published_until_ms) OR projected_ms > published_until_ms))
    OR (is_started = 0 AND projected_ms > from_published_until_ms)`,
    ),
  };
  const lines = Object.entries(columns).map(
    ([name, sql]) => `  CASE WHEN error IS NULL THEN ${sql} END AS ${name}`,
  );
  return {
    name: "readings",
    says: "Instants are epoch milliseconds, lengths are in the unit of the allowance, and 1 is true.",
    sql: `SELECT\n  ${ALWAYS.join(", ")},\n${lines.join(",\n")}\nFROM told_ends`,
  };
};
