SELECT e.ticket FROM {{ ref("expected_readings") }} AS e LEFT JOIN {{ ref("core_hours_readings") }} AS r ON r.ticket = e.ticket AND r.target = e.target WHERE r.policy IS DISTINCT FROM e.policy
    OR r.ticket IS DISTINCT FROM e.ticket
    OR r.target IS DISTINCT FROM e.target
    OR r.error IS DISTINCT FROM e.error
    OR r.status IS DISTINCT FROM e.status
    OR r.breached IS DISTINCT FROM e.breached
    OR r.paused IS DISTINCT FROM e.paused
    OR r.severity IS DISTINCT FROM e.severity
    OR r.started_at_ms IS DISTINCT FROM e.started_at_ms
    OR r.original_due_at_ms IS DISTINCT FROM e.original_due_at_ms
    OR r.due_at_ms IS DISTINCT FROM e.due_at_ms
    OR r.projected_due_at_ms IS DISTINCT FROM e.projected_due_at_ms
    OR r.breached_at_ms IS DISTINCT FROM e.breached_at_ms
    OR r.stopped_at_ms IS DISTINCT FROM e.stopped_at_ms
    OR r.unit IS DISTINCT FROM e.unit
    OR r.allowance IS DISTINCT FROM e.allowance
    OR r.elapsed IS DISTINCT FROM e.elapsed
    OR r.remaining IS DISTINCT FROM e.remaining
    OR r.overrun IS DISTINCT FROM e.overrun
    OR r.paused_for IS DISTINCT FROM e.paused_for
    OR r.wall_paused_ms IS DISTINCT FROM e.wall_paused_ms
    OR r.wall_elapsed_ms IS DISTINCT FROM e.wall_elapsed_ms
    OR r.percent_elapsed IS DISTINCT FROM e.percent_elapsed
    OR r.reopenings IS DISTINCT FROM e.reopenings
    OR r.provisional IS DISTINCT FROM e.provisional ORDER BY e.ticket LIMIT 5
