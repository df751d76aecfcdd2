-- Asks the plainest possible calendar in DuckDB every `between` of working-time.json; a row for each wrong answer.
-- duckdb < run.sql, in this folder. Put your own function or table in the place of `worked`.
CREATE TEMP TABLE vectors AS SELECT content::JSON AS file FROM read_text('working-time.json');

CREATE TEMP TABLE asked AS
SELECT item->>'id' AS id, item->>'calendar' AS calendar, (item->>'answer')::BIGINT AS answer_ms, item->>'because' AS because,
  least((item->>'from')::TIMESTAMPTZ, (item->>'to')::TIMESTAMPTZ) AS first_at,
  greatest((item->>'from')::TIMESTAMPTZ, (item->>'to')::TIMESTAMPTZ) AS last_at,
  CASE WHEN (item->>'from')::TIMESTAMPTZ > (item->>'to')::TIMESTAMPTZ THEN -1 ELSE 1 END AS sign
FROM (SELECT unnest((file->'cases')::JSON[]) AS item FROM vectors) WHERE item->>'ask' = 'between';

-- The dates about each question that its zone has, each with its hours.
CREATE TEMP TABLE dates AS
WITH definitions AS (
  SELECT name, file->'calendars'->name AS calendar, file->'calendars'->name->>'timeZone' AS zone
  FROM (SELECT file, unnest(json_keys(file->'calendars')) AS name FROM vectors)
), days AS (
  SELECT id, zone, definitions.calendar, unnest(generate_series(first_at::DATE - 2, last_at::DATE + 2, INTERVAL 1 DAY)) AS day
  FROM asked JOIN definitions ON definitions.name = asked.calendar
)
SELECT id, zone, day, unnest(coalesce(
    calendar->'exceptions'->strftime(day, '%Y-%m-%d')->'hours',
    calendar->'exceptions'->strftime(day, '%Y-%m-%d'),
    CASE WHEN calendar::VARCHAR LIKE '%"date":"' || strftime(day, '%Y-%m-%d') || '"%' THEN '[]'::JSON END,
    calendar->'hours'->lower(dayname(day)),
    calendar->'hours'->CASE WHEN isodow(day) < 6 THEN 'weekdays' ELSE 'weekend' END,
    calendar->'hours'->'daily', '[]'::JSON)::VARCHAR[]) AS hours
FROM days
WHERE timezone(zone, timezone(zone, day + INTERVAL 12 HOUR))::DATE = day;

-- Each open period as instants; one that closes at or before the time at which it opens runs over midnight.
CREATE TEMP TABLE periods AS
SELECT id, timezone(zone, day + opens) AS opens_at,
  timezone(zone, day + closes + CASE WHEN closes <= opens THEN INTERVAL 24 HOUR ELSE INTERVAL 0 HOUR END) AS closes_at
FROM (
  SELECT id, zone, day, split_part(hours, '-', 1)::INTERVAL AS opens, split_part(hours, '-', 2)::INTERVAL AS closes FROM dates
);

CREATE TEMP TABLE worked AS
SELECT asked.id, any_value(sign) * coalesce(sum(
    greatest(0, date_diff('millisecond', greatest(first_at, opens_at), least(last_at, closes_at)))), 0) AS found_ms
FROM asked LEFT JOIN periods USING (id) GROUP BY asked.id;

SELECT id, found_ms, answer_ms, because FROM asked JOIN worked USING (id) WHERE found_ms <> answer_ms ORDER BY id;
