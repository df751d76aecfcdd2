import { dateBy } from "../../report/model/selection";
import { balanceOf, isAtRisk, type ReportRow, worstFirst } from "../../tickets/verdicts/row";
import { remainingText, usedText } from "../../words/amounts";
import { dueText, instantText } from "../../words/instants";
import { natural } from "../../words/order";
import type { ListColumn, Listed, ListRow, ListSettings } from "../wire/judged";
import { groupCell, type Standing } from "./judged";
import { targetKey, targetTitles } from "./target-titles";

/** Keeps the verdicts as they were last filtered and sorted, because a list is asked for piece by piece. */
export class VerdictList {
  #key = "";
  #standing: Standing | null = null;
  #rows: readonly ReportRow[] = [];

  /** Some rows of the list. */
  show(standing: Standing, settings: ListSettings): Listed {
    const rows = this.rows(standing, settings);
    const from = Math.max(0, Math.min(settings.from, rows.length));
    const shown = rows.slice(from, from + settings.count);
    const titles = targetTitles(standing.report.log);
    return { total: rows.length, from, rows: shown.map((row) => shownRow(row, standing, titles)) };
  }

  /** All verdicts that pass a filter, sorted. */
  rows(standing: Standing, { from: _from, count: _count, ...how }: ListSettings) {
    const key = JSON.stringify(how);
    if (this.#standing !== standing || this.#key !== key) {
      this.#standing = standing;
      this.#key = key;
      this.#rows = sorted(filtered(standing, how), how, standing);
    }
    return this.#rows;
  }
}

type How = Omit<ListSettings, "from" | "count">;

function filtered(standing: Standing, how: How): readonly ReportRow[] {
  const { text, status, target, severity, month, group } = how;
  const wanted = text.trim().toLowerCase();
  const { by } = standing.report.options.selection;
  return standing.report.rows.filter(
    (row) =>
      (wanted === "" || row.ticket.toLowerCase().includes(wanted)) &&
      (status === "" || isOf(row, status, standing)) &&
      (target === "" || targetKey(row) === target) &&
      (severity === "" || (row.severity ?? "") === (severity === "none" ? "" : severity)) &&
      (month === "" || (dateBy(row, by)?.slice(0, 7) ?? "") === month) &&
      (group === "" || groupCell(standing, row) === group),
  );
}

function isOf(row: ReportRow, status: string, { report }: Standing): boolean {
  if (status === "open") return row.status === "running" || row.status === "paused";
  return status === "at-risk" ? isAtRisk(row, report.options.atRisk) : row.status === status;
}

function sorted(rows: readonly ReportRow[], { sort, descending }: How, standing: Standing) {
  const own = [...rows];
  if (sort === null) return own.sort(worstFirst);
  const compare = comparing(sort, standing);
  return own.sort((a, b) => (descending ? compare(b, a) : compare(a, b)) || worstFirst(a, b));
}

function comparing(column: ListColumn, standing: Standing): (a: ReportRow, b: ReportRow) => number {
  switch (column) {
    case "opened":
      return numbers((row) => row.openedMs);
    case "due":
      return numbers((row) => row.dueMs ?? row.projectedDueMs);
    case "used":
      return numbers((row) => (row.hasAllowance ? row.usedPercent : null));
    case "balance":
      return numbers((row) => (row.hasAllowance ? balanceOf(row) : null));
    case "group":
      return texts((row) => groupCell(standing, row));
    default:
      return texts((row) => row[column] ?? "");
  }
}

/** Rows without a number come after the others, and before them in a descending list. */
function numbers(of: (row: ReportRow) => number | null) {
  return (a: ReportRow, b: ReportRow) => {
    const [x, y] = [of(a), of(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return x - y;
  };
}

function texts(of: (row: ReportRow) => string) {
  return (a: ReportRow, b: ReportRow) => natural.compare(of(a), of(b));
}

function shownRow(
  row: ReportRow,
  standing: Standing,
  titles: ReadonlyMap<string, string>,
): ListRow {
  const { timeZone } = row;
  const instant = (ms: number | null) => (ms === null ? "" : instantText(ms, timeZone));
  const due =
    row.dueMs === null && row.projectedDueMs !== null
      ? `${dueText(row.projectedDueMs, timeZone)} if resumed now`
      : row.dueMs === null
        ? ""
        : dueText(row.dueMs, timeZone);
  const percent = usedText(row);
  return {
    ticket: row.ticket,
    target: row.target,
    targetTitle: titles.get(targetKey(row)) ?? row.target,
    policy: row.policy,
    severity: row.severity ?? "",
    status: row.status,
    breached: row.breached,
    opened: instant(row.openedMs),
    due,
    used: percent === "" ? "" : `${percent} %`,
    usedShare: row.usedPercent / 100,
    balance: remainingText(row),
    group: groupCell(standing, row),
    isInDoubt: row.incomplete,
  };
}
