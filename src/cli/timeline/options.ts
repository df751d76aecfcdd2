import { InvalidArgumentError, Option } from "commander";
import { commandNamed, parsed } from "../options";
import { withPolicies } from "../policy-options";
import { type ReadingOptions, readingOptions, withReadingOptions } from "../reading-options";
import type { Terminal } from "../terminal";

/** The command line, read. */
export interface TimelineOptions {
  readonly ticket: string | undefined;
  /** The file to read; undefined for the sample, `-` for standard input. */
  readonly log: string | undefined;
  readonly asOf: string | undefined;
  readonly policy: string | readonly string[] | undefined;
  readonly policyBy: readonly string[] | undefined;
  readonly reading: ReadingOptions;
  readonly target: string | undefined;
  /** ISO: `2026-11`. */
  readonly month: string | undefined;
  /** Whether to draw when the breaches of the whole log happened. */
  readonly breaches?: boolean;
  /** Most tickets of a month; 0 for all. */
  readonly limit: number;
  /** The file to write; undefined for one named after the ticket, `-` for standard output. */
  readonly out: string | undefined;
  readonly format: "html" | "svg";
}

type Parsed = { readonly options: TimelineOptions } | { readonly exitCode: number };

const NOTES = `
Without a ticket and a month it lists the tickets of the log. Without a log it reads the sample,
examples/data/tickets.csv, as of 2027-04-05T12:00:00+01:00. A log is read as core-hours breaches reads
it. Files may be gzip or zip; - is standard input.

Exit codes: 0 all is well, 1 some rows or tickets could not be used, 2 nothing could be drawn.

Examples:
  core-hours timeline NM-1005
  core-hours timeline NM-1005 --out NM-1005.svg
  core-hours timeline --month 2026-12
  core-hours timeline --breaches
  core-hours timeline INC0000045 --log audit.csv.gz --policy examples/policies/incident-log.json`;

/** Reads the command line. Help goes to the terminal, and so does what is wrong with it. */
export function parseTimelineOptions(
  args: readonly string[],
  terminal: Pick<Terminal, "stdout" | "stderr">,
): Parsed {
  const command = withPolicies(withReadingOptions(commandNamed("timeline", terminal)))
    .description("Draws what happened to a ticket, to the tickets of a month, or to a whole log.")
    .argument("[ticket]", "the ticket to draw")
    .option("--month <month>", "draw a month, such as 2026-11, with a row for each ticket")
    .option("--breaches", "draw when the breaches of the whole log happened, week by week")
    .option("--log <file>", "the export of the tickets")
    .option("--as-of <instant>", "judge as of an instant with an offset (default: now)")
    .option(
      "--target <name>",
      "which target of the policy (default: incidentResolution, or its first)",
    )
    .option("--limit <tickets>", "most tickets of a month; 0 for all", wholeNumber, 100)
    .option("--out <file>", "the file to write, or - (default: <ticket>.html)")
    .addOption(
      new Option("--format <format>", "a page or a picture alone (default: html)").choices([
        "html",
        "svg",
      ]),
    )
    .addHelpText("after", NOTES);
  const exitCode = parsed(command, args);
  if (exitCode !== null) return { exitCode };
  const given = command.opts<
    Omit<TimelineOptions, "ticket" | "format" | "reading"> & { format?: "html" | "svg" }
  >();
  const format = given.format ?? (/\.svg$/i.test(given.out ?? "") ? "svg" : "html");
  const reading = readingOptions(command.opts());
  return { options: { ...given, reading, format, ticket: command.args[0] } };
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("Give a whole number.");
  return Number(text);
}
