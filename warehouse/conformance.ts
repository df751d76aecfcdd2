import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

const FOLDER = join(import.meta.dirname, "../conformance");

/**
 * Runs `conformance/run.sql` as it is: the vectors of working time, asked of a plain calendar in DuckDB.
 *
 * @returns whether there are questions and each answer is the vector's
 */
export async function checkConformance(): Promise<boolean> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const script = await readFile(join(FOLDER, "run.sql"), "utf8");
  // The script is to be run in its folder, and a test need not change that of the process.
  const [first, ...rest] = statementsOf(
    script.replace("'working-time.json'", "getvariable('file')"),
  );
  await connection.run(`SET VARIABLE file = '${join(FOLDER, "working-time.json")}'`);
  let rows = await connection.runAndReadAll(first ?? "");
  for (const statement of rest) rows = await connection.runAndReadAll(statement);
  const wrong = rows.getRowObjectsJson();
  for (const row of wrong) console.error(row);
  const asked = await connection.runAndReadAll("SELECT count(*)::INTEGER FROM found");
  const count = Number(asked.value(0, 0));
  console.log(`${count - wrong.length} of ${count} answers of the vectors are right in DuckDB`);
  return count > 0 && wrong.length === 0;
}

const statementsOf = (script: string) => script.split(/;\n/).filter((each) => each.trim() !== "");
