import { chooseAsOf } from "./as-of";
import { openBytes } from "./byte-source";
import { columnsFor } from "./column-map";
import { InputError } from "./input-error";
import { instantReader } from "./instant-reader";
import { judge } from "./judge";
import { type Options, parseOptions } from "./options";
import { checkOut, writeOut } from "./out-file";
import { policyChooser } from "./policies";
import { reportParts, summaryText } from "./print-report";
import { printable } from "./printable";
import { describeProblems } from "./problems";
import { progressBar } from "./progress";
import { readLog } from "./read-log";
import type { Report } from "./report/report";
import { SAMPLE } from "./sample";
import type { Terminal } from "./terminal";
import { TicketLog } from "./ticket-log";

/** Runs the command, and returns its exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const parsed = parseOptions(args, terminal);
  if ("exitCode" in parsed) return parsed.exitCode;
  try {
    return await judgeFile(parsed.options, terminal);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const line of error.message.split("\n")) {
      terminal.stderr.write(`breaches: ${printable(line)}\n`);
    }
    return 2;
  }
}

async function judgeFile(options: Options, terminal: Terminal): Promise<number> {
  const path = options.file ?? SAMPLE.path;
  const asOfMs = chooseAsOf(options.asOf, path, terminal.nowMs);
  await checkOut(options, path);
  const choosePolicy = await policyChooser(options.policy);
  const columns = await columnsFor(options);
  const log = new TicketLog(columns, instantReader(columns.at), choosePolicy);

  const source = await openBytes(path, terminal.stdin);
  const progress = progressBar(terminal.stderr, source.size);
  await readLog(source, columns, log, progress.advance).finally(progress.stop);

  const rows = judge(log, asOfMs);
  const report: Report = { source: source.name, rows, log, asOfMs, options };
  await writeOut(options.out, reportParts(report), terminal.stdout);
  const aside = saysAll(options) ? [] : [summaryText(report)];
  for (const line of [...describeProblems(source.name, log.problems), ...aside]) {
    terminal.stderr.write(`${line}\n`);
  }

  if (log.problems.length > 0) return 1;
  return options.failOnBreach && rows.some((row) => row.breached) ? 3 : 0;
}

/** Whether standard output has been given the summary, in words or in data. */
function saysAll({ out, format }: Options): boolean {
  return out === undefined && (format === "table" || format === "json");
}
