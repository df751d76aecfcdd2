import { spawn } from "node:child_process";
import { delimiter, dirname, join } from "node:path";

/** A program of the folder `python`. */
export function pythonProgram(name: string): string {
  return join(import.meta.dirname, "python", name);
}

/**
 * The output of a program; its complaints go to standard error.
 *
 * @param given its standard input
 * @throws if its exit code is not 0
 */
export function outputOf(program: string, args: readonly string[], given = ""): Promise<string> {
  return new Promise((resolve, reject) => {
    // A program of a virtual environment finds that environment's Python.
    const PATH = [dirname(program), process.env["PATH"]].join(delimiter);
    const child = spawn(program, args, {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, PATH },
    });
    let printed = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(printed);
      else reject(new Error(`${program} ${args[0] ?? ""} ended with exit code ${code}`));
    });
    child.stdin.end(given);
  });
}

/**
 * Statements for BigQuery or T-SQL, translated by sqlglot for DuckDB.
 *
 * @param python a Python that has sqlglot
 */
export async function translated(
  python: string,
  dialect: "bigquery" | "tsql",
  statements: readonly string[],
): Promise<readonly string[]> {
  const job = JSON.stringify({ dialect, statements });
  return JSON.parse(await outputOf(python, [pythonProgram("translate.py")], job));
}
