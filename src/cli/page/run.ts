import { printable } from "../../words/printable";
import { commandNamed, orComplain, parsed } from "../options";
import { checkMadeName, writeOut } from "../out";
import { builtPage } from "../page-file";
import type { Terminal } from "../terminal";

/** What the page is called if nobody names it. */
const NAME = "core-hours.html";

const NOTES = `
The page is one file that does what this command does, for those without a terminal. Open it from disk in
a browser and drop an export on it. It needs no network, no server and no installation, and it sends
nothing: its own content security policy forbids that.

Exit codes: 0 all is well, 2 it could not be written.

Examples:
  core-hours page
  core-hours page --out desk.html`;

/** Runs the command, and returns its exit code. */
export async function runPage(args: readonly string[], terminal: Terminal): Promise<number> {
  const command = commandNamed("page", terminal)
    .description("Writes the same desk as a web page, to be opened from disk.")
    .option("--out <file>", "where to write it; - is standard output", NAME)
    .addHelpText("after", NOTES);
  const exitCode = parsed(command, args);
  if (exitCode !== null) return exitCode;
  return orComplain("page", terminal, async () => {
    const { out } = command.opts<{ out: string }>();
    const page = await builtPage();
    if (out === NAME) await checkMadeName(out);
    await writeOut(out === "-" ? undefined : out, [page], terminal.stdout);
    if (out !== "-") terminal.stdout.write(`wrote ${printable(out)}; open it in a browser\n`);
    return 0;
  });
}
