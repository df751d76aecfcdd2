import { version } from "../../../package.json";
import { alwaysOpen } from "../../index";
import { notesOf } from "../../report/formats/files";
import { breakdown, type Group, type TargetBreakdown } from "../../report/model/breakdown";
import { warningText } from "../../report/model/honesty";
import { groupingOf, type Report } from "../../report/model/log-report";
import { selected } from "../../report/model/selection";
import { summarise, summaryLine } from "../../report/model/summary";
import {
  attainedText,
  attainmentPercent,
  attainmentText,
  MOST_GROUPS,
  type Tally,
} from "../../report/model/tally";
import { instantReader, readIso } from "../../tickets/log/instants";
import { describeProblems, InputError } from "../../tickets/log/problems";
import { readLog } from "../../tickets/log/read-log";
import { TicketLog } from "../../tickets/log/ticket-log";
import { judge } from "../../tickets/verdicts/judge";
import type { ReportRow } from "../../tickets/verdicts/row";
import { countText } from "../../words/amounts";
import { instantText } from "../../words/instants";
import { natural } from "../../words/order";
import { printable } from "../../words/printable";
import type { Given } from "../wire/calls";
import type { Change, Figure, Grouped, GroupRow, Judged, JudgeSettings } from "../wire/judged";
import { sourceOf } from "./bytes";
import { chosenPolicy } from "./promise";
import type { TakenFor } from "./taken-for";

/** A judged log, kept to answer later questions. */
export interface Standing {
  readonly fileId: string;
  readonly report: Report;
  readonly timeZone: string;
  /** The cell that a row is grouped by; null for none. */
  readonly groupOf: ((row: ReportRow) => string | null) | null;
}

/** Cells of a verdict that it may be grouped by without looking at its file. */
const OWN_GROUPS: readonly string[] = ["status", "severity", "target", "policy"];

/**
 * Reads a file and judges its tickets, just as `core-hours breaches` does.
 *
 * @throws {InputError} if a question of how to read it is open, or nothing in it can be used
 */
export async function judged(
  { file, settings, promise, how }: Given<"judge">,
  taken: TakenFor,
  progress: (share: number) => void,
): Promise<Standing> {
  const { choose, only } = chosenPolicy(promise);
  const { nowMs } = how;
  const read = await taken.mapping({ file, settings, promise, nowMs }, (share) =>
    progress(share / 2),
  );
  const mapping = only ? { ...read.mapping, policy: undefined } : read.mapping;
  if (!only && mapping.policy === undefined) {
    throw new InputError(`${file.name}: no column names the service of each row; choose one`);
  }
  const zone = only?.timeZone ?? "Europe/London";
  const asOfMs = asOfOf(how, zone);
  const keep = how.groupBy !== null && !OWN_GROUPS.includes(how.groupBy) ? [how.groupBy] : [];
  const log = new TicketLog({
    columns: mapping,
    readInstant: instantReader(mapping.at),
    choosePolicy: choose,
    asOfMs,
    nowMs,
    keep,
  });
  if (read.note !== null) log.notes.push(read.note);
  let bytes = 0;
  const source = sourceOf(file);
  await readLog(source, log, (count) => {
    bytes += count;
    progress(0.5 + (0.4 * bytes) / Math.max(1, file.bytes.size));
  });
  const all = judge(log, asOfMs);
  progress(1);
  const { by, from, to, groupBy } = how;
  const selection = { by, from, to, where: {}, groupBy };
  const rows = selected(all, selection, log);
  const report: Report = {
    source: file.name,
    rows,
    history: selected(all, { ...selection, from: null, to: null }, log),
    // A browser does not say which version of the time-zone data it has.
    madeBy: { sha256: await sumOf(file.bytes), libraryVersion: version, timeZoneData: null },
    leftOut: all.length - rows.length,
    log,
    asOfMs,
    options: { only: undefined, atRisk: how.atRisk, top: 50, pictures: false, selection },
  };
  const { groupOf } = groupingOf(report);
  return { fileId: file.id, report, timeZone: rows[0]?.timeZone ?? zone, groupOf };
}

/** The SHA-256 of a file as it is stored, which identifies it; null if the browser cannot compute one. */
async function sumOf(bytes: Blob): Promise<string | null> {
  if (!crypto.subtle) return null;
  const sum = await crypto.subtle.digest("SHA-256", await bytes.arrayBuffer());
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The instant that was typed: with an offset, or as wall-clock time of the promise's zone. */
export function instantIn(text: string, zone: string): number {
  const read = readIso(text.trim());
  return typeof read === "number" ? read : alwaysOpen(zone).at(text.trim()).toMillis();
}

/** An instant to the second; the clock of a browser may tell fractions of a millisecond. */
export function wholeSeconds(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}

function asOfOf({ asOf, nowMs }: JudgeSettings, zone: string): number {
  return asOf === null || asOf === "" ? wholeSeconds(nowMs) : instantIn(asOf, zone);
}

/** A judged log, ready to be shown, and what changed since it was last judged. */
export function shownJudged(standing: Standing, before: Standing | null): Judged {
  const { report, timeZone } = standing;
  const { rows, log, options, asOfMs } = report;
  const summary = summarise(rows, log, options.atRisk);
  const asOf = instantText(asOfMs, timeZone);
  const policies = [...log.policies()];
  const used = new Set(rows.map(targetKey));
  return {
    source: report.source,
    asOf,
    timeZone,
    line: summaryLine(summary, asOf),
    figures: figuresOf(summary),
    warning: warningText(log),
    notes: notesOf(report).map(printable),
    problems: describeProblems(report.source, log.problems),
    problemCount: log.problems.count,
    groups: groupsOf(report),
    targets: [...targetTitles(report.log)].filter(([key]) => used.has(key)),
    severities: [...new Set(rows.map(({ severity }) => severity ?? ""))].sort(natural.compare),
    policies: policies.map(({ id }) => id),
    verdicts: rows.length,
    tickets: summary.tickets,
    changes: before && before.fileId === standing.fileId ? changesFrom(before, standing) : null,
  };
}

/** Tells a target apart from targets of other policies with the same name. */
export function targetKey({ policy, target }: Pick<ReportRow, "policy" | "target">): string {
  return `${policy}/${target}`;
}

/** The title of each target by its key; the policy is added if there are several. */
export function targetTitles(log: TicketLog): Map<string, string> {
  const policies = [...log.policies()];
  const titles = policies.flatMap(({ id: policy, sla, targets }) =>
    targets.map(({ id, title }): [string, string] => [
      targetKey({ policy, target: id }),
      policies.length > 1 ? `${sla.title}: ${title}` : title,
    ]),
  );
  return new Map(titles);
}

function figuresOf(summary: ReturnType<typeof summarise>): Figure[] {
  const figure = (name: string, count: number, kind: Figure["kind"]): Figure => ({
    name,
    value: countText(count),
    kind,
  });
  return [
    {
      name: "Kept, of those decided",
      value: attainedText(summary),
      kind: "plain",
    },
    figure("Breached", summary.breached, "breached"),
    figure("Met", summary.met, "met"),
    figure("Running", summary.running, "open"),
    figure("Paused", summary.paused, "open"),
    figure("At risk", summary.atRisk, "risk"),
    ...(summary.pending > 0 ? [figure("Not begun", summary.pending, "plain")] : []),
    ...(summary.cancelled > 0 ? [figure("Withdrawn", summary.cancelled, "plain")] : []),
  ];
}

function groupsOf(report: Report): Grouped[] {
  const { rows, log, options } = report;
  const targets = breakdown(rows, log.policies(), options.atRisk, groupingOf(report));
  const titles = targetTitles(log);
  const tables = (each: TargetBreakdown): Grouped[] => {
    const { bySeverity, byMonth, byGroup } = each;
    const target = targetKey(each);
    const title = titles.get(target) ?? each.title;
    const { groupBy } = options.selection;
    return [
      { title: `${title}: by severity`, filter: "severity", target, rows: rowsOf(bySeverity) },
      { title: `${title}: by month`, filter: "month", target, rows: rowsOf(byMonth) },
      ...(groupBy === null || byGroup.length === 0
        ? []
        : [
            {
              title: `${title}: by ${groupBy}`,
              filter: "group" as const,
              target,
              rows: rowsOf(byGroup),
            },
          ]),
    ];
  };
  const all = targets.map((each) => groupRow(targetKey(each), each.total));
  return [
    { title: "How each target was kept", filter: "target", target: null, rows: all },
    ...targets.flatMap(tables),
  ];
}

function rowsOf(groups: readonly Group[]): GroupRow[] {
  return groups.slice(0, MOST_GROUPS).map(({ key, tally }) => groupRow(key ?? "", tally));
}

function groupRow(key: string, tally: Tally): GroupRow {
  const { all, met, breached, running, paused } = tally;
  const attainment = attainmentText(attainmentPercent(tally));
  return { key, all, met, breached, open: running + paused, attainment };
}

/** The most changes that are listed one by one. */
const MOST_CHANGES = 200;

function changesFrom(before: Standing, after: Standing): NonNullable<Judged["changes"]> {
  const keyOf = ({ ticket, target }: ReportRow) => JSON.stringify([ticket, target]);
  const old = new Map(before.report.rows.map((row) => [keyOf(row), row]));
  const titles = targetTitles(after.report.log);
  const changeOf = (row: ReportRow) => ({
    ticket: row.ticket,
    target: row.target,
    targetTitle: titles.get(targetKey(row)) ?? row.target,
  });
  const first: Change[] = [];
  let count = 0;
  const add = (change: Change) => {
    count += 1;
    if (first.length < MOST_CHANGES) first.push(change);
  };
  for (const row of after.report.rows) {
    const was = old.get(keyOf(row));
    old.delete(keyOf(row));
    const { status } = row;
    const change = changeOf(row);
    if (!was) add({ ...change, before: "not in the list", after: status });
    else if (was.status !== status) add({ ...change, before: was.status, after: status });
  }
  for (const row of old.values()) {
    add({ ...changeOf(row), before: row.status, after: "not in the list" });
  }
  return { count, first };
}

/** What a verdict is grouped by, as text. */
export function groupCell({ groupOf }: Standing, row: ReportRow): string {
  return groupOf?.(row) ?? "";
}
