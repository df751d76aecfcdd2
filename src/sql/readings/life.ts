import type { Dialect } from "../dialects";
import type { Step } from "../query";

/** The windows for every calculation: the rows of a ticket's target, all of them or up to the current one. */
export const WHOLE = "OVER (PARTITION BY ticket, rule)";
export const IN_ORDER = "OVER (PARTITION BY ticket, rule ORDER BY n)";
export const UP_TO_HERE =
  "OVER (PARTITION BY ticket, rule ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)";

/** What happens to a ticket's clock: when it starts, ends and begins a new count. */
export function lifeSteps({ mod }: Dialect): readonly Step[] {
  return [
    {
      name: "acted_events",
      sql: `SELECT
  told_events.*,
  MAX(CASE WHEN role IN (1, 2) THEN 1 ELSE 0 END) ${UP_TO_HERE} AS has_started,
  MAX(CASE WHEN role IN (1, 2, 3) THEN n * 4 + role END) ${UP_TO_HERE} AS last_act,
  MIN(CASE WHEN given_severity IS NOT NULL THEN n END) ${WHOLE} AS first_graded_n
FROM told_events`,
    },
    {
      name: "active_events",
      says: "0 pending, 1 running, 2 paused, 3 stopped, from the event on.",
      sql: `SELECT
  acted_events.*,
  CASE WHEN has_started = 0 THEN 0 ELSE ${mod("last_act", 4)} END AS activity,
  MAX(CASE WHEN n = first_graded_n THEN at_ms END) ${WHOLE} AS first_graded_at_ms,
  MAX(CASE WHEN n = first_graded_n THEN given_code END) ${WHOLE} AS first_code,
  MAX(CASE WHEN n = first_graded_n THEN given_severity END) ${WHOLE} AS first_severity
FROM acted_events`,
    },
    {
      name: "moving_events",
      sql: `SELECT
  active_events.*,
  COALESCE(LAG(activity) ${IN_ORDER}, 0) AS activity_before,
  CASE WHEN given_severity IS NULL OR given_severity = LAG(given_severity) ${IN_ORDER} THEN 0 ELSE 1 END
    AS is_regraded
FROM active_events`,
    },
    {
      name: "ending_events",
      says: "The event after which nothing changes any more.",
      sql: `SELECT
  moving_events.*,
  MIN(CASE WHEN role = 4 AND activity_before <> 3 THEN n
    WHEN first_only = 1 AND role = 3 AND activity_before IN (1, 2) THEN n END) ${WHOLE} AS final_n,
  MIN(CASE WHEN role = 4 AND activity_before <> 3 THEN at_ms
    WHEN first_only = 1 AND role = 3 AND activity_before IN (1, 2) THEN at_ms END) ${WHOLE}
    AS final_at_ms
FROM moving_events`,
    },
    {
      name: "judged_events",
      sql: `SELECT
  ending_events.*,
  MIN(CASE WHEN severity_problem = 1 THEN 1
    WHEN severity_problem > 0 AND (final_at_ms IS NULL OR at_ms <= final_at_ms)
      THEN ((instant_n * 2) * 4194304 + n) * 8 + severity_problem
    WHEN state_problem = 4 AND (final_n IS NULL OR n <= final_n)
      THEN ((instant_n * 2 + 1) * 4194304 + n) * 8 + state_problem END) ${WHOLE} AS first_problem,
  MAX(CASE WHEN final_n IS NOT NULL AND n > final_n THEN NULL
    WHEN role = 4 AND n = final_n THEN n * 8 + 4
    ELSE n * 8 + activity END) ${WHOLE} AS last_activity,
  MAX(CASE WHEN final_n IS NOT NULL AND n > final_n THEN NULL
    WHEN role = 3 AND activity_before IN (1, 2) THEN n END) ${WHOLE} AS stop_n,
  MAX(CASE WHEN final_n IS NOT NULL AND n > final_n THEN NULL ELSE has_started END) ${WHOLE}
    AS is_started
FROM ending_events`,
    },
    {
      name: "late_events",
      says: "1: a severity that comes late holds from the start. 2: one that comes after the end does not hold.",
      sql: `SELECT
  judged_events.*,
  CASE WHEN given_severity IS NOT NULL OR given_code > 0 THEN 0
    WHEN first_graded_at_ms IS NULL OR first_graded_at_ms > final_at_ms THEN 2
    ELSE 1 END AS lateness
FROM judged_events`,
    },
    {
      name: "ended_events",
      says: "4 is cancelled. A verdict stands as of its stop, whatever comes later. Without a severity the first allowance measures.",
      sql: `SELECT
  late_events.*,
  CASE lateness WHEN 0 THEN given_code WHEN 1 THEN first_code ELSE 1 END AS code,
  CASE lateness WHEN 0 THEN given_severity WHEN 1 THEN first_severity END AS held_severity,
  CASE lateness WHEN 2 THEN 1 ELSE 0 END AS is_ungraded,
  ${mod("last_activity", 8)} AS ending,
  CASE ${mod("last_activity", 8)} WHEN 3 THEN stop_n WHEN 4 THEN final_n END AS end_n
FROM late_events`,
    },
    {
      name: "lasting_events",
      says: "Those that change the clock; of one that has not started, the last.",
      sql: `SELECT ended_events.*
FROM ended_events
WHERE (is_started = 0 AND n * 8 + ending = last_activity)
  OR (is_started = 1 AND at_ms <= as_of_ms AND (end_n IS NULL OR n <= end_n)
    AND (activity_before IN (1, 2) OR (activity_before = 3 AND continues = 1) OR role IN (1, 2))
    AND NOT (activity_before IN (1, 2) AND role IN (0, activity_before) AND is_regraded = 0))`,
    },
    ...countSteps(mod),
  ];
}

/** Which events begin a cycle, and a count of the allowance. */
function countSteps(mod: Dialect["mod"]): readonly Step[] {
  return [
    {
      name: "cycling_events",
      sql: `SELECT
  lasting_events.*,
  LAG(code) ${IN_ORDER} AS measured_before,
  LEAD(at_ms) ${IN_ORDER} AS next_at_ms,
  SUM(CASE WHEN activity_before = 3 AND role IN (1, 2) THEN 1 ELSE 0 END) ${WHOLE} AS reopenings,
  MAX(CASE WHEN role IN (1, 2) AND (activity_before = 0 OR (activity_before = 3 AND new_cycle = 1))
    THEN n END) ${WHOLE} AS cycle_n,
  MAX(n * 1000 + code) ${WHOLE} AS last_code
FROM lasting_events`,
    },
    {
      name: "counting_events",
      sql: `SELECT
  cycling_events.*,
  MAX(CASE WHEN n = cycle_n THEN at_ms END) ${WHOLE} AS started_at_ms,
  MAX(CASE WHEN n = cycle_n THEN code END) ${WHOLE} AS started_code,
  MAX(CASE WHEN n = cycle_n THEN at_ms
    WHEN n > cycle_n AND restart_on_reopen = 1 AND activity_before = 3 AND role IN (1, 2)
      AND lateness > 0 THEN at_ms END) ${WHOLE} AS promised_from_ms,
  MAX(CASE WHEN n = cycle_n THEN n
    WHEN n > cycle_n AND restart_on_reopen = 1 AND activity_before = 3 AND role IN (1, 2) THEN n
    WHEN n > cycle_n AND restart_on_change = 1 AND code <> measured_before THEN n END) ${WHOLE}
    AS count_n
FROM cycling_events`,
    },
    {
      name: "counted_events",
      says: "The present count, from its first event on. 1 is used, 2 paused, 0 nothing.",
      sql: `SELECT
  counting_events.*,
  MAX(CASE WHEN n = count_n THEN at_ms END) ${WHOLE} AS counting_from_ms,
  CASE WHEN retroactive = 1 THEN ${mod("last_code", 1000)} ELSE code END AS measured_code,
  CASE WHEN next_at_ms IS NULL THEN 1 ELSE 0 END AS is_last,
  CASE WHEN next_at_ms IS NOT NULL THEN next_at_ms
    WHEN is_started = 1 AND end_n IS NOT NULL THEN at_ms ELSE as_of_ms END AS to_ms,
  CASE WHEN is_started = 0 OR (next_at_ms IS NULL AND end_n IS NOT NULL) THEN 0
    WHEN activity = 1 OR (activity = 3 AND continues = 1) THEN 1
    WHEN activity = 2 THEN 2 ELSE 0 END AS counting,
  CASE WHEN activity_before = 1 OR (activity_before = 3 AND continues = 1) THEN 1 ELSE 0 END
    AS was_used,
  CASE WHEN code <> measured_before THEN 1 ELSE 0 END AS is_changed
FROM counting_events
WHERE n >= count_n OR is_started = 0`,
    },
  ];
}
