import type { UnmatchedTicket } from "../../tickets/log/desk/chosen-policies";
import type { TicketLog } from "../../tickets/log/ticket-log";
import type { ReportRow } from "../../tickets/verdicts/row";
import { counted, countText } from "../../words/amounts";

/** What became of the rows of a file. Each row is in exactly one of the first three counts. */
export interface RowCounts {
  readonly used: number;
  /** Rows that could not be used. */
  readonly refused: number;
  /** Rows that the mapping leaves alone. */
  readonly leftAlone: number;
  /** Events that went into the log and lie after the instant of the report. */
  readonly afterAsOf: number;
}

/** Counts the rows of a log by what became of them. */
export function rowCounts(log: TicketLog): RowCounts {
  const { rows, used, refused } = log;
  const { events: afterAsOf } = log.tickets.countAfter(log.settings.asOfMs);
  return { used, refused, leftAlone: rows - used - refused, afterAsOf };
}

/** The tickets that no policy of several is for, in the order of the file. */
export function unmatchedTickets({ settings }: TicketLog): readonly UnmatchedTicket[] {
  return settings.chosen?.unmatched() ?? [];
}

/** Why verdicts of a report may be wrong, in one line; null if nothing suggests it. */
export function warningText(log: TicketLog): string | null {
  const { rows, refused, problems } = log;
  const notJudged = problems.countOf("ticket");
  const unmatched = unmatchedTickets(log).length;
  const doubts = problems.countOf("doubt");
  const parts = [
    ...(refused > 0 ? [`${countText(refused)} of ${counted(rows, "row")} could not be used`] : []),
    ...(unmatched > 0
      ? [`no policy is for ${counted(unmatched, "ticket")}, of which nothing is judged`]
      : []),
    ...(notJudged > 0 ? [`${counted(notJudged, "ticket")} could not be judged`] : []),
    ...(doubts > 0 ? [`${counted(doubts, "ticket")} ${doubts === 1 ? "is" : "are"} in doubt`] : []),
  ];
  return parts.length === 0 ? null : `Verdicts may be wrong: ${parts.join(", ")}.`;
}

/** What a reader should know about how a report came about, although nothing is wrong with it. */
export function noteTexts(log: TicketLog, asOf: string): string[] {
  const { events: afterAsOf, tickets } = log.tickets.countAfter(log.settings.asOfMs);
  const onTheWall = log.tickets.heldOnTheWall;
  const held = log.tickets.held - onTheWall;
  const alone = [...log.leftAlone].map(
    ([reason, count]) => `${counted(count, "row")} left alone, which ${reason}`,
  );
  return [
    ...log.notes,
    ...alone,
    ...(afterAsOf > 0
      ? [
          `${counted(afterAsOf, "event")} of ${counted(tickets, "ticket")} after ${asOf}, not looked at`,
        ]
      : []),
    ...(held > 0
      ? [
          `${counted(held, "ticket")} with time on hold of which only the length is known: the time used is right, but when it was due depends on when the hold was`,
        ]
      : []),
    ...(onTheWall > 0
      ? [
          `${counted(onTheWall, "ticket")} with time on hold of which only the length on the wall clock is known: the hold is taken to begin with the ticket, and the time used and when it was due depend on when it was`,
        ]
      : []),
  ];
}

/** The most targets that a sentence names. */
const MOST_NAMED = 3;

/** Which targets the verdicts are for, if the policies have more; otherwise null. */
export function targetsText(log: TicketLog, rows: readonly ReportRow[]): string | null {
  const names = new Set<string>();
  for (const { policy, target } of rows) names.add(`${policy} ${target}`);
  const shown = [...names];
  const policies = [...log.policies()];
  const all = policies.flatMap(({ sla }) => Object.keys(sla.targets)).length;
  if (all === shown.length) return null;
  const asked = policies.flatMap(({ targets }) => targets).length;
  const rest = [
    ...(asked > shown.length
      ? [`${counted(asked - shown.length, "other target")} begun by no ticket`]
      : []),
    ...(all > asked ? [`${counted(all - asked, "target")} not asked for`] : []),
  ];
  const by = shown.length > MOST_NAMED ? counted(shown.length, "target") : shown.join(", ");
  return `Judged by ${by}; ${rest.join(", ")}.`;
}
