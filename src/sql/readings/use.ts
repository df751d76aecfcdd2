import { type Dialect, sumOf } from "../dialects";
import { instantOf, joinAmount, joinInstant, lastShare, nextOpenAt, reachedAt } from "../lookups";
import type { Step } from "../query";
import { ALLOWANCES, MEASURES } from "../schema";
import { IN_ORDER, UP_TO_HERE, WHOLE } from "./life";

/** What each stretch of a count uses, and where the count breaches its allowance. */
export function useSteps(dialect: Dialect): readonly Step[] {
  return [
    {
      name: "measured_stretches",
      says: "What the measure has reached as the stretch begins and ends, and as day 0 of the count ends.",
      sql: `SELECT
  c.*, a.measure, a.amount AS allowance, a.tie, m.unit, m.share_size, m.published_until_ms,
  ${reachedAt("f", "c.at_ms")} AS reached_from,
  ${reachedAt("u", "c.to_ms")} AS reached_to,
  ${nextOpenAt("f", "c.at_ms")} AS open_from_ms,
  ${nextOpenAt("u", "c.to_ms")} AS open_to_ms,
  z.received
FROM counted_events AS c
LEFT JOIN ${ALLOWANCES.name} AS a ON a.rule = c.rule AND a.code = c.measured_code
LEFT JOIN ${MEASURES.name} AS m ON m.measure = a.measure
${joinInstant(dialect, "f", "a.measure", "c.at_ms")}
${joinInstant(dialect, "u", "a.measure", "c.to_ms")}
${joinInstant(dialect, "z", "a.measure", "c.counting_from_ms")}`,
    },
    {
      name: "stretches",
      says: "The days up to day 0 are not used by a count that starts on it.",
      sql: `SELECT
  measured_stretches.*,
  CASE WHEN received > reached_from THEN received ELSE reached_from END AS counted_from,
  CASE WHEN received > reached_to THEN received ELSE reached_to END AS counted_to
FROM measured_stretches`,
    },
    {
      name: "used_stretches",
      sql: `SELECT
  stretches.*,
  CASE WHEN counting = 1 THEN counted_to - counted_from ELSE 0 END AS used,
  ${sumOf(dialect, "CASE WHEN counting = 1 THEN counted_to - counted_from ELSE 0 END", ` ${UP_TO_HERE}`)} AS used_by_end,
  LAG(allowance) ${IN_ORDER} AS allowance_before
FROM stretches`,
    },
    {
      name: "aimed_stretches",
      says: "A larger allowance takes a breach back. What is left at the start of the stretch may run out in it.",
      sql: `SELECT
  used_stretches.*,
  used_by_end - used AS used_before,
  allowance - (used_by_end - used) AS remaining_before,
  CASE WHEN counting = 1 AND used_by_end >= allowance AND used_by_end - used <= allowance
    THEN counted_from + allowance - (used_by_end - used) END AS aim,
  MAX(CASE WHEN n > count_n AND retroactive = 0 AND is_changed = 1
    AND used_by_end - used <= allowance AND allowance > allowance_before THEN n END) ${WHOLE}
    AS forgiven_n
FROM used_stretches`,
    },
    {
      name: "aimed_shares",
      sql: `SELECT
  aimed_stretches.*,
  CASE WHEN remaining_before > 0 THEN ${lastShare(dialect, "aim", "share_size")} END AS aim_share
FROM aimed_stretches`,
    },
    {
      name: "due_stretches",
      sql: `SELECT
  s.*,
  CASE WHEN s.aim IS NULL THEN NULL
    WHEN s.remaining_before > 0 THEN ${instantOf("q", "s.aim", "s.tie")}
    WHEN s.tie = 'next-open' THEN s.open_from_ms
    ELSE s.at_ms END AS stretch_due_ms
FROM aimed_shares AS s
${joinAmount("q", "s.measure", "s.aim_share", "s.aim")}`,
    },
    {
      name: "breaching_stretches",
      says: "Breached by the change of severity, at it; or by the time that passed.",
      sql: `SELECT
  due_stretches.*,
  CASE WHEN n < forgiven_n THEN NULL
    WHEN n > count_n AND retroactive = 0 AND is_changed = 1 AND used_before > allowance THEN at_ms
    WHEN is_changed = 1 AND was_used = 1 AND breached_at_due = 1 AND used_before = allowance
      AND (tie = 'close' OR open_from_ms = at_ms) THEN at_ms
    WHEN to_ms > stretch_due_ms OR (breached_at_due = 1 AND to_ms = stretch_due_ms)
      THEN stretch_due_ms END AS breached_at_ms
FROM due_stretches`,
    },
  ];
}

/** Each ticket's count, summed. */
export function sumSteps(dialect: Dialect): readonly Step[] {
  const last = (column: string) => `MAX(CASE WHEN is_last = 1 THEN ${column} END)`;
  return [
    {
      name: "counts",
      sql: `SELECT
  ticket, policy, target, rule,
  MAX(as_of_ms) AS as_of_ms, MAX(mixed) AS mixed, MIN(first_problem) AS first_problem,
  MAX(is_started) AS is_started, MAX(ending) AS ending, MAX(held_severity_of_last) AS severity,
  MAX(started_at_ms) AS started_at_ms, MAX(promised_from_ms) AS promised_from_ms, MAX(started_code) AS started_code,
  MAX(counting_from_ms) AS counting_from_ms, MAX(to_ms) AS end_ms,
  MAX(end_n) AS end_n, ${dialectCast(dialect, "MAX(reopenings)")} AS reopenings,
  MAX(is_ungraded) AS is_ungraded,
  MIN(CASE WHEN is_ungraded = 0 THEN breached_at_ms END) AS breached_at_ms,
  ${sumOf(dialect, "used")} AS elapsed,
  ${sumOf(dialect, "CASE WHEN counting = 2 THEN counted_to - counted_from ELSE 0 END")} AS paused_for,
  ${sumOf(dialect, "CASE WHEN counting = 2 THEN to_ms - at_ms ELSE 0 END")} AS wall_paused_ms,
  MAX(CASE WHEN counting > 0 AND to_ms > published_until_ms THEN 1 ELSE 0 END) AS provisional,
  MAX(CASE WHEN is_started = 1 AND (counted_from IS NULL OR counted_to IS NULL) THEN 1 ELSE 0 END)
    AS is_outside,
  ${last("code")} AS code, ${last("measure")} AS measure, ${last("allowance")} AS allowance,
  ${last("tie")} AS tie, ${last("unit")} AS unit, ${last("share_size")} AS share_size,
  ${last("published_until_ms")} AS published_until_ms,
  ${last("counted_to")} AS counted_to, ${last("open_to_ms")} AS open_to_ms
FROM (
  SELECT breaching_stretches.*, CASE WHEN is_last = 1 THEN held_severity END AS held_severity_of_last
  FROM breaching_stretches
) AS breaching
GROUP BY ticket, policy, target, rule`,
    },
  ];
}

function dialectCast({ types }: Dialect, sql: string): string {
  return `CAST(${sql} AS ${types.integer})`;
}
