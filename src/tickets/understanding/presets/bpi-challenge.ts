import type { Preset } from "./preset";

/** The logs of the BPI Challenges, as they are published, the most particular first. */
export const BPI_CHALLENGE: readonly Preset[] = [
  {
    id: "bpi-2013",
    title: "the log of the BPI Challenge 2013",
    form: "events",
    told: [["srnumber"], ["changedatetime"], ["substatus"]],
    columns: {
      ticket: ["srnumber"],
      at: ["changedatetime"],
      state: ["substatus"],
      severity: ["impact", "srlatestimpact", "latestimpact"],
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
];
