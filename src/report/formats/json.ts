import type { AgainstClaims, Difference } from "../../tickets/claims/against";
import type { UnmatchedTicket } from "../../tickets/log/desk/chosen-policies";
import type { KeptColumns } from "../../tickets/log/kept-columns";
import type { Problems } from "../../tickets/log/problems";
import type { ReportRow } from "../../tickets/verdicts/row";
import { isoText } from "../../words/instants";
import type { Group, TargetBreakdown } from "../model/breakdown";
import type { Summary } from "../model/summary";
import { attainmentPercent } from "../model/tally";
import type { jsonFirst } from "./json-first";

/** What the report as JSON says besides its rows. */
export interface JsonReport {
  readonly asOf: string;
  /** Why verdicts may be wrong; null if nothing suggests it. */
  readonly warning: string | null;
  readonly notes: readonly string[];
  /** What the first page says. */
  readonly first: ReturnType<typeof jsonFirst>;
  readonly summary: Summary;
  readonly targets: readonly TargetBreakdown[];
  readonly problems: Problems;
  /** The tickets that no policy of several is for. */
  readonly unmatched?: readonly UnmatchedTicket[];
  /** The columns of the file that the rows carry along. */
  readonly kept: KeptColumns;
  /** What another tool says of the tickets; null or absent if nobody asked. */
  readonly against?: AgainstClaims | null;
}

/**
 * The whole report as JSON, for programs, a part at a time: the first page, the summary, the summary of each target by
 * severity and by month, the rows, how many problems there are of each kind, and the first thousand of
 * each.
 */
export function* jsonParts(rows: readonly ReportRow[], report: JsonReport): Generator<string> {
  const { asOf, warning, notes, first, summary, targets, problems, kept, against } = report;
  const { unmatched = [] } = report;
  const counts = problems.groups().map(({ kind, column, count }) => ({ kind, column, count }));
  yield `{\n  "asOf": ${indented(asOf, 1)},\n`;
  yield `  "warning": ${indented(warning, 1)},\n`;
  yield `  "notes": ${indented(notes, 1)},\n`;
  yield `  "first": ${indented(first, 1)},\n`;
  yield `  "summary": ${indented(summary, 1)},\n`;
  yield `  "targets": ${indented(targets.map(jsonTarget), 1)},\n`;
  if (against) yield `  "against": ${indented(jsonAgainst(against), 1)},\n`;
  yield* listParts("rows", rows, (row) => ({
    ...jsonRow(row),
    ...(kept.names.length > 0 && { kept: kept.of(row.ticket) }),
  }));
  yield ",\n";
  if (unmatched.length > 0) {
    yield* listParts("unmatched", unmatched, (ticket) => ticket);
    yield ",\n";
  }
  yield `  "problemCounts": ${indented(counts, 1)},\n`;
  yield* listParts("problems", problems.kept(), (problem) => problem);
  yield "\n}\n";
}

/** How many items of a list are put into text at a time. */
const PART = 1000;

/** A list that may be too long for one text, as `JSON.stringify` would write it. */
function* listParts<T>(
  name: string,
  list: readonly T[],
  toJson: (item: T) => unknown,
): Generator<string> {
  yield `  "${name}": [`;
  for (let from = 0; from < list.length; from += PART) {
    const items = list.slice(from, from + PART).map((item) => `\n    ${indented(toJson(item), 2)}`);
    yield `${from === 0 ? "" : ","}${items.join(",")}`;
  }
  yield list.length === 0 ? "]" : "\n  ]";
}

/** A value as JSON, indented by this many levels. No character of it can turn a terminal's text around. */
function indented(value: unknown, level: number): string {
  return JSON.stringify(value, null, 2)
    .replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, unicodeEscape)
    .replaceAll("\n", `\n${"  ".repeat(level)}`);
}

function unicodeEscape(char: string): string {
  return char
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

function jsonRow(row: ReportRow) {
  const { timeZone } = row;
  const instant = (ms: number | null) => (ms === null ? null : isoText(ms, timeZone));
  return {
    ticket: row.ticket,
    policy: row.policy,
    target: row.target,
    severity: row.severity,
    status: row.status,
    breached: row.breached,
    hasAllowance: row.hasAllowance,
    usedPercent: row.usedPercent,
    unit: row.unit,
    elapsed: row.elapsed,
    remaining: row.remaining,
    overdue: row.overdue,
    pausedFor: row.pausedFor,
    provisional: row.provisional,
    incomplete: row.incomplete,
    opened: instant(row.openedMs),
    due: instant(row.dueMs),
    projectedDue: instant(row.projectedDueMs),
    stopped: instant(row.stoppedMs),
    breachedAt: instant(row.breachedMs),
  };
}

function jsonTarget({ total, bySeverity, byMonth, byGroup, ...rest }: TargetBreakdown) {
  const attainment = (tally: Group["tally"]) => ({
    ...tally,
    attainmentPercent: attainmentPercent(tally),
  });
  return {
    ...rest,
    total: attainment(total),
    bySeverity: bySeverity.map(({ key, tally }) => ({ severity: key, ...attainment(tally) })),
    byMonth: byMonth.map(({ key, tally }) => ({ month: key, ...attainment(tally) })),
    ...(byGroup.length > 0 && {
      byGroup: byGroup.map(({ key, tally }) => ({ group: key, ...attainment(tally) })),
    }),
  };
}

function jsonAgainst({ differences, judged: _, ...rest }: AgainstClaims) {
  return { ...rest, differences: differences.map(jsonDifference) };
}

function jsonDifference({ row, claim, theirsBreached, about, figures, cause }: Difference) {
  const value = (name: string, ms: number) => (name === "due" ? isoText(ms, row.timeZone) : ms);
  return {
    ticket: row.ticket,
    target: row.target,
    about,
    breached: row.breached,
    theirsBreached,
    texts: claim.texts,
    figures: figures.map(({ name, theirs, ours, isSame }) => ({
      name,
      theirs: value(name, theirs.value),
      ours: value(name, ours),
      isSame,
    })),
    cause,
  };
}
