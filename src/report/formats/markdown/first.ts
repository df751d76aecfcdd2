import { markdownTable } from "markdown-table";
import { counted, countText, hoursText, percentText } from "../../../words/amounts";
import { groupText, monthText } from "../../../words/sentences";
import { chartedTrend } from "../../model/first/charted";
import { madeFacts } from "../../model/first/made-words";
import { MOST_PARTS } from "../../model/first/time-spent";
import {
  breachesLeftText,
  creditText,
  dueOrWhy,
  keptInText,
  leftText,
  promisedMonths,
  promiseName,
  promiseText,
  shareText,
  standingText,
  standsText,
  targetText,
  withCountText,
} from "../../model/first/words";
import { type LogReport, tenWorst, verdictName } from "../../model/log-report";
import { attainedText } from "../../model/tally";
import { numbersTable } from "./tables";
import { codeText, plainText } from "./text";

/** What a director reads, as Markdown. */
export function firstBlocks(report: LogReport): string[] {
  const { first, asOf, timeZones, summary } = report;
  const { supplier, services, period } = first;
  const zones = timeZones.length > 0 ? ` Times are those of ${timeZones.join(", ")}.` : "";
  const of = [
    ...(supplier === null ? [] : [plainText(supplier)]),
    services.map(plainText).join(", "),
    `**${plainText(period)}**`,
    `as of ${asOf.text}`,
  ];
  return [
    of.join(" · "),
    ...promises(report),
    ...headlines(report),
    ...trend(report),
    `${counted(summary.tickets, "ticket")} from ${counted(summary.rows, "row")}, with ${counted(summary.verdicts, "verdict")}, judged as of ${asOf.text}.${zones}`,
    madeFacts(first.made)
      .map(([term, value]) => `- ${term}: ${codeText(value)}`)
      .join("\n"),
    ...promisedByMonth(report),
    ...matrix(report),
    ...time(report),
    ...worstOf(report),
  ];
}

/** The shares that the policies promise, each in the month shown. */
function promises({ first: { promised } }: LogReport): string[] {
  if (promised.length === 0) return [];
  const hasCredits = promised.some((share) => share.hasCredits);
  const lines = promised.map((share) => {
    const { tally, standing } = share.shown;
    return `- ${plainText(promiseName(share, promised))}: **${attainedText(tally)}**, **${standingText(standing)}**; ${promiseText(share)}`;
  });
  return [
    "The shares that are promised for each month:",
    lines.join("\n"),
    numbersTable([
      [
        ...["promise", "month", "promised", "attainment", "verdict", "breaches left"],
        ...(hasCredits ? ["credit"] : []),
        ...["month before", "a year before"],
      ],
      ...promised.map((share) => [
        plainText(promiseName(share, promised)),
        monthText(share.shown.month),
        shareText(share.sharePercent),
        withCountText(share.shown.tally),
        standingText(share.shown.standing),
        breachesLeftText(share.shown.standing),
        ...(hasCredits ? [share.hasCredits ? creditText(share.shown) : ""] : []),
        ...share.compared.map(({ tally }) => withCountText(tally)),
      ]),
    ]),
  ];
}

function promisedByMonth({ first: { promised } }: LogReport): string[] {
  const months = promisedMonths(promised);
  if (months.length < 2) return [];
  return [
    "The promised shares by month, and how many were decided:",
    numbersTable([
      ["promise", ...months.map(monthText)],
      ...promised.map((share) => [
        `${plainText(promiseName(share, promised))}, ${shareText(share.sharePercent)}`,
        ...months.map((month) => keptInText(share, month)),
      ]),
    ]),
  ];
}

function headlines({ first: { headlines: all, spans, furtherTargets } }: LogReport): string[] {
  const [head] = all;
  if (!head) return [];
  const { tally, standing } = head;
  const decided = tally.met + tally.breached;
  const said =
    decided === 0
      ? "attainment: none decided yet"
      : `attainment: **${attainedText(tally)}**, ${countText(tally.met)} of ${countText(decided)} decided`;
  const against = standing
    ? `; **${standingText(standing)}**, ${targetText(standing)}, ${leftText(standing)}`
    : "";
  const hasTarget = all.some((each) => each.standing !== null);
  return [
    `${said}${against}`,
    numbersTable([
      [
        "target",
        "attainment",
        "met",
        "breached",
        ...(hasTarget ? ["verdict", "breaches left"] : []),
        ...spans.map(({ label }) => label),
      ],
      ...all.map((each) => [
        plainText(each.name),
        attainedText(each.tally),
        countText(each.tally.met),
        countText(each.tally.breached),
        ...(hasTarget
          ? [
              each.standing ? standingText(each.standing) : "",
              each.standing ? breachesLeftText(each.standing) : "",
            ]
          : []),
        ...each.compared.map(withCountText),
      ]),
    ]),
    ...(furtherTargets > 0
      ? [`${counted(furtherTargets, "more target")} counted in all, and in the tables below.`]
      : []),
  ];
}

function trend({ first, by }: LogReport): string[] {
  const charted = chartedTrend(first, by);
  const { name, months, hasCredits } = charted;
  if (months.length === 0) return [];
  const isPromised = name !== null;
  return [
    isPromised ? `Attainment by month: ${plainText(name)}` : "Attainment by month:",
    numbersTable([
      [
        ...["month", "attainment", "met", "breached"],
        ...(isPromised ? ["verdict"] : []),
        ...(hasCredits ? ["credit"] : []),
      ],
      ...months.map(({ month, tally, promised }) => [
        monthText(month),
        attainedText(tally),
        countText(tally.met),
        countText(tally.breached),
        ...(promised === null
          ? []
          : [standingText(promised.standing), ...(hasCredits ? [creditText(promised)] : [])]),
      ]),
    ]),
  ];
}

function matrix({
  first: {
    trend: { months, matrix: rows },
  },
}: LogReport): string[] {
  if (rows.length === 0) return [];
  return [
    "Attainment by severity and month, and how many were decided:",
    numbersTable([
      ["severity", ...months.map(({ month }) => monthText(month)), "all"],
      ...rows.map(({ label, cells, total }) => [
        codeText(label),
        ...cells.map(withCountText),
        withCountText(total),
      ]),
    ]),
  ];
}

function time({ first, groupBy }: LogReport): string[] {
  const { total, byState, byGroup } = first.time;
  const rows = [
    ...byGroup
      .slice(0, MOST_PARTS)
      .map(({ group, spent }) => [codeText(groupText(group)), spent] as const),
    ["all", total] as const,
  ];
  const states = byState
    .slice(0, MOST_PARTS)
    .map(({ state, ms }) => `${codeText(state)} ${hoursText(ms)}`);
  return [
    "Where the time went, from the start of the clocks to their stop:",
    numbersTable([
      [
        groupBy === null ? "" : codeText(groupBy),
        "counted",
        "paused",
        "out of hours",
        "stopped, then re-opened",
        "tickets",
      ],
      ...rows.map(([label, spent]) => [
        label,
        hoursText(spent.countedMs),
        hoursText(spent.pausedMs),
        hoursText(spent.outOfHoursMs),
        hoursText(spent.stoppedMs),
        countText(spent.tickets),
      ]),
    ]),
    ...(states.length === 0 ? [] : [`Paused in ${states.join(", ")}.`]),
  ];
}

function worstOf(report: LogReport): string[] {
  const ten = tenWorst(report);
  if (ten.length === 0) return [];
  return [
    "The ten worst:",
    markdownTable([
      ["ticket", "target", "severity", "due", "used", "stands"],
      ...ten.map(({ row, reading }) => [
        codeText(row.ticket),
        plainText(verdictName(report, { row, reading })),
        row.severity === null ? "" : codeText(row.severity),
        dueOrWhy(row),
        row.hasAllowance ? `${percentText(row.usedPercent)} %` : "",
        plainText(standsText(row, reading)),
      ]),
    ]),
  ];
}
