import { InvalidArgumentError, Option } from "commander";
import { DIALECTS, type DialectName } from "../../sql/dialects";
import { ATTAINED_BY, type AttainedBy } from "../../sql/questions";
import { commandNamed, parsed } from "../options";
import type { Terminal } from "../terminal";

/** The command line, read. */
export interface SqlOptions {
  readonly policy: string;
  readonly dialect: DialectName;
  readonly target: readonly string[];
  /** ISO dates. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly asOf: string | undefined;
  readonly events: string;
  readonly ticketColumn: string;
  readonly atColumn: string;
  readonly atType: "ms" | "timestamp";
  readonly stateColumn: string;
  readonly severityColumn: string;
  readonly orderColumn: string;
  readonly tables: "inline" | "files";
  readonly hours: number;
  /** ISO: `2026-11`. */
  readonly month: string | undefined;
  readonly by: AttainedBy;
  readonly out: string | undefined;
}

const NOTES = `
The script makes tables of the policy and of its calendars, reads your table of events, and makes the
table core_hours_readings with every number of a reading, for each ticket and target. It then asks what is
due next, and the attainment of a month. What of the policy SQL does not do is an error that names it.

The table of events has a row for each event: which ticket, when, the state from then on, the severity from
then on, and what puts the events of one instant in order. A state or severity that does not change may be
null. A policy of one allowance needs no severity: --severity-column none.

Exit codes: 0 all is well, 2 no script was written.

Examples:
  core-hours sql --policy nhsmail --dialect spark
  core-hours sql --dialect tsql --events dbo.sys_audit --at-column changed_at --at-type timestamp
  core-hours sql --policy our-policy.json --target fix --as-of 2026-12-01T00:00 --out fix.sql`;

/** Reads the command line, or gives an exit code. */
export function parseSqlOptions(
  args: readonly string[],
  terminal: Pick<Terminal, "stdout" | "stderr">,
): SqlOptions | number {
  const command = commandNamed("sql", terminal)
    .description("Prints a script that judges the tickets of a database in place.")
    .option("--policy <name or file>", "a service, or a JSON file", "nhsmail")
    .addOption(
      new Option("--dialect <name>", "the engine").choices(Object.keys(DIALECTS)).default("duckdb"),
    )
    .option("--target <name>", "only this target; may be given again", listed, [])
    .option("--from <date>", "the first date of the calendars (default: 1 January two years ago)")
    .option("--to <date>", "the last date of the calendars (default: 31 December next year)")
    .option("--as-of <instant>", "judge as of an instant (default: the engine's clock)")
    .option("--events <table>", "the table of events", "ticket_events")
    .option("--ticket-column <column>", "which ticket", "ticket")
    .option("--at-column <column>", "when", "at_ms")
    .addOption(
      new Option("--at-type <type>", "epoch milliseconds, or a timestamp of the engine")
        .choices(["ms", "timestamp"])
        .default("ms"),
    )
    .option("--state-column <column>", "the state", "state")
    .option("--severity-column <column>", "the severity, or none", "severity")
    .option("--order-column <column>", "the order of events at one instant", "ordinal")
    .addOption(
      new Option(
        "--tables <where>",
        "the rows of the calendars: in the script, or in Parquet files",
      )
        .choices(["inline", "files"])
        .default("inline"),
    )
    .option("--hours <hours>", "how many hours ahead to look", wholeNumber, 24)
    .option("--month <month>", "the month to sum up, such as 2026-11 (default: that of --as-of)")
    .addOption(
      new Option("--by <instant>", "when a ticket belongs to a month")
        .choices([...ATTAINED_BY])
        .default("stopped"),
    )
    .option("--out <file>", "the file to write (default: standard output)")
    .addHelpText("after", NOTES);
  const exitCode = parsed(command, args);
  if (exitCode !== null) return exitCode;
  const { target, ...options } = command.opts<SqlOptions>();
  return { ...options, target };
}

function listed(name: string, before: readonly string[]): readonly string[] {
  return [...before, name];
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Give a whole number of hours, such as 24.");
}
