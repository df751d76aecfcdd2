import { instantText, lengthText, percentText, remainingText } from "../../format-text";
import { TicketPicture } from "../../picture/ticket-picture";
import { printable } from "../../printable";
import type { ReportRow } from "../../report-row";
import type { WorstTicket } from "../worst";
import { Rule } from "./rule";
import { Wide } from "./section";
import { WorkingTable } from "./working-table";

/** One ticket on one line, which opens to how its verdict came about. */
export function Ticket(props: {
  ticket: WorstTicket;
  /** What sets its picture apart from the others; undefined for none. */
  pictureId: string | undefined;
}) {
  const { ticket, pictureId } = props;
  const { row, reading, explanation, calendar } = ticket;
  const { title, rule } = reading;
  const name = printable(row.ticket);
  return (
    <details>
      <summary>
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <span class={`status ${row.status}`}>{row.status}</span>
        <span class="target">
          {row.policy}: {title}
        </span>
        <span class="severity">
          {row.severity !== null && (
            <>
              <span class="label">severity </span>
              <bdi>{printable(row.severity)}</bdi>
            </>
          )}
        </span>
        <span class="number">
          {row.status !== "pending" && `${percentText(row.usedPercent)} %`}
        </span>
        <span class="number">{remainingText(row)}</span>
      </summary>
      <dl class="facts">
        {facts(row).map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {rule && <Rule rule={rule} />}
      {pictureId !== undefined && (
        <Wide label={`The picture of ${name}`}>
          <TicketPicture reading={reading} calendar={calendar} id={pictureId} heading={false} />
        </Wide>
      )}
      <WorkingTable caption={`The working of ${name}`} explanation={explanation} />
    </details>
  );
}

function facts(row: ReportRow): (readonly [term: string, value: string])[] {
  const { openedMs, dueMs, projectedDueMs, stoppedMs, timeZone, unit } = row;
  const instant = (term: string, ms: number | null) =>
    ms === null ? [] : [[term, instantText(ms, timeZone)] as const];
  const amount = (n: number) =>
    unit === "days" ? `${n} ${n === 1 ? "day" : "days"}` : lengthText(n);
  return [
    ...instant("Started", openedMs),
    ...(dueMs === null ? instant("Due if it went on now", projectedDueMs) : instant("Due", dueMs)),
    ...instant(row.status === "cancelled" ? "Cancelled" : "Stopped", stoppedMs),
    ["Used", `${amount(row.elapsed)} of ${amount(row.elapsed + row.remaining - row.overdue)}`],
    ...(row.pausedFor > 0 ? [["Paused for", amount(row.pausedFor)] as const] : []),
    ...(row.provisional ? [["Provisional", "bank holidays not published yet"] as const] : []),
    ...(row.incomplete ? [["Incomplete", "a row of it could not be used"] as const] : []),
  ];
}
