import { parse } from "csv-parse/sync";
import { DateTime } from "luxon";
import { incidentLog } from "../tools/incident-log/log";
import type { Questions } from "./questions";
import type { TicketRow } from "./tickets-table";

const HOUR_MS = 3_600_000;
/** The hours in which an incident of each priority is to be resolved. */
const HOURS: Readonly<Record<string, number>> = { "1": 4, "2": 8, "3": 20, "4": 80 };

interface Event {
  readonly opened_at: string;
  readonly sys_updated_at: string;
  readonly priority: string;
}

/** Of each event of an audit log: how long after the opening it came, and when the incident was due. */
export function incidentLogQuestions(calendar: string): Questions {
  const { source, csv } = incidentLog();
  const events: readonly Event[] = parse(csv, { columns: true });
  const tickets = events.map(
    ({ opened_at, sys_updated_at, priority }, ticket): TicketRow => ({
      ticket,
      calendar,
      start_ms: londonMs(opened_at),
      end_ms: londonMs(sys_updated_at),
      amount_ms: (HOURS[priority.slice(0, 1)] ?? 0) * HOUR_MS,
    }),
  );
  return { title: `events of ${source}`, tickets };
}

const known = new Map<string, number>();

/** Day/month/year and time of day, as the clocks of London show it. */
function londonMs(text: string): number {
  const found = known.get(text);
  if (found !== undefined) return found;
  const ms = DateTime.fromFormat(text, "d/M/yyyy HH:mm", { zone: "Europe/London" }).toMillis();
  known.set(text, ms);
  return ms;
}
