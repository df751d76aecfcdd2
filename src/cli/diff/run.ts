import { type DayReason, diffCalendars, type HoursDifference } from "../../index";
import { isDesk } from "../../tickets/log/desk/given";
import { InputError } from "../../tickets/log/problems";
import { judge } from "../../tickets/verdicts/judge";
import type { ReportRow } from "../../tickets/verdicts/row";
import { DAY_MS } from "../../timeline/units";
import { longDate } from "../../words/instants";
import { printable } from "../../words/printable";
import { aligned } from "../../words/sentences";
import { calendarNamed } from "../calendar-file";
import { readJson } from "../files";
import { openLog } from "../open-log";
import { orComplain } from "../options";
import type { Terminal } from "../terminal";
import { type DiffOptions, parseDiffOptions } from "./options";
import { isReport, reportDifferences, verdictLines } from "./saved-reports";

/** Runs the command, and returns its exit code: 1 if anything differs. */
export async function runDiff(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = parseDiffOptions(args, terminal);
  if (typeof options === "number") return options;
  return orComplain("diff", terminal, async () => {
    const reports = await reportsOf(options);
    if (reports) {
      const differences = reportDifferences(...reports);
      terminal.stdout.write(`${differences.join("\n").trim() || NO_VERDICT}\n`);
      return differences.length > 0 ? 1 : 0;
    }
    const isOfDesks = await hasDesk(options);
    const lines = isOfDesks ? [] : await linesOf(options, terminal);
    const verdicts = options.tickets === undefined ? [] : await verdictsOf(options, terminal);
    const all = [...lines, ...verdicts];
    const nothing = [
      ...(isOfDesks ? [] : [NO_DATE]),
      ...(options.tickets === undefined ? [] : [NO_VERDICT]),
    ].join(" ");
    terminal.stdout.write(`${(all.length > 0 ? all : [nothing]).join("\n")}\n`);
    return all.length > 0 ? 1 : 0;
  });
}

const NO_DATE = "The hours are the same on every date.";
const NO_VERDICT = "No verdict differs.";

// ------------------------------------------------------------------------------------------- reports

/** The two reports that the command line names; null if it names calendars or policies. */
async function reportsOf({ old, new: changed, tickets, from, to, calendar }: DiffOptions) {
  if (![old, changed].every((path) => path.endsWith(".json"))) return null;
  const [before, after] = await Promise.all([old, changed].map(readJson));
  if (!isReport(before) && !isReport(after)) return null;
  const unused = Object.entries({ tickets, from, to, calendar }).find(([, value]) => value);
  if (unused) {
    throw new InputError(`--${unused[0]}: two reports are compared as they are; leave it out`);
  }
  return [
    { path: old, json: before },
    { path: changed, json: after },
  ] as const;
}

// --------------------------------------------------------------------------------------------- desks

/**
 * Whether one of the two is a desk.
 *
 * @throws {InputError} if it is, and there is no log to compare verdicts on
 */
async function hasDesk({ old, new: changed, tickets }: DiffOptions): Promise<boolean> {
  for (const path of [old, changed]) {
    if (!path.endsWith(".json") || !isDesk(await readJson(path))) continue;
    if (tickets !== undefined) return true;
    throw new InputError(
      `${path} is a desk, whose policies have calendars of their own; give --tickets to compare the verdicts, or compare two of its policies as files of their own`,
    );
  }
  return false;
}

// --------------------------------------------------------------------------------------------- dates

async function linesOf(options: DiffOptions, { nowMs }: Terminal): Promise<string[]> {
  const [before, after] = await Promise.all(
    [options.old, options.new].map((name) => calendarNamed(name, options.calendar)),
  );
  if (!before || !after) return []; // Two names give two calendars.
  const year = new Date(nowMs).getUTCFullYear();
  const latest = [before.coverage.from, after.coverage.from].sort().at(-1) ?? "";
  const earliest = [before.coverage.to, after.coverage.to].sort()[0] ?? "";
  const [first, last] = [`${year}-01-01`, `${year + 1}-12-31`];
  const span = {
    from: options.from ?? (first > latest ? first : latest),
    to: options.to ?? (last < earliest ? last : earliest),
  };
  const rows = runsOf(diffCalendars(before, after, span)).map(({ first, last }) => [
    first === last ? longDate(first.date) : `${longDate(first.date)} to ${longDate(last.date)}`,
    `${sideText(first.a)} -> ${sideText(first.b)}`,
  ]);
  return aligned(rows);
}

/** Consecutive dates with the same difference. */
function runsOf(
  differences: readonly HoursDifference[],
): readonly { readonly first: HoursDifference; readonly last: HoursDifference }[] {
  const runs: { first: HoursDifference; last: HoursDifference }[] = [];
  const textOf = ({ a, b }: HoursDifference) => JSON.stringify([a, b]);
  for (const each of differences) {
    const run = runs.at(-1);
    const isNext =
      run !== undefined && Date.parse(each.date) - Date.parse(run.last.date) === DAY_MS;
    if (isNext && textOf(run.last) === textOf(each)) run.last = each;
    else runs.push({ first: each, last: each });
  }
  return runs;
}

const WHY: Readonly<Record<DayReason["because"], string>> = {
  week: "",
  "bank-holiday": "bank holiday",
  exception: "exception",
  rule: "rule",
};

function sideText({ hours, reason }: HoursDifference["a"]): string {
  const text = hours.length > 0 ? hours.join(", ") : "closed";
  const why = reason.title ?? WHY[reason.because];
  return printable(why === "" ? text : `${text} (${why})`);
}

// ------------------------------------------------------------------------------------------ verdicts

/** The tickets whose verdicts differ, one on a line. */
async function verdictsOf(options: DiffOptions, terminal: Terminal): Promise<string[]> {
  const { tickets, reading, asOf, policyBy } = options;
  if (tickets === "-") {
    throw new InputError("--tickets -: the log is read twice, once for each policy; give a file");
  }
  const judged = async (policy: string) => {
    const given = { file: tickets, reading, asOf, policy, policyBy };
    const { log, asOfMs } = await openLog(given, terminal);
    return new Map(judge(log, asOfMs).map((row) => [`${row.ticket}\n${row.target}`, row]));
  };
  const [before, after] = [await judged(options.old), await judged(options.new)];
  const isOfDesks = [before, after].some(hasSeveralPolicies);
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return verdictLines(
    keys.flatMap((key) => {
      const [one, other] = [before.get(key), after.get(key)];
      const [was, is] = [verdictText(one, isOfDesks), verdictText(other, isOfDesks)];
      const { ticket = "", target = "" } = other ?? one ?? {};
      return was === is ? [] : [{ ticket, target, texts: [`${was} -> ${is}`] }];
    }),
  );
}

function hasSeveralPolicies(rows: ReadonlyMap<string, ReportRow>): boolean {
  return new Set([...rows.values()].map(({ policy }) => policy)).size > 1;
}

/** A verdict, with its policy if there are several: a ticket may have come under another. */
function verdictText(row: ReportRow | undefined, withPolicy: boolean): string {
  if (row === undefined) return "no verdict";
  return withPolicy ? `${row.status} by ${row.policy}` : row.status;
}
