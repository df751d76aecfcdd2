import { describe, expect, it } from "vitest";
import { DIALECTS } from "../../src/sql/dialects";
import { fingerprintOf } from "../../src/sql/fingerprint";
import { STATES } from "../../src/sql/schema";
import { createSql, insertSql } from "../../src/sql/setup";

const states = (names: readonly string[]) =>
  names.map((state) => ({ rule: 7, state, role: "runs" as const }));

describe("rows as SQL", () => {
  it("quote a text as the engine reads it", () => {
    const rows = states(["it's a \\ of 'ours'"]);
    expect(insertSql(STATES, rows, DIALECTS.postgres)).toEqual([
      "INSERT INTO core_hours_states VALUES\n(7, 'it''s a \\ of ''ours''', 'runs');",
    ]);
    expect(insertSql(STATES, rows, DIALECTS.spark)).toEqual([
      "INSERT INTO core_hours_states VALUES\n(7, 'it\\'s a \\\\ of \\'ours\\'', 'runs');",
    ]);
    expect(insertSql(STATES, rows, DIALECTS.tsql)[0]).toContain("N'it''s a \\ of ''ours'''");
  });

  it("come in as many statements as the engine's limit asks for", () => {
    const rows = states(Array.from({ length: 1_001 }, (_, i) => `state ${i}`));
    expect(insertSql(STATES, rows, DIALECTS.tsql)).toHaveLength(2);
    expect(insertSql(STATES, rows, DIALECTS.spark)).toHaveLength(1);
    expect(insertSql(STATES, [], DIALECTS.tsql)).toEqual([]);
  });

  it("lie in tables of the engine's types", () => {
    expect(createSql(STATES, DIALECTS.bigquery)).toBe(
      "CREATE TABLE core_hours_states (\n  rule INT64,\n  state STRING,\n  role STRING\n);",
    );
  });
});

describe("a fingerprint", () => {
  it("is a whole number that a double holds, and differs for texts that differ", () => {
    const texts = Array.from({ length: 20_000 }, (_, i) => `text ${i}`);
    const all = new Set(texts.map(fingerprintOf));
    expect(all.size).toBe(texts.length);
    expect([...all].every((each) => Number.isSafeInteger(each) && each >= 0)).toBe(true);
  });
});
