import { InvalidArgumentError } from "commander";
import { OBLIGATION_FORMATS } from "../../report/formats/obligations";
import { InputError } from "../../tickets/log/problems";
import { obligationsOfLog } from "../../tickets/verdicts/obligations";
import { quoted } from "../../words/printable";
import { asides, openLog } from "../open-log";
import { commandNamed, orComplain, parsed } from "../options";
import { checkOut, writeOut } from "../out";
import { withPolicies } from "../policy-options";
import { type ReadingOptions, readingOptions, withReadingOptions } from "../reading-options";
import { SAMPLE } from "../sample";
import type { Terminal } from "../terminal";

interface ObligationsOptions extends ReadingOptions {
  readonly asOf: string | undefined;
  readonly policy: string | readonly string[] | undefined;
  readonly policyBy: readonly string[] | undefined;
  readonly all: boolean | undefined;
  readonly top: number | undefined;
  readonly format: string;
  readonly out: string | undefined;
}

const NOTES = `
Each line is something that a ticket has begun: a target, a step of a chain such as a reminder, a window such
as that of a re-opening, or the next time of what recurs such as an update. The late come first, the longest
late before the others, then what is due next, then what is paused. Without a file it reads the sample.

Exit codes: 0 all is well, 1 some rows could not be used, 2 nothing could be told.

Examples:
  core-hours obligations
  core-hours obligations tickets.csv --as-of 2026-11-24T12:00:00Z --top 20
  core-hours obligations tickets.csv --policy our-policy.json --format csv --out due.csv`;

/** Runs the command, and returns its exit code. */
export async function runObligations(args: readonly string[], terminal: Terminal): Promise<number> {
  const command = withPolicies(withReadingOptions(commandNamed("obligations", terminal)))
    .description("What is due next across all tickets, worst first.")
    .argument("[file]", "the export of the tickets")
    .option("--as-of <instant>", "as of an instant with an offset (default: now)")
    .option("--all", "also what is done, and what is shut")
    .option("--top <n>", "only so many of the worst", wholeNumber)
    .option("--format <format>", `one of ${Object.keys(OBLIGATION_FORMATS).join(", ")}`, "table")
    .option("--out <file>", "write to a file in place of standard output")
    .addHelpText("after", NOTES);
  const exitCode = parsed(command, args);
  if (exitCode !== null) return exitCode;
  return orComplain("obligations", terminal, () => tell(command.args[0], command.opts(), terminal));
}

async function tell(
  file: string | undefined,
  options: ObligationsOptions,
  terminal: Terminal,
): Promise<number> {
  const { format, out, all = false, top, asOf, policy, policyBy } = options;
  const print = Object.hasOwn(OBLIGATION_FORMATS, format) ? OBLIGATION_FORMATS[format] : undefined;
  if (print === undefined) {
    const known = Object.keys(OBLIGATION_FORMATS).join(", ");
    throw new InputError(`--format ${quoted(format)} is not one of ${known}`);
  }
  const reading = readingOptions(options);
  await checkOut({ out, policy, ...reading, log: file ?? SAMPLE.path }, terminal);
  const opened = await openLog({ file, asOf, policy, policyBy, reading }, terminal);
  const { log, source, asOfMs } = opened;
  const found = obligationsOfLog(
    { histories: log.tickets.values(), problems: log.problems },
    { asOfMs, all },
  );
  const rows = top === undefined ? found : found.slice(0, top);
  const lines = asides(source, log);
  if (log.tickets.size === 0) {
    for (const line of lines) terminal.stderr.write(`${line}\n`);
    throw new InputError(`${source}: none of its rows could be used`);
  }
  await writeOut(
    out,
    [`${print({ rows, asOfMs, withPolicies: log.settings.chosen !== undefined })}\n`],
    terminal.stdout,
  );
  for (const line of lines) terminal.stderr.write(`${line}\n`);
  const hidden = found.length - rows.length;
  if (hidden > 0) terminal.stderr.write(`note: ${hidden} more are not shown; --top shows more\n`);
  return log.problems.count > 0 ? 1 : 0;
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Give a whole number, 1 or more.");
}
