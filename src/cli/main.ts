import { Command, CommanderError } from "commander";
import about from "../../package.json";
import { runBankHolidays as bankHolidays } from "./bank-holidays/run";
import { run as breaches } from "./breaches/run";
import { runCalendar as calendar } from "./calendar/run";
import { runDiff as diff } from "./diff/run";
import { runDue as due } from "./due/run";
import { runExplain as explain } from "./explain/run";
import { runObligations as obligations } from "./obligations/run";
import { runPage as page } from "./page/run";
import { runRead as read } from "./read/run";
import { runSeverities as severities } from "./severities/run";
import { runSql as sql } from "./sql/run";
import type { Terminal } from "./terminal";
import { runTimeline as timeline } from "./timeline/run";

/** What the command can be asked to do. */
const COMMANDS: readonly {
  readonly name: string;
  readonly says: string;
  /** Runs it, and gives the exit code. */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>;
}[] = [
  {
    name: "breaches",
    says: "which tickets have breached their service level, and which are about to",
    run: breaches,
  },
  {
    name: "read",
    says: "what a file of tickets is taken for, and how each of its columns is read",
    run: read,
  },
  {
    name: "timeline",
    says: "what happened to a ticket, or to the tickets of a month, as a picture",
    run: timeline,
  },
  {
    name: "due",
    says: "when tickets that start at an instant are due",
    run: due,
  },
  {
    name: "explain",
    says: "how the verdict on a ticket comes about, line by line",
    run: explain,
  },
  {
    name: "obligations",
    says: "what is due next across all tickets, worst first",
    run: obligations,
  },
  {
    name: "severities",
    says: "what the services promise of each severity",
    run: severities,
  },
  {
    name: "bank-holidays",
    says: "the bank holidays of a division, as published or projected",
    run: bankHolidays,
  },
  {
    name: "calendar",
    says: "the months of a working calendar, with the reason of every unusual date",
    run: calendar,
  },
  {
    name: "diff",
    says: "what changes from one calendar to another, and whose verdicts do",
    run: diff,
  },
  {
    name: "sql",
    says: "a script that judges the tickets of a database in place",
    run: sql,
  },
  {
    name: "page",
    says: "writes the same desk as a web page, one file to be opened from disk",
    run: page,
  },
];

/** Runs one of the commands, and gives its exit code; 2 if there is no such command. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode = 0;
  const program = new Command("core-hours")
    .description(about.description)
    .version(about.version)
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    });
  for (const { name, says, run } of COMMANDS) {
    program
      .command(name)
      .description(says)
      .helpOption(false)
      .argument("[arguments...]")
      .allowUnknownOption()
      .passThroughOptions()
      .action(async (_args, _options, command: Command) => {
        exitCode = await run(command.args, terminal);
      });
  }
  program.addHelpText("after", "\nTry: core-hours breaches\n     core-hours breaches --help");
  try {
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
  return exitCode;
}
