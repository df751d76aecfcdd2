import { Command, CommanderError } from "commander";
import { CoreHoursError } from "../index";
import { InputError } from "../tickets/log/problems";
import { printable } from "../words/printable";
import type { Terminal } from "./terminal";

/** A command whose help and complaints go to the terminal, and which never ends the process itself. */
export function commandNamed(name: string, terminal: Pick<Terminal, "stdout" | "stderr">): Command {
  return new Command(`core-hours ${name}`).exitOverride().configureOutput({
    writeOut: (text) => terminal.stdout.write(text),
    writeErr: (text) => terminal.stderr.write(text),
  });
}

/**
 * Reads a command line.
 *
 * @returns the exit code if there is nothing to run: 0 after its help, 2 after a usage error; else null
 */
export function parsed(command: Command, args: readonly string[]): number | null {
  try {
    command.parse([...args], { from: "user" });
    return null;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

/** The texts of an option that takes several at once, between commas. */
export function betweenCommas(text: string): string[] {
  return text
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

/** Runs a command. Input that it cannot use becomes a message, and exit code 2. */
export async function orComplain(
  name: string,
  terminal: Pick<Terminal, "stderr">,
  act: () => number | Promise<number>,
): Promise<number> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof InputError || error instanceof CoreHoursError)) throw error;
    for (const line of error.message.split("\n")) {
      terminal.stderr.write(`${name}: ${printable(line)}\n`);
    }
    return 2;
  }
}
