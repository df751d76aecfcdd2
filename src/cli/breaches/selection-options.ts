import { type Command, InvalidArgumentError, Option } from "commander";
import { BY, type By, CELLS, type Selection } from "../../report/model/selection";
import { type DateSpan, spanNamed } from "../../words/periods";
import { quoted } from "../../words/printable";
import { betweenCommas } from "../options";

/** Which verdicts a report holds, as typed. */
export interface TypedSelection {
  readonly by: By;
  readonly from?: DateSpan;
  readonly to?: DateSpan;
  readonly period?: DateSpan;
  readonly where?: Readonly<Record<string, string>>;
  readonly groupBy?: string;
  readonly keep?: readonly string[];
}

/** Adds the options that choose the verdicts of a report and how to group them. */
export function withSelection(command: Command): Command {
  // Object.keys gives the keys of the table, the default first.
  const instants = Object.keys(BY) as readonly By[];
  return command
    .addOption(
      new Option("--by <instant>", "the instant by which a verdict belongs to a month and a period")
        .choices(instants)
        .default("opened"),
    )
    .option(
      "--from <date>",
      "leave out what lies before: a date, 2026-11, 2026-Q4 or 2026/27",
      span,
    )
    .option("--to <date>", "leave out what lies after, in the same forms", span)
    .option(
      "--period <dates>",
      "both bounds at once: 2026-11, 2026-Q4, or a financial year 2026/27",
      span,
    )
    .option(
      "--where <column=text>",
      `only verdicts whose ticket holds this text there; also ${CELLS.join(", ")}`,
      condition,
    )
    .option("--group-by <column>", "a table by this column of the file, for each target")
    .option(
      "--keep <columns>",
      "columns of the file to carry along in csv, json and xlsx",
      columns,
    );
}

/** What was typed, as a selection. @throws {InvalidArgumentError} if a period is given twice. */
export function selectionOf(typed: TypedSelection): Selection {
  const { by, from, to, period, where = {}, groupBy = null } = typed;
  return {
    by,
    from: (period ?? from)?.from ?? null,
    to: (period ?? to)?.to ?? null,
    where,
    groupBy,
  };
}

/** The columns of the file that a report needs beside those that the clocks need. */
export function keptBy({ keep = [], groupBy, where = {} }: TypedSelection): readonly string[] {
  const filtered = Object.keys(where).filter((name) => !CELLS.some((cell) => cell === name));
  return [...new Set([...keep, ...(groupBy === undefined ? [] : [groupBy]), ...filtered])];
}

function span(text: string): DateSpan {
  const named = spanNamed(text);
  if (named) return named;
  throw new InvalidArgumentError(
    `${quoted(text)} is not a period; give a date such as 2026-11-05, a month 2026-11, a quarter 2026-Q4, a year 2026 or a financial year 2026/27.`,
  );
}

function condition(text: string, before: Readonly<Record<string, string>> = {}) {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError('Give a column and its text, such as "site=Leeds".');
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}

function columns(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...betweenCommas(text)];
}
