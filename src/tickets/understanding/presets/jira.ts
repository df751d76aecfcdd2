import type { Preset } from "./preset";

/** What Jira exports, the most particular first. */
export const JIRA: readonly Preset[] = [
  {
    id: "jira-history",
    title: "the history of Jira issues",
    form: "changes",
    told: [
      ["issuekey", "key"],
      ["field", "fieldname"],
      ["tostring", "newstring", "to", "newvalue"],
      ["created", "changedat", "date"],
    ],
    columns: {
      ticket: ["issuekey", "key"],
      at: ["created", "changedat", "date"],
      field: ["field", "fieldname"],
      old: ["fromstring", "oldstring", "from", "oldvalue"],
      state: ["tostring", "newstring", "to", "newvalue"],
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
];
