import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { DateTime } from "luxon";
import { defineSla, type PolicyDefinition } from "../src/index";
import { HOUR_MS } from "../src/timeline/units";
import { incidentLog } from "../tools/incident-log/log";
import type { Questions } from "./questions";
import type { ReadTicket } from "./random-tickets";
import type { EventRow } from "./readings-table";
import type { TicketRow } from "./tickets-table";

/** The hours within which an incident of each priority should be resolved. */
const HOURS: Readonly<Record<string, number>> = { "1": 4, "2": 8, "3": 20, "4": 80 };

interface Event {
  readonly opened_at: string;
  readonly sys_updated_at: string;
  readonly priority: string;
}

interface Update extends Event {
  readonly number: string;
  readonly incident_state: string;
}

/** For each event of an audit log: how long after the opening it came, and when the incident was due. */
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

/** The policy that comes with the examples for such a log. */
const POLICY = join(import.meta.dirname, "../examples/policies/incident-log.json");

/** The incidents of the log as tickets, each update an event with its state and its priority. */
export function incidentLogTickets(): { readonly source: string; readonly tickets: ReadTicket[] } {
  // defineSla checks whatever the file holds.
  const sla = defineSla(JSON.parse(readFileSync(POLICY, "utf8")) as PolicyDefinition);
  const { source, csv } = incidentLog();
  const updates: readonly Update[] = parse(csv, { columns: true });
  const byTicket = new Map<string, EventRow[]>();
  for (const { number, incident_state, sys_updated_at, priority } of updates) {
    const rows = byTicket.get(number) ?? [];
    byTicket.set(number, rows);
    rows.push({
      policy: sla.id,
      ticket: Number(number.replace(/\D/g, "")),
      at_ms: londonMs(sys_updated_at),
      state: incident_state,
      severity: priority.slice(0, 1),
      ordinal: rows.length,
    });
  }
  const tickets = [...byTicket.values()].map((rows) => ({
    sla,
    rows,
    ticket: String(rows[0]?.ticket),
    events: rows.map(({ at_ms, state, severity }) => ({
      at: at_ms,
      state: state ?? "",
      severity: severity ?? "",
    })),
  }));
  return { source, tickets };
}

const known = new Map<string, number>();

/** Reads day/month/year and time of day, in London time. */
function londonMs(text: string): number {
  const found = known.get(text);
  if (found !== undefined) return found;
  const ms = DateTime.fromFormat(text, "d/M/yyyy HH:mm", { zone: "Europe/London" }).toMillis();
  known.set(text, ms);
  return ms;
}
