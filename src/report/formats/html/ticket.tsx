import { type Clause, type SlaReading, type WorkingRow, workingOf } from "../../../index";
import { Drawings } from "../../../picture/parts/drawings";
import { TicketPicture } from "../../../picture/ticket/picture";
import { allowanceOf, type ReportRow } from "../../../tickets/verdicts/row";
import type { WorstTicket } from "../../../tickets/verdicts/worst";
import { countText, lengthText, remainingText, usedText } from "../../../words/amounts";
import { breachText, earlierBreachText } from "../../../words/breaches";
import { dueText, instantText } from "../../../words/instants";
import { printable } from "../../../words/printable";
import { leftOutText } from "../../../words/sentences";
import { cutShort } from "../../model/log-report";
import { REPORT_WIDTH, WideTable } from "./section";

/** The most stretches that a picture can show; if there are more, they are narrower than a line. */
const MOST_DRAWN = 2000;

/** One ticket on one line, which opens to show how its verdict came about. */
export function Ticket(props: {
  ticket: WorstTicket;
  /** Tells its picture apart from the others; undefined for no picture. */
  pictureId: string | undefined;
}) {
  const { ticket, pictureId } = props;
  const { row, reading, calendar } = ticket;
  const { title, rule } = reading;
  const name = printable(row.ticket);
  const used = usedText(row);
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
        <span class="number">{used !== "" && `${used} %`}</span>
        <span class="number">{remainingText(row)}</span>
      </summary>
      <dl class="facts">
        {facts(row, breachText(reading) ?? earlierBreachText(reading)).map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {rule && <Rule rule={rule} />}
      {pictureId !== undefined && reading.segments.length > MOST_DRAWN && (
        <p>It has {countText(reading.segments.length)} stretches, too many to draw.</p>
      )}
      {pictureId !== undefined && reading.segments.length <= MOST_DRAWN && (
        <Drawings
          label={`The picture of ${name}`}
          id={pictureId}
          wide={REPORT_WIDTH}
          draw={(drawing) => (
            <TicketPicture {...drawing} reading={reading} calendar={calendar} heading={false} />
          )}
        />
      )}
      <WorkingTable caption={`The working of ${name}`} reading={reading} />
    </details>
  );
}

function facts(row: ReportRow, breach: string | null): (readonly [term: string, value: string])[] {
  const { openedMs, dueMs, projectedDueMs, stoppedMs, timeZone, unit } = row;
  const instant = (term: string, ms: number | null) =>
    ms === null ? [] : [[term, instantText(ms, timeZone)] as const];
  const due = (term: string, ms: number | null) =>
    ms === null ? [] : [[term, dueText(ms, timeZone)] as const];
  const amount = (n: number) =>
    unit === "days" ? `${n} ${n === 1 ? "day" : "days"}` : lengthText(n);
  return [
    ...instant("Started", openedMs),
    ...(dueMs === null ? due("Due if it went on now", projectedDueMs) : due("Due", dueMs)),
    ...instant(row.status === "cancelled" ? "Cancelled" : "Stopped", stoppedMs),
    ...(breach === null ? [] : [["How", breach] as const]),
    ...(row.hasAllowance
      ? [["Used", `${amount(row.elapsed)} of ${amount(allowanceOf(row))}`] as const]
      : []),
    ...(row.pausedFor > 0 ? [["Paused for", amount(row.pausedFor)] as const] : []),
    ...(row.provisional ? [["Provisional", "bank holidays not published yet"] as const] : []),
    ...(row.incomplete ? [["Incomplete", "a row of it could not be used"] as const] : []),
  ];
}

/** The words by which a ticket was judged, and how they are read. */
function Rule({ rule }: { rule: Clause }) {
  return (
    <figure class="rule">
      <figcaption>
        {rule.id}, <cite>{rule.document}</cite>
      </figcaption>
      <blockquote>
        {rule.quotes.map((quote) => (
          <p key={quote}>“{quote}”</p>
        ))}
      </blockquote>
      {rule.reading !== null && (
        <p>
          Read as{rule.inferred ? " (inferred)" : ""}: {rule.reading}
        </p>
      )}
    </figure>
  );
}

/** The columns of a working, named as its rows have them. */
const WORKING_COLUMNS = ["from", "to", "state", "counted", "total", "why"] as const;

/** Each stretch of a ticket's life, whether it counted and why, and the running total. */
function WorkingTable(props: { caption: string; reading: SlaReading }) {
  const { segments } = props.reading;
  if (segments.length === 0) return null;
  const { first, leftOut, last } = cutShort(workingOf(props.reading));
  return (
    <WideTable caption={props.caption} class="working">
      <thead>
        <tr>
          {WORKING_COLUMNS.map((name) => (
            <th key={name} scope="col" class={classOf(name)}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Lines rows={first} />
        {leftOut > 0 && (
          <tr>
            <td class="left-out" colSpan={WORKING_COLUMNS.length}>
              {leftOutText(leftOut)}
            </td>
          </tr>
        )}
        <Lines rows={last} />
      </tbody>
    </WideTable>
  );
}

function Lines(props: { rows: readonly WorkingRow[] }) {
  return props.rows.map((row) => (
    <tr key={WORKING_COLUMNS.map((name) => row[name]).join()}>
      {WORKING_COLUMNS.map((name) => (
        <td key={name} class={classOf(name)}>
          {printable(row[name])}
        </td>
      ))}
    </tr>
  ));
}

function classOf(column: keyof WorkingRow): string | undefined {
  return column === "counted" || column === "total" ? "number" : undefined;
}
