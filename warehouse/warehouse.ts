/** Compares the answers of the SQL with the library, and writes calendars and policies as files; see README.md. */
import { Command, InvalidArgumentError, Option } from "commander";
import { CoreHoursError } from "../src/index";
import { InputError } from "../src/tickets/log/problems";
import type { CheckOptions } from "./check";
import type { DbtOptions } from "./dbt";
import type { ExportOptions } from "./export-files";

const ROWS = 1_000_000;
const TICKETS = 100_000;

const program = new Command("warehouse").description(
  "Working time where the tickets are: in a database, or in several threads.",
);

program
  .command("export")
  .description("Write the tables of a policy, or of calendars, as files.")
  .argument("[calendars...]", "names of those that come with the library, or JSON files", [
    "nhsmail-core",
    "nhs-login-support",
  ])
  .option("--policy <name or file>", "a policy, with its calendars, in place of calendars")
  .option("--from <date>", "the first date", "2016-01-01")
  .option("--to <date>", "the last date (default: the last whose bank holidays are published)")
  .option("--out <folder>", "where to", "warehouse/tables")
  .addOption(new Option("--format <format>").choices(["parquet", "csv"]).default("parquet"))
  .action(async (calendars: string[], options: Omit<ExportOptions, "calendars">) => {
    const { exportFiles } = await import("./export-files");
    await exportFiles({ ...options, calendars });
  });

program
  .command("check")
  .description("Ask the engines and the library alike, and compare. PostgreSQL is at DATABASE_URL.")
  .option("--rows <count>", "random questions for DuckDB", wholeNumber, ROWS)
  .option("--postgres-rows <count>", "random questions for PostgreSQL", wholeNumber, ROWS)
  .action(async (options: Omit<CheckOptions, "postgresUrl">) => {
    const { check } = await import("./check");
    const agree = await check({ ...options, postgresUrl: process.env["DATABASE_URL"] });
    process.exitCode = agree ? 0 : 1;
  });

program
  .command("conformance")
  .description("Ask DuckDB the vectors of working time by conformance/run.sql.")
  .action(async () => {
    const { checkConformance } = await import("./conformance");
    process.exitCode = (await checkConformance()) ? 0 : 1;
  });

program
  .command("readings")
  .description(
    "Read tickets in the engines and by the library, and compare. PostgreSQL is at DATABASE_URL, PySpark in SPARK_PYTHON, sqlglot in SQLGLOT_PYTHON.",
  )
  .option("--tickets <count>", "random tickets", wholeNumber, TICKETS)
  .option("--seed <number>", "which random tickets (default: the same in every run)", wholeNumber)
  .action(async (options: { tickets: number; seed?: number }) => {
    const { checkReadings } = await import("./check-readings");
    const agree = await checkReadings({ ...options, ...enginesGiven() });
    process.exitCode = agree ? 0 : 1;
  });

program
  .command("scripts")
  .description(
    "Run the scripts of `core-hours sql` as they are, in the same engines, and compare; mix the tables of two exports.",
  )
  .action(async () => {
    const { checkScripts } = await import("./check-scripts");
    process.exitCode = (await checkScripts(enginesGiven())) ? 0 : 1;
  });

program
  .command("dbt")
  .description("Write the files of the dbt package that are made: seeds, models and a test.")
  .option("--policy <name or file>", "the policy of the seeds", "warehouse/dbt/policy.json")
  .option("--from <date>", "the first date of the calendars", "2026-09-01")
  .option("--to <date>", "the last date of the calendars", "2027-12-31")
  .option("--out <folder>", "the dbt package", "warehouse/dbt")
  .action(async ({ out, ...options }: DbtOptions & { out: string }) => {
    const { writeDbt } = await import("./dbt");
    await writeDbt(options, out);
  });

program
  .command("scale")
  .description(
    "Measure how many events a second each engine reads, and Spark by cores and partitions.",
  )
  .option("--events <count>", "events of made-up tickets", wholeNumber, ROWS)
  .option("--spark-settings <count>", "how many settings of Spark to time, of 4", wholeNumber, 4)
  .action(async ({ events, sparkSettings }: { events: number; sparkSettings: number }) => {
    const { measureScale } = await import("./scale");
    await measureScale({ events, sparkSettings, ...enginesGiven() });
  });

program
  .command("workers")
  .description("Ask the library in one and in two worker threads, and compare.")
  .option("--rows <count>", "random questions", wholeNumber, ROWS)
  .action(async ({ rows }: { rows: number }) => {
    const { measureWorkers } = await import("./workers");
    process.exitCode = (await measureWorkers(rows)) ? 0 : 1;
  });

/** The engines that the environment names. */
function enginesGiven() {
  const { DATABASE_URL, SPARK_PYTHON, SQLGLOT_PYTHON } = process.env;
  return {
    postgresUrl: DATABASE_URL,
    sparkPython: SPARK_PYTHON,
    sqlglotPython: SQLGLOT_PYTHON,
  };
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new InvalidArgumentError("Give a whole number, such as 100000.");
}

try {
  await program.parseAsync();
} catch (error) {
  const isMissing =
    error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
  const isInput = error instanceof CoreHoursError || error instanceof InputError;
  if (!isMissing && !isInput) throw error;
  console.error(`warehouse: ${error.message}`);
  if (isMissing) console.error("Its packages: npm ci --prefix warehouse");
  process.exitCode = 2;
}
