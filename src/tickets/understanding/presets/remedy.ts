import type { Preset } from "./preset";

/** What BMC Remedy and Helix export. */
export const REMEDY: readonly Preset[] = [
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
];
