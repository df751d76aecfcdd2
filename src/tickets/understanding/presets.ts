import type { Doing, Mapping } from "../log/mapping";

/** What a column may mean. */
export type Meaning =
  | "ticket"
  | "policy"
  | "at"
  | "until"
  | "state"
  | "field"
  | "old"
  | "severity"
  | "opened"
  | "responded"
  | "resolved"
  | "closed"
  | "reopened"
  | "onHold"
  | "each";

/** How the rows of a file tell what happened. */
export type Form = "tickets" | "events" | "changes" | "stays";

/**
 * An export that can be recognised. The names of its columns are in small letters without blanks and
 * punctuation, those that are preferred first: `sysupdatedon` is `sys_updated_on` and `Sys Updated On`.
 */
export interface Preset {
  readonly id: string;
  readonly title: string;
  readonly form: Form;
  /** Names that tell it from others: of each list, one is there. */
  readonly told: readonly (readonly string[])[];
  readonly columns: Partial<Record<Meaning, readonly string[]>>;
  /** For a row for each change: the fields that are the state and the severity. */
  readonly fields?: { readonly state: readonly string[]; readonly severity: readonly string[] };
  /** What states that are written as codes are called, and do. */
  readonly states?: Readonly<Record<string, readonly [called: string, does: Doing]>>;
  /** The place of each severity, where its name alone does not say it; in small letters. */
  readonly ranks?: Readonly<Record<string, number>>;
  /** What becomes of a state that is not known. */
  readonly other?: "ignore";
  /** Texts that stand for no value. */
  readonly missing?: readonly string[];
  /** How time on hold is written and measured, where the column's name does not say it. */
  readonly onHold?: Pick<NonNullable<Mapping["onHold"]>, "written" | "measured">;
  /** Whether its states and severities are written in the words of the policy. */
  readonly inPolicyWords?: true;
  /** The zone of its instants, if that is always the same. */
  readonly zone?: string;
}

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

const NUMBER = ["number", "tasknumber", "incidentnumber"];
const SERVICE_NOW_STATE = ["state", "incidentstate"];

/** What can be recognised, from the most particular to the most general. */
export const PRESETS: readonly Preset[] = [
  {
    id: "core-hours",
    title: "a log of core-hours",
    form: "events",
    told: [["ticket"], ["service"], ["at"], ["state"]],
    columns: {
      ticket: ["ticket"],
      policy: ["service"],
      at: ["at"],
      state: ["state"],
      severity: ["severity"],
    },
    inPolicyWords: true,
  },
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
    onHold: { written: "words", measured: "calendar" },
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
      severity: ["priority", "incidentpriority"],
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
    told: [NUMBER, SERVICE_NOW_STATE, ["openedat", "opened", "syscreatedon"]],
    columns: {
      ticket: NUMBER,
      opened: ["openedat", "opened", "syscreatedon"],
      resolved: ["resolvedat", "resolved"],
      closed: ["closedat", "closed"],
      state: SERVICE_NOW_STATE,
      severity: ["priority"],
      reopened: ["reopencount", "reopenedtime"],
    },
    states: SERVICE_NOW_STATES,
    missing: ["?"],
  },
  {
    id: "jira-history",
    title: "the history of Jira issues",
    form: "changes",
    told: [
      ["issuekey", "key"],
      ["field", "fieldname"],
      ["tostring", "to", "newvalue"],
      ["created", "changedat", "date"],
    ],
    columns: {
      ticket: ["issuekey", "key"],
      at: ["created", "changedat", "date"],
      field: ["field", "fieldname"],
      old: ["fromstring", "from", "oldvalue"],
      state: ["tostring", "to", "newvalue"],
    },
    fields: { state: ["status"], severity: ["priority"] },
  },
  {
    id: "jira",
    title: "a list of Jira issues",
    form: "tickets",
    told: [
      ["issuekey", "key"],
      ["created", "fieldscreated"],
      ["status", "fieldsstatusname"],
    ],
    columns: {
      ticket: ["issuekey", "key"],
      opened: ["created", "fieldscreated"],
      resolved: ["resolved", "fieldsresolutiondate", "resolutiondate"],
      state: ["status", "fieldsstatusname"],
      severity: ["priority", "fieldspriorityname"],
    },
    missing: ["None"],
  },
  {
    id: "zendesk",
    title: "a list of Zendesk tickets",
    form: "tickets",
    told: [
      ["id", "ticketid"],
      ["status"],
      ["createdat"],
      ["solvedat", "updatedat", "metricsetsolvedat"],
    ],
    columns: {
      ticket: ["id", "ticketid"],
      opened: ["createdat"],
      responded: ["initiallyassignedat"],
      resolved: ["solvedat", "metricsetsolvedat"],
      state: ["status"],
      severity: ["priority"],
      onHold: ["onholdtimeinminutes"],
    },
    missing: ["-"],
    onHold: { written: "minutes", measured: "wall" },
  },
  {
    id: "freshdesk",
    title: "a list of Freshdesk tickets",
    form: "tickets",
    told: [
      ["ticketid", "id"],
      ["createdtime", "createdat"],
      ["status"],
      ["resolvedtime", "initialresponsetime", "duebytime", "dueby"],
    ],
    columns: {
      ticket: ["ticketid", "id"],
      opened: ["createdtime", "createdat"],
      responded: ["initialresponsetime", "firstrespondedat"],
      resolved: ["resolvedtime", "resolvedat"],
      closed: ["closedtime", "closedat"],
      state: ["status"],
      severity: ["priority"],
    },
    states: {
      "2": ["Open", "runs"],
      "3": ["Pending", "pauses"],
      "4": ["Resolved", "stops"],
      "5": ["Closed", "stops"],
    },
    ranks: { "1": 4, "2": 3, "3": 2, "4": 1 },
  },
  {
    id: "remedy",
    title: "a list of BMC Remedy or Helix incidents",
    form: "tickets",
    told: [
      ["incidentid", "incidentnumber"],
      ["status"],
      ["reporteddate", "submitdate"],
      [
        "lastresolveddate",
        "responded",
        "respondeddate",
        "targetdate",
        "reportedsource",
        "closeddate",
      ],
    ],
    columns: {
      ticket: ["incidentid", "incidentnumber"],
      opened: ["reporteddate", "submitdate"],
      responded: ["respondeddate", "responded"],
      resolved: ["lastresolveddate", "resolveddate"],
      closed: ["closeddate"],
      reopened: ["reopeneddate"],
      state: ["status"],
      severity: ["priority"],
    },
    states: {
      "0": ["New", "runs"],
      "1": ["Assigned", "runs"],
      "2": ["In Progress", "runs"],
      "3": ["Pending", "pauses"],
      "4": ["Resolved", "stops"],
      "5": ["Closed", "stops"],
      "6": ["Cancelled", "cancels"],
    },
    ranks: { "0": 1, "1": 2, "2": 3, "3": 4 },
  },
  {
    id: "glpi",
    title: "a list of GLPI tickets",
    form: "tickets",
    told: [
      ["id"],
      ["status"],
      ["openingdate", "opendate", "date"],
      ["lastupdate", "resolutiondate", "solvedate", "closingdate", "timetoresolve"],
    ],
    columns: {
      ticket: ["id"],
      opened: ["openingdate", "opendate", "date"],
      resolved: ["resolutiondate", "solvedate", "dateofsolving"],
      closed: ["closingdate", "closedate"],
      state: ["status"],
      severity: ["priority"],
    },
    states: {
      "1": ["New", "runs"],
      "2": ["In Progress", "runs"],
      "3": ["In Progress", "runs"],
      "4": ["Pending", "pauses"],
      "5": ["Solved", "stops"],
      "6": ["Closed", "stops"],
    },
    ranks: {
      ...{ major: 1, "very high": 2, high: 3, medium: 4, low: 5, "very low": 6 },
      ...{ "6": 1, "5": 2, "4": 3, "3": 4, "2": 5, "1": 6 },
    },
  },
  {
    id: "bpi-2013",
    title: "the log of the BPI Challenge 2013",
    form: "events",
    told: [["srnumber"], ["changedatetime"], ["substatus"]],
    columns: {
      ticket: ["srnumber"],
      at: ["changedatetime"],
      state: ["substatus"],
      severity: ["impact"],
    },
    states: { "in call": ["Resolved", "stops"] },
    ranks: { major: 1, high: 2, medium: 3, low: 4 },
  },
  {
    id: "bpi-2013-xes",
    title: "an event log made of XES",
    form: "events",
    told: [["caseconceptname", "case"], ["timetimestamp"], ["lifecycletransition"]],
    columns: {
      ticket: ["caseconceptname", "case"],
      at: ["timetimestamp"],
      state: ["lifecycletransition"],
      severity: ["impact", "caseimpact"],
    },
    states: { "in call": ["Resolved", "stops"] },
    ranks: { major: 1, high: 2, medium: 3, low: 4 },
  },
  {
    id: "bpi-2014-activities",
    title: "the incident activities of the BPI Challenge 2014",
    form: "events",
    told: [["incidentid"], ["datestamp"], ["incidentactivitytype"]],
    columns: { ticket: ["incidentid"], at: ["datestamp"], state: ["incidentactivitytype"] },
    other: "ignore",
    zone: "Europe/Amsterdam",
  },
  {
    id: "bpi-2014-incidents",
    title: "the incidents of the BPI Challenge 2014",
    form: "tickets",
    told: [["incidentid"], ["opentime"], ["closetime"], ["status"]],
    columns: {
      ticket: ["incidentid"],
      opened: ["opentime"],
      resolved: ["resolvedtime"],
      closed: ["closetime"],
      reopened: ["reopentime"],
      state: ["status"],
      severity: ["priority"],
    },
    zone: "Europe/Amsterdam",
  },
  ...generalPresets(),
];

/** Tables of no particular tool, told by their columns alone. */
function generalPresets(): Preset[] {
  const ticket = [
    ...["ticket", "ticketid", "ticketnumber", "ticketno", "ticketref", "incident", "incidentid"],
    ...["incidentnumber", "number", "issuekey", "issue", "key", "case", "caseid", "casenumber"],
    ...["requestid", "request", "reference", "ref", "documentkey", "task", "id"],
  ];
  const state = ["state", "status", "incidentstate", "currentstatus", "ticketstatus"];
  const severity = ["severity", "priority", "sev", "prioritylevel", "urgency"];
  const opened = [
    ...["opened", "openedat", "openedon", "opendate", "opentime", "openingdate", "dateopened"],
    ...["created", "createdat", "createdon", "createddate", "createdtime", "creationdate"],
    ...["datecreated", "raised", "raisedat", "raisedon", "dateraised", "logged", "loggedat"],
    ...["datelogged", "loggeddate", "reported", "reportedat", "reporteddate", "submitted"],
    ...["submittedat", "submitdate", "syscreatedon", "start", "startdate", "starttime"],
  ];
  const resolved = [
    ...["resolved", "resolvedat", "resolvedon", "resolveddate", "resolvedtime", "resolutiondate"],
    ...["resolutiontime", "dateresolved", "solved", "solvedat", "solveddate", "fixed", "fixedat"],
    ...["datefixed", "completed", "completedat", "completedon", "completeddate", "datecompleted"],
    ...["lastresolveddate"],
  ];
  const closed = [
    ...["closed", "closedat", "closedon", "closeddate", "closedtime", "closedate", "closetime"],
    ...["closingdate", "dateclosed"],
  ];
  const responded = [
    ...["responded", "respondedat", "respondedon", "respondeddate", "firstresponse"],
    ...["firstresponseat", "firstresponsetime", "firstresponsedate", "initialresponsetime"],
    ...["firstreply", "firstreplyat", "acknowledged", "acknowledgedat", "dateresponded"],
  ];
  const at = [
    ...["at", "when", "timestamp", "datetime", "changedat", "changedon", "updatedat", "updatedon"],
    ...["sysupdatedon", "sysupdatedat", "updated", "date", "time", "eventtime", "occurredat"],
    ...["modified", "modifiedat", "modifiedon", "created", "createdat", "syscreatedon"],
  ];
  const old = ["oldvalue", "old", "from", "fromstring", "previousvalue", "valuebefore", "before"];
  const changed = ["newvalue", "new", "to", "tostring", "value", "valueafter", "after"];
  const field = ["field", "fieldname", "fieldlabel", "attribute", "property", "changedfield"];
  return [
    {
      id: "changes",
      title: "a table with a row for each change of a field",
      form: "changes",
      told: [ticket, at, field, changed],
      columns: { ticket, at, field, old, state: changed },
      fields: { state: ["state", "status", "incidentstate"], severity: ["priority", "severity"] },
    },
    {
      id: "stays",
      title: "a table with a row for each stay in a state",
      form: "stays",
      told: [
        ticket,
        state,
        ["start", "from", "starttime", "entered"],
        ["end", "until", "to", "endtime", "left"],
      ],
      columns: {
        ticket,
        state,
        severity,
        at: ["start", "from", "starttime", "entered"],
        until: ["end", "until", "to", "endtime", "left"],
      },
    },
    {
      id: "tickets",
      title: "a table with a row for each ticket",
      form: "tickets",
      told: [ticket, opened, [...resolved, ...closed]],
      columns: {
        ...{ ticket, opened, responded, resolved, closed, state, severity },
        policy: ["service", "policy"],
        reopened: ["reopened", "reopenedat", "reopencount", "reopenedon", "reopens"],
      },
    },
    {
      id: "events",
      title: "a table with a row for each event",
      form: "events",
      told: [ticket, at, state],
      columns: { ticket, at, state, severity, policy: ["service", "policy"] },
    },
  ];
}
