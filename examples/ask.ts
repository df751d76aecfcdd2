import { Command } from "commander";
import type { DateTime } from "luxon";
import { alwaysOpen, CoreHoursError, type InstantLike } from "../src/index";

/** A question on the command line: what it takes, and what it answers. */
export interface Question {
  readonly name: string;
  readonly description: string;
  /** Adds the arguments and options, each with a default, so it can be tried without any. */
  readonly takes: (command: Command) => Command;
  /** The answer, as lines. */
  readonly answer: (command: Command) => readonly string[];
}

/** Reads the command line and prints the answer; without an answer the exit code is 2. */
export function ask({ name, description, takes, answer }: Question): void {
  const command = takes(new Command(name).description(description));
  command.addHelpText(
    "after",
    "\nInstants are ISO 8601; without an offset they are wall-clock time in London.",
  );
  command.parse();
  try {
    console.log(answer(command).join("\n"));
  } catch (error) {
    if (!(error instanceof CoreHoursError)) throw error;
    console.error(`${name}: ${error.message}`);
    process.exitCode = 2;
  }
}

/** An instant for people, in the zone it comes in: `Fri 20 Nov 2026 16:30 GMT`. */
export function when(at: DateTime | null): string {
  return at ? at.setLocale("en-GB").toFormat("ccc d MMM yyyy HH:mm ZZZZ") : "-";
}

const london = alwaysOpen("Europe/London");

/** An instant with an offset, or wall-clock time in London. */
export function instant(text: string): InstantLike {
  return /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : london.at(text);
}

/** Several instants, separated by commas. */
export function instants(text: string): readonly InstantLike[] {
  return text.split(",").map((one) => instant(one.trim()));
}

/** Events as `instant=state`, separated by commas. */
export function history(text: string): readonly { at: InstantLike; state: string }[] {
  return text.split(",").map((event) => {
    const [at = "", state] = event.split("=").map((part) => part.trim());
    if (state !== undefined) return { at: instant(at), state };
    throw new CoreHoursError(
      "event-invalid",
      `"${event}" is not an event; give instant=state, such as 2026-11-20T09:00=new.`,
    );
  });
}
