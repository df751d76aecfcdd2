import type { Options } from "../options";
import { isAtRisk, type ReportRow } from "../report-row";
import type { TicketLog } from "../ticket-log";

/** A log, judged: what there is to print. */
export interface Report {
  /** What the log is called: a path, or `<stdin>`. */
  readonly source: string;
  readonly rows: readonly ReportRow[];
  readonly log: TicketLog;
  readonly asOfMs: number;
  readonly options: Options;
}

/** The verdicts that `--only` leaves. */
export function wanted({ rows, options }: Report): readonly ReportRow[] {
  const { only, atRisk } = options;
  if (only === undefined) return rows;
  return rows.filter((row) => (only === "breached" ? row.breached : isAtRisk(row, atRisk)));
}

/** The zone of instants that belong to no ticket. */
export function timeZoneOf({ rows }: Pick<Report, "rows">): string {
  return rows[0]?.timeZone ?? "UTC";
}
