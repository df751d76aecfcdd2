import type { Problem } from "../../tickets/log/problems";
import type { ReportRow } from "../../tickets/verdicts/row";
import { isoText } from "../../words/instants";
import type { Group, TargetBreakdown } from "../model/breakdown";
import type { Summary } from "../model/summary";
import { attainmentPercent } from "../model/tally";

/**
 * The whole report as JSON, for programs, a part at a time: rows, summary, the summary of each target by severity and by
 * month, and everything that could not be used.
 */
export function* jsonParts(
  asOf: string,
  rows: readonly ReportRow[],
  summary: Summary,
  targets: readonly TargetBreakdown[],
  problems: readonly Problem[],
): Generator<string> {
  yield `{\n  "asOf": ${indented(asOf, 1)},\n`;
  yield `  "summary": ${indented(summary, 1)},\n`;
  yield `  "targets": ${indented(targets.map(jsonTarget), 1)},\n`;
  yield* listParts("rows", rows, jsonRow);
  yield ",\n";
  yield* listParts("problems", problems, (problem) => problem);
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

/** A value as JSON that stands so many levels deep. */
function indented(value: unknown, level: number): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", `\n${"  ".repeat(level)}`);
}

function jsonRow(row: ReportRow) {
  const { openedMs, dueMs, projectedDueMs, stoppedMs, timeZone, ...rest } = row;
  const instant = (ms: number | null) => (ms === null ? null : isoText(ms, timeZone));
  return {
    ...rest,
    opened: instant(openedMs),
    due: instant(dueMs),
    projectedDue: instant(projectedDueMs),
    stopped: instant(stoppedMs),
  };
}

function jsonTarget({ total, bySeverity, byMonth, ...rest }: TargetBreakdown) {
  const attainment = (tally: Group["tally"]) => ({
    ...tally,
    attainmentPercent: attainmentPercent(tally),
  });
  return {
    ...rest,
    total: attainment(total),
    bySeverity: bySeverity.map(({ key, tally }) => ({ severity: key, ...attainment(tally) })),
    byMonth: byMonth.map(({ key, tally }) => ({ month: key, ...attainment(tally) })),
  };
}
