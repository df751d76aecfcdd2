import type { CellValue } from "hucre/xlsx";
import { HOUR_MS } from "../../../timeline/units";
import { counted } from "../../../words/amounts";
import { groupText, monthText } from "../../../words/sentences";
import { chartedTrend } from "../../model/first/charted";
import { madeFacts } from "../../model/first/made-words";
import type { TimeSpent } from "../../model/first/time-spent";
import {
  breachesLeftText,
  dueOrWhy,
  promisedMonths,
  promiseName,
  promiseText,
  standingText,
  standsText,
} from "../../model/first/words";
import { type LogSheets, tenWorst, verdictName } from "../../model/log-report";
import { attainmentPercent, type Tally } from "../../model/tally";
import { type FreeRow, textCell } from "./cells";

/** What a director reads, with numbers as numbers. */
export function firstRows(report: LogSheets): FreeRow[] {
  const { asOf } = report;
  const { title, supplier, services, period } = report.first;
  return [
    { cells: [textCell(title)], style: "title" },
    ...(supplier === null ? [] : [facts("Supplier", supplier)]),
    facts("Service", services.join(", ")),
    facts("Period", period),
    facts("As of", asOf.text),
    ...promises(report),
    ...headlines(report),
    ...trend(report),
    ...promisesByMonth(report),
    ...matrix(report),
    ...time(report),
    ...worst(report),
    ...table(
      "Made from",
      madeFacts(report.first.made).map(([term, value]) => facts(term, value)),
    ),
  ];
}

function facts(term: string, value: string): FreeRow {
  return { cells: [textCell(term), textCell(value)] };
}

function table(title: string, rows: readonly FreeRow[]): FreeRow[] {
  if (rows.length === 0) return [];
  return [{ cells: [] }, { cells: [textCell(title)], style: "title" }, ...rows];
}

const head = (...titles: readonly string[]): FreeRow => ({
  cells: titles.map(textCell),
  style: "head",
});

/** To three decimals; a dash while nothing is decided. */
function percentCell(tally: Pick<Tally, "met" | "breached">): CellValue {
  const percent = attainmentPercent(tally);
  return percent === null ? "–" : Math.round(percent * 1000) / 1000;
}

/** Attainment, and how many were decided. */
const pair = (tally: Pick<Tally, "met" | "breached">): CellValue[] => [
  percentCell(tally),
  tally.met + tally.breached,
];

function promises({ first: { promised } }: LogSheets): FreeRow[] {
  if (promised.length === 0) return [];
  return table("The shares that are promised for each month", [
    head(
      ...["Promise", "Month", "Promised %", "Attainment %", "Met", "Breached", "Verdict"],
      ...["Breaches left", "Credit %", "Month before %", "A year before %", "In words"],
    ),
    ...promised.map((share) => {
      const { shown, compared } = share;
      return {
        cells: [
          textCell(promiseName(share, promised)),
          monthText(shown.month),
          share.sharePercent,
          percentCell(shown.tally),
          ...[shown.tally.met, shown.tally.breached],
          standingText(shown.standing),
          leftCell(shown.standing),
          share.hasCredits ? shown.creditPercent : null,
          ...compared.map(({ tally }) => percentCell(tally)),
          promiseText(share),
        ],
      };
    }),
  ]);
}

/** The number of breaches that are left; a dash while nothing is decided. */
function leftCell(standing: Parameters<typeof breachesLeftText>[0]): CellValue {
  const { isReached, breachesLeft } = standing;
  return isReached === null || !Number.isFinite(breachesLeft)
    ? breachesLeftText(standing)
    : breachesLeft;
}

function headlines({ first }: LogSheets): FreeRow[] {
  const hasTarget = first.headlines.some(({ standing }) => standing !== null);
  return table("Attainment by target: met ÷ (met + breached)", [
    head(
      ...["Target", "Attainment %", "Met", "Breached"],
      ...(hasTarget ? ["Target %", "Verdict", "Breaches left"] : []),
      ...first.spans.flatMap(({ label }) => [`${label} %`, `${label}, decided`]),
    ),
    ...first.headlines.map(({ name, tally, standing, compared }) => ({
      cells: [
        textCell(name),
        percentCell(tally),
        ...[tally.met, tally.breached],
        ...(standing === null
          ? []
          : [standing.targetPercent, standingText(standing), leftCell(standing)]),
        ...compared.flatMap(pair),
      ],
    })),
    ...(first.furtherTargets > 0
      ? [facts(`${counted(first.furtherTargets, "more target")}: see below`, "")]
      : []),
  ]);
}

function trend({ first, by }: LogSheets): FreeRow[] {
  const { name, months, hasCredits } = chartedTrend(first, by);
  if (months.length === 0) return [];
  return table(name === null ? "Attainment by month" : `Attainment by month: ${name}`, [
    head(
      ...["Month", "Attainment %", "Met", "Breached"],
      ...(name === null ? [] : ["Verdict"]),
      ...(hasCredits ? ["Credit %"] : []),
    ),
    ...months.map(({ month, tally, promised }) => ({
      cells: [
        monthText(month),
        percentCell(tally),
        ...[tally.met, tally.breached],
        ...(promised === null ? [] : [standingText(promised.standing)]),
        ...(promised !== null && hasCredits ? [promised.creditPercent] : []),
      ],
    })),
  ]);
}

function promisesByMonth({ first: { promised } }: LogSheets): FreeRow[] {
  const months = promisedMonths(promised);
  if (months.length < 2) return [];
  return table("The promised shares by month, and how many were decided", [
    head("Promise", "Promised %", ...months.flatMap(monthPair)),
    ...promised.map((share) => ({
      cells: [
        textCell(promiseName(share, promised)),
        share.sharePercent,
        ...months.flatMap((month) => {
          const kept = share.months.find((each) => each.month === month);
          return kept ? pair(kept.tally) : ["–", null];
        }),
      ],
    })),
  ]);
}

const monthPair = (month: string) => [`${monthText(month)} %`, "decided"];

function matrix({ first: { trend } }: LogSheets): FreeRow[] {
  if (trend.matrix.length === 0) return [];
  return table("Attainment by severity and month, and how many were decided", [
    head("Severity", ...trend.months.flatMap(({ month }) => monthPair(month)), "All %", "decided"),
    ...trend.matrix.map(({ label, cells, total }) => ({
      cells: [textCell(label), ...cells.flatMap(pair), ...pair(total)],
    })),
  ]);
}

/** Hours, to two decimals. */
const hours = (ms: number) => Math.round((100 * ms) / HOUR_MS) / 100;

function time({ first, groupBy }: LogSheets): FreeRow[] {
  const { total, byGroup, byState } = first.time;
  if (total.tickets === 0) return [];
  const row = (label: string, spent: TimeSpent) => ({
    cells: [
      textCell(label),
      ...[spent.countedMs, spent.pausedMs, spent.outOfHoursMs, spent.stoppedMs].map(hours),
      spent.tickets,
    ],
  });
  return table("Where the time went, from the start of the clocks to their stop", [
    head(
      groupBy ?? "",
      ...["Counted, h", "Paused, h", "Out of hours, h", "Stopped, then re-opened, h", "Tickets"],
    ),
    ...byGroup.map(({ group, spent }) => row(groupText(group), spent)),
    row("All", total),
    ...(byState.length === 0
      ? []
      : [
          head("Paused in", "h"),
          ...byState.map(({ state, ms }) => ({ cells: [textCell(state), hours(ms)] })),
        ]),
  ]);
}

function worst(report: LogSheets): FreeRow[] {
  const ten = tenWorst(report);
  if (ten.length === 0) return [];
  return table("The ten worst, by the share of their allowance used", [
    head("Ticket", "Target", "Severity", "Due", "Used %", "Stands"),
    ...ten.map(({ row, reading }) => ({
      cells: [
        textCell(row.ticket),
        textCell(verdictName(report, { row, reading })),
        textCell(row.severity),
        dueOrWhy(row),
        Math.round(row.usedPercent * 1000) / 1000,
        textCell(standsText(row, reading)),
      ],
    })),
  ]);
}
