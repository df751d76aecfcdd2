WITH decided AS (
  SELECT policy, target, severity, status
  FROM {{ ref("core_hours_readings") }}
  WHERE status IN ('met', 'breached')
    AND COALESCE(stopped_at_ms, breached_at_ms) >= {{ var("month_from_ms") }} AND COALESCE(stopped_at_ms, breached_at_ms) < {{ var("month_until_ms") }}
),
counted AS (
  SELECT policy, target, severity, CAST(SUM(CASE WHEN status = 'met' THEN 1 ELSE 0 END) AS BIGINT) AS met, CAST(SUM(CASE WHEN status = 'breached' THEN 1 ELSE 0 END) AS BIGINT) AS breached
  FROM decided
  GROUP BY policy, target, severity
),
attained AS (
  SELECT
    policy, target, severity, met, breached,
    CAST(met AS DOUBLE) / CAST(met + breached AS DOUBLE) AS attainment
  FROM counted
)
SELECT * FROM attained
