import { bankHolidays } from "../../index";
import { InputError } from "../../tickets/log/problems";
import { longDate } from "../../words/instants";
import { printable, quoted } from "../../words/printable";
import { aligned } from "../../words/sentences";
import { commandNamed, orComplain, parsed } from "../options";
import type { Terminal } from "../terminal";

const NOTES = `
Published dates are facts of record. Later ones are projected by the statutory rules until they are
published.

Exit codes: 0 all is well, 2 nothing could be listed.

Examples:
  core-hours bank-holidays
  core-hours bank-holidays scotland --year 2027`;

/** Runs the command, and returns its exit code. */
export async function runBankHolidays(
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const command = commandNamed("bank-holidays", terminal)
    .description("The bank holidays of a division, as published or projected.")
    .argument("[division]", "england-and-wales, scotland or northern-ireland", "england-and-wales")
    .option("--year <year>", "the year (default: this year)")
    .addHelpText("after", NOTES);
  const exitCode = parsed(command, args);
  if (exitCode !== null) return exitCode;
  return orComplain("bank-holidays", terminal, () => {
    const year = yearOf(command.opts<{ year?: string }>().year, terminal.nowMs);
    const { events, from, to } = bankHolidays(String(command.processedArgs[0]));
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
