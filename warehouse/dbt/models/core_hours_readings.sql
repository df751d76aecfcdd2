WITH -- Your events; what lies after the instant of the readings has not happened yet.
given_events AS (
  SELECT
    '{{ var("policy") }}' AS policy, {{ var("as_of_ms") }} AS as_of_ms,
    ticket, at_ms, state, severity, ordinal
  FROM {{ ref("ticket_events") }}
),
events_in_order AS (
  SELECT
    policy, as_of_ms, ticket, at_ms,
    CASE WHEN at_ms <= as_of_ms THEN state END AS state,
    CASE WHEN at_ms <= as_of_ms THEN severity END AS severity,
    ROW_NUMBER() OVER (PARTITION BY ticket ORDER BY at_ms, ordinal) AS n,
    RANK() OVER (PARTITION BY ticket ORDER BY at_ms) AS instant_n
  FROM given_events
),
-- One instant is one change: the last severity given at it holds for all its events.
events_by_grading AS (
  SELECT
    events_in_order.*,
    MAX(CASE WHEN severity IS NOT NULL THEN n END)
      OVER (PARTITION BY ticket ORDER BY instant_n RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
      AS graded_n
  FROM events_in_order
),
graded_events AS (
  SELECT
    events_by_grading.*,
    MAX(CASE WHEN n = graded_n THEN severity END) OVER (PARTITION BY ticket, graded_n)
      AS held_severity
  FROM events_by_grading
),
-- Tables of different exports do not go together: their rules and measures differ.
mixed_allowances AS (
  SELECT
    a.rule, COUNT(*) AS found,
    MAX(CASE WHEN i.found = m.instants AND COALESCE(q.found, 0) = m.amounts THEN 0 ELSE 1 END) AS mixed
  FROM {{ ref("core_hours_allowances") }} AS a
  LEFT JOIN {{ ref("core_hours_measures") }} AS m ON m.measure = a.measure
  LEFT JOIN (SELECT measure, COUNT(*) AS found FROM {{ ref("core_hours_instants") }} GROUP BY measure) AS i ON i.measure = a.measure
  LEFT JOIN (SELECT measure, COUNT(*) AS found FROM {{ ref("core_hours_amounts") }} GROUP BY measure) AS q ON q.measure = a.measure
  GROUP BY a.rule
),
rules AS (
  SELECT
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
  FROM {{ ref("core_hours_targets") }} AS t
  LEFT JOIN mixed_allowances AS a ON a.rule = t.rule
  LEFT JOIN (SELECT rule, COUNT(*) AS found FROM {{ ref("core_hours_states") }} GROUP BY rule) AS s ON s.rule = t.rule
  LEFT JOIN (SELECT rule, COUNT(*) AS found FROM {{ ref("core_hours_severities") }} GROUP BY rule) AS g ON g.rule = t.rule
),
-- Once for each target: 1 runs, 2 pauses, 3 stops, 4 cancels, 0 does nothing.
told_events AS (
  SELECT
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
  LEFT JOIN {{ ref("core_hours_states") }} AS s ON s.rule = r.rule AND s.state = e.state
  LEFT JOIN {{ ref("core_hours_severities") }} AS g ON g.rule = r.rule AND g.severity = e.severity
  LEFT JOIN {{ ref("core_hours_severities") }} AS h ON h.rule = r.rule AND h.severity = e.held_severity
),
acted_events AS (
  SELECT
    told_events.*,
    MAX(CASE WHEN role IN (1, 2) THEN 1 ELSE 0 END) OVER (PARTITION BY ticket, rule ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS has_started,
    MAX(CASE WHEN role IN (1, 2, 3) THEN n * 4 + role END) OVER (PARTITION BY ticket, rule ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS last_act,
    MIN(CASE WHEN given_severity IS NOT NULL THEN n END) OVER (PARTITION BY ticket, rule) AS first_graded_n
  FROM told_events
),
-- 0 pending, 1 running, 2 paused, 3 stopped, from the event on.
active_events AS (
  SELECT
    acted_events.*,
    CASE WHEN has_started = 0 THEN 0 ELSE (last_act % 4) END AS activity,
    MAX(CASE WHEN n = first_graded_n THEN at_ms END) OVER (PARTITION BY ticket, rule) AS first_graded_at_ms,
    MAX(CASE WHEN n = first_graded_n THEN given_code END) OVER (PARTITION BY ticket, rule) AS first_code,
    MAX(CASE WHEN n = first_graded_n THEN given_severity END) OVER (PARTITION BY ticket, rule) AS first_severity
  FROM acted_events
),
moving_events AS (
  SELECT
    active_events.*,
    COALESCE(LAG(activity) OVER (PARTITION BY ticket, rule ORDER BY n), 0) AS activity_before,
    CASE WHEN given_severity IS NULL OR given_severity = LAG(given_severity) OVER (PARTITION BY ticket, rule ORDER BY n) THEN 0 ELSE 1 END
      AS is_regraded
  FROM active_events
),
-- The event after which nothing changes any more.
ending_events AS (
  SELECT
    moving_events.*,
    MIN(CASE WHEN role = 4 AND activity_before <> 3 THEN n
      WHEN first_only = 1 AND role = 3 AND activity_before IN (1, 2) THEN n END) OVER (PARTITION BY ticket, rule) AS final_n,
    MIN(CASE WHEN role = 4 AND activity_before <> 3 THEN at_ms
      WHEN first_only = 1 AND role = 3 AND activity_before IN (1, 2) THEN at_ms END) OVER (PARTITION BY ticket, rule)
      AS final_at_ms
  FROM moving_events
),
judged_events AS (
  SELECT
    ending_events.*,
    MIN(CASE WHEN severity_problem = 1 THEN 1
      WHEN severity_problem > 0 AND (final_at_ms IS NULL OR at_ms <= final_at_ms)
        THEN ((instant_n * 2) * 4194304 + n) * 8 + severity_problem
      WHEN state_problem = 4 AND (final_n IS NULL OR n <= final_n)
        THEN ((instant_n * 2 + 1) * 4194304 + n) * 8 + state_problem END) OVER (PARTITION BY ticket, rule) AS first_problem,
    MAX(CASE WHEN final_n IS NOT NULL AND n > final_n THEN NULL
      WHEN role = 4 AND n = final_n THEN n * 8 + 4
      ELSE n * 8 + activity END) OVER (PARTITION BY ticket, rule) AS last_activity,
    MAX(CASE WHEN final_n IS NOT NULL AND n > final_n THEN NULL
      WHEN role = 3 AND activity_before IN (1, 2) THEN n END) OVER (PARTITION BY ticket, rule) AS stop_n,
    MAX(CASE WHEN final_n IS NOT NULL AND n > final_n THEN NULL ELSE has_started END) OVER (PARTITION BY ticket, rule)
      AS is_started
  FROM ending_events
),
-- 1: a severity that comes late holds from the start. 2: one that comes after the end does not hold.
late_events AS (
  SELECT
    judged_events.*,
    CASE WHEN given_severity IS NOT NULL OR given_code > 0 THEN 0
      WHEN first_graded_at_ms IS NULL OR first_graded_at_ms > final_at_ms THEN 2
      ELSE 1 END AS lateness
  FROM judged_events
),
-- 4 is cancelled. A verdict stands as of its stop, whatever comes later. Without a severity the first allowance measures.
ended_events AS (
  SELECT
    late_events.*,
    CASE lateness WHEN 0 THEN given_code WHEN 1 THEN first_code ELSE 1 END AS code,
    CASE lateness WHEN 0 THEN given_severity WHEN 1 THEN first_severity END AS held_severity,
    CASE lateness WHEN 2 THEN 1 ELSE 0 END AS is_ungraded,
    (last_activity % 8) AS ending,
    CASE (last_activity % 8) WHEN 3 THEN stop_n WHEN 4 THEN final_n END AS end_n
  FROM late_events
),
-- Those that change the clock; of one that has not started, the last.
lasting_events AS (
  SELECT ended_events.*
  FROM ended_events
  WHERE (is_started = 0 AND n * 8 + ending = last_activity)
    OR (is_started = 1 AND at_ms <= as_of_ms AND (end_n IS NULL OR n <= end_n)
      AND (activity_before IN (1, 2) OR (activity_before = 3 AND continues = 1) OR role IN (1, 2))
      AND NOT (activity_before IN (1, 2) AND role IN (0, activity_before) AND is_regraded = 0))
),
cycling_events AS (
  SELECT
    lasting_events.*,
    LAG(code) OVER (PARTITION BY ticket, rule ORDER BY n) AS measured_before,
    LEAD(at_ms) OVER (PARTITION BY ticket, rule ORDER BY n) AS next_at_ms,
    SUM(CASE WHEN activity_before = 3 AND role IN (1, 2) THEN 1 ELSE 0 END) OVER (PARTITION BY ticket, rule) AS reopenings,
    MAX(CASE WHEN role IN (1, 2) AND (activity_before = 0 OR (activity_before = 3 AND new_cycle = 1))
      THEN n END) OVER (PARTITION BY ticket, rule) AS cycle_n,
    MAX(n * 1000 + code) OVER (PARTITION BY ticket, rule) AS last_code
  FROM lasting_events
),
counting_events AS (
  SELECT
    cycling_events.*,
    MAX(CASE WHEN n = cycle_n THEN at_ms END) OVER (PARTITION BY ticket, rule) AS started_at_ms,
    MAX(CASE WHEN n = cycle_n THEN code END) OVER (PARTITION BY ticket, rule) AS started_code,
    MAX(CASE WHEN n = cycle_n THEN at_ms
      WHEN n > cycle_n AND restart_on_reopen = 1 AND activity_before = 3 AND role IN (1, 2)
        AND lateness > 0 THEN at_ms END) OVER (PARTITION BY ticket, rule) AS promised_from_ms,
    MAX(CASE WHEN n = cycle_n THEN n
      WHEN n > cycle_n AND restart_on_reopen = 1 AND activity_before = 3 AND role IN (1, 2) THEN n
      WHEN n > cycle_n AND restart_on_change = 1 AND code <> measured_before THEN n END) OVER (PARTITION BY ticket, rule)
      AS count_n
  FROM cycling_events
),
-- The present count, from its first event on. 1 is used, 2 paused, 0 nothing.
counted_events AS (
  SELECT
    counting_events.*,
    MAX(CASE WHEN n = count_n THEN at_ms END) OVER (PARTITION BY ticket, rule) AS counting_from_ms,
    CASE WHEN retroactive = 1 THEN (last_code % 1000) ELSE code END AS measured_code,
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
  WHERE n >= count_n OR is_started = 0
),
-- What the measure has reached as the stretch begins and ends, and as day 0 of the count ends.
measured_stretches AS (
  SELECT
    c.*, a.measure, a.amount AS allowance, a.tie, m.unit, m.share_size, m.published_until_ms,
    f.reached + CASE WHEN c.at_ms < f.close_ms THEN c.at_ms ELSE f.close_ms END - f.from_ms AS reached_from,
    u.reached + CASE WHEN c.to_ms < u.close_ms THEN c.to_ms ELSE u.close_ms END - u.from_ms AS reached_to,
    CASE WHEN c.at_ms < f.close_ms THEN c.at_ms ELSE f.next_open_ms END AS open_from_ms,
    CASE WHEN c.to_ms < u.close_ms THEN c.to_ms ELSE u.next_open_ms END AS open_to_ms,
    z.received
  FROM counted_events AS c
  LEFT JOIN {{ ref("core_hours_allowances") }} AS a ON a.rule = c.rule AND a.code = c.measured_code
  LEFT JOIN {{ ref("core_hours_measures") }} AS m ON m.measure = a.measure
  LEFT JOIN {{ ref("core_hours_instants") }} AS f
    ON f.measure = a.measure
    AND f.utc_day = CAST(FLOOR(c.at_ms / 86400000) AS BIGINT)
    AND c.at_ms >= f.from_ms
    AND c.at_ms < f.until_ms
  LEFT JOIN {{ ref("core_hours_instants") }} AS u
    ON u.measure = a.measure
    AND u.utc_day = CAST(FLOOR(c.to_ms / 86400000) AS BIGINT)
    AND c.to_ms >= u.from_ms
    AND c.to_ms < u.until_ms
  LEFT JOIN {{ ref("core_hours_instants") }} AS z
    ON z.measure = a.measure
    AND z.utc_day = CAST(FLOOR(c.counting_from_ms / 86400000) AS BIGINT)
    AND c.counting_from_ms >= z.from_ms
    AND c.counting_from_ms < z.until_ms
),
-- The days up to day 0 are not used by a count that starts on it.
stretches AS (
  SELECT
    measured_stretches.*,
    CASE WHEN received > reached_from THEN received ELSE reached_from END AS counted_from,
    CASE WHEN received > reached_to THEN received ELSE reached_to END AS counted_to
  FROM measured_stretches
),
used_stretches AS (
  SELECT
    stretches.*,
    CASE WHEN counting = 1 THEN counted_to - counted_from ELSE 0 END AS used,
    CAST(SUM(CASE WHEN counting = 1 THEN counted_to - counted_from ELSE 0 END) OVER (PARTITION BY ticket, rule ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS BIGINT) AS used_by_end,
    LAG(allowance) OVER (PARTITION BY ticket, rule ORDER BY n) AS allowance_before
  FROM stretches
),
-- A larger allowance takes a breach back. What is left at the start of the stretch may run out in it.
aimed_stretches AS (
  SELECT
    used_stretches.*,
    used_by_end - used AS used_before,
    allowance - (used_by_end - used) AS remaining_before,
    CASE WHEN counting = 1 AND used_by_end >= allowance AND used_by_end - used <= allowance
      THEN counted_from + allowance - (used_by_end - used) END AS aim,
    MAX(CASE WHEN n > count_n AND retroactive = 0 AND is_changed = 1
      AND used_by_end - used <= allowance AND allowance > allowance_before THEN n END) OVER (PARTITION BY ticket, rule)
      AS forgiven_n
  FROM used_stretches
),
aimed_shares AS (
  SELECT
    aimed_stretches.*,
    CASE WHEN remaining_before > 0 THEN CAST(FLOOR((aim - 1) / share_size) AS BIGINT) END AS aim_share
  FROM aimed_stretches
),
due_stretches AS (
  SELECT
    s.*,
    CASE WHEN s.aim IS NULL THEN NULL
      WHEN s.remaining_before > 0 THEN CASE WHEN s.tie = 'next-open' AND s.aim = q.reached_after THEN q.next_open_ms
      ELSE q.start_ms + s.aim - q.reached_before END
      WHEN s.tie = 'next-open' THEN s.open_from_ms
      ELSE s.at_ms END AS stretch_due_ms
  FROM aimed_shares AS s
  LEFT JOIN {{ ref("core_hours_amounts") }} AS q
    ON q.measure = s.measure
    AND q.share = s.aim_share
    AND s.aim > q.reached_before
    AND s.aim <= q.reached_after
),
-- Breached by the change of severity, at it; or by the time that passed.
breaching_stretches AS (
  SELECT
    due_stretches.*,
    CASE WHEN n < forgiven_n THEN NULL
      WHEN n > count_n AND retroactive = 0 AND is_changed = 1 AND used_before > allowance THEN at_ms
      WHEN is_changed = 1 AND was_used = 1 AND breached_at_due = 1 AND used_before = allowance
        AND (tie = 'close' OR open_from_ms = at_ms) THEN at_ms
      WHEN to_ms > stretch_due_ms OR (breached_at_due = 1 AND to_ms = stretch_due_ms)
        THEN stretch_due_ms END AS breached_at_ms
  FROM due_stretches
),
counts AS (
  SELECT
    ticket, policy, target, rule,
    MAX(as_of_ms) AS as_of_ms, MAX(mixed) AS mixed, MIN(first_problem) AS first_problem,
    MAX(is_started) AS is_started, MAX(ending) AS ending, MAX(held_severity_of_last) AS severity,
    MAX(started_at_ms) AS started_at_ms, MAX(promised_from_ms) AS promised_from_ms, MAX(started_code) AS started_code,
    MAX(counting_from_ms) AS counting_from_ms, MAX(to_ms) AS end_ms,
    MAX(end_n) AS end_n, CAST(MAX(reopenings) AS BIGINT) AS reopenings,
    MAX(is_ungraded) AS is_ungraded,
    MIN(CASE WHEN is_ungraded = 0 THEN breached_at_ms END) AS breached_at_ms,
    CAST(SUM(used) AS BIGINT) AS elapsed,
    CAST(SUM(CASE WHEN counting = 2 THEN counted_to - counted_from ELSE 0 END) AS BIGINT) AS paused_for,
    CAST(SUM(CASE WHEN counting = 2 THEN to_ms - at_ms ELSE 0 END) AS BIGINT) AS wall_paused_ms,
    MAX(CASE WHEN counting > 0 AND to_ms > published_until_ms THEN 1 ELSE 0 END) AS provisional,
    MAX(CASE WHEN is_started = 1 AND (counted_from IS NULL OR counted_to IS NULL) THEN 1 ELSE 0 END)
      AS is_outside,
    MAX(CASE WHEN is_last = 1 THEN code END) AS code, MAX(CASE WHEN is_last = 1 THEN measure END) AS measure, MAX(CASE WHEN is_last = 1 THEN allowance END) AS allowance,
    MAX(CASE WHEN is_last = 1 THEN tie END) AS tie, MAX(CASE WHEN is_last = 1 THEN unit END) AS unit, MAX(CASE WHEN is_last = 1 THEN share_size END) AS share_size,
    MAX(CASE WHEN is_last = 1 THEN published_until_ms END) AS published_until_ms,
    MAX(CASE WHEN is_last = 1 THEN counted_to END) AS counted_to, MAX(CASE WHEN is_last = 1 THEN open_to_ms END) AS open_to_ms
  FROM (
    SELECT breaching_stretches.*, CASE WHEN is_last = 1 THEN held_severity END AS held_severity_of_last
    FROM breaching_stretches
  ) AS breaching
  GROUP BY ticket, policy, target, rule
),
starts AS (
  SELECT
    counts.*,
    CASE WHEN is_started = 1 THEN promised_from_ms WHEN ending = 0 THEN as_of_ms END AS from_ms,
    CASE WHEN is_ungraded = 1 THEN NULL WHEN is_started = 1 THEN started_code
      WHEN ending = 0 THEN code END AS from_code
  FROM counts
),
measured_starts AS (
  SELECT
    s.*, a.measure AS from_measure, a.amount AS from_allowance, a.tie AS from_tie,
    m.unit AS from_unit, m.share_size AS from_share_size,
    m.published_until_ms AS from_published_until_ms,
    CASE WHEN s.from_ms < f.close_ms THEN s.from_ms ELSE f.next_open_ms END AS open_from_ms,
    CASE WHEN f.received > f.reached + CASE WHEN s.from_ms < f.close_ms THEN s.from_ms ELSE f.close_ms END - f.from_ms THEN f.received
      ELSE f.reached + CASE WHEN s.from_ms < f.close_ms THEN s.from_ms ELSE f.close_ms END - f.from_ms END + a.amount AS from_aim
  FROM starts AS s
  LEFT JOIN {{ ref("core_hours_allowances") }} AS a ON a.rule = s.rule AND a.code = s.from_code
  LEFT JOIN {{ ref("core_hours_measures") }} AS m ON m.measure = a.measure
  LEFT JOIN {{ ref("core_hours_instants") }} AS f
    ON f.measure = a.measure
    AND f.utc_day = CAST(FLOOR(s.from_ms / 86400000) AS BIGINT)
    AND s.from_ms >= f.from_ms
    AND s.from_ms < f.until_ms
),
aimed_starts AS (
  SELECT
    measured_starts.*,
    CASE WHEN from_allowance > 0 THEN CAST(FLOOR((from_aim - 1) / from_share_size) AS BIGINT) END
      AS from_share
  FROM measured_starts
),
due_starts AS (
  SELECT
    s.*,
    CASE WHEN s.from_allowance IS NULL THEN NULL
      WHEN s.from_allowance > 0 THEN CASE WHEN s.from_tie = 'next-open' AND s.from_aim = q.reached_after THEN q.next_open_ms
      ELSE q.start_ms + s.from_aim - q.reached_before END
      WHEN s.from_tie = 'next-open' THEN s.open_from_ms
      ELSE s.from_ms END AS whole_due_ms
  FROM aimed_starts AS s
  LEFT JOIN {{ ref("core_hours_amounts") }} AS q
    ON q.measure = s.from_measure
    AND q.share = s.from_share
    AND s.from_aim > q.reached_before
    AND s.from_aim <= q.reached_after
),
ends AS (
  SELECT
    due_starts.*,
    CASE WHEN allowance > elapsed THEN allowance - elapsed ELSE 0 END AS remaining,
    CASE WHEN elapsed > allowance THEN elapsed - allowance ELSE 0 END AS overrun,
    counted_to + allowance - elapsed AS end_aim,
    CASE WHEN is_started = 1 AND is_ungraded = 0 AND breached_at_ms IS NULL AND ending <> 4
      THEN 1 ELSE 0 END AS is_ahead
  FROM due_starts
),
aimed_ends AS (
  SELECT
    ends.*,
    CASE WHEN is_ahead = 1 AND remaining > 0 THEN CAST(FLOOR((end_aim - 1) / share_size) AS BIGINT) END
      AS end_share
  FROM ends
),
due_ends AS (
  SELECT
    e.*,
    CASE WHEN e.is_started = 0 THEN e.whole_due_ms
      WHEN e.is_ahead = 0 THEN e.breached_at_ms
      WHEN e.remaining > 0 THEN CASE WHEN e.tie = 'next-open' AND e.end_aim = q.reached_after THEN q.next_open_ms
      ELSE q.start_ms + e.end_aim - q.reached_before END
      WHEN e.tie = 'next-open' THEN e.open_to_ms
      ELSE e.end_ms END AS projected_ms
  FROM aimed_ends AS e
  LEFT JOIN {{ ref("core_hours_amounts") }} AS q
    ON q.measure = e.measure
    AND q.share = e.end_share
    AND e.end_aim > q.reached_before
    AND e.end_aim <= q.reached_after
),
-- Why there is no reading, if there is none.
told_ends AS (
  SELECT
    due_ends.*,
    CASE WHEN mixed = 1 THEN 'tables-mixed'
      WHEN (first_problem % 8) = 1 THEN 'event-instant-invalid'
      WHEN (first_problem % 8) = 2 THEN 'severity-unknown'
      WHEN (first_problem % 8) = 3 THEN 'severity-without-allowance'
      WHEN (first_problem % 8) = 4 THEN 'state-unknown'
      WHEN is_outside = 1 THEN 'outside-tables'
      WHEN from_allowance IS NOT NULL AND whole_due_ms IS NULL AND from_ms IS NOT NULL
        THEN 'outside-tables'
      WHEN is_ahead = 1 AND projected_ms IS NULL THEN 'outside-tables' END AS error
  FROM due_ends
),
-- Instants are epoch milliseconds, lengths are in the unit of the allowance, and 1 is true.
readings AS (
  SELECT
    policy, ticket, target, error, as_of_ms,
    CASE WHEN error IS NULL THEN CASE WHEN ending = 0 THEN 'pending' WHEN ending = 4 THEN 'cancelled'
      WHEN breached_at_ms IS NOT NULL THEN 'breached'
      WHEN ending = 3 AND is_ungraded = 1 THEN 'not-applicable' WHEN ending = 3 THEN 'met'
      WHEN ending = 2 THEN 'paused' ELSE 'running' END END AS status,
    CASE WHEN error IS NULL THEN CASE WHEN breached_at_ms IS NOT NULL THEN 1 ELSE 0 END END AS breached,
    CASE WHEN error IS NULL THEN CASE WHEN ending = 2 THEN 1 ELSE 0 END END AS paused,
    CASE WHEN error IS NULL THEN severity END AS severity,
    CASE WHEN error IS NULL THEN started_at_ms END AS started_at_ms,
    CASE WHEN error IS NULL THEN CASE WHEN is_started = 1 THEN whole_due_ms END END AS original_due_at_ms,
    CASE WHEN error IS NULL THEN CASE WHEN is_started = 1 AND (ending <> 2 OR breached_at_ms IS NOT NULL)
      THEN projected_ms END END AS due_at_ms,
    CASE WHEN error IS NULL THEN projected_ms END AS projected_due_at_ms,
    CASE WHEN error IS NULL THEN breached_at_ms END AS breached_at_ms,
    CASE WHEN error IS NULL THEN CASE WHEN is_started = 1 AND ending IN (3, 4) THEN end_ms END END AS stopped_at_ms,
    CASE WHEN error IS NULL THEN CASE WHEN is_started = 1 THEN unit ELSE COALESCE(from_unit, 'milliseconds') END END AS unit,
    CASE WHEN error IS NULL THEN CASE WHEN is_started = 0 THEN COALESCE(from_allowance, 0) WHEN is_ungraded = 0 THEN allowance END END AS allowance,
    CASE WHEN error IS NULL THEN CASE WHEN is_started = 1 THEN elapsed ELSE 0 END END AS elapsed,
    CASE WHEN error IS NULL THEN CASE WHEN is_started = 0 THEN COALESCE(from_allowance, 0) WHEN is_ungraded = 0 THEN remaining END END AS remaining,
    CASE WHEN error IS NULL THEN CASE WHEN is_started = 1 AND is_ungraded = 0 THEN overrun ELSE 0 END END AS overrun,
    CASE WHEN error IS NULL THEN CASE WHEN is_started = 1 THEN paused_for ELSE 0 END END AS paused_for,
    CASE WHEN error IS NULL THEN CASE WHEN is_started = 1 THEN wall_paused_ms ELSE 0 END END AS wall_paused_ms,
    CASE WHEN error IS NULL THEN CASE WHEN is_started = 1 THEN end_ms - started_at_ms ELSE 0 END END AS wall_elapsed_ms,
    CASE WHEN error IS NULL THEN CASE WHEN is_started = 0 THEN 0e0 WHEN is_ungraded = 1 THEN NULL WHEN allowance = 0 THEN 1e2
      ELSE CAST(elapsed AS DOUBLE) / allowance * 1e2 END END AS percent_elapsed,
    CASE WHEN error IS NULL THEN CASE WHEN is_started = 1 THEN reopenings ELSE 0 END END AS reopenings,
    CASE WHEN error IS NULL THEN CASE WHEN (is_started = 1 AND (provisional = 1
        OR (is_ungraded = 0 AND whole_due_ms > from_published_until_ms) OR projected_ms > published_until_ms))
      OR (is_started = 0 AND projected_ms > from_published_until_ms) THEN 1 ELSE 0 END END AS provisional
  FROM told_ends
)
SELECT * FROM readings
