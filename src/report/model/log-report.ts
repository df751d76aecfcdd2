import { type BreachWeeks, breachWeeks } from "../../picture/log/breach-weeks";
import type { AgainstClaims } from "../../tickets/claims/against";
import { firstOfEach, MOST_LISTED, type Problem } from "../../tickets/log/problems";
import type { TicketLog } from "../../tickets/log/ticket-log";
import { isAtRisk, type ReportRow, worstFirst } from "../../tickets/verdicts/row";
import { type WorstTicket, worstTickets } from "../../tickets/verdicts/worst";
import { counted } from "../../words/amounts";
import { instantText, isoText } from "../../words/instants";
import { printable } from "../../words/printable";
import { breakdown, type Grouping, type TargetBreakdown } from "./breakdown";
import { distribution, type UsedBin } from "./distribution";
import { type EveryTicket, everyTicket } from "./every-ticket";
import { type FirstPage, firstPage } from "./first/first-page";
import type { MadeBy } from "./first/made-from";
import { overriddenText } from "./first/promise-notes";
import { noteTexts, targetsText, warningText } from "./honesty";
import { type By, type Selection, selectionText, textOf } from "./selection";
import { type Summary, summarise } from "./summary";
import { type Tally, tally } from "./tally";

/** What the tables of a report say, in any format. */
export interface LogTables {
  /** The name of the file, without its folders: a report that is sent on should not show them. */
  readonly source: string;
  /** The instant it was judged at, for people and for programs. */
  readonly asOf: { readonly text: string; readonly iso: string };
  readonly timeZones: readonly string[];
  readonly summary: Summary;
  readonly total: Tally;
  readonly atRiskPercent: number;
  readonly only: Report["options"]["only"];
  readonly targets: readonly TargetBreakdown[];
  /** The instant by which verdicts belong to a month. */
  readonly by: By;
  /** The column of the file that verdicts are grouped by; null for none. */
  readonly groupBy: string | null;
  readonly distribution: readonly UsedBin[];
  readonly worst: readonly WorstTicket[];
  /** Whether to draw each of the worst, if the format can. */
  readonly withPictures: boolean;
  /** How many more verdicts there are than the worst that are shown. */
  readonly notShown: number;
  /** Why verdicts may be wrong; null if nothing suggests it. */
  readonly warning: string | null;
  /** How the report came about, if that is not obvious. */
  readonly remarks: readonly string[];
  /** Each problem if they are few, else the first of each kind, in the order of their lines. */
  readonly problems: readonly ListedProblem[];
  /** How many problems there are in all. */
  readonly problemCount: number;
  /** Whether a target begins a new cycle at each re-opening; the last cycle is the one judged. */
  readonly hasCycles: boolean;
  /** The verdicts against what another tool says of the tickets; null if nobody asked. */
  readonly against: AgainstClaims | null;
}

/** What the sheets of a report say: its tables, and what a director reads first. */
export interface LogSheets extends LogTables {
  readonly first: FirstPage;
}

/** What a report to read says: its sheets, and the life of every ticket. */
export interface LogReport extends LogSheets {
  /** When its breaches happened. */
  readonly breaches: BreachWeeks;
  readonly every: EveryTicket;
}

/** Works out what to say about a log. */
export function logReport(report: Report): LogReport {
  const { log, asOfMs } = report;
  const sheets = logSheets(report);
  const rows = report.rows.filter(isPromised);
  return {
    ...sheets,
    breaches: breachWeeks(
      rows.flatMap(({ breachedMs }) => (breachedMs === null ? [] : [breachedMs])),
      timeZoneOf(report),
      MOST_WEEKS,
    ),
    every: everyTicket(
      [...wanted({ ...report, rows })].sort(worstFirst),
      sheets.worst.map(({ row }) => row),
      log,
      asOfMs,
    ),
  };
}

/** Works out what the sheets of a report say. */
export function logSheets(report: Report): LogSheets {
  const tables = logTables(report);
  const rows = report.rows.filter(isPromised);
  return { ...tables, first: firstPage(report, rows, tables.source) };
}

function logTables(report: Report): LogTables {
  const { source, log, asOfMs, options } = report;
  const rows = report.rows.filter(isPromised);
  const timeZone = timeZoneOf(report);
  const policies = [...log.policies()];
  const chosen = wanted({ ...report, rows });
  const worst = worstTickets(chosen, log, asOfMs, options.top);
  return {
    source: printable(source),
    asOf: { text: instantText(asOfMs, timeZone), iso: isoText(asOfMs, timeZone) },
    timeZones: [...new Set(rows.map((row) => row.timeZone))],
    summary: summarise(rows, log, options.atRisk),
    total: tally(rows, options.atRisk),
    atRiskPercent: options.atRisk,
    only: options.only,
    targets: breakdown(rows, policies, options.atRisk, groupingOf(report)),
    by: options.selection.by,
    groupBy: options.selection.groupBy,
    distribution: distribution(rows),
    worst,
    withPictures: options.pictures,
    notShown: chosen.length - worst.length,
    warning: warningText(log),
    remarks: [
      ...noteTexts(log, instantText(asOfMs, timeZone)),
      ...[
        overriddenText(report),
        selectionText(options.selection, rows.length, report.leftOut),
        targetsText(log, report.rows),
        notPromisedText(report.rows.length - rows.length),
      ].filter((text) => text !== null),
    ],
    problems: listed(log),
    problemCount: log.problems.count,
    against: report.against ?? null,
    hasCycles: policies.some(({ targets }) =>
      targets.some(({ definition }) => definition.onReopen === "new-cycle"),
    ),
  };
}

/** Whether anything is promised to a ticket; the tables leave the others out. */
function isPromised({ status }: ReportRow): boolean {
  return status !== "not-applicable";
}

function notPromisedText(count: number): string | null {
  if (count === 0) return null;
  const verb = count === 1 ? "is" : "are";
  return `${counted(count, "verdict")} to which nothing is promised (not applicable) ${verb} left out of the tables; csv, json and xlsx have them.`;
}

/** A problem, and how many more of its kind there are that are not listed. */
export interface ListedProblem extends Problem {
  readonly more: number;
}

function listed({ problems }: TicketLog): ListedProblem[] {
  if (problems.count <= MOST_LISTED) return problems.kept().map((each) => ({ ...each, more: 0 }));
  return firstOfEach(problems).map(({ problem, more }) => ({ ...problem, more }));
}

/** The most weeks of breaches that a report shows: a year, from Monday to Monday. */
const MOST_WEEKS = 53;

/** What a report should say about a log. */
export interface ReportOptions {
  readonly only: "breached" | "at-risk" | undefined;
  /** The share of the allowance from which an open ticket is at risk, in percent. */
  readonly atRisk: number;
  /** How many of the worst tickets a page explains. */
  readonly top: number;
  readonly pictures: boolean;
  readonly selection: Selection;
  /** The title of the report; the name of its file by default. */
  readonly title?: string | null | undefined;
  /** The supplier whose service levels these are. */
  readonly supplier?: string | null | undefined;
  /** The promised attainment, in percent. */
  readonly targetShare?: number | null | undefined;
}

/** A judged log: what there is to print. */
export interface Report {
  /** What the log is called: the name of its file, or `<stdin>`. */
  readonly source: string;
  /** The verdicts that the selection holds. */
  readonly rows: readonly ReportRow[];
  /** How many more verdicts the log has. */
  readonly leftOut: number;
  readonly log: TicketLog;
  readonly asOfMs: number;
  readonly options: ReportOptions;
  /** The verdicts against what another tool says of the tickets; null or absent if nobody asked. */
  readonly against?: AgainstClaims | null;
  /** The verdicts of other periods too, to compare with; the report's own verdicts by default. */
  readonly history?: readonly ReportRow[];
  /** What only the edge of the program knows about how the report was made. */
  readonly madeBy?: MadeBy;
}

/** What a report groups its verdicts by. */
export function groupingOf({ options: { selection }, log }: Report): Grouping {
  const { by, groupBy } = selection;
  return { by, groupOf: groupBy === null ? null : (row) => textOf(row, groupBy, log) };
}

/** The verdicts that `--only` leaves. */
export function wanted({ rows, options }: Report): readonly ReportRow[] {
  const { only, atRisk } = options;
  if (only === undefined) return rows;
  return rows.filter((row) => (only === "breached" ? row.breached : isAtRisk(row, atRisk)));
}

/**
 * The worst verdicts that a first page lists: at most ten, each breached or still open. An open verdict without
 * an allowance has used no share of one.
 */
export function tenWorst({ worst }: LogTables): readonly WorstTicket[] {
  const isOpen = ({ status }: ReportRow) => status === "running" || status === "paused";
  return worst.filter(({ row }) => row.breached || (row.hasAllowance && isOpen(row))).slice(0, 10);
}

/** What a verdict is called among those of a report: its target, with its policy if there are several. */
export function verdictName(
  { targets }: Pick<LogTables, "targets">,
  { row, reading }: Pick<WorstTicket, "row" | "reading">,
): string {
  const isAlone = targets.every(({ policy }) => policy === row.policy);
  return isAlone ? reading.title : `${row.policy}: ${reading.title}`;
}

/** The zone of instants that belong to no ticket. */
export function timeZoneOf({ rows }: Pick<Report, "rows">): string {
  return rows[0]?.timeZone ?? "UTC";
}

/** A ticket that was open for years has hundreds of lines, and there are many tickets. */
const MOST_LINES = 60;

/** The first lines of a working and its last, and how many between them are left out. */
export function cutShort<T>(rows: readonly T[]): {
  readonly first: readonly T[];
  readonly leftOut: number;
  readonly last: readonly T[];
} {
  if (rows.length <= MOST_LINES) return { first: rows, leftOut: 0, last: [] };
  const lastCount = MOST_LINES / 3;
  return {
    first: rows.slice(0, MOST_LINES - lastCount),
    leftOut: rows.length - MOST_LINES,
    last: rows.slice(-lastCount),
  };
}
