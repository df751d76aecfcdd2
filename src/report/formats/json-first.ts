import { remainingText } from "../../words/amounts";
import { breachText } from "../../words/breaches";
import { isoText } from "../../words/instants";
import type { Headline } from "../model/first/first-page";
import type { PromisedMonth, PromisedShare } from "../model/first/promised";
import type { NamedSpan } from "../model/first/spans";
import type { Standing } from "../model/first/standing";
import { type LogSheets, tenWorst } from "../model/log-report";
import { attainmentPercent, type Tally } from "../model/tally";

/** What a director reads, for programs. */
export function jsonFirst(report: LogSheets) {
  const { title, supplier, services, period, promised, headlines, spans, trend, time, made } =
    report.first;
  return {
    ...{ title, supplier, services, period },
    promised: promised.map(jsonPromised),
    headlines: headlines.map((each) => jsonHeadline(each, spans)),
    trend: trend.months.map(({ month, tally }) => ({ month, ...decided(tally) })),
    severityByMonth: trend.matrix.map(({ label, cells, total }) => ({
      severity: label,
      months: cells.map((tally, i) => ({ month: trend.months[i]?.month ?? "", ...decided(tally) })),
      total: decided(total),
    })),
    time: {
      ...time.total,
      pausedIn: time.byState,
      byGroup: time.byGroup.map(({ group, spent }) => ({ group, ...spent })),
    },
    worst: jsonWorst(report),
    madeFrom: made,
  };
}

function decided({ met, breached }: Pick<Tally, "met" | "breached">) {
  return { met, breached, attainmentPercent: attainmentPercent({ met, breached }) };
}

function verdict({ isReached, breachesLeft, metNeeded }: Standing) {
  return {
    verdict: isReached === null ? null : isReached ? "passes" : "fails",
    breachesLeft: Number.isFinite(breachesLeft) ? breachesLeft : null,
    metNeeded,
  };
}

function jsonHeadline({ name, tally, standing, compared }: Headline, spans: readonly NamedSpan[]) {
  return {
    name,
    ...decided(tally),
    target: standing && { percent: standing.targetPercent, ...verdict(standing) },
    compared: spans.map((span, i) => ({
      ...span,
      ...decided(compared[i] ?? { met: 0, breached: 0 }),
    })),
  };
}

function jsonPromised({ shown, compared, months, trend, earlier: _, ...rest }: PromisedShare) {
  const { hasCredits, ...about } = rest;
  const month = ({ month: name, tally, standing, creditPercent }: PromisedMonth) => ({
    month: name,
    ...decided(tally),
    ...verdict(standing),
    creditPercent: hasCredits ? creditPercent : null,
  });
  return {
    ...about,
    shown: month(shown),
    compared: compared.map(month),
    months: months.map(month),
    trend: trend.map(month),
  };
}

function jsonWorst(report: LogSheets) {
  return tenWorst(report).map(({ row, reading }) => ({
    ticket: row.ticket,
    policy: row.policy,
    target: row.target,
    severity: row.severity,
    status: row.status,
    due: row.dueMs === null ? null : isoText(row.dueMs, row.timeZone),
    usedPercent: row.usedPercent,
    leftOrOver: remainingText(row),
    breachedBy: breachText(reading),
  }));
}
