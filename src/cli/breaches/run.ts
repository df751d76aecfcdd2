import { basename } from "node:path";
import about from "../../../package.json";
import { notesOf } from "../../report/formats/files";
import { BINARY, reportParts, summaryText } from "../../report/formats/formats";
import { warningText } from "../../report/model/honesty";
import type { Report } from "../../report/model/log-report";
import { selected } from "../../report/model/selection";
import { againstClaims } from "../../tickets/claims/against";
import { describeProblems, InputError } from "../../tickets/log/problems";
import { judge } from "../../tickets/verdicts/judge";
import { counted } from "../../words/amounts";
import { printable } from "../../words/printable";
import { openLog } from "../open-log";
import { orComplain } from "../options";
import { checkOut, writeOut } from "../out";
import { SAMPLE } from "../sample";
import type { Terminal } from "../terminal";
import { type Options, parseOptions } from "./options";

/** Runs the command, and returns its exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const parsed = parseOptions(args, terminal);
  if ("exitCode" in parsed) return parsed.exitCode;
  return orComplain("breaches", terminal, () => judgeFile(parsed.options, terminal));
}

async function judgeFile(options: Options, terminal: Terminal): Promise<number> {
  if (BINARY.includes(options.format) && options.out === undefined && terminal.stdout.isTTY) {
    throw new InputError(
      `--format ${options.format} cannot be shown on a terminal; give --out report.${options.format}`,
    );
  }
  await checkOut({ ...options, ...options.reading, log: options.file ?? SAMPLE.path }, terminal);
  const { log, source, asOfMs, sha256 } = await openLog(options, terminal);
  const all = judge(log, asOfMs, options.targets.length > 0);
  const rows = selected(all, options.selection, log);
  const leftOut = all.length - rows.length;
  const against = againstClaims(log, rows, asOfMs);
  const history = selected(all, { ...options.selection, from: null, to: null }, log);
  const madeBy = {
    sha256,
    libraryVersion: about.version,
    timeZoneData: process.versions["tz"] ?? null,
  };
  const report: Report = {
    ...{ source: basename(source), rows, leftOut, log, asOfMs, options, against, history, madeBy },
  };
  const say = (line: string) => terminal.stderr.write(`${printable(line)}\n`);
  const asides = [
    ...describeProblems(source, log.problems),
    ...notesOf(report).map((note) => `note: ${note}`),
  ];
  if (rows.length === 0) {
    for (const line of asides) say(line);
    say(`breaches: ${source}: nothing could be judged: ${whyNothing(report)}`);
    return 2;
  }

  const warning = warningText(log);
  const isTable = options.out === undefined && options.format === "table";
  // The table says it in its own first line.
  if (warning !== null && !isTable) say(warning);
  const isTerminal = options.out === undefined && terminal.stdout.isTTY === true;
  const parts = await reportParts(report, { ...options, isTerminal });
  await writeOut(options.out, parts, terminal.stdout);
  for (const line of asides) say(line);
  if (!saysAll(options)) say(summaryText(report));

  if (warning !== null) return 1;
  return options.failOnBreach && rows.some((row) => row.breached) ? 3 : 0;
}

/** Whether standard output has been given the summary, in words or in data. */
function saysAll({ out, format }: Options): boolean {
  return out === undefined && (format === "table" || format === "json");
}

function whyNothing({ log, leftOut }: Report): string {
  const [verdicts, rows] = [counted(leftOut, "verdict"), counted(log.rows, "row")];
  if (leftOut > 0)
    return leftOut === 1
      ? "the options leave out its only verdict"
      : `the options leave out every one of its ${verdicts}`;
  if (log.rows === 0) return "the file has a header and no row";
  if (log.tickets.size === 0)
    return log.rows === 1 ? "its only row could not be used" : `none of its ${rows} could be used`;
  return "no ticket has a target to judge by";
}
