import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { defineCalendar } from "../../src/index";
import { DAYS, PERIODS } from "../../warehouse/schema";
import { scriptOf } from "../../warehouse/script";
import { addSql, betweenSql, createSql, DIALECTS } from "../../warehouse/sql";
import { DAY_MS, tablesOf } from "../../warehouse/tables";

const HOUR_MS = 3_600_000;

const desk = defineCalendar({
  id: "desk",
  timeZone: "Europe/London",
  hours: { weekdays: ["09:00-12:00", "13:00-17:30"], friday: ["22:00-06:00"] },
});
const span = {
  fromMs: desk.at("2026-03-23T10:00").toMillis(),
  toMs: desk.at("2026-04-04T02:00").toMillis(),
};
const { days, periods } = tablesOf("desk", desk.timeline, span);

/** The rows among those of a number that hold something, as the queries look for them. */
function daysHolding(ms: number) {
  return days.filter(
    (row) => row.utc_day === Math.floor(ms / DAY_MS) && ms >= row.open_ms && ms < row.until_ms,
  );
}

function periodsHolding(workedMs: number) {
  return periods.filter(
    (row) =>
      row.worked_day === Math.floor(workedMs / DAY_MS) &&
      workedMs >= row.worked_before_ms &&
      workedMs < row.worked_after_ms,
  );
}

describe("the table of days", () => {
  it("has one row of its day for every instant of the span, which knows what has been worked", () => {
    for (let ms = span.fromMs; ms <= span.toMs; ms += HOUR_MS / 4) {
      const rows = daysHolding(ms);
      const worked = rows.map(
        (row) => row.worked_before_ms + Math.min(ms, row.close_ms) - row.open_ms,
      );
      expect(worked).toEqual([desk.timeline.between(span.fromMs, ms)]);
    }
  });

  it("has none for an instant outside it", () => {
    expect(daysHolding(span.fromMs - 1)).toEqual([]);
    expect(daysHolding(span.toMs)).toHaveLength(1);
    expect(daysHolding(span.toMs + 1)).toEqual([]);
  });

  it("knows of a span in which nothing opens that nothing is worked", () => {
    const sunday = { fromMs: Date.UTC(2026, 2, 22, 8), toMs: Date.UTC(2026, 2, 22, 20) };
    expect(tablesOf("desk", desk.timeline, sunday)).toEqual({
      days: [
        {
          calendar: "desk",
          utc_day: 20_534,
          open_ms: sunday.fromMs,
          close_ms: sunday.fromMs,
          until_ms: sunday.toMs + 1,
          worked_before_ms: 0,
        },
      ],
      periods: [],
    });
  });
});

describe("the table of periods", () => {
  const totalMs = desk.timeline.between(span.fromMs, span.toMs);

  it("has one row of its 24 hours for all that is worked, which knows when that is", () => {
    for (let workedMs = 0; workedMs < totalMs; workedMs += HOUR_MS / 4) {
      const rows = periodsHolding(workedMs);
      const after = rows.map((row) => row.open_ms + workedMs + 1 - row.worked_before_ms);
      expect(after).toEqual([desk.timeline.add(span.fromMs, workedMs + 1)]);
    }
  });

  it("has none for more than that, or less than nothing", () => {
    expect(periodsHolding(-1)).toEqual([]);
    expect(periodsHolding(totalMs - 1)).toHaveLength(1);
    expect(periodsHolding(totalMs)).toEqual([]);
  });

  it("knows every next opening but the one after the span", () => {
    expect(periods.at(-1)).toMatchObject({ close_ms: span.toMs, next_open_ms: null });
    for (const { close_ms, next_open_ms } of periods.filter((row) => row.close_ms < span.toMs)) {
      expect(next_open_ms).toBe(desk.timeline.nextOpen(close_ms));
    }
  });
});

describe("the SQL", () => {
  const { duckdb, spark, bigquery, postgres } = DIALECTS;

  it("for Spark SQL asks in DuckDB's very words, so that what one answers speaks for the other", () => {
    expect(betweenSql(spark)).toBe(betweenSql(duckdb));
    expect(addSql(spark, "close")).toBe(addSql(duckdb, "close"));
    expect(addSql(spark, "next-open")).toBe(addSql(duckdb, "next-open"));
  });

  it("for BigQuery differs from that in the name of the type, and for PostgreSQL in a division", () => {
    const common = addSql(duckdb, "next-open");
    expect(addSql(bigquery, "next-open").replaceAll("INT64", "BIGINT")).toBe(common);
    const fraction = /CAST\(([\w.]+) AS DOUBLE PRECISION\)/g;
    expect(addSql(postgres, "next-open").replaceAll(fraction, "$1")).toBe(common);
  });

  it("joins by equalities of calendar and day, which every engine can hash", () => {
    expect(betweenSql(spark)).toContain(`
LEFT JOIN core_hours_days AS e
  ON e.calendar = asked.calendar
  AND e.utc_day = CAST(FLOOR(asked.end_ms / 86400000) AS BIGINT)
  AND asked.end_ms >= e.open_ms
  AND asked.end_ms < e.until_ms`);
  });

  it("takes a query of one's own for the questions", () => {
    const mine = "SELECT id AS ticket, 'desk' AS calendar, a AS start_ms, b AS end_ms FROM mine";
    expect(betweenSql(duckdb, mine)).toBe(
      betweenSql(duckdb).replace("SELECT ticket, calendar, start_ms, end_ms FROM tickets", mine),
    );
  });

  it("is what the README shows", () => {
    const readme = readFileSync(new URL("../../warehouse/README.md", import.meta.url), "utf8");
    expect(readme).toContain(betweenSql(duckdb));
    expect(readme).toContain(addSql(duckdb, "next-open"));
    for (const { toMs, fromMs } of Object.values(DIALECTS)) {
      expect(readme).toContain(`\`${toMs("t")}\` | \`${fromMs("ms")}\``);
    }
  });

  it("knows of the next opening only where that is the tie", () => {
    expect(addSql(duckdb, "close")).not.toContain("next_open_ms");
    expect(addSql(duckdb, "next-open")).toContain("next_open_ms");
  });

  it.each(Object.values(DIALECTS))("makes, fills and asks both tables in $title", (dialect) => {
    const script = scriptOf(dialect);
    const statements = script
      .split("\n")
      .filter((line) => !line.startsWith("--"))
      .join("\n");
    expect(statements).toContain(createSql(DAYS, dialect));
    expect(statements).toContain(createSql(PERIODS, dialect));
    expect(statements).toContain(dialect.load(DAYS.name));
    expect(statements.match(/^WITH asked/gm)).toHaveLength(3);
  });
});
