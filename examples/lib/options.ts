import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { Terminal } from "./terminal";

/** The command line, read. */
export interface Options {
  /** The file to read; undefined for the sample, `-` for standard input. */
  readonly file: string | undefined;
  readonly asOf: string | undefined;
  readonly policy: string | undefined;
  readonly columns: string | undefined;
  readonly format: "table" | "csv" | "json";
  readonly only: "breached" | "at-risk" | undefined;
  /** The share of the allowance from which an open ticket is at risk, in percent. */
  readonly atRisk: number;
  readonly limit: number;
  readonly failOnBreach: boolean;
}

/** Options to run with, or an exit code where there is nothing to run: help, or a usage error. */
export type Parsed = { readonly options: Options } | { readonly exitCode: number };

const NOTES = `
Without a file it reads the sample, examples/data/tickets.csv, as of 2027-04-05T12:00:00+01:00.
A file of your own has the columns ticket, service, at, state and severity, one row for each event;
any other needs a column map (--columns). Files may be gzip; - is standard input.

Worst first: what has breached, then what is open, then what was met; within each, what has used most
of its allowance. An open ticket is at risk from --at-risk percent on.

Exit codes: 0 all is well, 1 some rows or tickets could not be used and the rest is reported,
2 nothing could be done, 3 a breach was found and --fail-on-breach was given.

Examples:
  npm run breaches
  npm run breaches -- my-tickets.csv --only at-risk
  npm run breaches -- audit.csv.gz --policy examples/policies/incident-log.json --format csv`;

/** Reads the command line. Help goes to the terminal, and so does what is wrong with it. */
export function parseOptions(
  args: readonly string[],
  terminal: Pick<Terminal, "stdout" | "stderr">,
): Parsed {
  const command = new Command("breaches")
    .description("Which tickets have breached their service level, and which are about to.")
    .argument("[file]", "the events of the tickets, as CSV")
    .option("--as-of <instant>", "judge as of an instant with an offset (default: now)")
    .option(
      "--policy <name or file>",
      "judge every ticket under one policy: a name, or a JSON file",
    )
    .option("--columns <file>", "a column map (default: the policy file's .columns.json, if there)")
    .addOption(new Option("--format <format>").choices(["table", "csv", "json"]).default("table"))
    .addOption(new Option("--only <which>", "print only these").choices(["breached", "at-risk"]))
    .option(
      "--at-risk <percent>",
      "the share of the allowance that puts an open ticket at risk",
      percent,
      75,
    )
    .option("--limit <rows>", "most rows in a table; 0 for all", wholeNumber, 50)
    .option("--fail-on-breach", "exit with 3 where a ticket has breached", false)
    .addHelpText("after", NOTES)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    });
  try {
    command.parse([...args], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return { exitCode: error.exitCode === 0 ? 0 : 2 };
    throw error;
  }
  return { options: { ...command.opts<Omit<Options, "file">>(), file: command.args[0] } };
}

function percent(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0))
    throw new InvalidArgumentError("Give a percentage, such as 75.");
  return value;
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("Give a whole number.");
  return Number(text);
}
