import { markdownTable } from "markdown-table";
import { explain, type SlaReading } from "../../../index";
import { countOfBreaches, DAYS } from "../../../picture/log/words";
import type { WorstTicket } from "../../../tickets/verdicts/worst";
import { counted, countText, remainingText, usedText } from "../../../words/amounts";
import { longDate } from "../../../words/instants";
import {
  groupText,
  leftOutText,
  notShownText,
  severityText,
  WORST_ORDER,
} from "../../../words/sentences";
import type { TargetBreakdown } from "../../model/breakdown";
import { cutShort, type LogReport } from "../../model/log-report";
import { notes } from "../../model/notes";
import { BY, monthLabel } from "../../model/selection";
import { attainedText, MOST_PROBLEMS } from "../../model/tally";
import { againstBlocks } from "./against";
import { firstBlocks } from "./first";
import { numbersTable, tallyTable, usedTable } from "./tables";
import { codeBlock, codeText, plainText } from "./text";

/** The report as Markdown (GitHub's, for its tables). */
export function markdownText(report: LogReport): string {
  const blocks = [
    `# ${titleText(report)}`,
    ...(report.warning === null ? [] : [`**${plainText(report.warning)}**`]),
    ...firstBlocks(report),
    ...remarks(report),
    "## Summary",
    summary(report),
    "## Severity and month",
    ...targets(report),
    "## Share of the allowance used",
    report.distribution.length === 0 ? "No clock has started yet." : usedTable(report.distribution),
    "## When breaches happened",
    ...breaches(report),
    ...againstBlocks(report.against),
    "## Worst tickets",
    ...worst(report),
    ...problems(report),
    "## Terms",
    notes(report)
      .map(({ term, text }) => `- **${term}.** ${text}`)
      .join("\n"),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function titleText({ first, source }: LogReport): string {
  const own = `Service levels of ${source}`;
  return first.title === own ? `Service levels of ${codeText(source)}` : plainText(first.title);
}

function summary({ total, summary, atRiskPercent }: LogReport): string {
  const decided = total.met + total.breached;
  const lines = [
    decided === 0
      ? "attainment: none decided yet"
      : `attainment: **${attainedText(total)}**, ${countText(total.met)} of ${countText(decided)} decided`,
    `met: ${countText(total.met)}`,
    `breached: ${countText(total.breached)}, ${countText(total.breachedOpen)} still open`,
    `at risk: ${countText(total.atRisk)}, open with ${atRiskPercent} % used or more`,
    `running: ${countText(total.running)}`,
    `paused: ${countText(total.paused)}`,
    `pending: ${countText(total.pending)}`,
    `cancelled: ${countText(total.cancelled)}`,
    `errors: ${counted(summary.malformedRows, "row")} and ${counted(summary.unjudgedTickets, "ticket")} not used, ${counted(summary.doubts, "doubt")}`,
  ];
  return lines.map((line) => `- ${line}`).join("\n");
}

function targets(report: LogReport): string[] {
  const { targets, total } = report;
  if (targets.length === 0) return ["There is no ticket."];
  const lines = targets.map((target) => ({ label: nameOf(target), tally: target.total }));
  return [
    ...(targets.length > 1 ? [tallyTable("target", lines, total)] : []),
    ...targets.flatMap((target) => byTarget(target, report)),
  ];
}

function byTarget(target: TargetBreakdown, { by, groupBy }: LogReport): string[] {
  const { bySeverity, byMonth, byGroup, total, timeZone } = target;
  const severities = bySeverity.map(({ key, tally }) => ({
    label: key === null ? severityText(key) : codeText(key),
    tally,
  }));
  const months = byMonth.map(({ key, tally }) => ({ label: monthLabel(key, by), tally }));
  const hasSeverities = bySeverity.some(({ key }) => key !== null);
  return [
    `### ${nameOf(target)}`,
    ...(hasSeverities ? ["By severity:", tallyTable("severity", severities, total)] : []),
    `By the month in which ${BY[by]}, in ${timeZone}:`,
    tallyTable("month", months, total),
    ...(groupBy === null
      ? []
      : [
          `By ${codeText(groupBy)}:`,
          tallyTable(
            codeText(groupBy),
            byGroup.map(({ key, tally }) => ({ label: codeText(groupText(key)), tally })),
            total,
          ),
        ]),
  ];
}

/** The breaches of each week by the day. */
function breaches({ breaches: log }: LogReport): string[] {
  const { weeks, zone } = log;
  if (weeks.length === 0) return ["Nothing was breached."];
  return [
    `${countOfBreaches(log)}, by the clock of ${zone}:`,
    numbersTable([
      ["week from", ...DAYS.map((day) => day.slice(0, 3)), "all"],
      ...weeks.map(({ monday, days, count }) => [
        longDate(monday),
        ...[...days, count].map(countText),
      ]),
    ]),
  ];
}

function worst({ worst, notShown, only, targets }: LogReport): string[] {
  const head = ["", "ticket", "status", "target", "severity", "used %", "left or over"];
  const rows = worst.map(({ row, reading }, i) => [
    String(i + 1),
    codeText(row.ticket),
    row.status,
    `${plainText(row.policy)}: ${plainText(reading.title)}`,
    row.severity === null ? "" : codeText(row.severity),
    usedText(row),
    remainingText(row),
  ]);
  const align = ["r", "l", "l", "l", "l", "r", "r"];
  return [
    ...(only === undefined ? [] : [`Only those ${only === "breached" ? "breached" : "at risk"}.`]),
    `${WORST_ORDER} The working of each is below.`,
    ...(rows.length > 0 ? [markdownTable([head, ...rows], { align })] : []),
    notShownText(worst.length, notShown),
    ...worst.flatMap((each, i) => working(each, i, targets)),
  ];
}

function working(
  { row, reading }: WorstTicket,
  i: number,
  targets: LogReport["targets"],
): string[] {
  const isAlone = targets.every(({ policy }) => policy === row.policy);
  const policy = isAlone ? "" : `, ${plainText(row.policy)}`;
  return [`### ${i + 1}. ${codeText(row.ticket)}${policy}`, codeBlock(cutExplanation(reading))];
}

/** The text of `explain` for a ticket, with its table of stretches cut short. */
function cutExplanation(reading: SlaReading): string {
  const lines = explain(reading).split("\n");
  const head = lines.slice(0, lines.length - reading.segments.length);
  const { first, leftOut, last } = cutShort(lines.slice(head.length));
  const gap = leftOut > 0 ? [`(${leftOutText(leftOut)})`] : [];
  return [...head, ...first, ...gap, ...last].join("\n");
}

function remarks({ remarks }: LogReport): string[] {
  return remarks.length === 0 ? [] : [remarks.map((text) => `- ${codeText(text)}`).join("\n")];
}

function problems({ problems, problemCount }: LogReport): string[] {
  if (problems.length === 0) return [];
  const shown = problems.slice(0, MOST_PROBLEMS);
  const lines = shown.map(({ line, ticket, column, reason, more }) => {
    const where = ticket ?? column;
    const what = ticket === undefined ? "column" : "ticket";
    const like = more === 0 ? "" : ` (and ${countText(more)} more of this kind)`;
    return `- line ${line}${where === undefined ? "" : `, ${what} ${codeText(where)}`}: ${codeText(reason)}${like}`;
  });
  const unseen = problemCount - shown.reduce((sum, { more }) => sum + 1 + more, 0);
  return [
    "## Rows and tickets not used, or in doubt",
    "The rest of the log was judged as it is.",
    lines.join("\n"),
    ...(unseen > 0 ? [`And ${countText(unseen)} more.`] : []),
  ];
}

function nameOf({ policy, title }: TargetBreakdown): string {
  return `${plainText(policy)}: ${plainText(title)}`;
}
