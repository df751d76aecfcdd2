import { explain } from "../../index";
import { ticketOfLog } from "../../tickets/verdicts/one-ticket";
import { printable } from "../../words/printable";
import { asides, openLog } from "../open-log";
import { commandNamed, orComplain, parsed } from "../options";
import { withPolicies } from "../policy-options";
import { readingOptions, withReadingOptions } from "../reading-options";
import type { Terminal } from "../terminal";

interface ExplainOptions {
  readonly log: string | undefined;
  readonly asOf: string | undefined;
  readonly policy: string | readonly string[] | undefined;
  readonly policyBy: readonly string[] | undefined;
  readonly target: string | undefined;
}

const NOTES = `
Prints each stretch of the ticket's life, whether it counted and why, and the running total: the working
that a person can check by hand. Without a log it reads the sample.

Exit codes: 0 all is well, 1 some rows could not be used, 2 nothing could be explained.

Examples:
  core-hours explain NM-1005
  core-hours explain INC0000045 --log audit.csv.gz --policy our-policy.json`;

/** Runs the command, and returns its exit code. */
export async function runExplain(args: readonly string[], terminal: Terminal): Promise<number> {
  const command = withPolicies(withReadingOptions(commandNamed("explain", terminal)))
    .description("How the verdict on a ticket comes about, line by line.")
    .argument("<ticket>", "the ticket to explain")
    .option("--log <file>", "the export of the tickets")
    .option("--as-of <instant>", "judge as of an instant with an offset (default: now)")
    .option("--target <name>", "which target of the policy (default: its main one)")
    .addHelpText("after", NOTES);
  const exitCode = parsed(command, args);
  if (exitCode !== null) return exitCode;
  return orComplain("explain", terminal, async () => {
    const options = command.opts<ExplainOptions>();
    const how = readingOptions(command.opts());
    const opened = await openLog({ ...options, reading: how, file: options.log }, terminal);
    const { log, source, asOfMs } = opened;
    const ticket = String(command.processedArgs[0]);
    const { notes = [], reading } = ticketOfLog(log, ticket, { asOfMs, target: options.target });
    const said = notes.length === 0 ? [] : ["", ...notes];
    const lines = [...explain(reading).split("\n"), ...said].map(printable);
    terminal.stdout.write(`${lines.join("\n")}\n`);
    for (const line of asides(source, log)) terminal.stderr.write(`${line}\n`);
    return log.problems.count > 0 ? 1 : 0;
  });
}
