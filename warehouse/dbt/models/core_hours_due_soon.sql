WITH due_soon AS (
  SELECT policy, target, ticket, severity, due_at_ms, due_at_ms - as_of_ms AS left_ms, remaining, unit
  FROM {{ ref("core_hours_readings") }}
  WHERE status = 'running' AND due_at_ms >= as_of_ms AND due_at_ms < as_of_ms + 86400000
)
SELECT * FROM due_soon
