WITH gains AS (
  SELECT
    p.measure, m.share_size, p.next_open_ms,
    CASE WHEN p.close_ms > p.from_ms THEN p.from_ms ELSE p.from_ms - 1 END AS start_ms,
    CASE WHEN p.close_ms > p.from_ms THEN p.reached ELSE p.reached - 1 END AS reached_before,
    CASE WHEN p.close_ms > p.from_ms THEN p.reached + p.gained ELSE p.reached END AS reached_after
  FROM {{ ref("core_hours_pieces") }} AS p
  JOIN {{ ref("core_hours_measures") }} AS m ON m.measure = p.measure
  WHERE p.gained > 0
),
gains_by_share AS (
  SELECT
    measure, start_ms, reached_before, reached_after, next_open_ms,
    CAST(FLOOR(reached_before / share_size) AS BIGINT) AS first_share,
    CAST(FLOOR((reached_after - 1) / share_size) AS BIGINT) AS last_share
  FROM gains
),
amounts AS (
  SELECT
    measure, first_share + k AS share, reached_before, reached_after, start_ms, next_open_ms
  FROM gains_by_share
  JOIN {{ ref("core_hours_numbers") }} ON k <= last_share - first_share
)
SELECT * FROM amounts
