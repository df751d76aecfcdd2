import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { madeUpLog } from "./made-up";

/** An audit log of incidents as ServiceNow exports it: a row for each update of an incident. */
export interface IncidentLog {
  readonly source: string;
  readonly csv: string;
  /** The lines whose state is a number that stands for no state. */
  readonly linesWithoutState: readonly number[];
}

/**
 * "Incident management process enriched event log" by Amaral, Fantinato and Peres, UCI Machine Learning
 * Repository, CC BY 4.0. It is not part of this project: put a copy here, or give the path of
 * one in INCIDENT_LOG.
 */
const FILE =
  process.env["INCIDENT_LOG"] ??
  join(import.meta.dirname, "../../datasets/incident_event_log.csv.gz");

/** The real log; undefined if there is no copy of it. */
export function realIncidentLog(): IncidentLog | undefined {
  if (!existsSync(FILE)) return undefined;
  const csv = gunzipSync(readFileSync(FILE)).toString();
  return {
    source: "a real audit log",
    csv,
    linesWithoutState: [115_643, 115_644, 124_509, 124_510, 124_511],
  };
}

/** The real log if there is a copy of it, otherwise a made-up one of the same shape. */
export function incidentLog(): IncidentLog {
  return realIncidentLog() ?? madeUpLog();
}
