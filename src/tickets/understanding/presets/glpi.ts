import type { Preset } from "./preset";

/** What GLPI exports. */
export const GLPI: readonly Preset[] = [
  {
    id: "glpi",
    title: "a list of GLPI tickets",
    form: "tickets",
    told: [
      ["id"],
      ["status", "statut"],
      ["openingdate", "opendate", "date", "datedouverture"],
      [
        ...["lastupdate", "resolutiondate", "solvedate", "closingdate", "timetoresolve"],
        ...["dernieremodification", "datederesolution", "datedecloture", "tempsderesolution"],
      ],
    ],
    columns: {
      ticket: ["id"],
      opened: ["openingdate", "opendate", "date", "datedouverture"],
      resolved: ["resolutiondate", "solvedate", "dateofsolving", "datederesolution"],
      closed: ["closingdate", "closedate", "datedecloture", "datedefermeture"],
      state: ["status", "statut"],
      severity: ["priority", "priorite"],
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
      ...{ majeure: 1, "très haute": 2, haute: 3, moyenne: 4, basse: 5, "très basse": 6 },
      ...{ "6": 1, "5": 2, "4": 3, "3": 4, "2": 5, "1": 6 },
    },
  },
];
