import { notesOf } from "../../report/formats/files";
import { breakdown, type Group, type TargetBreakdown } from "../../report/model/breakdown";
import { warningText } from "../../report/model/honesty";
import { groupingOf, type Report } from "../../report/model/log-report";
import { summarise, summaryLine } from "../../report/model/summary";
import {
  attainedText,
  attainmentPercent,
  attainmentText,
  MOST_GROUPS,
  type Tally,
} from "../../report/model/tally";
import { describeProblems } from "../../tickets/log/problems";
import type { ReportRow } from "../../tickets/verdicts/row";
import { countText } from "../../words/amounts";
import { instantText } from "../../words/instants";
import { natural } from "../../words/order";
import { printable } from "../../words/printable";
import type { Change, Figure, Grouped, GroupRow, Judged } from "../wire/judged";
import type { Standing } from "./judged";
import { shownAgainst } from "./shown-against";
import { targetKey, targetTitles } from "./target-titles";

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
    against: report.against ? shownAgainst(report.against) : null,
    changes: before && before.fileId === standing.fileId ? changesFrom(before, standing) : null,
  };
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
