import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DIALECTS } from "../../src/sql/dialects";
import { selectOf } from "../../src/sql/query";
import { ASKED_BETWEEN, addQuery, betweenQuery } from "../../src/sql/working-time";

const { duckdb } = DIALECTS;
const readme = readFileSync(new URL("../../warehouse/README.md", import.meta.url), "utf8");

describe("the README of the warehouse", () => {
  it("shows the queries as they are", () => {
    expect(readme).toContain(selectOf(betweenQuery(duckdb)));
    expect(readme).toContain(selectOf(addQuery(duckdb, "next-open")));
  });

  it.each(Object.values(DIALECTS))(
    "shows how $title makes milliseconds and timestamps",
    (dialect) => {
      expect(readme).toContain(`\`${dialect.toMs("t")}\` | \`${dialect.fromMs("ms")}\``);
    },
  );
});

describe("the queries", () => {
  it("take another query for the questions", () => {
    const mine = "SELECT id AS ticket, 'desk' AS calendar, a AS start_ms, b AS end_ms FROM mine";
    expect(selectOf(betweenQuery(duckdb, mine))).toBe(
      selectOf(betweenQuery(duckdb)).replace(ASKED_BETWEEN, mine),
    );
  });
});
