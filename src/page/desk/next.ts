import { DateTime } from "luxon";
import type { Obligation } from "../../index";
import { obligationsLine, obligationWords } from "../../report/model/obligation-words";
import type { Policy } from "../../tickets/log/policies";
import { Problems } from "../../tickets/log/problems";
import { type ObligationRow, obligationsOfLog } from "../../tickets/verdicts/obligations";
import { endedDay } from "../../words/instants";
import { printable } from "../../words/printable";
import type { DueDay, NextDue, ObligationShown, Some } from "../wire/judged";
import type { Standing } from "./judged";

/** How many days are shown, how much of each day, and how much of each list: a browser draws so much at once. */
const MOST_DAYS = 31;
const MOST_A_DAY = 20;
const MOST_LISTED = 50;

/** What has been begun and is not done: what is late, what is due next day by day, and what nobody can date. */
export function dueNext(standing: Standing): NextDue {
  const { asOfMs } = standing.report;
  const rows = openObligations(standing);
  const isLate = ({ obligation }: ObligationRow) => obligation.status === "late";
  const ahead = rows.filter((row) => !isLate(row));
  const dated = ahead.filter(({ obligation }) => isRunning(obligation));
  const days = daysOf(dated);
  return {
    line: obligationsLine(rows, asOfMs),
    late: some(rows.filter(isLate).map(shownObligation)),
    days: days.slice(0, MOST_DAYS),
    later: days.slice(MOST_DAYS).reduce((sum, { count }) => sum + count, 0),
    undated: some(ahead.filter((row) => !isRunning(row.obligation)).map(shownObligation)),
  };
}

/** Everything that a judged log leaves to be done, worst first, as `core-hours obligations` lists it. */
export function openObligations({ report }: Standing): ObligationRow[] {
  const { log, rows, history = rows, asOfMs } = report;
  // A ticket whose clocks have all stopped has nothing left to do, unless its policy knows more than targets.
  const open = new Set(history.flatMap((row) => (row.stoppedMs === null ? [row.ticket] : [])));
  const histories = [...log.tickets.values()].filter(
    ({ ticket, policy }) => open.has(ticket) || knowsMore(policy),
  );
  // Tickets that cannot be judged are among the problems of the log already.
  return obligationsOfLog({ histories, problems: new Problems() }, { asOfMs, all: false });
}

function knowsMore({ sla: { milestones, windows, recurrences } }: Policy): boolean {
  return Object.keys({ ...milestones, ...windows, ...recurrences }).length > 0;
}

/** An obligation, ready to be shown. */
export function shownObligation({ ticket, obligation, timeZone }: ObligationRow): ObligationShown {
  const { what, clause, status, due, changesNext } = obligationWords(obligation, timeZone);
  return {
    ticket,
    target: obligation.kind === "target" ? obligation.name : null,
    what: printable(what),
    clause: printable(clause),
    status,
    due,
    changesNext: printable(changesNext),
  };
}

function isRunning({ status, dueAtMs }: Obligation): boolean {
  return status === "running" && dueAtMs !== null;
}

function some<T>(all: readonly T[], most = MOST_LISTED): Some<T> {
  return { count: all.length, first: all.slice(0, most) };
}

function daysOf(rows: readonly ObligationRow[]): DueDay[] {
  const days = new Map<string, { row: ObligationRow; at: string }[]>();
  for (const row of rows) {
    const dueMs = row.obligation.dueAtMs ?? 0;
    const ended = endedDay(dueMs, row.timeZone);
    const at = ended ?? DateTime.fromMillis(dueMs, { zone: row.timeZone });
    const date = at.toISODate() ?? "";
    const day = days.get(date) ?? [];
    day.push({ row, at: ended ? "end of the day" : at.toFormat("HH:mm") });
    days.set(date, day);
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, due]) => ({
      date,
      heading: DateTime.fromISO(date, { zone: "utc", locale: "en-GB" }).toFormat(
        "cccc d LLLL yyyy",
      ),
      ...some(
        due.map(({ row, at }) => ({ ...shownObligation(row), at })),
        MOST_A_DAY,
      ),
    }));
}
