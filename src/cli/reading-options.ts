import { type Command, InvalidArgumentError, Option } from "commander";
import { type DateOrder, ORDERS } from "../tickets/log/dates/shapes";
import { PRESETS } from "../tickets/understanding/presets/presets";
import { STATE_ANSWERS, type StateAnswer } from "../tickets/understanding/unknown-words";

/** The answers about a column that may be time on hold. */
export const HOLD_ANSWERS = [
  ...(["hours", "minutes", "seconds", "ignore"] as const),
  ...(["hh:mm:ss", "hh:mm", "iso", "words"] as const),
] as const;
export type HoldAnswer = (typeof HOLD_ANSWERS)[number];

/** How to read a file, as far as the command line says it. */
export interface ReadingOptions {
  /** The path of a mapping. */
  readonly mapping?: string | undefined;
  /** The preset to take the file for. */
  readonly as?: string | undefined;
  readonly zone?: string | undefined;
  readonly dates?: DateOrder | undefined;
  readonly rows?: Readonly<Record<string, string>> | undefined;
  readonly hold?: HoldAnswer | undefined;
  /** What states of the file do, by their texts. */
  readonly state?: Readonly<Record<string, StateAnswer>> | undefined;
}

/** Adds the options that say how to read a file. */
export function withReadingOptions(command: Command): Command {
  return withAnswers(command)
    .option("--mapping <file>", "how to read the file, as core-hours read --save wrote it")
    .addOption(new Option("--columns <file>", "the same as --mapping").hideHelp());
}

/** Adds the options that answer what a file leaves open. */
export function withAnswers(command: Command): Command {
  return command
    .addOption(
      new Option("--as <preset>", "what to take the file for (default: by its columns)").choices(
        PRESETS.map(({ id }) => id),
      ),
    )
    .option("--zone <zone>", "the zone of dates that state no offset, such as Europe/London")
    .addOption(
      new Option(
        "--dates <order>",
        "the order of day, month and year in dates of numbers, if no date says it",
      ).choices(ORDERS),
    )
    .option("--rows <column=text>", "read only the rows whose column holds this text", rowChoice)
    .addOption(
      new Option("--hold <written>", "how time on hold is written, or ignore").choices(
        HOLD_ANSWERS,
      ),
    )
    .option(
      "--state <text=does>",
      `what a state of the file does: ${STATE_ANSWERS.join(", ")}; may be given several times`,
      stateChoice,
    );
}

/** The options as they were typed, with the older name of one of them. */
export function readingOptions(
  typed: ReadingOptions & { readonly columns?: string },
): ReadingOptions {
  const { as, zone, dates, rows, hold, state } = typed;
  return { mapping: typed.mapping ?? typed.columns, as, zone, dates, rows, hold, state };
}

function rowChoice(text: string, before: Readonly<Record<string, string>> = {}) {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError('Give a column and its text, such as "sla=P1 fix".');
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}

function stateChoice(text: string, before: Readonly<Record<string, StateAnswer>> = {}) {
  const at = text.lastIndexOf("=");
  const does = STATE_ANSWERS.find((each) => each === text.slice(at + 1));
  if (at < 1 || does === undefined) {
    throw new InvalidArgumentError(
      `Give a state and what it does (${STATE_ANSWERS.join(", ")}), such as Parked=pauses.`,
    );
  }
  return { ...before, [text.slice(0, at)]: does };
}
