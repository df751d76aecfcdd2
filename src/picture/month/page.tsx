import { formatDuration } from "../../index";
import type { Month, MonthEntry } from "../../tickets/verdicts/month";
import { fullDue, fullInstant, longDate } from "../../words/instants";
import { monthName } from "../../words/periods";
import { plain } from "../../words/printable";
import { Drawings } from "../parts/drawings";
import { type Column, pageText, Table } from "../parts/page";
import { dayName, daysOf, namedDays } from "../time/days";
import { MonthPicture } from "./picture";
import { countsOf } from "./words";

const COLUMNS: readonly Column[] = [
  { head: "ticket" },
  { head: "target" },
  { head: "severity" },
  { head: "status" },
  { head: "started", kind: "instant" },
  { head: "due", kind: "instant" },
  { head: "stopped", kind: "instant" },
  { head: "used", kind: "number" },
];

/** A month of a team, as a picture and in words: a page that needs nothing else. */
export function monthPage(month: Month): string {
  const title = `Tickets of ${monthName(month.month)}`;
  const targets = [...new Set(month.entries.map(({ reading }) => plain(reading.title)))];
  return pageText({
    title,
    children: (
      <>
        <h1>{title}</h1>
        <p class="standing">{countsOf(month)}</p>
        <p>
          {targets.length > 0 && `Target: ${targets.join(", ")}. `}
          As of {fullInstant(month.asOf)}. Days are those of {month.zone}.
        </p>
        <Drawings
          label="The picture of the month"
          id={`month-${month.month}`}
          draw={(drawing) => <MonthPicture {...drawing} month={month} heading={false} />}
        />
        <NamedDays month={month} />
        <h2>The tickets</h2>
        <Table
          caption="The tickets that were open in this month, by when they are due; in brackets: due then if resumed now"
          columns={COLUMNS.filter(({ head }) => head !== "target" || targets.length > 1)}
          rows={month.entries.map((entry) => cellsOf(entry, targets.length > 1))}
        />
      </>
    ),
  });
}

function cellsOf({ reading }: MonthEntry, withTarget: boolean): string[] {
  const { ticket, title, severity, status, startedAt, dueAt, projectedDueAt, stoppedAt } = reading;
  return [
    plain(ticket ?? "–"),
    ...(withTarget ? [plain(title)] : []),
    plain(severity ?? "–"),
    status,
    fullInstant(startedAt),
    dueAt || !projectedDueAt ? fullDue(dueAt) : `(${fullDue(projectedDueAt)})`,
    fullInstant(stoppedAt),
    reading.allowance
      ? `${formatDuration(reading.elapsed)} of ${formatDuration(reading.allowance)}`
      : formatDuration(reading.elapsed),
  ];
}

/** The bank holidays of the month and the dates with their own hours, each with its calendars. */
function NamedDays({ month }: { month: Month }) {
  const calendars = new Set(month.entries.map(({ calendar }) => calendar));
  const found = new Map<string, string[]>();
  for (const calendar of calendars) {
    for (const day of namedDays(daysOf(month.span, month.zone, calendar))) {
      const text = `${longDate(day.date)}: ${plain(dayName(day))}`;
      found.set(text, [...(found.get(text) ?? []), plain(calendar?.title ?? "")]);
    }
  }
  if (found.size === 0) return null;
  return (
    <>
      <h2>Days that are not ordinary</h2>
      <ul>
        {[...found].map(([text, titles]) => (
          <li key={text}>
            {text}
            {titles.length < calendars.size && ` (${titles.join(", ")})`}
          </li>
        ))}
      </ul>
    </>
  );
}
