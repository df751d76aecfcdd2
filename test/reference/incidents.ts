import { parse } from "csv-parse/sync";
import type { TargetDefinition } from "../../src/index";
import { type IncidentLog, realIncidentLog } from "../../tools/incident-log/log";
import { madeUpLog } from "../../tools/incident-log/made-up";
import { referenceNamed } from "./sla-calendars";
import { type SlowEvent, type SlowTarget, slowTarget } from "./sla-clock";
import { instantOf, midnightOf, type Stretch, stretchesOf } from "./wall-time";

/** The logs that the tests replay: the one that is made up, and the real one if there is a copy of it. */
export function incidentLogs(): readonly IncidentLog[] {
  const real = realIncidentLog();
  return [madeUpLog(), ...(real === undefined ? [] : [real])];
}

/** An incident as the log gives it. */
export interface Incident {
  readonly ticket: string;
  readonly events: readonly SlowEvent[];
}

interface Row {
  readonly number: string;
  readonly incident_state: string;
  readonly opened_at: string;
  readonly sys_updated_at: string;
  readonly priority: string;
}

/** The incidents of a log: each is New when it is opened. A row with the state -100 is left out. */
export function incidentsOf({ csv }: IncidentLog): readonly Incident[] {
  const rows: readonly Row[] = parse(csv, { columns: true });
  const incidents = new Map<string, SlowEvent[]>();
  for (const { number, incident_state: state, opened_at, sys_updated_at, priority } of rows) {
    const severity = priority.slice(0, 1);
    const opened = { atMs: londonMs(opened_at), state: "New", severity };
    const events = incidents.get(number) ?? [opened];
    incidents.set(number, events);
    if (state !== "-100") events.push({ atMs: londonMs(sys_updated_at), severity, state });
  }
  return [...incidents].map(([ticket, events]) => ({ ticket, events }));
}

/** A target as the slow clock takes it, on NHS login's hours over all the time the logs are about. */
export function slowTargetOf(definition: TargetDefinition): SlowTarget {
  const support = referenceNamed("support", "2016-10-15T12:00:00Z", 300);
  return slowTarget(definition, () => support, "Europe/London");
}

const london: readonly Stretch[] = stretchesOf(
  "Europe/London",
  Date.UTC(2015, 11, 1),
  Date.UTC(2017, 11, 1),
);
const known = new Map<string, number>();

/** Day/month/year and time of day, as the clocks of London show it. */
function londonMs(text: string): number {
  const found = known.get(text);
  if (found !== undefined) return found;
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0] = text.split(/[/ :]/).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
  const ms = instantOf(london, midnightOf(date) + (hour * 60 + minute) * 60_000);
  known.set(text, ms);
  return ms;
}
