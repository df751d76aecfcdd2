WITH pieces_by_day AS (
  SELECT
    measure, from_ms, close_ms, until_ms, reached, next_open_ms, received,
    CAST(FLOOR(from_ms / 86400000) AS BIGINT) AS first_day,
    CAST(FLOOR((until_ms - 1) / 86400000) AS BIGINT) AS last_day
  FROM {{ ref("core_hours_pieces") }}
  WHERE from_ms < until_ms
),
instants AS (
  SELECT
    measure, first_day + k AS utc_day, from_ms, close_ms, until_ms, reached, next_open_ms, received
  FROM pieces_by_day
  JOIN {{ ref("core_hours_numbers") }} ON k <= last_day - first_day
)
SELECT * FROM instants
