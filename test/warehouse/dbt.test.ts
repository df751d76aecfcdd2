import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DBT_FOLDER, dbtFiles } from "../../warehouse/dbt";

const files = await dbtFiles();

// That its readings are the library's, `warehouse/with-dbt.sh` shows.

describe("the dbt package", () => {
  it.each([...files])("has %s as `npm run warehouse -- dbt` writes it", (path, text) => {
    const file = join(DBT_FOLDER, path);
    expect(existsSync(file) && readFileSync(file, "utf8")).toBe(text);
  });

  it("reads every table as a reference, so dbt knows the order", () => {
    const models = [...files].filter(([path]) => path.endsWith(".sql"));
    expect(models).toHaveLength(6);
    for (const [, sql] of models) {
      expect(sql.match(/\b(?:FROM|JOIN) (?:core_hours_\w+|ticket_events|expected_readings)/)).toBe(
        null,
      );
    }
  });
});
