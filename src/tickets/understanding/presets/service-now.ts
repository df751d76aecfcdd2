import type { Preset } from "./preset";

const SERVICE_NOW_STATES: Preset["states"] = {
  "1": ["New", "runs"],
  "2": ["In Progress", "runs"],
  "3": ["On Hold", "pauses"],
  "4": ["Awaiting User Info", "pauses"],
  "5": ["Awaiting Evidence", "pauses"],
  "6": ["Resolved", "stops"],
  "7": ["Closed", "stops"],
  "8": ["Canceled", "cancels"],
};

const NUMBER = ["number", "tasknumber", "incidentnumber", "numero"];
const SERVICE_NOW_STATE = ["state", "incidentstate", "etat", "etatdelincident"];

const INCIDENT_OPENED = ["openedat", "opened", "syscreatedon", "created", "ouvert", "cree"];

/** What ServiceNow exports, the most particular first. */
export const SERVICE_NOW: readonly Preset[] = [
  {
    id: "servicenow-audit",
    title: "the ServiceNow table sys_audit",
    form: "changes",
    told: [["documentkey"], ["fieldname"], ["newvalue"]],
    columns: {
      ticket: ["documentkey"],
      at: ["syscreatedon", "created", "recordedat"],
      field: ["fieldname"],
      old: ["oldvalue"],
      state: ["newvalue"],
      each: ["tablename", "table"],
    },
    fields: { state: ["state", "incident_state"], severity: ["priority"] },
    states: SERVICE_NOW_STATES,
  },
  {
    id: "servicenow-task-sla",
    title: "the ServiceNow table task_sla",
    form: "tickets",
    told: [
      ["task", "tasknumber"],
      ["stage"],
      ["starttime", "start"],
      ["sla", "sladefinition", "slaname"],
    ],
    columns: {
      ticket: ["tasknumber", "task"],
      opened: ["starttime", "start"],
      resolved: ["endtime", "stop", "stoptime", "end"],
      state: ["stage"],
      severity: ["taskpriority", "priority"],
      onHold: ["businesspauseduration", "pauseduration"],
      each: ["sla", "sladefinition", "slaname"],
    },
    states: {
      in_progress: ["In Progress", "runs"],
      paused: ["On Hold", "pauses"],
      completed: ["Resolved", "stops"],
      achieved: ["Resolved", "stops"],
      breached: ["In Progress", "runs"],
      cancelled: ["Cancelled", "cancels"],
    },
    // Without "business" in its name it counts every hour.
    onHold: { written: "words", measured: "wall" },
  },
  {
    id: "servicenow-metric-instance",
    title: "the ServiceNow table metric_instance",
    form: "stays",
    told: [
      ["definition", "metric", "metricdefinition"],
      ["id", "idnumber", "task"],
      ["value"],
      ["start"],
      ["end"],
    ],
    columns: {
      ticket: ["idnumber", "task", "id"],
      at: ["start"],
      until: ["end"],
      state: ["value"],
      field: ["definition", "metric", "metricdefinition"],
    },
    fields: {
      state: ["incidentstateduration", "incidentstate", "stateduration", "state", "incidentstatus"],
      severity: [
        ...["priority", "incidentpriority", "priorityduration", "incidentpriorityduration"],
      ],
    },
    states: SERVICE_NOW_STATES,
  },
  {
    id: "servicenow-updates",
    title: "a ServiceNow incident log, with a row for each update",
    form: "events",
    told: [
      NUMBER,
      SERVICE_NOW_STATE,
      ["sysupdatedat", "sysupdatedon", "updated"],
      ["openedat", "opened"],
    ],
    columns: {
      ticket: NUMBER,
      at: ["sysupdatedat", "sysupdatedon", "updated"],
      state: ["incidentstate", "state"],
      severity: ["priority"],
      opened: ["openedat", "opened"],
    },
    states: SERVICE_NOW_STATES,
    missing: ["?"],
  },
  {
    id: "servicenow-incidents",
    title: "a ServiceNow incident list",
    form: "tickets",
    told: [NUMBER, SERVICE_NOW_STATE, INCIDENT_OPENED],
    columns: {
      ticket: NUMBER,
      opened: INCIDENT_OPENED,
      resolved: ["resolvedat", "resolved", "resolu"],
      closed: ["closedat", "closed", "ferme"],
      state: SERVICE_NOW_STATE,
      severity: ["priority", "priorite"],
      reopened: ["reopencount", "reopenedtime"],
    },
    states: SERVICE_NOW_STATES,
    missing: ["?"],
  },
];
