import { bankHolidays } from "../../index";
import { InputError } from "../../tickets/log/problems";
import { longDate } from "../../words/instants";
import { printable, quoted } from "../../words/printable";
import { aligned } from "../../words/sentences";
import { commandNamed, orComplain, parsed } from "../options";
import type { Terminal } from "../terminal";
import { readBankHolidays, USUAL } from "./file";

const NOTES = `
Published dates are facts of record. Later ones are projected by the statutory rules until they are
published.

With --file it lists what a file of gov.uk has: bank-holidays.json, the JSON of one division, or an .ics
of the division that is named.

Exit codes: 0 all is well, 2 nothing could be listed.

Examples:
  core-hours bank-holidays
  core-hours bank-holidays scotland --year 2027
  core-hours bank-holidays scotland --file scotland.ics --year 2027`;

/** Runs the command, and returns its exit code. */
export async function runBankHolidays(
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const command = commandNamed("bank-holidays", terminal)
    .description("The bank holidays of a division, as published or projected.")
    .argument(
      "[division]",
      "england-and-wales, scotland or northern-ireland (default: england-and-wales)",
    )
    .option("--year <year>", "the year (default: this year)")
    .option("--file <file>", "list those of a file that gov.uk publishes: .json or .ics")
    .addHelpText("after", NOTES);
  const exitCode = parsed(command, args);
  if (exitCode !== null) return exitCode;
  return orComplain("bank-holidays", terminal, async () => {
    const { year: given, file } = command.opts<{ year?: string; file?: string }>();
    const year = yearOf(given, terminal.nowMs);
    const [division]: readonly (string | undefined)[] = command.processedArgs;
    const { events, from, to } =
      file === undefined ? bankHolidays(division ?? USUAL) : await readBankHolidays(file, division);
    const own = events.filter(({ date }) => date.startsWith(`${year}-`));
    if (own.length === 0) {
      throw new InputError(`--year ${quoted(year)}: bank holidays are known from ${from} to ${to}`);
    }
    const rows = own.map(({ date, title, notes, status }) => [
      longDate(date),
      printable(notes === "" ? title : `${title} (${notes})`),
      status,
    ]);
    terminal.stdout.write(`${aligned(rows).join("\n")}\n`);
    return 0;
  });
}

function yearOf(given: string | undefined, nowMs: number): string {
  if (given === undefined) return new Date(nowMs).toISOString().slice(0, 4);
  if (/^\d{4}$/.test(given)) return given;
  throw new InputError(`--year ${quoted(given)} is not a year; write it as 2027`);
}
