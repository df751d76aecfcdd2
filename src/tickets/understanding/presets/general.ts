import type { Preset } from "./preset";

const GENERAL = ["changes", "stays", "tickets", "events"];

/** Whether a preset is for tables of no particular tool, whose columns may each mean several things. */
export function isGeneral({ id }: Preset): boolean {
  return GENERAL.includes(id);
}

/** Tables of no particular tool, recognised by their columns alone. */
export function generalPresets(): Preset[] {
  const ticket = [
    ...["ticket", "ticketid", "ticketnumber", "ticketno", "ticketref", "incident", "incidentid"],
    ...["incidentnumber", "number", "issuekey", "issue", "key", "case", "caseid", "casenumber"],
    ...["casenr", "caseno", "caseref", "requestid", "requestnumber", "requestno", "request"],
    ...["callid", "callnumber", "callno", "callref", "jobid", "jobnumber", "jobno"],
    ...["referencenumber", "referenceno", "reference", "refno", "ref", "incidentno", "incidentref"],
    ...["workorder", "workorderid", "issueid", "issuenumber", "documentkey", "task", "id"],
  ];
  const state = ["state", "status", "incidentstate", "currentstatus", "ticketstatus"];
  const activity = ["activity", "activityname", "newstate", "newstatus", "tostate", "tostatus"];
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
    ...["completetimestamp", "starttimestamp", "eventtimestamp", "timestamputc"],
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
      told: [ticket, at, [...state, ...activity]],
      columns: {
        ticket,
        at,
        state: [...state, ...activity],
        severity,
        policy: ["service", "policy"],
      },
    },
  ];
}
