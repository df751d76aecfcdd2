import type { Step } from "../query";
import { ALLOWANCES, AMOUNTS, INSTANTS, MEASURES, SEVERITIES, STATES, TARGETS } from "../schema";

/** Where the events are, and the instant at which they are read. */
export interface Asked {
  /** The policy, as an SQL expression. */
  readonly policy: string;
  /** The instant to read at, epoch milliseconds, as an SQL expression. */
  readonly asOfMs: string;
  /** A table, or a query in parentheses, of `ticket`, `at_ms`, `state`, `severity` and `ordinal`. */
  readonly events: string;
}

/** Why a ticket has no reading, by the code of its first problem. */
export const PROBLEMS = {
  1: "event-instant-invalid",
  2: "severity-unknown",
  3: "severity-without-allowance",
  4: "state-unknown",
} as const;

/** The events in order, and each with its target's rule: what its state does, whose allowance applies. */
export function eventSteps({ policy, asOfMs, events }: Asked): readonly Step[] {
  return [
    {
      name: "given_events",
      says: "Your events; what lies after the instant of the readings has not happened yet.",
      sql: `SELECT
  ${policy} AS policy, ${asOfMs} AS as_of_ms,
  ticket, at_ms, state, severity, ordinal
FROM ${events}`,
    },
    {
      name: "events_in_order",
      sql: `SELECT
  policy, as_of_ms, ticket, at_ms,
  CASE WHEN at_ms <= as_of_ms THEN state END AS state,
  CASE WHEN at_ms <= as_of_ms THEN severity END AS severity,
  ROW_NUMBER() OVER (PARTITION BY ticket ORDER BY at_ms, ordinal) AS n,
  RANK() OVER (PARTITION BY ticket ORDER BY at_ms) AS instant_n
FROM given_events`,
    },
    {
      name: "events_by_grading",
      says: "One instant is one change: the last severity given at it holds for all its events.",
      sql: `SELECT
  events_in_order.*,
  MAX(CASE WHEN severity IS NOT NULL THEN n END)
    OVER (PARTITION BY ticket ORDER BY instant_n RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    AS graded_n
FROM events_in_order`,
    },
    {
      name: "graded_events",
      sql: `SELECT
  events_by_grading.*,
  MAX(CASE WHEN n = graded_n THEN severity END) OVER (PARTITION BY ticket, graded_n)
    AS held_severity
FROM events_by_grading`,
    },
    ...ruleSteps(),
    {
      name: "told_events",
      says: "Once for each target: 1 runs, 2 pauses, 3 stops, 4 cancels, 0 does nothing.",
      sql: `SELECT
  e.policy, r.target, r.rule, e.ticket, e.as_of_ms, e.at_ms, e.n, e.instant_n,
  e.held_severity AS given_severity, r.mixed, r.first_only, r.continues, r.new_cycle, r.restart_on_reopen,
  r.restart_on_change, r.retroactive, r.breached_at_due,
  CASE s.role WHEN 'runs' THEN 1 WHEN 'pauses' THEN 2 WHEN 'stops' THEN 3 WHEN 'cancels' THEN 4
    ELSE 0 END AS role,
  CASE WHEN e.held_severity IS NULL THEN r.ungraded_code ELSE COALESCE(h.code, r.unlisted_code)
    END AS given_code,
  CASE WHEN e.at_ms IS NULL THEN 1
    WHEN e.severity IS NULL THEN 0
    WHEN COALESCE(g.code, r.unlisted_code) = -1 THEN 2
    WHEN COALESCE(g.code, r.unlisted_code) = 0 THEN 3
    ELSE 0 END AS severity_problem,
  CASE WHEN e.state IS NOT NULL AND s.role IS NULL THEN 4 ELSE 0 END AS state_problem
FROM graded_events AS e
JOIN rules AS r ON r.policy = e.policy
LEFT JOIN ${STATES.name} AS s ON s.rule = r.rule AND s.state = e.state
LEFT JOIN ${SEVERITIES.name} AS g ON g.rule = r.rule AND g.severity = e.severity
LEFT JOIN ${SEVERITIES.name} AS h ON h.rule = r.rule AND h.severity = e.held_severity`,
    },
  ];
}

/** The targets, and whether all their rows are there, from one export and once. */
function ruleSteps(): readonly Step[] {
  const counted = (table: string, key: string) =>
    `(SELECT ${key}, COUNT(*) AS found FROM ${table} GROUP BY ${key})`;
  return [
    {
      name: "mixed_allowances",
      says: "Tables of different exports do not go together: their rules and measures differ.",
      sql: `SELECT
  a.rule, COUNT(*) AS found,
  MAX(CASE WHEN i.found = m.instants AND COALESCE(q.found, 0) = m.amounts THEN 0 ELSE 1 END) AS mixed
FROM ${ALLOWANCES.name} AS a
LEFT JOIN ${MEASURES.name} AS m ON m.measure = a.measure
LEFT JOIN ${counted(INSTANTS.name, "measure")} AS i ON i.measure = a.measure
LEFT JOIN ${counted(AMOUNTS.name, "measure")} AS q ON q.measure = a.measure
GROUP BY a.rule`,
    },
    {
      name: "rules",
      sql: `SELECT
  t.policy, t.target, t.rule, t.ungraded_code, t.unlisted_code,
  CASE WHEN t.on_reopen = 'first-only' THEN 1 ELSE 0 END AS first_only,
  CASE WHEN t.on_reopen = 'continue' THEN 1 ELSE 0 END AS continues,
  CASE WHEN t.on_reopen = 'new-cycle' THEN 1 ELSE 0 END AS new_cycle,
  CASE WHEN t.on_reopen = 'restart' THEN 1 ELSE 0 END AS restart_on_reopen,
  CASE WHEN t.on_severity_change = 'restart' THEN 1 ELSE 0 END AS restart_on_change,
  CASE WHEN t.on_severity_change = 'retroactive' THEN 1 ELSE 0 END AS retroactive,
  CASE WHEN t.at_due = 'breached' THEN 1 ELSE 0 END AS breached_at_due,
  CASE WHEN a.mixed = 0 AND a.found = t.allowances AND s.found = t.states
    AND COALESCE(g.found, 0) = t.severities
    AND COUNT(*) OVER (PARTITION BY t.policy, t.target) = 1 THEN 0 ELSE 1 END AS mixed
FROM ${TARGETS.name} AS t
LEFT JOIN mixed_allowances AS a ON a.rule = t.rule
LEFT JOIN ${counted(STATES.name, "rule")} AS s ON s.rule = t.rule
LEFT JOIN ${counted(SEVERITIES.name, "rule")} AS g ON g.rule = t.rule`,
    },
  ];
}
