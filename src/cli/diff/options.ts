import { commandNamed, parsed } from "../options";
import { several } from "../policy-options";
import { type ReadingOptions, readingOptions, withReadingOptions } from "../reading-options";
import type { Terminal } from "../terminal";

/** The command line, read. */
export interface DiffOptions {
  /** Shipped calendars, services, or JSON files of calendars, policies or saved reports. */
  readonly old: string;
  readonly new: string;
  /** Which calendar of two policies; undefined for their only ones. */
  readonly calendar: string | undefined;
  /** ISO dates, both included. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** A log of tickets, to judge by both policies. */
  readonly tickets: string | undefined;
  /** The columns of the log by which two desks choose; undefined for those of their names. */
  readonly policyBy: readonly string[] | undefined;
  readonly reading: ReadingOptions;
  readonly asOf: string | undefined;
}

const NOTES = `
Each line is a date, or dates in a row, whose hours differ: the old hours and the new, each with the
reason if it is not the usual week. Without --from and --to it compares this year and the next.

With --tickets the log is judged by both, which are then policies, and the verdicts that differ follow. Two
desks are compared by their verdicts alone; --policy-by field=column names the column of a field.

Two reports of breaches --format json are compared verdict by verdict: status, instants, elapsed and paused.
Keep one of tickets that you have checked, and a change of the library, of bank holidays or of a policy that
moves a verdict is seen before it is relied on.

Exit codes: 0 nothing differs, 1 something does, 2 nothing could be compared.

Examples:
  core-hours diff our-desk.json our-desk-from-april.json
  core-hours diff today.json planned.json --from 2027-04-01 --to 2027-04-30
  core-hours diff our-policy.json our-policy-2027.json --calendar core --tickets log.csv
  core-hours diff checked.json today.json`;

/** Reads the command line, or gives an exit code. */
export function parseDiffOptions(
  args: readonly string[],
  terminal: Pick<Terminal, "stdout" | "stderr">,
): DiffOptions | number {
  const command = withReadingOptions(commandNamed("diff", terminal))
    .description(
      "Says what changes from one calendar, policy or saved report to another, and whose verdicts do.",
    )
    .argument(
      "<old>",
      "a shipped calendar, a service, or a JSON file of a calendar, a policy or a saved report",
    )
    .argument("<new>", "what is compared to it, in the same forms")
    .option("--calendar <name>", "which calendar of two policies (default: their only ones)")
    .option("--from <date>", "the first date to compare (default: 1 January of this year)")
    .option("--to <date>", "the last date to compare (default: 31 December of next year)")
    .option("--tickets <log>", "also name the tickets of a log whose verdicts differ")
    .option("--policy-by <field=column>", "the column of a field by which a desk chooses", several)
    .option("--as-of <instant>", "judge as of an instant with an offset (default: now)")
    .addHelpText("after", NOTES);
  const exitCode = parsed(command, args);
  if (exitCode !== null) return exitCode;
  const [before, after] = command.processedArgs.map(String);
  const given = command.opts<Omit<DiffOptions, "old" | "new" | "reading">>();
  const reading = readingOptions(command.opts());
  // Commander refuses a command line that lacks one of the two.
  return { ...given, reading, old: before ?? "", new: after ?? "" };
}
