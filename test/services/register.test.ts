import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { clauseDocument, registeredClauses } from "../../tools/clause-register";

const clauses = registeredClauses();

describe("the clause register", () => {
  it("has the 77 clauses of the five documents, each once", () => {
    const ids = clauses.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(77);
  });

  it.each(clauses)("$id has a test, or a reason why no program can act on it", (clause) => {
    expect(clause.tests.length > 0 || (clause.notActedOn ?? "") !== "").toBe(true);
  });

  it.each(clauses.filter(({ options }) => options.length > 0))(
    "$id, which can be read in several ways, says which reading is taken",
    ({ reading, alternatives }) => {
      expect(reading).not.toBeNull();
      expect(alternatives).not.toEqual([]);
    },
  );

  it("is what docs/clauses.md says; `npm run clauses` writes it", () => {
    const written = readFileSync(join(import.meta.dirname, "../../docs/clauses.md"), "utf8");
    expect(written).toBe(clauseDocument());
  });
});
