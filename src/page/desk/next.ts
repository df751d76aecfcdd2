import { DateTime } from "luxon";
import type { ReportRow } from "../../tickets/verdicts/row";
import { remainingText } from "../../words/amounts";
import { endedDay } from "../../words/instants";
import type { DueDay } from "../wire/judged";
import type { Standing } from "./judged";
import { targetKey, targetTitles } from "./target-titles";

/** How many days are shown, and how many tickets of each. */
const MOST_DAYS = 31;
const MOST_A_DAY = 50;

/** What is due next, day by day, from the clocks that are running. */
export function dueNext({ report, timeZone }: Standing): DueDay[] {
  const titles = targetTitles(report.log);
  const days = new Map<string, { row: ReportRow; at: string }[]>();
  const running = report.rows.flatMap((row) =>
    row.status === "running" && row.dueMs !== null ? [{ row, dueMs: row.dueMs }] : [],
  );
  running.sort((a, b) => a.dueMs - b.dueMs);
  for (const { row, dueMs } of running) {
    const ended = endedDay(dueMs, timeZone);
    const at = ended ?? DateTime.fromMillis(dueMs, { zone: timeZone });
    const date = at.toISODate() ?? "";
    const day = days.get(date) ?? [];
    if (day.length === 0 && days.size >= MOST_DAYS) continue;
    day.push({ row, at: ended ? "end of the day" : at.toFormat("HH:mm") });
    days.set(date, day);
  }
  return [...days].map(([date, due]) => ({
    date,
    heading: DateTime.fromISO(date, { zone: "utc", locale: "en-GB" }).toFormat("cccc d LLLL yyyy"),
    count: due.length,
    due: due.slice(0, MOST_A_DAY).map(({ row, at }) => ({
      ticket: row.ticket,
      target: row.target,
      targetTitle: titles.get(targetKey(row)) ?? row.target,
      at,
      left: remainingText(row),
    })),
  }));
}
