import { SERVICES, type SeverityRow, type Sla, severityTable } from "../../index";
import { InputError } from "../../tickets/log/problems";
import { printable, quoted } from "../../words/printable";
import { aligned } from "../../words/sentences";
import { commandNamed, orComplain, parsed } from "../options";
import { onlyPolicy } from "../policy-file";
import type { Terminal } from "../terminal";

interface SeveritiesOptions {
  readonly policy: string | undefined;
  readonly format: string;
}

const NOTES = `
Each line is a promise: the target, the severity, how long may be used and on which calendar, the clause,
and the states in which the clock pauses. Below it, on which grounds it may be escalated. A time that a
document leaves to the parties is "not published".

Exit codes: 0 all is well, 2 nothing could be printed.

Examples:
  core-hours severities
  core-hours severities --policy nhs-login
  core-hours severities --policy our-policy.json --format json`;

const FORMATS: Readonly<Record<string, (slas: readonly Sla[]) => string>> = {
  table: (slas) => slas.map(tableOf).join("\n\n"),
  json: (slas) =>
    JSON.stringify(
      slas.map((sla) => ({ id: sla.id, title: sla.title, rows: severityTable(sla) })),
      null,
      2,
    ),
};

/** Runs the command, and returns its exit code. */
export async function runSeverities(args: readonly string[], terminal: Terminal): Promise<number> {
  const command = commandNamed("severities", terminal)
    .description("What the services promise of each severity.")
    .option("--policy <name or file>", "only this one: a service, or a JSON file")
    .option("--format <format>", `one of ${Object.keys(FORMATS).join(", ")}`, "table")
    .addHelpText("after", NOTES);
  const exitCode = parsed(command, args);
  if (exitCode !== null) return exitCode;
  return orComplain("severities", terminal, async () => {
    const { policy, format } = command.opts<SeveritiesOptions>();
    const print = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
    if (print === undefined) {
      const known = Object.keys(FORMATS).join(", ");
      throw new InputError(`--format ${quoted(format)} is not one of ${known}`);
    }
    const slas =
      policy === undefined ? SERVICES.map(({ define }) => define()) : [await slaOf(policy)];
    terminal.stdout.write(`${print(slas)}\n`);
    return 0;
  });
}

async function slaOf(name: string): Promise<Sla> {
  const policy = await onlyPolicy(name);
  return policy.sla;
}

const HEADING = ["target", "severity", "amount", "calendar", "clause", "pauses"];

function tableOf(sla: Sla): string {
  const rows = severityTable(sla);
  const table = aligned([HEADING, ...rows.map(cellsOf)]);
  return [printable(sla.title), ...table, ...notesOf(rows)].join("\n");
}

function cellsOf(row: SeverityRow): string[] {
  const { title, severity, amount, calendar, clause, pauses } = row;
  const cells = [title, severity, amount, calendar ?? "", clause ?? "", pausesText(pauses)];
  return cells.map(printable);
}

function pausesText(pauses: readonly string[]): string {
  return pauses.length === 0 ? "none stated" : pauses.join(", ");
}

/** The grounds of escalation and the notes, each once, with the severities that they are about. */
function notesOf(rows: readonly SeverityRow[]): string[] {
  const about = new Map<string, string[]>();
  for (const { title, severity, escalation, note } of rows) {
    const texts = escalation.map((ground) => `escalation: ${ground}`);
    for (const text of note === null ? texts : [...texts, note]) {
      const key = `${text}\n${title}`;
      about.set(key, [...(about.get(key) ?? []), severity]);
    }
  }
  return [...about].map(([key, severities]) => {
    const [text = "", title = ""] = key.split("\n");
    return printable(`  ${title}, ${severities.join(", ")}: ${text}`);
  });
}
