import {
  alwaysOpen,
  type HistoryEvent,
  type PolicyDefinition,
  type TicketHistory,
  type WorkingCalendar,
} from "../dist/index.js";
import { incidentLog as auditLog } from "../tools/incident-log/log";

/** NHS login's hours for severities 1 to 4, with a pause while the user is asked. */
export const POLICY = {
  id: "incident-log",
  calendars: { support: "nhs-login-support" },
  severities: ["1", "2", "3", "4"],
  targets: {
    resolution: {
      allowance: {
        "1": { hours: 4, calendar: "support" },
        "2": { hours: 8, calendar: "support" },
        "3": { hours: 20, calendar: "support" },
        "4": { hours: 80, calendar: "support" },
      },
      runs: ["New", "Active", "Awaiting Problem", "Awaiting Vendor", "Awaiting Evidence"],
      pauses: ["Awaiting User Info"],
      stops: ["Resolved", "Closed"],
    },
  },
} as const satisfies PolicyDefinition;

/** An instant after the last of its events. */
export const AS_OF = "2017-06-01T00:00:00Z";

export interface IncidentLog {
  /** Where the log comes from. */
  readonly source: string;
  readonly histories: readonly TicketHistory[];
}

/**
 * A real audit log if there is a copy of it, otherwise a made-up one of the same shape. One row is one event:
 * the state and the priority after it, and its time in London.
 */
export function incidentLog(): IncidentLog {
  const { source, csv } = auditLog();
  const [head = "", ...lines] = csv.trim().split("\n");
  const names = head.split(",");
  const [number, state, at, priority] = [
    "number",
    "incident_state",
    "sys_updated_at",
    "priority",
  ].map((name) => names.indexOf(name));
  const london = alwaysOpen("Europe/London");
  london.between("2016-01-01T00:00:00Z", AS_OF); // Makes it know the clock changes of those years.
  const tickets = new Map<string, HistoryEvent[]>();
  for (const line of lines) {
    const cells = line.trim().split(",");
    const cell = (column = -1) => cells[column] ?? "";
    const events = tickets.get(cell(number)) ?? [];
    tickets.set(cell(number), events);
    events.push({
      at: instantOf(cell(at), london),
      severity: cell(priority).slice(0, 1),
      // Five rows have a number that stands for no state.
      ...(cell(state) === "-100" ? {} : { state: cell(state) }),
    });
  }
  const histories = [...tickets].map(([ticket, events]) => ({ ticket, events }));
  return { source, histories };
}

const known = new Map<string, number>();

/** "29/2/2016 01:23" in London. */
function instantOf(text: string, london: WorkingCalendar): number {
  const found = known.get(text);
  if (found !== undefined) return found;
  const [date = "", time = ""] = text.split(" ");
  const [day = "", month = "", year = ""] = date.split("/");
  const wall = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}T${time}`;
  const ms = london.at(wall).toMillis();
  known.set(text, ms);
  return ms;
}
