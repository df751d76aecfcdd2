import { describe, expect, it } from "vitest";
import { DIALECTS } from "../../src/sql/dialects";
import { selectOf } from "../../src/sql/query";
import { attainmentQuery, dueSoonQuery } from "../../src/sql/questions";
import { readingsQuery } from "../../src/sql/readings/readings";
import { addQuery, betweenQuery } from "../../src/sql/working-time";

const asked = { policy: "'desk'", asOfMs: "1795622400000", events: "ticket_events" };
const readings = (dialect: keyof typeof DIALECTS) =>
  selectOf(readingsQuery(DIALECTS[dialect], asked));

// That the statements read what the library reads, `npm run warehouse -- check` shows in the engines.

describe("the statement of the readings", () => {
  it.each(Object.values(DIALECTS))("joins by equality alone, in $title", (dialect) => {
    const sql = [
      selectOf(readingsQuery(dialect, asked)),
      selectOf(betweenQuery(dialect)),
      selectOf(addQuery(dialect, "next-open")),
    ].join("\n");
    const joins = [...sql.matchAll(/JOIN [\s\S]*? AS \w+\s+ON (\w+\.\w+) = \w+\.\w+/g)];
    expect(joins).toHaveLength(sql.match(/\bJOIN\b/g)?.length ?? 0);
    expect(sql).not.toMatch(/CROSS JOIN|RECURSIVE|LATERAL|CREATE FUNCTION/);
  });

  it("is one for every policy: the policy is in the tables", () => {
    expect(readings("duckdb").match(/incidentResolution|nhsmail/)).toBeNull();
  });

  it("for Spark SQL is DuckDB's word for word", () => {
    expect(readings("spark")).toBe(readings("duckdb"));
  });

  it("for BigQuery differs from that in names of types and in a remainder", () => {
    expect(
      readings("bigquery")
        .replaceAll("INT64", "BIGINT")
        .replaceAll("FLOAT64", "DOUBLE")
        .replaceAll(/MOD\((\w+), (\d+)\)/g, "($1 % $2)"),
    ).toBe(readings("duckdb"));
  });

  it("for T-SQL is PostgreSQL's word for word", () => {
    expect(readings("tsql")).toBe(readings("postgres"));
  });
});

describe("the questions", () => {
  it("ask for what is due within hours by the clock on the wall", () => {
    // 8 hours are 28,800,000 ms.
    expect(selectOf(dueSoonQuery(8))).toContain("due_at_ms < as_of_ms + 28800000");
  });

  it("ask for the attainment of a month by the instant that is chosen", () => {
    const month = { fromMs: 1_793_491_200_000, toMs: 1_796_083_200_000 };
    const sql = selectOf(attainmentQuery(DIALECTS.duckdb, month, "started"));
    expect(sql).toContain("started_at_ms >= 1793491200000 AND started_at_ms < 1796083200000");
    expect(sql).toContain("status IN ('met', 'breached')");
  });
});
