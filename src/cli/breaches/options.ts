import { extname } from "node:path";
import { InvalidArgumentError, Option } from "commander";
import { FORMAT_NAMES, type Format } from "../../report/formats/formats";
import type { ReportOptions } from "../../report/model/log-report";
import type { ClaimsWanted } from "../../tickets/log/claims/kinds";
import { commandNamed, parsed } from "../options";
import { POLICY_NOTES, withPolicies } from "../policy-options";
import { type ReadingOptions, readingOptions, withReadingOptions } from "../reading-options";
import type { Terminal } from "../terminal";
import { CLAIMS_HELP, CLAIMS_NOTES, claimColumns } from "./claim-options";
import { keptBy, selectionOf, type TypedSelection, withSelection } from "./selection-options";

/** The command line, read. */
export interface Options extends ReportOptions {
  /** The file to read; undefined for the sample, `-` for standard input. */
  readonly file: string | undefined;
  readonly asOf: string | undefined;
  /** The policies to judge by; undefined for the policies that the rows name. */
  readonly policy: string | readonly string[] | undefined;
  /** The columns by which the policy of each ticket is chosen. */
  readonly policyBy?: readonly string[] | undefined;
  readonly reading: ReadingOptions;
  readonly format: Format;
  /** The file to write to; undefined for standard output. */
  readonly out: string | undefined;
  /** The most rows in a table; 0 for all. */
  readonly limit: number;
  /** Whether CSV is for a spreadsheet rather than for a program. */
  readonly excel: boolean;
  readonly failOnBreach: boolean;
  /** The columns of the file to read beside those that the clocks need. */
  readonly keep: readonly string[];
  /** The columns of another tool's verdicts to compare with; null for none. */
  readonly claims: ClaimsWanted | null;
  /** The targets to judge by; all of them if empty. */
  readonly targets: readonly string[];
  /** How to read the services, by their options: `hssiClock` is `clock`. */
  readonly choices: Readonly<Record<string, string>>;
}

/** Options to run with, or an exit code if there is nothing to run: help, or a usage error. */
export type Parsed = { readonly options: Options } | { readonly exitCode: number };

const NOTES = `
Without a file it reads the sample, examples/data/tickets.csv, as of 2027-04-05T12:00:00+01:00.
A file of your own is taken for what it is by its columns: an export of ServiceNow, Jira, Zendesk,
Freshdesk, Remedy or GLPI, or any table with a row for each ticket or each change, as CSV, XLSX or JSON.
core-hours read shows how a file is read, and saves it as a mapping (--mapping); one that lies beside
the policy as its .columns.json is used too. Files may be gzip or zip; - is standard input.

${POLICY_NOTES}
Each ticket is judged by every target of its policy that it has begun; --target chooses. A target, or an
option of --choose, is for one policy alone with its name before it: --target nhsmail:incidentResolution.

A report may be of part of them: --period 2026-11 of those opened then (--by due or stopped), --where
of those whose ticket holds a text in a column. --group-by makes a table by a column of the file.

${CLAIMS_NOTES}

Worst first: what has breached, then what is open, then what was met; within each, what has used most
of its allowance. An open ticket is at risk from --at-risk percent on.

html is a page of its own to send on, and md the same as text: attainment by severity and by month, the
share of the allowance used, and the worst tickets with their working. xlsx has the same as sheets, with
every verdict. ics is a calendar of what falls due.

Exit codes: 0 all is well; 1 some rows or tickets could not be used or are in doubt, so verdicts may be
wrong; 2 nothing could be judged; 3 a breach was found and --fail-on-breach was given; 70 an error of
the command itself.

Examples:
  core-hours breaches
  core-hours breaches my-tickets.csv --only at-risk
  core-hours breaches my-tickets.csv --out report.html --top 20
  core-hours breaches my-tickets.csv --policy-by Service --policy "NHS Mail=nhsmail" --policy ours.json
  core-hours breaches audit.csv.gz --policy examples/policies/incident-log.json --format csv`;

/** Reads the command line. Help goes to the terminal, and so does what is wrong with it. */
export function parseOptions(
  args: readonly string[],
  terminal: Pick<Terminal, "stdout" | "stderr">,
): Parsed {
  const command = withPolicies(
    withSelection(withReadingOptions(commandNamed("breaches", terminal))),
  )
    .description("Which tickets have breached their service level, and which are about to.")
    .argument("[file]", "the export of the tickets")
    .option("--as-of <instant>", "judge as of an instant with an offset (default: now)")
    .addOption(
      new Option(
        "--format <format>",
        "what to print (default: by the ending of --out, else a table)",
      ).choices(FORMAT_NAMES),
    )
    .option("--out <file>", "write to a file, in place of what it holds")
    .addOption(new Option("--only <which>", "print only these").choices(["breached", "at-risk"]))
    .option(
      "--at-risk <percent>",
      "the share of the allowance that puts an open ticket at risk",
      percent,
      75,
    )
    .option("--limit <rows>", "most rows in a table; 0 for all", wholeNumber, 50)
    .option(
      "--top <tickets>",
      "how many of the worst tickets html and md explain, up to 1000",
      upTo1000,
      50,
    )
    .option("--pictures", "draw each of those tickets, in html", false)
    .option("--excel", "write csv for a spreadsheet, with local dates and times", false)
    .option("--title <title>", "what the report is called (default: after its file)")
    .option("--supplier <name>", "whose service levels these are, on the first page")
    .option("--target-share <percent>", "the attainment that is promised, such as 90", sharePercent)
    .option("--claims <columns>", CLAIMS_HELP, claimColumns)
    .option("--target <name>", "judge by this target alone; may be given several times", collected)
    .option(
      "--choose <option=value>",
      "how to read a service, by an option of its own, such as hssiClock=clock",
      choice,
    )
    .option("--fail-on-breach", "exit with 3 if a ticket has breached", false)
    .addHelpText("after", NOTES);
  const exitCode = parsed(command, args);
  if (exitCode !== null) return { exitCode };
  const { target, choose, ...given } = command.opts<Given>();
  const format = given.format ?? formatOf(given.out) ?? "table";
  const out = given.out === "-" ? undefined : given.out;
  return {
    options: {
      ...given,
      out,
      format,
      targets: target ?? [],
      choices: choose ?? {},
      claims: given.claims ?? null,
      file: command.args[0],
      reading: readingOptions(command.opts()),
      selection: selectionOf(command.opts<TypedSelection>()),
      keep: keptBy(command.opts<TypedSelection>()),
    },
  };
}

/** The options as typed. */
interface Given
  extends Omit<
    Options,
    "file" | "format" | "targets" | "choices" | "reading" | "selection" | "keep" | "claims"
  > {
  readonly claims?: ClaimsWanted;
  readonly format?: Format;
  readonly target?: readonly string[];
  readonly choose?: Readonly<Record<string, string>>;
}

function choice(text: string, before: Readonly<Record<string, string>> = {}) {
  const [, name, value] = /^((?:[\w-]+:)?\w+)=(.+)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new InvalidArgumentError("Give an option and its value, such as hssiClock=clock.");
  }
  return { ...before, [name]: value };
}

function collected(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...text.split(",")];
}

/** The format that a file's name ends in. */
function formatOf(path: string | undefined): Format | undefined {
  const ending = extname(path ?? "")
    .slice(1)
    .toLowerCase();
  return FORMAT_NAMES.find((format) => format === ending);
}

function percent(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= 100)) {
    throw new InvalidArgumentError("Give a percentage up to 100, such as 75.");
  }
  // A share of 0.75 is probably meant.
  if (value > 0 && value < 1) {
    throw new InvalidArgumentError(
      `That is ${value} %; for a share of ${value} give ${value * 100}.`,
    );
  }
  return value;
}

function sharePercent(text: string): number {
  const value = Number(text.trim().replace(/\s*%$/, ""));
  if (text.trim() === "" || !(value > 0 && value <= 100)) {
    throw new InvalidArgumentError("Give a percentage above 0 and up to 100, such as 90.");
  }
  return value;
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("Give a whole number.");
  return Number(text);
}

/** Nobody could open or read a longer page. */
function upTo1000(text: string): number {
  const number = wholeNumber(text);
  if (number > 1000) throw new InvalidArgumentError("Give a number up to 1000.");
  return number;
}
