import type { ByteSource } from "../../tickets/log/bytes";
import { type ClaimsWanted, claimsIn } from "../../tickets/log/claims/kinds";
import { withPolicyColumns } from "../../tickets/log/desk/desk-of";
import { zoneOf } from "../../tickets/log/desk/given";
import type { Header } from "../../tickets/log/header";
import { instantReader } from "../../tickets/log/instants";
import type { Mapping } from "../../tickets/log/mapping";
import type { Policy } from "../../tickets/log/policies";
import { describeProblems, InputError } from "../../tickets/log/problems";
import { readLog } from "../../tickets/log/read-log";
import { type LogSettings, TicketLog } from "../../tickets/log/ticket-log";
import { anyPolicy } from "../../tickets/understanding/any-policy";
import { mappingOf, mappingText } from "../../tickets/understanding/mapping-of";
import { type Section, sections } from "../../tickets/understanding/say";
import { counted } from "../../words/amounts";
import { printable } from "../../words/printable";
import { aligned } from "../../words/sentences";
import { claimColumns } from "../breaches/claim-options";
import { reopenable } from "../files";
import { choosingOf, chosenIn } from "../log-desk";
import { commandNamed, orComplain, parsed } from "../options";
import { checkOut, writeOut } from "../out";
import { givenPolicies } from "../policy-file";
import { withPolicies } from "../policy-options";
import { type ReadingOptions, withAnswers } from "../reading-options";
import { takenFor } from "../taken-for";
import type { Terminal } from "../terminal";

interface ReadOptions extends ReadingOptions {
  readonly policy?: readonly string[];
  readonly policyBy?: readonly string[];
  readonly save?: string;
  readonly claims?: ClaimsWanted;
}

const NOTES = `
It says what the file was taken for: how it is written, what each column means, the first dates in
words, what each state does to the clock, and how many rows can be used. --save writes that as a mapping,
which core-hours breaches takes with --mapping. The mapping is JSON and may be changed by hand; its form
is described in docs/mappings.md and schemas/mapping.schema.json.

With --policy the states and severities are those of the policy; without one, what they usually do. Of
several policies or a desk it shows which tickets are whose (core-hours breaches --help), and --save writes
the column and what its texts mean too.

Exit codes: 0 all is well, 1 some rows could not be used, 2 the file could not be understood.

Examples:
  core-hours read incidents.csv
  core-hours read incidents.xlsx --policy nhs-login --save incidents.json
  core-hours breaches incidents.xlsx --policy nhs-login --mapping incidents.json`;

/** Runs the command, and returns its exit code. */
export async function runRead(args: readonly string[], terminal: Terminal): Promise<number> {
  const command = withPolicies(withAnswers(commandNamed("read", terminal)))
    .description("Shows what a file of tickets is taken for, and saves that as a mapping.")
    .argument("<file>", "the export of the tickets; - is standard input")
    .option("--claims <columns>", "keep the columns of the tool's own verdict too", claimColumns)
    .option("--save <file>", "write the mapping to a file")
    .addHelpText("after", NOTES);
  const exitCode = parsed(command, args);
  if (exitCode !== null) return exitCode;
  return orComplain("read", terminal, () =>
    show(String(command.processedArgs[0]), command.opts<ReadOptions>(), terminal),
  );
}

async function show(path: string, options: ReadOptions, terminal: Terminal): Promise<number> {
  const { save, claims = [], policy: named, policyBy = [] } = options;
  await checkOut({ out: save, log: path, policy: named }, terminal);
  const given = await givenPolicies(named);
  const isNamed = given.kind !== "by-row";
  const policies = isNamed ? given.policies : [anyPolicy()];
  const file = await reopenable(path, terminal.stdin);
  const policyZone = isNamed ? zoneOf(policies) : undefined;
  const isForShow = save === undefined;
  const taken = await takenFor(file, options, terminal, { policies, policyZone, isForShow });
  if (!taken) {
    throw new InputError(
      `${path}: none of its first rows has columns with known names: a ticket, its state, and when it was opened or changed; write a mapping by hand, as docs/mappings.md says`,
    );
  }
  const { nowMs } = terminal;
  const { survey, understood } = taken;
  const read = mappingOf(understood);
  const by = choosingOf(given, policyBy);
  const judging = { given, by, options: { targets: [], choices: {} } };
  const toChoose = { path, file, mapping: read, asOfMs: nowMs };
  const choice = await chosenIn(toChoose, judging, terminal.ask);
  const { desk = null, chosen } = choice ?? {};
  const log = await logOf(await file.open(), read, { policies, chosen, nowMs });
  const shown = desk && !isNamed ? desk.policies : policies;
  const choosing = desk?.columns ?? [];
  const about = { policies: shown, isNamed: isNamed || desk !== null, choosing };
  const all = sections(survey, understood, about, log.settings.readInstant);
  if (chosen) all.push({ heading: "policies", rows: chosen.said() });
  const lines = all.flatMap((section) => [section.heading, ...sectionLines(section)]);
  terminal.stdout.write(`${[...lines, "rows", ...rowLines(log)].join("\n")}\n`);
  for (const line of describeProblems(path, log.problems)) terminal.stderr.write(`${line}\n`);
  if (save !== undefined) {
    const mapping = withPolicyColumns(
      withClaims(read, claims, survey.header),
      choice?.given ?? given,
      by,
    );
    await writeOut(save, [mappingText(mapping)], terminal.stdout);
    terminal.stdout.write(`wrote ${printable(save)}\n`);
  }
  return log.refused > 0 ? 1 : 0;
}

/** @throws {InputError} if the file lacks one of the columns, or if it has none that is known by its name */
function withClaims(mapping: Mapping, wanted: ClaimsWanted, header: Header): Mapping {
  const claims = wanted.length === 0 ? [] : claimsIn(wanted, header, mapping);
  return claims.length === 0 ? mapping : { ...mapping, claims };
}

/** The lines of a section. A line of one cell stays as it is; the cells of the others are aligned. */
function sectionLines({ rows }: Section): string[] {
  const table = aligned(rows.filter(({ length }) => length > 1).map((row) => row.map(printable)));
  let next = 0;
  return rows.map((row) => `  ${row.length > 1 ? table[next++] : printable(row[0] ?? "")}`);
}

async function logOf(
  source: ByteSource,
  mapping: Mapping,
  { policies, ...how }: Pick<LogSettings, "chosen" | "nowMs"> & { policies: readonly Policy[] },
): Promise<TicketLog> {
  const [policy = anyPolicy()] = policies;
  const log = new TicketLog({
    columns: { ...mapping, policy: undefined },
    readInstant: instantReader(mapping.at),
    choosePolicy: () => policy,
    asOfMs: how.nowMs,
    ...how,
  });
  await readLog(source, log, () => {});
  return log;
}

function rowLines(log: TicketLog): string[] {
  const alone = [...log.leftAlone].map(
    ([reason, count]) => `  ${counted(count, "row")} left alone, which ${reason}`,
  );
  return [
    `  ${counted(log.rows, "row")} of ${counted(log.tickets.size, "ticket")}`,
    `  ${counted(log.used, "row")} used`,
    ...alone,
    ...(log.refused > 0
      ? [`  ${counted(log.refused, "row")} not used, for the reasons below`]
      : []),
  ].map(printable);
}
