-- Asks the plainest possible calendar in DuckDB every `between` and `add` of working-time.json; a row for each wrong answer.
-- duckdb < run.sql, in this folder. Put your own functions or tables in the place of `found`.
SET TimeZone = 'UTC';
CREATE TEMP TABLE vectors AS SELECT content::JSON AS file FROM read_text('working-time.json');

CREATE TEMP TABLE asked AS
SELECT item->>'id' AS id, item->>'calendar' AS calendar, item->>'ask' AS ask, item->>'answer' AS answer, item->>'because' AS because,
  (item->>'from')::TIMESTAMPTZ AS from_at, (item->>'to')::TIMESTAMPTZ AS to_at, (item->>'amountMs')::BIGINT AS amount_ms,
  item->>'tie' AS tie, least(from_at, coalesce(to_at, from_at)) AS first_at,
  -- Three weeks hold every amount that is added.
  greatest(from_at, coalesce(to_at, from_at + INTERVAL 21 DAY)) AS last_at
FROM (SELECT unnest((file->'cases')::JSON[]) AS item FROM vectors) WHERE item->>'ask' IN ('between', 'add');

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

-- Each open period as instants, cut to the question; one that closes at or before the time at which it opens runs over midnight.
CREATE TEMP TABLE periods AS
SELECT id, greatest(first_at, timezone(zone, day + opens)) AS opens_at, least(last_at,
    timezone(zone, day + closes + CASE WHEN closes <= opens THEN INTERVAL 24 HOUR ELSE INTERVAL 0 HOUR END)) AS closes_at,
  greatest(0, date_diff('millisecond', opens_at, closes_at)) AS length_ms, sum(length_ms) OVER (PARTITION BY id ORDER BY opens_at) AS total_ms
FROM (
  SELECT id, zone, day, split_part(hours, '-', 1)::INTERVAL AS opens, split_part(hours, '-', 2)::INTERVAL AS closes FROM dates
) JOIN asked USING (id) QUALIFY closes_at > opens_at;

CREATE TEMP TABLE found AS
SELECT asked.id, CASE WHEN ask = 'between'
    THEN (CASE WHEN from_at > to_at THEN -1 ELSE 1 END * coalesce(sum(length_ms), 0))::BIGINT::VARCHAR
    -- The first period whose total reaches the amount, or goes beyond it if the tie is the next opening.
    ELSE strftime(coalesce(min(closes_at - to_milliseconds((total_ms - amount_ms)::BIGINT)) FILTER (
      amount_ms > 0 AND (total_ms > amount_ms OR (total_ms = amount_ms AND tie IS NULL))), from_at), '%Y-%m-%dT%H:%M:%S.%gZ') END AS found
FROM asked LEFT JOIN periods USING (id) GROUP BY asked.id, ask, from_at, to_at;

SELECT id, found, answer, because FROM asked JOIN found USING (id)
WHERE found IS DISTINCT FROM CASE WHEN ask = 'between' OR answer LIKE '%.%' THEN answer ELSE replace(answer, 'Z', '.000Z') END ORDER BY id;
