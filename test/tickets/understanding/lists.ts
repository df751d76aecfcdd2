import { DESK, lines } from "../small-desk";
import type { story } from "./judged-file";

/*
 * Each file is written by hand to what its tool documents of its columns; all tell the same story, whose
 * verdicts are worked out in judged-file.ts.
 */

/** A file as a tool writes it, and what its tickets are called. */
export interface Export {
  readonly tool: string;
  readonly preset: string;
  readonly names: Parameters<typeof story>[0];
  readonly text: string;
  readonly args?: readonly string[];
}

const INC = { A: "INC1", B: "INC2", C: "INC3", D: "INC4" };

/** Files of every preset and every form. */
export const LISTS: readonly Export[] = [
  {
    tool: "a ServiceNow incident list, by the names of its fields",
    preset: "servicenow-incidents",
    names: INC,
    text: lines(
      '"number","short_description","priority","state","opened_at","resolved_at","closed_at","reopen_count"',
      '"INC1","Printer, again","2 - High","Closed","29-05-2026 09:00:00","29-05-2026 11:00:00","03-06-2026 11:00:00","0"',
      '"INC2","He said ""no""","1 - Critical","Resolved","01-06-2026 09:00:00","01-06-2026 12:00:00","","0"',
      '"INC3","","2 - High","Resolved","01-06-2026 16:00:00","02-06-2026 15:00:00","","0"',
      '"INC4","","1 - Critical","In Progress","04-06-2026 09:00:00","","","0"',
    ),
  },
  {
    tool: "a ServiceNow incident list, by the labels of its fields",
    preset: "servicenow-incidents",
    names: INC,
    text: lines(
      "Number,Priority,State,Opened,Resolved,Closed",
      "INC1,2 - High,Closed,2026-05-29 09:00:00,2026-05-29 11:00:00,2026-06-03 11:00:00",
      "INC2,1 - Critical,Resolved,2026-06-01 09:00:00,2026-06-01 12:00:00,",
      "INC3,2 - High,Resolved,2026-06-01 16:00:00,2026-06-02 15:00:00,",
      "INC4,1 - Critical,In Progress,2026-06-04 09:00:00,,",
    ),
  },
  {
    tool: "a log of ServiceNow incidents with a row for each update",
    preset: "servicenow-updates",
    names: INC,
    text: lines(
      "number,incident_state,sys_updated_at,opened_at,priority,resolved_by",
      "INC1,New,29/5/2026 09:10,29/5/2026 09:00,2 - High,?",
      "INC1,Resolved,29/5/2026 11:00,29/5/2026 09:00,2 - High,Resolved by 1",
      "INC2,Active,1/6/2026 09:30,1/6/2026 09:00,1 - Critical,?",
      "INC2,Resolved,1/6/2026 12:00,1/6/2026 09:00,1 - Critical,Resolved by 1",
      "INC3,Active,1/6/2026 16:30,1/6/2026 16:00,2 - High,?",
      "INC3,Resolved,2/6/2026 15:00,1/6/2026 16:00,2 - High,?",
      "INC4,Active,4/6/2026 10:00,4/6/2026 09:00,1 - Critical,?",
    ),
  },
  {
    tool: "rows of ServiceNow's sys_audit",
    preset: "servicenow-audit",
    names: INC,
    text: lines(
      "tablename,documentkey,fieldname,oldvalue,newvalue,user,sys_created_on",
      ...[
        "INC1|29-05-2026 09:00:00|2|29-05-2026 11:00:00",
        "INC2|01-06-2026 09:00:00|1|01-06-2026 12:00:00",
      ]
        .concat("INC3|01-06-2026 16:00:00|2|02-06-2026 15:00:00", "INC4|04-06-2026 09:00:00|1|")
        .flatMap((row) => {
          const [key, opened, priority, resolved] = row.split("|");
          return [
            `incident,${key},state,,1,admin,${opened}`,
            `incident,${key},priority,,${priority},admin,${opened}`,
            `incident,${key},assignment_group,,3,itil,${opened}`,
            ...(resolved === "" ? [] : [`incident,${key},state,1,6,itil,${resolved}`]),
          ];
        }),
    ),
  },
  {
    tool: "ServiceNow's task_sla, with one definition for each ticket",
    preset: "servicenow-task-sla",
    names: INC,
    text: lines(
      "task,sla,stage,start_time,end_time,pause_duration,has_breached,task.priority",
      "INC1,Fix,Completed,29/05/2026 09:00:00,29/05/2026 11:00:00,0 Seconds,false,2",
      // Paused for an hour and a half: 4 h 30 min at work, of which 3 h count.
      "INC2,Fix,Completed,01/06/2026 09:00:00,01/06/2026 13:30:00,1 Hour 30 Minutes,false,1",
      "INC3,Fix,Completed,01/06/2026 16:00:00,02/06/2026 15:00:00,,false,2",
      "INC4,Fix,In progress,04/06/2026 09:00:00,,,true,1",
    ),
  },
  {
    tool: "ServiceNow's metric_instance",
    preset: "servicenow-metric-instance",
    names: INC,
    text: lines(
      "Definition,ID,Value,Start,End,Duration",
      "Incident State Duration,INC1,New,2026-05-29 09:00:00,2026-05-29 09:30:00,30 Minutes",
      "Incident State Duration,INC1,In Progress,2026-05-29 09:30:00,2026-05-29 11:00:00,1 Hour 30 Minutes",
      "Incident State Duration,INC1,Resolved,2026-05-29 11:00:00,,",
      "Assigned to Duration,INC1,Jo,2026-05-29 09:00:00,2026-05-29 11:00:00,2 Hours",
      "Incident State Duration,INC2,New,2026-06-01 09:00:00,2026-06-01 12:00:00,3 Hours",
      "Incident State Duration,INC2,Resolved,2026-06-01 12:00:00,,",
      "Incident State Duration,INC3,New,2026-06-01 16:00:00,2026-06-02 15:00:00,",
      "Incident State Duration,INC3,Resolved,2026-06-02 15:00:00,2026-06-03 15:00:00,",
      "Incident State Duration,INC4,New,2026-06-04 09:00:00,,",
      "Priority,INC1,2 - High,2026-05-29 09:00:00,,",
      "Priority,INC2,1 - Critical,2026-06-01 09:00:00,,",
      "Priority,INC3,2 - High,2026-06-01 16:00:00,,",
      "Priority,INC4,1 - Critical,2026-06-04 09:00:00,,",
    ),
  },
  {
    tool: "Jira's list of issues as CSV",
    preset: "jira",
    names: { A: "DESK-1", B: "DESK-2", C: "DESK-3", D: "DESK-4" },
    text: lines(
      "Summary,Issue key,Issue id,Issue Type,Status,Priority,Created,Updated,Resolved,Comment,Comment",
      "a,DESK-1,1,Bug,Done,High,29/May/26 9:00 AM,29/May/26 11:00 AM,29/May/26 11:00 AM,x,y",
      "b,DESK-2,2,Bug,Done,Highest,01/Jun/26 9:00 AM,01/Jun/26 12:00 PM,01/Jun/26 12:00 PM,,",
      "c,DESK-3,3,Bug,Done,High,01/Jun/26 4:00 PM,02/Jun/26 3:00 PM,02/Jun/26 3:00 PM,,",
      "d,DESK-4,4,Bug,In Progress,Highest,04/Jun/26 9:00 AM,04/Jun/26 9:30 AM,,,",
    ),
  },
  {
    tool: "Zendesk's list of tickets",
    preset: "zendesk",
    names: { A: "1", B: "2", C: "3", D: "4" },
    text: lines(
      "Id,Subject,Status,Priority,Created at,Updated at,Solved at,On hold time in minutes",
      "1,a,Closed,High,2026-05-29 09:00:00,2026-06-02 11:00:00,2026-05-29 11:00:00,0",
      "2,b,Solved,Urgent,2026-06-01 09:00:00,2026-06-01 12:00:00,2026-06-01 12:00:00,0",
      "3,c,Solved,High,2026-06-01 16:00:00,2026-06-02 15:00:00,2026-06-02 15:00:00,0",
      "4,d,Open,Urgent,2026-06-04 09:00:00,2026-06-04 09:00:00,,0",
    ),
  },
  {
    tool: "Freshdesk's list of tickets",
    preset: "freshdesk",
    names: { A: "11", B: "12", C: "13", D: "14" },
    text: lines(
      "Ticket ID,Subject,Status,Priority,Created time,Due by Time,Resolved time,Closed time,Initial response time",
      "11,a,Closed,High,2026-05-29 09:00:00,2026-05-30 09:00:00,2026-05-29 11:00:00,2026-06-01 11:00:00,2026-05-29 09:10:00",
      "12,b,Resolved,Urgent,2026-06-01 09:00:00,2026-06-01 13:00:00,2026-06-01 12:00:00,,2026-06-01 09:10:00",
      "13,c,Resolved,High,2026-06-01 16:00:00,2026-06-03 09:00:00,2026-06-02 15:00:00,,",
      "14,d,Open,Urgent,2026-06-04 09:00:00,2026-06-04 13:00:00,,,",
    ),
  },
  {
    tool: "a Remedy incident report with American dates",
    preset: "remedy",
    names: { A: "INC000001", B: "INC000002", C: "INC000003", D: "INC000004" },
    text: lines(
      "Incident ID*+,Summary*,Status*,Priority*,Reported Date+,Responded Date+,Last Resolved Date,Closed Date",
      "INC000001,a,Closed,High,5/29/2026 9:00:00 AM,5/29/2026 9:05:00 AM,5/29/2026 11:00:00 AM,6/2/2026 11:00:00 AM",
      "INC000002,b,Resolved,Critical,6/1/2026 9:00:00 AM,,6/1/2026 12:00:00 PM,",
      "INC000003,c,Resolved,High,6/1/2026 4:00:00 PM,,6/2/2026 3:00:00 PM,",
      "INC000004,d,Assigned,Critical,6/4/2026 9:00:00 AM,,,",
    ),
  },
  {
    tool: "GLPI's list of tickets",
    preset: "glpi",
    names: { A: "21", B: "22", C: "23", D: "24" },
    text: lines(
      '"ID";"Title";"Status";"Last update";"Opening date";"Priority";"Resolution date"',
      '"21";"a";"Closed";"2026-06-02 11:00";"2026-05-29 09:00";"Very high";"2026-05-29 11:00"',
      '"22";"b";"Solved";"2026-06-01 12:00";"2026-06-01 09:00";"Major";"2026-06-01 12:00"',
      '"23";"c";"Solved";"2026-06-02 15:00";"2026-06-01 16:00";"Very high";"2026-06-02 15:00"',
      '"24";"d";"Processing (assigned)";"2026-06-04 09:00";"2026-06-04 09:00";"Major";""',
    ),
  },
  {
    tool: "the log of the BPI Challenge 2013",
    preset: "bpi-2013",
    names: { A: "1-1", B: "1-2", C: "1-3", D: "1-4" },
    text: lines(
      "SR Number;Change Date+Time;Status;Sub Status;Involved ST;Impact;Product",
      "1-1;2026-05-29T09:00:00+01:00;Accepted;In Progress;G1;High;P1",
      "1-1;2026-05-29T11:00:00+01:00;Completed;Resolved;G1;High;P1",
      "1-2;2026-06-01T09:00:00+01:00;Queued;Awaiting Assignment;G1;Major;P1",
      "1-2;2026-06-01T12:00:00+01:00;Completed;In Call;G1;Major;P1",
      "1-3;2026-06-01T16:00:00+01:00;Accepted;Assigned;G1;High;P1",
      "1-3;2026-06-02T15:00:00+01:00;Completed;Closed;G1;High;P1",
      "1-4;2026-06-04T09:00:00+01:00;Accepted;In Progress;G1;Major;P1",
    ),
  },
  {
    tool: "the incidents of the BPI Challenge 2014, an hour ahead in Amsterdam",
    preset: "bpi-2014-incidents",
    names: { A: "IM1", B: "IM2", C: "IM3", D: "IM4" },
    text: lines(
      "Incident ID;Status;Impact;Priority;Open Time;Reopen Time;Resolved Time;Close Time",
      "IM1;Closed;4;2;29/5/2026 10:00:00;;29/5/2026 12:00:00;30/5/2026 12:00:00",
      "IM2;Closed;4;1;1/6/2026 10:00:00;;1/6/2026 13:00:00;2/6/2026 12:00:00",
      "IM3;Closed;4;2;1/6/2026 17:00:00;;2/6/2026 16:00:00;2/6/2026 16:00:01",
      "IM4;Work in progress;4;1;4/6/2026 10:00:00;;;",
    ),
  },
  {
    tool: "the log of the BPI Challenge 2013 made of XES",
    preset: "bpi-2013-xes",
    names: { A: "1-1", B: "1-2", C: "1-3", D: "1-4" },
    text: lines(
      "case:concept:name,concept:name,lifecycle:transition,time:timestamp,org:group,impact",
      "1-1,Accepted,In Progress,2026-05-29T09:00:00+01:00,V30,High",
      "1-1,Completed,Resolved,2026-05-29T11:00:00+01:00,V30,High",
      "1-1,Completed,Closed,2026-06-03T11:00:00+01:00,V30,High",
      "1-2,Queued,Awaiting Assignment,2026-06-01T09:00:00+01:00,V30,Major",
      "1-2,Completed,In Call,2026-06-01T12:00:00+01:00,V30,Major",
      "1-3,Accepted,Assigned,2026-06-01 16:00:00+01:00,V5 3rd,High",
      "1-3,Completed,Resolved,2026-06-02 15:00:00+01:00,V5 3rd,High",
      "1-4,Accepted,In Progress,2026-06-04T09:00:00+01:00,V5 3rd,Major",
    ),
  },
  {
    tool: "the history of Jira issues, as its table of changes has it",
    preset: "jira-history",
    names: { A: "J-1", B: "J-2", C: "J-3", D: "J-4" },
    text: lines("issuekey,field,oldvalue,oldstring,newvalue,newstring,created", ...jiraChanges()),
  },
  {
    tool: "the history of Jira issues, as an app lists it",
    preset: "jira-history",
    names: { A: "J-1", B: "J-2", C: "J-3", D: "J-4" },
    text: lines(
      "Issue Key,Author,Created,Field,From,To",
      ...jiraChanges().map((row) => {
        const [key, field, , from, , to, created] = row.split(",");
        return [key, "Jo", created, field, from, to].join(",");
      }),
    ),
  },
  {
    tool: "a view of Zendesk",
    preset: "zendesk",
    names: { A: "1", B: "2", C: "3", D: "4" },
    text: lines(
      "Status,Id,Subject,Requester,Requested,Type,Priority,Updated,Solved",
      "Closed,1,a,Jo,2026-05-29 09:00,Incident,High,2026-06-03 11:00,2026-05-29 11:00",
      "Solved,2,b,Jo,2026-06-01 09:00,Incident,Urgent,2026-06-01 12:00,2026-06-01 12:00",
      "Solved,3,c,Al,2026-06-01 16:00,Incident,High,2026-06-02 15:00,2026-06-02 15:00",
      "Open,4,d,Al,2026-06-04 09:00,Incident,Urgent,2026-06-04 09:00,-",
    ),
  },
  {
    tool: "a table of no tool, with a row for each ticket",
    preset: "tickets",
    names: { A: "T-1", B: "T-2", C: "T-3", D: "T-4" },
    text: lines(
      "Ticket,Supplier,Priority,Date opened,Date resolved,Status",
      "T-1,Acme,P2,29 May 2026 09:00,29 May 2026 11:00,Closed",
      "T-2,Acme,P1,1 June 2026 09:00,1 June 2026 12:00,Closed",
      "T-3,Beta,P2,1 June 2026 16:00,2 June 2026 15:00,Closed",
      "T-4,Beta,P1,4 June 2026 09:00,,Open",
    ),
  },
  {
    tool: "a table of no tool, with a row for each change",
    preset: "changes",
    names: { A: "T-1", B: "T-2", C: "T-3", D: "T-4" },
    text: lines(
      "ticket\tfield\told value\tnew value\tchanged at",
      ..."T-1,2,2026-05-29T09:00+01:00,2026-05-29T11:00+01:00|T-2,1,2026-06-01T09:00+01:00,2026-06-01T12:00+01:00|T-3,2,2026-06-01T16:00+01:00,2026-06-02T15:00+01:00|T-4,1,2026-06-04T09:00+01:00,"
        .split("|")
        .flatMap((each) => {
          const [ticket, priority, opened, closed] = each.split(",");
          return [
            `${ticket}\tstatus\t\tOpen\t${opened}`,
            `${ticket}\tpriority\t\t${priority}\t${opened}`,
            ...(closed === "" ? [] : [`${ticket}\tstatus\tOpen\tDone\t${closed}`]),
          ];
        }),
    ),
  },
  {
    tool: "a table of no tool, with a row for each stay in a state",
    preset: "stays",
    names: { A: "T-1", B: "T-2", C: "T-3", D: "T-4" },
    text: lines(
      "Ticket|State|Severity|Start|End",
      "T-1|Open|2|2026-05-29 09:00|2026-05-29 11:00",
      "T-1|Closed|2|2026-05-29 11:00|",
      "T-2|Open|1|2026-06-01 09:00|2026-06-01 12:00",
      "T-2|Closed|1|2026-06-01 12:00|",
      "T-3|Open|2|2026-06-01 16:00|2026-06-02 15:00",
      "T-3|Closed|2|2026-06-02 15:00|",
      "T-4|Open|1|2026-06-04 09:00|",
    ),
  },
];

/** The changes of the story in Jira, with the codes of the values and with their names. */
function jiraChanges(): string[] {
  return [
    ["J-1", "High", "29T09:00", "29T11:00", "05"],
    ["J-2", "Highest", "01T09:00", "01T12:00", "06"],
    ["J-3", "High", "01T16:00", "02T15:00", "06"],
    ["J-4", "Highest", "04T09:00", "", "06"],
  ].flatMap(([key, priority, opened, resolved, month]) => {
    const at = (time: string | undefined) => `2026-${month}-${time}:00.000+0100`;
    return [
      `${key},status,,,10000,To Do,${at(opened)}`,
      `${key},priority,,,2,${priority},${at(opened)}`,
      // Somebody is called as a state is.
      `${key},assignee,,,17,Done,${at(opened)}`,
      ...(resolved === "" ? [] : [`${key},status,10000,To Do,10001,Done,${at(resolved)}`]),
    ];
  });
}

/** The incident activities of the BPI Challenge 2014, which have no severity. */
export const ACTIVITIES = lines(
  "Incident ID;DateStamp;IncidentActivity_Number;IncidentActivity_Type;Assignment Group;KM number;Interaction ID",
  "IM1;29-05-2026 10:00:00;001A1;Open;TEAM0001;KM0000553;SD1",
  "IM1;29-05-2026 10:00:01;001A2;Assignment;TEAM0001;KM0000553;SD1",
  "IM1;29-05-2026 12:00:00;001A3;Closed;TEAM0001;KM0000553;SD1",
  "IM2;01-06-2026 17:00:00;001A4;Open;TEAM0002;KM0000553;SD2",
  "IM2;02-06-2026 12:00:00;001A5;Reassignment;TEAM0003;KM0000553;SD2",
  "IM2;02-06-2026 16:00:00;001A6;Closed;TEAM0003;KM0000553;SD2",
  "IM3;04-06-2026 10:00:00;001A7;Open;TEAM0001;KM0000553;SD3",
);

/** The desk of the tests with one allowance for every ticket. */
export const FLAT_DESK = {
  ...DESK,
  severities: undefined,
  targets: { fix: { ...DESK.targets.fix, allowance: { hours: 10, calendar: "core" } } },
};
