import { Option } from "commander";
import { commandNamed, parsed } from "../options";
import type { Terminal } from "../terminal";

/** The command line, read. */
export interface CalendarOptions {
  /** A shipped calendar, a service, or a JSON file of a calendar or a policy. */
  readonly name: string;
  /** Which calendar of a policy; undefined for its only one. */
  readonly calendar: string | undefined;
  /** ISO: `2027-04`. */
  readonly month: string | undefined;
  /** `2027`. */
  readonly year: string | undefined;
}

const NOTES = `
Each date of the months is marked: open or closed as usual, at unusual hours, or closed for a reason.
The unusual dates follow in a list with their hours and the reason. Without --month and --year it draws
the present year.

Exit codes: 0 all is well, 2 nothing could be drawn.

Examples:
  core-hours calendar
  core-hours calendar nhs-login-support --month 2027-04
  core-hours calendar our-desk.json --year 2027
  core-hours calendar our-policy.json --calendar core`;

/** Reads the command line, or gives an exit code. */
export function parseCalendarOptions(
  args: readonly string[],
  terminal: Pick<Terminal, "stdout" | "stderr">,
): CalendarOptions | number {
  const command = commandNamed("calendar", terminal)
    .description("Draws the months of a working calendar, with the reason of every unusual date.")
    .argument(
      "[calendar]",
      "a shipped calendar, a service, or a JSON file of a calendar or a policy",
      "nhsmail-core",
    )
    .option("--calendar <name>", "which calendar of a policy (default: its only one)")
    .addOption(new Option("--month <month>", "draw a month, such as 2027-04").conflicts("year"))
    .option("--year <year>", "draw a year, such as 2027 (default: this year)")
    .addHelpText("after", NOTES);
  const exitCode = parsed(command, args);
  if (exitCode !== null) return exitCode;
  const name = String(command.processedArgs[0]);
  return { ...command.opts<Omit<CalendarOptions, "name">>(), name };
}
