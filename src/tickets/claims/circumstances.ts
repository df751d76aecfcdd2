import { DateTime } from "luxon";
import type { Target, WorkingCalendar } from "../../index";
import { DAY_MS } from "../../timeline/units";
import { counted, lengthText } from "../../words/amounts";
import { instantText, longDate } from "../../words/instants";
import { plain } from "../../words/printable";
import type { TicketHistory } from "../log/ticket-log";
import { clockChangesBetween } from "../verdicts/clock-changes";
import { eventsFor } from "../verdicts/on-hold";
import type { ReportRow } from "../verdicts/row";
import { stateStretches } from "../verdicts/stretches";
import type { OtherReading } from "./other-readings";

/** The most days of a ticket's life that are searched for bank holidays and clock changes. */
const MOST_DAYS = 800;

/**
 * What in a ticket's life makes another reading differ: the bank holiday, the clock change, the pauses; null
 * if it is not one thing.
 */
export function circumstance(
  { id, changes }: OtherReading,
  row: ReportRow,
  history: TicketHistory,
  target: Target,
  asOfMs: number,
): string | null {
  const fromMs = row.openedMs;
  if (fromMs === null) return null;
  const toMs = Math.min(
    Math.max(row.stoppedMs ?? asOfMs, row.dueMs ?? 0),
    fromMs + MOST_DAYS * DAY_MS,
  );
  const calendar = target.calendarFor(row.severity);
  if (id === "bank-holidays" || id === "exceptions") {
    return holidaysText(calendar, fromMs, toMs);
  }
  if (id.startsWith("offset-") || id === "wall-times") {
    return changesText(fromMs, toMs, row.timeZone);
  }
  const { events } = eventsFor(target, history, asOfMs);
  if (id === "pauses") return pausesText(target, events, calendar, asOfMs);
  if (changes === "events" && id.startsWith("start-")) {
    const nth = id === "start-first" ? 0 : Number(id.slice("start-".length)) - 1;
    const event = [...events].sort((a, b) => a.at - b.at)[nth];
    if (!event) return null;
    const what = event.state === undefined ? "" : `“${plain(event.state)}” on `;
    return `${what}${instantText(event.at, row.timeZone)}`;
  }
  return null;
}

function holidaysText(
  calendar: WorkingCalendar | null,
  fromMs: number,
  toMs: number,
): string | null {
  if (!calendar) return null;
  const zone = calendar.timeZone;
  const { from, to } = calendar.coverage;
  const last = DateTime.fromMillis(toMs - 1, { zone }).toISODate() ?? "";
  const names: string[] = [];
  let day = DateTime.fromMillis(fromMs, { zone: "utc" })
    .setZone(zone)
    .setZone("utc", { keepLocalTime: true });
  for (let date = day.toISODate() ?? ""; date <= last; date = day.toISODate() ?? "") {
    if (date >= from && date <= to) {
      const { because, title } = calendar.reasonFor(date);
      const name = title === undefined ? "" : ` (${plain(title)})`;
      if (because !== "week") names.push(`${longDate(date)}${name}`);
    }
    day = day.plus({ days: 1 });
  }
  return names.length === 0 ? null : listed(names);
}

function changesText(fromMs: number, toMs: number, zone: string): string | null {
  const changes = clockChangesBetween(fromMs, toMs, zone).map(({ atMs, byMs }) => {
    const way = byMs > 0 ? "forward" : "back";
    return `the clocks go ${way} on ${longDate(DateTime.fromMillis(atMs, { zone }).toISODate() ?? "")}`;
  });
  return changes.length === 0 ? null : listed(changes);
}

function pausesText(
  target: Target,
  events: Parameters<typeof stateStretches>[1],
  calendar: WorkingCalendar | null,
  asOfMs: number,
): string | null {
  const pauses = stateStretches(target, events, calendar, asOfMs).filter(
    ({ role }) => role === "pauses",
  );
  const ms = pauses.reduce((sum, { openMs }) => sum + openMs, 0);
  if (pauses.length === 0) return null;
  const states = [...new Set(pauses.map(({ state }) => `“${plain(state)}”`))].join(", ");
  return `${lengthText(ms)} in ${states}, ${counted(pauses.length, "pause")}`;
}

/** The most names in a sentence. */
const MOST_NAMED = 4;

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
