import { basename } from "node:path";
import { reportParts, summaryText } from "../../report/formats/formats";
import type { Report } from "../../report/model/service-report";
import { describeProblems, InputError } from "../../tickets/log/problems";
import { judge } from "../../tickets/verdicts/judge";
import { printable } from "../../words/printable";
import { openLog } from "../open-log";
import { checkOut, writeOut } from "../out";
import { SAMPLE } from "../sample";
import type { Terminal } from "../terminal";
import { type Options, parseOptions } from "./options";

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
  await checkOut({ ...options, log: options.file ?? SAMPLE.path }, terminal);
  const { log, source, asOfMs } = await openLog(options, terminal);
  const rows = judge(log, asOfMs);
  const report: Report = { source: basename(source), rows, log, asOfMs, options };
  const isTerminal = options.out === undefined && terminal.stdout.isTTY === true;
  const parts = reportParts(report, { ...options, isTerminal });
  await writeOut(options.out, parts, terminal.stdout);
  const aside = saysAll(options) ? [] : [summaryText(report)];
  for (const line of [...describeProblems(source, log.problems), ...aside]) {
    terminal.stderr.write(`${line}\n`);
  }

  if (log.problems.length > 0) return 1;
  return options.failOnBreach && rows.some((row) => row.breached) ? 3 : 0;
}

/** Whether standard output has been given the summary, in words or in data. */
function saysAll({ out, format }: Options): boolean {
  return out === undefined && (format === "table" || format === "json");
}
