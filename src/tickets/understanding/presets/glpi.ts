import type { Preset } from "./preset";

/** What GLPI exports. */
export const GLPI: readonly Preset[] = [
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
];
